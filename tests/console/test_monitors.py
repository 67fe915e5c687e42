"""Desk, speaker display and programme on several monitors: each has its own, the desk has the keyboard."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVENING = """
import json
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtGui import QGuiApplication
from ssc_console.clock import RealClock
from ssc_console.console.application import application
from ssc_console.console.console import Console
from ssc_console.console.on_programme import OnProgramme
from ssc_console.look import mode_look
from ssc_console.session import Session
from tests.show.playbook import rundown, segment

running, colours = application(None, None)
clock = RealClock()
console = Console(Session(rundown(segment("a")), clock, by="desk"), colours, clock, mode_look.LIVE)
console.open()
running.processEvents()
programme = OnProgramme(console, ".", "", QSettings("ssc-console", "ssc-console"))

def open_programme():
    programme.toggle()
    patience = QDeadlineTimer(30_000)
    while programme.link.standing is None and not patience.hasExpired():
        running.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)

moves = []
console.speaker_moved.connect(lambda: moves.append(console.speaker_is_on))

def told():
    running.processEvents()
    return {
        "on": console.speaker_is_on,
        "full": console.speaker.isFullScreen(),
        "keyboard": console.desk.isActiveWindow(),
        "said": console.desk.contents.bottom.big.refusal,
        "moves": moves,
        "programme": programme.link.standing and programme.link.standing.monitor,
    }
"""


def evening(folder: Path, monitors: int, *steps: str) -> list[dict[str, object]]:
    """How the speaker display stands after each step, of a console on so many monitors; the desk is on A."""
    screens = [
        {"name": name, "x": 1280 * n, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96}
        | {"logicalBaseDpi": 96, "dpr": 1}
        for n, name in enumerate("ABC"[:monitors])
    ]
    plan = folder / "screens.json"
    plan.write_text(json.dumps({"screens": screens}))
    told = "".join(f"{step}\nprint(json.dumps(told()))\n" for step in steps)
    done = subprocess.run(
        [sys.executable, "-c", f"{EVENING}{told}programme.leave()\n"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={plan}",
            "XDG_CONFIG_HOME": str(folder),
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


OPEN = "console.toggle_speaker()"


def test_the_speaker_display_fills_the_other_monitor_and_the_desk_keeps_the_keyboard(tmp_path: Path) -> None:
    (opened,) = evening(tmp_path, 2, OPEN)
    assert (opened["on"], opened["full"], opened["keyboard"]) == ("B", True, True)


def test_where_the_programme_has_the_other_monitor_the_speaker_display_is_small_and_the_desk_says_so(
    tmp_path: Path,
) -> None:
    _, opened = evening(tmp_path, 2, "console.programme_stands('B')", OPEN)
    assert (opened["on"], opened["full"], opened["keyboard"]) == ("", False, True)
    assert "behind the desk: the other monitor is the programme’s" in str(opened["said"])


def test_the_speaker_display_makes_room_for_a_programme_that_comes_later(tmp_path: Path) -> None:
    before, after = evening(tmp_path, 2, OPEN, "console.programme_stands('B')")
    assert before["on"] == "B"
    assert (after["on"], after["full"]) == ("", False)
    assert "the other monitor is the programme’s" in str(after["said"])


def test_with_three_monitors_it_goes_on_to_the_third_and_the_programme_is_told(tmp_path: Path) -> None:
    before, after = evening(tmp_path, 3, OPEN, "console.programme_stands('B')")
    assert (before["on"], after["on"], after["full"]) == ("B", "C", True)
    assert list(after["moves"])[-1] == "C"  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("speaker", "programme", "on"), [("C", "", "C"), ("", "B", "C"), ("B", "", "B"), ("A", "", "B")]
)
def test_the_monitors_of_the_settings_win(tmp_path: Path, speaker: str, programme: str, on: str) -> None:
    chosen = f"console.speaker_monitor, console.programme_monitor = {speaker!r}, {programme!r}"
    _, opened = evening(tmp_path, 3, chosen, OPEN)
    assert opened["on"] == on


@pytest.mark.parametrize(("monitors", "programme", "speaker"), [(2, "B", ""), (3, "C", "B")])
def test_the_programme_s_own_process_knows_where_the_speaker_display_is(
    tmp_path: Path, monitors: int, programme: str, speaker: str
) -> None:
    opened, both = evening(tmp_path, monitors, OPEN, "open_programme()")
    assert opened["on"] == "B"
    assert (both["programme"], both["on"]) == (programme, speaker)


def test_a_speaker_display_that_is_closed_has_no_monitor(tmp_path: Path) -> None:
    _, closed = evening(tmp_path, 2, OPEN, OPEN)
    assert closed["on"] == ""
