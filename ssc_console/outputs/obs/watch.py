"""The media source of OBS that the countdown follows.

It is looked at when OBS says that something happened to it, and twice a second: OBS says nothing when
somebody seeks, or a video stalls.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ssc_console.clock import Clock
from ssc_console.outputs.obs.following import CLOSELY, OFF, Follower
from ssc_console.outputs.obs.link import Link
from ssc_console.outputs.obs.messages import Answered, Code, Declined
from ssc_console.outputs.obs.requests import Reply, ask
from ssc_console.outputs.obs.state import MediaNow, Phase
from ssc_console.show.commands import ObserveMedia
from ssc_console.show.media import Observation

EVERY = 500
"""Milliseconds between two looks."""

ONCE_MORE = 120
"""Milliseconds after something happened: what OBS answered at once may have been of just before."""

_STOP = "OBS_WEBSOCKET_MEDIA_INPUT_ACTION_STOP"


class MediaWatch(QObject):
    """One media source at a time, or none.

    Attributes:
        observed: A report for the session: it rolled, paused, was sought, ended, is lost …
        missing: OBS has no source of this name; None: it has.
    """

    observed = Signal(object)
    missing = Signal(object)

    def __init__(self, link: Link, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock
        self._source: str | None = None
        self._follower = Follower()
        self._asked = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        link.happened.connect(self._happened)
        link.stands.connect(self._stands)

    @property
    def now(self) -> MediaNow | None:
        """What was reported last; None: nothing."""
        reported, at = self._follower.reported, self._follower.at
        if self._source is None or reported is None or at is None:
            return None
        return MediaNow(self._source, at, reported)

    def follow(self, source: str | None) -> None:
        """Follow this one from now on; the same again changes nothing."""
        if source != self._source:
            self._source, self._follower, self._asked = source, Follower(), False
            self._stands()

    def report_anew(self) -> None:
        """Say at once how it stands, even where that is no news."""
        self._follower.report_anew()
        self._look()

    def _stands(self, _: object = None) -> None:
        if self._link.standing.phase is not Phase.CONNECTED:
            self._timer.stop()
            self._report(self._follower.lost(self._clock.now()))
        elif self._source is None:
            self._timer.stop()
        else:
            self._timer.start()
            self._look()

    def _look(self, off: timedelta = OFF) -> None:
        if self._source is None or self._asked:
            return
        follower, self._asked = self._follower, True

        def seen(reply: Reply) -> None:
            if follower is self._follower:  # else it is of a source that is followed no more
                self._asked = False
                self._seen(reply, off)

        self._link.ask(ask("GetMediaInputStatus", inputName=self._source), seen)

    def _seen(self, reply: Reply, off: timedelta) -> None:
        if isinstance(reply, Answered):
            self.missing.emit(None)
            self._report(self._follower.seen(reply.data, self._clock.now(), off))
        elif isinstance(reply, Declined) and reply.code == Code.NOT_FOUND:
            self.missing.emit(self._source)
            self._report(self._follower.lost(self._clock.now()))

    def _happened(self, kind: str, data: Mapping[str, Any]) -> None:
        if self._source is None or data.get("inputName") != self._source:
            return
        if kind == "MediaInputPlaybackEnded":
            self._report(self._follower.ended(self._clock.now()))
            return
        action = str(data.get("mediaAction"))
        if action == _STOP:
            self._follower.stopped()
        elif kind == "MediaInputPlaybackStarted" or action.endswith(("RESTART", "PLAY")):
            self._follower.rolled()
        self._look()
        QTimer.singleShot(ONCE_MORE, self, lambda: self._look(CLOSELY))

    def _report(self, observation: Observation | None) -> None:
        if observation is not None:
            self.observed.emit(ObserveMedia(observation))
