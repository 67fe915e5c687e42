"""Keeps a run as it happens, on a thread of its own: the disk never holds up the show.

`keep` hands events over, and the disk has them while the show works out what they mean. Before that is shown,
`make_sure` waits for the disk, but no longer than 8 ms, and not at all while the disk is behind already. What
could not be kept stays in hand and is tried again; what is kept and what is not is said by `Kept`, once for
every change.
"""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from ssc_console.clock import elapsed_milliseconds, wall_now
from ssc_console.journal.run import RunInfo
from ssc_console.journal.store import Store
from ssc_console.show.events import Event, RunOpened
from ssc_console.show.value import value

PATIENCE = timedelta(milliseconds=8)
"""So long the show waits for the disk before it goes on without it: half a frame."""

PATIENCE_TO_OPEN = timedelta(seconds=1)
"""The same for the first of a console, where a file may have to be made and nobody waits for an answer."""

SAFE_WITHIN = timedelta(milliseconds=700)
"""After this what was written is made safe against a power cut as well."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(milliseconds=250), timedelta(seconds=5)
"""Before what failed is tried again; twice as long each time."""


@value
class Kept:
    """How the journal stands.

    Attributes:
        missing: How many events are not on the disk yet; 0: all is well.
        trouble: Why not, for a person; empty while the disk is only slow.
        set_aside: A damaged journal that was found, under its new name.
    """

    missing: int = 0
    trouble: str = ""
    set_aside: Path | None = None


class Writer:
    """The journal of one console. `keep`, `make_sure` and `close` are called by one thread, the show's.

    For what `keep` was given since the disk was last waited for, `_patience` says how long that will be.
    Until then nothing of it is missing.
    """

    def __init__(
        self,
        path: Path,
        describe: Callable[[Event], RunInfo],
        tell: Callable[[], None] = lambda: None,
        *,
        now: Callable[[], datetime] = wall_now,
    ) -> None:
        """Begin at once, with an empty hand.

        Args:
            describe: What is to be said of a run beside its events, from its opening.
            tell: Is called whenever `kept` has changed, by whichever thread noticed.
            now: The wall's time, for the names of what is set aside.
        """
        self._describe = describe
        self._tell = tell
        self._store = Store(path, now)
        self._changed = threading.Condition()
        self._runs: list[_Run] = []
        self._told = Kept()
        self._trouble = ""
        self._closing = False
        self._patience: timedelta | None = None
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    @property
    def kept(self) -> Kept:
        """How it stands."""
        with self._changed:
            return self._standing()

    def go_on(self, info: RunInfo, events: Sequence[Event], *, are_kept: bool = True) -> None:
        """The run that is kept from now on is this one, which has these events already.

        Args:
            are_kept: They are on the disk, as this run.
        """
        with self._changed:
            self._runs.append(_Run(info, list(events), len(events) if are_kept else 0))
            self._changed.notify_all()

    def keep(self, events: Sequence[Event]) -> None:
        """Begin to write these events; an opening begins another run."""
        if not events:
            return
        with self._changed:
            if self._patience is None:
                self._patience = self._patience_for(events)
            for event in events:
                if isinstance(event.fact, RunOpened):
                    self._runs.append(_Run(self._describe(event), [], 0))
                self._runs[-1].events.append(event)
            self._changed.notify_all()

    def make_sure(self) -> None:
        """Have what was given on the disk, or in hand until it can be."""
        if self._patience is None:
            return
        with self._changed:
            if self._patience:
                self._changed.wait_for(self._is_done, self._patience.total_seconds())
            self._patience = None
            is_news = self._is_news()
        if is_news:
            self._tell()

    def close(self, patience: timedelta = timedelta(seconds=5)) -> bool:
        """Keep what is still in hand, and stop; whether all is kept.

        Args:
            patience: How long to wait for a disk that does not answer.
        """
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(patience.total_seconds())
        return not self._thread.is_alive() and self._is_done()

    # ---- what is known; with the lock held

    def _patience_for(self, events: Sequence[Event]) -> timedelta:
        """Zero: the disk is behind already."""
        if not self._is_done():
            return timedelta(0)
        opens = not self._runs and isinstance(events[0].fact, RunOpened)
        return PATIENCE_TO_OPEN if opens else PATIENCE

    def _is_done(self) -> bool:
        return all(run.kept == len(run.events) for run in self._runs)

    def _standing(self) -> Kept:
        missing = sum(len(run.events) - run.kept for run in self._runs)
        return Kept(missing, self._trouble if missing else "", self._store.set_aside)

    def _is_news(self) -> bool:
        before, self._told = self._told, self._standing()
        return self._told != before

    # ---- the writing thread

    def _work(self) -> None:
        unsafe_since: int | None = None
        pause = FIRST_PAUSE
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or not self._is_done(), _left(unsafe_since))
                jobs = [(run, tuple(run.events)) for run in self._runs if run.kept < len(run.events)]
                closing = self._closing
            if not jobs:
                self._make_safe()
                unsafe_since = None
                if closing:
                    return self._store.close()
                continue
            if self._put(jobs):
                pause = FIRST_PAUSE
                unsafe_since = elapsed_milliseconds() if unsafe_since is None else unsafe_since
                if _left(unsafe_since) == 0:
                    self._make_safe()
                    unsafe_since = None
            elif closing:
                return self._store.close()  # that was the last try
            else:
                self._wait(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    def _put(self, jobs: "Sequence[tuple[_Run, Sequence[Event]]]") -> bool:
        trouble = ""
        for run, events in jobs:
            try:
                self._store.put(run.info, events, run.kept)
            except Exception as why:  # noqa: BLE001 — whatever it is, the show goes on, and the lamp says it
                trouble = _in_words(why)
                break
            with self._changed:
                run.kept = len(events)
                self._changed.notify_all()
        with self._changed:
            self._trouble = trouble
            self._runs = [run for run in self._runs[:-1] if run.kept < len(run.events)] + self._runs[-1:]
            is_news = (bool(trouble) or self._patience is None) and self._is_news()
        if is_news:
            self._tell()
        return not trouble

    def _wait(self, pause: timedelta) -> None:
        """Until it is tried again; less where the console closes."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing, pause.total_seconds())

    def _make_safe(self) -> None:
        try:
            self._store.make_safe()
        except (sqlite3.Error, OSError) as why:  # the next write will meet it too, and say so
            with self._changed:
                self._trouble = _in_words(why)


class _Run:
    """A run and how much of it is on the disk."""

    def __init__(self, info: RunInfo, events: list[Event], kept: int) -> None:
        self.info = info
        self.events = events
        self.kept = kept


def _left(unsafe_since: int | None) -> float | None:
    """Seconds until what was written has to be made safe; None: there is nothing to make safe."""
    if unsafe_since is None:
        return None
    return max(0.0, SAFE_WITHIN.total_seconds() - (elapsed_milliseconds() - unsafe_since) / 1000)


def _in_words(why: Exception) -> str:
    words = str(why) or type(why).__name__
    known = {
        "disk is full": "the disk is full",
        "readonly": "the disk is read-only",
        "unable to open": "the folder can't be written",
        "locked": "another program has the journal",
        "disk I/O error": "the disk does not answer",
    }
    if isinstance(why, OSError) and why.strerror:
        words = why.strerror[0].lower() + why.strerror[1:]
    return next((plain for sign, plain in known.items() if sign in words), words)
