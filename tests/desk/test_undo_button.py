"""Undo says how old a change is: to the second while that matters, then more calmly."""

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.desk.undo_button import UndoButton
from ssc_console.look import theme
from ssc_console.show.commands import Add, Skip, Start
from ssc_console.show.snapshot import Snapshot
from tests.staged import Stage, minutes


def test_of_two_changes_that_read_the_same_a_press_takes_back_the_one_that_stands(qtbot: QtBot) -> None:
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    stage = Stage().at("0:00").do(Start(), Add(minutes("0:30")))
    button.present(stage.seen)
    button.grab()
    button.show()
    button.present(stage.do(Add(minutes("0:30"))).seen)
    qtbot.waitUntil(lambda: button._painted == stage.seen.can_undo)


@pytest.mark.parametrize(
    ("now", "says"), [("0:14", "0:14 ago"), ("0:17", "0:15 ago"), ("0:59", "0:55 ago"), ("1:10", "1 min ago")]
)
def test_the_age_of_an_old_change_reads_in_steps(qtbot: QtBot, now: str, says: str) -> None:
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    button.present(Stage().at("0:00").do(Start()).at(now).seen)
    assert says in button.accessibleDescription()


def test_second_by_second_it_reads_as_one_that_is_looked_at_then_and_there(qtbot: QtBot) -> None:
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    stage = Stage().at("0:00").do(Start())
    for second in range(150):
        now = stage.at(f"{second // 60}:{second % 60:02}").seen
        other = UndoButton(theme.load("dark"))
        qtbot.addWidget(other)
        for each in (button, other):
            each.present(now)
        assert button._lines == other._lines


def test_it_can_be_put_back_to_an_earlier_instant(qtbot: QtBot) -> None:
    """As in a replay."""
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    late, early = (Stage().at("0:00").do(Start()) for _ in range(2))
    button.present(late.at("0:50").seen)
    button.present(Snapshot(late.seen.state, early.at("0:10").seen.now))
    assert "0:10 ago" in button._lines[1]


def test_in_a_new_run_it_says_what_that_run_would_take_back(qtbot: QtBot) -> None:
    """Its commands are counted anew: the first of one is not the first of the other."""
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    button.present(Stage().do(Skip("launch")).seen)
    button.present(Stage().at("0:00").do(Start()).seen)
    assert button._lines[0] == "start to Welcome"
