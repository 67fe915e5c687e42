"""A slim scroll bar: a thumb in the theme's colours and nothing else, where the style's own would shout."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ssc_console.look.theme import Theme

WIDTH = 10


class SlimScrollBar(QScrollBar):
    """Vertical. It is grabbed where the style says, so it feels like any other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    def set_theme(self, theme: Theme) -> None:
        """Be in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.background)
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.text_dim if self.isSliderDown() else self._theme.line_strong)
            painter.drawRoundedRect(QRectF(thumb).adjusted(3, 2, -3, -2), 2, 2)
