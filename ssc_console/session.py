"""The show in progress: the only thing that changes. It asks the engine, keeps what happened, shows it."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from ssc_console.clock import Clock
from ssc_console.show.change import next_change
from ssc_console.show.commands import (
    Command,
    NoticeGap,
    NoticeWallStep,
    ObserveMedia,
    Refused,
    Report,
    Request,
    Reset,
    Seen,
)
from ssc_console.show.engine import decide, open_run
from ssc_console.show.events import Event
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot

GAP = timedelta(seconds=2)
"""Longer than this without a look at the clock is a gap, not lateness."""

Surface = Callable[[Snapshot], None]
"""Something that shows the show: `present(snapshot)` means "be like this"."""

Journal = Callable[[Event], None]
"""Where events are kept, before they are shown."""


def keep_nothing(_: Event) -> None:
    """The journal of a session that needs none."""


class Session:
    """One show in progress.

    Args:
        clock: Whatever clock the mode has.
        journal: Is given each event before it is shown.
        surfaces: Are shown every change, in order.
    """

    def __init__(
        self,
        rundown: Rundown,
        clock: Clock,
        *,
        by: str,
        journal: Journal = keep_nothing,
        surfaces: Sequence[Surface] = (),
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._surfaces = tuple(surfaces)
        self._by = by
        self._open(rundown)

    def _open(self, rundown: Rundown) -> None:
        opening = open_run(rundown, self._clock.now(), self._by, wall_offset=self._clock.wall_offset())
        self._journal(opening)
        self._history = History(opening)
        self._looked_at = self._shown_at = opening.at

    @property
    def events(self) -> tuple[Event, ...]:
        """What has happened in this run."""
        return self._history.events

    def surfaces_are(self, *surfaces: Surface) -> None:
        """From now on these are shown every change; they are shown the show at once."""
        self._surfaces = surfaces
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

    def observe(self, observation: ObserveMedia, by: str | None = None) -> str | None:
        """Take up what the player reports; None, or why it belongs to nothing."""
        return self._request(observation, None, by or self._by)

    def _request(self, command: Command | Report, seen: Seen | None, by: str) -> str | None:
        self._catch_up()
        refusal = None
        try:
            self._keep(decide(self._history.state, Request(command, by, seen), self._clock.now()))
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
            gap = Request(NoticeGap(self._looked_at), "clock")
            self._keep(decide(self._history.state, gap, now))
        step = Request(NoticeWallStep(self._clock.wall_offset()), "clock")
        self._keep(decide(self._history.state, step, now))
        self._looked_at = now
        return now

    def _keep(self, events: Sequence[Event]) -> None:
        for event in events:
            self._journal(event)
            self._history.append(event)

    def _present(self, now: ShowInstant | None = None) -> Snapshot:
        snapshot = self.snapshot() if now is None else Snapshot(self._history.state, now)
        self._shown_at = snapshot.now
        for surface in self._surfaces:
            try:
                surface(snapshot)
            except Exception:  # the show outranks every screen; the log says which one failed
                import logging  # slow to import, and hardly ever needed

                logging.getLogger(__name__).exception("a screen could not show the show")
        return snapshot
