"""A small button with one word or sign, for what is not pressed in a hurry."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ssc_console.desk.key_button import KeyButton
from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import CENTRE, Style, line, width
from ssc_console.look.theme import Theme

_WORDS = Style(13, fonts.SEMIBOLD)


class SmallButton(KeyButton):
    """Its key, if it has one, is in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        tip: str,
        ground: QColor,
        parent: QWidget | None = None,
        shape: Shape | None = None,
    ) -> None:
        super().__init__(theme, words, "", ground, parent)
        self.setAccessibleName(tip)
        self.setToolTip(tip)
        self._shape = shape
        self.setFixedWidth(36 if shape else round(width(words, _WORDS)) + 20)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 30)

    def set_shape(self, shape: Shape | None) -> None:
        """Show this shape; None: the words."""
        if shape is not self._shape:
            self._shape = shape
            self.update()

    def paint_ground(self, painter: QPainter) -> None:
        if self.isDown() or self.underMouse() or self.hasFocus():
            super().paint_ground(painter)
        else:
            paint.panel(painter, QRectF(self.rect()), self.theme.raised, self.theme.line, 6)

    def paint_words(self, painter: QPainter) -> None:
        if self._shape is None:
            ink = self.theme.text if self.isEnabled() else self.theme.text_faint
            line(painter, QRectF(self.rect()), self.text(), _WORDS, ink, CENTRE)
            return
        middle = QRectF(self.rect()).center()
        shapes.draw(painter, self._shape, QRectF(middle.x() - 6, middle.y() - 6, 12, 12), self.theme.text)
