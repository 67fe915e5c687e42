"""The clocks of a show: real, simulated, scripted. Only this file reads the time.

A clock gives instants on the show clock, which nobody can step, and says by how much the wall clock is
ahead of it. The show clock is the wall at the moment the console opened plus monotonic time since; where
the system has it, boot time, so that a laptop's sleep counts.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from ssc_console.show.instants import SECOND, ZERO, ShowInstant, Stamp, whole_milliseconds
from ssc_console.show.value import value

FASTEST = 60.0
"""A simulated clock runs at ×1 to this."""


@value
class ClockAnchor:
    """Where the show clock stood at a reading of the machine's clock.

    Attributes:
        boot: Which start of the machine the reading is of; None: a simulated clock, or a system that does
            not say.
        reading: Of the clock that no one can step, since that start.
        show: The show clock then.
    """

    boot: str | None
    reading: timedelta
    show: ShowInstant


class Clock(Protocol):
    """What a session asks of a clock."""

    reports_gaps: bool
    """Whether a stall is a gap of the show: so for the real clock, never for a simulated one."""

    def now(self) -> ShowInstant:
        """The instant on the show clock, to whole milliseconds; never goes back."""
        ...

    def wall_offset(self) -> timedelta:
        """How much the wall clock is ahead of the show clock now."""
        ...

    def pace(self) -> timedelta:
        """How much of the show passes in a second of ours."""
        ...

    def our_time(self) -> timedelta | None:
        """A reading of a clock that goes as people do, where the show's may not; None: the show's does."""
        ...

    def anchor(self) -> ClockAnchor:
        """Enough to go on with the same show clock after a restart of the console."""
        ...

    def real_time_until(self, at: ShowInstant) -> timedelta | None:
        """How long a timer has to wait for that instant, not negative; None: for ever, it stands still."""
        ...


def _boot_clock() -> Callable[[], float]:
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic if boot is None else partial(time.clock_gettime, boot)


def wall_now() -> datetime:
    """What the wall clock shows, in UTC to whole milliseconds: for what is no part of a show."""
    return whole_milliseconds(_wall())


def _wall() -> datetime:
    return datetime.now(UTC)


def _this_boot() -> str | None:
    """Which start of the machine this is; None: the system does not say."""
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            return file.read().strip()
    except OSError:
        return None  # no Linux: a restarted console goes on by the wall


class RealClock:
    """The clock of a live show."""

    reports_gaps = True

    def __init__(
        self,
        wall: Callable[[], datetime] = _wall,
        monotonic: Callable[[], float] | None = None,
        boot: Callable[[], str | None] = _this_boot,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic or _boot_clock()
        self._boot = boot()
        self._opened_show: datetime = whole_milliseconds(wall())
        self._opened = self._monotonic()

    def go_on(self, anchor: ClockAnchor, latest: Stamp) -> None:
        """Be the show clock of an earlier console: by boot time; once the machine was restarted, by the wall.

        Args:
            anchor: Where that clock stood once.
            latest: The latest that is known of its show; the clock is not behind it.
        """
        if anchor.boot is not None and anchor.boot == self._boot:
            self._opened_show, self._opened = anchor.show, anchor.reading / timedelta(seconds=1)
        else:
            self._opened_show = whole_milliseconds(self._wall()) - latest.wall_offset
            self._opened = self._monotonic()
        if self._exact() < latest.at:
            self._opened_show, self._opened = latest.at, self._monotonic()

    def _exact(self) -> datetime:
        return self._opened_show + timedelta(seconds=self._monotonic() - self._opened)

    def our_time(self) -> None:
        """The show's own."""

    def anchor(self) -> ClockAnchor:
        """The show clock against boot time."""
        return ClockAnchor(self._boot, timedelta(seconds=self._opened), ShowInstant(self._opened_show))

    def now(self) -> ShowInstant:
        """The instant on the show clock."""
        return ShowInstant(whole_milliseconds(self._exact()))

    def wall_offset(self) -> timedelta:
        """How much the wall clock has been stepped (or has drifted) since the console opened."""
        return timedelta(milliseconds=round((self._wall() - self._exact()) / timedelta(milliseconds=1)))

    def pace(self) -> timedelta:
        """That of life."""
        return SECOND

    def real_time_until(self, at: ShowInstant) -> timedelta | None:
        """How long until that instant."""
        return max(at - ShowInstant(self._exact()), ZERO)


