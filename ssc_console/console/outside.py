"""What cues do outside of the console, as the show goes: each done once, and what fails said and kept.

An output is asked when a cue is fired, by whomever, never for what a run remembers: going on with a show, an
undo and a redo fire nothing. OBS is also made to agree with the show when it comes back.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ssc_console.clock import Clock
from ssc_console.console.console import Console
from ssc_console.console.obs_in_show import obs_items, played_by_obs
from ssc_console.console.obs_in_use import ObsInUse, obs_chosen
from ssc_console.console.ticker import Shown
from ssc_console.desk.lamp import Trouble
from ssc_console.outputs.http import Http
from ssc_console.outputs.obs.settings import HOW_TO_SET_UP, BadSettings, ObsSettings
from ssc_console.outputs.obs.surface import Obs
from ssc_console.outputs.osc import Osc
from ssc_console.outputs.outcome import Failed, Outcome
from ssc_console.preflight.item import Item
from ssc_console.settings.values import Settings
from ssc_console.show.actions import OUTSIDE, TELL_OBS, Action, Verb, readable
from ssc_console.show.commands import NoticeFailure, Report
from ssc_console.show.events import ActionDone, CueFired, CueTested, Event, Held, Resumed
from ssc_console.show.figures import Status
from ssc_console.show.obs_wanted import ObsWanted
from ssc_console.show.snapshot import Snapshot

BY = "outside"


class Outside(QObject):
    """Stands between an open console and its outputs.

    Attributes:
        obs_stands: OBS stands otherwise than before.
    """

    obs_stands = Signal()

    def __init__(self, console: Console, clock: Clock, obs: ObsSettings | None) -> None:
        super().__init__(console)
        self._console = console
        self._show: Shown = console.session
        self._revision = console.session.snapshot().revision
        self._http, self._osc = Http(self), Osc(self)
        self._in_use = ObsInUse(clock, self)
        for said in (self._http.said, self._osc.said, self._in_use.said):
            said.connect(self._said)
        self._in_use.stands.connect(self._obs_stands)
        self._in_use.reports.connect(self._report)
        self._let_obs_know(console.session.snapshot())
        self.use_obs(obs)
        console.also_shown(self.present)
        console.chosen.connect(self.choose_obs)
        console.desk.obs_wished.connect(self.try_obs_again)
        console.desk.closed.connect(self.leave)

    def leave(self) -> None:
        """The desk is closed; OBS stays as it is."""
        self._in_use.close()

    @property
    def obs(self) -> Obs | None:
        """The one in use; None: OBS is not used."""
        return self._in_use.obs

    def use_obs(self, settings: ObsSettings | None) -> None:
        """Use the OBS that is there; None: none."""
        on_air = self._show.snapshot().status in (Status.ON_AIR, Status.HELD)
        self._in_use.use(settings, on_air=on_air)

    def choose_obs(self, chosen: Settings) -> None:
        """Use the OBS of these settings; if they lead nowhere, the one that is used stays."""
        try:
            self.use_obs(obs_chosen(chosen))
        except BadSettings as why:
            self._console.desk.show_trouble(Trouble("No OBS", str(why)), "obs")
        else:
            self._obs_stands()

    def present(self, snapshot: Snapshot) -> None:
        """Do what has been fired since, and let OBS know what is wanted of it."""
        if self._console.session is not self._show:
            self._show, self._revision = self._console.session, snapshot.revision  # what it remembers is done
            self._let_obs_know(snapshot)
        if snapshot.revision != self._revision:
            before, self._revision = self._revision, snapshot.revision
            new = self._show.events[before + 1 if snapshot.revision > before else 1 :]
            for event in new:
                self._do(snapshot, event)
            self._say_what_failed(snapshot)
            self._let_obs_know(snapshot)
            if self.obs is not None and any(isinstance(event.fact, Held | Resumed) for event in new):
                self.obs.report_anew()

    def _let_obs_know(self, snapshot: Snapshot) -> None:
        """What it is to be like when it comes back, and which of its videos counts for the show."""
        # After the show an OBS that is opened for something else is left alone.
        is_over = snapshot.status is Status.ENDED
        self._in_use.agree(ObsWanted() if is_over else snapshot.state.stage.obs)
        self._in_use.follow(played_by_obs(snapshot, self._show.events))

    def try_obs_again(self) -> None:
        """A person says that OBS is there now."""
        if self.obs is None:
            self._console.desk.refuse(f"OBS is not used: {HOW_TO_SET_UP}.")
        else:
            self._in_use.open()

    def items(self) -> tuple[Item, ...]:
        """What the check before the show says of OBS."""
        return obs_items(self._show.snapshot().rundown, None if self.obs is None else self.obs.state)

    # ---- what is done

    def _do(self, snapshot: Snapshot, event: Event) -> None:
        fact = event.fact
        if isinstance(fact, CueFired | CueTested):
            cue = snapshot.state.cues.get(fact.cue)
            actions, token = () if cue is None else readable(cue.do), fact.cue
        elif isinstance(fact, ActionDone):
            actions, token = readable((fact.action,)), ""
        else:
            return
        for action in actions:
            if action.verb in OUTSIDE:
                self._output(action)(action, token)

    def _output(self, action: Action) -> Callable[[Action, object], None]:
        if action.verb in TELL_OBS:
            return self._no_obs if self.obs is None else self.obs.perform
        return self._osc.perform if action.verb is Verb.OSC else self._http.perform

    def _no_obs(self, action: Action, token: object) -> None:
        self._http.later(Failed(action, token, f"OBS is not used: {HOW_TO_SET_UP}."))

    # ---- what became of it

    def _said(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failed):
            cue = str(outcome.token) or None
            self._report(NoticeFailure(cue, str(outcome.action), outcome.why))
            self._console.desk.refuse(outcome.why)

    def _report(self, report: Report) -> None:
        self._console.session.report(report, by=BY)
        self._console.ticker.wait()

    def _say_what_failed(self, snapshot: Snapshot) -> None:
        failed = [
            f"“{snapshot.state.cues[id_].text}”: {memory.failed}"
            for id_, memory in snapshot.state.memory.items()
            if memory.failed is not None
        ]
        words = "1 cue failed" if len(failed) == 1 else f"{len(failed)} cues failed"
        trouble = Trouble(words, "\n".join(failed)) if failed else None
        self._console.desk.show_trouble(trouble, "cues")

    def _obs_stands(self) -> None:
        self.obs_stands.emit()
        trouble = self._in_use.trouble
        self._console.desk.show_trouble(
            None if trouble is None else Trouble(trouble.words, trouble.more), "obs"
        )
