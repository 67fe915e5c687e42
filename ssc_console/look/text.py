"""Painted text: it wraps, shrinks to a limit, then ends in an ellipsis with the whole text in a tooltip."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.look import fonts
from ssc_console.look.shaped import (
    Shaped,
    counted,
    elided,
    font_for,
    is_tabular,
    measured,
    rise,
    shape,
    shaped,
)
from ssc_console.show.value import replace, value

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


@value
class Style:
    """How a text is set.

    Attributes:
        size: In logical pixels.
        lines: It wraps to at most so many.
        least: It shrinks to this size before it is cut; 0: it does not shrink.
        leading: Line height, in parts of the font's own.
        counts: Its figures do: all texts that differ in figures only are shaped once.
    """

    size: int
    weight: int = fonts.REGULAR
    lines: int = 1
    least: int = 0
    leading: float = 1.0
    counts: bool = False

    def sizes(self) -> range:
        """The sizes to try, the wanted one first."""
        return range(self.size, min(self.least or self.size, self.size) - 1, -1)

    def times(self, by: float) -> "Style":
        """The same, so many times as large."""
        return replace(self, size=round(self.size * by), least=round(self.least * by))


class Block:
    """A text laid out for a width, for a widget that paints itself. Laying out the same again is free.

    Attributes:
        height: Of all its lines. `width`: of the widest.
        cut: Not all of the text is shown: say the whole in a tooltip.
    """

    def __init__(self, style: Style, align: Qt.AlignmentFlag = LEFT) -> None:
        self.style = style
        self.align = align
        self.text = ""
        self.height = 0.0
        self.width = 0.0
        self.cut = False
        self._room = -1.0
        self._size = style.size
        self._lines: list[tuple[str, Shaped, float]] = []

    def lay(self, text: str, room: float) -> "Block":
        """Lay the text out in a width."""
        if (text, room) != (self.text, self._room):
            counts = room == self._room and not self.cut and shape(text) == shape(self.text)
            self.text, self._room = text, room
            if counts and "\n" not in text:
                self._count()
            else:
                self._lay()
        return self

    def _count(self) -> None:
        """Only figures have changed: the lines break where they did."""
        rest = " ".join(self.text.split()) if self.style.lines == 1 else self.text
        tabular = is_tabular(self.text)
        for number, (before, _, top) in enumerate(self._lines):
            words = rest.lstrip()[: len(before)]
            rest = rest.lstrip()[len(words) :]
            made = shaped(words, self._size, self.style.weight, tabular=tabular)
            self._lines[number] = (words, made, top)

    def draw(self, painter: QPainter, x: float, y: float, ink: QColor, bottom: float = inf) -> None:
        """Draw it with its upper left corner (of its room) there; no line that would end below `bottom`."""
        for _, made, top in self._lines:
            if y + top + made.height > bottom:
                break
            made.draw(painter, x + _spare(self.align, self._room - made.width), y + top, ink)

    def _lay(self) -> None:
        wanted = " ".join(self.text.split()) if self.style.lines == 1 else self.text
        for size in self.style.sizes():
            lines = _wrapped(wanted, size, self.style.weight, self.style.lines, self._room, False)
            if lines is not None:
                return self._keep(lines, size, cut=False)
        size = self.style.sizes()[-1]
        lines = _wrapped(wanted, size, self.style.weight, self.style.lines, self._room, True)
        if lines is None:
            return self._keep(_shortened(wanted, size, self.style, self._room), size, cut=True)
        return self._keep(lines, size, cut=False)

    def _keep(self, lines: tuple[str, ...], size: int, *, cut: bool) -> None:
        self.cut, self._size = cut, size
        self.height = self.width = 0.0
        self._lines = []
        tabular = is_tabular(self.text)
        for line in lines:
            made = shaped(line, size, self.style.weight, tabular=tabular)
            self._lines.append((line, made, self.height))
            self.height += made.height * self.style.leading
            self.width = max(self.width, made.width)


@lru_cache(maxsize=4)
def _option(mode: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption(LEFT | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(mode)
    return option


def _broken(
    text: str, size: int, weight: int, most: int, room: float, *, anywhere: bool
) -> list[tuple[int, float]]:
    """Where each line ends, and how wide it is; one line more than the `most` there may be is enough."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font_for(text, size, weight))
    modes = QTextOption.WrapMode
    layout.setTextOption(_option(modes.WrapAtWordBoundaryOrAnywhere if anywhere else modes.WordWrap))
    layout.beginLayout()
    ends: list[tuple[int, float]] = []
    while len(ends) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room, 1.0))
        ends.append((line.textStart() + line.textLength(), line.naturalTextWidth()))
    layout.endLayout()
    return ends


