"""How OBS stands, as people are told: connected or not and why, its scene, its recording, its video."""

from datetime import timedelta
from enum import StrEnum

from ssc_console.outputs.obs.settings import HOW_TO_SET_UP, PASSWORD
from ssc_console.show.actions import Action
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.obs_wanted import ObsWanted, after
from ssc_console.show.value import value
from ssc_console.timecode import span


class Phase(StrEnum):
    """The connection."""

    OFF = "not used"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"
    REFUSED = "refused"
    BARRED = "not to be reconnected"


@value
class RecordingNow:
    """OBS records.

    Attributes:
        at: When this was so.
        into: How far into the recording that was, without pauses.
        paused: It stood still then.
    """

    at: ShowInstant
    into: timedelta
    paused: bool = False

    def into_at(self, now: ShowInstant) -> timedelta:
        """How far into the recording `now` is."""
        return self.into if self.paused else self.into + (now - self.at)


@value
class MediaNow:
    """What OBS says of the media source that is followed, and when it said so."""

    source: str
    at: ShowInstant
    observation: Observation

    def remaining(self, now: ShowInstant) -> timedelta | None:
        """How long it still plays, not negative; None: not known."""
        observed = self.observation
        if observed.state is MediaState.LOST:
            return None
        gone = now - self.at if observed.state is MediaState.PLAYING else ZERO
        return max(observed.left - gone, ZERO)


@value
class ObsState:
    """How OBS stands.

    Attributes:
        place: Where it is: ``localhost:4455``.
        why: Why there is no connection, in a few words.
        retry: In how long a connection is tried again, from when this was said; None: it is not.
        scene: On OBS's programme; None: not known.
        streaming: None: not known.
        missing: The media source that was to be followed, and that OBS does not have.
        disagrees: What OBS could not be made to agree with when it was connected, a sentence each.
    """

    phase: Phase = Phase.OFF
    place: str = ""
    why: str = ""
    retry: timedelta | None = None
    scene: str | None = None
    recording: RecordingNow | None = None
    streaming: bool | None = None
    media: MediaNow | None = None
    missing: str | None = None
    disagrees: tuple[str, ...] = ()


@value
class ObsTrouble:
    """What a lamp says: a few words, and the rest."""

    words: str
    more: str


def trouble_of(state: ObsState) -> ObsTrouble | None:
    """What a lamp says of OBS; None: all is well, or it is not used."""
    if state.phase in (Phase.OFF, Phase.CONNECTING):
        return None
    if state.phase is Phase.CONNECTED:
        return _in_disagreement(state)
    return ObsTrouble(_WORDS[state.phase], f"OBS at {state.place}: {state.why}. {_remedy(state)}")


def _in_disagreement(state: ObsState) -> ObsTrouble | None:
    if state.disagrees:
        return ObsTrouble("OBS disagrees", " ".join(state.disagrees))
    if state.missing is None:
        return None
    more = (
        f"OBS has no media source “{state.missing}”: the countdown goes by the plan. Look at its name in OBS."
    )
    return ObsTrouble("No video in OBS", more)


_WORDS = {
    Phase.LOST: "No OBS",
    Phase.REFUSED: "OBS refuses",
    Phase.BARRED: "OBS sent us away",
}


def _remedy(state: ObsState) -> str:
    if state.phase is Phase.REFUSED:
        return f"Look at {PASSWORD} and at OBS: Tools, WebSocket Server Settings."
    if state.phase is Phase.BARRED or state.retry is None:
        return "It is not tried again by itself: ask for it when OBS may be used again."
    return f"It is tried again in {span(state.retry)}; then OBS follows the show again."


def why_not(state: ObsState, action: Action) -> str:
    """Why an action can't be done while OBS is not connected, and what becomes of it."""
    stays = after(ObsWanted(), action) != ObsWanted()
    then = "OBS does this as soon as it is back" if stays else "fire the cue again when it is back"
    if state.phase is Phase.OFF:
        return f"OBS is not used: {HOW_TO_SET_UP}."
    if state.phase is Phase.CONNECTING:
        return f"OBS at {state.place} is not connected yet: {then}."
    return f"OBS at {state.place} is not connected ({state.why}): {then}."
