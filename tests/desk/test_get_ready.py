"""What the desk makes ready for presses, once it is shown."""

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from ssc_console.desk import get_ready
from ssc_console.desk.desk import Desk
from ssc_console.desk.live_page import LivePage
from ssc_console.look import theme
from tests.desk.evening import given
from tests.staged import Stage


def test_a_look_that_changes_while_the_desk_makes_ready_is_made_ready_instead(qtbot: QtBot) -> None:
    made = Desk(lambda *_: None, given())
    qtbot.addWidget(made)
    made.present(Stage().seen)
    made.show()
    parts = get_ready.parts(made)
    before = made.contents
    while not before.findChildren(LivePage):
        next(parts)
    made.set_theme(theme.load("light"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    list(parts)
    assert made.contents is not before
    assert made.contents.findChildren(LivePage)