@fonts.remembered(2048)
def _wrapped(
    text: str, size: int, weight: int, most: int, room: float, anywhere: bool, /
) -> tuple[str, ...] | None:
    """The lines, at most so many, or None if they do not fit.

    What is on air was laid out as the next before, and a part that is moved has the same width. It is asked
    by what is quickly looked up: plain numbers, in their order.
    """
    if "\n" not in text and shaped(text, size, weight).width <= room:
        return (text.strip(),)
    ends = _broken(text, size, weight, most, room, anywhere=anywhere)
    if len(ends) > most or any(wide > room + 0.5 for _, wide in ends):
        return None
    units = _Units(text)
    starts = [0, *(end for end, _ in ends)]
    return tuple(units.part(a, b).strip() for a, b in pairwise(starts)) or ("",)


def _shortened(text: str, size: int, style: Style, room: float) -> tuple[str, ...]:
    """As many lines as there may be, the last one with an ellipsis."""
    ends = _broken(text, size, style.weight, style.lines, room, anywhere=True)[: style.lines - 1]
    units = _Units(text)
    starts = [0, *(end for end, _ in ends)]
    lines = [units.part(a, b).strip() for a, b in pairwise(starts)]
    rest = units.part(starts[-1], units.length).strip().replace("\n", " ")
    return (*lines, elided(rest, size, style.weight, max(room, 0.0)))


class _Units:
    """A text by Qt's UTF-16 positions: beyond the basic plane one character is two of them."""

    def __init__(self, text: str) -> None:
        self._encoded = text.encode("utf-16-le")
        self.length = len(self._encoded) // 2

    def part(self, start: int, end: int) -> str:
        return self._encoded[start * 2 : end * 2].decode("utf-16-le", "ignore")


def line(
    painter: QPainter, rect: QRectF, text: str, style: Style, ink: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw a single line, centred vertically, cut with an ellipsis where it is too long."""
    left, top, room, high = cast(tuple[float, float, float, float], rect.getRect())  # one call for four
    counts = counted(shape(text), style.size, style.weight) if style.counts else None
    if counts is not None and counts.width <= room:
        x = left + _spare(align, room - counts.width)
        return counts.draw(painter, x, top + (high - counts.height) / 2, text, ink)
    made = shaped(text, style.size, style.weight)
    if made.width > room + 0.5:
        made = shaped(elided(text, style.size, style.weight, room), style.size, style.weight)
        if made.width > room + 0.5:  # figures of one width are wider than Qt takes them to be
            less = max(2 * room - made.width, 0.0)
            made = shaped(elided(text, style.size, style.weight, less), style.size, style.weight)
    x = left if align is LEFT else left + _spare(align, room - made.width)
    made.draw(painter, x, top + (high - made.height) / 2, ink)
    return None


def _spare(align: Qt.AlignmentFlag, room: float) -> float:
    """How far to the right a line begins that leaves so much room."""
    return 0.0 if align is LEFT else room if align is RIGHT else room / 2


def width(text: str, style: Style) -> float:
    """How wide a single line of it is, in logical pixels."""
    return measured(text, style.size, style.weight)


def widest(texts: Iterable[str], style: Style) -> float:
    """How wide the widest is (0: there is none); of those that differ in figures only, one is measured."""
    shapes = {shape(text) for text in texts}
    return max([measured(each, style.size, style.weight) for each in shapes], default=0.0)


class Label(QWidget):
    """One piece of text on a plain ground. Setting what it shows already costs nothing."""

    def __init__(
        self,
        style: Style,
        ink: QColor,
        ground: QColor,
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._block = Block(style, align)
        self._text = ""
        self._ink = ink
        self._ground = ground

    @property
    def text(self) -> str:
        """The whole text, cut or not."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show this."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_colours(self, ink: QColor, ground: QColor) -> None:
        """Show it so."""
        if (ink, ground) != (self._ink, self._ground):
            self._ink, self._ground = ink, ground
            self.update()

    def hasHeightForWidth(self) -> bool:
        return self._block.style.lines > 1

    def heightForWidth(self, wide: int) -> int:
        probe = Block(self._block.style).lay(self._text, wide)
        return round(probe.height + 0.5)

    def sizeHint(self) -> QSize:
        style = self._block.style
        height, _, _ = rise(style.size, style.weight)
        return QSize(round(width(self._text, style) + 1), round(height + 0.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        self._lay()  # by now it has the size in which it is seen
        top = max(0.0, (self.height() - self._block.height) / 2)
        self._block.draw(painter, 0, top, self._ink)

    def _lay(self) -> None:
        self._block.lay(self._text, self.width())
        self.setToolTip(self._text if self._block.cut else "")
