"""A panel of facts: a heading, and lines with something on the left, something on the right and a mark."""

from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import RIGHT, Style, line, width
from ssc_console.look.theme import Theme
from ssc_console.show.commands import SeenCue
from ssc_console.show.value import value

_HEAD = Style(13, fonts.BOLD)
_LEFT = Style(16, fonts.MEDIUM)
_RIGHTS = (Style(15), Style(13), Style(12))
_SMALL = Style(13)
SIDE = 20
ROWS_BEGIN = 48
_SHORT = 100
ASKED = 84
"""How wide the button of a fact is that asks."""
_ROW = 40
_TALL = 54


class Tone(Enum):
    """What a fact means for the show."""

    PLAIN = auto()
    FINE = auto()
    WATCH = auto()
    WRONG = auto()


_MARKS = {Tone.FINE: Shape.CHECK, Tone.WATCH: Shape.WARNING, Tone.WRONG: Shape.CROSS}


@value
class Fact:
    """One line.

    Attributes:
        left: What it is about.
        right: What is so.
        below: Smaller, under `left`; perhaps empty.
        mark: In place of the tone's own.
        asks: A person has to confirm it, by this cue as it was seen; then a button stands on the right.
    """

    left: str
    right: str = ""
    tone: Tone = Tone.PLAIN
    below: str = ""
    asks: SeenCue | None = None
    mark: Shape | None = None


class FactsCard(QWidget):
    """The wheel scrolls where there are more lines than room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.theme = theme
        self.head_right = 0
        self._heading = ""
        self._facts: tuple[Fact, ...] = ()
        self._scrolled = 0

    def show_facts(self, heading: str, facts: tuple[Fact, ...]) -> None:
        """Show these."""
        if (heading, facts) != (self._heading, self._facts):
            self._heading, self._facts = heading, facts
            self.setAccessibleName(heading)
            self.setAccessibleDescription("\n".join(f"{one.left}: {one.right} {one.below}" for one in facts))
            self._scroll(0)
            self.lay()
            self.update()

    def rows(self) -> Iterator[tuple[Fact, QRectF]]:
        """Each fact with its place, as far as it is scrolled."""
        y = float(ROWS_BEGIN - self._scrolled)
        for fact in self._facts:
            high = _height(fact)
            yield fact, QRectF(SIDE, y, self.width() - 2.0 * SIDE, high)
            y += high

    def lay(self) -> None:
        """Called when rows have other places; for what stands in them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scroll(0)
        self.lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y() // 3)

    def _scroll(self, by: int) -> None:
        most = max(0, sum(map(_height, self._facts)) - self._room())
        before, self._scrolled = self._scrolled, max(0, min(self._scrolled + by, most))
        if before != self._scrolled:
            self.lay()
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for fact, row in self.rows():
                if row.contains(event.pos()):
                    words = filter(None, (fact.left, fact.below, fact.right))
                    QToolTip.showText(event.globalPos(), "\n".join(words), self)
                    return True
        return super().event(event)

    def _room(self) -> int:
        return self.height() - ROWS_BEGIN - 10

    def _paint_position(self, painter: QPainter) -> None:
        """A thin mark at the side that says how much more there is."""
        high, room = sum(map(_height, self._facts)), self._room()
        if 0 < room < high:
            top = ROWS_BEGIN + self._scrolled * room / high
            mark = QRectF(self.width() - 9, top, 4, room * room / high)
            paint.panel(painter, mark, self.theme.line_strong, None, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.panel, theme.line)
        room = QRectF(SIDE, 14, self.width() - 2.0 * SIDE - self.head_right, 22)
        line(painter, room, self._heading, _HEAD, theme.text_dim)
        room = QRectF(1, ROWS_BEGIN - 4, self.width() - 2, self.height() - ROWS_BEGIN)
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        for fact, row in self.rows():
            if -_TALL < row.y() < self.height():
                self._paint_fact(painter, fact, row)
        self._paint_position(painter)

    def _paint_fact(self, painter: QPainter, fact: Fact, row: QRectF) -> None:
        theme = self.theme
        ink = self._ink(fact.tone)
        right, y, high = row.right(), row.y(), row.height()
        style = self._right_style(fact, row.width())
        wide = ASKED if fact.asks is not None else min(width(fact.right, style), row.width() * 0.6)
        top, beside_high = (y + 6, 22.0) if fact.below else (y, high - 2)
        beside = QRectF(right - wide - 1, top, wide + 1, beside_high)
        line(painter, beside, fact.right, style, ink, RIGHT)
        right -= wide + 8
        mark = fact.mark or _MARKS.get(fact.tone)
        if mark is not None:
            shapes.draw(painter, mark, QRectF(right - 13, beside.center().y() - 6.5, 13, 13), ink)
            right -= 22
        left = QRectF(SIDE, y, right - SIDE - 6, high - 2)
        if fact.below:
            line(painter, QRectF(left.x(), y + 6, left.width(), 22), fact.left, _LEFT, theme.text)
            line(
                painter, QRectF(left.x(), y + 28, row.right() - SIDE, 18), fact.below, _SMALL, theme.text_dim
            )
        else:
            line(painter, left, fact.left, _LEFT, theme.text)
        painter.fillRect(QRectF(SIDE, y + high - 1, self.width() - 2 * SIDE, 1), theme.line)

    def _right_style(self, fact: Fact, room: float) -> Style:
        """A size smaller where it would take room from what the fact is about."""
        if width(fact.right, _RIGHTS[0]) <= _SHORT:
            return _RIGHTS[0]  # a word: it gives nothing that a long name could use
        spare = room - width(fact.left, _LEFT) - (36 if fact.tone in _MARKS else 15)
        return next((style for style in _RIGHTS if width(fact.right, style) <= spare), _RIGHTS[-1])

    def _ink(self, tone: Tone) -> QColor:
        theme = self.theme
        return {Tone.FINE: theme.green, Tone.WATCH: theme.amber, Tone.WRONG: theme.red}.get(
            tone, theme.text_dim
        )


def _height(fact: Fact) -> int:
    return _TALL if fact.below else _ROW
