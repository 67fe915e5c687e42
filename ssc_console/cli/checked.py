"""The check before the show on the command line."""

import argparse
import json

from ssc_console.cli.inputs import BAD_INPUT, FINE, agenda_or_default, load_agenda


def preflight(options: argparse.Namespace) -> int:
    """Look at everything that the show needs; 1 if anything is wrong."""
    from ssc_console import app
    from ssc_console.preflight.item import Verdict
    from ssc_console.preflight.told import told_json, told_text

    path = agenda_or_default(options.agenda)
    rundown = load_agenda(path).rundown
    items = app.preflight(rundown, path, options.journal)
    if options.json:
        print(json.dumps(told_json(items, rundown.event.title), ensure_ascii=False, indent=2))
    else:
        print(told_text(items), end="")
    return BAD_INPUT if any(item.verdict is Verdict.BAD for item in items) else FINE
