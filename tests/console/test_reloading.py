"""The agenda's file is saved while the console is open: real files, saved as people and editors do."""

import gc
import os
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.agenda.loading import load
from ssc_console.clock import ScriptedClock
from ssc_console.console import file_watch
from ssc_console.console.console import Console
from ssc_console.console.file_watch import FileWatch
from ssc_console.console.reloading import Reloading
from ssc_console.desk.keys import Wish
from ssc_console.look import mode_look, theme
from ssc_console.session import Session
from ssc_console.show.commands import Advance, End, Insert, Reset, Start, Undo
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import instant

AGENDA = """event:
  title: A show
  date: 2020-09-14
  start: 10:30
  end: 11:30
  timezone: Asia/Bangkok
people:
  p:
    name: Ms P
sessions:
  - title: One
    segments:
      - {title: Welcome, id: welcome, duration: 5:00}
      - {title: Address, id: address, duration: 5:00, speaker: p}
      - {title: Closing, id: closing, duration: 2:00}
"""
LONGER = AGENDA.replace("id: address, duration: 5:00", "id: address, duration: 7:00")
MENDED = LONGER.replace("Closing, id", "Farewell, id")
BROKEN = AGENDA.replace("duration: 2:00", "duration: two minutes")


class Desk:
    """A console that is open on a file."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.path = folder / "agenda.yaml"
        self.path.write_text(AGENDA)
        rundown = load(self.path).rundown
        assert rundown is not None
        self.clock = ScriptedClock(ShowInstant(instant("10:20:00")))
        self.show = Session(rundown, self.clock, by="desk")
        self.console = Console(self.show, theme.load("dark"), self.clock, mode_look.LIVE)
        self.qtbot = qtbot
        qtbot.addWidget(self.console.desk, before_close_func=lambda _: self.reloading._stop())
        self.console.open()
        self.reloading = Reloading(self.console, str(self.path))
        self.at_rest()

    def at_rest(self) -> None:
        """Wait until the file as it is now has been read."""
        self.qtbot.waitUntil(lambda: not self.reloading.watch.changing)

    def save(self, text: str, *, renamed: bool = False) -> None:
        """Save it, and wait until that was read."""
        if renamed:
            other = self.path.with_suffix(".tmp")
            other.write_text(text)
            other.replace(self.path)
        else:
            self.path.write_text(text)
        with self.qtbot.waitSignal(self.reloading.watch.read, timeout=10_000):
            self.reloading.watch.look()

    @property
    def notice(self) -> str:
        told = self.console.desk.dock.notice
        return "" if told is None else told.words

    @property
    def lamp(self) -> str:
        trouble = self.console.desk.contents.header.trouble
        return "" if trouble is None else trouble.words

    def row(self, id_: str) -> timedelta:
        return self.show.snapshot().row(id_).allotted

    def lines(self) -> list[tuple[str, str]]:
        panel = self.console.desk.dock.panel
        assert panel is not None
        assert panel.page is not None
        return [(line.left, line.right) for line in panel.page.lines if not line.heading]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)


MINUTE = timedelta(minutes=1)


# ---- before the show


def test_before_the_show_a_saved_file_is_taken_at_once_and_it_is_said_what_changed(desk: Desk):
    desk.save(LONGER)
    assert desk.row("address") == 7 * MINUTE
    assert desk.notice == "agenda.yaml was saved and is taken: 1 retimed. Undo takes it back."
    assert desk.lamp == ""


def test_what_was_taken_before_the_show_and_is_taken_back_is_only_offered_again(desk: Desk, qtbot: QtBot):
    desk.save(LONGER)
    desk.console.ask(Undo(), None)
    qtbot.waitUntil(lambda: desk.reloading.found is not None and bool(desk.reloading.found.changes))
    desk.console.desk.obey(Wish.TO_SHOW)
    assert desk.row("address") == 5 * MINUTE
    assert desk.lamp == "agenda.yaml has changed"


def test_a_file_that_is_saved_as_it_was_changes_nothing(desk: Desk):
    before = len(desk.show.events)
    desk.save(AGENDA + "# a comment\n")
    assert desk.notice == ""
    assert len(desk.show.events) == before


def test_an_editor_that_renames_is_noticed_like_any_other_and_again_the_next_time(desk: Desk):
    desk.save(LONGER, renamed=True)
    assert desk.row("address") == 7 * MINUTE
    desk.save(AGENDA, renamed=True)
    assert desk.row("address") == 5 * MINUTE


def test_the_system_tells_of_a_change_without_being_asked(desk: Desk, qtbot: QtBot):
    desk.path.write_text(LONGER)
    qtbot.waitUntil(lambda: desk.row("address") == 7 * MINUTE, timeout=10_000)


def test_the_page_before_the_show_says_what_the_file_says_now(desk: Desk):
    desk.save(AGENDA.replace("name: Ms P", "name: Ms P\n  q:\n    name: Mr Q"))
    assert [note.text for note in desk.console.desk.given.notes] == ["Nobody refers to `q`"]


# ---- live


def test_live_the_show_stays_as_it_is_until_a_person_takes_it(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(MENDED)
    assert desk.row("address") == 5 * MINUTE
    assert desk.notice.startswith("agenda.yaml has changed: 1 retimed, 1 reworded.")
    assert desk.lamp == "agenda.yaml has changed"
    desk.console.desk.obey(Wish.RELOAD)
    assert desk.lines() == [("Ms P", "5:00 → 7:00"), ("Farewell", "title")]
    panel = desk.console.desk.dock.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.note.startswith("Ends ")
    assert "→" in panel.page.note
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert desk.row("address") == 7 * MINUTE
    assert desk.show.snapshot().row("closing").segment.title == "Farewell"
    desk.qtbot.waitUntil(lambda: desk.console.desk.dock.panel is None and desk.lamp == "")


def test_one_that_is_not_ticked_is_not_taken_and_not_offered_again_until_the_file_changes(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(MENDED)
    desk.console.desk.obey(Wish.RELOAD)
    panel = desk.console.desk.dock.panel
    assert panel is not None
    QTest.keyClick(panel, Qt.Key.Key_Down)  # the first line
    QTest.keyClick(panel, Qt.Key.Key_Return)  # without it
    assert panel.page is not None
    assert panel.page.main is not None
    assert panel.page.main.words == "Take 1"
    panel.do(panel.page.main.doing)
    assert desk.row("address") == 5 * MINUTE
    assert desk.show.snapshot().row("closing").segment.title == "Farewell"
    desk.qtbot.waitUntil(lambda: desk.console.desk.dock.panel is None and desk.lamp == "")
    assert desk.notice == ""
    desk.save(MENDED + "# again\n")
    assert desk.notice.startswith("agenda.yaml has changed: 1 retimed.")


def test_esc_leaves_it_for_later_and_the_lamp_remembers(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    desk.console.desk.obey(Wish.TO_SHOW)
    assert (desk.notice, desk.lamp) == ("", "agenda.yaml has changed")
    desk.clock.at = ShowInstant(instant("10:34:00"))
    desk.console.ask(Insert("Break", MINUTE, "welcome"), None)
    desk.qtbot.waitUntil(lambda: bool(desk.reloading.found and desk.reloading.found.inserted))
    assert (desk.notice, desk.lamp) == ("", "agenda.yaml has changed")
    desk.console.desk.obey(Wish.RELOAD)
    assert desk.lines() == [("Ms P", "5:00 → 7:00")]


def test_what_was_seen_of_another_file_is_refused(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    desk.console.desk.obey(Wish.RELOAD)
    panel = desk.console.desk.dock.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.main is not None
    doing = panel.page.main.doing
    desk.save(MENDED)
    desk.console.desk.dock._do(doing)  # type: ignore[arg-type]
    assert desk.row("address") == 5 * MINUTE
    assert "has changed again" in desk.console.desk.contents.bottom.big.accessibleDescription()


def test_a_panel_that_is_open_shows_the_file_as_it_was_saved_last(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    desk.console.desk.obey(Wish.RELOAD)
    desk.save(MENDED)
    assert desk.lines() == [("Ms P", "5:00 → 7:00"), ("Farewell", "title")]


def test_the_rows_of_the_rundown_say_what_would_change(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    faces = desk.console.desk.contents.live.rundown._model._notes
    assert faces["address"].word == "→ 7:00"


def test_what_is_on_air_by_the_time_is_told_under_what_stays(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    desk.clock.at = ShowInstant(instant("10:34:00"))
    desk.console.ask(Advance(), None)
    desk.qtbot.waitUntil(lambda: desk.lamp == "")
    desk.console.desk.obey(Wish.RELOAD)
    panel = desk.console.desk.dock.panel
    assert panel is not None
    assert panel.page is not None
    assert panel.page.note == "Nothing of it can be taken as the show stands."
    assert panel.page.main is None


def test_after_the_end_the_file_waits_for_the_next_run(desk: Desk):
    desk.console.ask(Start(), None)
    desk.console.ask(End(), None)
    desk.save(LONGER)
    assert (desk.notice, desk.lamp) == ("", "")
    desk.console.ask(Reset(), None)
    desk.qtbot.waitUntil(lambda: desk.row("address") == 7 * MINUTE)


# ---- what goes wrong


def _deleted(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _garbage(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (_deleted, "agenda.yaml:1:1: There is no such file."),
        (_emptied, "agenda.yaml:1:1: The file is empty."),
        (_a_folder, "agenda.yaml:1:1: This is a folder, not a file."),
        (_garbage, "agenda.yaml:"),
        (_huge, "agenda.yaml:1:1: "),
        (lambda path: path.write_text(BROKEN), "agenda.yaml:15:"),
    ],
)
@pytest.mark.parametrize("live", [False, True])
def test_a_file_that_can_not_be_used_is_never_taken(
    desk: Desk, break_it: Callable[[Path], None], said: str, live: bool
):
    if live:
        desk.console.ask(Start(), None)
    before = desk.show.snapshot().rundown
    break_it(desk.path)
    with desk.qtbot.waitSignal(desk.reloading.watch.read, timeout=20_000):
        desk.reloading.watch.look()
    assert desk.notice.startswith(said)
    assert desk.notice.endswith("The rundown stays as it is.")
    assert desk.lamp == "agenda.yaml has mistakes"
    assert desk.show.snapshot().rundown is before
    desk.console.desk.obey(Wish.RELOAD)
    assert desk.console.desk.dock.panel is None


def test_a_mistake_is_told_in_whole_sentences_with_its_place(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(AGENDA.replace("duration: 2:00", "durration: 2:00"))
    assert desk.notice == (
        "agenda.yaml:15:39: A segment has no key `durration`. Did you mean `duration`? "
        "The rundown stays as it is."
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [("", "There is 1 more mistake."), ("\nx: y\n", "There are 2 more mistakes.")],
)
def test_how_many_more_mistakes_there_are_is_a_sentence_of_its_own(desk: Desk, more: str, told: str):
    desk.console.ask(Start(), None)
    desk.save(BROKEN.replace("speaker: p", "speaker: q") + more)
    assert desk.notice == (
        "agenda.yaml:14:64: `q` is not among the people. Add them to `people:`, under the key `q`. "
        f"{told} The rundown stays as it is."
    )


def test_a_file_with_mistakes_that_is_mended_is_taken(desk: Desk):
    desk.save(BROKEN)
    assert desk.lamp == "agenda.yaml has mistakes"
    desk.save(LONGER)
    assert desk.row("address") == 7 * MINUTE
    assert desk.lamp == ""


def test_mistakes_withdraw_what_was_offered_of_the_file_before(desk: Desk):
    desk.console.ask(Start(), None)
    desk.save(LONGER)
    desk.console.desk.obey(Wish.RELOAD)
    desk.save(BROKEN)
    assert desk.console.desk.dock.panel is None
    assert desk.notice.startswith("agenda.yaml:15:")


def test_a_file_that_is_saved_twenty_times_in_a_row_is_read_when_it_is_at_rest(qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "file"
    texts: list[str] = []
    path.write_text("0")
    watch = FileWatch(str(path), path.read_text)
    with qtbot.waitSignal(watch.read, timeout=10_000):
        pass
    watch.read.connect(texts.append)
    for number in range(20):
        path.write_text("x" * (number + 1))
        watch.look()
        qtbot.wait(20)
    with qtbot.waitSignal(watch.read, timeout=10_000):
        pass
    watch.stop()
    assert texts[-1] == "x" * 20
    assert len(texts) <= 2


def test_a_file_is_not_read_while_it_is_still_being_written(qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "file"
    texts: list[str] = []
    path.write_text("whole")

    def read() -> str:
        text = path.read_text()
        if text == "half":
            path.write_text("half and half")  # it goes on while it is read
        return text

    watch = FileWatch(str(path), read)
    with qtbot.waitSignal(watch.read, timeout=10_000):
        pass
    watch.read.connect(texts.append)
    path.write_text("half")
    with qtbot.waitSignal(watch.read, timeout=10_000):
        watch.look()
    watch.stop()
    assert texts == ["half and half"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a system that tells of every write")
def test_a_file_that_is_saved_twice_within_one_tick_of_its_disk_is_read_twice(qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "file"
    texts: list[str] = []
    path.write_text("6:30")
    os.utime(path, (1, 1))
    watch = FileWatch(str(path), path.read_text)
    with qtbot.waitSignal(watch.read, timeout=10_000):
        pass
    watch.read.connect(texts.append)
    with path.open("r+") as file:
        file.write("6:40")
    os.utime(path, (1, 1))
    with qtbot.waitSignal(watch.read, timeout=10_000):
        pass
    watch.stop()
    assert texts == ["6:40"]


def test_a_watch_goes_where_it_was_made_though_a_thread_is_still_at_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another thread its timers would take the whole console along."""
    is_at_it, may_go_on = threading.Event(), threading.Event()

    def hangs(_: str) -> None:
        is_at_it.set()
        may_go_on.wait()

    monkeypatch.setattr(file_watch, "stamp_of", hangs)
    watch = FileWatch(str(tmp_path / "file"), lambda: None)
    gone: list[threading.Thread] = []
    watch.destroyed.connect(lambda: gone.append(threading.current_thread()))
    assert is_at_it.wait(10)
    watch.stop()
    del watch
    gc.collect()
    may_go_on.set()
    assert gone == [threading.main_thread()]
