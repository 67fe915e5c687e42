"""What an open console tells its desk of rehearsals: read from the journal, kept in the agenda's file."""

from pathlib import Path

import pytest

from ssc_console.console.accounts import RehearsalAccount
from ssc_console.desk.account import Compared
from ssc_console.journal.run import REHEARSAL
from ssc_console.journal.writer import Writer
from ssc_console.show.value import replace
from tests.journal.runs import describe
from tests.reports.runs import of
from tests.show.playbook import rundown, segment

AGENDA = """\
event:
  title: A show
  date: 2020-09-14
  start: 10:30
  end: 10:45
  timezone: Asia/Bangkok
sessions:
  - title: All
    segments:
      - id: a
        title: Address
        duration: 5:00  # as agreed
      - id: b
        title: Thanks
        duration: "2:30"
"""
PLAN = rundown(segment("a", "5:00"), segment("b", "2:30"), end="10:45")


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


def rehearsed(folder: Path, agenda: Path, *runs: tuple[str, str]) -> Path:
    """A journal with rehearsals in which the two speakers took so long."""
    journal = folder / "rehearsals.journal"
    writer = Writer(
        journal, lambda opening: replace(describe(opening), mode=REHEARSAL, agenda=str(agenda)), lambda: None
    )
    for lengths in runs:
        for event in of(PLAN, *lengths).events:
            writer.keep((event,))
    assert writer.close()
    return journal


def test_what_rehearsals_suggest_is_offered_and_kept_and_no_longer_offered(
    tmp_path: Path, agenda: Path
) -> None:
    account = RehearsalAccount(
        str(agenda), rehearsed(tmp_path, agenda, ("5:00", "3:10"), ("5:00", "3:02"), ("5:00", "3:25"))
    )
    found = account.compared()
    assert isinstance(found, Compared)
    assert [(each.segment, each.words) for each in found.suggestions] == [("b", "2:30 → 3:10")]
    assert found.page.verdict.text.startswith("Ends between")
    written = account.keep({"b"})
    assert written.done
    assert written.lines[0] == "agenda.yaml:15: “b”: 2:30 is now 3:10"
    assert agenda.read_text(encoding="utf-8") == AGENDA.replace('"2:30"', '"3:10"')
    again = account.compared()
    assert isinstance(again, Compared)
    assert again.suggestions == ()


def test_a_file_that_has_changed_since_it_was_compared_is_left_as_it_is(tmp_path: Path, agenda: Path) -> None:
    account = RehearsalAccount(str(agenda), rehearsed(tmp_path, agenda, ("5:00", "3:10")))
    assert isinstance(account.compared(), Compared)
    changed = AGENDA.replace("as agreed", "as agreed on Monday")
    agenda.write_text(changed, encoding="utf-8")
    written = account.keep({"b"})
    assert not written.done
    assert "has changed since it was read" in written.lines[0]
    assert agenda.read_text(encoding="utf-8") == changed
    assert isinstance(account.compared(), Compared)
    assert account.keep({"b"}).done


def test_a_file_with_errors_and_a_journal_without_rehearsals_are_answered(
    tmp_path: Path, agenda: Path
) -> None:
    account = RehearsalAccount(str(agenda), tmp_path / "rehearsals.journal")
    assert "rehearse it once" in str(account.compared())
    assert not account.keep({"b"}).done
    agenda.write_text("event: [", encoding="utf-8")
    assert "has errors" in str(account.compared())
    agenda.unlink()
    assert "can't be read" in str(account.compared())
