"""A show whose events are kept, as the desk sees it: the lamp says what is not on the disk yet, and why."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ssc_console import __version__
from ssc_console.clock import Clock, wall_now
from ssc_console.desk.lamp import Trouble
from ssc_console.journal.run import RunInfo
from ssc_console.journal.writer import Kept, Writer
from ssc_console.show.events import Event, RunOpened

HICCUP = 250
"""Milliseconds for which a disk may be slow before it is said: a lamp that flickers helps nobody."""


SOON = timedelta(seconds=3)
AT_LAST = timedelta(seconds=27)
"""How long a disk that does not answer is waited for once the window is closed: it keeps nobody waiting."""


class Keeper(QObject):
    """The journal of an open console.

    Attributes:
        changed: Another `Trouble`, or None; on the thread of whoever is connected.
        journal: What a session keeps its events with.
    """

    changed = Signal(object)
    _told = Signal()

    def __init__(self, journal: Path, mode: str, agenda: str, clock: Clock) -> None:
        super().__init__()
        self._mode = mode
        self._agenda = agenda
        self._clock = clock
        self._told.connect(self._look)
        self._hiccup = QTimer(self, singleShot=True, interval=HICCUP)
        self._hiccup.timeout.connect(self._say)
        self.journal = Writer(journal, self._describe, self._told.emit)

    def _describe(self, opening: Event) -> RunInfo:
        assert isinstance(opening.fact, RunOpened)
        event = opening.fact.rundown.event
        return RunInfo(
            uid=os.urandom(16).hex(),
            mode=self._mode,
            opened=wall_now(),
            title=event.title,
            timezone=event.timezone,
            agenda=os.path.abspath(self._agenda),
            version=__version__,
            clock=self._clock.anchor(),
        )

    def _look(self) -> None:
        kept = self.journal.kept
        if kept.missing and not kept.trouble:
            self._hiccup.start()
        else:
            self._hiccup.stop()
            self._say()

    def _say(self) -> None:
        self.changed.emit(trouble_of(self.journal.kept))

    def show_on(self, lamp: Callable[[Trouble | None], None]) -> None:
        """Let this lamp say how the journal stands, now and from now on."""
        self.changed.connect(lamp)
        self._look()

    def close(self, say: Callable[[str], object] = lambda _: None) -> str:
        """Keep what is in hand, and stop; what is lost, in a sentence, or nothing.

        Args:
            say: Is told if that takes longer than anybody would expect.
        """
        if not self.journal.close(SOON) and not self.journal.kept.trouble:
            say("The disk is slow: the last events are being kept, which may take half a minute.")
            self.journal.close(AT_LAST)
        kept = self.journal.kept
        if not kept.missing:
            return ""
        events = "1 event" if kept.missing == 1 else f"The last {kept.missing} events"
        verb = "was" if kept.missing == 1 else "were"
        return f"{events} of the run {verb} not kept: {kept.trouble or 'the disk did not answer in time'}."


def trouble_of(kept: Kept) -> Trouble | None:
    """What the lamp says; None: all is well."""
    if kept.missing:
        what = "1 event is" if kept.missing == 1 else f"{kept.missing} events are"
        why = f": {kept.trouble}" if kept.trouble else ", it is slow"
        more = (
            f"{what} not on the disk yet{why}. The show goes on; they are kept as soon as that is possible."
        )
        return Trouble(f"Not kept: {kept.trouble or 'slow disk'}", more, kept.missing)
    if kept.set_aside is not None:
        more = f"The journal was damaged. It is kept as {kept.set_aside}, and a new one was begun."
        return Trouble("Journal set aside", more)
    return None
