"""Taking a show over from where it was left: by a console that died, or by one that is gone now."""

from collections.abc import Callable
from os import urandom

from ssc_console import timecode
from ssc_console.clock import RealClock
from ssc_console.console.console import Console
from ssc_console.console.keeper import Keeper
from ssc_console.desk.bar import Offer
from ssc_console.desk.billing import called
from ssc_console.following import Following
from ssc_console.journal.run import KeptRun
from ssc_console.session import Session
from ssc_console.show.history import History
from ssc_console.show.instants import Stamp
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

WHY_NOT = "First say whether to go on with this show: Space goes on."


class Recovery:
    """An interrupted run, as it is offered to be gone on with.

    Attributes:
        show: The run as it stands now, only looked at: nothing of it happens until a person goes on.
    """

    def __init__(self, run: KeptRun, clock: RealClock, keeper: Keeper, by: str) -> None:
        self._run = run
        self._clock = clock
        self._keeper = keeper
        self._by = by
        self._history = History.of(run.events)
        state = self._history.state
        clock.go_on(run.info.clock, Stamp(state.at, state.wall_offset))
        self.show = Following(self._history, clock, WHY_NOT)

    @property
    def rundown(self) -> Rundown:
        """The run's own."""
        return self._history.state.rundown

    def offer(
        self,
        console: Console,
        begin_anew: Callable[[], Session],
        then: Callable[[str | None], None] = lambda agenda: None,
    ) -> None:
        """Offer it on the desk: one key goes on, another begins a new run.

        Args:
            then: Is called once a person has chosen, with the file that the run was read from; None: it is a
                new run.
        """

        def go_on() -> None:
            console.desk.offer(None)
            console.show_instead(self._gone_on_with())
            then(self._run.info.agenda)

        def decline() -> None:
            console.desk.offer(None)
            console.show_instead(begin_anew())
            then(None)

        console.desk.accepted.connect(go_on)
        console.desk.declined.connect(decline)
        console.desk.offer(Offer(self._words(), "Go on", self._target(), "Begin a new run"))

    def _gone_on_with(self) -> Session:
        return take_over(self._run, self._history, self._clock, self._keeper, self._by)

    def _words(self) -> str:
        snapshot = self.show.snapshot()
        latest = self._run.events[-1]
        at = timecode.clock(latest.stamp.wall, self._run.info.timezone)
        where = "It had not started" if snapshot.started_at is None else "It is on air and its clock runs"
        words = f"This show was interrupted; the last that was kept of it is from {at}. {where}."
        if self._run.flaw is not None:
            words += f" Not all of it could be read: {self._run.flaw}."
        return words

    def _target(self) -> str:
        return _on_air(self.show.snapshot())


def take_over(run: KeptRun, history: History, clock: RealClock, keeper: Keeper, by: str) -> Session:
    """The run goes on, kept where it was; where some of it can't be read it goes on as a run of its own."""
    if run.flaw is None:
        keeper.journal.go_on(run.info, run.events)
    else:
        keeper.journal.go_on(replace(run.info, uid=urandom(16).hex()), run.events, are_kept=False)
    return Session(history.state.rundown, clock, by=by, journal=keeper.journal, history=history)


def _on_air(snapshot: Snapshot) -> str:
    if snapshot.on_air is not None:
        return called(snapshot.on_air.segment, snapshot.rundown)
    return snapshot.rundown.event.title
