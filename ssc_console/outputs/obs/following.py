"""A media source of OBS as observations: what OBS says again and again, reported only when it is news. Pure.

Three things that OBS 29 does are known here: a source that is stopped says "ended" a moment later, as one
that came to its end does; a source that is played after its end says "playing" and stands still; and a
position goes on in steps of a frame.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ssc_console.outputs.obs.messages import span
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.media import MediaState, Observation

OFF = timedelta(milliseconds=250)
"""Further than this from where the latest observation puts it, it is observed anew."""

CLOSELY = timedelta(milliseconds=60)
"""The same, just after it rolled: what OBS said at once may have been of before, and a frame is 40 ms."""

STALLED_AFTER = timedelta(milliseconds=600)
"""So long a position may stand still: longer than a frame of any video, and than a busy computer needs."""

LOST = Observation(MediaState.LOST)
ENDED = Observation(MediaState.ENDED)

_STATES = {
    "OBS_MEDIA_STATE_PLAYING": MediaState.PLAYING,
    "OBS_MEDIA_STATE_PAUSED": MediaState.PAUSED,
    "OBS_MEDIA_STATE_ENDED": MediaState.ENDED,
    "OBS_MEDIA_STATE_STOPPED": MediaState.LOST,
    "OBS_MEDIA_STATE_ERROR": MediaState.LOST,
    "OBS_MEDIA_STATE_NONE": MediaState.LOST,
}
"""What opens or buffers stays what it was. One that was stopped is lost: what is next is a person's."""


class Follower:
    """One media source, as it was last reported.

    Attributes:
        reported: The latest observation that was news; None: none yet.
        at: When that was.
    """

    def __init__(self) -> None:
        self.reported: Observation | None = None
        self.at: ShowInstant | None = None
        self._stopped = False
        self._anew = False
        self._position: tuple[timedelta, ShowInstant] | None = None

    def report_anew(self) -> None:
        """What is seen next is news, whatever it is: somebody reckons with something else."""
        self._anew = True

    def rolled(self) -> None:
        """It was restarted, or played on: an end that is heard from now on is one."""
        self._stopped = False
        self._position = None

    def stopped(self) -> None:
        """Somebody stopped it: the end that is heard next is none."""
        self._stopped = True

    def ended(self, now: ShowInstant) -> Observation | None:
        """OBS says that it came to its end; one that was never seen to play came to it in another show."""
        if self._stopped or self.reported is None:
            return self.lost(now)
        return self._report(ENDED, now)

    def lost(self, now: ShowInstant) -> Observation | None:
        """Nothing is known of it any more; of what was never known, nothing is lost."""
        return None if self.reported is None else self._report(LOST, now)

    def seen(self, status: Mapping[str, Any], now: ShowInstant, off: timedelta = OFF) -> Observation | None:
        """What OBS says of it now; None: no news, as it is no further `off` than that."""
        state = _STATES.get(str(status.get("mediaState")))
        if state is None:
            return None
        if state is MediaState.ENDED:
            return self.ended(now)
        if state is MediaState.LOST:
            return self.lost(now)
        return self._moving(state, status, now, off)

    def _moving(
        self, state: MediaState, status: Mapping[str, Any], now: ShowInstant, off: timedelta
    ) -> Observation | None:
        position, length = (span(status.get(name)) for name in ("mediaCursor", "mediaDuration"))
        if position is None or length is None or length <= ZERO:
            return None  # a live stream has neither
        self._stopped = False
        position = min(position, length)
        if state is MediaState.PLAYING and self._stands_still(position, now):
            state = MediaState.PAUSED
        return self._report(Observation(state, position, length), now, off)

    def _stands_still(self, position: timedelta, now: ShowInstant) -> bool:
        if self._position is None or self._position[0] != position:
            self._position = (position, now)
            return False
        return now - self._position[1] >= STALLED_AFTER

    def _report(self, observation: Observation, now: ShowInstant, off: timedelta = OFF) -> Observation | None:
        if self._is_known(observation, now, off):
            return None
        self.reported, self.at, self._anew = observation, now, False
        return observation

    def _is_known(self, observation: Observation, now: ShowInstant, off: timedelta) -> bool:
        before, at = self.reported, self.at
        if (
            self._anew
            or before is None
            or at is None
            or (before.state, before.length) != (observation.state, observation.length)
        ):
            return False
        if before.position is None or observation.position is None:
            return True
        gone = now - at if before.state is MediaState.PLAYING else ZERO
        return abs(observation.position - (before.position + gone)) <= off
