"""The check before the show and the desk: what looks is another process, whatever becomes of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from ssc_console.agenda.loading import load
from ssc_console.clock import ScriptedClock
from ssc_console.console.checking import ONLY_BEFORE, Checking
from ssc_console.console.console import Console
from ssc_console.desk.keys import Wish
from ssc_console.look import mode_look, theme
from ssc_console.preflight.item import Item, Verdict, good
from ssc_console.resources import default_agenda
from ssc_console.session import Session
from ssc_console.show.commands import Reset, Start
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import instant

SAYS = """import sys
print('{"what": "Cover", "verdict": "good", "words": "", "what_to_do": ""}', flush=True)
"""
DONE = "print('null')"


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    rundown = load(default_agenda()).rundown
    assert rundown is not None
    clock = ScriptedClock(ShowInstant(instant("10:20:00")))
    made = Console(Session(rundown, clock, by="desk"), theme.load("dark"), clock, mode_look.LIVE)
    qtbot.addWidget(made.desk)
    made.open()
    return made


def checking(console: Console, program: str) -> Checking:
    return Checking(console, "agenda.yaml", "journal", (sys.executable, "-c", program))


def words(of: Checking) -> list[tuple[str, str]]:
    return [(item.what, item.words) for item in of.items if item.what != "Monitors"]


def shown(console: Console) -> str:
    return console.desk.contents.before.check.accessibleDescription()


def heading(console: Console) -> str:
    return console.desk.contents.before.check.accessibleName()


def test_a_desk_is_looked_at_when_it_is_open(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + DONE)
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")] and "LOOKING" not in heading(console))
    assert "Cover" in shown(console)


def test_what_is_found_is_shown_while_the_rest_is_looked_at(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + "sys.stdin.read()")
    qtbot.waitUntil(lambda: "Cover" in shown(console))
    assert "LOOKING" in heading(console)
    of.stop()


@pytest.mark.parametrize(
    ("program", "trouble"),
    [
        (SAYS + "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "it broke off"),
        (SAYS, "it broke off"),
    ],
)
def test_a_look_that_crashes_is_told_and_what_it_had_found_stays(
    console: Console, qtbot: QtBot, program: str, trouble: str
):
    of = checking(console, program)
    qtbot.waitUntil(lambda: words(of) == [("Cover", ""), ("The check itself", trouble)])
    assert "The check itself: it broke off" in shown(console)


def test_a_look_that_hangs_is_ended_and_told(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + "import signal; signal.pause()")
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])
    of._hangs.start(1)
    qtbot.waitUntil(lambda: words(of)[1:] == [("The check itself", "it hangs")])
    assert "LOOKING" not in heading(console)


def test_a_look_that_cannot_be_begun_is_told(console: Console, qtbot: QtBot):
    of = Checking(console, "agenda.yaml", "journal", ("/nowhere/python",))
    qtbot.waitUntil(lambda: words(of) == [("The check itself", "it can't be started")])


def test_a_key_looks_again_from_the_beginning(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + DONE)
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])
    console.desk.obey(Wish.CHECK)
    assert words(of) == []
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])
    qtbot.waitUntil(lambda: not of.findChildren(QProcess))  # nothing stays of those that have ended


def test_during_the_show_nothing_is_looked_at(console: Console):
    of = checking(console, SAYS + DONE)
    console.ask(Start(), None)
    of.stop()
    console.desk.obey(Wish.CHECK)
    assert console.desk.contents.bottom.big.refusal == ONLY_BEFORE
    assert of._process is None


def test_another_rundown_is_looked_at_by_itself(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + DONE)
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])
    other = load(default_agenda()).rundown
    assert other is not None
    console.show_instead(Session(other, ScriptedClock(ShowInstant(instant("10:20:00"))), by="desk"))
    qtbot.waitUntil(lambda: of._process is not None)
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])


def test_a_run_that_is_begun_anew_has_the_same_rundown_and_is_not_looked_at_again(
    console: Console, qtbot: QtBot
):
    of = checking(console, SAYS + DONE)
    qtbot.waitUntil(lambda: words(of) == [("Cover", "")])
    console.ask(Reset(), None)
    assert not of._soon.isActive()


def test_what_this_process_knows_itself_is_one_more_source(console: Console, qtbot: QtBot):
    of = checking(console, SAYS + DONE)
    of.nearby.append(lambda: [good("OBS", "answers")])
    of.show()
    assert "OBS: answers" in shown(console)
    assert Item("OBS", Verdict.GOOD, "answers") in of.items


ENDS = """
import sys
from PySide6.QtCore import QTimer
from ssc_console.agenda.loading import load
from ssc_console.clock import RealClock
from ssc_console.console.application import application, end_when_told
from ssc_console.console.checking import Checking
from ssc_console.console.console import Console
from ssc_console.look import mode_look
from ssc_console.resources import default_agenda
from ssc_console.session import Session

running, colours = application("dark", None)
clock = RealClock()
console = Console(Session(load(default_agenda()).rundown, clock, by="desk"), colours, clock, mode_look.LIVE)
looks = '''import json, os, signal
print(json.dumps({"what": str(os.getpid()), "verdict": "good", "words": "", "what_to_do": ""}), flush=True)
signal.pause()'''
of = Checking(console, "agenda.yaml", "journal", (sys.executable, "-c", looks))
end_when_told(running)

def tell():
    if len(of.items) > 1:
        waiting.stop()
        print(of.items[0].what, flush=True)

waiting = QTimer(interval=10)
waiting.timeout.connect(tell)
waiting.start()
sys.exit(running.exec())
"""


def test_a_desk_that_is_told_to_end_while_it_looks_ends_what_looks_and_says_nothing():
    # Nobody closes a window then: a process that outlived the desk was heard by what was no more.
    with subprocess.Popen(
        [sys.executable, "-c", ENDS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout is not None
        looks = int(desk.stdout.readline())
        desk.terminate()
        assert desk.communicate() == ("", "")
        assert desk.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.kill(looks, 0)


def test_the_agenda_that_ships_is_looked_at_by_our_own_process(
    console: Console, qtbot: QtBot, tmp_path: Path
):
    of = Checking(console, default_agenda(), str(tmp_path))
    qtbot.waitUntil(lambda: ("Video 2: Mr Olivier Adam", "2:50, sound") in words(of), timeout=20_000)
    qtbot.waitUntil(lambda: "LOOKING" not in heading(console), timeout=20_000)
    assert "The check itself" not in shown(console)


def test_a_file_in_the_folder_of_the_agenda_is_never_taken_for_one_of_pythons_modules(
    console: Console, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    of = Checking(console, default_agenda(), str(tmp_path))
    qtbot.waitUntil(lambda: ("Video 2: Mr Olivier Adam", "2:50, sound") in words(of), timeout=20_000)
