"""Kept runs on the command line: what comes out, and one sentence for every mistake."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.resources import default_agenda
from tests.journal.runs import ended, kept, not_ended


def console(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ssc_console", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    kept(tmp_path / "live.journal", ended(), not_ended())
    return tmp_path


def test_the_runs_are_listed_newest_first(place: Path):
    lines = console("runs", "--journal", place).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["L2", "L1"]
    listed = json.loads(console("runs", "--json", "--journal", place).stdout)
    assert [(run["run"], run["ended"]) for run in listed] == [("L2", False), ("L1", True)]


def test_where_nothing_is_kept_the_list_says_what_to_do(tmp_path: Path):
    done = console("runs", "--journal", tmp_path)
    assert (done.returncode, "rehearse" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("report", "L1"),
            "No live run is kept yet in {}: `ssc-console --live` opens the desk and makes one.",
        ),
        (("replay", "R1"), "No rehearsal is kept yet in {}: `ssc-console rehearse` makes one."),
        (
            ("chapters", "L1"),
            "No live run is kept yet in {}: `ssc-console --live` opens the desk and makes one.",
        ),
        (("export", "R1", "-o", "x"), "No rehearsal is kept yet in {}: `ssc-console rehearse` makes one."),
        (("report",), "No run is kept yet: rehearse, or open the desk, and there will be one."),
    ],
)
def test_where_nothing_is_kept_it_is_said_what_makes_a_run(tmp_path: Path, words: tuple[str, ...], said: str):
    done = console(*words, "--journal", tmp_path / "nowhere")
    assert (done.returncode, done.stderr) == (1, said.format(tmp_path / "nowhere") + "\n")


@pytest.mark.parametrize("words", [("runs",), ("report",), ("report", "L1")])
def test_of_a_damaged_journal_it_is_not_said_that_nothing_is_kept(tmp_path: Path, words: tuple[str, ...]):
    (tmp_path / "live.journal").write_text("buy milk, and bread, and whatever else there is")
    done = console(*words, "--journal", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path / 'live.journal'} is damaged (file is not a database).\n"


def test_of_damaged_rehearsals_it_is_not_said_that_nothing_was_rehearsed(place: Path):
    (place / "rehearsals.journal").write_text("buy milk, and bread, and whatever else there is")
    done = console("compare", default_agenda(), "--journal", place)
    assert done.returncode == 1
    assert done.stderr == f"{place / 'rehearsals.journal'} is damaged (file is not a database).\n"


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "html"])
def test_a_report_is_made_in_every_format(place: Path, form: str):
    done = console("report", "L1", "--format", form, "--journal", place)
    assert done.returncode == 0
    assert "10:30" in done.stdout


def test_a_report_as_pdf_is_a_pdf(place: Path):
    assert (
        console("report", "L1", "--format", "pdf", "-o", place / "r.pdf", "--journal", place).returncode == 0
    )
    assert (place / "r.pdf").read_bytes().startswith(b"%PDF")


def test_an_exported_run_is_one_file_that_is_read_as_any_run(place: Path):
    there = place / "elsewhere" / "show.run"
    there.parent.mkdir()
    assert console("export", "L1", "-o", there, "--journal", place).returncode == 0
    assert list(there.parent.iterdir()) == [there]
    assert console("report", there).stdout == console("report", "L1", "--journal", place).stdout


def test_of_two_that_export_to_one_place_at_once_neither_hurts_the_other(place: Path):
    there = place / "elsewhere" / "show.run"
    there.parent.mkdir()
    command = [sys.executable, "-m", "ssc_console", "export", "L1", "-o", str(there), "--journal", str(place)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(each.communicate()[1], each.returncode) for each in both] == [(b"", 0)] * 3
    assert list(there.parent.iterdir()) == [there]
    assert console("report", there).returncode == 0


def test_a_file_in_place_of_the_folder_of_runs_is_said(place: Path):
    (place / "agenda.yaml").write_text("")
    done = console("runs", "--journal", place / "agenda.yaml")
    assert (done.returncode, "is not a folder" in done.stderr, done.stdout) == (1, True, "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system with other devices")
def test_a_run_never_takes_the_place_of_a_device(place: Path):
    """Whoever may do all would have no /dev/null afterwards."""
    device = place / "device"
    os.mkfifo(device)
    done = console("export", "L1", "-o", device, "--journal", place)
    assert (done.returncode, "it is a device" in done.stderr) == (1, True)
    assert device.is_fifo()


def test_chapters_begin_where_the_recording_did(place: Path):
    told = console("chapters", "L1", "--offset", "0:01:00", "--journal", place)
    assert told.stdout.startswith("WEBVTT")
    assert told.returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "L9"), "has no run 9"),
        (("report", "R1"), "No rehearsal is kept yet"),
        (("report", "nonsense"), "There is no run “nonsense”"),
        (("replay", "L77"), "has no run 77"),
        (("chapters", "L1", "--offset", "soon"), "is not a time here"),
        (("export", "L1", "-o", "/nowhere/at/all"), "can't write"),
        (("compare", default_agenda()), "rehearse it once"),
        (("keep", default_agenda()), "rehearse it once"),
        (("rehearse", "--from", "nobody"), "no segment “nobody”"),
        (("rehearse", "--session", "9"), "is not one session"),
    ],
)
def test_a_mistake_is_answered_with_a_sentence(place: Path, words: tuple[object, ...], said: str):
    done = console(*words, "--journal", place)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_run_is_said(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("buy milk")
    done = console("report", tmp_path / "notes.txt")
    assert (done.returncode, "is damaged" in done.stderr) == (1, True)
