"""The strip: where things lie in the hour, and what a second paints."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.desk.strip import Strip
from ssc_console.desk.strip_picture import SIDE
from ssc_console.desk.strip_scale import MOST_BLOCKS, Scale, labels, planned_blocks, real_blocks, scale
from ssc_console.look import theme
from ssc_console.show.commands import Advance, End, Skip, Start
from ssc_console.show.figures import SegmentState
from tests.staged import Stage, at, many


class Watched(Strip):
    """A strip that remembers what it painted."""

    def __init__(self, look: theme.Theme) -> None:
        super().__init__(look)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(QRect(event.rect()))
        super().paintEvent(event)


@pytest.fixture
def strip(qtbot: QtBot) -> Watched:
    widget = Watched(theme.load("dark"))
    qtbot.addWidget(widget)
    widget.resize(1240, 48)
    widget.show()
    return widget


def settle(strip: Watched) -> None:
    QApplication.processEvents()
    strip.painted.clear()


def test_the_strip_reaches_from_the_start_to_the_hard_out() -> None:
    assert scale(Stage().seen) == Scale(at("0:00"), at("60:00"))


def test_an_early_start_is_on_the_strip() -> None:
    assert scale(Stage().at("-2:00").do(Start()).seen).start == at("-2:00")


def test_past_the_hard_out_the_strip_grows_in_steps_of_five_minutes() -> None:
    stage = Stage().at("0:00").do(Start())
    assert scale(stage.at("50:00").seen).end == at("75:00")
    assert scale(stage.at("50:30").seen).end == at("75:00")


def test_each_segment_lies_where_it_was_or_will_be_and_a_skipped_one_nowhere() -> None:
    stage = Stage().at("0:30").do(Start()).at("3:00").do(Advance()).do(Skip("video"))
    found = {block.ids[0]: (block.start, block.end, block.state) for block in real_blocks(stage.seen)}
    assert found["welcome"] == (at("0:30"), at("3:00"), SegmentState.AIRED)
    assert found["address"] == (at("3:00"), at("8:20"), SegmentState.ON_AIR)
    assert found["remarks"] == (at("8:20"), at("13:20"), SegmentState.PENDING)
    assert "video" not in found


def test_thousands_of_items_are_drawn_as_hundreds_that_cover_the_same_time() -> None:
    found = real_blocks(Stage(many(2000)).seen)
    assert len(found) <= MOST_BLOCKS
    assert (found[0].start, found[-1].end) == (at("0:00"), at("2000:00"))
    assert all(one.end == following.start for one, following in pairwise(found))
    assert planned_blocks(Stage(many(2000)).seen)[-1][1] == at("2000:00")


def test_the_labels_are_round_times_of_day_however_long_the_show() -> None:
    hour = Scale(at("0:00"), at("60:00"))
    assert [words for _, words in labels(hour, "Asia/Bangkok", 7)][:3] == ["10:30", "10:40", "10:50"]
    assert [words for _, words in labels(hour, "Asia/Kathmandu", 7)][:2] == ["09:20", "09:30"]


def test_while_time_passes_only_the_surroundings_of_the_now_mark_are_painted(strip: Watched) -> None:
    stage = Stage().at("0:00").do(Start())
    strip.present(stage.at("0:10").seen)
    settle(strip)
    strip.present(stage.at("0:13").seen)
    QApplication.processEvents()
    assert len(strip.painted) == 1
    assert strip.painted[0].width() < 20


def test_a_second_that_moves_nothing_by_a_pixel_paints_nothing(strip: Watched) -> None:
    stage = Stage().at("0:00").do(Start())
    strip.present(stage.at("0:12").seen)
    settle(strip)
    strip.present(stage.at("0:13").seen)  # 1200 pixels for 3600 s: from 4.0 to 4.3
    QApplication.processEvents()
    assert strip.painted == []


def test_an_overrun_moves_what_is_to_come_when_it_has_gained_a_pixel(strip: Watched) -> None:
    stage = Stage().at("0:00").do(Start())
    strip.present(stage.at("2:00").seen)
    settle(strip)
    strip.present(stage.at("2:06").seen)
    QApplication.processEvents()
    assert strip.rect() in strip.painted


def test_a_block_says_which_segment_it_is(strip: Watched) -> None:
    strip.present(Stage().at("0:00").do(Start()).at("1:30").do(Advance()).seen)
    settle(strip)
    strip.grab()
    words, rect = strip._tip(QPoint(SIDE + 60, 20))
    assert words.startswith("Address\nMr Jorge Chediek")
    assert rect.contains(SIDE + 60, 20)
    assert strip._tip(QPoint(strip.width() - 3, 20))[0] == ""


def test_what_goes_past_the_hard_out_is_red(strip: Watched) -> None:
    strip.present(Stage().at("0:00").do(Start()).at("50:00").seen)
    colour = strip.grab().toImage().pixelColor(round(strip._x(scale(strip._snapshot), at("62:00"))), 15)  # type: ignore[arg-type]
    assert colour.red() > 2 * colour.green()


def test_the_verdict_is_there_for_a_screen_reader(strip: Watched) -> None:
    strip.present(Stage().at("0:00").do(Start()).seen)
    assert strip.accessibleDescription() == "It is expected to end at 10:51:54; the hard out is 11:30:00"
    strip.present(Stage().at("0:00").do(Start()).at("0:20").do(End()).seen)
    assert strip.accessibleDescription().startswith("It ended at 10:30:20")


def test_along_a_strip_that_is_many_days_long_no_time_of_day_is_said() -> None:
    years = Scale(at("0:00"), at("9999999:00"))
    assert labels(years, "Asia/Bangkok", 18) == []
    assert labels(Scale(at("0:00"), at("1440:00")), "Asia/Bangkok", 18) != []


def test_an_event_does_not_paint_the_plan_anew(strip: Watched) -> None:
    stage = Stage().at("0:00").do(Start())
    strip.present(stage.seen)
    settle(strip)
    plan = strip._hour.plan
    assert plan is not None
    strip.present(stage.at("1:00").do(Advance()).seen)
    settle(strip)
    assert strip._hour.plan is plan
    strip.resize(900, 48)
    settle(strip)
    assert strip._hour.plan is not plan


def test_second_by_second_now_stands_where_it_would_if_it_were_worked_out_anew(qtbot: QtBot) -> None:
    strip, other = (Strip(theme.load("dark")) for _ in range(2))
    stage = Stage().at("0:00").do(Start())
    for each in (strip, other):
        qtbot.addWidget(each)
        each.resize(900, 48)
        each.present(stage.seen)
    moved = set()
    for second in range(1, 90):
        strip.move_on(stage.at(f"{second // 60}:{second % 60:02}").seen)
        other.present(stage.seen)
        assert strip._now == other._now
        moved.add(strip._now)
    assert len(moved) > 10
    strip.present(stage.at("0:10").seen)  # as in a replay
    strip.move_on(stage.at("0:20").seen)
    other.present(stage.seen)
    assert strip._now == other._now
