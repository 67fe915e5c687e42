"""The parts of a page on the desk, each laid out for a width and painted: here its figures."""

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ssc_console.look import fonts, paint
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.page import Figure, Tone

_NAME = Style(13, fonts.SEMIBOLD)
_FIGURE = Style(24, fonts.BOLD, least=16)
_BELOW = Style(13)
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
