"""The lamp: what is wrong with the console itself."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from ssc_console.desk.lamp import STAYS, Lamp, Trouble, of_the_clock
from ssc_console.look import theme
from ssc_console.show.commands import NoticeGap, NoticeWallStep, Request, Start
from ssc_console.show.engine import decide
from ssc_console.show.instants import ShowInstant
from tests.staged import Stage, at


def noticed(stage: Stage, report: NoticeWallStep | NoticeGap) -> Stage:
    for event in decide(stage.history.state, Request(report, "clock"), stage.now):
        stage.history.append(event)
    return stage


def words(stage: Stage) -> str | None:
    trouble = of_the_clock(stage.seen)
    return None if trouble is None else trouble.words


def test_a_step_of_the_wall_is_said_with_its_size_for_two_minutes() -> None:
    stage = noticed(Stage().at("0:00").do(Start()), NoticeWallStep(timedelta(seconds=-63)))
    assert words(stage) == "Clock −1:03"
    stage.now = ShowInstant(stage.now + STAYS - timedelta(milliseconds=1))
    assert words(stage) == "Clock −1:03"
    stage.now = ShowInstant(stage.now + timedelta(milliseconds=1))
    assert words(stage) is None


def test_a_step_of_less_than_a_second_is_said_in_milliseconds() -> None:
    assert words(noticed(Stage(), NoticeWallStep(timedelta(milliseconds=300)))) == "Clock +300 ms"


def test_a_gap_is_said_with_how_long_it_was() -> None:
    stage = Stage().at("0:00").do(Start())
    stage.now = ShowInstant(at("4:12"))
    noticed(stage, NoticeGap(ShowInstant(at("0:00"))))
    assert words(stage) == "Was down 4:12"
    trouble = of_the_clock(stage.seen)
    assert trouble is not None
    assert "from 10:30:00 to 10:34:12" in trouble.more


def test_it_is_dark_while_all_is_well(qtbot: QtBot) -> None:
    lamp = Lamp(theme.load("dark"))
    qtbot.addWidget(lamp)
    assert not lamp.isVisible()
    assert lamp.sizeHint().width() == 0
    assert lamp.show_trouble(Trouble("Not kept", "The disk is full."))
    assert lamp.toolTip() == "The disk is full."
    assert not lamp.show_trouble(Trouble("Not kept", "The disk is full."))
    assert lamp.show_trouble(None)
    assert not lamp.isVisible()
