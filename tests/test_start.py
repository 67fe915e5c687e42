"""How the program begins and ends, whoever started it and whatever happens to it meanwhile."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
AGENDA = str(ROOT / "agenda.yaml")
COMMAND = [sys.executable, "-m", "ssc_console"]
INTERRUPTED = """
import os, signal, sys

class Hand:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Hand())
sys.argv = ["ssc-console", "rehearse", {agenda!r}, "--journal", {journal!r}]
from ssc_console.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["ssc_console.cli", "PySide6.QtGui", "ssc_console.app.parts"])
def test_ctrl_c_while_a_desk_is_opened_ends_it_at_once_and_without_a_word(
    module: str, tmp_path: Path
) -> None:
    """An exception in the middle of loading Qt left a desk open in which half of Qt was missing."""
    script = INTERRUPTED.format(module=module, agenda=AGENDA, journal=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


NOHUP = """
import os, signal, sys
from PySide6.QtCore import QTimer
from ssc_console.console.application import application, end_when_told
signal.signal(signal.SIGHUP, signal.SIG_IGN)
running, _ = application("dark", None)
end_when_told(running)
QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGHUP))
QTimer.singleShot(200, lambda: running.exit(7))
os._exit(running.exec())
"""


def test_a_desk_that_was_started_to_outlive_its_terminal_does() -> None:
    assert subprocess.run([sys.executable, "-c", NOHUP], cwd=ROOT, check=False).returncode == 7


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes what a program is given")
@pytest.mark.parametrize(
    ("closed", "status", "arguments"),
    [
        (">&-", 0, ["timetable", AGENDA]),
        ("<&- >&- 2>&-", 0, ["timetable", AGENDA]),
        ("2>&-", 1, ["timetable", "nothing.yaml"]),
        ("2>/dev/full", 1, ["timetable", "nothing.yaml"]),
        (">/dev/full 2>/dev/full", 1, ["timetable", AGENDA]),
        (">&-", 2, ["timetable"]),
    ],
)
def test_where_nobody_listens_the_exit_status_still_says_what_came_of_it(
    closed: str, status: int, arguments: list[str]
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_no_file_of_ours_takes_the_place_of_a_closed_stream() -> None:
    """What a library says to standard error would be written into it, a journal perhaps."""
    script = (
        "import os; from ssc_console.__main__ import _have_standard_streams as have; have(); "
        "raise SystemExit(os.open(os.devnull, os.O_RDONLY))"
    )
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", script], cwd=ROOT, check=False
    )
    assert done.returncode >= 3
