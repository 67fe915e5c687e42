"""The parts put together: the one timer, the desk, the speaker display, and pictures."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ssc_console.agenda.loading import load
from ssc_console.cli import run
from ssc_console.clock import SimulatedClock
from ssc_console.console.console import IN_A_CORNER, Console
from ssc_console.console.ticker import Knobs
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import mode_look, theme
from ssc_console.picture import paint
from ssc_console.resources import default_agenda
from ssc_console.script import parse
from ssc_console.session import Session
from ssc_console.show.commands import Start
from ssc_console.show.figures import Status
from ssc_console.show.instants import ShowInstant
from ssc_console.simulate import perform
from tests.show.playbook import instant


class Hands:
    """Seconds that the test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def console(qtbot: QtBot, hands: Hands) -> Console:
    clock = SimulatedClock(ShowInstant(instant("10:29:00")), 4, hands)
    controls = Knobs(clock)
    rundown = load(default_agenda()).rundown
    assert rundown is not None
    show = Session(rundown, clock, by="desk")
    made = Console(
        show,
        theme.load("dark"),
        clock,
        mode_look.REHEARSAL,
        controls,
        elapsed=lambda: int(hands.seconds * 1000),
    )
    qtbot.addWidget(made.desk)
    made.open()
    return made


def test_space_starts_the_show(console: Console, hands: Hands, qtbot: QtBot):
    console.desk.activateWindow()
    qtbot.waitUntil(console.desk.isActiveWindow)
    console.desk.grab()
    hands.seconds += 1
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert console.session.snapshot().status is Status.ON_AIR


def test_the_one_timer_waits_for_the_next_digit_in_real_time(console: Console, hands: Hands):
    console.ticker.look()
    assert console.ticker.waits_for == timedelta(milliseconds=250)
    hands.seconds += 0.2
    console.ticker.wait()
    assert console.ticker.waits_for == timedelta(milliseconds=50)


def test_what_was_commanded_is_painted_before_the_next_wake_is_worked_out(
    console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    next_change = console.session.next_change

    def asks() -> ShowInstant:
        asked.append("wake")
        return next_change()

    monkeypatch.setattr(console.session, "next_change", asks)
    console.ask(Start(), None)
    assert asked == []
    QCoreApplication.sendPostedEvents()  # Qt paints among these
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["wake"])
    assert console.ticker.waits_for is not None


def test_a_loop_that_never_comes_to_rest_still_wakes_the_show(console: Console):
    console.ticker.look()
    console.ask(Start(), None)
    timers = console.ticker.findChildren(QTimer)
    assert [each.interval() for each in timers if each.timerType() is Qt.TimerType.PreciseTimer] == [250]
    assert all(each.isActive() for each in timers)


def test_a_paused_clock_needs_no_timer(console: Console):
    console.desk.obey(Wish.PAUSE)
    assert console.ticker.waits_for is None


def test_the_speaker_display_shows_the_same_show_and_can_go_black(console: Console, qtbot: QtBot):
    console.toggle_speaker()
    qtbot.addWidget(console.speaker)
    assert console.speaker.isVisible()
    console.toggle_blackout()
    assert console.speaker.black
    console.toggle_speaker()
    assert not console.speaker.isVisible()


def closed_by_its_button(window: QWidget) -> bool:
    """Close it as the system does, at its own button or by Alt+F4; whether it is gone."""
    QCoreApplication.sendEvent(window.windowHandle(), QCloseEvent())
    return not window.isVisible()


def test_while_the_show_is_on_no_slip_takes_the_speaker_display_away_and_the_desk_says_what_does(
    console: Console, qtbot: QtBot
):
    console.toggle_speaker()
    speaker = console.speaker
    qtbot.addWidget(speaker)
    assert closed_by_its_button(speaker)
    console.toggle_speaker()
    console.ask(Start(), None)
    assert not closed_by_its_button(speaker)
    said = console.desk.contents.bottom.big.refusal
    assert said == f"Speakers go by the speaker display: it stays open. {key_of(Wish.DISPLAY)} closes it."
    console.toggle_speaker()
    assert not speaker.isVisible()
    console.toggle_speaker()
    console.let_go()  # a logout
    assert closed_by_its_button(speaker)


def test_the_speaker_display_closes_with_the_desk_in_the_middle_of_a_show(console: Console, qtbot: QtBot):
    console.toggle_speaker()
    console.ask(Start(), None)
    console.close_displays()
    assert not console.speaker.isVisible()


def test_on_the_only_monitor_the_speaker_display_is_small_and_leaves_the_desk_the_keyboard(
    console: Console, qtbot: QtBot
):
    console.desk.show()
    qtbot.addWidget(console.speaker)
    console.toggle_speaker()
    assert console.speaker.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not console.speaker.isFullScreen()
    assert (console.speaker.width(), console.speaker.height()) == IN_A_CORNER
    assert "is open behind the desk" in console.desk.contents.bottom.big.refusal
    assert console.desk.isActiveWindow()


def test_when_another_window_of_the_console_has_the_keyboard_the_desk_says_so(console: Console, qtbot: QtBot):
    """As on systems that give a display the keyboard at a click, whatever it asks for."""
    console.desk.show()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: console.desk.dock.says_elsewhere)
    console.desk.take_keyboard()
    qtbot.waitUntil(lambda: not console.desk.dock.says_elsewhere)


@pytest.mark.parametrize(
    ("screen", "size", "scale"),
    [("desk", (1280, 720), 2.0), ("speaker", (640, 360), 1.0), ("programme", (640, 360), 2.0)],
)
def test_a_picture_has_the_size_that_was_asked_for(
    screen: str, size: tuple[int, int], scale: float, tmp_path: Path, qtbot: QtBot
):
    loaded = load(default_agenda())
    assert loaded.rundown is not None
    lines, _ = parse("10:29:00 read\n10:30:00 start\n10:31:00 read\n")
    performance = perform(loaded.rundown, lines)
    image = QImage.fromData(paint(loaded, performance, screen, size, scale, "light", str(tmp_path), "png"))
    assert (image.width(), image.height()) == (round(size[0] * scale), round(size[1] * scale))
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 20
    )


def test_of_a_kind_of_picture_that_nobody_knows_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, script = tmp_path / "screen.nothing", tmp_path / "script.txt"
    kept.write_text("the one of yesterday")
    script.write_text("10:29:00 read\n")
    assert run(["picture", "--script", str(script), "--screen", "speaker", "-o", str(kept)]) == 1
    assert "no such kind of picture. End the name in .png." in capsys.readouterr().err
    assert kept.read_text() == "the one of yesterday"


def test_seconds_that_only_count_move_every_screen_and_nothing_fails(
    console: Console, hands: Hands, caplog: pytest.LogCaptureFixture
):
    console.desk.activateWindow()
    console.ask(Start(), None)
    console.desk.grab()  # rows are worked out when they are painted
    live = console.desk.contents.live
    shown = []
    for _ in range(12):
        hands.seconds += 0.25  # a second of the show, at ×4
        console.ticker.look()
        on_air = console.session.snapshot().on_air
        assert on_air is not None
        row = live.rundown._model._faces[on_air.segment.id]
        assert row.end == live.centre.on_air.digits.text
        shown.append(row.end)
    assert len(set(shown)) == 12
    assert caplog.records == []
