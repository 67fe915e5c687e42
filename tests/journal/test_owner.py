"""Who has a journal: one console at a time."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.journal.owner import Owner, Ownership, owner_of, take
from tests.journal.runs import NOW


def test_the_second_console_is_told_who_has_the_journal(tmp_path: Path) -> None:
    journal = tmp_path / "live.journal"
    first = take(journal, NOW)
    assert isinstance(first, Ownership)
    second = take(journal, NOW)
    assert isinstance(second, Owner)
    assert (second.process, second.since) == (os.getpid(), NOW)
    assert f"process number {os.getpid()}" in second.words
    first.let_go()
    assert isinstance(take(journal, NOW), Ownership)


def test_a_console_that_was_killed_has_it_no_longer(tmp_path: Path) -> None:
    journal = tmp_path / "live.journal"
    hold = (
        "import sys; from pathlib import Path; from ssc_console.journal.owner import take; "
        "from tests.journal.runs import NOW; kept = take(Path(sys.argv[1]), NOW); print('held', flush=True); "
        "sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(journal)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        found = take(journal, NOW)
        assert isinstance(found, Owner)
        assert found.process == child.pid
        child.kill()
    assert isinstance(take(journal, NOW), Ownership)


def test_where_no_file_can_be_made_nobody_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert take(tmp_path / "file" / "live.journal", NOW) is None


def test_who_only_looks_takes_nothing_and_says_nothing_of_itself(tmp_path: Path) -> None:
    journal = tmp_path / "live.journal"
    assert owner_of(journal, NOW) is None
    assert list(tmp_path.iterdir()) == []
    first = take(journal, NOW)
    assert isinstance(first, Ownership)
    assert isinstance(owner_of(journal, NOW), Owner)
    first.let_go()
    assert owner_of(journal, NOW) is None
    assert isinstance(take(journal, NOW), Ownership)


def test_a_journal_that_somebody_has_is_not_free_though_nothing_says_who(tmp_path: Path) -> None:
    journal = tmp_path / "live.journal"
    first = take(journal, NOW)
    assert isinstance(first, Ownership)
    first.let_go()
    held = sqlite3.connect(tmp_path / "live.journal.owner", isolation_level=None)
    held.execute("DELETE FROM owner")
    held.execute("BEGIN IMMEDIATE")
    second = take(journal, NOW)
    assert isinstance(second, Owner)
    assert second.words == "another console"
    held.close()


def test_a_damaged_note_of_who_it_is_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "live.journal.owner").write_bytes(b"rubbish " * 100)
    assert isinstance(take(tmp_path / "live.journal", NOW), Ownership)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may remove everything")
def test_a_damaged_note_that_cannot_be_removed_keeps_nobody_from_the_show(tmp_path: Path) -> None:
    (tmp_path / "live.journal.owner").write_bytes(b"rubbish " * 100)
    tmp_path.chmod(0o500)
    assert take(tmp_path / "live.journal", NOW) is None
    assert owner_of(tmp_path / "live.journal", NOW) is None
    tmp_path.chmod(0o700)
