"""Says, large, that the keyboard is elsewhere: keys go to another program until this is clicked."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.keys import key_everywhere
from ssc_console.look import fonts, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Style, line, width
from ssc_console.look.theme import Theme

_STYLES = tuple(Style(size, fonts.BOLD) for size in (24, 22, 20, 18, 16))


def words() -> str:
    """What is so, and what to do."""
    key = key_everywhere()
    if key:
        return f"The keyboard is elsewhere: only {key} counts · click here to take it back"
    return "The keyboard is elsewhere: click here to take it back"


class Elsewhere(QWidget):
    """A band across the window. Emits `wanted_back` when it is clicked."""

    wanted_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(words())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.wanted_back.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.amber)
        said, room = words(), self.width() - 90.0
        style = next((each for each in _STYLES if width(said, each) <= room), _STYLES[-1])
        wide = min(width(said, style), room)
        x = (self.width() - wide) / 2 + 18
        shapes.draw(painter, Shape.WARNING, QRectF(x - 38, self.height() / 2 - 12, 24, 24), theme.on_amber)
        line(painter, QRectF(x, 0, wide + 2, self.height()), said, style, theme.on_amber)
