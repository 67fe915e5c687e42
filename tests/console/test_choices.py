"""Settings that are in force as soon as they are chosen: in the panel, by a key, or in the file."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ssc_console.clock import ScriptedClock
from ssc_console.console.choices import Choices
from ssc_console.console.console import Console
from ssc_console.console.kept import Kept
from ssc_console.console.tones import RATE, samples
from ssc_console.desk.board import Choose, Line
from ssc_console.desk.chosen_keys import checked, in_force
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.settings_board import SettingsBoard
from ssc_console.desk.store import Forgetful
from ssc_console.look import mode_look, theme
from ssc_console.session import Session
from ssc_console.settings.file import read
from ssc_console.settings.values import Settings
from ssc_console.show.commands import Advance, Reset, Start
from ssc_console.show.figures import Phase
from ssc_console.show.instants import ShowInstant
from ssc_console.show.value import replace
from tests.show.playbook import instant
from tests.staged import usual


class Desk:
    """A console with settings of its own."""

    def __init__(self, qtbot: QtBot, path: Path, rest: Forgetful | None = None) -> None:
        self.path = path
        self.kept = Kept(path, rest or Forgetful())
        self.clock = ScriptedClock(ShowInstant(instant("10:29:00")))
        self.show = Session(usual(), self.clock, by="desk")
        self.milliseconds = 0
        self.console = Console(
            self.show,
            theme.load(self.kept.settings.theme),
            self.clock,
            mode_look.LIVE,
            None,
            self.kept,
            elapsed=lambda: self.milliseconds,
        )
        qtbot.addWidget(self.console.desk, before_close_func=lambda _: self.choices._stop())
        self.console.open()
        self.choices = Choices(self.console, self.kept)
        self.qtbot = qtbot

    def board(self) -> SettingsBoard:
        if self.console.desk.dock.panel is None:
            self.console.desk.obey(Wish.SETTINGS)
        board = self.console.desk.dock.board
        assert isinstance(board, SettingsBoard)
        return board

    def line(self, name: str) -> Line:
        page = self.board().page(self.show.snapshot())
        return next(line for line in page.lines if line.left == name)

    def choose(self, what: str) -> None:
        self.board()
        self.console.desk.dock._do(Choose(what))

    def trouble(self) -> str:
        trouble = self.console.desk.contents.header.trouble
        return "" if trouble is None else trouble.more


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def desk(qtbot: QtBot, path: Path) -> Iterator[Desk]:
    yield Desk(qtbot, path)
    in_force({})


def test_a_look_that_is_chosen_is_seen_at_once_and_kept(desk: Desk):
    desk.choose("theme")
    assert desk.console.desk.given.theme.name == "light"
    assert read(desk.path).settings.theme == "light"
    desk.qtbot.waitUntil(lambda: desk.console.desk.dock.panel is not None)
    assert desk.line("Look").right == "light"


def test_the_key_for_the_next_look_and_the_panel_are_one_way(desk: Desk):
    desk.console.desk.obey(Wish.LOOK)
    assert read(desk.path).settings.theme == "light"
    desk.console.desk.obey(Wish.LARGER)
    assert read(desk.path).settings.script == 25
    assert desk.line("Size of the script").right == "25"


def test_what_qt_kept_before_there_was_a_file_is_taken_over(qtbot: QtBot, path: Path):
    rest = Forgetful()
    rest.setValue(theme.KEPT_AS, "contrast")
    rest.setValue("desk/script size", "28")
    desk = Desk(qtbot, path, rest)
    assert read(path).settings == Settings(theme="contrast", script=28)
    assert desk.console.desk.contents.live.centre.script.size_shown == 28


def test_sizes_that_are_chosen_are_seen_at_once_and_kept_and_the_panel_stays(desk: Desk):
    desk.show.ask(Start())
    desk.choose("countdown")
    desk.choose("lists")
    page = desk.console.desk.contents.live
    assert page.centre.on_air._grown == 1
    assert page.rundown._painter.sizes.scale == page.cues._painter.sizes.scale == 1.2
    assert read(desk.path).settings == Settings(countdown="large", lists="large")
    assert desk.line("Size of the countdown").right == "large"
    assert desk.console.desk.contents.live is page  # nothing was made anew under the moderator's eyes


def test_sizes_of_last_time_are_there_as_the_desk_opens(qtbot: QtBot, path: Path):
    path.write_text('[look]\ncountdown = "largest"\nlists = "large"\n')
    desk = Desk(qtbot, path)
    assert desk.console.desk.contents.live.centre.on_air._grown == 2
    assert desk.console.desk.contents.before.calls.cues._painter.sizes.scale == 1.2


def test_sizes_that_make_no_sense_are_told_and_as_usual(qtbot: QtBot, path: Path):
    path.write_text('[look]\ncountdown = "gigantic"\nlists = 3\n')
    desk = Desk(qtbot, path)
    assert desk.kept.settings == Settings()
    assert "countdown in [look] is not used: it is one of normal, large, largest" in desk.trouble()
    assert "lists in [look] is not used: it is one of normal, large" in desk.trouble()


def test_thresholds_and_guards_are_the_shows_and_kept_with_its_run(desk: Desk):
    desk.kept.change(replace(desk.kept.settings, warning=90, after_take=0))
    desk.show.ask(Start())
    desk.show.ask(Advance())  # at once
    on_air = desk.show.snapshot().on_air
    assert on_air is not None
    assert on_air.segment.id == "address"
    assert on_air.warning == timedelta(seconds=75)  # a quarter of 5:00
    assert desk.show.history.state.usual.warning == timedelta(seconds=90)
    assert desk.show.history.state.guards.after_take == timedelta(0)


def test_a_new_run_has_them_too(desk: Desk):
    desk.kept.change(replace(desk.kept.settings, warning=90))
    desk.console.ask(Reset(), None)
    desk.qtbot.waitUntil(lambda: desk.show.history.state.usual.warning == timedelta(seconds=90))


def test_usual_settings_leave_no_trace_in_the_run(desk: Desk):
    desk.show.look()
    assert len(desk.show.events) == 1


# ---- keys


def test_a_key_that_is_pressed_for_it_does_it_from_then_on(desk: Desk):
    desk.choose("key hold")
    assert "Press the new key" in desk.board().page(desk.show.snapshot()).note
    QTest.keyClick(
        desk.console.desk, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert key_of(Wish.HOLD) == "Ctrl Alt J"
    shortcuts = [one.toString() for one in desk.console.desk.actions_by_wish[Wish.HOLD].shortcuts()]
    assert shortcuts == ["Ctrl+Alt+J"]
    assert read(desk.path).settings.keys == {"hold": ("Ctrl+Alt+J",)}
    desk.qtbot.waitUntil(lambda: desk.console.desk.dock.panel is not None)
    desk.choose("usual hold")
    assert key_of(Wish.HOLD) == "F8"


def test_a_key_that_does_something_else_is_refused_with_what_it_does(desk: Desk):
    desk.choose("key hold")
    QTest.keyClick(desk.console.desk, Qt.Key.Key_Space)
    assert key_of(Wish.HOLD) == "F8"
    assert (
        "Space does “Do what the large button says” already" in desk.board().page(desk.show.snapshot()).note
    )
    assert desk.show.snapshot().on_air is None


def test_esc_leaves_the_key_as_it_is(desk: Desk):
    desk.choose("key hold")
    QTest.keyClick(desk.console.desk, Qt.Key.Key_Escape)
    assert key_of(Wish.HOLD) == "F8"
    assert desk.console.desk.dock.panel is not None


def test_no_key_is_waited_for_while_the_show_is_on(desk: Desk):
    desk.show.ask(Start())
    assert desk.line("Hold, or go on").acts[0].doing is None


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"hold": ("Space",)}, "Space does “Do what the large button says” already"),
        ({"hold": ("nonsense+",)}, "“nonsense+” is no key"),
        ({"jump high": ("H",)}, "There is no “jump high”"),
        ({"hold": ("H",), "report": ("h",)}, "H does “Hold, or go on” already"),
    ],
)
def test_keys_that_can_not_be_used_are_told(qtbot: QtBot, keys: dict[str, tuple[str, ...]], said: str):
    assert said in checked(keys)[1][0]


def test_two_wishes_may_change_keys_with_each_other(qtbot: QtBot):
    good, problems = checked({"hold": ("F12",), "report": ("F8",)})
    assert problems == ()
    assert good == {"hold": ("F12",), "report": ("F8",)}


# ---- the file


def test_what_is_saved_in_the_file_counts_at_once(desk: Desk):
    desk.path.write_text('[look]\ntheme = "contrast"\n[keys]\nhold = ["Ctrl+Alt+H"]\n')
    desk.choices.watch.look()
    desk.qtbot.waitUntil(lambda: desk.console.desk.given.theme.name == "contrast", timeout=10_000)
    assert key_of(Wish.HOLD) == "Ctrl Alt H"


def test_a_mistake_in_the_file_is_told_and_what_was_so_stays(desk: Desk):
    desk.choose("theme")
    desk.path.write_text("[look")
    desk.choices.watch.look()
    desk.qtbot.waitUntil(lambda: "can't be understood" in desk.trouble(), timeout=10_000)
    assert desk.console.desk.given.theme.name == "light"


def test_rubbish_that_is_there_when_the_console_opens_is_set_aside_and_that_is_said(qtbot: QtBot, path: Path):
    path.write_bytes(b"\x00\xff rubbish")
    desk = Desk(qtbot, path)
    assert desk.kept.settings == Settings()
    assert "It is kept as settings.toml.bad-1; the usual settings count." in desk.trouble()
    assert path.with_name("settings.toml.bad-1").read_bytes() == b"\x00\xff rubbish"
    with qtbot.waitSignal(desk.choices.watch.read, timeout=10_000):
        pass  # the file that is no longer there has been looked at, too
    assert "the usual settings count" in desk.trouble()


def test_a_choice_that_can_not_be_kept_counts_and_that_is_said(qtbot: QtBot, tmp_path: Path):
    (tmp_path / "file").write_text("")
    desk = Desk(qtbot, tmp_path / "file" / "settings.toml")
    desk.choose("theme")
    assert desk.console.desk.given.theme.name == "light"
    qtbot.waitUntil(lambda: desk.console.desk.dock.panel is not None)
    assert "can't be kept" in desk.board().page(desk.show.snapshot()).note


def test_the_password_is_never_shown(desk: Desk):
    desk.kept.change(replace(desk.kept.settings, obs_password="hush"))
    assert "hush" not in str(desk.board().page(desk.show.snapshot()))


# ---- tones


def test_tones_are_soft_begin_and_end_at_nothing_and_count_the_phase(qtbot: QtBot):
    for phase, count in ((Phase.WARNING, 1), (Phase.WRAP_UP, 2), (Phase.OVERRUN, 3)):
        waves = memoryview(samples(phase)).cast("h").tolist()
        assert len(waves) == round(RATE * 0.18) * count + round(RATE * 0.09) * (count - 1)
        assert max(map(abs, waves)) <= 0.125 * 32_768
        assert waves[0] == 0
        assert abs(waves[-1]) < 50
    assert samples(Phase.NORMAL) == b""


def test_what_sounds_is_not_loaded_unless_it_is_wanted(tmp_path: Path):
    program = (
        "import sys, ssc_console.app.live, ssc_console.console.choices, ssc_console.console.kept, "
        "ssc_console.desk.settings_board; sys.exit('PySide6.QtMultimedia' in sys.modules)"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], check=False, env=environment)
    assert done.returncode == 0
