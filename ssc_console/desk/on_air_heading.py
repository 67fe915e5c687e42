"""Who is on air: the name, large, with title and organisation, and since when."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.desk.billing import billing
from ssc_console.look import fonts, paint
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.figures import OnAirFigures
from ssc_console.show.instants import ZERO
from ssc_console.show.rundown import Segment
from ssc_console.show.snapshot import Snapshot

_ON_AIR = Style(13, fonts.BOLD)
_CAPTION = Style(15, counts=True)
_NAME = Style(36, fonts.BOLD, lines=2, least=24, leading=0.96)
_ABOUT = Style(17, lines=2, least=15)
_CAPTION_HIGH = 24.0
_COMPACT = (Style(29, fonts.BOLD, least=20, leading=0.96), Style(15, lines=2, least=13))
_ROOMY = (_NAME, _ABOUT)


class OnAirHeading(QWidget):
    """A caption, the name and what the person is."""

    def __init__(self, theme: Theme, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("On air")
        self._theme = theme
        self._zone = zone
        self._shown: tuple[bool, str, str, str] = (False, "", "", "")
        self._name = Block(_NAME)
        self._about = Block(_ABOUT)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        on_air = snapshot.on_air
        if on_air is None:
            shown = (False, "", "Nothing is on air", "")
        else:
            bill = billing(on_air.segment, snapshot.rundown)
            shown = (True, _caption(on_air, bill.caption, self._zone), bill.name, bill.about)
        if shown != self._shown:
            self._shown = shown
            self._lay(self.width())
            self.setAccessibleDescription(", ".join(filter(None, shown[1:])))
            self.update()

    def set_compact(self, compact: bool) -> None:
        """A line each for the name and what is below it, where the window is low."""
        styles = _COMPACT if compact else _ROOMY
        if self._name.style is not styles[0]:
            self._name, self._about = map(Block, styles)
            self._lay(self.width())
            self.update()

    def height_at(self, wide: int) -> int:
        """How high it must be at that width."""
        self._lay(wide)
        return round(_CAPTION_HIGH + 8 + self._name.height + self._about.height + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay(self.width())

    def _lay(self, wide: int) -> None:
        _, _, name, about = self._shown
        self._name.lay(name, wide)
        self._about.lay(about, wide)
        self.setToolTip("\n".join((name, about)) if self._name.cut or self._about.cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        is_on_air, caption, _, _ = self._shown
        left = 0.0
        if is_on_air:
            wide = paint.badge_width("ON AIR", _ON_AIR, Shape.DISC)
            ground = QRectF(0, 0, wide, _CAPTION_HIGH)
            paint.badge(painter, ground, "ON AIR", _ON_AIR, theme.live, theme.live_fill, shape=Shape.DISC)
            left = wide + 12
        room = QRectF(left, 0, self.width() - left, _CAPTION_HIGH)
        line(painter, room, caption, _CAPTION, theme.text_dim)
        self._name.draw(painter, 0, _CAPTION_HIGH + 6, theme.text)
        self._about.draw(painter, 0, _CAPTION_HIGH + 8 + self._name.height, theme.text_dim)


def _verb(segment: Segment) -> str:
    if segment.video is not None:
        return "rolling"
    return "speaking" if segment.speakers else "running"


def _caption(on_air: OnAirFigures, what: str, zone: str) -> str:
    if on_air.begun_at is None:
        since = f"on air since {timecode.clock(on_air.taken_at, zone)}"
    else:
        since = f"{_verb(on_air.segment)} since {timecode.clock(on_air.begun_at, zone)}"
    added = "nothing added" if on_air.added == ZERO else f"{timecode.signed(on_air.added)} added"
    return " · ".join(filter(None, (what, since, f"{timecode.span(on_air.allotted)}, {added}")))
