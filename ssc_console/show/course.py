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

from collections.abc import Sequence
from datetime import timedelta

from ssc_console.show.cuts import Cutback, GiveBack
from ssc_console.show.instants import SECOND, ZERO, ShowInstant
from ssc_console.show.rundown import Kind
from ssc_console.show.sharing import Limit, share
from ssc_console.show.state import ShowState
from ssc_console.show.timeline import timeline

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


class Course:
    """What is to come, as places with their time, and the instants before which they are not reached.

    Attributes:
        ids: The pending segments that are not left out, by place.
        earliest: The earliest end that cuts can bring.
    """

    def __init__(
        self, state: ShowState, now: ShowInstant, goal_at: ShowInstant, skipped: frozenset[str]
    ) -> None:
        times = timeline(state)
        self._state = state
        self._goal_at = goal_at
        self.ids = [id_ for id_ in times.pending if id_ not in skipped]
        self._rooms = [room(state, id_) for id_ in self.ids]
        self._releases = _releases(state, times.horizon.at(now), self.ids)
        self._after = _sums_from_each_place([_takes(state, id_) for id_ in self.ids])
        can_give = _counts_from_each_place(self._rooms)
        self.earliest = max(
            ShowInstant(at + self._after[place] - can_give[place] * SECOND) for place, at in self._releases
        )
        self._shares = self._cut()

    def _cut(self) -> list[int]:
        aim = max(self._goal_at, self.earliest)
        needs = [(place, -((aim - at - self._after[place]) // SECOND)) for place, at in self._releases]
        least = max(0, *(need for _, need in needs))
        # The cuts from a place on come to its need: those before it, to no more than the rest of the least.
        limits = [Limit(0, place, least - need) for place, need in needs if place]
        limits.append(Limit(0, len(self.ids), least))
        return share(self._rooms, [-rank for rank in self._ranks()], limits)

    def _ranks(self) -> list[int]:
        return [self._state.segments[id_].priority for id_ in self.ids]

    def cuts(self) -> tuple[Cutback, ...]:
        """What each gives that gives something."""
        return tuple(
            Cutback(id_, given * SECOND, self._state.allotted(id_) or ZERO)
            for id_, given in zip(self.ids, self._shares, strict=True)
            if given
        )

    def new_end(self) -> ShowInstant:
        """When the show ends with these cuts."""
        gives = _counts_from_each_place(self._shares)
        return max(
            ShowInstant(at + self._after[place] - gives[place] * SECOND) for place, at in self._releases
        )

    def more(self) -> tuple[GiveBack, ...]:
        """Who may have time back, and how much: who keeps its time longest has it back first."""
        lacks = [lack(self._state, id_) for id_ in self.ids]
        spare = [(place, (self._goal_at - at - self._after[place]) // SECOND) for place, at in self._releases]
        limits = [Limit(place, len(self.ids), left) for place, left in spare]
        shares = share(lacks, self._ranks(), limits)
        return tuple(
            GiveBack(id_, given * SECOND) for id_, given in zip(self.ids, shares, strict=True) if given
        )


def _takes(state: ShowState, id_: str) -> timedelta:
    """What a pending segment takes of the course; one that goes to a time of day is a release instead."""
    own = state.allotted(id_)
    return ZERO if state.until(id_) is not None or own is None else state.segments[id_].intro + own


def _releases(state: ShowState, horizon: ShowInstant, ids: Sequence[str]) -> list[tuple[int, ShowInstant]]:
    found = [(0, horizon)]
    for place, id_ in enumerate(ids):
        fixed, until = state.fixed_start(id_), state.until(id_)
        if fixed is not None:
            found.append((place, fixed))
        if until is not None:
            found.append((place + 1, until))
    return found


def _sums_from_each_place(spans: Sequence[timedelta]) -> list[timedelta]:
    sums = [ZERO]
    for span in reversed(spans):
        sums.append(sums[-1] + span)
    return sums[::-1]


def _counts_from_each_place(counts: Sequence[int]) -> list[int]:
    sums = [0]
    for count in reversed(counts):
        sums.append(sums[-1] + count)
    return sums[::-1]
