"""A replay on the desk: paused, scrubbed, and never changed."""

from itertools import count

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ssc_console.console.console import Console
from ssc_console.console.replaying import LEAD_IN, Replaying
from ssc_console.desk.all_keys import AllKeys
from ssc_console.desk.keys import Key, Wish
from ssc_console.desk.menu import make_menu
from ssc_console.journal.run import KeptRun
from ssc_console.look import mode_look, theme
from ssc_console.show.figures import Status
from tests.journal.runs import describe, ended
from tests.show.playbook import instant


@pytest.fixture
def replaying(qtbot: QtBot) -> tuple[Replaying, Console]:
    events = ended()
    made = Replaying(KeptRun(name="L7", info=describe(events[0]), events=events), 1)
    fingers = count(0, 5_000)
    console = Console(
        made.show,
        theme.load("dark"),
        made.clock,
        mode_look.REPLAY,
        made.knobs,
        elapsed=lambda: next(fingers),
    )
    qtbot.addWidget(console.desk)
    made.steer(console)
    with qtbot.waitExposed(console.desk):
        console.open()
    console.desk.activateWindow()
    qtbot.waitUntil(console.desk.isActiveWindow)
    return made, console


def test_it_begins_a_little_before_the_first_thing_that_a_person_did(replaying: tuple[Replaying, Console]):
    made, _ = replaying
    assert instant("10:30:00") - LEAD_IN <= made.clock.now() < instant("10:29:59")


def test_space_pauses_it_and_lets_it_run_again(replaying: tuple[Replaying, Console]):
    made, console = replaying
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert made.knobs.paused
    QTest.keyClick(console.desk, Qt.Key.Key_Space)
    assert not made.knobs.paused


def test_there_is_no_button_for_what_nobody_can_do(replaying: tuple[Replaying, Console]):
    made, console = replaying
    made.knobs.pause()
    strip = console.desk.contents.live.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 8, 20))
    contents = console.desk.contents
    assert console.session.snapshot().status is Status.ON_AIR
    assert [button for button in contents.bottom.buttons.values() if button.isVisible()] == []
    assert not contents.bottom.undo.isVisible()
    assert not contents.bottom.message.isVisible()
    assert not contents.live.cues._painter.acts


def test_the_strip_is_scrubbed_with_the_mouse(replaying: tuple[Replaying, Console]):
    made, console = replaying
    made.knobs.pause()
    strip = console.desk.contents.live.strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 8, 20))
    shown = console.session.snapshot()
    assert shown.status is Status.ON_AIR
    assert instant("10:30:00") < shown.now < instant("10:47:12")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(21, 20))
    assert console.session.snapshot().now < shown.now


def test_the_arrows_move_ten_seconds(replaying: tuple[Replaying, Console]):
    made, console = replaying
    made.knobs.pause()
    made.knobs.jump_to(made.clock.now() + LEAD_IN * 6)
    before = made.clock.now()
    QTest.keyClick(console.desk, Qt.Key.Key_Left)
    assert before - made.clock.now() == LEAD_IN
    QTest.keyClick(console.desk, Qt.Key.Key_Right)
    assert made.clock.now() == before


def test_nothing_of_it_can_be_changed(replaying: tuple[Replaying, Console]):
    made, console = replaying
    before = made.show.events
    QTest.keyClick(console.desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(console.desk, Qt.Key.Key_F8)
    assert "replay of L7" in console.desk.contents.bottom.big.refusal
    assert made.show.events == before


def test_at_its_end_it_shows_how_the_run_went_and_goes_back_from_there(replaying: tuple[Replaying, Console]):
    made, console = replaying
    made.knobs.pause()
    made.knobs.jump_to(made.show.events[-1].at)
    contents = console.desk.contents
    assert contents.after.isVisible()
    assert "Segments: planned against real" in contents.after.view.accessibleDescription()
    strip = contents.after.strip
    assert strip is not None
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() // 8, 20))
    assert console.session.snapshot().status is Status.ON_AIR
    assert contents.live.isVisible()


def test_a_strip_that_is_dragged_past_the_end_stays_in_the_hand(replaying: tuple[Replaying, Console]):
    made, console = replaying
    made.knobs.pause()
    contents = console.desk.contents
    strip = contents.live.strip
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    QTest.mouseMove(strip, QPoint(strip.width() - 22, 20))
    assert contents.live.isVisible()
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 22, 20))
    assert console.session.snapshot().status is Status.ENDED
    assert contents.after.isVisible()


def test_its_page_of_keys_lists_those_that_count_in_it(replaying: tuple[Replaying, Console]):
    _, console = replaying
    desk = console.desk
    QTest.keyClick(desk, Qt.Key.Key_F1)
    page = desk.findChild(AllKeys)
    assert page is not None
    listed = {entry.wish for column in page.columns() for entry in column if isinstance(entry, Key)}
    assert {Wish.PRESS, Wish.ON, Wish.FASTER, Wish.REPORT, Wish.DISPLAY, Wish.ALL_KEYS} <= listed
    assert not listed & {Wish.GO, Wish.HOLD, Wish.UNDO, Wish.TAKE, Wish.MESSAGE, Wish.CHECK, Wish.PROGRAMME}
    assert "Hold" not in page.accessibleDescription()


def test_its_menu_offers_nothing_that_nobody_can_do(replaying: tuple[Replaying, Console]):
    _, console = replaying
    desk = console.desk
    menu = make_menu(desk, desk.actions_by_wish, Status.ON_AIR, desk.counts)
    entries = {
        entry.text().partition("\t")[0]: entry.isEnabled()
        for part in menu.findChildren(QMenu)
        for entry in part.actions()
    }
    assert (entries["Hold, or go on"], entries["Undo"], entries["Report of this run, in the browser"]) == (
        False,
        False,
        True,
    )
