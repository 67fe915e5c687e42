"""The settings' file: what a person writes there counts, what is wrong is told, what is theirs stays."""

import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.settings.file import read, set_aside, write
from ssc_console.settings.values import SETTINGS, Settings
from ssc_console.show.value import replace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ssc-console" / "settings.toml"


def test_without_a_file_everything_is_as_everybody_begins(path: Path):
    assert read(path).settings == Settings()
    assert read(path).problems == ()


def test_a_file_that_is_written_is_read_as_it_was_meant_and_by_nobody_else(path: Path):
    chosen = Settings(theme="light", tones=True, obs_password='a "b" \\ c', keys={"hold": ("F8", "H")})
    write(path, Settings(), chosen)
    assert read(path).settings == chosen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_each_setting_has_a_line_that_says_what_it_is(path: Path):
    write(path, Settings(), Settings(theme="light"))
    text = path.read_text()
    assert 'theme = "light"  # dark, light or contrast' in text
    assert set(tomllib.loads(text)) == {
        *("look", "time", "guards", "every_window", "monitors", "sound", "obs", "keys")
    }


def test_what_a_person_wrote_around_a_setting_stays(path: Path):
    path.parent.mkdir()
    path.write_text('# mine\n[look] # looks\n  theme="dark" # I like it\n\n[keys]\nhold = ["H"]\n')
    before = read(path).settings
    write(path, before, replace(before, theme="light", warning=90))
    assert path.read_text() == (
        '# mine\n[look] # looks\n  theme="light" # I like it\n\n'
        '[keys]\nhold = ["H"]\n\n[time]\nwarning = 90\n'
    )


def test_a_list_over_several_lines_is_met_too(path: Path):
    path.parent.mkdir()
    path.write_text('[keys]\nhold = [\n  "H",\n]\n')
    before = read(path).settings
    write(path, before, replace(before, keys={"hold": ("J",)}))
    assert read(path).settings.keys == {"hold": ("J",)}


def test_a_key_that_is_as_usual_again_has_no_line(path: Path):
    write(path, Settings(), Settings(keys={"hold": ("H",), "give 0:30": ("J",)}))
    write(path, read(path).settings, Settings(keys={"give 0:30": ("J",)}))
    assert 'hold = ["H"]' not in path.read_text()
    assert read(path).settings.keys == {"give 0:30": ("J",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[look]\ntheme = "pink"\n', "theme in [look] is not used: it is one of dark, light, contrast."),
        ("[time]\nwarning = -1\n", "warning in [time] is not used: it is a whole number of seconds from 0"),
        ("[time]\nwarning = true\n", "warning in [time] is not used"),
        ("[obs]\nport = 99999\n", "port in [obs] is not used"),
        ('[obs]\nhost = "http://x"\n', "it is a name or an address alone"),
        ("[sound]\ntones = 1\n", "it is true or false"),
        ("[keys]\nhold = 5\n", "“hold” in [keys] is not used: it is a list of keys"),
        ("[lock]\ntheme = 1\n", "there is no section [lock]"),
        ("[look]\nthema = 1\n", "there is no thema in [look]"),
    ],
)
def test_what_can_not_be_used_is_told_and_the_rest_counts(path: Path, text: str, said: str):
    path.parent.mkdir()
    path.write_text("[guards]\nafter_go = 250\n" + text)
    found = read(path)
    assert not found.rubbish
    assert said in found.problems[0]
    assert found.settings == Settings(after_go=250)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"= = =", b"[look", b"\x00" * 9, b"x = 1\n" * 99_999])
def test_rubbish_is_set_aside_under_another_name(path: Path, data: bytes):
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(data)
        found = read(path)
        assert found.rubbish
        assert found.settings == Settings()
        assert found.problems[0].startswith("settings.toml")
        assert set_aside(path).name == f"settings.toml.bad-{number}"
    assert not path.exists()


def test_a_password_is_in_no_repr():
    assert "secret" not in repr(Settings(obs_password="secret"))


_TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029"))
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    each.name: st.sampled_from(each.choices)
    if each.choices
    else st.just("localhost")
    if each.name == "obs_host"
    else st.integers(1, 65535)
    if each.name == "obs_port"
    else _TEXTS.filter(lambda text: len(text) < 200)
    for each in SETTINGS
}
_ANY = st.builds(
    Settings, **_VALUES, keys=st.dictionaries(st.sampled_from(["hold", "a b"]), st.just(("F8",)))
)


@given(st.lists(_ANY, min_size=1, max_size=4))
def test_any_settings_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, several: list[Settings]
):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    before = Settings()
    for each in several:
        write(path, before, each)
        assert read(path).settings == each
        before = each
