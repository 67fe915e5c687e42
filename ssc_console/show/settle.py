"""What happens by itself, each thing at the instant at which it fell due: takes, cues, the wrap-up's line."""

from datetime import timedelta
from operator import attrgetter

from ssc_console.show import wrap_up
from ssc_console.show.airtime import automatic_take_at
from ssc_console.show.apply import apply
from ssc_console.show.events import CueFired, Event, Fact, How, MessageShown, SegmentTaken, ShowEnded
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Cue, Moment
from ssc_console.show.schedule import timing, upcoming
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.value import replace, value

THE_CLOCK = "clock"
"""Who does what happens by itself."""


@value
class Automatic:
    """One thing that happens by itself. They happen in the order of their instants, ranks and places.

    Attributes:
        rank: Among those of one instant: the line at the wrap-up, cues of the segment on air, then its
            automatic take, then cues at or after the end of a segment, those of the show, and the rest (the
            new one's at its start).
        place: In the rundown's order of cues.
        cue: Its id; empty for the automatic take, and for the line.
    """

    at: ShowInstant
    rank: int
    place: int
    cue: str

    @property
    def is_line(self) -> bool:
        """Whether it is the line at the wrap-up."""
        return self.rank == _LINE

    @property
    def is_take(self) -> bool:
        """Whether it is the automatic take."""
        return self.rank == _TAKE

    @property
    def key(self) -> tuple[bool, str]:
        """What it is, wherever it stands among others."""
        return self.is_line, self.cue


_LINE, _ON_AIR, _TAKE, _AFTER_END, _OF_THE_SHOW, _OTHERS = range(6)


@once_per_state
def automatics(state: ShowState) -> tuple[Automatic, ...]:
    """All that would happen by itself if nobody acted and nothing else happened, in order."""
    found = [] if state.airing is not None and state.airing.held_since is not None else _cues(state)
    take = automatic_take_at(state)
    if take is not None:
        found.append(Automatic(max(take, state.at), _TAKE, 0, ""))
    line = wrap_up.said_at(state)
    if line is not None:
        found.append(Automatic(max(line, state.at), _LINE, 0, ""))
    return tuple(sorted(found, key=attrgetter("at", "rank", "place")))


def _cues(state: ShowState) -> list[Automatic]:
    found = []
    coming = upcoming(state)
    for place, (id_, cue) in enumerate(state.cues.items()):
        if not cue.auto:
            continue
        memory = state.memory_of(id_)
        if memory.waits or memory.rearmed or memory.passed or memory.settled:
            continue
        each = coming.get(id_)
        due = memory.fell_due.at if memory.fell_due else each.falls_due if each else None
        if due is not None:
            at = max(due, state.at)
            found.append(Automatic(at, _rank(state, cue, at), place, id_))
    return found


def _rank(state: ShowState, cue: Cue, at: ShowInstant) -> int:
    if cue.segment is None:
        return _OF_THE_SHOW
    if cue.moment is Moment.END and not cue.is_before:
        return _AFTER_END
    airing = state.airing
    if airing is not None and airing.segment == cue.segment and at > airing.taken.at:
        return _ON_AIR
    return _OTHERS


def settle(
    state: ShowState, until: ShowInstant, *, command: int | None = None
) -> tuple[tuple[Event, ...], ShowState]:
    """The events of all that happens by itself up to `until` (inclusive), and the state after them.

    Args:
        command: A command that was obeyed at `until`: the cues that it sets off at its own instant are part
            of its step.
    """
    events: list[Event] = []
    source, source_at = command, until
    set_off_by: dict[tuple[bool, str], int | None] = {}
    while (pending := automatics(state)) and pending[0].at <= until:
        first = pending[0]
        for each in pending:
            if each.at == first.at:  # what is due at this instant already is not of a take that follows
                set_off_by.setdefault(each.key, source if first.at == source_at else None)
        shared = None if first.is_take else set_off_by[first.key]
        event = _event(state, first, state.last_command + 1 if shared is None else shared)
        if first.is_take:
            source, source_at = event.command, first.at
        events.append(event)
        state = apply(state, event)
    return tuple(events), state


def _event(state: ShowState, what: Automatic, number: int) -> Event:
    seq = state.revision + 1
    fact, airing = _fact(state, what, seq)
    return Event(
        seq=seq,
        command=number,
        airing=airing,
        at=what.at,
        wall_offset=state.wall_offset,
        by=THE_CLOCK,
        fact=fact,
    )


def _fact(state: ShowState, what: Automatic, seq: int) -> tuple[Fact, int | None]:
    if what.is_line and state.airing is not None:
        text = wrap_up.words(state, state.segments[state.airing.segment])
        return MessageShown(text or "", automatic=True), state.airing.id
    if what.cue:
        cue = state.cues[what.cue]
        airing = None if cue.segment is None else state.progress_of(cue.segment).airing
        return CueFired(cue.id, automatic=True, moment=_moment(state, cue)), airing
    next_one = state.next_pending()
    if next_one is None:
        return ShowEnded(How.AUTOMATIC), None if state.airing is None else state.airing.id
    return SegmentTaken(next_one, How.AUTOMATIC), seq


def _moment(state: ShowState, cue: Cue) -> int:
    when = None if cue.is_before else timing(state, cue)
    return 0 if when is None else when.moment


def cues_at_the_end_of(state: ShowState, taken: Event) -> tuple[Event, ...]:
    """The automatic cues at the end of a segment that is armed again as soon as it is left.

    It ends like any other, but its next airing's cues are armed at once, so these are fired outright.

    Args:
        state: Before the take that leaves it.
        taken: That take.
    """
    left = state.airing
    if left is None:
        return ()
    fired: list[Event] = []
    for cue in state.segments[left.segment].cues:
        memory = state.memory_of(cue.id)
        spent = memory.waits or memory.rearmed or memory.settled
        if cue.auto and cue.moment is Moment.END and cue.offset == timedelta(0) and not spent:
            fact = CueFired(cue.id, automatic=True, moment=taken.seq)
            seq = taken.seq + 1 + len(fired)
            fired.append(replace(taken, seq=seq, airing=left.id, by=THE_CLOCK, fact=fact))
    return tuple(fired)
