"""Paints a line of the rundown: columns that align, by one measure for all rows."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ssc_console.desk.rundown_model import FACE
from ssc_console.desk.rundown_rows import Header, Part, RowFace, Tone
from ssc_console.look import fonts, shapes, text
from ssc_console.look.text import LEFT, RIGHT, Style
from ssc_console.look.theme import Theme
from ssc_console.look.viewport import has_keyboard
from ssc_console.show.figures import SegmentState
from ssc_console.show.value import value

ROW_HEIGHT = 42
HEADER_HEIGHT = 28
PAD = 15
END_OVER, END_OVER_WIDE = 4, 30
"""Pixels by which the last column reaches to the left: by the shape before it, by the words of a wide one."""

START = Style(15)
TITLE = Style(15, fonts.MEDIUM)
TITLE_NEAR = Style(15, fonts.SEMIBOLD)
WHO = Style(12)
LENGTH = Style(15)
END = Style(14)
COUNTDOWN = Style(16, fonts.BOLD, counts=True)
WORD = Style(13)
HEADING = Style(11, fonts.SEMIBOLD)
LEGEND = "START · LENGTH · AGAINST PLAN"


@value
class Columns:
    """Where each column of a row of this width lies, in pixels from its left edge."""

    mark: float
    start: float
    title: float
    length_right: float
    end: float
    right: float

    @staticmethod
    def of(width: float) -> "Columns":
        """The columns for a row of this width."""
        right = width - PAD
        end = right - 76
        return Columns(mark=13, start=40, title=95, length_right=end - 6, end=end, right=right)


class RowPainter(QStyledItemDelegate):
    """Paints rows in the colours of a theme. Every row fills its own ground."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dirty = QRegion()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_header = isinstance(index.data(FACE), Header)
        return QSize(280, HEADER_HEIGHT if is_header else ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = index.data(FACE)
        rect: QRect = option.rect
        if isinstance(shown, Header):
            self._header(painter, QRectF(rect), shown, first=index.row() == 0)
        elif isinstance(shown, RowFace):
            self._row(painter, QRectF(rect), shown)
            self._focus(painter, QRectF(rect), index)

    def place(self, rect: QRect, part: Part) -> QRect:
        """Where that part of a row is."""
        if part is Part.ALL:
            return rect
        return self.start_place(rect) if part is Part.START else self.end_place(rect)

    def start_place(self, rect: QRect) -> QRect:
        """Where the time is at which a row starts: an advance changes nothing else of most rows."""
        columns = Columns.of(rect.width())
        wide = int(columns.title - columns.start)
        return QRect(rect.x() + int(columns.start), rect.y(), wide, rect.height())

    def end_place(self, rect: QRect) -> QRect:
        """Where the live countdown of a row is: a second changes nothing else of it."""
        columns = Columns.of(rect.width())
        return QRect(rect.x() + int(columns.end) - END_OVER, rect.y(), rect.width(), rect.height())

    def count(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, rect: QRect, shown: RowFace
    ) -> None:
        """Paint what is in `end_place`, when that is all that is wanted."""
        whole = QRectF(rect)
        self._row_ground(painter, whole, shown)
        self._end(painter, whole, shown, Columns.of(rect.width()))
        self._focus(painter, whole, index)

    def _header(self, painter: QPainter, rect: QRectF, shown: Header, *, first: bool) -> None:
        look = self._theme
        painter.fillRect(rect, look.sunken)
        inside = rect.adjusted(PAD + 1, 0, -PAD, 0)
        if first:
            text.line(painter, inside, LEGEND, HEADING, look.text_dim, RIGHT)
            inside.setRight(inside.right() - text.width(LEGEND, HEADING) - 12)
        text.line(painter, inside, shown.words.upper(), HEADING, look.text_dim, LEFT)

    def _row(self, painter: QPainter, rect: QRectF, shown: RowFace) -> None:
        self._row_ground(painter, rect, shown)
        columns = Columns.of(rect.width())
        if shown.mark is not None:
            mark = QRectF(rect.x() + columns.mark, rect.center().y() - 7, 14, 14)
            shapes.draw(painter, shown.mark, mark, self._ink(shown.mark_tone))
        if self._is_wanted(rect, columns.start, columns.title):
            self._start(painter, rect, shown, columns)
        if self._is_wanted(rect, columns.title, columns.end):
            self._texts(painter, rect, shown, columns)
            self._length(painter, rect, shown, columns)
        over = END_OVER_WIDE if shown.wide_end or shown.overrun else END_OVER
        if self._is_wanted(rect, columns.end - over, rect.width()):
            self._end(painter, rect, shown, columns)

    def _is_wanted(self, rect: QRectF, left: float, right: float) -> bool:
        """Whether what lies there in the row is to be painted at all."""
        return self.dirty.intersects(
            QRectF(rect.x() + left, rect.y(), right - left, rect.height()).toAlignedRect()
        )

    def _row_ground(self, painter: QPainter, rect: QRectF, shown: RowFace) -> None:
        painter.fillRect(rect, self._ground(shown))
        if shown.state is SegmentState.ON_AIR:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.accent)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.line)

    def _focus(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        if has_keyboard(self.parent(), index):
            painter.setPen(self._theme.focus)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))

    def _start(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        start = QRectF(rect.x() + columns.start, rect.y(), 52, rect.height())
        text.line(painter, start, shown.start, START, self._theme.text if near else self._theme.text_faint)

    def _texts(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        look = self._theme
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        ink = look.text if near else look.text_faint
        beside = (
            columns.end - END_OVER_WIDE
            if shown.wide_end
            else columns.length_right - text.width(shown.length, LENGTH)
        )
        room = beside - 12 - columns.title
        upper = QRectF(rect.x() + columns.title, rect.y() + 4, room, 19)
        lower = QRectF(rect.x() + columns.title, rect.y() + 22, room, 16)
        if not shown.who:
            upper.moveTop(rect.y() + (rect.height() - upper.height()) / 2)
        text.line(painter, upper, shown.title, TITLE_NEAR if near else TITLE, ink)
        if shown.state is SegmentState.SKIPPED:
            middle = upper.center().y() + 1
            wide = min(room, text.width(shown.title, TITLE))
            painter.fillRect(QRectF(upper.x(), middle, wide, 1), ink)
        if shown.who:
            text.line(painter, lower, shown.who, WHO, look.text_dim if near else look.text_faint)

    def _length(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        look = self._theme
        near = shown.state in (SegmentState.ON_AIR, SegmentState.PENDING)
        ink = look.text if near else look.text_faint
        left = rect.x() + columns.length_right - 64
        length = QRectF(left, rect.y(), 64, rect.height())
        text.line(painter, length, shown.length, LENGTH, ink, RIGHT)

    def _end(self, painter: QPainter, rect: QRectF, shown: RowFace, columns: Columns) -> None:
        end = QRectF(rect.x() + columns.end, rect.y(), columns.right - columns.end, rect.height())
        if shown.wide_end:
            end.setLeft(end.left() - END_OVER_WIDE)
        style, tone = self._end_style(shown), self._ink(shown.end_tone)
        if shown.overrun:
            tone = self._inverted(painter, end, shown.end)
        text.line(painter, end, shown.end, style, tone, RIGHT)
        if shown.end_shape is not None:
            x = end.right() - text.width(shown.end, style) - 18
            shapes.draw(painter, shown.end_shape, QRectF(x, rect.center().y() - 5.5, 11, 11), tone)

    def _inverted(self, painter: QPainter, end: QRectF, countdown: str) -> QColor:
        """The ground of an overrun's countdown; answers with the ink that goes on it."""
        wide = text.width(countdown, COUNTDOWN) + 30
        ground = QRectF(end.right() - wide + 6, end.center().y() - 12, wide, 24)
        painter.fillRect(ground, self._theme.red_strong)
        return self._theme.on_red

    def _end_style(self, shown: RowFace) -> Style:
        if shown.state is SegmentState.ON_AIR:
            return COUNTDOWN
        return WORD if shown.end[:1].isalpha() else END

    def _ground(self, shown: RowFace) -> QColor:
        if shown.state is SegmentState.ON_AIR:
            return self._theme.accent_fill
        is_next = shown.mark is shapes.Shape.PLAY_OPEN
        return self._theme.panel if is_next else self._theme.background

    def _ink(self, tone: Tone) -> QColor:
        ink: QColor = getattr(self._theme, tone.value)
        return ink
