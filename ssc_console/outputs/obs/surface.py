"""OBS, as the show uses it: it performs actions, agrees with what is wanted, and says how it stands."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ssc_console.clock import Clock
from ssc_console.outputs.obs.errands import Errands
from ssc_console.outputs.obs.link import Link, Patience, Standing
from ssc_console.outputs.obs.messages import Answered, name
from ssc_console.outputs.obs.readings import Recorder
from ssc_console.outputs.obs.requests import (
    RECORD_CHANGED,
    STARTED,
    STOPPED,
    STREAM_CHANGED,
    Reply,
    ask,
    script_for,
    scripts_for,
)
from ssc_console.outputs.obs.settings import ObsSettings
from ssc_console.outputs.obs.state import ObsState, Phase, why_not
from ssc_console.outputs.obs.watch import MediaWatch
from ssc_console.outputs.outcome import Failed, Outcome, Performed
from ssc_console.show.actions import Action
from ssc_console.show.commands import NoticeRecording, ObserveMedia
from ssc_console.show.instants import SECOND
from ssc_console.show.obs_wanted import ObsWanted
from ssc_console.show.value import replace
from ssc_console.timecode import milliseconds

BEGINS_WITHIN = 10 * SECOND
"""So long OBS may take from being told to record or to stream until it does."""

SETTLES_IN = 2 * SECOND
"""So long after OBS says that it records it says how far it is: its first half second is in no file."""


class Obs(QObject):
    """One OBS. Nothing here waits for it: everything is said later, on the thread that made this.

    Attributes:
        said: An `Outcome`: what became of an action. Never within the call of `perform`.
        changed: Another `ObsState`.
        reports: A report for the session: what it records, and the video that is followed.
    """

    said = Signal(object)
    changed = Signal(object)
    reports = Signal(object)
    _later = Signal(object)

    def __init__(
        self,
        settings: ObsSettings,
        clock: Clock,
        parent: QObject | None = None,
        patience: Patience | None = None,
        begins_within: timedelta = BEGINS_WITHIN,
        settles_in: timedelta = SETTLES_IN,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._settles_in = milliseconds(settles_in)
        self._wanted = ObsWanted()
        self._recorder = Recorder()
        self.state = ObsState(place=settings.place)
        self._link = Link(settings, patience or Patience(), self)
        self._errands = Errands(self._link, begins_within, self)
        self._watch = MediaWatch(self._link, clock, self)
        self._later.connect(self.said, Qt.ConnectionType.QueuedConnection)
        self._link.stands.connect(self._stands)
        self._link.happened.connect(self._happened)
        self._watch.observed.connect(self._observed)
        self._watch.missing.connect(lambda source: self._become(missing=source))

    def open(self) -> None:
        """Connect, and again after each loss. Called again: try at once, even where it was given up."""
        self._link.open()

    def next_time(self, settings: ObsSettings) -> None:
        """Connect with these when there is no connection any more; they are of the same place."""
        self._link.use(settings)

    def close(self, why: str = "") -> None:
        """Leave OBS as it is, and be gone; if there is a reason, what is not done yet fails with it."""
        self._link.close(why)

    def perform(self, action: Action, token: object) -> None:
        """Do one of the actions that are told to OBS; `said` tells what became of it."""
        if self.state.phase is Phase.CONNECTED:
            self._errands.run(script_for(action), lambda why: self._say(action, token, why))
        else:
            self._say(action, token, why_not(self.state, action))

    def _say(self, action: Action, token: object, why: str | None) -> None:
        outcome: Outcome = Performed(action, token) if why is None else Failed(action, token, why)
        self._later.emit(outcome)

    def agree(self, wanted: ObsWanted) -> None:
        """From now on this is wanted. OBS is made to agree with the latest when it is connected next, once.

        While it is connected nothing is sent: what the show does is performed, and what a person does in OBS
        itself stands.
        """
        self._wanted = wanted

    def follow(self, source: str | None) -> None:
        """Report this media source of OBS from now on; None: none."""
        self._watch.follow(source)
        self._become(media=self._watch.now, missing=None)

    def report_anew(self) -> None:
        """Report the media source that is followed once more.

        After a hold and a resume: the show takes its video for paused then, and OBS's plays on.
        """
        self._watch.report_anew()

    # ------------------------------------------------------------------------------ what OBS says

    def _stands(self, standing: Standing) -> None:
        if standing.phase is not Phase.CONNECTED:
            self._recorder.lost(self._clock.now())
            place = self.state.place
            lost = ObsState(standing.phase, place, standing.why, standing.retry, media=self._watch.now)
            self._become_all(lost)
            return
        self._become(phase=standing.phase, why="", retry=None)
        self._ask("GetCurrentProgramScene", self._scene_is)
        self._ask("GetRecordStatus", self._recording_is)
        self._ask("GetStreamStatus", self._streaming_is)
        self._make_agree()

    def _make_agree(self) -> None:
        self._become(disagrees=())
        for script in scripts_for(self._wanted):
            self._errands.run(script, self._agreed)

    def _agreed(self, why: str | None) -> None:
        if why is not None and self.state.phase is Phase.CONNECTED:
            self._become(disagrees=(*self.state.disagrees, why))

    def _ask(self, kind: str, then: Callable[[Mapping[str, Any]], None]) -> None:
        def heard(reply: Reply) -> None:
            if isinstance(reply, Answered):
                then(reply.data)

        self._link.ask(ask(kind), heard)

    def _happened(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind == "CurrentProgramSceneChanged":
            self._become(scene=name(data.get("sceneName")))
        elif kind == STREAM_CHANGED:
            self._streaming_is(data)
        elif kind == RECORD_CHANGED:
            self._recording_changed(str(data.get("outputState")))

    def _recording_changed(self, state: str) -> None:
        if state == STOPPED:
            self._notice(self._recorder.stopped())
        elif state == STARTED:
            self._recorder.begun(self._clock.now())
            self._notice(())
            QTimer.singleShot(
                self._settles_in, self, lambda: self._ask("GetRecordStatus", self._recording_is)
            )
        elif state.endswith(("_PAUSED", "_RESUMED")):
            self._ask("GetRecordStatus", self._recording_is)

    def _scene_is(self, data: Mapping[str, Any]) -> None:
        self._become(scene=name(data.get("currentProgramSceneName")))

    def _streaming_is(self, data: Mapping[str, Any]) -> None:
        self._become(streaming=data.get("outputActive") is True)

    def _recording_is(self, data: Mapping[str, Any]) -> None:
        self._notice(self._recorder.found(data, self._clock.now()))

    def _notice(self, reports: tuple[NoticeRecording, ...]) -> None:
        self._become(recording=self._recorder.now)
        for report in reports:
            self.reports.emit(report)

    def _observed(self, report: ObserveMedia) -> None:
        self._become(media=self._watch.now)
        self.reports.emit(report)

    def _become(self, **changes: Any) -> None:
        self._become_all(replace(self.state, **changes))

    def _become_all(self, state: ObsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
