"""The script as it stands on the desk: where it is scrolled to, and when."""

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.desk.script import Script
from ssc_console.desk.store import Forgetful
from ssc_console.look import theme
from ssc_console.show.commands import Advance, Begin, Start, Undo
from ssc_console.show.value import replace
from tests.staged import Stage, usual


@pytest.fixture
def stage() -> Stage:
    rundown = usual()
    words = tuple(replace(one, script=f"Words for {one.id}. " * 30) for one in rundown.segments)
    return Stage(replace(rundown, segments=words)).at("0:00").do(Start())


@pytest.fixture
def script(qtbot: QtBot, stage: Stage) -> Script:
    made = Script(theme.load("dark"), Forgetful())
    qtbot.addWidget(made)
    made.resize(500, 160)
    made.present(stage.seen)
    return made


def test_after_a_wrong_advance_is_undone_the_words_of_who_is_on_air_are_in_view_again(
    script: Script, stage: Stage
) -> None:
    script.present(stage.at("0:20").do(Advance()).seen)
    assert script._heading() == "SCRIPT · Mr Jorge Chediek"
    script.present(stage.at("0:25").do(Undo()).seen)
    assert script._heading() == "SCRIPT · Welcome"
    assert script._scrolled == 0


def test_after_a_wrong_begin_is_undone_the_introduction_is_in_view_again(
    script: Script, stage: Stage
) -> None:
    script.present(stage.at("1:30").do(Advance()).seen)
    script.present(stage.at("1:32").do(Begin()).seen)
    script.present(stage.at("1:41").seen)
    assert script._heading().startswith("FOR THE NEXT")
    script.present(stage.do(Undo()).seen)
    assert script._heading() == "SCRIPT · Mr Jorge Chediek"


def test_words_that_somebody_has_scrolled_stay_where_they_are_while_they_are_read(
    script: Script, stage: Stage
) -> None:
    script.read_on()
    before = script._scrolled
    script.present(stage.at("0:40").seen)
    assert script._scrolled == before > 0
