"""A picture of a page on the desk, and under the last one what its colours mean."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ssc_console.look import fonts
from ssc_console.look.shaped import rise, shaped
from ssc_console.look.text import Block, Style
from ssc_console.look.theme import Theme
from ssc_console.page import Anchor, Bar, Drawing, Mark, Words

_LEGEND = Style(13, lines=3)
_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""So much of words stands before their place."""


class PicturePart:
    """Drawn from what is in it, by the texts of the desk: they are shaped once."""

    def __init__(self, theme: Theme, drawing: Drawing, says: str = "") -> None:
        self._theme = theme
        self._drawing = drawing
        self._says = says
        self._legend = Block(_LEGEND)
        self._scale = 1.0

    def lay(self, wide: float) -> float:
        """It was drawn for this width, or for nearly this."""
        self._scale = wide / self._drawing.wide
        self._legend.lay(self._says, wide)
        return self._high + (self._legend.height + 8 if self._says else 0)

    @property
    def _high(self) -> float:
        return self._drawing.high * self._scale

    def paint(self, painter: QPainter, y: float, room: QRectF) -> None:
        """The picture, then the words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(room.x(), y)
        painter.scale(self._scale, self._scale)
        for mark in self._drawing.marks:
            _draw(painter, mark)
        painter.restore()
        if self._says:
            self._legend.draw(painter, room.x(), y + self._high + 8, self._theme.text_dim)

    def spoken(self) -> str:
        """Its tables say the same in words."""
        return self._says


def _draw(painter: QPainter, mark: Mark) -> None:
    ink = QColor(mark.ink)
    if isinstance(mark, Words):
        weight = fonts.SEMIBOLD if mark.strong else fonts.REGULAR
        made = shaped(mark.text, mark.size, weight)
        _, above, _ = rise(mark.size, weight)
        made.draw(painter, mark.x - made.width * _BEFORE[mark.anchor], mark.y - above, ink)
    elif isinstance(mark, Bar):
        ink.setAlphaF(mark.opacity)
        painter.fillRect(QRectF(mark.x, mark.y, mark.wide, mark.high), ink)
    else:
        left = mark.x - mark.wide / 2
        painter.fillRect(QRectF(left, mark.top, mark.wide, mark.bottom - mark.top), ink)
