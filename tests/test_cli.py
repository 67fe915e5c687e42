"""The command line: what it prints where, and with which exit status."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.cli import run
from tests import show_keys

AGENDA = str(Path(__file__).resolve().parent.parent / "agenda.yaml")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "show.txt"
    path.write_text("10:29:00 read\n10:30:05 start\n+0.5s advance  # a bounced key\n10:31:00 read\n", "utf-8")
    return path


def test_a_simulated_show_is_one_json_document(script: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["simulate", AGENDA, "--script", str(script), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [read["status"] for read in found["reads"]] == ["before", "on_air"]
    assert found["reads"][1]["on_air"]["display"] == "0:35"
    assert [(each["line"], each["command"]) for each in found["refused"]] == [(3, "advance")]
    assert [each["type"] for each in found["events"]] == ["run_opened", "segment_taken"]
    assert found["reads"][0]["mode"] == "rehearsal"


def test_show_has_exactly_the_keys_that_others_rely_on(script: Path, capsys: pytest.CaptureFixture[str]):
    run(["simulate", AGENDA, "--script", str(script), "--json"])
    read = json.loads(capsys.readouterr().out)["reads"][1]
    assert tuple(read) == show_keys.SHOW
    assert tuple(read["event"]) == show_keys.EVENT
    assert set(read["on_air"]) == set(show_keys.ON_AIR)
    assert set(read["segments"][0]) == set(show_keys.SEGMENT)
    assert set(read["cues"][0]) == set(show_keys.CUE)
    assert read["now"] == "2020-09-14T10:31:00.000+07:00"


def test_a_script_that_can_not_be_read_is_refused_before_anything_is_performed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "show.txt"
    path.write_text("10:29:00 read\n10:30:00 fly\n10:31:00 insert Break 2:00 after welcome\n", "utf-8")
    assert run(["simulate", AGENDA, "--script", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{path}:2:10: expected a step" in printed.err
    assert f"{path}:3:17: expected the title in double quotes" in printed.err


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"# nothing\n\n"])
def test_a_script_of_nothing_or_rubbish_gets_an_answer(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "show.txt"
    path.write_bytes(content)
    assert run(["simulate", AGENDA, "--script", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_the_timetable_has_a_column_a_zone_and_names_the_day_where_it_differs(
    capsys: pytest.CaptureFixture[str],
):
    assert run(["timetable", AGENDA, "--zone", "America/New_York"]) == 0
    printed = capsys.readouterr().out
    assert "10:30     23:30 Sunday" in printed
    assert "11:30     00:30" in printed


def test_an_unknown_zone_is_answered_with_the_nearest_names(capsys: pytest.CaptureFixture[str]):
    assert run(["timetable", AGENDA, "--zone", "Asia/Bankok"]) == 1
    assert "Asia/Bangkok" in capsys.readouterr().err


def test_the_programme_that_ships_fits_with_a_small_buffer(capsys: pytest.CaptureFixture[str]):
    assert run(["check", AGENDA, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["ok"]
    assert found["plan"]["hard_out"] == "2020-09-14T11:30:00+07:00"
    assert 120_000 <= found["plan"]["buffer_ms"] <= 300_000


def test_without_a_display_the_desk_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run([AGENDA]) == 2
    assert "There is no display" in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    "wrong", [["rehearse", "--speed", "90"], ["picture"], ["rehearse", AGENDA, "--at", "25:00"]]
)
def test_wrong_use_is_said_so(wrong: list[str], capsys: pytest.CaptureFixture[str]):
    assert run(wrong) == 2
    assert capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_output_that_finds_no_room_is_said_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ssc_console", "schema"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert done.stderr == "The output can't be written: No space left on device. Make room, and try again.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of other systems")
def test_ctrl_c_ends_what_is_being_worked_out_without_a_word(tmp_path: Path) -> None:
    """Wherever it meets it: as an exception it came up in the middle of what was being loaded."""
    script = tmp_path / "endless"
    os.mkfifo(script)
    command = [sys.executable, "-m", "ssc_console", "simulate", AGENDA, "--script", str(script)]
    waits = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    with script.open("w"):  # it has come so far as to read this
        waits.send_signal(signal.SIGINT)
        assert waits.communicate()[1] == ""
    assert waits.returncode == -signal.SIGINT
