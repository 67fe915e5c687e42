"""Which runs of a journal are rehearsals of an agenda."""

import os
from collections.abc import Iterator
from pathlib import Path

from ssc_console.journal.reading import read_run, summaries
from ssc_console.journal.run import REHEARSAL, KeptRun, RunSummary


def rehearses(run: RunSummary, agenda: str, title: str) -> bool:
    """Whether it was a rehearsal that began, of that file or of an event of that title."""
    same = run.info.agenda == os.path.abspath(agenda) or run.info.title == title
    return run.info.mode == REHEARSAL and run.started and same


def latest_rehearsals(journal: Path, agenda: str, title: str) -> Iterator[KeptRun]:
    """The rehearsals of an agenda, the latest first; each is read when it is its turn.

    Raises:
        JournalProblem: The journal, or one of them, can't be read.
    """
    found = [run for run in summaries(journal) if rehearses(run, agenda, title)]
    return (read_run(journal, int(run.name[1:])) for run in found)
