"""What was recorded of a run, by whatever records it outside: where in which recording each instant is.

The recorder is only heard when it starts, is found recording, or goes on after a pause, and when it stops.
"""

from collections.abc import Iterator
from datetime import timedelta

from ssc_console.show import events as e
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.passage import Passage
from ssc_console.show.value import value


@value
class Found:
    """The recorder was found `into` its recording at an instant."""

    at: ShowInstant
    into: timedelta


@value
class Recording:
    """One recording.

    Attributes:
        found: In order, at least one; a later one says where it went on after a pause.
        stopped: None: it went on for as long as is known.
    """

    found: tuple[Found, ...]
    stopped: ShowInstant | None = None

    def position(self, at: ShowInstant) -> timedelta:
        """Where in the recording an instant is; negative: before its beginning.

        In a pause the recording stands still; how long it was is known from where it went on.
        """
        earlier = [each for each in self.found if each.at <= at] or [self.found[0]]
        place = len(earlier)
        position = earlier[-1].into + (at - earlier[-1].at)
        if place < len(self.found) and at >= self.found[0].at:
            position = min(position, self.found[place].into)
        return position

    @property
    def length(self) -> timedelta | None:
        """How long it became; None: not known."""
        return None if self.stopped is None else self.position(self.stopped)

    def has_of(self, start: ShowInstant, end: ShowInstant) -> timedelta:
        """How much it has of what was between two instants."""
        last = self.position(end if self.stopped is None else min(self.stopped, end))
        return max(last - max(self.position(start), ZERO), ZERO)


def recordings(seen: tuple[Passage, ...]) -> tuple[Recording, ...]:
    """The recordings of a run, in order.

    One that is found less far than before is another one: a recorder that died says nothing of it.
    """
    return tuple(_recordings(seen))


def _recordings(seen: tuple[Passage, ...]) -> Iterator[Recording]:
    found: tuple[Found, ...] = ()
    for event, fact in _heard(seen):
        into = None if isinstance(fact, e.RecordingStopped) else fact.into
        if found and (into is None or into < found[-1].into):
            yield Recording(found, event.at if into is None else None)
            found = ()
        if into is not None:
            found = (*found, Found(event.at, into))
    if found:
        yield Recording(found)


def _heard(seen: tuple[Passage, ...]) -> Iterator[tuple[e.Event, e.RecordingStarted | e.RecordingStopped]]:
    for each in seen:
        fact = each.event.fact
        if isinstance(fact, e.RecordingStarted | e.RecordingStopped):
            yield each.event, fact
