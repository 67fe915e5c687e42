"""The one timer of an open console, and the knobs of a simulated clock, after whose turns it is set anew."""

from datetime import timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from ssc_console.clock import Clock, SimulatedClock
from ssc_console.show.commands import Command, NoticeJump, Report, Seen
from ssc_console.show.events import Event
from ssc_console.show.history import History
from ssc_console.show.instants import MILLISECOND, ShowInstant
from ssc_console.show.snapshot import Snapshot
from ssc_console.surfaces import Surface

ONE_MOMENT = timedelta(hours=1)
"""No timer is set for longer."""


class Shown(Protocol):
    """What is shown on screens: a `Session`, or a show that is only looked at (`Following`)."""

    @property
    def history(self) -> History:
        """What has happened, with the state after each event."""

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened."""

    def surfaces_are(self, *surfaces: Surface) -> None:
        """From now on these are shown every change; they are shown the show at once."""

    def snapshot(self) -> Snapshot:
        """The show as it is."""

    def next_change(self) -> ShowInstant:
        """When it next looks different by itself."""

    def look(self) -> Snapshot:
        """Let the surfaces show it as it is now."""

    def ask(self, command: Command, seen: Seen | None = None, by: str | None = None) -> str | None:
        """Obey a command; None, or why it was refused."""

    def report(self, report: Report, by: str | None = None) -> str | None:
        """Take up what the world reports; None, or why it belongs to nothing."""


class Ticker(QObject):
    """The one timer: it wakes the show when it next looks different, and never polls.

    Attributes:
        show: What it wakes.
    """

    def __init__(self, show: Shown, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self.show = show
        self._clock = clock
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._set)

    def look(self) -> None:
        """Let the session look at the clock, and wait for the next change."""
        self.show.look()
        self._set()

    def jumped(self, since: ShowInstant) -> None:
        """A simulated clock was moved on at once; the run remembers that."""
        self.show.report(NoticeJump(since))
        self.wait()

    @property
    def waits_for(self) -> timedelta | None:
        """How long it was set to, in real time; None: it waits for nothing."""
        if self._soon.isActive():
            self._set()
        return timedelta(milliseconds=self._timer.interval()) if self._timer.isActive() else None

    def wait(self) -> None:
        """Wait for the next change of the show; after a command or a jump that is another one.

        Which one is worked out when the loop comes to rest: what was commanded is painted first. If it never
        comes to rest, the show wakes when it was to wake before.
        """
        self._soon.start(0)

    def _set(self) -> None:
        self._soon.stop()
        wait = self._clock.real_time_until(self.show.next_change())
        if wait is None:
            self._timer.stop()
        else:
            # Up to the next millisecond: a timer that fires early finds nothing changed.
            self._timer.start(-(-min(wait, ONE_MOMENT) // MILLISECOND))


class Knobs:
    """A clock as the desk steers it, simulated or of a replay: after each turn the show is looked at anew."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self.ticker: Ticker | None = None

    @property
    def speed(self) -> float:
        """How many times as fast as life."""
        return self._clock.speed

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._clock.paused

    @property
    def goes_back(self) -> bool:
        """Whether it can be put to an earlier instant."""
        return self._clock.goes_back

    def set_speed(self, speed: float) -> None:
        """Run at this speed."""
        self._clock.set_speed(speed)
        self._look()

    def pause(self) -> None:
        """Stand still."""
        self._clock.pause()
        self._look()

    def go_on(self) -> None:
        """Run again."""
        self._clock.go_on()
        self._look()

    def jump_by(self, span: timedelta) -> None:
        """Be so much later at once (negative: earlier)."""
        self.jump_to(ShowInstant(self._clock.now() + span))

    def jump_to(self, at: ShowInstant) -> None:
        """Be at an instant at once; an earlier one where the clock can go back."""
        since = self._clock.now()
        self._clock.jump_to(at)
        if self.ticker is not None:
            self.ticker.jumped(since)

    def _look(self) -> None:
        if self.ticker is not None:
            self.ticker.look()
