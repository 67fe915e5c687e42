"""The time of day where the event is, to the second."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.look import fonts
from ssc_console.look.digits import Digits
from ssc_console.look.text import RIGHT, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot

_PLACE = Style(12, fonts.SEMIBOLD)


class WallClock(QWidget):
    """The town and its time; of the digits only those that change are painted again."""

    def __init__(self, theme: Theme, zone: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._zone = zone
        self._second: datetime | None = None
        place = timecode.place(zone)
        self._place = ", ".join(filter(None, (place, kind))).upper()
        self.digits = Digits(theme.text, theme.panel, weight=fonts.SEMIBOLD, align=RIGHT, parent=self)
        self.digits.setAccessibleName(f"Time in {place}")

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        second = snapshot.wall_now.replace(microsecond=0)
        if second != self._second:
            self._second = second
            self.digits.set_text(timecode.clock(second, self._zone))

    def sizeHint(self) -> QSize:
        return QSize(136, 50)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.digits.setGeometry(0, 20, self.width(), 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.panel)
        line(painter, QRectF(0, 0, self.width(), 16), self._place, _PLACE, self._theme.text_dim, RIGHT)
