"""What a fact about a cue, or an action that was done, makes of the show."""

from collections.abc import Callable
from typing import Any

from ssc_console.show import memory
from ssc_console.show.actions import Action, Verb, readable
from ssc_console.show.events import (
    ActionDone,
    ActionFailed,
    CueCalled,
    CueDismissed,
    CueFired,
    CueRearmed,
    CueTested,
    Event,
)
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import Cue, Moment
from ssc_console.show.stage import EMPTY, Performed, performed
from ssc_console.show.state import CALLED, DISMISSED, DONE, Latest, ShowState, Trial
from ssc_console.show.value import replace


def _cue_called(state: ShowState, event: Event, fact: CueCalled) -> ShowState:
    return memory.mark(state, event, fact.cue, CALLED)


def _cue_fired(state: ShowState, event: Event, fact: CueFired) -> ShowState:
    if not fact.automatic:
        state = replace(state, last_go=Latest(event.seq, event.at))
    elif not _moment_has_come(state, state.cues[fact.cue]):
        return state  # it fired at a moment that was taken back
    marked = memory.mark(state, event, fact.cue, DONE)
    if marked is state:
        return state  # it fired in an airing that was taken back
    cue = state.cues[fact.cue]
    for action in readable(cue.do):
        marked = _perform(marked, event, action, cue.segment)
    return marked


def _perform(state: ShowState, event: Event, action: Action, segment: str | None) -> ShowState:
    """What an action makes of the show; what is done outside of it is not the state's."""
    if action.verb in (Verb.MESSAGE, Verb.CLEAR_MESSAGE):
        return replace(state, message=action.about, message_by=event.seq, flashed=None)
    return replace(state, stage=performed(state.stage, _performed(state, event, action, segment)))


def _performed(state: ShowState, event: Event, action: Action, segment: str | None) -> Performed:
    airing = state.airing
    whose = segment or (None if airing is None else airing.segment)
    media = None if airing is None else airing.media
    return Performed(
        action=action,
        segment=segment,
        speakers=() if whose is None else state.segments[whose].speakers,
        over=media is not None and media.observation.state in (MediaState.ENDED, MediaState.LOST),
        stamp=event.stamp,
        seq=event.seq,
    )


def _cue_tested(state: ShowState, event: Event, fact: CueTested) -> ShowState:
    cue, stage = state.cues[fact.cue], EMPTY
    for action in readable(cue.do):
        stage = performed(stage, _performed(state, event, action, cue.segment))
    seen = replace(stage, revealed=state.stage.revealed)  # a test reveals nothing
    return replace(state, trial=Trial(cue.id, seen, event.at))


def _action_done(state: ShowState, event: Event, fact: ActionDone) -> ShowState:
    for action in readable((fact.action,)):
        state = _perform(state, event, action, None)
    return state


def _action_failed(state: ShowState, event: Event, fact: ActionFailed) -> ShowState:
    return state if fact.cue is None else memory.fail(state, event, fact.cue, fact.why)


def _moment_has_come(state: ShowState, cue: Cue) -> bool:
    """Whether the clock has begun, for a cue that hangs at or after the beginning of the segment on air.

    A resume that is taken back takes a beginning with it that no event stands for.
    """
    airing = state.airing
    if cue.moment is not Moment.BEGIN or cue.is_before or airing is None or airing.segment != cue.segment:
        return True
    return airing.begun is not None


def _cue_dismissed(state: ShowState, event: Event, fact: CueDismissed) -> ShowState:
    return memory.mark(state, event, fact.cue, DISMISSED)


def _cue_rearmed(state: ShowState, event: Event, fact: CueRearmed) -> ShowState:
    return memory.rearm(state, event, fact.cue)


CUE_RULES: dict[type, Callable[[ShowState, Event, Any], ShowState]] = {
    CueCalled: _cue_called,
    CueFired: _cue_fired,
    CueTested: _cue_tested,
    ActionDone: _action_done,
    ActionFailed: _action_failed,
    CueDismissed: _cue_dismissed,
    CueRearmed: _cue_rearmed,
}
"""What each of these facts does; none of them is a step of the undo chain."""
