"""A button of the desk with its key printed on it. A mouse click never moves the keyboard to it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ssc_console.desk.own_keys import ENTER
from ssc_console.look import fonts, paint
from ssc_console.look.text import CENTRE, Style, line
from ssc_console.look.theme import Theme

_WORDS = Style(15, fonts.SEMIBOLD)
_KEY = Style(12)


class KeyButton(QAbstractButton):
    """Words, and below them the key that does the same. `lit` shows that what it does is in force.

    Attributes:
        own_keys: Enter goes the first cue, unless a person has tabbed to a button: then it presses that.
    """

    own_keys = ENTER

    def __init__(
        self, theme: Theme, words: str, key: str, ground: QColor | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ensurePolished()  # here the style says that buttons are not opaque
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(96)
        self.theme = theme
        self.ground = ground or theme.panel
        self._key = key
        self._lit = False
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show these words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(f"{words} ({self._key})" if self._key else words)
            self.update()

    def set_lit(self, lit: bool) -> None:
        """Show whether what it does is in force."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, 68)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.ground)
        self.paint_ground(painter)
        self.paint_words(painter)

    def fill(self) -> QColor:
        """The colour of its ground as things are."""
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            return self.theme.raised_hover
        return self.theme.amber_fill if self._lit else self.theme.raised

    def paint_ground(self, painter: QPainter) -> None:
        """The rounded ground, and the ring if it has the keyboard."""
        theme = self.theme
        paint.panel(painter, QRectF(self.rect()), self.fill(), theme.amber if self._lit else theme.line)
        self.paint_ring(painter)

    def paint_ring(self, painter: QPainter) -> None:
        """The ring, if it has the keyboard."""
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def paint_words(self, painter: QPainter) -> None:
        """The words and the key."""
        theme = self.theme
        wide, middle = self.width() - 12.0, self.height() / 2
        ink = theme.text if self.isEnabled() else theme.text_faint
        if self._lit:
            ink = theme.amber
        if not self._key:
            line(painter, QRectF(6, 0, wide, self.height()), self.text(), _WORDS, ink, CENTRE)
            return
        line(painter, QRectF(6, middle - 21, wide, 22), self.text(), _WORDS, ink, CENTRE)
        line(painter, QRectF(6, middle + 2, wide, 18), self._key, _KEY, theme.text_dim, CENTRE)