class SimulatedClock:
    """The clock of a rehearsal: begins at any time of day, runs at ×1 to ×60, pauses, jumps forward."""

    reports_gaps = False
    goes_back = False
    """Whether it can be put to an earlier instant."""

    def __init__(
        self, at: ShowInstant, speed: float = 1.0, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._monotonic = monotonic
        self._at: datetime = at
        self._since = monotonic()
        self._jumped = ZERO
        self.speed = speed
        self.paused = False
        self.set_speed(speed)

    def _exact(self) -> datetime:
        if self.paused:
            return self._at
        return self._at + timedelta(seconds=(self._monotonic() - self._since) * self.speed)

    def _anchor(self) -> None:
        self._at, self._since = self._exact(), self._monotonic()

    def now(self) -> ShowInstant:
        """The simulated instant."""
        return ShowInstant(whole_milliseconds(self._exact()))

    def wall_offset(self) -> timedelta:
        """A simulated wall is never stepped."""
        return ZERO

    def pace(self) -> timedelta:
        """As it was set; that it stands still at times is no pace."""
        return timedelta(milliseconds=round(self.speed * 1000))

    def our_time(self) -> timedelta:
        """The machine's, which runs on while the simulated one is paused; what was jumped over has passed."""
        return timedelta(seconds=self._monotonic()) + self._jumped

    def anchor(self) -> ClockAnchor:
        """Where it stands; no restart goes on with it."""
        return ClockAnchor(None, ZERO, self.now())

    def real_time_until(self, at: ShowInstant) -> timedelta | None:
        """How long, in real time, until that simulated instant."""
        if self.paused:
            return None
        return max((at - ShowInstant(self._exact())) / self.speed, ZERO)

    def set_speed(self, speed: float) -> None:
        """From now on run so many times as fast as life; cut to ×1 … ×60."""
        self._anchor()
        self.speed = min(max(speed, 1.0), FASTEST)

    def pause(self) -> None:
        """Stand still."""
        self._anchor()
        self.paused = True

    def go_on(self) -> None:
        """Run again."""
        if self.paused:
            self._since = self._monotonic()
            self.paused = False

    def jump_to(self, at: ShowInstant) -> None:
        """Be at a later instant at once; an earlier one changes nothing: what was shown stays shown."""
        self._anchor()
        self._jumped += max(at - ShowInstant(self._at), ZERO)
        self._at = max(self._at, at)

    def jump_by(self, duration: timedelta) -> None:
        """Be so much later at once."""
        self.jump_to(ShowInstant(self._exact() + duration))


class RecordedClock(SimulatedClock):
    """The clock of a replay: a simulated one between two instants, that can go back and stands at the end."""

    goes_back = True

    def __init__(
        self,
        first: ShowInstant,
        last: ShowInstant,
        speed: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._first = first
        self._last = last
        super().__init__(first, speed, monotonic)

    def _exact(self) -> datetime:
        return min(super()._exact(), self._last)

    def real_time_until(self, at: ShowInstant) -> timedelta | None:
        """How long, in real time, until that recorded instant; None: it stands still, or never comes."""
        return None if self._exact() >= self._last else super().real_time_until(min(at, self._last))

    def jump_to(self, at: ShowInstant) -> None:
        """Be at any instant of the record at once."""
        self._anchor()
        self._at = min(max(at, self._first), self._last)


class ScriptedClock:
    """The clock of a scripted rehearsal: it stands wherever the script put it."""

    reports_gaps = False

    def __init__(self, at: ShowInstant) -> None:
        self.at = at
        self.offset = ZERO

    def now(self) -> ShowInstant:
        """Where the script put it."""
        return self.at

    def wall_offset(self) -> timedelta:
        """The steps that the script made, added up."""
        return self.offset

    def pace(self) -> timedelta:
        """A script is written for life's own."""
        return SECOND

    def our_time(self) -> None:
        """The script's own: a press in it is as soon after another as its lines say."""

    def anchor(self) -> ClockAnchor:
        """Where it stands; no restart goes on with it."""
        return ClockAnchor(None, ZERO, self.at)

    def real_time_until(self, at: ShowInstant) -> timedelta | None:
        """It never comes by itself."""
        return None


def elapsed_milliseconds() -> int:
    """Milliseconds of a clock that nobody steps, from any beginning: how long ago a key was pressed."""
    return time.monotonic_ns() // 1_000_000
