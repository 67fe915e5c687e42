"""The segment on air: who, and how long is left, readable from three metres."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.desk.on_air_heading import OnAirHeading
from ssc_console.desk.phase_badge import PhaseBadge
from ssc_console.desk.time_left_bar import HEIGHT, TimeLeftBar
from ssc_console.look.digits import Digits
from ssc_console.look.phases import phase_look
from ssc_console.look.text import LEFT
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Phase
from ssc_console.show.programme import Motion
from ssc_console.show.snapshot import Snapshot

_BESIDE = (200, 168, 168)
"""The phase and its explanation need so much beside the digits, at each size of the countdown."""
_GAP = 14
_BELOW = 40
"""Below the digits they need a line of this height, with the gap above it."""
_HEADING = 96
"""As high as the name and what is above and below it are as a rule."""


class OnAir(QWidget):
    """The countdown with its name above it, its phase beside it and its bar below."""

    def __init__(self, theme: Theme, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._phase: Phase | None = None
        self._compact = False
        self._grown = 0
        self.heading = OnAirHeading(theme, zone, self)
        self.digits = Digits(theme.text, theme.background, align=LEFT, parent=self)
        self.digits.setAccessibleName("Time left")
        self.phase = PhaseBadge(theme, zone, self)
        self.bar = TimeLeftBar(theme, self)

    def present(self, snapshot: Snapshot, *, words: bool = True) -> None:
        """Be like this; without `words` what is above the countdown reads as it did."""
        if words:
            self.heading.present(snapshot)
        on_air = snapshot.on_air
        video = snapshot.programme.video
        faded = video is not None and video.motion is Motion.STOPPED
        self.phase.present(on_air, lost=snapshot.programme.lost, faded=faded)
        self.bar.present(on_air)
        text = ""
        if on_air is None and self._phase is not None:
            self._phase = None  # an overrun's ground is not left behind
            self.digits.set_colours(self._theme.text, self._theme.background)
        if on_air is not None:
            if on_air.phase is not self._phase:
                self._phase = on_air.phase
                look = phase_look(on_air.phase, self._theme)
                self.digits.set_colours(look.ink, look.ground)
            text = timecode.countdown(on_air.remaining)
        self._show_left(text, look_at_heading=words)

    def count(self, snapshot: Snapshot) -> None:
        """Be like this, where nothing has changed but what counts."""
        on_air = snapshot.on_air
        if on_air is not None:
            self.phase.count(on_air)
            self.bar.present(on_air)
            self._show_left(timecode.countdown(on_air.remaining))

    def _show_left(self, text: str, *, look_at_heading: bool = False) -> None:
        longer = len(text) != len(self.digits.text)
        self.digits.set_text(text)
        if longer or (look_at_heading and self.heading.height_at(self.width()) != self.heading.height()):
            self._place()

    def set_compact(self, compact: bool) -> None:
        """Leave more of a low window to the countdown."""
        if compact != self._compact:
            self._compact = compact
            self.heading.set_compact(compact)
            self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 190)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def set_grown(self, grown: int) -> None:
        """Let the countdown be so many steps above the usual, 0 to 2."""
        if grown != self._grown:
            self._grown = grown
            self._place()

    def _place(self) -> None:
        wide, high = self.width(), self.height()
        heading = self.heading.height_at(wide)
        self.heading.setGeometry(0, 0, wide, heading)
        self.bar.setGeometry(0, high - HEIGHT, wide, HEIGHT)
        room = QRect(0, heading + _GAP, wide, high - heading - HEIGHT - 2 * _GAP)
        if self._has_phase_below():
            self.phase.set_in_line(in_line=True)
            line = QRect(0, room.bottom() + 1 - self.phase.LINE, wide, self.phase.LINE)
            room.setHeight(room.height() - _BELOW)
            self.phase.setGeometry(line)
            text = self.digits.text or "0:00"
            room.setWidth(min(round(self.digits.width_at(text, room.height())) + 2, wide))
            self.digits.setGeometry(room)
        else:
            self._place_beside(room)

    def _place_beside(self, room: QRect) -> None:
        wide = self.width()
        text = self.digits.text or "0:00"
        beside = min(_BESIDE[self._grown], wide // 3)
        digits = min(round(self.digits.width_at(text, room.height())) + 2, wide - beside - 2 * _GAP)
        self.digits.setGeometry(room.x(), room.y(), digits, room.height())
        left = digits + 2 * _GAP
        beside_it = QRect(left, room.y(), wide - left, room.height())
        flat = room.height() < self.phase.LEAST
        if flat:
            beside_it.setTop(room.bottom() + 1 - min(room.height(), self.phase.LINE))
        self.phase.set_in_line(in_line=flat)
        self.phase.setGeometry(beside_it)

    def _has_phase_below(self) -> bool:
        """Whether a grown countdown is larger with its phase below it than with it beside.

        Told by the room alone, and for a figure of four: where the phase is does not change from one speaker
        to the next, or in the tenth minute.
        """
        if not self._grown:
            return False
        high = self.height() - _HEADING - HEIGHT - 2 * _GAP
        as_wide = self.digits.width_at("0:00", 100) / 100
        beside = min(high, (self.width() - _BESIDE[self._grown] - _GAP) / as_wide)
        return min(high - _BELOW, self.width() / as_wide) > beside

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.background)
