"""A live show that was interrupted, and one that another console runs, on the desk."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ssc_console.clock import ClockAnchor, RealClock
from ssc_console.console.console import Console
from ssc_console.console.keeper import Keeper, trouble_of
from ssc_console.console.lookout import Lookout, TakingOver
from ssc_console.console.recovery import Recovery
from ssc_console.console.ticker import Shown
from ssc_console.desk.keys import Wish
from ssc_console.journal.file import connect
from ssc_console.journal.owner import Owner, Ownership, take
from ssc_console.journal.reading import read_run, summaries
from ssc_console.journal.run import LIVE
from ssc_console.journal.store import Store
from ssc_console.journal.writer import Kept
from ssc_console.look import mode_look, theme
from ssc_console.session import Session
from ssc_console.show.commands import Advance, Start
from ssc_console.show.events import GapNoticed
from ssc_console.show.figures import CueState, Status
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant, Stamp
from tests.journal.runs import NOW, describe, events_of, kept, not_ended
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span


class Machine:
    """A computer's clocks, that the test sets."""

    def __init__(self, wall: datetime) -> None:
        self.wall = wall
        self.seconds = 1000.0
        self.boot = "this boot"

    def clock(self) -> RealClock:
        return RealClock(lambda: self.wall, lambda: self.seconds, lambda: self.boot)

    def later(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


def machine_that_was_not_restarted(at: str) -> Machine:
    """The one on which the runs of tests/journal/runs.py were opened, when its clock stood at 5 s."""
    machine = Machine(instant(at) + timedelta(seconds=2))  # the wall was stepped by 2 s in that run
    machine.seconds = 5 + (instant(at) - instant("10:29:00")).total_seconds()
    return machine


def calm() -> Iterator[int]:
    """Milliseconds between presses that nobody takes for a bounce."""
    return count(0, 5_000)


def made(qtbot: QtBot, show: Shown, clock: RealClock) -> Console:
    fingers = calm()
    console = Console(show, theme.load("dark"), clock, mode_look.LIVE, elapsed=lambda: next(fingers))
    qtbot.addWidget(console.desk)
    return console


def opened(qtbot: QtBot, console: Console) -> Console:
    with qtbot.waitExposed(console.desk):
        console.open()
    console.desk.activateWindow()
    qtbot.waitUntil(console.desk.isActiveWindow)
    return console


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return kept(tmp_path / "live.journal", not_ended())


chosen_agendas: list[str | None] = []
"""The files of what was chosen: that of the run, or None for a new one."""


@pytest.fixture(autouse=True)
def _nothing_was_chosen() -> None:
    chosen_agendas.clear()


def recovered(qtbot: QtBot, journal: Path, clock: RealClock) -> tuple[Console, Keeper]:
    run = read_run(journal)
    keeper = Keeper(journal, LIVE, "agenda.yaml", clock)
    recovery = Recovery(run, clock, keeper, "desk")
    console = made(qtbot, recovery.show, clock)
    new = rundown(segment("n"))
    recovery.offer(
        console, lambda: Session(new, clock, by="desk", journal=keeper.journal), chosen_agendas.append
    )
    return opened(qtbot, console), keeper


def test_one_key_goes_on_with_the_same_segment_and_the_right_time(qtbot: QtBot, journal: Path):
    machine = machine_that_was_not_restarted("10:50:00")
    console, keeper = recovered(qtbot, journal, machine.clock())
    shown = console.session.snapshot()
    assert shown.on_air is not None
    assert (shown.on_air.segment.id, shown.on_air.remaining) == ("c", span("10:00"))
    assert chosen_agendas == []
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert chosen_agendas == ["agenda.yaml"]  # the file that it was read from is followed
    gone_on = console.session.snapshot()
    assert gone_on.on_air is not None
    assert (gone_on.on_air.segment.id, gone_on.on_air.remaining) == ("c", span("10:00"))
    assert gone_on.can_undo is not None
    assert gone_on.can_undo.name == "advance"
    assert console.session.events[: len(not_ended())] == not_ended()
    assert isinstance(console.session.events[-1].fact, GapNoticed)
    assert keeper.close() == ""
    assert read_run(journal).events == console.session.events


def test_until_a_person_says_so_nothing_of_it_happens(qtbot: QtBot, journal: Path):
    console, keeper = recovered(qtbot, journal, machine_that_was_not_restarted("10:50:00").clock())
    assert "go on with this show" in (console.ask(Advance(), None) or "")
    assert console.session.events == not_ended()
    keeper.close()


def test_the_other_key_begins_a_new_run_and_the_old_one_is_kept(qtbot: QtBot, journal: Path):
    console, keeper = recovered(qtbot, journal, machine_that_was_not_restarted("10:50:00").clock())
    console.desk.obey(Wish.RESET)
    assert chosen_agendas == [None]
    assert console.session.snapshot().status is Status.BEFORE
    assert console.ask(Start(), None) is None
    assert keeper.close() == ""
    assert [run.events for run in summaries(journal)] == [2, len(not_ended())]


def test_a_cue_that_fell_due_while_the_console_was_down_is_due_and_was_not_fired(
    qtbot: QtBot, tmp_path: Path
):
    show = Playbook(rundown(segment("a", cues=(cue("a/1", "1:00 after start", auto=True),))))
    show.at("10:30:00").do(Start())
    journal = kept(tmp_path / "live.journal", show.history.events)
    machine = machine_that_was_not_restarted("10:33:00")
    console, keeper = recovered(qtbot, journal, machine.clock())
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    row = console.session.snapshot().cue("a/1")
    assert (row.state, row.waits) == (CueState.DUE, True)
    keeper.close()


def test_the_show_clock_goes_on_by_boot_time_whatever_the_wall_was_set_to():
    machine = Machine(instant("03:00:00"))
    machine.seconds = 300.0
    clock = machine.clock()
    clock.go_on(
        ClockAnchor("this boot", timedelta(seconds=5), ShowInstant(instant("10:00:00"))),
        Stamp(ShowInstant(instant("10:01:00")), timedelta()),
    )
    assert clock.now() == instant("10:04:55")


def test_after_a_restart_of_the_machine_it_goes_on_by_the_wall_less_the_steps_that_were_noticed():
    machine = Machine(instant("10:50:02"))
    machine.boot = "another boot"
    clock = machine.clock()
    clock.go_on(
        ClockAnchor("this boot", timedelta(seconds=5), ShowInstant(instant("10:00:00"))),
        Stamp(ShowInstant(instant("10:47:00")), timedelta(seconds=2)),
    )
    assert (clock.now(), clock.wall_offset()) == (instant("10:50:00"), timedelta(seconds=2))
    machine.later(1.5)
    assert clock.now() == instant("10:50:01.500")


def test_it_is_never_behind_what_was_kept():
    machine = Machine(instant("09:00:00"))
    machine.boot = "another boot"
    clock = machine.clock()
    clock.go_on(
        ClockAnchor("this boot", timedelta(seconds=5), ShowInstant(instant("10:00:00"))),
        Stamp(ShowInstant(instant("10:47:00")), timedelta()),
    )
    assert clock.now() == instant("10:47:00")


def test_a_second_console_sees_what_the_first_does_and_takes_over_when_that_is_gone(
    qtbot: QtBot, journal: Path
):
    first = take(journal, NOW)
    assert isinstance(first, Ownership)
    lookout = Lookout(journal)
    console = made(qtbot, lookout.show, lookout.clock)
    ours: list[str] = []
    taking = TakingOver(lookout, console, "desk", ours.append)
    owner = take(journal, NOW)
    assert isinstance(owner, Owner)
    taking.offer(owner)
    opened(qtbot, console)

    other = Keeper(journal, LIVE, "agenda.yaml", lookout.clock)
    run = read_run(journal)
    other.journal.go_on(run.info, run.events)
    running = Session(
        lookout.show.snapshot().rundown,
        lookout.clock,
        by="desk",
        journal=other.journal,
        history=History.of(run.events),
    )
    qtbot.waitUntil(lambda: console.session.events == running.events)

    big = console.desk.contents.bottom.big
    assert big.text() == "Looking on"
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert "still runs it" in big.refusal
    assert ours == []
    other.close()
    first.let_go()
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert "press again" in big.refusal, "what was pressed said that there is nothing to do"
    assert ours == []
    qtbot.waitUntil(lambda: big.text() == "Run the show from here")
    console.desk.grab()
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert isinstance(console.session, Session)
    assert console.desk.windowTitle().endswith("LIVE")
    assert ours == [run.info.agenda]
    taking.close()


@pytest.mark.parametrize("rubbish", [None, b"rubbish " * 1000])
def test_a_show_is_taken_over_though_its_journal_can_be_read_no_more_and_all_that_was_seen_is_kept(
    qtbot: QtBot, journal: Path, rubbish: bytes | None
):
    lookout = Lookout(journal)
    console = made(qtbot, lookout.show, lookout.clock)
    taking = TakingOver(lookout, console, "desk")
    taking.look()
    for file in (journal, *journal.parent.glob(f"{journal.name}-*")):
        file.unlink()
    if rubbish is not None:
        journal.write_bytes(rubbish)
    console.desk.accepted.emit()
    assert isinstance(console.session, Session)
    assert console.session.events[: len(not_ended())] == not_ended()
    assert taking.close() == ""
    assert read_run(journal).events == console.session.events


def test_a_run_that_was_begun_just_before_its_console_went_is_gone_on_with_by_its_own_clock(
    qtbot: QtBot, journal: Path
):
    lookout = Lookout(journal)
    console = made(qtbot, lookout.show, lookout.clock)
    taking = TakingOver(lookout, console, "desk")
    taking.look()
    newer = events_of(Playbook(rundown(segment("n"))).at("10:50:00").do(Start()))
    kept(journal, newer)  # its wall was not stepped; that of the run before was, by two seconds
    console.desk.accepted.emit()
    assert console.session.events[: len(newer)] == newer
    assert abs(lookout.clock.wall_offset()) < span("1")
    taking.close()


LOOKS_ON = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from ssc_console.console.lookout import Lookout
lookout = Lookout(Path(sys.argv[1]))
running = QCoreApplication([])
lookout.watch()
known = len(lookout.show.events)
ending = QTimer(interval=10)
ending.timeout.connect(lambda: len(lookout.show.events) > known and running.quit())
ending.start()
QTimer.singleShot(20_000, running.quit)
print("looks", flush=True)
running.exec()
print(len(lookout.show.events) - known)
"""


def test_a_console_that_is_started_to_look_on_follows_from_then_on(tmp_path: Path):
    # In a process of its own: where there was an application before, anything is watched.
    path, events = tmp_path / "live.journal", not_ended()
    about, store = describe(events[0]), Store(path, lambda: NOW)
    store.put(about, events[:-1], 0)
    command = [sys.executable, "-c", LOOKS_ON, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as looking:
        assert looking.stdout is not None
        assert looking.stdout.readline() == "looks\n"
        store.put(about, events, len(events) - 1)
        assert looking.communicate() == ("1\n", "")
    store.close()


@pytest.mark.parametrize(
    ("kept_", "words"),
    [
        (Kept(), None),
        (Kept(3), "Not kept: slow disk"),
        (Kept(1, "the disk is full"), "Not kept: the disk is full"),
        (Kept(0, "", Path("live.journal.damaged-20200914-104712")), "Journal set aside"),
    ],
)
def test_the_lamp_says_what_is_not_kept_and_why(kept_: Kept, words: str | None):
    trouble = trouble_of(kept_)
    assert (trouble and trouble.words) == words


def test_the_lamp_is_lit_while_the_disk_is_away_and_dark_again_afterwards(qtbot: QtBot, tmp_path: Path):
    place = tmp_path / "runs"
    place.write_text("no folder")
    clock = Machine(instant("10:29:00")).clock()
    keeper = Keeper(place / "live.journal", LIVE, "agenda.yaml", clock)
    show = Session(rundown(segment("a")), clock, by="desk", journal=keeper.journal)
    console = opened(qtbot, made(qtbot, show, clock))
    keeper.show_on(console.desk.show_trouble)
    lamp = console.desk.contents.header.lamp
    qtbot.waitUntil(lambda: lamp.isVisible() and "Not kept" in lamp.accessibleName())
    place.unlink()
    qtbot.waitUntil(lambda: not lamp.isVisible())
    assert keeper.close() == ""


def test_a_slow_disk_is_said_only_if_it_stays_slow(qtbot: QtBot, journal: Path):
    clock = Machine(instant("10:29:00")).clock()
    keeper = Keeper(journal, LIVE, "agenda.yaml", clock)
    said: list[str] = []
    keeper.show_on(lambda trouble: said.append("" if trouble is None else trouble.words))
    show = Session(rundown(segment("a")), clock, by="desk", journal=keeper.journal)
    qtbot.waitUntil(lambda: not keeper.journal.kept.missing)
    other = connect(journal)
    other.execute("BEGIN IMMEDIATE")
    show.ask(Start())
    assert keeper.journal.kept.missing == 1
    assert set(said) == {""}
    qtbot.waitUntil(lambda: said[-1].startswith("Not kept"))
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: said[-1] == "")
    assert keeper.close() == ""


def test_what_can_not_be_kept_to_the_end_is_said(tmp_path: Path):
    place = tmp_path / "runs"
    place.write_text("no folder")
    clock = Machine(instant("10:29:00")).clock()
    keeper = Keeper(place / "live.journal", LIVE, "agenda.yaml", clock)
    session = Session(rundown(segment("a")), clock, by="desk", journal=keeper.journal)
    session.ask(Start())
    lost = keeper.close()
    assert lost.startswith("The last 2 events of the run were not kept: ")


def test_a_window_with_events_in_hand_asks_before_it_closes(qtbot: QtBot, tmp_path: Path):
    clock = Machine(instant("10:29:00")).clock()
    console = opened(qtbot, made(qtbot, Session(rundown(segment("a")), clock, by="desk"), clock))
    console.desk.show_trouble(trouble_of(Kept(3)))
    assert not console.desk.close()
    assert "3 events are not on the disk yet" in console.desk.contents.bottom.big.refusal


def test_a_logout_closes_the_window_of_a_show_that_is_on_air(qtbot: QtBot, tmp_path: Path):
    clock = Machine(instant("10:29:00")).clock()
    console = opened(qtbot, made(qtbot, Session(rundown(segment("a")), clock, by="desk"), clock))
    assert console.ask(Start(), None) is None
    assert not console.desk.close()
    console.desk.let_go()
    assert console.desk.close()
