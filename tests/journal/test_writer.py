"""Keeping a run as it happens: nothing that was shown is lost, and the disk never holds up the show."""

import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from ssc_console.journal import writer as writing
from ssc_console.journal.file import connect
from ssc_console.journal.reading import read_run, summaries
from ssc_console.journal.writer import Kept, Writer
from tests.journal.runs import NOW, describe, ended, keep, kept, not_ended


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "runs" / "live.journal"


class Told:
    """Hears that something changed, and can wait for it."""

    def __init__(self) -> None:
        self.writer: Writer | None = None
        self.times = 0
        self._changed = threading.Condition()

    def __call__(self) -> None:
        with self._changed:
            self.times += 1
            self._changed.notify_all()

    def until(self, wanted: Kept) -> None:
        assert self.writer is not None
        with self._changed:
            assert self._changed.wait_for(lambda: self.writer and self.writer.kept == wanted, 10), (
                self.writer.kept
            )


def opened(journal: Path) -> tuple[Writer, Told]:
    told = Told()
    told.writer = Writer(journal, describe, told, now=lambda: NOW)
    return told.writer, told


def test_a_run_is_read_back_as_it_happened(journal: Path) -> None:
    events = not_ended()
    assert read_run(kept(journal, events)).events == events


def test_each_event_is_on_the_disk_before_it_is_shown(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PATIENCE", timedelta(seconds=5))  # however busy this machine is
    monkeypatch.setattr(writing, "PATIENCE_TO_OPEN", timedelta(seconds=5))
    writer, _ = opened(journal)
    for number, event in enumerate(not_ended()):
        keep(writer, (event,))
        assert len(read_run(journal).events) == number + 1
    writer.close()


def test_the_events_of_one_command_are_kept_together_or_not_at_all(journal: Path) -> None:
    kept(journal, not_ended())
    with sqlite3.connect(journal) as other:
        other.execute(
            "CREATE TRIGGER no BEFORE INSERT ON events WHEN new.seq = 2 BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    other.close()
    writer, told = opened(journal)
    keep(writer, ended()[:3])
    told.until(Kept(3, "no"))
    assert len(summaries(journal)) == 1
    writer.close()


def test_a_reset_begins_another_run_and_keeps_the_old_one(journal: Path) -> None:
    runs = summaries(kept(journal, ended(), not_ended()))
    assert [(run.name, run.ended) for run in runs] == [("L2", False), ("L1", True)]


def test_while_another_program_has_the_file_the_show_goes_on_and_the_journal_catches_up(
    journal: Path,
) -> None:
    kept(journal, ended())
    other = connect(journal)
    other.execute("BEGIN IMMEDIATE")
    writer, told = opened(journal)
    events = not_ended()
    for event in events:
        keep(writer, (event,))
    assert writer.kept.missing == len(events)
    other.execute("ROLLBACK")
    other.close()
    told.until(Kept())
    assert read_run(journal).events == events
    writer.close()


def test_a_disk_that_is_away_is_said_and_the_whole_run_is_there_once_it_is_back(journal: Path) -> None:
    writer, told = opened(journal)
    events = not_ended()
    keep(writer, events[:5])
    journal.parent.rename(journal.parent.with_name("away"))
    journal.parent.write_text("no folder")
    keep(writer, events[5:6])
    told.until(Kept(1, "file exists"))
    journal.parent.unlink()
    told.until(Kept())
    assert read_run(journal).events == events[:6]
    writer.close()


def test_a_journal_that_was_deleted_under_the_show_is_made_anew_with_all_of_the_run(journal: Path) -> None:
    writer, _ = opened(journal)
    events = not_ended()
    keep(writer, events[:5])
    for file in journal.parent.iterdir():
        file.unlink()
    keep(writer, events[5:])
    writer.close()
    assert read_run(journal).events == events


def test_a_damaged_journal_is_set_aside_and_a_new_one_is_begun(journal: Path) -> None:
    journal.parent.mkdir()
    journal.write_bytes(b"rubbish " * 1000)
    writer, told = opened(journal)
    keep(writer, not_ended())
    aside = journal.with_name("live.journal.damaged-20200914-034712")
    told.until(Kept(0, "", aside))
    assert aside.read_bytes() == b"rubbish " * 1000
    assert read_run(journal).events == not_ended()
    writer.close()


def test_a_journal_of_a_newer_console_is_left_alone_and_the_lamp_says_which(journal: Path) -> None:
    kept(journal, ended())
    with sqlite3.connect(journal) as other:
        other.execute("PRAGMA user_version = 7")
    other.close()
    before = journal.read_bytes()
    writer, _ = opened(journal)
    keep(writer, not_ended())
    assert "journal version 7" in writer.kept.trouble
    assert not writer.close()
    assert journal.read_bytes() == before


class Never:
    """A patience that nobody may ask for."""

    def total_seconds(self) -> float:
        raise AssertionError


def test_while_the_disk_is_behind_no_event_waits_for_it(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(journal, ended())
    other = connect(journal)
    other.execute("BEGIN IMMEDIATE")
    writer, _ = opened(journal)
    events = not_ended()
    keep(writer, events[:1])
    monkeypatch.setattr(writing, "PATIENCE", Never())
    for event in events[1:]:
        keep(writer, (event,))
    other.close()
    writer.close()


def test_what_is_in_hand_is_kept_when_the_console_closes(journal: Path) -> None:
    kept(journal, ended())
    other = connect(journal)
    other.execute("BEGIN IMMEDIATE")
    writer, _ = opened(journal)
    keep(writer, not_ended())
    other.close()
    assert writer.close()
    assert read_run(journal).events == not_ended()


def test_only_the_first_run_of_a_console_is_waited_for_longer_than_half_a_frame(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, _ = opened(journal)
    keep(writer, not_ended())
    monkeypatch.setattr(writing, "PATIENCE_TO_OPEN", Never())
    keep(writer, not_ended())
    writer.close()


def test_what_the_show_has_not_waited_for_yet_is_not_missing(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of that a lamp would be told, and the desk would present itself once more, right after a press."""
    monkeypatch.setattr(writing, "PATIENCE_TO_OPEN", timedelta(seconds=30))
    writer, told = opened(journal)
    for event in not_ended():
        writer.keep((event,))
    writer.make_sure()
    assert writer.close()
    assert told.times == 0
