"""The knobs of a clock that a person steers: slower, pause, faster, jumps to what matters; a stopwatch."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ssc_console.desk.clock_controls import ClockControls, faster, slower
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.desk.stopwatch import Stopwatch
from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.instants import ZERO
from ssc_console.show.snapshot import Snapshot

BEFORE_THE_END = timedelta(minutes=1)
TEN_SECONDS = timedelta(seconds=10)
BEFORE_A_CUE = timedelta(seconds=2)
"""So long before a cue goes to standby on its own."""


class RehearsalClock(QWidget):
    """Small buttons. Emits `changed` when it has steered the clock."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        controls: ClockControls,
        elapsed: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else a knob paints the whole header anew
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._controls = controls
        self._ahead = self._to_cue_ahead = ZERO

        def button(words: str, tip: str, wish: Wish, shape: Shape | None = None) -> SmallButton:
            return SmallButton(theme, words, f"{tip} ({key_of(wish)})", theme.panel, self, shape)

        self._slower = button("", "Slower", Wish.SLOWER, Shape.MINUS)
        self._pause = button("", "Pause the clock, or let it run", Wish.PAUSE, Shape.PAUSE)
        self._faster = button("", "Faster", Wish.FASTER, Shape.PLUS)
        self._jump = button("−1:00", "Jump to 1:00 before the end", Wish.JUMP)
        self._to_cue = button("", "Jump to just before the next cue", Wish.TO_CUE, Shape.TO_CUE)
        self.stopwatch = Stopwatch(theme, elapsed, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for one, does in (
            (self._slower, self.slower),
            (self._pause, self.pause),
            (self._faster, self.faster),
            (self._jump, self.jump),
            (self._to_cue, self.jump_to_cue),
        ):
            one.clicked.connect(does)
            row.addWidget(one)
        row.addWidget(self.stopwatch)
        self.stopwatch.setHidden(controls.goes_back)
        for one in self.findChildren(SmallButton):
            one.setFixedHeight(34)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        on_air = snapshot.on_air
        left = snapshot.to_start
        if on_air is not None:
            left = on_air.remaining + (on_air.intro_remaining or ZERO)
        self._ahead = left - BEFORE_THE_END
        self._jump.setEnabled(self._ahead > ZERO)
        ready = snapshot.next_standby
        self._to_cue_ahead = ZERO if ready is None else ready - BEFORE_A_CUE - snapshot.wall_now
        self._to_cue.setEnabled(self._to_cue_ahead > ZERO)
        self.stopwatch.present(snapshot)
        self._refresh()

    def _refresh(self) -> None:
        self._pause.set_shape(Shape.PLAY if self._controls.paused else Shape.PAUSE)

    def steer(self, wish: Wish) -> None:
        """Do what a key asks for."""
        knobs: dict[Wish, Callable[[], None]] = {
            Wish.SLOWER: self.slower,
            Wish.PAUSE: self.pause,
            Wish.FASTER: self.faster,
            Wish.JUMP: self.jump,
            Wish.TO_CUE: self.jump_to_cue,
            Wish.STOPWATCH: self.stopwatch.tap,
            Wish.EARLIER_AGAIN: lambda: self._jump_by(-TEN_SECONDS),
            Wish.ON: lambda: self._jump_by(TEN_SECONDS),
        }
        knobs[wish]()

    def slower(self) -> None:
        """One step slower."""
        self._controls.set_speed(slower(self._controls.speed))
        self._tell()

    def faster(self) -> None:
        """One step faster."""
        self._controls.set_speed(faster(self._controls.speed))
        self._tell()

    def pause(self) -> None:
        """Stand still, or run again."""
        if self._controls.paused:
            self._controls.go_on()
        else:
            self._controls.pause()
        self._tell()

    def jump(self) -> None:
        """To one minute before the end of what is on air, or before the start."""
        self._jump_by(max(self._ahead, ZERO))

    def _jump_by(self, span: timedelta) -> None:
        if span:
            self._controls.jump_by(span)
            self._tell()

    def jump_to_cue(self) -> None:
        """To just before the next cue goes to standby."""
        self._jump_by(max(self._to_cue_ahead, ZERO))

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground between the knobs."""
        QPainter(self).fillRect(event.rect(), self._theme.panel)
