"""A show that is only looked at: a replay, somebody else's show, or one that waits to be gone on with.

It folds events and settles nothing. Where the clock stands among the events decides what is shown, so
scrubbing back and forth, and events that are still to come, need nothing of their own.
"""

from bisect import bisect_right
from collections.abc import Iterable

from ssc_console.clock import Clock
from ssc_console.show.change import next_change
from ssc_console.show.commands import Command, Report, Seen
from ssc_console.show.events import Event
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.snapshot import Snapshot
from ssc_console.surfaces import Surface, Surfaces


class Following:
    """Has the face of a `Session`, and refuses every command with the same sentence."""

    def __init__(self, history: History, clock: Clock, why_not: str) -> None:
        self._history = history
        self._clock = clock
        self._why_not = why_not
        self._surfaces = Surfaces()
        self._times = [event.at for event in history.events]

    @property
    def history(self) -> History:
        """What is looked at."""
        return self._history

    @property
    def events(self) -> tuple[Event, ...]:
        """All that is known to have happened, before and after the clock's now."""
        return self._history.events

    def take_up(self, events: Iterable[Event]) -> None:
        """More has happened."""
        for event in events:
            self._history.append(event)
            self._times.append(event.at)
        self._present()

    def surfaces_are(self, *surfaces: Surface) -> None:
        """From now on these are shown every change; they are shown the show at once."""
        self._surfaces = Surfaces(surfaces)
        self._present()

    def _latest(self, now: ShowInstant) -> int:
        """The sequence number of the latest event by then; the opening is always there."""
        return max(bisect_right(self._times, now) - 1, 0)

    def snapshot(self) -> Snapshot:
        """The show as it was, or is, where the clock stands."""
        now = self._clock.now()
        return Snapshot(self._history.state_after(self._latest(now)), now)

    def next_change(self) -> ShowInstant:
        """When it next looks different: by itself, or by what is known to have happened."""
        now = self._clock.now()
        latest = self._latest(now)
        state = self._history.state_after(latest)
        change = next_change(state, max(now, state.at))
        coming = self._times[latest + 1 : latest + 2]
        return min([change, *coming])

    def look(self) -> Snapshot:
        """Show it as it is where the clock stands."""
        return self._present()

    def ask(self, command: Command, seen: Seen | None = None, by: str | None = None) -> str | None:
        """Refuse."""
        return self._why_not

    def report(self, report: Report, by: str | None = None) -> str | None:
        """Refuse: what the world reported is among the events; but the clock may have been moved."""
        self._present()
        return self._why_not

    def _present(self) -> Snapshot:
        return self._surfaces.present(self.snapshot())
