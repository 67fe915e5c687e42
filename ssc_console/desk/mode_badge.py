"""The mode, unmistakable: LIVE, or REHEARSAL with the speed of its clock."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.clock_controls import ClockControls
from ssc_console.look import fonts, paint
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Style
from ssc_console.look.theme import Theme

_WORDS = Style(15, fonts.BOLD)


class ModeBadge(QWidget):
    """A word on its colour."""

    def __init__(
        self, theme: Theme, mode: ModeLook, clock: ClockControls | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._mode = mode
        self._clock = clock
        self._shown = ("", mode.shape)
        self.refresh()

    def refresh(self) -> None:
        """Show the speed as it is."""
        shown = (self._mode.name, self._mode.shape)
        if self._clock is not None:
            word = "PAUSED" if self._clock.paused else f"×{self._clock.speed:g}"
            shown = (f"{self._mode.name} {word}", Shape.PAUSE if self._clock.paused else self._mode.shape)
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(shown[0])
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        word, shape = self._shown
        return QSize(round(paint.badge_width(word, _WORDS, shape)) + 8, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, (word, shape) = self._theme, self._shown
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        ink, fill = self._mode.ink(theme), self._mode.fill(theme)
        paint.badge(painter, QRectF(self.rect()), word, _WORDS, ink, fill, shape=shape)
