"""What people put before the audience: lower third, pictures, the steps of a launch, how the video runs.

Anchors only, folded from the events like all of the state. What the programme shows by them at an instant is
worked out in `programme`.
"""

from collections.abc import Callable
from enum import StrEnum

from ssc_console.show.actions import LAUNCH_STEPS, TELL_OBS, Action, Verb
from ssc_console.show.instants import Stamp
from ssc_console.show.obs_wanted import ObsWanted, after
from ssc_console.show.value import replace, value


class Instead(StrEnum):
    """What a person shows in place of what the show has on the programme."""

    HOLDING = "holding picture"
    CLOSING = "closing picture"
    BLACK = "black"


class Run(StrEnum):
    """How a person lets the video run."""

    BY_ITSELF = "by itself"
    ROLLING = "rolling"
    PAUSED = "paused"
    STOPPED = "stopped"


@value(kw_only=True)
class Stage:
    """What is before the audience in the present airing, as far as people decide it.

    Attributes:
        lower_third: Ids of the people whose names are shown, in order.
        picture: As the agenda writes the file.
        step: The latest step of the launch that is on air; None: it has not begun.
        step_at: When that step was made.
        link_shown: The launch's link was asked for.
        revealed: The launches (ids of segments) whose cover the audience has seen.
        roll: Number of the event that rolled the video from its beginning; 0: it rolls by itself.
        obs: What OBS is wanted to be, by all that it was told in this run.
    """

    lower_third: tuple[str, ...] = ()
    picture: str | None = None
    instead: Instead | None = None
    step: Verb | None = None
    step_at: Stamp | None = None
    link_shown: bool = False
    revealed: frozenset[str] = frozenset()
    run: Run = Run.BY_ITSELF
    roll: int = 0
    obs: ObsWanted = ObsWanted()


EMPTY = Stage()


def cleared(stage: Stage) -> Stage:
    """Another segment is taken: what belonged to the one before goes; what the world has seen stays seen."""
    return replace(EMPTY, revealed=stage.revealed, obs=stage.obs)


@value
class Performed:
    """An action with where and when it was performed.

    Attributes:
        segment: Of the cue; None for a cue of the show.
        speakers: Those of that segment, or of the one on air.
        over: The video that is on air has ended, or is lost.
        seq: Of the event.
    """

    action: Action
    segment: str | None
    speakers: tuple[str, ...]
    over: bool
    stamp: Stamp
    seq: int


def performed(stage: Stage, what: Performed) -> Stage:
    """The stage after an action. One that does nothing to the stage leaves it as it is."""
    verb = what.action.verb
    if verb in TELL_OBS:
        return replace(stage, obs=after(stage.obs, what.action))
    if verb in LAUNCH_STEPS:
        return _step(stage, what)
    rule = _RULES.get(verb)
    return stage if rule is None else rule(stage, what)


def _step(stage: Stage, what: Performed) -> Stage:
    revealed = stage.revealed
    if what.action.verb is Verb.LAUNCH_REVEAL and what.segment is not None:
        revealed |= {what.segment}
    link_shown = stage.link_shown or what.action.verb is Verb.LAUNCH_LINK
    return replace(stage, step=what.action.verb, step_at=what.stamp, revealed=revealed, link_shown=link_shown)


def _lower_third(stage: Stage, what: Performed) -> Stage:
    about = what.action.about
    return replace(stage, lower_third=what.speakers if about is None else (about,))


def _rolled(stage: Stage, what: Performed) -> Stage:
    """On from where it is; from the beginning only where it is over. One that rolls just rolls on."""
    if what.over or stage.run is Run.STOPPED:
        return _restarted(stage, what)
    return replace(stage, run=Run.ROLLING)


def _restarted(stage: Stage, what: Performed) -> Stage:
    return replace(stage, run=Run.ROLLING, roll=what.seq)


_RULES: dict[Verb, Callable[[Stage, Performed], Stage]] = {
    Verb.LOWER_THIRD: _lower_third,
    Verb.CLEAR_LOWER_THIRD: lambda stage, _: replace(stage, lower_third=()),
    Verb.ROLL: _rolled,
    Verb.RESTART: _restarted,
    Verb.PAUSE: lambda stage, _: replace(stage, run=Run.PAUSED),
    Verb.STOP: lambda stage, _: replace(stage, run=Run.STOPPED),
    Verb.PICTURE: lambda stage, what: replace(stage, picture=what.action.about, instead=None),
    Verb.CLEAR_PICTURE: lambda stage, _: replace(stage, picture=None),
    Verb.HOLDING: lambda stage, _: replace(stage, instead=Instead.HOLDING),
    Verb.CLOSING: lambda stage, _: replace(stage, instead=Instead.CLOSING),
    Verb.BLACK: lambda stage, _: replace(stage, instead=Instead.BLACK),
    Verb.PROGRAMME: lambda stage, _: replace(stage, instead=None, picture=None),
}
