"""What a command about a cue, or an action without one, makes happen, or why it can't."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ssc_console.show import commands as c
from ssc_console.show import events as e
from ssc_console.show.actions import LAUNCH_STEPS, ON_VIDEO, Action, NotAnAction, Verb, parse
from ssc_console.show.commands import Refused
from ssc_console.show.cues import cue_state, launch_step
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant
from ssc_console.show.one_line import LONGEST_MESSAGE, one_line
from ssc_console.show.rundown import Cue
from ssc_console.show.state import Latest, ShowState

CueCommand = c.Standby | c.Go | c.Dismiss | c.Rearm

_LIVE = frozenset({CueState.PENDING, CueState.STANDBY, CueState.DUE, CueState.PASSED})
_FITS: dict[type, frozenset[CueState]] = {
    c.Standby: frozenset({CueState.PENDING}),
    c.Go: _LIVE,
    c.Dismiss: _LIVE,
    c.Rearm: frozenset({CueState.DONE, CueState.DISMISSED, CueState.PASSED}),
}
_WORDS = {
    CueState.PENDING: "is not used yet",
    CueState.STANDBY: "is on standby already",
    CueState.DUE: "is due already",
    CueState.DONE: "is done already: rearm it to do it again",
    CueState.DISMISSED: "was dismissed: rearm it to use it",
    CueState.PASSED: "has passed: fire it or rearm it",
}
_FACTS: dict[type, Callable[[str], e.Fact]] = {
    c.Standby: e.CueCalled,
    c.Go: e.CueFired,
    c.Dismiss: e.CueDismissed,
    c.Rearm: e.CueRearmed,
}


def cue_fact(state: ShowState, command: CueCommand, now: ShowInstant) -> e.Fact:
    """What calling, firing, dismissing or rearming a cue makes happen.

    Raises:
        Refused: It does not fit the cue's state, comes too soon, or another step of a launch comes first.
    """
    cue = _cue(state, command.cue)
    where = cue_state(state, cue.id, now)
    if isinstance(command, c.Go):
        _check_go(state, cue, where, now)
    elif where not in _FITS[type(command)]:
        raise Refused(f"“{cue.text}” {_WORDS[where]}.")
    return _FACTS[type(command)](cue.id)


def tested_fact(state: ShowState, command: c.TestCue, _: ShowInstant) -> e.Fact:
    """A cue is tested, whatever its state."""
    return e.CueTested(_cue(state, command.cue).id)


def done_fact(state: ShowState, command: c.Do, _: ShowInstant) -> e.Fact:
    """An action is done without a cue.

    Raises:
        Refused: It can't be read, has nothing to act on, or is a step of a launch, which have their order.
    """
    try:
        action = parse(command.action)
    except NotAnAction as why:
        raise Refused(f"{why}. {why.hint}{'' if why.hint.endswith('?') else '.'}") from None
    if action.verb in LAUNCH_STEPS:
        raise Refused("The steps of a launch are cues: press go on the next of them.")
    if action.verb in ON_VIDEO and not _video_is_on_air(state):
        raise Refused(f"No video is on air: there is nothing to {action.verb.value.split()[0]}.")
    _check_person(state, action)
    if action.verb is Verb.MESSAGE:
        text = one_line(action.about or "", "The message", LONGEST_MESSAGE)
        if not text:
            raise Refused("The message is empty: write a line, or clear the one that is shown.")
        return e.ActionDone(command.action if text == action.about else f"{action.verb.value}: {text}")
    return e.ActionDone(command.action)


def _video_is_on_air(state: ShowState) -> bool:
    return state.airing is not None and state.segments[state.airing.segment].video is not None


def _check_person(state: ShowState, action: Action) -> None:
    people = state.rundown.people
    if action.verb is Verb.LOWER_THIRD and action.about is not None and action.about not in people:
        raise Refused(f"There is nobody “{action.about}”.{did_you_mean(action.about, people)}")


def _cue(state: ShowState, id_: str) -> Cue:
    if id_ not in state.cues:
        raise Refused(f"There is no cue “{id_}”.{did_you_mean(id_, state.cues)}")
    return state.cues[id_]


def _check_go(state: ShowState, cue: Cue, where: CueState, now: ShowInstant) -> None:
    step = launch_step(cue)
    again = where is CueState.DONE and step is Verb.LAUNCH_SHOT
    if where not in _LIVE and not again:
        raise Refused(f"“{cue.text}” {_WORDS[where]}.")
    window = state.guards.after_go if step is None else state.guards.after_take
    if is_within(window, state.last_go, now):
        raise Refused("A cue was fired only just now: press again if you mean this one too.")
    if step is not None:
        _check_order(state, cue, step)


def _check_order(state: ShowState, cue: Cue, step: Verb) -> None:
    """A step of a launch is made on air, after those before it."""
    if cue.segment is None or state.airing is None or state.airing.segment != cue.segment:
        title = "the launch" if cue.segment is None else f"“{state.segments[cue.segment].title}”"
        raise Refused(f"{title} is not on air: take it first.")
    place = LAUNCH_STEPS.index(step)
    for other in state.segments[cue.segment].cues:
        earlier = launch_step(other)
        if earlier is None or LAUNCH_STEPS.index(earlier) >= place or state.memory_of(other.id).settled:
            continue
        raise Refused(f"First comes “{other.text}”: press go on it, or dismiss it.")


def did_you_mean(word: str, known: Any) -> str:
    """A question with the nearest known name, or nothing."""
    import difflib  # slow to import, and few names are mistyped

    near = difflib.get_close_matches(word, list(known), n=1)
    return f" Did you mean “{near[0]}”?" if near else ""


def is_within(window: timedelta, latest: Latest | None, now: ShowInstant) -> bool:
    """Whether a press comes so soon after the latest of its kind that it is taken for a bounce."""
    return latest is not None and now - latest.at < window
