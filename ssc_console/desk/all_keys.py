"""All keys at a glance, over the window and not in its way: any key still does what it does."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.keys import Group, Key, Wish, key_of, key_table, printed
from ssc_console.look import fonts, paint
from ssc_console.look.text import Style, line, width
from ssc_console.look.theme import Theme

_HEAD = Style(13, fonts.BOLD)
_TITLE = Style(22, fonts.BOLD)
_WORDS = Style(14)
_KEY = Style(13, fonts.SEMIBOLD)
_ROW = 27
_COLUMNS = (
    (Group.SHOW, Group.VIEW),
    (Group.CUES, Group.SPEAKER, Group.CLOCK, Group.REHEARSAL, Group.REPLAY),
    (Group.SEGMENT, Group.PROGRAMME),
)


class AllKeys(QWidget):
    """A panel made from the table of keys. Emits `closed` when it is clicked."""

    closed = Signal()

    def __init__(self, theme: Theme, groups: frozenset[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("All keys")
        spoken = (f"{key.words}: {', '.join(map(printed, key.keys))}" for key in key_table())
        self.setAccessibleDescription("\n".join(spoken))
        self._theme = theme
        self._groups = groups

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()).adjusted(16, 12, -16, -8), theme.panel, theme.line_strong)
        line(painter, QRectF(40, 26, 300, 30), "All keys", _TITLE, theme.text)
        hint = f"{key_of(Wish.TO_SHOW)} or a click closes this; every key works meanwhile"
        line(painter, QRectF(150, 29, self.width() - 200, 26), hint, _WORDS, theme.text_dim)
        wide = (self.width() - 80 - 2 * 36) / 3
        for place, groups in enumerate(_COLUMNS):
            self._paint_column(
                painter, QRectF(40 + place * (wide + 36), 70, wide, self.height() - 80), groups
            )

    def _paint_column(self, painter: QPainter, room: QRectF, groups: tuple[Group, ...]) -> None:
        y = room.y()
        for group in groups:
            if group not in self._groups:
                continue
            line(painter, QRectF(room.x(), y, room.width(), 20), group.upper(), _HEAD, self._theme.accent)
            y += 26
            for key in (one for one in key_table() if one.group is group):
                self._paint_key(painter, QRectF(room.x(), y, room.width(), _ROW), key)
                y += _ROW
            y += 14

    def _paint_key(self, painter: QPainter, room: QRectF, key: Key) -> None:
        theme = self._theme
        right = room.right()
        for words in reversed(dict.fromkeys(map(printed, key.keys))):
            wide = width(words, _KEY) + 14
            cap = QRectF(right - wide, room.y() + 2, wide, 22)
            paint.panel(painter, cap, theme.raised, theme.line_strong, 4)
            line(painter, cap, words, _KEY, theme.text, Qt.AlignmentFlag.AlignHCenter)
            right -= wide + 5
        words_room = QRectF(room.x(), room.y(), right - room.x() - 6, room.height() - 2)
        line(painter, words_room, key.words, _WORDS, theme.text)
        rule = QColor(theme.line)
        painter.fillRect(QRectF(room.x(), room.bottom() - 1, room.width(), 1), rule)
