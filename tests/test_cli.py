"""The command line: what it prints where, and with which exit status."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.cli import run
from ssc_console.look import theme
from ssc_console.reports.chapter_formats import CHAPTER_FORMATS
from ssc_console.reports.compare import COMPARE_FORMATS
from ssc_console.reports.run_report import REPORT_FORMATS
from ssc_console.settings.values import LOOKS
from tests import show_keys

SIGNALS = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
RUNS = "import sys; from ssc_console.cli import run; raise SystemExit(run(sys.argv[1:]))"
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


def test_a_command_with_a_slip_in_it_is_not_taken_for_an_agenda(capsys: pytest.CaptureFixture[str]):
    assert run(["chek", AGENDA]) == 2
    assert capsys.readouterr().err == "There is no command “chek”, and no such file. Did you mean “check”?\n"


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


@pytest.mark.parametrize(
    ("command", "option", "offered"),
    [
        ("report", "--format", REPORT_FORMATS),
        ("chapters", "--format", CHAPTER_FORMATS),
        ("compare", "--format", COMPARE_FORMATS),
        ("desk", "--theme", theme.NAMES),
        ("picture", "--theme", theme.NAMES),
    ],
)
def test_what_an_option_may_be_is_what_there_is(
    command: str,
    option: str,
    offered: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    # The command line says it again: it does not wait for what would know.
    monkeypatch.setenv("COLUMNS", "500")
    run([command, "--help"])
    assert f"{option} {{{','.join(offered)}}}" in capsys.readouterr().out


def test_the_looks_that_can_be_chosen_are_those_there_are():
    assert LOOKS == theme.NAMES


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_device_is_written_to_and_stays_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timetable", AGENDA, "-o", "/dev/full"]) == 1
    assert capsys.readouterr().err == (
        "/dev/full: can't write: No space left on device. Choose another place with -o.\n"
    )
    assert Path("/dev/full").is_char_device()


def test_a_file_whose_new_version_finds_no_room_stays_as_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "timetable.txt"
    kept.write_text("the one of yesterday")
    limited = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (100, 100)); {SIGNALS}; {RUNS}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "timetable", AGENDA, "-o", str(kept)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, "can't write" in done.stderr) == (1, True)
    assert [each.name for each in tmp_path.iterdir()] == ["timetable.txt"]
    assert kept.read_text() == "the one of yesterday"


def test_a_link_that_is_written_to_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    link.symlink_to(real)
    assert run(["timetable", AGENDA, "-o", str(link)]) == 0
    assert link.is_symlink()
    assert real.read_text().startswith("Asia-Pacific")


def test_who_may_read_a_file_stays_as_somebody_has_chosen(tmp_path: Path) -> None:
    kept = tmp_path / "timetable.txt"
    kept.write_text("the one of yesterday")
    kept.chmod(0o600)
    assert run(["timetable", AGENDA, "-o", str(kept)]) == 0
    assert kept.read_text().startswith("Asia-Pacific")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_picture_of_names_in_any_script_says_nothing_of_fonts(script: Path, tmp_path: Path):
    text = Path(AGENDA).read_text("utf-8").replace("Ms Gita Sabharwal", "លោកស្រី សុខា คุณสุดา")
    (tmp_path / "agenda.yaml").write_text(text, "utf-8")
    asked = ["picture", "agenda.yaml", "--script", str(script), "--screen", "desk", "-o", "desk.png"]
    command = [sys.executable, "-m", "ssc_console", *asked]
    environment = {**os.environ, "PYTHONPATH": str(Path(AGENDA).parent)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "OpenType" not in done.stderr
    assert (tmp_path / "desk.png").exists()
