"""What an open console tells its desk: how the run went, and what the rehearsals of its agenda say.

The reports work it out; the desk lays it out. Both are loaded when they are first asked for.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ssc_console import timecode
from ssc_console.desk.account import Compared, Suggestion, Written
from ssc_console.page import Canvas, Page
from ssc_console.show.history import History

if TYPE_CHECKING:
    from ssc_console.show.as_run import AsRun
    from ssc_console.show.rehearsed import Rehearsals

LAST = 5
"""So many rehearsals are compared: older ones were of other texts and other people."""


class RunAccount:
    """How the run on the desk went.

    Attributes:
        history: What happened; another one once another run is shown.
        where: The folder that its reports are kept in.
    """

    def __init__(self, history: Callable[[], History], where: str) -> None:
        self.history = history
        self.where = where
        self._read: tuple[object, AsRun] | None = None

    def page(self, canvas: Canvas) -> Page:
        """The report; what really happened is read off once for each state of the run."""
        from ssc_console.reports.run_page import run_page
        from ssc_console.show.as_run import as_run

        history = self.history()
        if self._read is None or self._read[0] is not history.state:
            self._read = (history.state, as_run(history))
        return run_page(self._read[1], canvas=canvas)


class RehearsalAccount:
    """The latest rehearsals of an agenda, held against its file as it is when they are compared."""

    def __init__(self, agenda: str, journal: Path) -> None:
        self._agenda = Path(agenda)
        self._journal = journal
        self._bytes: bytes | None = None
        self._found: Rehearsals | None = None

    def compared(self) -> Compared | str:
        """See `Comparison`."""
        from ssc_console.agenda.loading import load
        from ssc_console.journal.file import JournalProblem
        from ssc_console.journal.rehearsals import latest_rehearsals
        from ssc_console.reports.compare import NothingRehearsed, compare_page, compared, latest_of

        self._found = None
        try:
            self._bytes = self._agenda.read_bytes()
        except OSError as why:
            return f"{self._agenda} can't be read: {why.strerror}."
        rundown = load(self._agenda).rundown
        if rundown is None:
            return f"{self._agenda.name} has errors as it is now: ssc-console check says where."
        try:
            runs = latest_rehearsals(self._journal, str(self._agenda), rundown.event.title)
            told = latest_of(rundown, (History.of(run.events) for run in runs), LAST)
            self._found = compared(rundown, told)
        except (JournalProblem, NothingRehearsed) as why:
            return str(why)
        return Compared(compare_page(self._found), self._agenda.name, _suggestions(self._found))

    def keep(self, segments: Collection[str]) -> Written:
        """See `Comparison`; if the file has changed since it was compared, nothing is written."""
        from ssc_console.agenda.edits import CannotKeep
        from ssc_console.agenda.keep import keep
        from ssc_console.reports.compare import only_pressed, suggested
        from ssc_console.reports.kept import kept_text

        if self._found is None:
            return Written(("There is nothing to keep yet.",), done=False)
        offered = suggested(self._found) | only_pressed(self._found)
        durations = {id_: each for id_, each in offered.items() if id_ in segments}
        try:
            kept = keep(self._agenda, durations, as_read=self._bytes)
        except CannotKeep as why:
            return Written((str(why),), done=False)
        return Written(tuple(kept_text(kept, Path(self._agenda.name)).splitlines()), done=True)


def _suggestions(found: "Rehearsals") -> tuple[Suggestion, ...]:
    from ssc_console.reports.compare import only_pressed, suggested
    from ssc_console.reports.run_words import names

    spoken, pressed = suggested(found), only_pressed(found)
    suggestions = []
    for each in found.rows:
        wanted = (spoken | pressed).get(each.segment.id)
        if wanted is not None:
            title = " · ".join(filter(None, (each.segment.title, names(each.segment, found.rundown))))
            words = f"{timecode.span(each.planned)} → {timecode.span(wanted)}"
            if each.only_pressed:
                words += " · not spoken"
            suggestions.append(Suggestion(each.segment.id, title, words, not each.only_pressed))
    return tuple(suggestions)
