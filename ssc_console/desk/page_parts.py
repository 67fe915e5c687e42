"""The parts of a page on the desk: figures, pictures and tables, each laid out for a width and painted."""

import re
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from ssc_console.look import fonts, paint
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.page import Figure, Tone

_NAME = Style(13, fonts.SEMIBOLD)
_FIGURE = Style(24, fonts.BOLD, least=16)
_BELOW = Style(13)
_LEGEND = Style(13, lines=3)
_FIGURE_WIDE, _FIGURE_HIGH, _GAP = 132, 88, 10


class Part(Protocol):
    """Something on a page that is as high as its width makes it."""

    def lay(self, wide: float) -> float:
        """Be laid out in a width; how high that is."""

    def paint(self, painter: QPainter, y: float, room: QRectF) -> None:
        """Paint it with its upper edge at `y`; what is outside `room` is not seen."""

    def spoken(self) -> str:
        """What it says, for those who can't see it."""


def ink(theme: Theme, tone: Tone) -> QColor:
    """The colour that goes with what a figure means."""
    return {
        Tone.GOOD: theme.green,
        Tone.WATCH: theme.amber,
        Tone.BAD: theme.red,
        Tone.FAINT: theme.text_faint,
    }.get(tone, theme.text)


class Figures:
    """The few figures at the top, side by side in as many rows as they take."""

    def __init__(self, theme: Theme, figures: tuple[Figure, ...]) -> None:
        self._theme = theme
        self._figures = figures
        self._in_a_row = 1
        self._wide = 0.0

    def lay(self, wide: float) -> float:
        """As many in a row as there is room for, and rows that are as full as each other."""
        fit = max(1, int((wide + _GAP) // (_FIGURE_WIDE + _GAP)))
        rows = -(-len(self._figures) // fit)
        self._in_a_row = -(-len(self._figures) // rows)
        self._wide = (wide - _GAP * (self._in_a_row - 1)) / self._in_a_row
        return rows * (_FIGURE_HIGH + _GAP) - _GAP

    def paint(self, painter: QPainter, y: float, room: QRectF) -> None:
        """A panel each."""
        theme = self._theme
        for number, figure in enumerate(self._figures):
            below, along = divmod(number, self._in_a_row)
            card = QRectF(
                room.x() + along * (self._wide + _GAP),
                y + below * (_FIGURE_HIGH + _GAP),
                self._wide,
                _FIGURE_HIGH,
            )
            paint.panel(painter, card, theme.panel, theme.line)
            inner = card.adjusted(14, 0, -10, 0)
            line(
                painter,
                QRectF(inner.x(), y_of(card, 10), inner.width(), 18),
                figure.name,
                _NAME,
                theme.text_dim,
            )
            Block(_FIGURE).lay(figure.text, inner.width()).draw(
                painter, inner.x(), y_of(card, 28), ink(theme, figure.tone)
            )
            line(
                painter,
                QRectF(inner.x(), y_of(card, 60), inner.width(), 18),
                figure.below,
                _BELOW,
                theme.text_dim,
            )

    def spoken(self) -> str:
        """A line each."""
        return "\n".join(f"{each.name}: {each.text}, {each.below}" for each in self._figures)


def y_of(card: QRectF, below: float) -> float:
    """So far below a card's upper edge."""
    return card.y() + below


class Picture:
    """A picture, and under the last one what its colours mean."""

    def __init__(self, theme: Theme, svg: str, says: str = "") -> None:
        self._theme = theme
        self._svg = svg
        self._says = says
        self._legend = Block(_LEGEND)
        self._renderer: QSvgRenderer | None = None
        self._high = 0.0

    def lay(self, wide: float) -> float:
        """It was drawn for this width; only its height is read: what is out of sight costs nothing."""
        found = re.search(r'viewBox="0 0 (\d+) (\d+)"', self._svg)
        assert found is not None
        self._high = wide * int(found[2]) / int(found[1])
        self._legend.lay(self._says, wide)
        return self._high + (self._legend.height + 8 if self._says else 0)

    def paint(self, painter: QPainter, y: float, room: QRectF) -> None:
        """The picture, then the words."""
        if self._renderer is None:
            self._renderer = QSvgRenderer(QByteArray(self._svg.encode("utf-8")))
        self._renderer.render(painter, QRectF(room.x(), y, room.width(), self._high))
        if self._says:
            self._legend.draw(painter, room.x(), y + self._high + 8, self._theme.text_dim)

    def spoken(self) -> str:
        """Its tables say the same in words."""
        return self._says
