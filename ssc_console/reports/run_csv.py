"""A run as a table for spreadsheets: a row an airing. Times of day are the event's own; spans are seconds."""

import csv
import io
from datetime import timedelta

from ssc_console import timecode
from ssc_console.reports.run_words import names
from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun
from ssc_console.show.instants import SECOND

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""

COLUMNS = (
    *("session", "segment", "title", "speakers", "date", "planned_start", "taken", "begun", "ended"),
    *(
        "taken_by",
        "left_by",
        "slot_s",
        "length_s",
        "over_plan_s",
        "allotted_s",
        "spoken_s",
        "over_allotted_s",
    ),
    *("intro_used_s", "held_s", "added_s", "clock_jumped", "console_away"),
)


def run_csv(run: AsRun) -> str:
    """The table, with its byte-order mark and the line ends that spreadsheets expect."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for each in run.airings:
        writer.writerow([defused(cell) if isinstance(cell, str) else cell for cell in _cells(run, each)])
    return BYTE_ORDER_MARK + text.getvalue()


def defused(text: str) -> str:
    """A text that no spreadsheet takes for a formula: it would run it."""
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else text


def _cells(run: AsRun, each: Aired) -> tuple[object, ...]:
    zone = run.rundown.event.timezone
    stamps = (each.taken, each.begun, each.ended)
    return (
        each.segment.session or "",
        each.segment.id,
        each.segment.title,
        names(each.segment, run.rundown),
        timecode.local_date(each.taken.wall, zone).isoformat(),
        "" if each.planned_start is None else timecode.clock(each.planned_start, zone),
        *("" if stamp is None else timecode.clock(stamp.wall, zone) for stamp in stamps),
        each.how.value,
        "" if each.left is None else each.left.value,
        *map(
            _seconds, (each.slot, each.length, each.over_plan, each.allotted, each.spoken, each.over_allotted)
        ),
        *map(_seconds, (each.intro_used, each.held, each.added)),
        "yes" if each.jumped else "",
        "yes" if each.gap else "",
    )


def _seconds(duration: timedelta | None) -> float | int | str:
    """Whole seconds without a fraction, as a number that can be summed; empty where none applies."""
    if duration is None:
        return ""
    return duration // SECOND if not duration % SECOND else duration / SECOND
