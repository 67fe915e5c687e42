"""How much of the segment's time is left, as a bar; it repaints the pixels that went."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.look.phases import phase_look
from ssc_console.look.theme import Theme
from ssc_console.show.figures import OnAirFigures, Phase
from ssc_console.show.instants import ZERO

HEIGHT = 10
_STEP = 4
"""Pixels by which it moves: seldom, and no eye sees it jump."""


class TimeLeftBar(QWidget):
    """Full at the start, empty at the end, full again in an overrun. Nothing on air: empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._part = 0.0
        self._end = 0
        self._shows: tuple[Phase, bool] | None = None
        self._colour = theme.track
        self._held = False

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def present(self, on_air: OnAirFigures | None) -> None:
        """Be like this."""
        shows = (on_air.phase, on_air.held) if on_air else None
        self._part = _left(on_air)
        before, self._end = self._end, self._filled()
        if shows != self._shows:
            self._shows = shows
            self._colour = phase_look(on_air.phase, self._theme).bar if on_air else self._theme.track
            self._held = on_air.held if on_air else False
            self.update()
        elif before != self._end:
            first, last = sorted((before, self._end))
            self.update(first - 1, 0, last - first + 2, self.height())

    def _filled(self) -> int:
        return min(self.width(), round(self._part * self.width() / _STEP) * _STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._end = self._filled()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.background)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.fillPath(whole, self._theme.track)
        painter.setClipPath(whole)
        painter.fillRect(0, 0, self._end, self.height(), self._fill())

    def _fill(self) -> QColor:
        return self._theme.line_strong if self._held else self._colour


def _left(on_air: OnAirFigures | None) -> float:
    if on_air is None:
        return 0.0
    if on_air.remaining <= ZERO:
        return 1.0
    whole = on_air.elapsed + on_air.remaining
    media = on_air.media
    if media is not None and media.length:
        whole = media.length
    return min(1.0, on_air.remaining / whole) if whole > ZERO else 0.0
