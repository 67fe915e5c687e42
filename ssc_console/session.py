"""The show in progress: the only thing that changes. It asks the engine, keeps what happened, shows it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from ssc_console.clock import Clock
from ssc_console.show.change import next_change
from ssc_console.show.commands import (
    Command,
    NoticeGap,
    NoticePace,
    NoticeWallStep,
    Refused,
    Report,
    Request,
    Reset,
    Seen,
)
from ssc_console.show.engine import decide, is_quiet, open_run
from ssc_console.show.events import Event
from ssc_console.show.hands import presses_of
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.surfaces import Surface, Surfaces

GAP = timedelta(seconds=2)
"""Longer than this without a look at the clock is a gap, not lateness."""


class Journal(Protocol):
    """Where events are kept, before they are shown."""

    def keep(self, events: Sequence[Event]) -> None:
        """Begin to keep all of them or none; an opening begins another run. Never raises, never waits."""

    def make_sure(self) -> None:
        """Have them kept, because now they are shown. Never raises, never holds up the show."""


class KeepsNothing:
    """The journal of a session that needs none."""

    def keep(self, events: Sequence[Event]) -> None:
        """They are forgotten with the session."""

    def make_sure(self) -> None:
        """There is nothing to wait for."""


class Session:
    """One show in progress.

    Args:
        clock: Whatever clock the mode has.
        journal: Is given what happened before it is shown.
        surfaces: Are shown every change, in order.
        history: Of a run that is gone on with: the time since its latest event is a gap. None: a new run.
    """

    def __init__(
        self,
        rundown: Rundown,
        clock: Clock,
        *,
        by: str,
        journal: Journal | None = None,
        surfaces: Sequence[Surface] = (),
        history: History | None = None,
    ) -> None:
        self._clock = clock
        self._journal = journal or KeepsNothing()
        self._surfaces = Surfaces(surfaces)
        self._by = by
        self._kept_at: dict[int, timedelta] = {}
        if history is None:
            self._open(rundown)
        else:
            self._history = history
            self._shown_at = history.state.at
            self._notice_gap(history.state.at)

    def _open(self, rundown: Rundown) -> None:
        clock = self._clock
        opening = open_run(rundown, clock.now(), self._by, wall_offset=clock.wall_offset(), pace=clock.pace())
        self._journal.keep((opening,))
        self._history = History(opening)
        self._kept_at.clear()
        self._looked_at = self._shown_at = opening.at

    @property
    def history(self) -> History:
        """What has happened in this run, with the state after each event; it grows at its end."""
        return self._history

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened in this run."""
        return self._history.events

    def surfaces_are(self, *surfaces: Surface) -> None:
        """From now on these are shown every change; they are shown the show at once."""
        self._surfaces = Surfaces(surfaces)
        self._present()

    def snapshot(self) -> Snapshot:
        """The show as it is now. Settles nothing: see `look`."""
        return Snapshot(self._history.state, self._clock.now())

    def next_change(self) -> ShowInstant:
        """When the show next looks different from what was shown, if nobody acts; that may just be past."""
        return next_change(self._history.state, max(self._shown_at, self._history.state.at))

    def look(self) -> Snapshot:
        """Let what fell due by now happen, show the show as it is, and return it.

        Gaps and steps of the wall clock are looked for here too: a gap before anything is settled.
        """
        return self._present(self._catch_up())

    def ask(self, command: Command, seen: Seen | None = None, by: str | None = None) -> str | None:
        """Obey a command; None, or the one sentence why it was refused."""
        return self._request(command, seen, by or self._by)

    def report(self, report: Report, by: str | None = None) -> str | None:
        """Take up what the world reports; None, or why it belongs to nothing."""
        return self._request(report, None, by or self._by)

    def _request(self, command: Command | Report, seen: Seen | None, by: str) -> str | None:
        self._catch_up()
        refusal = None
        try:
            asked = Request(command, by, seen)
            self._keep(decide(self._history.state, asked, self._clock.now(), self._ages()))
        except Refused as refused:
            refusal = str(refused)
        else:
            if isinstance(command, Reset):
                self._open(self._history.state.rundown)
        self._present()
        return refusal

    def _catch_up(self) -> ShowInstant:
        now = self._clock.now()
        if self._clock.reports_gaps and now - self._looked_at > GAP:
            self._notice_gap(self._looked_at)
        offset = self._clock.wall_offset()
        if not is_quiet(self._history.state, now, offset):
            self._keep(decide(self._history.state, Request(NoticeWallStep(offset), "clock"), now))
        pace = self._clock.pace()
        if pace != self._history.state.pace:
            self._keep(decide(self._history.state, Request(NoticePace(pace), "clock"), now))
        self._looked_at = now
        return now

    def _notice_gap(self, since: ShowInstant) -> None:
        self._looked_at = self._clock.now()
        self._keep(decide(self._history.state, Request(NoticeGap(since), "clock"), self._looked_at))

    def _ages(self) -> dict[int, timedelta] | None:
        """How long ago for people what guards against a second press was; None: the show’s clock says."""
        now = self._clock.our_time()
        if now is None:
            return None
        presses = presses_of(self._history.state)
        return {each.seq: now - self._kept_at[each.seq] for each in presses if each.seq in self._kept_at}

    def _keep(self, events: Sequence[Event]) -> None:
        if not events:
            return
        self._journal.keep(events)
        our_time = self._clock.our_time()
        for event in events:
            self._history.append(event)
            if our_time is not None:
                self._kept_at[event.seq] = our_time

    def _present(self, now: ShowInstant | None = None) -> Snapshot:
        self._journal.make_sure()
        snapshot = self.snapshot() if now is None else Snapshot(self._history.state, now)
        self._shown_at = snapshot.now
        return self._surfaces.present(snapshot)
