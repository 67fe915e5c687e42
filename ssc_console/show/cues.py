"""The state of each cue at an instant, and the order in which a person meets them."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import timedelta

from ssc_console.show.actions import LAUNCH_STEPS, Verb, readable
from ssc_console.show.figures import CueRow, CueState, Status
from ssc_console.show.instants import ShowInstant, WallInstant, to_wall
from ssc_console.show.rundown import Cue
from ssc_console.show.schedule import Upcoming, upcoming
from ssc_console.show.state import CALLED, DONE, CueMemory, ShowState, once_per_state
from ssc_console.show.timeline import timeline

Standing = tuple[CueState, WallInstant | None]
"""Where a cue stands, and when it is or was due by the wall; None: it has no due time."""

EXACT_ORDER = 200
"""As many cues are ordered exactly at every instant; those behind keep the order of the latest event."""


def cue_state(state: ShowState, cue: str, now: ShowInstant) -> CueState:
    """Where a cue stands."""
    memory = state.memory_of(cue)
    if memory.mark is not None and memory.mark.kind != CALLED:
        return CueState.DONE if memory.mark.kind == DONE else CueState.DISMISSED
    if memory.passed:
        return CueState.PASSED
    coming = upcoming(state).get(cue)
    if memory.fell_due is not None or (coming is not None and _has_fallen_due(coming, now)):
        return CueState.DUE
    if memory.mark is not None:
        return CueState.STANDBY
    if coming is None:
        return CueState.PENDING
    ready = standby_at(state)[cue]
    return CueState.STANDBY if ready is not None and ready <= now else CueState.PENDING


def _has_fallen_due(coming: Upcoming, now: ShowInstant) -> bool:
    return coming.falls_due is not None and coming.falls_due <= now


@once_per_state
def standby_at(state: ShowState) -> Mapping[str, ShowInstant | None]:
    """When each upcoming cue goes to standby on its own; None: not as things stand."""
    return {id_: each.timing.on_standby(each.cue.lead) for id_, each in upcoming(state).items()}


@once_per_state
def _turns(state: ShowState) -> tuple[ShowInstant, ...]:
    """When upcoming cues go to standby or fall due, sorted."""
    found = [each for each in standby_at(state).values() if each is not None]
    found += [each.falls_due for each in upcoming(state).values() if each.falls_due is not None]
    return tuple(sorted(found))


def cue_horizon(state: ShowState, now: ShowInstant) -> tuple[object, ...]:
    """While this is the same, so is the row of each of a state's cues.

    A row changes when its cue goes to standby or falls due. Its due time moves with the end of the segment
    on air; in a hold it may move by itself, too.
    """
    held = now if state.status is Status.HELD else None
    return bisect_right(_turns(state), now), timeline(state).horizon.at(now), held


def due_instant(state: ShowState, cue: str, now: ShowInstant) -> ShowInstant | None:
    """On the show clock: when a cue is due or fell due; None: it has no due time."""
    memory = state.memory_of(cue)
    if memory.fell_due is not None:
        return memory.fell_due.at
    coming = upcoming(state).get(cue)
    if coming is None:
        return None
    if coming.falls_due is not None and coming.falls_due <= now:
        return coming.falls_due
    return coming.timing.due_at(now)


def standing(state: ShowState, cue: str, now: ShowInstant) -> Standing:
    """Where a cue stands, and when it is or was due."""
    coming = upcoming(state).get(cue)
    if coming is None:  # until the next event
        fell_due = state.memory_of(cue).fell_due
        return cue_state(state, cue, now), None if fell_due is None else fell_due.wall
    if coming.falls_due is not None and coming.falls_due <= now:
        return CueState.DUE, to_wall(coming.falls_due, state.wall_offset)
    due_at = to_wall(coming.timing.due_at(now), state.wall_offset)
    ready = standby_at(state)[cue]
    is_ready = state.memory_of(cue).mark is not None or (ready is not None and ready <= now)
    return CueState.STANDBY if is_ready else CueState.PENDING, due_at


def cue_row(state: ShowState, cue: str, now: ShowInstant) -> CueRow:
    """All that is shown of a cue: the same row as the last time if it still says the same."""
    rows = _rows(state)
    kept = rows.get(cue)
    if kept is not None and cue not in upcoming(state):
        return kept  # until the next event
    where, due_at = standing(state, cue, now)
    if kept is None or kept.state is not where or kept.due_at != due_at:
        kept = rows[cue] = _row(state, cue, where, due_at)
    return kept


@once_per_state
def _rows(_: ShowState) -> dict[str, CueRow]:
    """The rows that were asked for, each as it was last."""
    return {}


def _row(state: ShowState, cue: str, where: CueState, due_at: WallInstant | None) -> CueRow:
    memory = state.memory_of(cue)
    settled = memory.mark if memory.settled else None
    return CueRow(
        cue=state.cues[cue],
        state=where,
        due_at=due_at,
        waits=_waits(state, memory, where) and state.cues[cue].auto,
        marked_at=None if settled is None else settled.stamp.wall,
        marked_by=None if settled is None else settled.by,
        failed=memory.failed,
    )


def _waits(state: ShowState, memory: CueMemory, where: CueState) -> bool:
    fell_due_in_this_hold = where is CueState.DUE and state.status is Status.HELD
    return (memory.waits or fell_due_in_this_hold) and not memory.settled


@once_per_state
def _due_already(state: ShowState) -> tuple[tuple[ShowInstant, str], ...]:
    found = [
        (memory.fell_due.at, id_)
        for id_, memory in state.memory.items()
        if memory.fell_due is not None and not memory.settled and not memory.passed
    ]
    return tuple(sorted(found, key=lambda each: each[0]))


@once_per_state
def _coming(state: ShowState) -> tuple[str, ...]:
    """Upcoming cues, ordered by due time as of the latest event."""
    times = {id_: each.timing.due_at(state.at) for id_, each in upcoming(state).items()}
    return tuple(sorted(times, key=times.__getitem__))


def cue_order(state: ShowState, now: ShowInstant, most: int = EXACT_ORDER) -> tuple[str, ...]:
    """Cues to act on: due ones by when they fell due, then those to come by when they are due.

    Those that are done, dismissed or passed, or have no due time, are not among them; but for the photo of a
    launch, which comes before what is to come, so that it can be taken again and again.
    """
    due = list(_due_already(state))
    coming = []
    for id_ in _coming(state)[:most]:
        each = upcoming(state)[id_]
        if each.falls_due is not None and each.falls_due <= now:
            due.append((each.falls_due, id_))
        else:
            coming.append((each.timing.due_at(now), id_))
    due.sort(key=lambda each: each[0])
    coming.sort(key=lambda each: each[0])
    return (*(id_ for _, id_ in due), *photo_again(state), *(id_ for _, id_ in coming))[:most]


def launch_step(cue: Cue) -> Verb | None:
    """The step of a launch that a cue makes; None: none."""
    return next((each.verb for each in readable(cue.do) if each.verb in LAUNCH_STEPS), None)


@once_per_state
def photo_again(state: ShowState) -> tuple[str, ...]:
    """The cue of the photo that was the latest step of the launch on air; at most one."""
    if state.stage.step is not Verb.LAUNCH_SHOT or state.airing is None:
        return ()
    cues = state.segments[state.airing.segment].cues
    shots = (cue.id for cue in cues if launch_step(cue) is Verb.LAUNCH_SHOT)
    return tuple(id_ for id_ in shots if state.memory_of(id_).settled)[:1]


@once_per_state
def finished_cues(state: ShowState) -> tuple[str, ...]:
    """Cues that are done, dismissed or passed: the latest mark first, the passed ones last."""
    marked = [
        (memory.mark.stamp.at, id_) for id_, memory in state.memory.items() if memory.settled and memory.mark
    ]
    passed = [id_ for id_, memory in state.memory.items() if memory.passed and not memory.settled]
    return (*(id_ for _, id_ in sorted(marked, key=lambda each: each[0], reverse=True)), *passed)


def age(since: ShowInstant, now: ShowInstant) -> timedelta:
    """How long ago something was, never negative."""
    return max(now - since, timedelta(0))
