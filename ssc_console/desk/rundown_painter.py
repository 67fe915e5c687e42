"""Paints a line of the rundown: columns that align, by one measure for all rows."""

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView

from ssc_console.desk.row_sizes import Columns, row_sizes
from ssc_console.desk.rundown_rows import SEPARATOR, Header, Part, RowFace, Tone
from ssc_console.look import shapes, text
from ssc_console.look.text import LEFT, RIGHT, Style
from ssc_console.look.theme import Theme
from ssc_console.look.viewport import has_keyboard, is_chosen
from ssc_console.show.figures import SegmentState

LEGEND = "START · LENGTH · AGAINST PLAN"


class RowPainter:
    """Paints rows of a view in the colours of a theme. Every row fills its own ground."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        self._theme = theme
        self._view = view
        self.sizes = row_sizes(1.0)
        self._dirty, self._whole = QRegion(), QRect()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme

    def set_scale(self, scale: float) -> None:
        """Paint texts so many times as large as usual."""
        self.sizes = row_sizes(scale)

    def set_dirty(self, dirty: QRegion) -> None:
        """Only what lies there is wanted from now on; rows that are in its one place are painted whole."""
        self._dirty = dirty
        self._whole = dirty.boundingRect() if dirty.rectCount() == 1 else QRect()

    def paint(self, painter: QPainter, rect: QRect, index: QModelIndex, shown: Header | RowFace) -> None:
        """Paint a line there."""
        whole = QRectF(rect)
        if isinstance(shown, Header):
            self._header(painter, whole, shown, first=index.row() == 0)
        else:
            self._row(painter, whole, shown, whole=self._whole.contains(rect))
            self._focus(painter, whole, index)

    def place(self, rect: QRect, part: Part) -> QRect:
        """Where that part of a row is."""
        if part is Part.ALL:
            return rect
        return self.start_place(rect) if part is Part.START else self.end_place(rect)

    def start_place(self, rect: QRect) -> QRect:
        """Where the time is at which a row starts: an advance changes nothing else of most rows."""
        x, y, wide, high = _sides(rect)
        columns = self.sizes.columns(wide)
        return QRect(x + int(columns.start), y, int(columns.title - columns.start), high)

    def end_place(self, rect: QRect) -> QRect:
        """Where the live countdown of a row is: a second changes nothing else of it."""
        x, y, wide, high = _sides(rect)
        left = int(self.sizes.columns(wide).end) - self.sizes.over
        return QRect(x + left, y, wide - left, high)

    def count(self, painter: QPainter, rect: QRect, dirty: QRect, shown: RowFace) -> None:
        """Paint what is dirty of `end_place`, where no more is wanted; of a row that is not chosen."""
        x, y, wide, high = _sides(rect)
        painter.fillRect(dirty, self._ground(shown))
        painter.fillRect(x, y + high - 1, wide, 1, self._theme.line)
        self._end(painter, QRectF(rect), shown, self.sizes.columns(wide))

    def _header(self, painter: QPainter, rect: QRectF, shown: Header, *, first: bool) -> None:
        look = self._theme
        painter.fillRect(rect, look.sunken)
        inside = rect.adjusted(self.sizes.pad + 1, 0, -self.sizes.pad, 0)
        both = (
            text.width(shown.words.upper(), self.sizes.heading) + text.width(LEGEND, self.sizes.heading) + 12
        )
        if first and (self.sizes.scale == 1 or both <= inside.width()):
            text.line(painter, inside, LEGEND, self.sizes.heading, look.text_dim, RIGHT)
            inside.setRight(inside.right() - text.width(LEGEND, self.sizes.heading) - 12)
        text.line(painter, inside, shown.words.upper(), self.sizes.heading, look.text_dim, LEFT)

    def _row(self, painter: QPainter, rect: QRectF, shown: RowFace, *, whole: bool) -> None:
        self._row_ground(painter, rect, shown)
        columns = self.sizes.columns(rect.width())
        if shown.mark is not None:
            mark = QRectF(rect.x() + columns.mark, rect.center().y() - 7, 14, 14)
            shapes.draw(painter, shown.mark, mark, self._ink(shown.mark_tone))
        if whole or self._is_wanted(rect, columns.start, columns.title):
            self._start(painter, rect, shown, columns)
        if whole or self._is_wanted(rect, columns.title, columns.end):
            self._texts(painter, rect, shown, columns)
            if not self.sizes.is_narrow(columns) and not self._reaches_length(shown, columns):
                self._length(painter, rect, shown, columns)
        over = self.sizes.over_wide if shown.wide_end or shown.overrun else self.sizes.over
        if whole or self._is_wanted(rect, columns.end - over, rect.width()):
            self._end(painter, rect, shown, columns)

    def _is_wanted(self, rect: QRectF, left: float, right: float) -> bool:
        """Whether what lies there in the row is to be painted at all."""
        return self._dirty.intersects(
            QRectF(rect.x() + left, rect.y(), right - left, rect.height()).toAlignedRect()
        )

    def _row_ground(self, painter: QPainter, rect: QRectF, shown: RowFace) -> None:
        painter.fillRect(rect, self._ground(shown))
        if shown.state is SegmentState.ON_AIR:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.accent)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.line)

    def _focus(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        """A row that was clicked is meant by the keys about a row, though the arrows are still the show's."""
        if is_chosen(self._view, index):
            focused = has_keyboard(self._view, index)
            painter.setPen(self._theme.focus if focused else self._theme.text_dim)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))

    def _start(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        start = QRectF(rect.x() + columns.start, rect.y(), self.sizes.px(52), rect.height())
        text.line(
            painter,
            start,
            shown.start,
            self.sizes.start,
            self._theme.text if near else self._theme.text_faint,
        )

    def _texts(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        look = self._theme
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        ink = look.text if near else look.text_faint
        px, x = self.sizes.px, rect.x() + columns.title
        room = self._room(shown, columns)
        upper = QRectF(x, rect.y() + px(4), room, px(19))
        lower = QRectF(x, rect.y() + px(22), room, px(16))
        if not shown.who:
            upper.moveTop(rect.y() + (rect.height() - upper.height()) / 2)
        text.line(painter, upper, shown.title, self.sizes.title_near if near else self.sizes.title, ink)
        if shown.state is SegmentState.SKIPPED:
            middle = upper.center().y() + 1
            wide = min(upper.width(), text.width(shown.title, self.sizes.title))
            painter.fillRect(QRectF(upper.x(), middle, wide, 1), ink)
        if shown.who:
            who = fitting(shown.who, self.sizes.who, room)
            text.line(painter, lower, who, self.sizes.who, look.text_dim if near else look.text_faint)

    def _room(self, shown: RowFace, columns: Columns) -> float:
        """How wide a text may be: up to the length, or where that is in the last column up to this."""
        if shown.wide_end:
            return columns.end - self.sizes.over_wide - 12 - columns.title
        if self.sizes.is_narrow(columns):
            return columns.length_right - columns.title
        return columns.length_right - text.width(shown.length, self.sizes.length) - 12 - columns.title

    def _length(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        look = self._theme
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        ink = look.text if near else look.text_faint
        left = rect.x() + columns.length_right - self.sizes.px(64)
        length = QRectF(left, rect.y(), self.sizes.px(64), rect.height())
        style = self.sizes.length
        if self.sizes.is_narrow(columns):
            length = self._half(rect, columns, below=True)
            style = self.sizes.word
        text.line(painter, length, shown.length, style, ink, RIGHT)

    def _half(self, rect: QRectF, columns: Columns, *, below: bool) -> QRectF:
        """Of the last column, its upper or its lower line: in a narrow row it has the length, too."""
        px, x = self.sizes.px, rect.x() + columns.end
        wide = columns.right - columns.end
        if below:
            return QRectF(x, rect.y() + px(22), wide, px(16))
        return QRectF(x, rect.y() + px(3), wide, px(20))

    def _end(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        x, y, _, high = _sides(rect)
        end = QRectF(x + columns.end, y, columns.right - columns.end, high)
        is_narrow = self.sizes.is_narrow(columns)
        if is_narrow and shown.length:
            end = self._half(rect, columns, below=False)
        if shown.wide_end:
            end.setLeft(end.left() - self.sizes.over_wide)
        style, tone = self._end_style(shown), self._ink(shown.end_tone)
        if shown.overrun:
            tone = self._inverted(painter, end, shown.end)
        text.line(painter, end, shown.end, style, tone, RIGHT)
        if shown.end_shape is not None:
            x = end.right() - text.width(shown.end, style) - 18
            shapes.draw(painter, shown.end_shape, QRectF(x, end.center().y() - 5.5, 11, 11), tone)
        if is_narrow:
            self._length(painter, rect, shown, columns)

    def _over_wide(self, countdown: str) -> float:
        """How wide the ground of an overrun's countdown is."""
        return text.width(countdown, self.sizes.countdown) + 30

    def _reaches_length(self, shown: RowFace, columns: Columns) -> bool:
        """An overrun of over an hour, or of days, needs the room of the length: that stands on air, too."""
        return shown.overrun and self._over_wide(shown.end) > columns.right + 6 - columns.length_right

    def _inverted(self, painter: QPainter, end: QRectF, countdown: str) -> QColor:
        """The ground of an overrun's countdown; answers with the ink that goes on it."""
        wide = self._over_wide(countdown)
        high = min(self.sizes.px(24), end.height())
        ground = QRectF(end.right() - wide + 6, end.center().y() - high / 2, wide, high)
        painter.fillRect(ground, self._theme.red_strong)
        return self._theme.on_red

    def _end_style(self, shown: RowFace) -> Style:
        if shown.state is SegmentState.ON_AIR:
            return self.sizes.countdown
        return self.sizes.word if shown.end[:1].isalpha() else self.sizes.end

    def _ground(self, shown: RowFace) -> QColor:
        if shown.state is SegmentState.ON_AIR:
            return self._theme.accent_fill
        is_next = shown.mark is shapes.Shape.PLAY_OPEN
        return self._theme.panel if is_next else self._theme.background

    def _ink(self, tone: Tone) -> QColor:
        ink: QColor = getattr(self._theme, tone.value)
        return ink


def _sides(rect: QRect | QRectF) -> tuple[Any, Any, Any, Any]:
    """Left, top, width and height, by one call for four."""
    return cast(tuple[Any, Any, Any, Any], rect.getRect())


def fitting(who: str, style: text.Style, room: float) -> str:
    """As many of its parts as have room: of an organisation three letters say nothing."""
    parts = who.split(SEPARATOR)
    while len(parts) > 1 and text.width(SEPARATOR.join(parts), style) > room:
        parts.pop()
    return SEPARATOR.join(parts)
