"""Which show this is, and how far it has come: session, and the item's number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.look import fonts
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState

_TITLE = Style(18, fonts.BOLD, least=16)
_LONG = Style(15, fonts.BOLD, lines=2, least=12)
_WHERE = Style(14)
_WHERE_HIGH = 19


class Headline(QWidget):
    """The event's title, on two lines where one would cut it, and below it where the show stands."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._shown = ("", "")
        self._state: ShowState | None = None
        self._title, self._long = Block(_TITLE), Block(_LONG)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        if snapshot.state is self._state:
            return  # only an event changes it, and to count a long rundown takes a while
        self._state = snapshot.state
        shown = (snapshot.rundown.event.title, whereabouts(snapshot))
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(" · ".join(shown))
            self.setToolTip("\n".join(shown))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, (title, where) = self._theme, self._shown
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        shown = self._title.lay(title, self.width())
        if shown.cut:
            shown = self._long.lay(title, self.width())
        top = (self.height() - shown.height - _WHERE_HIGH) / 2
        shown.draw(painter, 0, top, theme.text)
        where_room = QRectF(0, top + shown.height + 1, self.width(), _WHERE_HIGH)
        line(painter, where_room, where, _WHERE, theme.text_dim)


def whereabouts(snapshot: Snapshot) -> str:
    """Where the show stands: ``6 of 14 · Opening``."""
    event = snapshot.rundown.event
    if snapshot.status is Status.BEFORE:
        return timecode.day(event.start, event.timezone)
    if snapshot.status is Status.ENDED or snapshot.on_air is None:
        return "ended"
    current = snapshot.on_air.segment
    planned = [one for one in snapshot.order if snapshot.state.segment_state(one) is not SegmentState.SKIPPED]
    number = planned.index(current.id) + 1 if current.id in planned else 0
    return " · ".join(filter(None, (f"{number} of {len(planned)}", current.session)))
