"""What has changed since the last look: most seconds of a running show change no word of it."""

from enum import IntEnum

from ssc_console.desk.script_feed import READ_BY_NOW
from ssc_console.show.change import has_counted, next_turn
from ssc_console.show.figures import Phase
from ssc_console.show.green_room import Level
from ssc_console.show.instants import LONG_AGO, ZERO, ShowInstant
from ssc_console.show.reminder import Reminder
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.timeline import timeline


class Changed(IntEnum):
    """How much may read differently; each includes those before it."""

    HOUR = 0
    """The time of day, and cues that it brings nearer."""
    COUNT = 1
    """What counts down or up."""
    TIMES = 2
    """Times to come, and what was reached at an instant of its own: a phase, a cue."""
    WORDS = 3
    """Anything."""


class Standing:
    """Compares each snapshot with the one before."""

    def __init__(self) -> None:
        self._before: Snapshot | None = None
        self._quiet_until: ShowInstant | None = None

    def changed(self, now: Snapshot) -> Changed:
        """What may differ from the snapshot that was asked about last."""
        before, self._before = self._before, now
        if before is not None and now.state is before.state:
            if self._quiet_until is None:  # worked out when time has passed: a press need not wait for it
                self._quiet_until = _quiet_until(before)
            if before.now <= now.now < self._quiet_until:
                return Changed.COUNT if has_counted(now.state, before.now, now.now) else Changed.HOUR
            self._quiet_until = None
            if now.projected_end == before.projected_end and _stage(now) == _stage(before):
                return Changed.TIMES
        self._quiet_until = None
        return Changed.WORDS


def _quiet_until(snapshot: Snapshot) -> ShowInstant:
    """Before this, if nothing happens, time changes nothing but digits."""
    state, now = snapshot.state, snapshot.now
    if timeline(state).horizon.moves(now):
        return LONG_AGO
    gone = snapshot.on_air.elapsed if snapshot.on_air is not None else ZERO
    still_read = READ_BY_NOW - gone if gone < READ_BY_NOW else READ_BY_NOW
    turn = next_turn(state, now)
    return min(ShowInstant(now + still_read), turn or ShowInstant(now + still_read))


def _stage(snapshot: Snapshot) -> tuple[bool, bool, Level | None, Reminder | None]:
    """What comes about by itself, and is told in words."""
    on_air, missing = snapshot.on_air, snapshot.missing
    level = None if missing is None else missing.level
    if on_air is None:
        return False, False, level, None
    return on_air.phase is Phase.INTRO, on_air.elapsed >= READ_BY_NOW, level, snapshot.reminder
