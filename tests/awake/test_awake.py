"""The computer is kept awake for a live show: when, by whom, and what is said where nobody can."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.awake import Nothing, Promise, keeper
from ssc_console.console.wakeful import Wakeful
from ssc_console.preflight.item import Verdict
from ssc_console.preflight.sleep import told
from ssc_console.show.commands import End, Start, Undo
from tests.staged import Stage


class Computer:
    """Remembers whether it may sleep."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def can(self) -> Promise:
        return Promise(sleep=True, dimming=True)

    def hold(self, _: str) -> None:
        self.said.append("awake")

    def let_go(self) -> None:
        self.said.append("may sleep")


def test_it_stays_awake_from_half_an_hour_before_until_the_show_is_over() -> None:
    computer, stage = Computer(), Stage(opened="-40:00")
    wakeful = Wakeful(computer)
    wakeful.present(stage.seen)
    assert computer.said == []
    wakeful.present(stage.at("-30:00").seen)
    wakeful.present(stage.at("0:00").do(Start()).seen)
    assert computer.said == ["awake"]
    wakeful.present(stage.at("5:00").do(End()).seen)
    assert computer.said == ["awake", "may sleep"]
    wakeful.present(stage.do(Undo()).seen)
    assert computer.said == ["awake", "may sleep", "awake"]


def test_a_show_that_nobody_starts_lets_the_computer_sleep_at_last() -> None:
    computer, stage = Computer(), Stage()
    wakeful = Wakeful(computer)
    wakeful.present(stage.seen)
    wakeful.present(stage.at("180:00").seen)
    assert computer.said == ["awake", "may sleep"]


@pytest.mark.parametrize(
    ("promise", "verdict", "words"),
    [
        (Promise(sleep=True, dimming=True), Verdict.GOOD, "kept off while the show is live"),
        (Promise(sleep=True, dimming=False), Verdict.WARNING, "the screen may go dark"),
        (Promise(sleep=False, dimming=False), Verdict.WARNING, "not kept off here"),
    ],
)
def test_the_check_says_what_the_system_can_be_kept_from(
    promise: Promise, verdict: Verdict, words: str
) -> None:
    item = told(promise)
    assert (item.verdict, item.words) == (verdict, words)
    assert bool(item.what_to_do) is (verdict is Verdict.WARNING)


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_without_a_bus_nobody_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    if not Path("/run/dbus/system_bus_socket").exists():
        assert isinstance(keeper(), Nothing)
        assert keeper().can() == Promise(sleep=False, dimming=False)


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no message bus on this system")
def test_the_desktop_is_asked_once_and_forgets_it_when_the_show_is_over() -> None:
    script = Path(__file__).with_name("on_a_bus.py")
    command = ["dbus-run-session", "--", sys.executable, str(script)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=30, cwd=script.parents[2]
    )
    found = json.loads(done.stdout)
    assert found["before"] is False
    assert found["can"] is True
    assert found["asked"] == [["Inhibit", "SSC Console", "A show"]]
    assert found["promised"] == 1
    assert found["is_there"] is True
    assert found["again"] == 2
