"""Texts in the size that a person has chosen: larger, whole, and steady while they count."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.clock import elapsed_milliseconds
from ssc_console.desk.desk import Desk
from ssc_console.desk.live_page import LivePage
from ssc_console.desk.sizes import COUNTDOWN_KEPT_AS, LISTS_KEPT_AS, Sizes, kept_sizes, side_columns
from ssc_console.desk.store import Forgetful
from ssc_console.settings.values import COUNTDOWN_SIZES, LIST_SIZES
from ssc_console.show.commands import Hold, Start
from tests.desk.evening import given
from tests.staged import Stage

WINDOWS = [(1024, 640), (1280, 720), (1440, 900), (1920, 1080), (2560, 1440)]
ALL_SIZES = [Sizes(countdown, lists) for countdown in COUNTDOWN_SIZES for lists in LIST_SIZES]


def opened(qtbot: QtBot, window: tuple[int, int], sizes: Sizes) -> tuple[Desk, LivePage]:
    desk = Desk(lambda *_: None, given(elapsed=elapsed_milliseconds))
    qtbot.addWidget(desk, before_close_func=Desk.let_go)
    desk.resize(*window)
    desk.set_sizes(sizes)
    return desk, desk.contents.live


def digits_high(page: LivePage) -> float:
    return page.centre.on_air.digits._cells[0].height()


@pytest.mark.parametrize("window", WINDOWS[1:])
def test_each_size_of_the_countdown_is_larger_than_the_one_before(qtbot: QtBot, window: tuple[int, int]):
    high = []
    for countdown in COUNTDOWN_SIZES:
        desk, page = opened(qtbot, window, Sizes(countdown))
        desk.present(Stage().do(Start()).at("-29:30").seen)
        desk.grab()
        high.append(digits_high(page))
    assert all(after > before for before, after in pairwise(high))


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("sizes", ALL_SIZES)
def test_nothing_of_what_is_on_air_is_cut_or_covered(qtbot: QtBot, window: tuple[int, int], sizes: Sizes):
    desk, page = opened(qtbot, window, sizes)
    desk.present(Stage().do(Start()).at("-29:30").do(Hold()).seen)
    desk.grab()
    on_air, script = page.centre.on_air, page.centre.script
    parts = [on_air.heading, on_air.digits, on_air.phase, on_air.bar]
    for part in parts:
        assert on_air.rect().contains(part.geometry())
    for one, other in ((a, b) for a in parts for b in parts if a is not b):
        assert not one.geometry().intersects(other.geometry())
    assert on_air.digits.right_edge() <= on_air.digits.width()
    assert script.height() >= 90
    assert page.rect().contains(page.cues.geometry())
    assert page.rundown.geometry().right() < page.centre.x()
    assert page.centre.geometry().right() < page.cues.x()


@pytest.mark.parametrize("sizes", ALL_SIZES)
def test_a_countdown_of_any_size_stands_still_while_it_counts(qtbot: QtBot, sizes: Sizes):
    desk, page = opened(qtbot, (1280, 720), sizes)
    stage = Stage().do(Start())
    desk.present(stage.seen)
    desk.grab()
    seen = set()
    for second in range(59, 20, -3):
        desk.present(stage.at(f"-29:{second}").seen)
        seen.add((page.centre.on_air.digits.geometry().getRect(), page.centre.on_air.phase.pos().toTuple()))
    assert len(seen) == 1


@pytest.mark.parametrize("sizes", ALL_SIZES)
@pytest.mark.parametrize("wide", [1024, 1100, 1280, 1440, 1920, 3840])
def test_the_columns_never_meet_and_are_never_narrower_than_they_can_be(wide: int, sizes: Sizes):
    left, right = side_columns(wide, sizes)
    assert left >= 330
    assert right >= 286
    assert wide - left - right >= 400


def test_large_rows_are_as_high_as_their_texts_and_small_again_when_that_is_chosen(qtbot: QtBot):
    desk, page = opened(qtbot, (1440, 900), Sizes())
    desk.present(Stage().do(Start()).seen)
    desk.grab()
    cues = page.cues.visualRect(page.cues.model().index(0, 0)).height()
    assert [page.rundown.rowHeight(row) for row in range(3)] == [28, 42, 42]
    desk.set_sizes(Sizes(lists="large"))
    desk.grab()
    assert [page.rundown.rowHeight(row) for row in range(3)] == [34, 50, 50]
    assert page.cues.visualRect(page.cues.model().index(0, 0)).height() > cues
    desk.set_sizes(Sizes())
    desk.grab()
    assert [page.rundown.rowHeight(row) for row in range(3)] == [28, 42, 42]
    assert page.cues.visualRect(page.cues.model().index(0, 0)).height() == cues


def test_a_desk_in_another_look_has_the_same_sizes(qtbot: QtBot):
    desk, _ = opened(qtbot, (1440, 900), Sizes("largest", "large"))
    desk.present(Stage().do(Start()).seen)
    desk.set_look("light")
    assert desk.contents.live.centre.on_air._grown == 2
    assert desk.contents.live.rundown._painter.sizes.scale == 1.2


def test_what_is_remembered_and_makes_no_sense_is_as_usual():
    store = Forgetful()
    for rubbish in (None, 7, "gigantic", b"large", ["large"]):
        store.setValue(COUNTDOWN_KEPT_AS, rubbish)
        store.setValue(LISTS_KEPT_AS, rubbish)
        assert kept_sizes(store) == Sizes()
