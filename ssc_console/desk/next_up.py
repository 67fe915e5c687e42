"""Who is next: the name, how to say it, the local time there, when about, and how long."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.desk.billing import billing, local_times
from ssc_console.look import fonts, paint
from ssc_console.look.text import RIGHT, Block, Style, line, width
from ssc_console.look.theme import Theme
from ssc_console.show.figures import SegmentRow, Status
from ssc_console.show.instants import ZERO
from ssc_console.show.snapshot import Snapshot

_HEAD = Style(13, fonts.BOLD)
_NAME = Style(24, fonts.BOLD, lines=2, least=18, leading=0.98)
_SAY = Style(16, fonts.MEDIUM)
_SAY_LOW = Style(15, fonts.MEDIUM)
_ABOUT = Style(15, lines=3, least=13)
_TIME = Style(28, fonts.BOLD)
_PLUS = Style(18)
_COMPACT = (Style(21, fonts.BOLD, least=17, leading=1.06), Style(14, lines=2, least=12))
_ROOMY = (_NAME, _ABOUT)
_SIDE = 18
_TOP = 11
_BESIDE = 12


class NextUp(QWidget):
    """A panel of its own below what is on air."""

    def __init__(self, theme: Theme, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Next")
        self._theme = theme
        self._zone = zone
        self._shown: tuple[str, ...] = ("",) * 6
        self._name = Block(_NAME)
        self._about = Block(_ABOUT)
        self._compact = False
        self._is_beside = False

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        row = snapshot.next
        shown = self._nothing(snapshot) if row is None else self._segment(snapshot, row)
        if shown != self._shown:
            self._shown = shown
            self._lay(self.width())
            self.setAccessibleDescription(", ".join(filter(None, shown)))
            self.update()

    def _nothing(self, snapshot: Snapshot) -> tuple[str, ...]:
        if snapshot.status is Status.ENDED:
            return ("NEXT", "Nothing", "", "the show has ended", "", "")
        end = timecode.hour_minute(snapshot.projected_end, self._zone)
        return ("NEXT", "Nothing: this is the last", "", f"the show ends about {end}", "", "")

    def _segment(self, snapshot: Snapshot, row: SegmentRow) -> tuple[str, ...]:
        at = row.projected_start
        head = f"NEXT · ABOUT {timecode.hour_minute(at, self._zone)}" if at else "NEXT"
        bill = billing(row.segment, snapshot.rundown)
        there = local_times(row.segment, snapshot.rundown, at)
        head = " · ".join(filter(None, (head, there, bill.caption)))
        intro = timecode.span(row.intro) if row.intro > ZERO else ""
        return (head, bill.name, bill.say, bill.about, intro, timecode.span(row.allotted))

    def set_compact(self, compact: bool) -> None:
        """A line for the name; how to say it and what it is share one where they fit, in a low window."""
        styles = _COMPACT if compact else _ROOMY
        if compact is not self._compact:
            self._compact = compact
            self._name, self._about = map(Block, styles)
            self._lay(self.width())
            self.update()

    def height_at(self, wide: int) -> int:
        """How high it must be at that width."""
        self._lay(wide)
        say = 22 if self._shown[2] and not self._is_beside else 0
        return round(2 * _TOP + 22 + self._name.height + say + self._about.height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(self.width())

    def _times_wide(self) -> float:
        _, _, _, _, intro, length = self._shown
        plus = width(intro, _TIME) + width("+", _PLUS) + 16 if intro else 0.0
        return width(length, _TIME) + plus

    def _room(self, wide: int) -> float:
        return wide - 2 * _SIDE - self._times_wide() - 20

    def _say_wide(self) -> float:
        """What how to say the name takes of the line below it, if they share one."""
        say = self._shown[2]
        return width(say, _SAY_LOW) + _BESIDE if say else 0.0

    def _lay(self, wide: int) -> None:
        room = self._room(wide)
        self._name.lay(self._shown[1], room)
        self._lay_about(wide - 2 * _SIDE if self._compact else room)
        cut = self._name.cut or self._about.cut
        self.setToolTip("\n".join(filter(None, self._shown[1:4])) if cut else "")

    def _lay_about(self, room: float) -> None:
        """Protocol wants the title whole: it stands beside how to say the name only if it fits there."""
        _, _, say, about, _, _ = self._shown
        left = room - self._say_wide()
        self._is_beside = self._compact and bool(say) and width(about, self._about.style) <= left
        self._about.lay(about, left if self._is_beside else room)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.panel, theme.line)
        head, _, say, _, _, _ = self._shown
        wide = self.width() - 2.0 * _SIDE
        line(painter, QRectF(_SIDE, _TOP, wide, 18), head, _HEAD, theme.amber)
        y = _TOP + 22.0
        self._name.draw(painter, _SIDE, y, theme.text)
        y += self._name.height
        x = float(_SIDE)
        if say and self._is_beside:
            beside = QRectF(x, y, self._say_wide(), self._about.height)
            line(painter, beside, say, _SAY_LOW, theme.accent)
            x += self._say_wide()
        elif say:
            style = _SAY_LOW if self._compact else _SAY
            line(painter, QRectF(x, y, self._room(self.width()), 22), say, style, theme.accent)
            y += 22
        self._about.draw(painter, x, y, theme.text_dim)
        self._paint_times(painter)

    def _paint_times(self, painter: QPainter) -> None:
        theme = self._theme
        _, _, _, _, intro, length = self._shown
        right = self.width() - _SIDE
        y = _TOP + 22 + self._name.height / 2 - 20 if self._compact else self.height() / 2 - 20
        line(painter, QRectF(0, y, right, 40), length, _TIME, theme.text, RIGHT)
        if intro:
            right -= round(width(length, _TIME) + 8)
            line(painter, QRectF(0, y, right, 40), "+", _PLUS, theme.text_dim, RIGHT)
            right -= round(width("+", _PLUS) + 8)
            line(painter, QRectF(0, y, right, 40), intro, _TIME, theme.text_dim, RIGHT)
