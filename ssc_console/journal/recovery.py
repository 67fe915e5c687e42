"""The live run that a console should go on with: the newest in which anything was done, if it is not over."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from ssc_console.journal.file import JournalProblem
from ssc_console.journal.reading import numbers, read_run
from ssc_console.journal.run import LIVE, KeptRun
from ssc_console.show.events import Event
from ssc_console.show.history import History

STILL_ON = timedelta(hours=12)
"""A run whose latest event is older than this is nobody's show any more."""


def unfinished(journal: Path, now: datetime) -> KeptRun | None:
    """The run to go on with; None: there is none, or the journal can't be read.

    Args:
        now: By the wall clock.
    """
    try:
        for number in numbers(journal):
            run = read_run(journal, number)
            if not anything_done(run.events):
                continue
            return run if _is_still_on(run, now) else None
    except JournalProblem:
        return None  # whoever writes into it next finds out, sets it aside and says so
    return None


def anything_done(events: Iterable[Event]) -> bool:
    """Whether a person did anything in this run but open it."""
    return any(event.seq and event.by != "clock" for event in events)


def _is_still_on(run: KeptRun, now: datetime) -> bool:
    latest = run.events[-1]
    if run.mode != LIVE:
        return False  # what was only a rehearsal is nobody's show
    return History.of(run.events).state.ended is None and now - latest.stamp.wall < STILL_ON
