"""A line of text, shaped once and painted many times: to shape it costs four times as much as to paint it.

What differs in figures only is measured once: figures are tabular. A page has over a hundred lines, so what
stands here is as few calls as can be.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from ssc_console.look import fonts
from ssc_console.look.grounded import Grounded, may_float

_ANY_FIGURE = str.maketrans("123456789", "000000000")


class Shaped:
    """One line.

    Attributes:
        width, height: In logical pixels.
    """

    __slots__ = ("_font", "_grounded", "_text", "height", "width")

    def __init__(self, text: str, font: QFont) -> None:
        self._font = font
        self._grounded = Grounded(text.replace("\n", " "), font) if may_float(text) else None
        if self._grounded is not None:
            self.width, self.height = self._grounded.width, self._grounded.height
            return
        self._text = QStaticText(text.replace("\n", " "))
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.prepare(QTransform(), font)
        size = self._text.size()
        self.width, self.height = size.width(), size.height()

    def draw(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        """Draw it with its upper left corner there."""
        if self._grounded is not None:
            painter.setPen(ink)
            self._grounded.draw(painter, x, y)
            return
        painter.setFont(self._font)  # with another one it would be shaped again
        painter.setPen(ink)
        painter.drawStaticText(QPointF(x, y), self._text)


def shaped(text: str, size: int, weight: int, *, tabular: bool | None = None) -> Shaped:
    """The line in that size (logical pixels) and weight.

    Args:
        tabular: Whether its figures are all of one width; None: as in a text that is this line alone. A line
            of a longer text has those with which the text was broken into lines.
    """
    return _shaped(text, size, weight, is_tabular(text) if tabular is None else tabular)


@fonts.remembered(2048)
def _shaped(text: str, size: int, weight: int, tabular: bool) -> Shaped:
    """By one key for one line, however it was asked for."""
    return Shaped(text, fonts.font(size, weight, tabular=tabular, alone=fonts.has_all_of(text)))


def font_for(text: str, size: int, weight: int) -> QFont:
    """Tabular but where that would tear words with a hyphen apart; alone where that is enough."""
    return fonts.font(size, weight, tabular=is_tabular(text), alone=fonts.has_all_of(text))


def is_tabular(text: str) -> bool:
    """Whether the figures of a text are all of one width."""
    return "-" not in text


def shape(text: str) -> str:
    """The same for texts that differ in figures only: as these are tabular, such texts are laid out alike."""
    return text if "-" in text else text.translate(_ANY_FIGURE)


def measured(text: str, size: int, weight: int) -> float:
    """How wide a single line is, in logical pixels."""
    return _measured(shape(text), size, weight)


@fonts.remembered(64)
def rise(size: int, weight: int) -> tuple[float, float, float]:
    """How high a line is, how much of it is above its baseline, and how high a capital letter is."""
    metrics = QFontMetricsF(fonts.font(size, weight, alone=True))
    return metrics.height(), metrics.ascent(), metrics.capHeight()


@fonts.remembered(512)
def elided(text: str, size: int, weight: int, room: float) -> str:
    """What of it fits that width, with an ellipsis if that is not all."""
    metrics = QFontMetricsF(font_for(text, size, weight))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


@fonts.remembered(2048)
def _measured(text: str, size: int, weight: int) -> float:
    return QFontMetricsF(font_for(text, size, weight)).horizontalAdvance(text)
