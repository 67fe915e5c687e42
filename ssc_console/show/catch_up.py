"""Catching up: what would have to be cut or left out for the show to be over in time, as one proposal.

How the cuts are found, and why they are the least, says `course`.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import combinations, islice
from math import comb
from operator import itemgetter

from ssc_console.show.course import Course
from ssc_console.show.cuts import Cut, Cutback, GiveBack, Goal
from ssc_console.show.instants import ZERO, ShowInstant, WallInstant, to_show, to_wall
from ssc_console.show.state import ShowState, planned_end
from ssc_console.show.timeline import timeline
from ssc_console.show.value import value

LOOKED_AT = 24
"""So many segments at most are offered to be left out: those that give first, and of these the longest."""

WORK = 30_000
"""The fewest that would do are sought by looking at so many places; after that they are added one by one."""


@value
class SkipOffer:
    """A segment that the agenda allows to be left out.

    Attributes:
        end: When the show would end without it: as it is, if that is in time; else no later than this, with
            the cuts that would then be made.
        missing: What would still be missing then; not negative.
    """

    segment: str
    end: WallInstant
    missing: timedelta


@value(kw_only=True)
class Proposal:
    """How the show would be over in time.

    Attributes:
        goal_at: By then it is to be over.
        end: When it ends as things stand.
        cuts: In rundown order; empty if nothing needs to be cut, or nothing can be.
        skipped: What is left out besides, as was asked.
        new_end: When it ends with both.
        missing: How long after the goal that is; zero: in time.
        skips: What could be left out too, in rundown order, where that brings the end nearer.
        enough: The fewest segments that the agenda allows to be left out and that would do, with the cuts
            that would then be made; empty: none are needed, or not even all of them would do.
        more: Where the show is early: who may be given time back, and how much, without it being late.
    """

    goal: Goal
    goal_at: WallInstant
    end: WallInstant
    cuts: tuple[Cutback, ...]
    skipped: tuple[str, ...]
    new_end: WallInstant
    missing: timedelta
    skips: tuple[SkipOffer, ...] = ()
    enough: tuple[str, ...] = ()
    more: tuple[GiveBack, ...] = ()

    @property
    def is_needed(self) -> bool:
        """Whether the show is late for its goal."""
        return self.end > self.goal_at

    @property
    def helps(self) -> bool:
        """Whether to apply it would change anything."""
        return bool(self.cuts or self.skipped)


def propose(
    state: ShowState, now: ShowInstant, goal: Goal = Goal.HARD_OUT, skip: Iterable[str] = ()
) -> Proposal:
    """The least that has to be cut for the show to be over by its goal, seen from `now`.

    Args:
        skip: Segments that are left out besides; those that are not pending make no difference.
    """
    now = max(now, state.at)
    goal_at = goal_instant(state, goal)
    skipped = frozenset(skip)
    course = Course(state, now, goal_at, skipped)
    end = timeline(state).end.at(now)
    missing = max(course.earliest - goal_at, ZERO)
    late = end > goal_at
    skips = _skip_offers(state, now, goal_at, skipped, course.earliest) if late else ()
    return Proposal(
        goal=goal,
        goal_at=to_wall(goal_at, state.wall_offset),
        end=to_wall(end, state.wall_offset),
        cuts=course.cuts(),
        skipped=tuple(id_ for id_ in state.order.ids if id_ in skipped and id_ in timeline(state).pending),
        new_end=to_wall(course.new_end(), state.wall_offset),
        missing=missing,
        skips=skips,
        enough=_enough(state, now, goal_at, skipped) if missing else (),
        more=() if late or skipped else course.more(),
    )


def cuts_of(proposal: Proposal) -> tuple[Cut, ...]:
    """What it takes from each, as an event keeps it."""
    return tuple(Cut(each.segment, each.by) for each in proposal.cuts)


def goal_instant(state: ShowState, goal: Goal) -> ShowInstant:
    """When the show is to be over, on the show clock as it stands to the wall."""
    event = state.rundown.event
    wall = event.hard_out if goal is Goal.HARD_OUT else planned_end(state)
    return to_show(wall, state.wall_offset)


# ---- what could be left out


def _may_skip(state: ShowState, skipped: frozenset[str]) -> list[str]:
    """In rundown order."""
    segments = (state.segments[id_] for id_ in timeline(state).pending if id_ not in skipped)
    allowed = [segment for segment in segments if segment.may_skip]
    if len(allowed) > LOOKED_AT:
        first = sorted(allowed, key=lambda one: (-one.priority, -(state.allotted(one.id) or ZERO)))
        wanted = {segment.id for segment in first[:LOOKED_AT]}
        allowed = [segment for segment in allowed if segment.id in wanted]
    return [segment.id for segment in allowed]


def _skip_offers(
    state: ShowState, now: ShowInstant, goal_at: ShowInstant, skipped: frozenset[str], end: ShowInstant
) -> tuple[SkipOffer, ...]:
    offers = []
    for id_ in _may_skip(state, skipped):
        course = Course(state, now, goal_at, skipped | {id_})
        if course.earliest < end:
            aim = max(goal_at, course.earliest)
            at = to_wall(min(course.plain_end, aim), state.wall_offset)
            offers.append(SkipOffer(id_, at, max(course.earliest - goal_at, ZERO)))
    return tuple(offers)


def _enough(
    state: ShowState, now: ShowInstant, goal_at: ShowInstant, skipped: frozenset[str]
) -> tuple[str, ...]:
    """The fewest skips that would do; of as many, those after which it ends latest: the least is lost."""
    names = _may_skip(state, skipped)

    def earliest(skips: Iterable[str]) -> ShowInstant:
        return Course(state, now, goal_at, skipped.union(skips)).earliest

    if not names or earliest(names) > goal_at:
        return ()
    left = max(WORK // len(timeline(state).pending), len(names))
    for count in range(1, len(names) + 1):
        ends = ((earliest(skips), skips) for skips in islice(combinations(names, count), left))
        best = max((each for each in ends if each[0] <= goal_at), key=itemgetter(0), default=None)
        if best is not None:
            return best[1]
        left -= comb(len(names), count)
        if left <= 0:
            break
    return _one_by_one(names, earliest, goal_at)


def _one_by_one(
    names: Sequence[str], earliest: Callable[[Iterable[str]], ShowInstant], goal_at: ShowInstant
) -> tuple[str, ...]:
    """Enough of them, though perhaps not the fewest: each time the one that gains the most."""
    taken: tuple[str, ...] = ()
    while earliest(taken) > goal_at:
        taken = min(((*taken, name) for name in names if name not in taken), key=earliest)
    return tuple(name for name in names if name in taken)
