"""Reading runs back, whatever the file has been through."""

import re
import sqlite3
from pathlib import Path

import pytest

from ssc_console.journal.file import JournalProblem, connect
from ssc_console.journal.reading import events_since, numbers, read_run, summaries
from ssc_console.journal.run import checksum
from ssc_console.show import commands as c
from tests.journal.runs import an_hour_until, ended, events_of, kept, not_ended


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return kept(tmp_path / "live.journal", ended(), not_ended())


def test_the_list_has_the_newest_run_first_with_what_became_of_it(journal: Path) -> None:
    newest, older = summaries(journal)
    assert (newest.name, newest.started, newest.ended, newest.events) == ("L2", True, False, len(not_ended()))
    assert (older.name, older.ended) == ("L1", True)
    assert older.latest == ended()[-1].stamp.wall


def test_an_end_that_was_undone_is_no_end_and_one_that_was_redone_is(tmp_path: Path) -> None:
    undone = an_hour_until().do(c.End()).do(c.Undo())
    redone = an_hour_until().do(c.End()).do(c.Undo()).do(c.Redo())
    path = kept(tmp_path / "live.journal", events_of(undone), events_of(redone))
    assert [run.ended for run in summaries(path)] == [True, False]


def test_there_is_nothing_to_list_where_nothing_was_kept(tmp_path: Path) -> None:
    assert summaries(tmp_path / "no.journal") == ()
    assert numbers(tmp_path / "no.journal") == ()


def test_a_run_that_is_not_there_is_said(journal: Path) -> None:
    with pytest.raises(JournalProblem, match="has no run 9"):
        read_run(journal, 9)


def test_an_empty_journal_is_said(tmp_path: Path) -> None:
    connect(tmp_path / "new.journal").close()
    with pytest.raises(JournalProblem, match="has no run yet"):
        read_run(tmp_path / "new.journal")
    (tmp_path / "empty.journal").touch()
    with pytest.raises(JournalProblem, match="it is empty"):
        read_run(tmp_path / "empty.journal")


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalProblem, match="can't be read"):
        read_run(tmp_path)


def test_the_database_of_another_program_is_no_journal(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(JournalProblem, match="another program"):
        read_run(tmp_path / "other.db")


def test_a_newer_journal_says_which_version_it_is(journal: Path) -> None:
    with sqlite3.connect(journal) as other:
        other.execute("PRAGMA user_version = 12")
    other.close()
    with pytest.raises(JournalProblem, match="journal version 12"):
        summaries(journal)


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ("UPDATE events SET record = 'x' WHERE run = 2 AND seq = 4", "event 4 is not as it was written"),
        ("DELETE FROM events WHERE run = 2 AND seq = 4", "event 4 is missing"),
    ],
)
def test_a_run_is_read_up_to_what_can_not_be_read(journal: Path, change: str, flaw: str) -> None:
    with sqlite3.connect(journal) as other:
        other.execute(change)
    other.close()
    run = read_run(journal, 2)
    assert run.events == not_ended()[:4]
    assert run.flaw is not None
    assert flaw in run.flaw


def answer(path: Path) -> str:
    """What reading says: how much there is, or what is wrong."""
    try:
        summaries(path)
        run = read_run(path)
    except JournalProblem as why:
        return str(why)
    assert run.events == not_ended()[: len(run.events)] or run.name != "L2"
    return f"{run.name} has {len(run.events)}"


def test_a_record_of_a_newer_console_says_so(journal: Path) -> None:
    with sqlite3.connect(journal) as other:
        (record,) = other.execute("SELECT record FROM events WHERE run = 2 AND seq = 4").fetchone()
        newer = record.replace('"version": 1', '"version": 3')
        change = "UPDATE events SET record = ?, crc = ? WHERE run = 2 AND seq = 4"
        other.execute(change, (newer, checksum(newer)))
    other.close()
    assert "events of version 3" in (read_run(journal, 2).flaw or "")


def test_cut_at_any_byte_it_is_read_or_said_to_be_damaged(journal: Path, tmp_path: Path) -> None:
    whole = journal.read_bytes()
    cut = tmp_path / "cut.journal"
    for length in range(0, len(whole), 509):
        cut.write_bytes(whole[:length])
        assert re.search("cut.journal|L2 has", answer(cut))


def test_with_any_byte_spoilt_it_is_read_or_said_to_be_damaged(journal: Path, tmp_path: Path) -> None:
    whole = journal.read_bytes()
    spoilt = tmp_path / "spoilt.journal"
    for place in range(0, len(whole), 211):
        spoilt.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        assert re.search("spoilt.journal|L[12] has", answer(spoilt))


def test_who_looks_on_gets_what_is_new(journal: Path) -> None:
    assert events_since(journal, 2, 7) == not_ended()[7:]
    assert events_since(journal, 2, len(not_ended())) == ()
