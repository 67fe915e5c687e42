"""The cues before and after the show, in a panel: the calls as they fall due."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.cue_list import CueList
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import fonts, paint
from ssc_console.look.text import RIGHT, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot

_HEAD = Style(13, fonts.BOLD)
_HINT = Style(13)


class CallTimes(QWidget):
    """A heading and a cue list."""

    def __init__(
        self, theme: Theme, elapsed: Callable[[], int], heading: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._heading = heading
        self.cues = CueList(theme, elapsed, self)
        self._acts = True

    def set_acts(self, *, acts: bool) -> None:
        """Whether people act on the cues; else they only look at them."""
        self._acts = acts
        self.cues.set_acts(acts=acts)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.cues.present(snapshot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.cues.setGeometry(2, 46, self.width() - 4, self.height() - 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.background, theme.line)
        room = QRectF(20, 14, self.width() - 40, 22)
        line(painter, room, self._heading, _HEAD, theme.text_dim)
        if self._acts:
            line(painter, room, f"{key_of(Wish.GO)} = go the first", _HINT, theme.text_dim, RIGHT)
