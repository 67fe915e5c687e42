"""The report of the run on the desk: written into a file, and opened where a person can read and print it."""

import os
import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ssc_console import timecode
from ssc_console.console.console import Console
from ssc_console.journal.run import REHEARSAL
from ssc_console.reports.run_report import run_report
from ssc_console.show.history import History

_LONGEST_NAME = 60


def show_report(console: Console, place: str, told_as: str) -> None:
    """Write it and open it; what does not work is said where the eye is.

    Args:
        place: The folder of the reports.
        told_as: Stands in the report's heading; empty for the show itself.
    """
    try:
        history = console.session.history
        path = write_report(history, place, REHEARSAL if history.state.is_rehearsal else told_as)
    except ValueError as why:
        console.desk.refuse(str(why))
    except OSError as why:
        console.desk.refuse(f"The report can't be written: {why.strerror}: {place}")
    else:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            console.desk.refuse(f"No browser could be opened. The report is {path}")


def write_report(history: History, folder: str, told_as: str) -> str:
    """Write a report as HTML; its path.

    Raises:
        ValueError: There is nothing to report yet.
        OSError: It can't be written.
    """
    text = run_report(history, "html", told_as)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{_name(history)}.html")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def _name(history: History) -> str:
    """By the day and time of the start, and the event's title: sorts well, and is safe on every system."""
    state = history.state
    event = state.rundown.event
    start = state.started.wall if state.started is not None else event.start
    day, clock = timecode.local_date(start, event.timezone), timecode.clock(start, event.timezone)
    title = re.sub(r"[^\w]+", "-", event.title).strip("-")[:_LONGEST_NAME].rstrip("-")
    return f"{day}-{clock.replace(':', '')}-{title}"
