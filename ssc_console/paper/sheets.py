"""Sheets of A4 that fill from the top; they are painted at the end, once their number is known."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from ssc_console.look import fonts
from ssc_console.reports.inks import ink
from ssc_console.reports.widths import cut
from ssc_console.show.value import value

RESOLUTION = 600
"""Dots per inch: letters are placed to a twenty-fifth of a millimetre and finer."""

POINT = RESOLUTION / 72
WIDTH, HEIGHT = 595.3, 841.9
LEFT, TOP, BOTTOM = 40.0, 44.0, 52.0
ROOM = WIDTH - 2 * LEFT
LINE = 1.32

Paint = Callable[[QPainter], None]


@value
class Type:
    """How a text is set: points, weight, and the meaning of its colour in the light theme."""

    size: float
    weight: int = fonts.REGULAR
    ink: str = "text"


class Text:
    """A text set in a width, in as many lines as it takes. Sizes are points."""

    def __init__(self, words: str, kind: Type, width: float, *, right: bool = False) -> None:
        only_figures = not any(map(str.isalpha, words))
        self._layout = QTextLayout(
            words, fonts.font(round(kind.size * POINT), kind.weight, tabular=only_figures)
        )
        option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._colour = QColor(ink(kind.ink))
        self._line = kind.size * LINE
        self.height = self._set(width) if words else 0.0

    @property
    def width(self) -> float:
        """Of its longest line."""
        lines = (self._layout.lineAt(index) for index in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0) / POINT

    def balance(self, width: float) -> "Text":
        """Set it in as narrow a width as takes no more lines: no word is left alone."""
        least, most, lines = 0.0, width, self._layout.lineCount()
        while most - least > 1:
            middle = (least + most) / 2
            self._set(middle)
            least, most = (least, middle) if self._layout.lineCount() <= lines else (middle, most)
        self.height = self._set(most)
        return self

    def _set(self, width: float) -> float:
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width * POINT)
            # A script that reaches higher than Latin has the room it needs.
            high = max(self._line * POINT, line.height())
            line.setPosition(QPointF(0, y + (high - line.height()) / 2))
            y += high
        self._layout.endLayout()
        return y / POINT

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """With its upper left corner there, in points."""
        painter.setPen(self._colour)
        self._layout.draw(painter, QPointF(x * POINT, y * POINT))


class Sheets:
    """The sheets so far, and how far down the last one is filled.

    Attributes:
        y: In points from the sheet's upper edge.
    """

    def __init__(self) -> None:
        self._sheets: list[list[Paint]] = [[]]
        self.y = TOP

    @property
    def left(self) -> float:
        """How much of the last sheet is free, in points."""
        return HEIGHT - BOTTOM - self.y

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the last sheet yet."""
        return self.y == TOP

    def turn(self) -> None:
        """Go on with a new sheet."""
        self._sheets.append([])
        self.y = TOP

    def text(self, text: Text, x: float = LEFT, y: float | None = None) -> None:
        """Put a text where the sheet is filled to, or elsewhere."""
        top = self.y if y is None else y
        self.put(lambda painter: text.paint(painter, x, top))

    def rule(self, y: float, colour: str, thick: float) -> None:
        """A line from margin to margin."""
        self.box(QRectF(LEFT, y, ROOM, thick), colour)

    def box(self, where: QRectF, colour: str, radius: float = 0) -> None:
        """A filled box."""
        dots = QRectF(where.x() * POINT, where.y() * POINT, where.width() * POINT, where.height() * POINT)

        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink(colour)))
            painter.drawRoundedRect(dots, radius * POINT, radius * POINT)

        self.put(paint)

    def put(self, paint: Paint) -> None:
        """Anything, on the last sheet."""
        self._sheets[-1].append(paint)

    def paint(self, painter: QPainter, turn: Callable[[], object], footer: str) -> None:
        """All sheets, each with its footer."""
        for number, sheet in enumerate(self._sheets, 1):
            if number > 1:
                turn()
            for paint in sheet:
                paint(painter)
            y = HEIGHT - BOTTOM + 20
            kind = Type(7.5, ink="text_dim")
            Text(cut(footer, (ROOM - 60) / 7.5), kind, ROOM - 60).paint(painter, LEFT, y)
            Text(f"{number} / {len(self._sheets)}", kind, 60, right=True).paint(painter, LEFT + ROOM - 60, y)
