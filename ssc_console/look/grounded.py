"""Letters that stand on the line: the fonts of some scripts draw them above it, beside Latin ones they float.

Fonts made for menus (Noto's are called *UI*) put a script with tall stacks of letters into the height of a
Latin line: they raise its letters, Khmer ones by a quarter of their size. How far is asked of the font
itself, by a letter that stands on the line where nothing was raised.
"""

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QRawFont, QTextLayout, QTextOption

_LETTERS = ("ក", "က", "క", "ಕ")
"""A letter without a stroke below the line: Khmer, Burmese, Telugu, Kannada."""
_RAISED = re.compile("[\u0c00-\u0cff\u1000-\u109f\u1780-\u17ff]")
_LARGE = 200.0
"""What a font says of a letter is whole pixels: it is asked in this size."""
_NEVER_MIND = 0.06
"""So little, in parts of the size, is how the letters are drawn."""


def may_float(text: str) -> bool:
    """Whether there are letters in it that a font may have raised."""
    return _RAISED.search(text) is not None


class Grounded:
    """One line, in which every letter stands on one line.

    Attributes:
        width, height: In logical pixels.
    """

    __slots__ = ("_runs", "height", "width")

    def __init__(self, text: str, font: QFont) -> None:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        self.width, self.height = line.naturalTextWidth(), line.height()
        self._runs: list[tuple[QGlyphRun, float]] = [
            (run, raised(run.rawFont())) for run in layout.glyphRuns()
        ]

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it in the painter's colour, with its upper left corner there."""
        for run, lower in self._runs:
            painter.drawGlyphRun(QPointF(x, y + lower), run)


def raised(font: QRawFont) -> float:
    """How far the font draws its letters above the line, in pixels; 0 where it stands on it."""
    large = QRawFont(font)
    large.setPixelSize(_LARGE)
    for letter in _LETTERS:
        found = large.glyphIndexesForString(letter)
        if found and found[0]:
            part = -large.boundingRect(found[0]).bottom() / _LARGE
            return font.pixelSize() * part if part > _NEVER_MIND else 0.0
    return 0.0
