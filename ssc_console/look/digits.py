"""The big countdown: digits that fill the space they are given, don't wobble, and repaint one at a time."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.look import fonts
from ssc_console.look.shaped import shape

_DRAWN_AT = 200
"""Outlines are kept at one size and scaled: a resize makes no new glyphs, and a glyph is no picture."""
_FIGURES = "0123456789"
_BETWEEN = ":+\u2212-"
_LETTER = "y"
_BELOW, _ABOVE = 0.32, 0.06
"""Of the figures' height: so much letters reach below their line, and above figures."""
_SIDE = 0.03  # of the height: room around the text, so that an inverted ground does not touch the ink


class Outlines:
    """The outlines of the countdown's characters in one weight, each with the width of its cell.

    All digits have cells of one width. A colon and a sign stand at half the digits' height.
    """

    def __init__(self, weight: int) -> None:
        self._font = fonts.font(_DRAWN_AT, weight, alone=True)
        metrics = QFontMetricsF(self._font)
        self.figure = max(metrics.horizontalAdvance(figure) for figure in _FIGURES)
        self._metrics = metrics
        box = QPainterPath()
        box.addText(0, 0, self._font, "0")
        self.height = box.boundingRect().height()
        self._bottom = box.boundingRect().bottom()
        self._paths: dict[str, QPainterPath] = {}

    def high(self, text: str) -> float:
        """The height that a text needs: that of figures, or more where there are letters."""
        return self.height * (1 + _ABOVE + _BELOW) if _LETTER in text else self.height

    def cell(self, character: str) -> float:
        """The width of a character's cell."""
        if character in _FIGURES:
            return self.figure
        return self._metrics.horizontalAdvance(character)

    def wide(self, text: str) -> float:
        """The width of a text."""
        return sum(self.cell(character) for character in text)

    def path(self, character: str) -> QPainterPath:
        """Its outline in a cell that begins at 0, 0 and is `height` high."""
        if character not in self._paths:
            self._paths[character] = self._drawn(character)
        return self._paths[character]

    def _drawn(self, character: str) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # a variable font's strokes overlap
        path.addText(0, 0, self._font, character)
        inside = (self.cell(character) - self._metrics.horizontalAdvance(character)) / 2
        if character not in _BETWEEN:
            return path.translated(inside, self.height - self._bottom)
        middle = path.boundingRect().center().y()
        return path.translated(inside, self.height / 2 - middle)


@fonts.remembered(8)
def outlines(weight: int) -> Outlines:
    """Those of a weight, the same for everybody: made again, they may differ by a hundredth of a pixel."""
    return Outlines(weight)


class Digits(QWidget):
    """A countdown as large as its space allows. Shows a text of digits, colons and a sign, perhaps days."""

    def __init__(
        self,
        ink: QColor,
        ground: QColor,
        *,
        weight: int = fonts.BOLD,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._outlines = outlines(weight)
        self._ink = ink
        self._ground = ground
        self._align = align
        self._text = ""
        self._cells: list[QRectF] = []
        self._places: list[QRect] = []
        self._spans: list[tuple[int, int]] = []
        self._into: list[QTransform] = []

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show this; only the characters that differ are painted again."""
        if text == self._text:
            return
        before, cells = self._text, self._cells
        self._text = text
        self.setAccessibleDescription(text)
        if shape(text) != shape(before):
            self._place()
        if cells != self._cells:
            self.update()
            return
        for old, new, place in zip(before, text, self._places, strict=True):
            if old != new:
                self.update(place)

    def set_colours(self, ink: QColor, ground: QColor) -> None:
        """Show it so."""
        if (ink, ground) != (self._ink, self._ground):
            self._ink, self._ground = ink, ground
            self.update()

    def width_at(self, text: str, height: float) -> float:
        """How wide the text is when its digits are as high as that allows, in logical pixels."""
        scale = height * (1 - 2 * _SIDE) / self._outlines.high(text)
        return self._outlines.wide(text) * scale + 2 * _SIDE * height

    def right_edge(self) -> float:
        """Where the text ends, in this widget's pixels."""
        return self._cells[-1].right() if self._cells else 0.0

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dirty = event.rect()
        painter.fillRect(dirty, self._ground)  # clipped to the dirty region by Qt, as all that follows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = dirty.left(), dirty.right()
        for character, into, (left, right) in zip(self._text, self._into, self._spans, strict=True):
            if left <= last and first <= right:  # in whole numbers: nothing of Qt is asked
                painter.setTransform(into)
                painter.fillPath(self._outlines.path(character), self._ink)

    def _place(self) -> None:
        room = QRectF(self.rect())
        side = _SIDE * room.height()
        wide = self._outlines.wide(self._text)
        high = self._outlines.high(self._text)
        scale = (room.height() - 2 * side) / high
        if wide:
            scale = max(0.0, min(scale, (room.width() - 2 * side) / wide))
        spare = room.width() - wide * scale
        shift = {Qt.AlignmentFlag.AlignLeft: side, Qt.AlignmentFlag.AlignRight: spare - side}
        corner = QPointF(shift.get(self._align, spare / 2), (room.height() - high * scale) / 2)
        if _LETTER in self._text:
            corner.setY(corner.y() + _ABOVE * self._outlines.height * scale)
        self._cells = []
        for character in self._text:
            cell = QRectF(corner.x(), corner.y(), self._outlines.cell(character) * scale, high * scale)
            self._cells.append(cell)
            corner.setX(cell.right())
        self._into = [QTransform(scale, 0, 0, scale, cell.x(), cell.y()) for cell in self._cells]
        self._places = [_covering(cell) for cell in self._cells]
        self._spans = [(place.left(), place.right()) for place in self._places]


def _covering(cell: QRectF) -> QRect:
    """The pixels that a glyph may touch: round forms and smoothed edges reach a little beyond their cell."""
    over = max(2.0, cell.height() * 0.03)
    return cell.adjusted(0, -over, 0, over).toAlignedRect()
