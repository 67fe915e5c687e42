"""What OBS says of itself, as it says it: its scene, its recording, its stream. Kept as an `ObsState`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ssc_console.outputs.obs.messages import span
from ssc_console.outputs.obs.state import RecordingNow
from ssc_console.show.commands import NoticeRecording
from ssc_console.show.instants import ZERO, ShowInstant

SAME = timedelta(seconds=2)
"""A recording that is found no further than this from where it was expected has simply gone on."""


class Recorder:
    """The recording of OBS, and what the show's journal is told of it.

    Attributes:
        now: What it does; None: it records nothing, or is not known.
    """

    def __init__(self) -> None:
        self.now: RecordingNow | None = None
        self._known: RecordingNow | None = None
        self._heard_last: ShowInstant | None = None

    def lost(self, at: ShowInstant) -> None:
        """OBS is gone; what it recorded is remembered, since it may go on without us."""
        if self.now is not None:
            self.now, self._heard_last = None, at

    def begun(self, at: ShowInstant) -> None:
        """OBS says that it begins; how far it is, it can only say once the first pictures are written."""
        self.now = RecordingNow(at, ZERO)

    def found(self, status: Mapping[str, Any], at: ShowInstant) -> tuple[NoticeRecording, ...]:
        """OBS says how its recording stands: when we are connected, and whenever that has changed."""
        before = self._known
        if status.get("outputActive") is not True:
            return self.stopped()
        into = span(status.get("outputDuration")) or ZERO
        self.now = self._known = RecordingNow(at, into, status.get("outputPaused") is True)
        if before is None:
            return (NoticeRecording(into),)
        if self._is_another(into, at):
            return NoticeRecording(None), NoticeRecording(into)
        went_on = abs(before.into_at(at) - into) <= SAME
        return () if went_on and not before.paused else (NoticeRecording(into),)

    def _is_another(self, into: timedelta, at: ShowInstant) -> bool:
        """Whether it began only while OBS was out of sight."""
        unseen, self._heard_last = self._heard_last, None
        return unseen is not None and into < at - unseen + SAME / 4

    def stopped(self) -> tuple[NoticeRecording, ...]:
        """OBS records nothing."""
        before, self.now, self._known, self._heard_last = self._known, None, None, None
        return () if before is None else (NoticeRecording(None),)
