"""OBS looked at from a terminal, at a stand-in that speaks as OBS does, and where there is none."""

from pytestqt.qtbot import QtBot

from ssc_console.console.obs_check import look_at_obs
from ssc_console.preflight.item import Verdict
from ssc_console.settings.values import Settings
from ssc_console.show.rundown import Rundown
from tests.outputs.fake_obs import fake_obs
from tests.show.playbook import cue, rundown, segment

HERE = {"SSC_CONSOLE_OBS_HOST": "127.0.0.1"}


def show(*do: str) -> Rundown:
    return rundown(segment("a", cues=(cue("a/1", "begin", do=do),)))


def test_an_obs_that_is_there_is_connected_to_and_its_scene_is_said(qtbot: QtBot) -> None:
    with fake_obs() as server:
        (item,) = look_at_obs(
            show("obs scene: A"), Settings(), {**HERE, "SSC_CONSOLE_OBS_PORT": str(server.port)}
        )
    assert item.verdict is Verdict.GOOD
    assert item.words.startswith("connected, scene “")


def test_an_obs_that_is_not_there_is_bad_only_where_a_cue_wants_it(qtbot: QtBot) -> None:
    nobody = {**HERE, "SSC_CONSOLE_OBS_PORT": "9"}
    (wanted,) = look_at_obs(show("obs scene: A"), Settings(), nobody)
    (unwanted,) = look_at_obs(show("black"), Settings(), nobody)
    assert (wanted.verdict, unwanted.verdict) == (Verdict.BAD, Verdict.WARNING)
    assert wanted.words == "not connected"


def test_where_no_obs_is_set_up_and_none_is_wanted_nothing_is_said(qtbot: QtBot) -> None:
    assert look_at_obs(show("black"), Settings(), {}) == ()


def test_what_is_in_the_settings_is_looked_at_unless_the_environment_says_otherwise(qtbot: QtBot) -> None:
    with fake_obs() as server:
        chosen = Settings(obs_host="127.0.0.1", obs_port=server.port)
        (item,) = look_at_obs(show("obs scene: A"), chosen, {})
        (other,) = look_at_obs(show("obs scene: A"), chosen, {"SSC_CONSOLE_OBS_PORT": "9"})
    assert (item.verdict, other.verdict) == (Verdict.GOOD, Verdict.BAD)


def test_settings_that_lead_nowhere_are_said(qtbot: QtBot) -> None:
    (item,) = look_at_obs(show("black"), Settings(), {**HERE, "SSC_CONSOLE_OBS_PORT": "x"})
    assert (item.verdict, item.words) == (Verdict.BAD, "not set up right")
