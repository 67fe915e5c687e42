"""The airings of a run, its holds, and the gaps that nobody saw: what the clock of the show did."""

from datetime import timedelta

from ssc_console.show import airtime
from ssc_console.show import events as e
from ssc_console.show.events import How
from ssc_console.show.instants import LONG_AGO, SECOND, ShowInstant, Stamp, WallInstant
from ssc_console.show.passage import Passage
from ssc_console.show.rundown import Segment
from ssc_console.show.state import ShowState
from ssc_console.show.value import value

_Pace = tuple[ShowInstant, timedelta]
"""From when on, and how much of the show then passed in a second of ours."""


@value(kw_only=True)
class Aired:
    """One airing of a segment, as it was. `intro_used + spoken + held` is its whole `length`.

    Attributes:
        number: Sequence number of its take.
        how: What put it on air, and `left` what took it off; None while it is on air.
        begun: When the speaker's clock began; None: it was left in its intro.
        until: When it ended, or the latest event.
        intro_used: Of the moderator's words, without holds; `spoken` of the speaker's clock likewise.
        held: How long its clock stood still; never negative, and no part of what was added.
        added: What its segment had been given by its end (negative: time was taken).
        allotted: What the speaker had at its end, additions and retiming included.
        planned: The speaker's planned time; `slot` the same with the planned intro. None: it was inserted.
        jumped: A simulated clock was moved on within it; `gap`: the console was not running for a while.
        pace: The most of the show that passed in a second of ours while the speaker's clock ran: a second is
            life, more was a rehearsal that ran faster than anybody speaks.
    """

    number: int
    segment: Segment
    how: How
    left: How | None
    taken: Stamp
    begun: Stamp | None
    ended: Stamp | None
    until: Stamp
    intro_used: timedelta
    spoken: timedelta
    held: timedelta
    added: timedelta
    allotted: timedelta
    planned: timedelta | None
    slot: timedelta | None
    planned_start: WallInstant | None
    jumped: bool
    gap: bool
    pace: timedelta

    @property
    def length(self) -> timedelta:
        """From its take to its end, or to the latest event."""
        return self.until.at - self.taken.at

    @property
    def over_allotted(self) -> timedelta:
        """How much longer (+) or shorter (−) the speaker's clock ran than it was allotted in the end."""
        return self.spoken - self.allotted

    @property
    def over_plan(self) -> timedelta | None:
        """How much longer (+) or shorter (−) it was, intro and holds included, than its planned slot."""
        return None if self.slot is None else self.length - self.slot

    @property
    def is_whole(self) -> bool:
        """Whether its length says anything of its segment: it was spoken, left, and all of it seen."""
        return self.begun is not None and self.ended is not None and not self.jumped and not self.gap


@value
class Hold:
    """A time in which the clock of a segment stood still. `until` is the latest event if it still does."""

    airing: int
    segment: str
    since: Stamp
    until: Stamp

    @property
    def length(self) -> timedelta:
        """On the show clock."""
        return self.until.at - self.since.at


@value
class Gap:
    """A time that the console did not see (`is_jump`: that a simulated clock left out)."""

    since: Stamp
    until: Stamp
    is_jump: bool

    @property
    def length(self) -> timedelta:
        """On the show clock."""
        return self.until.at - self.since.at


def airings(passages: tuple[Passage, ...], latest: ShowState) -> tuple[Aired, ...]:
    """Every airing in force, in order of time; the last one may still be on air."""
    unseen, paces = gaps(passages), _paces(passages, latest)
    found = []
    for each in passages:
        fact = each.event.fact
        if isinstance(fact, e.SegmentTaken | e.ShowEnded) and each.before.airing is not None:
            found.append(_aired(each.before, each.event.stamp, fact.how, unseen, paces))
    if latest.airing is not None:
        found.append(_aired(latest, Stamp(latest.at, latest.wall_offset), None, unseen, paces))
    return tuple(found)


def _aired(
    state: ShowState, until: Stamp, left: How | None, unseen: tuple[Gap, ...], paces: tuple[_Pace, ...]
) -> Aired:
    """The airing that is on air in a state, as it stood `until` then."""
    airing, segment = airtime.on_air(state), airtime.on_air_segment(state)
    plan = state.plan.get(segment.id)
    held = airtime.held_until(airing, until.at)
    spoken = airtime.elapsed(state, until.at)
    within = [gap for gap in unseen if gap.since.at < until.at and gap.until.at > airing.taken.at]
    return Aired(
        number=airing.id,
        segment=segment,
        how=airing.how,
        left=left,
        taken=airing.taken,
        begun=airing.begun,
        ended=None if left is None else until,
        until=until,
        intro_used=until.at - airing.taken.at - held - spoken,
        spoken=spoken,
        held=held,
        added=state.progress_of(segment.id).added,
        allotted=airtime.allotted(state),
        planned=None if plan is None else plan.time,
        slot=None if plan is None else plan.planned_end - plan.planned_start,
        planned_start=None if plan is None else plan.planned_start,
        jumped=any(gap.is_jump for gap in within),
        gap=any(not gap.is_jump for gap in within),
        pace=_fastest(paces, airing.begun or airing.taken, until),
    )


def _paces(passages: tuple[Passage, ...], latest: ShowState) -> tuple[_Pace, ...]:
    """From when on the clock ran how fast, in order of time."""
    at_first = passages[0].before.pace if passages else latest.pace
    changes = (each for each in passages if isinstance(each.event.fact, e.ClockPaced))
    return ((LONG_AGO, at_first), *((each.event.at, each.after.pace) for each in changes))


def _fastest(paces: tuple[_Pace, ...], since: Stamp, until: Stamp) -> timedelta:
    ends = (*(at for at, _ in paces[1:]), until.at)
    in_force = (pace for (at, pace), end in zip(paces, ends, strict=True) if at < until.at and end > since.at)
    return max(in_force, default=SECOND)


def holds(passages: tuple[Passage, ...], latest: ShowState) -> tuple[Hold, ...]:
    """A hold lasts until it is resumed, or until its segment is left."""
    found = []
    ends = (e.Resumed, e.SegmentTaken, e.ShowEnded)
    for each in passages:
        if isinstance(each.event.fact, ends):
            found.append(_hold(each.before, each.event.stamp))
    found.append(_hold(latest, Stamp(latest.at, latest.wall_offset)))
    return tuple(hold for hold in found if hold is not None)


def _hold(state: ShowState, until: Stamp) -> Hold | None:
    airing = state.airing
    if airing is None or airing.held_since is None:
        return None
    since = Stamp(ShowInstant(airing.held_since), until.wall_offset)
    return Hold(airing.id, airing.segment, since, until)


def gaps(passages: tuple[Passage, ...]) -> tuple[Gap, ...]:
    """The times that the console did not see, and those that a simulated clock left out."""
    found = []
    for each in passages:
        fact = each.event.fact
        if isinstance(fact, e.GapNoticed | e.ClockJumped):
            since = Stamp(fact.since, each.before.wall_offset)
            found.append(Gap(since, each.event.stamp, isinstance(fact, e.ClockJumped)))
    return tuple(found)
