"""What is told of kept runs on the command line: reports, chapters, rehearsals compared, durations kept."""

import argparse
import sys
from typing import Any

from ssc_console.cli.inputs import (
    BAD_INPUT,
    FINE,
    WRONG_USE,
    Stop,
    agenda_or_default,
    load_agenda,
    say,
    stop,
    write,
    write_bytes,
)
from ssc_console.cli.runs import all_runs, find_run


def report(options: argparse.Namespace) -> int:
    from ssc_console.reports.run_report import report_page, run_report

    run = find_run(options.run, options.journal)
    mode = run.mode if run.mode != "live" else ""
    try:
        if options.format == "pdf":
            from ssc_console.paper import printed

            _write_bytes(printed(report_page(_history(run), mode)), options.output)
        else:
            write(run_report(_history(run), options.format, mode), options.output)
    except ValueError as why:
        stop(str(why))
    return FINE


def _history(run: Any) -> Any:
    from ssc_console.show.history import History

    return History.of(run.events)


def _write_bytes(data: bytes, path: str | None) -> None:
    if path is None:
        if sys.stdout.isatty():
            stop("A PDF is no text for a terminal: give it a place with -o FILE.pdf.", WRONG_USE)
        sys.stdout.buffer.write(data)
        return
    write_bytes(data, path)


def chapters(options: argparse.Namespace) -> int:
    from ssc_console.reports.chapter_formats import run_chapters
    from ssc_console.reports.chapters import parse_offset
    from ssc_console.timecode import NotATime

    try:
        offset = None if options.offset is None else parse_offset(options.offset)
    except NotATime as why:
        stop(f"--offset: {why}.", WRONG_USE)
    run = find_run(options.run, options.journal)
    try:
        told = run_chapters(_history(run), options.format, offset)
    except ValueError as why:
        stop(str(why))
    for remark in told.remarks:
        say(remark)
    write(told.text.rstrip("\n") + "\n", options.output)
    return FINE


def compare(options: argparse.Namespace) -> int:
    from ssc_console.reports.compare import NothingRehearsed, compare_report

    path = agenda_or_default(options.agenda)
    rundown = load_agenda(path).rundown
    try:
        text = compare_report(rundown, _rehearsals(path, rundown, options), options.format)
    except NothingRehearsed as why:
        stop(str(why))
    write(text, options.output)
    return FINE


def keep(options: argparse.Namespace) -> int:
    from pathlib import Path

    from ssc_console.agenda.edits import CannotKeep
    from ssc_console.agenda.keep import keep as kept_in
    from ssc_console.reports.compare import NothingRehearsed, compared
    from ssc_console.reports.kept import chosen, kept_text, left_out_words

    path = options.agenda
    with_bytes = _bytes(path)
    rundown = load_agenda(path).rundown
    try:
        found = compared(rundown, _rehearsals(path, rundown, options))
        durations = chosen(found, options.segments)
        kept = kept_in(Path(path), durations, as_read=with_bytes)
    except (NothingRehearsed, CannotKeep) as why:
        stop(str(why))
    left_out = "" if options.segments else left_out_words(found)
    if kept.edits or not left_out:
        print(kept_text(kept, Path(path)), end="")
    if left_out:
        say(left_out)
    return FINE


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None  # reading the agenda says why


def _rehearsals(path: str, rundown: Any, options: argparse.Namespace) -> list[Any]:
    """The latest rehearsals of this agenda, the oldest of them first."""
    from ssc_console.journal.rehearsals import rehearses
    from ssc_console.reports.compare import latest_of

    runs, is_whole = all_runs(options.journal)
    found = [run for run in runs if rehearses(run, path, rundown.event.title)]
    if not found and not is_whole:
        raise Stop(BAD_INPUT)  # why was said; that nothing was rehearsed might be wrong
    histories = (_history(find_run(run.name, options.journal)) for run in found)
    return latest_of(rundown, histories, options.last)
