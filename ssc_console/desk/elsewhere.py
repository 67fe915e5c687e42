"""Says, large, that the keyboard is elsewhere: keys go to another program until this is clicked."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console.look import fonts, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Style, line, width
from ssc_console.look.theme import Theme

WORDS = "The keyboard is elsewhere: click here to take it back"
_STYLE = Style(24, fonts.BOLD)


class Elsewhere(QWidget):
    """A band across the window. Emits `wanted_back` when it is clicked."""

    wanted_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(WORDS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.wanted_back.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.amber)
        wide = min(width(WORDS, _STYLE), self.width() - 90.0)
        x = (self.width() - wide) / 2 + 18
        shapes.draw(painter, Shape.WARNING, QRectF(x - 38, self.height() / 2 - 12, 24, 24), theme.on_amber)
        line(painter, QRectF(x, 0, wide + 2, self.height()), WORDS, _STYLE, theme.on_amber)
