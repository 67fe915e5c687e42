"""What a show becomes when changes of its file are taken: an event onto a state, no question left open."""

from ssc_console.show import memory
from ssc_console.show.events import AgendaReloaded, Event
from ssc_console.show.instants import ZERO
from ssc_console.show.plan import plan_of
from ssc_console.show.rundown import Cue
from ssc_console.show.schedule import timing
from ssc_console.show.state import Airing, Order, Progress, ShowState
from ssc_console.show.value import replace


def take_up(state: ShowState, event: Event, fact: AgendaReloaded) -> ShowState:
    """The show with this agenda: clocks, airings and marks are as they were."""
    rundown = fact.rundown
    put_in = {id_: state.segments[id_] for id_ in fact.order if id_ not in rundown.by_id}
    cues = {cue.id: cue for cue in rundown.cues()}
    trial = state.trial
    after = replace(
        state,
        rundown=rundown,
        segments={**rundown.by_id, **put_in},
        cues=cues,
        plan=plan_of(rundown) if state.started is None else state.plan,
        order=Order(fact.order),
        progress=_progress(state, fact),
        memory={id_: kept for id_, kept in state.memory.items() if id_ in cues},
        airing=_airing(state),
        postponed=state.postponed if fact.keeps_postponement else None,
        trial=trial if trial is not None and trial.cue in cues else None,
    )
    return _let_what_is_late_wait(after, event)


def _progress(state: ShowState, fact: AgendaReloaded) -> dict[str, Progress]:
    there = frozenset(fact.order)
    kept = {id_: progress for id_, progress in state.progress.items() if id_ in there}
    for id_ in fact.retimed:
        kept[id_] = replace(kept[id_], retimed=None, added=ZERO, cut=ZERO)
    return kept


def _airing(state: ShowState) -> Airing | None:
    """The segment on air goes on as it was taken, by the thresholds of then."""
    airing = state.airing
    if airing is None or airing.thresholds_of is not None:
        return airing
    return replace(airing, thresholds_of=state.rundown.event)


def _let_what_is_late_wait(state: ShowState, event: Event) -> ShowState:
    """What is due only because the file was changed too late for it waits for a person, or is passed."""
    changed = {}
    for id_, cue in state.cues.items():
        known = state.memory_of(id_)
        if known.fell_due or known.passed or known.settled:
            continue
        when = timing(state, cue)
        falls_due = None if when is None else when.falls_due()
        if falls_due is not None and falls_due <= event.at:
            changed[id_] = replace(known, fell_due=event.stamp, waits=cue.auto)
        elif when is None and _has_gone_by(state, cue):
            changed[id_] = replace(known, passed=True)
    return memory.remember(state, changed)


def _has_gone_by(state: ShowState, cue: Cue) -> bool:
    """Whether the moment of a cue that hangs before it has come: of the show, or of what is on air."""
    if cue.segment is None:
        return True
    return state.airing is not None and state.airing.segment == cue.segment
