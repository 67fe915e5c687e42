"""A page on the desk: its figures, pictures and tables one below the other, scrolled by wheel and keys."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.own_keys import TABBED
from ssc_console.desk.page_parts import Figures, Part
from ssc_console.desk.page_picture import PicturePart
from ssc_console.desk.page_table import TablePart
from ssc_console.look.scroll_bar import WIDTH, SlimScrollBar
from ssc_console.look.theme import Theme
from ssc_console.page import Page

_SIDE, _TOP, _BETWEEN = 28, 24, 34
_MOST_WIDE = 1500
"""Lines that are longer are hard to follow from a name to its figure."""
_LINE = 46
_PAGE = 0.85
"""So much of what is seen a page scrolls: the last lines stay in view as the first ones."""
_STEPS = {
    Qt.Key.Key_Up: -1.0,
    Qt.Key.Key_Down: 1.0,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_Home: 0.0,
    Qt.Key.Key_End: 0.0,
}


class PageView(QWidget):
    """Whoever has tabbed to it scrolls with the arrows, Page Up and Down, Home and End.

    Attributes:
        own_keys: Elsewhere the arrows give and take time, and Page Down advances.
    """

    own_keys = frozenset(_STEPS)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme = theme
        self._was_tabbed_to = False
        self._parts: list[tuple[Part, float, float]] = []
        self._bar = SlimScrollBar(theme, self)
        self._bar.valueChanged.connect(lambda _: self.update())

    # ---- what it shows

    def canvas_wide(self) -> int:
        """How wide the pictures of its page are to be drawn."""
        return max(round(min(self.width() - 2 * _SIDE - WIDTH, _MOST_WIDE)), 200)

    def show_page(self, page: Page) -> None:
        """Show this one; it stays scrolled to where it was."""
        parts: list[Part] = []
        if page.figures:
            parts.append(Figures(self._theme, page.figures))
        for number, picture in enumerate(page.pictures, 1):
            says = page.picture_says if number == len(page.pictures) else ""
            parts.append(PicturePart(self._theme, picture, says))
        parts += [TablePart(self._theme, table) for table in page.tables]
        self._parts = [(part, 0.0, 0.0) for part in parts]
        self.setAccessibleName(page.kind)
        self.setAccessibleDescription("\n".join(part.spoken() for part in parts))
        self._lay()
        self.update()

    def _lay(self) -> None:
        wide, y = float(self.canvas_wide()), float(_TOP)
        laid = []
        for part, _, _ in self._parts:
            high = part.lay(wide)
            laid.append((part, y, high))
            y += high + _BETWEEN
        self._parts = laid
        self._bar.setRange(0, max(0, round(y - _BETWEEN + _TOP) - self.height()))
        self._bar.setPageStep(max(1, self.height()))
        self._bar.setVisible(self._bar.maximum() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bar.setGeometry(self.width() - WIDTH, 0, WIDTH, self.height())
        self._lay()

    # ---- scrolling

    @property
    def scrolled(self) -> int:
        """By so many pixels."""
        return self._bar.value()

    def read_on(self) -> None:
        """Scroll on by most of what is seen."""
        self._scroll(self.height() * _PAGE)

    def read_again(self) -> None:
        """Scroll back by most of what is seen."""
        self._scroll(-self.height() * _PAGE)

    def _scroll(self, by: float) -> None:
        self._bar.setValue(round(self._bar.value() + by))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-(event.pixelDelta().y() or event.angleDelta().y() / 120 * 2 * _LINE))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _STEPS:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._bar.setValue(0 if event.key() == Qt.Key.Key_Home else self._bar.maximum())
        else:
            step = _STEPS[Qt.Key(event.key())]
            self._scroll(step * (_LINE if abs(step) == 1 else self.height()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever has tabbed here is shown where the keyboard is; it comes by itself too."""
        self._was_tabbed_to = event.reason() in TABBED
        super().focusInEvent(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.background)
        wide = self.canvas_wide()
        left = max(_SIDE, round((self.width() - WIDTH - wide) / 2))
        room = QRectF(left, 0, wide, self.height())
        for part, top, high in self._parts:
            y = top - self._bar.value()
            if y < self.height() and y + high > 0:
                part.paint(painter, y, room)
        if self._was_tabbed_to and self.hasFocus():
            painter.setPen(QPen(self._theme.focus, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
