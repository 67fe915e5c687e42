"""Kept runs on the command line: list them, find one by name or file, show it again, take it elsewhere."""

import argparse
import json
import os
import re
from typing import Any, NamedTuple

from ssc_console.cli.inputs import BAD_INPUT, FINE, say, stop


class Found(NamedTuple):
    """The runs of all journals, newest first.

    Attributes:
        is_whole: Every journal could be read: what is not here does not exist.
    """

    runs: list[Any]
    is_whole: bool


def list_runs(options: argparse.Namespace) -> int:
    from ssc_console.reports.runs import runs_json, runs_text

    found, is_whole = all_runs(options.journal)
    if not options.all:
        found = [run for run in found if run.worthwhile]
    if options.json:
        print(json.dumps(runs_json(found), ensure_ascii=False, indent=2))
    elif found or is_whole:  # else the list would say that no run is kept, and nobody knows that
        print(runs_text(found), end="")
    return FINE if is_whole else BAD_INPUT


def all_runs(journal: str | None) -> Found:
    """The runs of all journals that can be read; why one can't goes to standard error."""
    from ssc_console.journal.file import JournalProblem
    from ssc_console.journal.places import live_journal, rehearsals_journal
    from ssc_console.journal.reading import summaries

    if journal is not None and not os.path.isdir(journal) and os.path.exists(journal):
        stop(f"{journal} is not a folder: name the one in which runs are kept.")
    found: list[Any] = []
    is_whole = True
    for path in (live_journal(journal), rehearsals_journal(journal)):
        try:
            found.extend(summaries(path))
        except JournalProblem as why:
            say(str(why))
            is_whole = False
    return Found(sorted(found, key=lambda run: run.info.opened, reverse=True), is_whole)


def find_run(name: str | None, journal: str | None) -> Any:
    """The run of that name or in that file; without a name the newest in which anything was done.

    Stops with a sentence where there is none.
    """
    from ssc_console.journal.file import JournalProblem
    from ssc_console.journal.reading import NothingKept, read_run

    try:
        path, number = _where(name, journal)
        run = read_run(path, number)
    except NothingKept as none:
        stop(_none_of_its_kind(none.path))
    except JournalProblem as why:
        stop(str(why))
    if run.flaw is not None:
        say(f"{run.name} can be read in part only: {run.flaw}.")
    return run


def _where(name: str | None, journal: str | None) -> tuple[Any, int | None]:
    from pathlib import Path

    from ssc_console.journal.places import live_journal, rehearsals_journal

    if name is None:
        found = all_runs(journal)
        newest = next((run for run in found.runs if run.worthwhile), None)
        if newest is None:
            stop("No run is kept yet: rehearse, or open the desk, and there will be one." * found.is_whole)
        name = newest.name
    known = re.fullmatch("([LlRr])([0-9]{1,9})", name)
    if known is not None and not os.path.exists(name):
        kind, number = known.groups()
        return (live_journal if kind in "Ll" else rehearsals_journal)(journal), int(number)
    if not os.path.exists(name):
        stop(f"There is no run “{name}”: name one of `ssc-console runs` (L3, R12), or an exported file.")
    return Path(name), None


def _none_of_its_kind(path: Any) -> str:
    """That nothing was ever kept there, and what makes a run."""
    from ssc_console.journal.places import live_journal

    if path.name == live_journal(str(path.parent)).name:
        return f"No live run is kept yet in {path.parent}: `ssc-console --live` opens the desk and makes one."
    return f"No rehearsal is kept yet in {path.parent}: `ssc-console rehearse` makes one."


def replay(options: argparse.Namespace) -> int:
    from ssc_console.app import replay

    return replay.replay(
        find_run(options.run, options.journal), options.theme, options.speed, options.journal
    )


def export(options: argparse.Namespace) -> int:
    from pathlib import Path

    from ssc_console.journal.transfer import export_run

    run = find_run(options.run, options.journal)
    try:
        export_run(run, Path(options.output))
    except OSError as why:
        stop(f"{options.output}: can't write: {why.strerror or why}. Choose another place with -o.")
    return FINE
