"""Undo says how old a change is: to the second while that matters, then more calmly."""

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.desk.undo_button import UndoButton
from ssc_console.look import theme
from ssc_console.show.commands import Start
from tests.staged import Stage


@pytest.mark.parametrize(
    ("now", "says"), [("0:14", "0:14 ago"), ("0:17", "0:15 ago"), ("0:59", "0:55 ago"), ("1:10", "1 min ago")]
)
def test_the_age_of_an_old_change_reads_in_steps(qtbot: QtBot, now: str, says: str) -> None:
    button = UndoButton(theme.load("dark"))
    qtbot.addWidget(button)
    button.present(Stage().at("0:00").do(Start()).at(now).seen)
    assert says in button.accessibleDescription()
