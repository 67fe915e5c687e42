"""The report of a run in each of its formats that is text; paper is `paper`'s."""

import json
from collections.abc import Callable

from ssc_console.page import Page
from ssc_console.reports.page_html import page_html
from ssc_console.reports.page_markdown import page_markdown
from ssc_console.reports.page_text import page_text
from ssc_console.reports.run_csv import run_csv
from ssc_console.reports.run_json import run_json
from ssc_console.reports.run_page import run_page
from ssc_console.show.as_run import as_run
from ssc_console.show.history import History

_PAGES: dict[str, Callable[[Page], str]] = {
    "text": page_text,
    "md": page_markdown,
    "html": page_html,
}

REPORT_FORMATS = ("text", "json", "csv", "md", "html", "pdf")
"""What `report --format` may be; `pdf` is printed by `paper.printed`, from `report_page`."""


def run_report(history: History, form: str, mode: str = "") -> str:
    """The report of a run: finished, unfinished, cut, or never started.

    Args:
        form: One of `REPORT_FORMATS` but ``pdf``.
        mode: ``rehearsal`` and the like, to be seen at a glance; empty for a live show.

    Returns:
        Text to be written as UTF-8, its line ends as they are.
    """
    run = as_run(history)
    if form == "json":
        return json.dumps(run_json(run, mode), ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return run_csv(run)
    return _PAGES[form](run_page(run, mode))


def report_page(history: History, mode: str = "") -> Page:
    """The same report as a page that can be printed."""
    return run_page(as_run(history), mode)
