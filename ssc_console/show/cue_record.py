"""What became of each cue: done or dismissed by whom and how fast, missed, passed, or never reached."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from ssc_console.show import events as e
from ssc_console.show.cues import cue_state, due_instant
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant, Stamp
from ssc_console.show.passage import Passage
from ssc_console.show.rundown import Cue
from ssc_console.show.state import CueMemory, ShowState
from ssc_console.show.value import value

LATE = timedelta(seconds=5)
"""A cue that is done more than this after it fell due was done late."""


class Outcome(StrEnum):
    """What became of a cue.

    MISSED: it fell due, and nobody did it or put it away. NOT_REACHED: it never came so far.
    """

    DONE = "done"
    DISMISSED = "dismissed"
    MISSED = "missed"
    PASSED = "passed"
    NOT_REACHED = "not_reached"


@value(kw_only=True)
class CueRecord:
    """One time that a cue was used, or was there to be used.

    A cue has several if its segment was taken again, or if somebody rearmed it.

    Attributes:
        airing: Number of the airing that it belongs to; None: of the show, or of a segment that waits.
        due: When it fell due; of one that was done before, when it was to; None: it had no time.
        acted: When it was done or dismissed, and `by` by whom (``clock``: by itself).
        automatic: It fired by itself.
    """

    cue: Cue
    airing: int | None
    outcome: Outcome
    due: Stamp | None = None
    acted: Stamp | None = None
    by: str | None = None
    automatic: bool = False

    @property
    def reaction(self) -> timedelta | None:
        """From when it was due to when it was done or dismissed; negative is early."""
        if self.due is None or self.acted is None:
            return None
        return self.acted.at - self.due.at

    @property
    def is_late(self) -> bool:
        """Whether a person did it more than `LATE` after it fell due."""
        reaction = self.reaction
        return self.outcome is Outcome.DONE and reaction is not None and reaction > LATE


def cue_records(passages: tuple[Passage, ...], latest: ShowState) -> tuple[CueRecord, ...]:
    """The cues of a run: those that had a time in order of time, then those that had none."""
    taken = {each.event.seq for each in passages if isinstance(each.event.fact, e.SegmentTaken)}
    found: list[CueRecord] = []
    for each in passages:
        fact = each.event.fact
        if isinstance(fact, e.CueFired | e.CueDismissed):
            found += _marked(each, fact, taken)
        elif isinstance(fact, e.SegmentTaken):
            found += _left_behind(each.before, fact)
    used = {record.cue.id for record in found}
    found += [
        record
        for record in (_at_last(latest, cue) for cue in latest.cues.values())
        if record is not None and (record.outcome is not Outcome.NOT_REACHED or record.cue.id not in used)
    ]
    return tuple(sorted(found, key=_place))


def _place(record: CueRecord) -> tuple[bool, ShowInstant | None]:
    stamp = record.due or record.acted
    return (stamp is None, None if stamp is None else stamp.at)


def _marked(passage: Passage, fact: e.CueFired | e.CueDismissed, taken: set[int]) -> Iterator[CueRecord]:
    """A cue was done or dismissed, unless it was in an airing that was taken back."""
    event = passage.event
    memory = passage.after.memory_of(fact.cue)
    if memory.mark is None or memory.mark.stamp != event.stamp:
        # Its segment is armed again already: it fired at the end of an airing that was left for another one.
        if not (isinstance(fact, e.CueFired) and fact.automatic and event.airing in taken):
            return
        memory = CueMemory(fell_due=event.stamp)
    yield CueRecord(
        cue=passage.before.cues[fact.cue],
        airing=event.airing,
        outcome=Outcome.DONE if isinstance(fact, e.CueFired) else Outcome.DISMISSED,
        due=memory.fell_due or _projected(passage.before, fact.cue),
        acted=event.stamp,
        by=event.by,
        automatic=isinstance(fact, e.CueFired) and fact.automatic,
    )


def _projected(state: ShowState, cue: str) -> Stamp | None:
    at = due_instant(state, cue, state.at)
    return None if at is None else Stamp(at, state.wall_offset)


def _left_behind(state: ShowState, fact: e.SegmentTaken) -> Iterator[CueRecord]:
    """Cues of a segment that is armed again, which fell due in its airing before and were never done."""
    again = [fact.segment]
    if fact.how is e.How.BACK and state.airing is not None:
        again.append(state.airing.segment)
    for segment in again:
        for cue in state.segments[segment].cues:
            memory = state.memory_of(cue.id)
            airing = state.progress_of(segment).airing
            if memory.fell_due is not None and not memory.settled and airing is not None:
                yield CueRecord(cue=cue, airing=airing, outcome=Outcome.MISSED, due=memory.fell_due)


_OUTCOMES = {CueState.DUE: Outcome.MISSED, CueState.PASSED: Outcome.PASSED}


def _at_last(state: ShowState, cue: Cue) -> CueRecord | None:
    """How a cue stood at the latest event; None: it was done or dismissed, and is known already."""
    memory = state.memory_of(cue.id)
    if memory.settled:
        return None
    outcome = _OUTCOMES.get(cue_state(state, cue.id, state.at), Outcome.NOT_REACHED)
    return CueRecord(
        cue=cue,
        airing=None if cue.segment is None else state.progress_of(cue.segment).airing,
        outcome=outcome,
        due=memory.fell_due or (_projected(state, cue.id) if outcome is Outcome.MISSED else None),
    )
