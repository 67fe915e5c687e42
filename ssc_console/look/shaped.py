"""A line of text, shaped once and painted many times: to shape it costs four times as much as to paint it.

What differs in figures only is measured once: figures are tabular. A font's family is an argument of what is
remembered because it is another one before `fonts.install`.
"""

from functools import lru_cache

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


def shaped(text: str, size: int, weight: int, whole: str = "") -> Shaped:
    """The line in that size (logical pixels) and weight.

    Args:
        whole: The text that it is a line of, if that has more: its figures are as wide as they were when the
            text was broken into lines.
    """
    return _shaped(text, size, weight, fonts.family(), _is_tabular(whole or text))


def font_for(text: str, size: int, weight: int) -> QFont:
    """Tabular but where that would tear words with a hyphen apart; alone where that is enough."""
    return fonts.font(size, weight, tabular=_is_tabular(text), alone=fonts.has_all_of(text))


def _is_tabular(text: str) -> bool:
    return "-" not in text


def shape(text: str) -> str:
    """The same for texts that differ in figures only: as these are tabular, such texts are laid out alike."""
    return text if "-" in text else text.translate(_ANY_FIGURE)


def measured(text: str, size: int, weight: int) -> float:
    """How wide a single line is, in logical pixels."""
    return _measured(shape(text), size, weight, fonts.family())


def rise(size: int, weight: int) -> tuple[float, float, float]:
    """How high a line is, how much of it is above its baseline, and how high a capital letter is."""
    return _rise(size, weight, fonts.family())


def elided(text: str, size: int, weight: int, room: float) -> str:
    """What of it fits that width, with an ellipsis if that is not all."""
    return _elided(text, size, weight, fonts.family(), room)


@lru_cache(maxsize=2048)
def _shaped(text: str, size: int, weight: int, family: str, tabular: bool) -> Shaped:
    return Shaped(text, fonts.font(size, weight, tabular=tabular, alone=fonts.has_all_of(text)))


@lru_cache(maxsize=2048)
def _measured(text: str, size: int, weight: int, family: str) -> float:
    return QFontMetricsF(font_for(text, size, weight)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _rise(size: int, weight: int, family: str) -> tuple[float, float, float]:
    metrics = QFontMetricsF(fonts.font(size, weight, alone=True))
    return metrics.height(), metrics.ascent(), metrics.capHeight()


@lru_cache(maxsize=512)
def _elided(text: str, size: int, weight: int, family: str, room: float) -> str:
    metrics = QFontMetricsF(font_for(text, size, weight))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
