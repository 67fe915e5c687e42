"""All keys at a glance, over the window and not in its way: any key still does what it does."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.keys import Group, Key, Wish, key_of, key_table, printed
from ssc_console.look import fonts, paint
from ssc_console.look.text import Style, line, width
from ssc_console.look.theme import Theme

_HEAD = Style(13, fonts.BOLD)
_TITLE = Style(22, fonts.BOLD)
_HINT = Style(14)
_ORDER = (
    Group.SHOW,
    Group.CUES,
    Group.SPEAKER,
    Group.PROGRAMME,
    Group.SEGMENT,
    Group.VIEW,
    Group.CLOCK,
    Group.REHEARSAL,
    Group.REPLAY,
    Group.RUN,
)
_COLUMNS = 3
_TOP, _SIDE, _BETWEEN = 70, 40, 36
_MOST, _LEAST = 27, 15
"""Pixels: how high a line is where there is room, and where there is none."""

Entry = Group | Key | None
"""A line of the overlay: a heading, a key, or room between two groups."""


class AllKeys(QWidget):
    """A panel made from the table of keys. Emits `closed` when it is clicked."""

    closed = Signal()

    def __init__(self, theme: Theme, has: Callable[[Key], bool], parent: QWidget | None = None) -> None:
        """`has` answers whether a key of the table counts here."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("All keys")
        self._theme = theme
        self._has = has
        spoken = (f"{key.words}: {', '.join(map(printed, key.keys))}" for key in self._keys())
        self.setAccessibleDescription("\n".join(spoken))

    def _keys(self) -> list[Key]:
        return [key for key in key_table() if self._has(key)]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()).adjusted(16, 12, -16, -8), theme.panel, theme.line_strong)
        line(painter, QRectF(40, 26, 300, 30), "All keys", _TITLE, theme.text)
        hint = f"{key_of(Wish.TO_SHOW)} or a click closes this; every key works meanwhile"
        line(painter, QRectF(150, 29, self.width() - 200, 26), hint, _HINT, theme.text_dim)
        wide = (self.width() - 2 * _SIDE - (_COLUMNS - 1) * _BETWEEN) / _COLUMNS
        columns, high = self.columns(), self.line_high()
        for place, entries in enumerate(columns):
            room = QRectF(_SIDE + place * (wide + _BETWEEN), _TOP, wide, high)
            for entry in entries:
                self._paint_entry(painter, room, entry)
                room.translate(0, high)

    def columns(self) -> list[list[Entry]]:
        """What stands in each column, as even as may be; a group that goes on has its heading again."""
        blocks: list[tuple[Group, list[Entry]]] = []
        keys = self._keys()
        for group in _ORDER:
            of_group = [key for key in keys if key.group is group]
            if not of_group:
                continue
            first, *rest = of_group
            blocks.append((group, [group, first]))
            blocks.extend((group, [key]) for key in rest)
            blocks.append((group, [None]))
        whole = sum(len(entries) for _, entries in blocks)
        found: list[list[Entry]] = [[]]
        for group, entries in blocks:
            done = sum(map(len, found)) + len(entries)
            if len(found) < _COLUMNS and entries != [None] and done > whole * len(found) / _COLUMNS + 1:
                found.append([] if entries[0] is group else [group])
            found[-1] += entries
        return [column[:-1] if column[-1] is None else column for column in found]

    def line_high(self) -> float:
        """How high a line is, so that all of them are in view; in pixels."""
        most = max(map(len, self.columns()))
        return min(max((self.height() - _TOP - 18) / most, _LEAST), _MOST)

    def _paint_entry(self, painter: QPainter, room: QRectF, entry: Entry) -> None:
        if isinstance(entry, Group):
            line(painter, room, entry.upper(), _HEAD, self._theme.accent)
        elif entry is not None:
            self._paint_key(painter, room, entry)

    def _paint_key(self, painter: QPainter, room: QRectF, key: Key) -> None:
        theme = self._theme
        small = room.height() < 21
        words, cap = (
            (Style(12), Style(11, fonts.SEMIBOLD)) if small else (Style(14), Style(13, fonts.SEMIBOLD))
        )
        right = room.right()
        for printed_key in reversed(dict.fromkeys(map(printed, key.keys))):
            wide = width(printed_key, cap) + 14
            ground = QRectF(right - wide, room.y() + 1.5, wide, min(room.height() - 4, 22))
            paint.panel(painter, ground, theme.raised, theme.line_strong, 4)
            line(painter, ground, printed_key, cap, theme.text, Qt.AlignmentFlag.AlignHCenter)
            right -= wide + 5
        words_room = QRectF(room.x(), room.y(), right - room.x() - 6, room.height() - 2)
        line(painter, words_room, key.words, words, theme.text)
        rule = QColor(theme.line)
        painter.fillRect(QRectF(room.x(), room.bottom() - 1, room.width(), 1), rule)
