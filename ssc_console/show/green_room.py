"""The green room: who has to be there, who is not ready for what comes next, and who could go on instead.

It is silent until somebody is marked in this run: a desk that does not use it is not told that nobody is
there. Nobody is waited for where a video speaks for them.
"""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show import airtime
from ssc_console.show.horizon import Projection
from ssc_console.show.instants import ShowInstant
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Kind, Segment
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.timeline import timeline
from ssc_console.show.value import value

AMBER_BEFORE = timedelta(minutes=3)
RED_BEFORE = timedelta(minutes=1)
"""So long before a segment is projected to start, it is told that its people are not ready."""


class Level(StrEnum):
    """How pressing it is."""

    AMBER = "amber"
    RED = "red"


@value
class Missing:
    """People who are not ready for what comes next, and what can be done.

    Attributes:
        people: Their ids, in the order in which they speak.
        swap: The first later segment whose people are ready: it can be moved before this one.
        fallback: What the agenda says is done without them.
        picture: What the agenda has the programme show meanwhile.
        instead: The segment that the agenda has go on instead, if it has not been on air yet.
    """

    segment: str
    people: tuple[str, ...]
    level: Level
    swap: str | None
    fallback: str | None = None
    picture: str | None = None
    instead: str | None = None


def plays(segment: Segment) -> bool:
    """Whether a recording speaks, and nobody has to be there."""
    return segment.kind is Kind.VIDEO or segment.media is not None


def not_ready(state: ShowState, segment: str) -> tuple[str, ...]:
    """Who has to be there for a segment and is not ready, in the order in which they speak."""
    own = state.segments[segment]
    if plays(own):
        return ()
    return tuple(id_ for id_ in own.speakers if state.readiness(id_) is not Readiness.READY)


def missing(state: ShowState, now: ShowInstant) -> Missing | None:
    """Who is not ready for what is just introduced, else for what is next once that is near; None: nobody."""
    if not state.people or state.ended is not None:
        return None
    if state.airing is not None and not airtime.has_begun(state, now):
        gone = not_ready(state, state.airing.segment)
        if gone:
            return _missing(state, state.airing.segment, gone, Level.RED, None)
    return _missing_for_next(state, now)


def _missing_for_next(state: ShowState, now: ShowInstant) -> Missing | None:
    segment = state.next_pending()
    gone = () if segment is None else not_ready(state, segment)
    if segment is None or not gone:
        return None
    left = timeline(state).pending[segment].start.at(now) - now
    has_dropped = any(state.readiness(id_) is Readiness.DROPPED for id_ in gone)
    if left > AMBER_BEFORE and not has_dropped:  # whoever dropped was there: it is told at once
        return None
    level = Level.RED if left <= RED_BEFORE else Level.AMBER
    return _missing(state, segment, gone, level, swap_for(state, segment, now))


def _missing(
    state: ShowState, segment: str, people: tuple[str, ...], level: Level, swap: str | None
) -> Missing:
    own = state.segments[segment]
    instead = own.fallback_segment
    if instead not in timeline(state).pending:
        instead = None
    return Missing(segment, people, level, swap, own.fallback, own.fallback_picture, instead)


def swap_for(state: ShowState, segment: str, now: ShowInstant) -> str | None:
    """The first segment after this one that could go on in its place; both are pending.

    Its people are ready, or a recording speaks; and it has no start of its own that it would wait for.
    """
    pending = tuple(timeline(state).pending)
    start = timeline(state).pending[segment].start.at(now)
    for id_ in pending[pending.index(segment) + 1 :]:
        fixed = state.fixed_start(id_)
        if fixed is not None and fixed > start:
            continue
        own = state.segments[id_]
        if plays(own) or (own.speakers and not not_ready(state, id_)):
            return id_
    return None


def warnings_at(state: ShowState) -> tuple[ShowInstant, ...]:
    """When it turns amber and red, if nobody acts."""
    segment = state.next_pending()
    if not state.people or segment is None or not not_ready(state, segment):
        return ()
    start: Projection = timeline(state).pending[segment].start
    turns = (start.shifted(-before).reached() for before in (AMBER_BEFORE, RED_BEFORE))
    return tuple(each for each in turns if each is not None)


@once_per_state
def recorded(state: ShowState) -> frozenset[str]:
    """Who is named only where a recording speaks."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for segment in state.segments.values():
        named[plays(segment)].update(segment.speakers)
    return frozenset(named[True] - named[False])


@once_per_state
def next_segments(state: ShowState) -> dict[str, str]:
    """For which segment each person has to be there next, by person; the one on air counts."""
    on_air = () if state.airing is None else (state.airing.segment,)
    found: dict[str, str] = {}
    for id_ in (*on_air, *timeline(state).pending):
        if not plays(state.segments[id_]):
            for person in state.segments[id_].speakers:
                found.setdefault(person, id_)
    return found
