"""A slim scroll bar: a thumb in the theme's colours and nothing else, where the style's own would shout."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from ssc_console.look.theme import Theme

WIDTH = 10
_ARROW = 14
"""At each end the style has an arrow, which we do not paint; it scrolls all the same."""
_LEAST = 26


class SlimScrollBar(QScrollBar):
    """Vertical. Its thumb is where Fusion, our style, has it: to ask a style loads 15 ms of enumerations."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, on_panel: bool = False) -> None:
        """`on_panel`: what it scrolls lies on a panel, not on the window's background."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.ensurePolished()  # here the style says that scroll bars are not opaque
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._on_panel = on_panel

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    def set_theme(self, theme: Theme) -> None:
        """Be in these colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.panel if self._on_panel else self._theme.background)
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.text_dim if self.isSliderDown() else self._theme.line_strong)
            painter.drawRoundedRect(self._thumb().adjusted(3, 2, -3, -2), 2, 2)

    def _thumb(self) -> QRectF:
        reach = self.maximum() - self.minimum()
        groove = self.height() - 2 * _ARROW
        long = max(groove * self.pageStep() / (reach + self.pageStep()), _LEAST)
        part = (self.sliderPosition() - self.minimum()) / reach
        return QRectF(0, _ARROW + part * (groove - long), self.width(), long)
