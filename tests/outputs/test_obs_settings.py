"""Where OBS is: from the environment."""

import pytest

from ssc_console.outputs.obs.settings import BadSettings, ObsSettings, from_environment


def test_a_console_without_settings_uses_no_obs() -> None:
    assert from_environment({"SSC_CONSOLE_OBS_HOST": " ", "PATH": "/bin"}) is None


def test_a_password_alone_means_the_obs_of_this_computer() -> None:
    found = from_environment({"SSC_CONSOLE_OBS_PASSWORD": " sesame"})
    assert found == ObsSettings("localhost", 4455, " sesame")


def test_all_three_are_taken() -> None:
    environment = {
        "SSC_CONSOLE_OBS_HOST": "10.0.0.7",
        "SSC_CONSOLE_OBS_PORT": "4460",
        "SSC_CONSOLE_OBS_PASSWORD": "x",
    }
    found = from_environment(environment)
    assert found == ObsSettings("10.0.0.7", 4460, "x")
    assert found.place == "10.0.0.7:4460"


def test_an_address_of_the_new_kind_stands_in_brackets() -> None:
    assert ObsSettings("::1").place == "[::1]:4455"


def test_a_password_is_in_no_text_of_the_settings() -> None:
    assert "sesame" not in f"{ObsSettings(password='sesame')!r} {ObsSettings(password='sesame')}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "٤٤٥٥"),
        ("PORT", "9" * 5000),
        ("PORT", "obs"),
        ("HOST", "ws://obs"),
        ("HOST", "me@obs"),
        ("HOST", "obs room"),
    ],
)
def test_what_leads_nowhere_is_said_with_its_name(name: str, text: str) -> None:
    with pytest.raises(BadSettings, match=f"SSC_CONSOLE_OBS_{name} is"):
        from_environment({f"SSC_CONSOLE_OBS_{name}": text})
