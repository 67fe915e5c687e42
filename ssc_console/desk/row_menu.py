"""The menu of a row of the rundown: what can be asked of its segment, and what that would do to the show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ssc_console.desk.effects import effect_words
from ssc_console.desk.press import seen_show
from ssc_console.desk.rundown_offers import Offer, Question, offers
from ssc_console.show.commands import Command, Seen
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.desk.rundown_list import RundownList


def open_menu(rundown: "RundownList", snapshot: Snapshot, segment: str, at: QPoint) -> None:
    """Open it there on the screen; the list says what is chosen in it, and it goes when it is closed."""
    menu = QMenu(rundown)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    menu.setAccessibleName(snapshot.segment(segment).title)
    as_seen = seen_show(snapshot)
    for each in offers(snapshot, segment):
        action = menu.addAction(_words(snapshot, each))
        action.setEnabled(each.why_not is None)
        action.setToolTip(each.why_not or "")
        _connect(action, each.wish, as_seen, rundown)
    menu.popup(at)


def _words(snapshot: Snapshot, offered: Offer) -> str:
    """What is offered, and at the right what it would do to the show."""
    wish = offered.wish
    if offered.why_not is not None or isinstance(wish, Question):
        return offered.words
    return f"{offered.words}\t{effect_words(snapshot, wish)}"


def _connect(action: QAction, wish: Command | Question, as_seen: Seen, rundown: "RundownList") -> None:
    if isinstance(wish, Question):
        action.triggered.connect(lambda: rundown.asked.emit(wish))
    else:
        action.triggered.connect(lambda: rundown.commanded.emit(wish, as_seen))
