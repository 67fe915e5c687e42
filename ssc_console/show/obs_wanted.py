"""What the show has asked of OBS so far, as a state that OBS can be made to agree with."""

from ssc_console.show.actions import Action, Verb
from ssc_console.show.value import replace, value


@value
class Shown:
    """Whether a source is shown.

    Attributes:
        scene: In which scene; None: the show has named none, so in the one that OBS has on its programme.
    """

    scene: str | None
    source: str
    shown: bool


@value
class ObsWanted:
    """Only what the show has asked for; None and what is not listed: leave it alone.

    Attributes:
        sources: Each source of a scene once, in the order in which they were last asked for.
    """

    scene: str | None = None
    sources: tuple[Shown, ...] = ()
    recording: bool | None = None
    streaming: bool | None = None


def after(wanted: ObsWanted, action: Action) -> ObsWanted:
    """What is wanted once an action was fired.

    One for others than OBS, and one that happens once (a media source that restarts), leaves nothing.
    """
    if action.verb in _RECORDING:
        return replace(wanted, recording=_RECORDING[action.verb])
    if action.verb in _STREAMING:
        return replace(wanted, streaming=_STREAMING[action.verb])
    if action.about is None:
        return wanted
    if action.verb is Verb.OBS_SCENE:
        return replace(wanted, scene=action.about)
    if action.verb in (Verb.OBS_SHOW, Verb.OBS_HIDE):
        one = Shown(wanted.scene, action.about, action.verb is Verb.OBS_SHOW)
        others = (each for each in wanted.sources if (each.scene, each.source) != (one.scene, one.source))
        return replace(wanted, sources=(*others, one))
    return wanted


_RECORDING = {Verb.OBS_START_RECORDING: True, Verb.OBS_STOP_RECORDING: False}
_STREAMING = {Verb.OBS_START_STREAMING: True, Verb.OBS_STOP_STREAMING: False}
