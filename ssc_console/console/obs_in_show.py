"""OBS as the show needs it: which of its videos is on air, and what the check before the show says of it."""

from collections.abc import Iterable, Sequence

from ssc_console.outputs.obs.settings import HOW_TO_SET_UP
from ssc_console.outputs.obs.state import ObsState, Phase, trouble_of
from ssc_console.preflight.item import Item, bad, good, warning
from ssc_console.show.actions import TELL_OBS, Action, Verb, readable
from ssc_console.show.events import ActionDone, CueFired, Event
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot

WHAT = "OBS"
_WORDS = {Phase.LOST: "not connected", Phase.REFUSED: "refuses us", Phase.BARRED: "sent us away"}


def played_by_obs(snapshot: Snapshot, events: Sequence[Event]) -> str | None:
    """The media source of OBS that counts for the segment on air: the latest restarted since its take.

    Before that, what OBS says of it is of another time; what the console plays itself goes by its own clock.
    """
    airing, on_air = snapshot.state.airing, snapshot.on_air
    if airing is None or on_air is None or on_air.segment.video is not None:
        return None
    for event in reversed(events):
        if event.seq <= airing.id:
            return None
        for action in _done(snapshot, event):
            if action.verb is Verb.OBS_RESTART:
                return action.about
    return None


def _done(snapshot: Snapshot, event: Event) -> Iterable[Action]:
    if isinstance(event.fact, CueFired):
        cue = snapshot.state.cues.get(event.fact.cue)
        return () if cue is None else readable(cue.do)
    return readable((event.fact.action,)) if isinstance(event.fact, ActionDone) else ()


def obs_items(rundown: Rundown, state: ObsState | None) -> tuple[Item, ...]:
    """What is to be said of OBS before the show: nothing, where nobody wants it.

    Args:
        state: How it stands; None: it is not used.
    """
    count = sum(any(action.verb in TELL_OBS for action in readable(cue.do)) for cue in rundown.cues())
    if state is None:
        cues = "1 cue wants" if count == 1 else f"{count} cues want"
        return (bad(WHAT, "not set up", f"{cues} it: {HOW_TO_SET_UP}."),) if count else ()
    trouble = trouble_of(state)
    if trouble is not None:
        make = bad if count else warning
        return (make(WHAT, _WORDS.get(state.phase, "lacks what the show wants"), trouble.more),)
    if state.phase is not Phase.CONNECTED:
        return (warning(WHAT, "not connected yet", f"Wait a moment, or start OBS at {state.place}."),)
    return (good(WHAT, "connected" if state.scene is None else f"connected, scene “{state.scene}”"),)
