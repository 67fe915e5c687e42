"""The check in a process of its own: `python -m ssc_console.preflight AGENDA JOURNAL`.

It prints an item a line, as JSON, so the desk can watch it: a file that hangs or crashes what reads it stops
only this process. The last line is `null`: all was looked at.
"""

import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication

from ssc_console.agenda.loading import load
from ssc_console.media import length
from ssc_console.preflight.item import Item, bad, record
from ssc_console.preflight.sources import items
from ssc_console.preflight.subject import Subject


def _found(agenda: str, journal: str) -> Iterator[Item]:
    rundown = load(agenda, length).rundown
    if rundown is None:
        yield bad("The agenda", "has errors", f"See them with: ssc-console check {agenda}")
    else:
        yield from items(Subject(rundown=rundown, folder=os.path.dirname(agenda), journal=journal))


def main() -> None:
    """Look at everything, and say each thing as soon as it is known."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hasattr(os, "nice"):
        os.nice(10)  # the desk comes first
    _kept = QGuiApplication(["ssc-console"])
    agenda, journal = sys.argv[1:]
    for item in _found(agenda, journal):
        sys.stdout.write(json.dumps(record(item)) + "\n")
        sys.stdout.flush()
    sys.stdout.write("null\n")


if __name__ == "__main__":
    main()
