"""The moderator's words: large, resizable, scrollable, and never replaced under the eyes."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.script_feed import Passage, passages
from ssc_console.desk.small_button import SmallButton
from ssc_console.desk.store import Store
from ssc_console.look import fonts, paint
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.settings.values import SCRIPT_SIZES, Settings
from ssc_console.show.snapshot import Snapshot

SIZES = SCRIPT_SIZES
USUAL = Settings().script
KEPT_AS = "desk/script size"
_SIDE = 18
_HEAD = Style(12, fonts.BOLD)
_HEAD_HIGH = 24
_TOP, _TOP_LOW = 42, 36
_ALL_LINES = 400

_PAGE = 0.7
"""So much of the room is scrolled by a key: the last lines stay in view as the first ones."""


class Script(QWidget):
    """A panel with the words. The wheel scrolls; the size is remembered in the store."""

    def __init__(self, theme: Theme, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Script")
        self._theme = theme
        self._store = store
        self._size = _kept_size(store)
        self._top = _TOP
        self._shown: tuple[Passage, ...] = ()
        self._blocks: list[tuple[Passage, Block, float]] = []
        self._high = 0.0
        self._scrolled = 0.0
        self._follows = True
        self._smaller = SmallButton(theme, "A−", "Smaller script", theme.panel, self)
        self._larger = SmallButton(theme, "A+", "Larger script", theme.panel, self)
        self._smaller.clicked.connect(self.smaller)
        self._larger.clicked.connect(self.larger)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        shown = passages([passage.segment for passage in self._shown], snapshot)
        if shown == self._shown:
            return
        goes_on = [(one.segment, one.words) for one in shown[:1]] == [
            (one.segment, one.words) for one in self._shown[:1]
        ]
        # After an undo what was past is read again: nobody should have to look for it.
        comes_back = goes_on and self._shown[:1] != () and self._shown[0].is_past and not shown[0].is_past
        self._shown = shown
        if not goes_on or comes_back:
            self._scrolled = 0.0
        self._follows = True
        self._lay()
        self.setAccessibleDescription("\n".join(passage.words for passage in shown))
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Leave more of a low window to the words."""
        self._top = _TOP_LOW if compact else _TOP

    def _show_what_comes(self) -> None:
        """Where what was read leaves no room for what comes, what comes begins at the top."""
        tops = [top for passage, _, top in self._blocks if not passage.is_past]
        if tops and self._blocks[0][0].is_past and self._high > self._room().height():
            self._scrolled = tops[0] + _HEAD_HIGH

    def larger(self) -> None:
        """One size up."""
        self._set_size(min(SIZES[-1], next((size for size in SIZES if size > self._size), SIZES[-1])))

    def smaller(self) -> None:
        """One size down."""
        self._set_size(max((size for size in SIZES if size < self._size), default=SIZES[0]))

    @property
    def size_shown(self) -> int:
        """The size of the words, in logical pixels."""
        return self._size

    def _set_size(self, size: int) -> None:
        self._store.setValue(KEPT_AS, size)
        self.set_size(size)

    def set_size(self, size: int) -> None:
        """Show the words in this size."""
        if size != self._size:
            self._size = size
            self._lay()
            self.update()

    # ---- geometry

    def sizeHint(self) -> QSize:
        return QSize(400, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 84)

    def _room(self) -> QRect:
        return self.rect().adjusted(_SIDE, self._top, -_SIDE, -8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        y = (self._top - 28) // 2
        self._larger.setGeometry(self.width() - 46, y, 38, 28)
        self._smaller.setGeometry(self.width() - 88, y, 38, 28)
        self._lay()

    def _lay(self) -> None:
        room = self._room()
        style = Style(self._size, fonts.MEDIUM, lines=_ALL_LINES, leading=1.1)
        top = 0.0
        self._blocks = []
        for passage in self._shown:
            block = Block(style).lay(passage.words, room.width())
            self._blocks.append((passage, block, top))
            top += (_HEAD_HIGH if self._blocks[1:] else 0) + block.height + 14
        self._high = max(0.0, top - 14)
        if self._follows:
            self._show_what_comes()
        self._limit()

    def _limit(self) -> None:
        most = self._high - self._room().height()
        if most > 0 and self._blocks:  # so far that the last words can stand at the top
            most = max(most, self._blocks[-1][2] + _HEAD_HIGH)
        self._scrolled = max(0.0, min(self._scrolled, most))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-(event.pixelDelta().y() or event.angleDelta().y() / 120 * self._size * 2))
        event.accept()

    def read_on(self) -> None:
        """Scroll on by most of what is seen."""
        self._scroll(self._room().height() * _PAGE)

    def read_again(self) -> None:
        """Scroll back by most of what is seen."""
        self._scroll(-self._room().height() * _PAGE)

    def _scroll(self, by: float) -> None:
        """By so many pixels; from now on the words stay where the reader put them."""
        before = self._scrolled
        self._scrolled += by
        self._follows = False
        self._limit()
        if self._scrolled != before:
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._lay()
        super().changeEvent(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.panel, theme.line)
        room = self._room()
        painter.setClipRect(room.adjusted(-4, 0, 14, 4))
        if not self._blocks:
            words = "No words are written for what is on air or next."
            line(painter, QRectF(room.x(), room.y(), room.width() - 80, 20), words, Style(15), theme.text_dim)
        for passage, block, top in self._blocks:
            y = room.y() + top - self._scrolled
            if top:
                head = QRectF(room.x(), y, room.width(), 16)
                line(painter, head, passage.heading, _HEAD, theme.amber)
                y += _HEAD_HIGH
            if y < room.bottom() and y + block.height > room.y():
                ink = theme.text_faint if passage.is_past else theme.text
                block.draw(painter, room.x(), y, ink, bottom=room.bottom() + 4)  # half a line can't be read
        self._paint_position(painter, room)
        painter.setClipping(False)
        head = QRectF(room.x(), self._top / 2 - 8, self.width() - _SIDE - 100, 18)
        line(painter, head, self._heading(), _HEAD, theme.text_dim)

    def _heading(self) -> str:
        """Of the passage that begins above, or at the upper edge."""
        above = [passage for passage, _, top in self._blocks if top + _HEAD_HIGH <= self._scrolled + 2]
        if above:
            return above[-1].heading
        return self._blocks[0][0].heading if self._blocks else "SCRIPT"

    def _paint_position(self, painter: QPainter, room: QRect) -> None:
        """A thin mark at the side that says how much more there is."""
        if self._high <= room.height():
            return
        part = room.height() / self._high
        top = room.y() + self._scrolled * part
        mark = QRectF(self.width() - 9, top, 4, room.height() * part)
        paint.panel(painter, mark, self._theme.line_strong, None, 2)


def _kept_size(store: Store) -> int:
    kept = str(store.value(KEPT_AS, USUAL))
    return min(SIZES, key=lambda size: abs(size - int(kept))) if kept.isdecimal() else USUAL
