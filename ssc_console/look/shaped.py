"""A line of text, shaped once and painted many times: to shape it costs four times as much as to paint it.

What differs in figures only is measured once: figures are tabular. A page has over a hundred lines, so what
stands here is as few calls as can be.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextLayout,
    QTransform,
)

from ssc_console.look import fonts
from ssc_console.look.grounded import Grounded, may_float

if TYPE_CHECKING:
    from PySide6.QtGui import QGlyphRun

_FIGURES = "0123456789"
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


class Counted:
    """A line in which figures count: shaped once for all texts that differ in figures only.

    To shape four signs takes longer than all else that a second paints of them.

    Attributes:
        width, height: In logical pixels.
    """

    __slots__ = ("_figures", "_glyphs", "_places", "_run", "height", "width")

    def __init__(
        self, shape: str, run: "QGlyphRun", size: tuple[float, float], figures: Mapping[str, int]
    ) -> None:
        """`run`: of the `shape`, a glyph for each sign; `figures`: the glyph of each figure."""
        self.width, self.height = size
        self._run = run
        self._glyphs = run.glyphIndexes()
        self._figures = figures
        self._places = [place for place, each in enumerate(shape) if each in figures]

    def draw(self, painter: QPainter, x: float, y: float, text: str, ink: QColor) -> None:
        """Draw a text of its shape with its upper left corner there."""
        for place in self._places:
            self._glyphs[place] = self._figures[text[place]]
        self._run.setGlyphIndexes(self._glyphs)
        painter.setPen(ink)
        painter.drawGlyphRun(QPointF(x, y), self._run)


@fonts.remembered(256)
def counted(shape: str, size: int, weight: int) -> Counted | None:
    """The line for texts of that shape (as `shape` answers), in that size (logical pixels) and weight.

    None: it is not of a glyph for each sign, or not of what our own typeface has all of.
    """
    if not fonts.has_all_of(shape) or not is_tabular(shape):
        return None
    run, measures = _laid(shape, size, weight)
    figures = _laid(_FIGURES, size, weight)[0]
    if run is None or figures is None:
        return None
    return Counted(shape, run, measures, dict(zip(_FIGURES, figures.glyphIndexes(), strict=True)))


def _laid(text: str, size: int, weight: int) -> tuple["QGlyphRun | None", tuple[float, float]]:
    """Its glyphs, if there is one for each sign; and its width and height."""
    layout = QTextLayout(text, fonts.font(size, weight, alone=True))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    one = len(runs) == 1 and len(runs[0].glyphIndexes()) == len(text)
    return runs[0] if one else None, (line.naturalTextWidth(), line.height())


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
