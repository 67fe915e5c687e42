"""What is remembered of cues from event to event: what fell due, what passed, what was marked.

That a cue falls due is computed, not an event; but once due it stays due, so each event first notes what
fell due before it.
"""

from collections.abc import Callable, Iterable, Mapping

from ssc_console.show.events import Event
from ssc_console.show.figures import SegmentState
from ssc_console.show.instants import ShowInstant, Stamp
from ssc_console.show.rundown import Cue, Moment
from ssc_console.show.schedule import timing, upcoming
from ssc_console.show.state import DONE, NO_MEMORY, CueMemory, Mark, ShowState
from ssc_console.show.value import replace


def note_due(state: ShowState, until: ShowInstant) -> ShowState:
    """Remember the cues that fall due up to `until` (inclusive) if nobody acts.

    What falls due in a hold does not fire on its own, not even after the resume.
    """
    held = state.airing is not None and state.airing.held_since is not None
    changed = {
        id_: replace(
            state.memory_of(id_),
            fell_due=Stamp(each.falls_due, state.wall_offset),
            waits=state.memory_of(id_).waits or (held and each.cue.auto),
        )
        for id_, each in upcoming(state).items()
        if each.falls_due is not None and each.falls_due <= until
    }
    return replace(state, memory={**state.memory, **changed}) if changed else state


def note_due_before_opening(state: ShowState) -> ShowState:
    """Remember what fell due before the console was opened, with when that was; none of it fires."""
    changed = {}
    for id_, cue in state.cues.items():
        when = timing(state, cue)
        falls_due = None if when is None else when.falls_due()
        if falls_due is not None and falls_due < state.at:
            changed[id_] = CueMemory(fell_due=Stamp(falls_due, state.wall_offset), waits=cue.auto)
    return replace(state, memory={**state.memory, **changed}) if changed else state


def remember(state: ShowState, more: Mapping[str, CueMemory]) -> ShowState:
    """The same with this of these cues."""
    return replace(state, memory={**state.memory, **more}) if more else state


def let_wait(state: ShowState) -> ShowState:
    """Every automatic cue that is due and has not fired waits for a person."""
    changed = {
        id_: replace(memory, waits=True)
        for id_, memory in state.memory.items()
        if memory.fell_due and not memory.settled and not memory.waits and state.cues[id_].auto
    }
    return replace(state, memory={**state.memory, **changed}) if changed else state


def moment_came(state: ShowState, cues: Iterable[Cue], which: Callable[[Cue], bool], at: Stamp) -> ShowState:
    """A moment came: what hangs before it and was not reached falls due now; if automatic, it is passed."""
    changed = {}
    for cue in cues:
        memory = state.memory_of(cue.id)
        if not which(cue) or memory.fell_due or memory.passed or memory.settled:
            continue
        if cue.auto:
            changed[cue.id] = replace(memory, passed=True)
        else:
            changed[cue.id] = replace(memory, fell_due=at)
    return replace(state, memory={**state.memory, **changed}) if changed else state


def before(moment: Moment) -> Callable[[Cue], bool]:
    """Whether a cue hangs before that moment."""
    return lambda cue: cue.moment is moment and cue.is_before


def pass_by(state: ShowState, cues: Iterable[Cue]) -> ShowState:
    """A segment was left: what hangs on its start or begin and was not reached can't come any more."""
    changed = {}
    for cue in cues:
        memory = state.memory_of(cue.id)
        if cue.moment is Moment.END or memory.fell_due or memory.passed or memory.settled:
            continue
        changed[cue.id] = replace(memory, passed=True)
    return replace(state, memory={**state.memory, **changed}) if changed else state


def forget(state: ShowState, cues: Iterable[Cue]) -> ShowState:
    """A segment is armed again: its cues begin anew."""
    gone = {cue.id for cue in cues} & state.memory.keys()
    if not gone:
        return state
    return replace(state, memory={id_: kept for id_, kept in state.memory.items() if id_ not in gone})


def work_out_anew(before_: ShowState, after: ShowState) -> ShowState:
    """After a change of the show: what was due is pending again if its time is in the future now.

    A segment that waits to be taken again has its cues armed again; one that is skipped or was gone past
    has no due times.
    """
    memory = dict(after.memory)
    for id_, each in after.memory.items():
        fresh = _anew(before_, after, after.cues[id_], each)
        if fresh is NO_MEMORY:
            del memory[id_]
        else:
            memory[id_] = fresh
    return after if memory == after.memory else replace(after, memory=memory)


def _anew(before_: ShowState, after: ShowState, cue: Cue, memory: CueMemory) -> CueMemory:
    if cue.segment is not None:
        now = after.segment_state(cue.segment)
        if now is SegmentState.PENDING and _must_be_armed_again(before_, cue.segment):
            return NO_MEMORY
        if now in (SegmentState.SKIPPED, SegmentState.NOT_AIRED) and not memory.settled:
            return replace(memory, fell_due=None, waits=memory.rearmed)
    if memory.fell_due is None or memory.settled:
        return memory
    return _pending_again_if_later(after, cue, memory)


def _must_be_armed_again(before_: ShowState, segment: str) -> bool:
    if segment not in before_.segments:
        return False
    return before_.segment_state(segment) in (SegmentState.ON_AIR, SegmentState.NOT_AIRED)


def _pending_again_if_later(state: ShowState, cue: Cue, memory: CueMemory) -> CueMemory:
    when = timing(state, cue)
    if when is None or when.due_at(state.at) <= state.at:
        return memory
    return replace(memory, fell_due=None, waits=memory.rearmed)


def mark(state: ShowState, event: Event, cue_id: str, kind: str) -> ShowState:
    """A cue was called, done or dismissed, if the mark is of its segment's present airing."""
    if not _of_this_airing(state, event, cue_id):
        return state
    memory = replace(state.memory_of(cue_id), mark=Mark(kind, event.stamp, event.by), failed=None)
    return replace(state, memory={**state.memory, cue_id: memory})


def rearm(state: ShowState, event: Event, cue_id: str) -> ShowState:
    """A cue can be used again, by a person. If its moment can't come any more, it is due at once."""
    if not _of_this_airing(state, event, cue_id):
        return state
    cue, memory = state.cues[cue_id], state.memory_of(cue_id)
    memory = CueMemory(fell_due=memory.fell_due, waits=True, rearmed=True)
    if memory.fell_due is not None:
        memory = _pending_again_if_later(state, cue, memory)
    elif timing(state, cue) is None and _has_due_times(state, cue):
        memory = replace(memory, fell_due=event.stamp)
    return replace(state, memory={**state.memory, cue_id: memory})


def fail(state: ShowState, event: Event, cue_id: str, why: str) -> ShowState:
    """What a cue was to do did not succeed: if it counted as done it is due again, and waits for a person."""
    memory = state.memory_of(cue_id)
    if memory.mark is None or memory.mark.kind != DONE:
        return state
    memory = CueMemory(
        fell_due=memory.fell_due or event.stamp, passed=False, waits=True, rearmed=True, failed=why
    )
    return replace(state, memory={**state.memory, cue_id: memory})


def _has_due_times(state: ShowState, cue: Cue) -> bool:
    if cue.segment is None:
        return True
    return state.segment_state(cue.segment) not in (SegmentState.SKIPPED, SegmentState.NOT_AIRED)


def _of_this_airing(state: ShowState, event: Event, cue_id: str) -> bool:
    segment = state.cues[cue_id].segment
    return segment is None or event.airing == state.progress_of(segment).airing
