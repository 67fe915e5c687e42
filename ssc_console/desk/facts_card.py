"""A panel of facts: a heading, and lines with something on the left, something on the right and a mark."""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import RIGHT, Style, line, width
from ssc_console.look.theme import Theme
from ssc_console.show.value import value

_HEAD = Style(13, fonts.BOLD)
_LEFT = Style(16, fonts.MEDIUM)
_RIGHT = Style(15)
_SMALL = Style(13)
_SIDE = 20
_TOP = 48
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
    """

    left: str
    right: str = ""
    tone: Tone = Tone.PLAIN
    below: str = ""


class FactsCard(QWidget):
    """The wheel scrolls where there are more lines than room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
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
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y() // 3)

    def _scroll(self, by: int) -> None:
        high = sum(map(_height, self._facts))
        most = max(0, high - (self.height() - _TOP - 10))
        before, self._scrolled = self._scrolled, max(0, min(self._scrolled + by, most))
        if before != self._scrolled:
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            y = _TOP - self._scrolled
            for fact in self._facts:
                if y <= event.pos().y() < y + _height(fact):
                    words = filter(None, (fact.left, fact.below, fact.right))
                    QToolTip.showText(event.globalPos(), "\n".join(words), self)
                    return True
                y += _height(fact)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.panel, theme.line)
        room = QRectF(_SIDE, 14, self.width() - 2.0 * _SIDE, 22)
        line(painter, room, self._heading, _HEAD, theme.text_dim)
        painter.setClipRect(QRectF(1, _TOP - 4, self.width() - 2, self.height() - _TOP))
        y = float(_TOP - self._scrolled)
        for fact in self._facts:
            if -_TALL < y < self.height():
                self._paint_fact(painter, fact, y)
            y += _height(fact)

    def _paint_fact(self, painter: QPainter, fact: Fact, y: float) -> None:
        theme = self._theme
        ink = self._ink(fact.tone)
        right = self.width() - float(_SIDE)
        high = _height(fact)
        wide = min(width(fact.right, _RIGHT), right * 0.5)
        line(painter, QRectF(right - wide - 1, y, wide + 1, high - 2), fact.right, _RIGHT, ink, RIGHT)
        right -= wide + 8
        mark = _MARKS.get(fact.tone)
        if mark is not None:
            shapes.draw(painter, mark, QRectF(right - 13, y + (high - 15) / 2, 13, 13), ink)
            right -= 22
        left = QRectF(_SIDE, y, right - _SIDE - 6, high - 2)
        if fact.below:
            line(painter, QRectF(left.x(), y + 6, left.width(), 22), fact.left, _LEFT, theme.text)
            line(painter, QRectF(left.x(), y + 28, left.width(), 18), fact.below, _SMALL, theme.text_dim)
        else:
            line(painter, left, fact.left, _LEFT, theme.text)
        painter.fillRect(QRectF(_SIDE, y + high - 1, self.width() - 2 * _SIDE, 1), theme.line)

    def _ink(self, tone: Tone) -> QColor:
        theme = self._theme
        return {Tone.FINE: theme.green, Tone.WATCH: theme.amber, Tone.WRONG: theme.red}.get(
            tone, theme.text_dim
        )


def _height(fact: Fact) -> int:
    return _TALL if fact.below else _ROW
