"""The course of what is still to come: which pending segments are shortened to be over in time, by how much.

With `w` the time of a pending segment, intro included, and `R` an instant before which a place in the rundown
is not reached (the end of the segment on air for the first place, a fixed start for its own, an `until` for
the one after it), the show ends at the latest of all `R + (sum of w from that place on)`. A cut before the
place of an `R` does nothing about that `R`. So for every `R` the cuts from its place on must come to

    need(R) = R + (sum of w from there on) − goal

and that is all that is asked of them. The least cut in all is therefore the largest need. Of all cuts that
come to that and satisfy every need, these are taken:

1. Whoever gives first gives all it can, then the next: by `priority`, 9 before 8 … before 1.
2. Those of one priority give the same part of what they can give, as near as whole seconds and the needs
   allow: the sum of cut² / room is the least there is.

What can't be reached is missing: then the cuts are those that bring the show to the earliest end there is.
"""

from collections.abc import Container, Iterator
from datetime import timedelta

from ssc_console.show.cuts import Cutback, GiveBack
from ssc_console.show.instants import LONG_AGO, SECOND, ZERO, ShowInstant
from ssc_console.show.once import once
from ssc_console.show.rundown import Kind
from ssc_console.show.sharing import Limit, share
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.timeline import timeline
from ssc_console.show.value import value

LEAST_PART = (4, 5)
"""Of what a segment has, this is left to it where the agenda gives no `min_duration`."""


def room(state: ShowState, id_: str) -> int:
    """By how many seconds a segment can be shortened.

    Never: a video, what plays a medium, and what goes to a time of day. Without a `min_duration` a segment
    keeps four fifths of what it would have without earlier catch-ups: two of them take no more than one.
    """
    segment, has = state.segments[id_], state.allotted(id_)
    if has is None or segment.kind is Kind.VIDEO or segment.media is not None:
        return 0
    floor = segment.min_duration
    if floor is None:
        part, of = LEAST_PART
        floor = (has + state.progress_of(id_).cut) * part / of
    return max((has - floor) // SECOND, 0)


def lack(state: ShowState, id_: str) -> int:
    """How many whole seconds a segment has less than its plan gave it."""
    segment, has = state.segments[id_], state.allotted(id_)
    if has is None or segment.duration is None or segment.kind is Kind.VIDEO or segment.media is not None:
        return 0
    return max((segment.duration - has) // SECOND, 0)


@value
class Place:
    """One pending segment, as far as it counts for the end of the show.

    Attributes:
        takes: Its time, intro included; none for one that goes to a time of day.
        room: By how many seconds it can be shortened.
        fixed: It is not projected to start before this; `until`: nor to end before that.
    """

    id: str
    takes: timedelta
    room: int
    rank: int
    fixed: ShowInstant | None
    until: ShowInstant | None


@once_per_state
def places(state: ShowState) -> tuple[Place, ...]:
    """All that is pending, in rundown order."""
    return tuple(
        Place(
            id_,
            _takes(state, id_),
            room(state, id_),
            state.segments[id_].priority,
            state.fixed_start(id_),
            state.until(id_),
        )
        for id_ in timeline(state).pending
    )


def _takes(state: ShowState, id_: str) -> timedelta:
    own = state.allotted(id_)
    return ZERO if state.until(id_) is not None or own is None else state.segments[id_].intro + own


class Course:
    """What is to come, and the instants before which its places are not reached.

    Attributes:
        plain_end: When it ends if nothing is cut.
        earliest: The earliest end that cuts can bring.
    """

    def __init__(
        self, state: ShowState, now: ShowInstant, goal_at: ShowInstant, skipped: Container[str] = ()
    ) -> None:
        self._state = state
        self._goal_at = goal_at
        self._horizon = timeline(state).horizon.at(now)
        self._places = [place for place in places(state) if place.id not in skipped]
        self.plain_end, self.earliest = self._ends()

    def _ends(self) -> tuple[ShowInstant, ShowInstant]:
        plain = earliest = LONG_AGO
        after, gives = ZERO, 0
        for at, place in self._backwards():
            if place is not None:
                after += place.takes
                gives += place.room
            if at is not None:
                plain = max(plain, ShowInstant(at + after))
                earliest = max(earliest, ShowInstant(at + after - gives * SECOND))
        return plain, earliest

    def _backwards(self) -> Iterator[tuple[ShowInstant | None, Place | None]]:
        """From the end: each instant with what comes at and after it already told; each place once."""
        for place in reversed(self._places):
            if place.until is not None:
                yield place.until, None
            yield place.fixed, place
        yield self._horizon, None

    @once
    def _shares(self) -> list[int]:
        aim = max(self._goal_at, self.earliest)
        needs = self._needs(aim)
        least = max(0, *(need for _, need in needs))
        # The cuts from a place on come to its need: those before it, to no more than the rest of the least.
        limits = [Limit(0, first, least - need) for first, need in needs if first]
        limits.append(Limit(0, len(self._places), least))
        return share([place.room for place in self._places], [-place.rank for place in self._places], limits)

    def _needs(self, aim: ShowInstant) -> list[tuple[int, int]]:
        """By how many seconds the places from each release on are too long for that end; negative: spare."""
        found = []
        after, first = ZERO, len(self._places)
        for at, place in self._backwards():
            if place is not None:
                after += place.takes
                first -= 1
            if at is not None:
                found.append((first, -((aim - at - after) // SECOND)))
        return found

    def cuts(self) -> tuple[Cutback, ...]:
        """What each gives that gives something, in rundown order."""
        return tuple(
            Cutback(place.id, given * SECOND, self._state.allotted(place.id) or ZERO)
            for place, given in zip(self._places, self._shares, strict=True)
            if given
        )

    def new_end(self) -> ShowInstant:
        """When the show ends with these cuts."""
        end = self._horizon
        for place, given in zip(self._places, self._shares, strict=True):
            start = end if place.fixed is None else max(end, place.fixed)
            end = ShowInstant(start + place.takes - given * SECOND)
            if place.until is not None:
                end = max(end, place.until)
        return end

    def more(self) -> tuple[GiveBack, ...]:
        """Who may have time back, and how much: who keeps its time longest has it back first."""
        lacks = [lack(self._state, place.id) for place in self._places]
        count = len(self._places)
        limits = [Limit(first, count, -need) for first, need in self._needs(self._goal_at)]
        shares = share(lacks, [place.rank for place in self._places], limits)
        return tuple(
            GiveBack(place.id, given * SECOND)
            for place, given in zip(self._places, shares, strict=True)
            if given
        )
