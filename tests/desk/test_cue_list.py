"""The cue list: what its rows say, in which order, and when that order may change."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ssc_console.desk.cue_list import REFUSAL_STAYS, CueList
from ssc_console.desk.cue_model import AT_ONCE, FOLD
from ssc_console.desk.cue_order import ACKNOWLEDGED, REACTION, STILL, SteadyOrder
from ssc_console.desk.cue_rows import Act, CueFace, face, spoken, tip, when
from ssc_console.look import theme
from ssc_console.look.shapes import Shape
from ssc_console.show.commands import Advance, Dismiss, Go, Rearm, SeenCue, Standby, Start, Take, TestCue
from ssc_console.show.figures import CueState
from ssc_console.show.rundown import Cue, Moment, Segment
from tests.staged import Stage, an_hour, many, minutes


class Clock:
    """Milliseconds that the test sets."""

    def __init__(self) -> None:
        self.now = 100_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cues(qtbot: QtBot, clock: Clock) -> CueList:
    widget = CueList(theme.load("dark"), clock)
    qtbot.addWidget(widget)
    widget.resize(320, 500)
    widget.show()
    return widget


def said(stage: Stage, cue: str) -> CueFace:
    return face(stage.seen, cue)


def shown(cues: CueList) -> list[str]:
    return [cues._model.line(row) for row in range(cues._model.rowCount())]


def place(cues: CueList, cue: str, act: Act | None = None) -> QPoint:
    """Where a cue, or one of its buttons, is."""
    QApplication.processEvents()
    rect = cues.visualRect(cues._model.index(shown(cues).index(cue)))
    if act is None:
        return QPoint(rect.x() + 20, rect.y() + 20)
    return cues._painter.buttons(QRectF(rect), cues._model.face(cue))[act].center().toPoint()


def point(cues: CueList, at: QPoint) -> None:
    cues._point(at)


def pressed(cues: CueList) -> list[tuple[object, object]]:
    found: list[tuple[object, object]] = []
    cues.commanded.connect(lambda command, seen: found.append((command, seen)))
    return found


def later(cues: CueList, clock: Clock, stage: Stage) -> None:
    """What was done has been acknowledged."""
    clock.now += ACKNOWLEDGED
    cues._fade()
    cues.present(stage.seen)


# ---- what a row says


def test_a_cue_far_off_has_a_time_of_day_a_near_one_counts_down() -> None:
    stage = Stage()
    assert said(stage.at("-15:00"), "show/recording").badge == "at 10:29"
    assert said(stage.at("-5:00"), "show/recording").badge == "in 4 min"


def test_standby_comes_by_itself_and_says_how_soon() -> None:
    ready = said(Stage().at("-1:08"), "show/recording")
    assert (ready.state, ready.badge, ready.badge_shape) == (CueState.STANDBY, "STANDBY", Shape.HALF_DISC)
    assert ready.detail == "to tech · in 0:08 · of the show"


def test_a_due_cue_counts_up_and_does_not_go_away() -> None:
    stage = Stage()
    assert said(stage.at("-0:48"), "show/recording").badge == "DUE 0:12"
    assert said(stage.at("20:00"), "show/recording").badge == "DUE 21 min"


def test_what_fires_by_itself_says_so() -> None:
    auto = Cue(id="a/1", segment="a", moment=Moment.END, do=("lower third off",), auto=True)
    stage = Stage(an_hour(Segment(id="a", title="Talk", duration=minutes("1:00"), cues=(auto,))))
    stage.at("0:00").do(Start())
    assert said(stage, "a/1").title == "Lower third off"
    assert said(stage.at("0:20"), "a/1").detail == "by itself · Talk"
    stage.do(Standby("a/1"))
    assert "by itself" in said(stage, "a/1").detail


def test_a_finished_cue_says_when_and_who() -> None:
    stage = Stage().at("-0:50").do(Go("show/recording"))
    done = said(stage, "show/recording")
    assert (done.badge, done.badge_shape) == ("10:29:10", Shape.CHECK)
    assert done.detail.startswith("by desk")
    stage.do(Dismiss("address/name"), by="web")
    assert said(stage, "address/name").detail.startswith("by web")


def test_a_cue_says_what_it_hangs_on() -> None:
    stage = Stage()
    assert when(stage.seen.cue("video/ask").cue) == "1:00 before start"
    assert when(stage.seen.cue("address/name").cue) == "when the speaker’s clock begins"
    assert "1:00 before start of the show" in tip(stage.seen, "show/recording")


def test_a_cue_is_spoken_as_a_sentence() -> None:
    assert (
        spoken(said(Stage().at("-0:48"), "show/recording"))
        == "Recording on?, due 0:12, to tech · of the show"
    )


def test_before_the_show_a_cue_can_be_tested() -> None:
    stage = Stage()
    assert Act.TEST in said(stage, "address/name").acts
    assert Act.TEST not in said(stage.at("0:00").do(Start()), "address/name").acts


# ---- the order


def test_the_next_to_act_on_stands_at_the_top(cues: CueList) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    assert shown(cues)[:2] == ["show/recording", "address/name"]
    assert cues.first_cue() == SeenCue("show/recording", "due")


def test_what_is_done_goes_below_and_can_be_unfolded_and_rearmed(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    cues.present(stage.do(Go("show/recording")).seen)
    later(cues, clock, stage)
    assert shown(cues)[-1] == FOLD
    QTest.mouseClick(cues.viewport(), Qt.MouseButton.LeftButton, pos=place(cues, FOLD))
    assert shown(cues)[-2:] == [FOLD, "show/recording"]
    clock.now += 1000
    asked = pressed(cues)
    point(cues, place(cues, "show/recording"))
    at = place(cues, "show/recording", Act.REARM)
    QTest.mouseClick(cues.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [(Rearm("show/recording"), SeenCue("show/recording", "done"))]


@pytest.mark.parametrize("command", [Go, Dismiss])
def test_what_is_done_or_dismissed_is_acknowledged_where_it_stood_and_then_leaves(
    cues: CueList, clock: Clock, command: type[Go] | type[Dismiss]
) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    before = shown(cues)
    cues.present(stage.do(command("show/recording")).seen)
    clock.now += ACKNOWLEDGED - 1
    cues.present(stage.seen)
    assert shown(cues)[: len(before)] == before
    assert cues._painter._freshness(cues._model.face("show/recording")) > 0
    assert cues.first_cue() == SeenCue("address/name", "pending")  # the key means the next one already
    clock.now += 1
    cues._fade()
    assert shown(cues) == [*before[1:], FOLD]


def test_what_is_rearmed_while_it_is_acknowledged_stands_where_it_falls_due(
    cues: CueList, clock: Clock
) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    before = shown(cues)
    cues.present(stage.do(Go("show/recording")).seen)
    cues.present(stage.do(Rearm("show/recording")).seen)
    assert shown(cues) == before
    assert cues._painter._freshness(cues._model.face("show/recording")) == 0


def test_the_order_stands_while_the_pointer_is_over_a_cue(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("0:00").do(Start())
    cues.present(stage.seen)
    before = shown(cues)
    point(cues, place(cues, before[1]))
    stage.at("0:10").do(Go(before[0]))
    cues.present(stage.seen)
    assert shown(cues)[: len(before)] == before
    assert cues._model.face(before[0]).state is CueState.DONE
    point(cues, QPoint(-5, -5))
    later(cues, clock, stage)
    assert shown(cues)[0] == before[1]


def test_a_pointer_that_was_left_lying_keeps_nothing_from_the_top(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("0:00").do(Start())
    cues.present(stage.seen)
    before = shown(cues)
    point(cues, place(cues, before[0]))
    stage.at("0:10").do(Go(before[0]))
    clock.now += STILL - 1
    cues.present(stage.seen)
    assert shown(cues)[0] == before[0]
    clock.now += 1
    cues.present(stage.seen)
    later(cues, clock, stage)
    assert shown(cues)[0] == before[1]


def test_the_order_stands_between_down_and_up_however_long(clock: Clock) -> None:
    order = SteadyOrder(clock)
    order.arrange(("a", "b"))
    order.press()
    clock.now += 60_000
    assert order.arrange(("b", "a", "c")) == ("a", "b", "c")
    order.release()
    assert order.arrange(("b", "a", "c")) == ("b", "a", "c")


def test_a_press_right_after_the_order_changed_is_refused_where_the_eye_is(
    cues: CueList, clock: Clock
) -> None:
    stage = Stage().at("0:00").do(Start())
    cues.present(stage.seen)
    first, second = shown(cues)[:2]
    cues.present(stage.at("0:10").do(Go(first)).seen)
    later(cues, clock, stage)
    asked = pressed(cues)
    clock.now += REACTION - 1
    point(cues, place(cues, second))
    QTest.mouseClick(cues.viewport(), Qt.MouseButton.LeftButton, pos=place(cues, second, Act.GO))
    assert asked == []
    assert cues._painter.refusal == (second, "The list has just moved: press again.")
    clock.now += 1
    QTest.mouseClick(cues.viewport(), Qt.MouseButton.LeftButton, pos=place(cues, second, Act.GO))
    assert asked == [(Go(second), SeenCue(second, "pending"))]


def test_a_key_pressed_as_the_first_cue_changes_means_the_one_that_was_seen(
    cues: CueList, clock: Clock
) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    clock.now += 60_000
    cues.present(stage.do(Go("show/recording")).seen)
    clock.now += REACTION - 1
    assert cues.first_cue() == SeenCue("show/recording", "due")
    clock.now += 1
    assert cues.first_cue() == SeenCue("address/name", "pending")


def test_where_nothing_is_left_to_do_there_is_no_first_cue(cues: CueList) -> None:
    stage = Stage(an_hour(Segment(id="a", title="Talk", duration=minutes("1:00"))))
    cues.present(stage.seen)
    assert cues.first_cue() is None
    assert shown(cues) == []
    assert not cues.grab().isNull()


# ---- presses


def test_a_press_carries_the_state_in_which_the_cue_was_painted(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("-1:01")
    cues.present(stage.seen)
    clock.now += 1000
    asked = pressed(cues)
    point(cues, place(cues, "show/recording"))
    at = place(cues, "show/recording", Act.GO)
    QTest.mousePress(cues.viewport(), Qt.MouseButton.LeftButton, pos=at)
    cues.present(stage.at("-0:59").seen)
    QTest.mouseRelease(cues.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [(Go("show/recording"), SeenCue("show/recording", "standby"))]


def test_a_press_that_is_released_elsewhere_does_nothing(cues: CueList, clock: Clock) -> None:
    cues.present(Stage().at("-0:50").seen)
    clock.now += 1000
    asked = pressed(cues)
    at = place(cues, "show/recording", Act.GO)
    QTest.mousePress(cues.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(cues.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 400))
    assert asked == []


def test_keys_act_on_the_selected_cue_once(cues: CueList) -> None:
    cues.present(Stage().at("-0:50").seen)
    cues.setCurrentIndex(cues._model.index(1))
    asked = pressed(cues)
    QTest.keyClick(cues, Qt.Key.Key_Return)
    QTest.keyClick(cues, Qt.Key.Key_Delete)
    seen = SeenCue("address/name", "pending")
    assert asked == [(Go("address/name"), seen), (Dismiss("address/name"), seen)]
    assert cues.chosen_cue() == seen


def test_everything_that_fits_is_in_the_menu(cues: CueList) -> None:
    cues.present(Stage().at("-0:50").seen)
    asked = pressed(cues)
    QTest.mouseClick(cues.viewport(), Qt.MouseButton.LeftButton, pos=place(cues, "address/name"))
    QTest.keyClick(cues, Qt.Key.Key_Menu)
    cues.offer(cues.mapToGlobal(QPoint(5, 5)))
    menu = cues.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Go", "Standby", "Dismiss", "Test"]
    menu.actions()[-1].trigger()
    assert asked == [(TestCue("address/name"), SeenCue("address/name", "pending"))]


def test_a_refusal_is_shown_on_its_cue_for_a_while(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("-0:50")
    cues.present(stage.seen)
    cues.show_refusal("show/recording", "That was done already.")
    cues.present(stage.seen)
    assert cues._painter.refusal is not None
    clock.now += REFUSAL_STAYS
    cues.present(stage.seen)
    assert cues._painter.refusal is None


# ---- what it costs


def test_of_thousands_of_cues_only_the_nearest_are_listed_and_more_as_a_person_scrolls(cues: CueList) -> None:
    cues.present(Stage(many(500)).at("0:00").do(Start()).seen)
    assert len(shown(cues)) == AT_ONCE
    cues._model.fetchMore(cues.rootIndex())
    assert len(shown(cues)) == 2 * AT_ONCE
    assert len(set(shown(cues))) == 2 * AT_ONCE


def test_a_second_paints_only_the_cues_that_count(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("-1:40")
    cues.present(stage.seen)
    QApplication.processEvents()
    cues.grab()
    assert cues._model.present(stage.at("-1:39").seen, range(4)) == {0: True}  # the others are far off
    assert cues._model.present(stage.seen, range(4)) == {}


def test_a_cue_that_moves_keeps_the_selection(cues: CueList, clock: Clock) -> None:
    stage = Stage().at("0:00").do(Start())
    cues.present(stage.seen)
    cues.setCurrentIndex(cues._model.index(2))
    chosen = cues.chosen_cue()
    cues.present(stage.at("0:10").do(Go(shown(cues)[0])).seen)
    assert cues.chosen_cue() == chosen


def test_a_long_text_takes_a_few_lines_and_the_whole_of_it_is_in_the_tooltip(cues: CueList) -> None:
    words = "Share the slides and make sure that the presenter sees the same as everybody else " * 3
    long = Cue(id="a/1", segment="a", moment=Moment.START, say=words)
    stage = Stage(an_hour(Segment(id="a", title="Talk", duration=minutes("1:00"), cues=(long,))))
    cues.present(stage.seen)
    QApplication.processEvents()
    index = cues._model.index(0)
    assert 80 < cues.visualRect(index).height() < 130
    assert words in cues._model.data(index, Qt.ItemDataRole.ToolTipRole)  # type: ignore[operator]


@pytest.mark.parametrize("name", theme.NAMES)
def test_it_can_be_painted_in_every_theme(cues: CueList, name: str) -> None:
    stage = Stage().at("0:00").do(Start()).at("0:20").do(Advance(), Go("show/recording"), Take("remarks"))
    cues.set_theme(theme.load(name))
    cues.present(stage.seen)
    cues._model.fold(folded=False)
    assert not cues.grab().isNull()


def test_a_due_cue_counts_also_where_it_fell_due_while_nobody_saw_the_list(cues: CueList) -> None:
    stage = Stage()
    cues.present(stage.at("-10:00").seen)
    cues.hide()
    cues.present(stage.at("-0:50").do(Standby("video/ask")).seen)
    cues.show()
    for time in ("-0:48", "-0:47"):
        cues.present(stage.at(time).seen)
        assert cues._model.face("show/recording") == said(stage, "show/recording")


def test_due_cues_count_also_where_they_were_scrolled_into_view(cues: CueList) -> None:
    due = tuple(
        Cue(id=f"show/{number}", segment=None, moment=Moment.START, offset=minutes(before), say=f"{number}")
        for number, before in enumerate([*["-3:30"] * (AT_ONCE - 1), "-1:00"])  # only the last in seconds
    )
    stage = Stage(an_hour(Segment(id="a", title="A", duration=minutes("5:00")), cues=due))
    for time in ("-0:50", "-0:49"):
        cues.present(stage.at(time).seen)
        QApplication.processEvents()
    cues.verticalScrollBar().setValue(cues.verticalScrollBar().maximum())
    assert cues.indexAt(QPoint(20, 20)).row() > 0
    for time in ("-0:48", "-0:47"):
        cues.present(stage.at(time).seen)
        assert cues._model.face(due[-1].id) == said(stage, due[-1].id)


def test_the_place_of_a_badge_is_none_of_the_titles(cues: CueList) -> None:
    for at in ("-15:00", "-5:00", "-1:05", "59:30", "90:00"):
        cues.present(Stage().at(at).seen)
        for cue in shown(cues):
            if cue == FOLD:
                continue
            said_there = cues._model.face(cue)
            row = QRectF(0, 0, cues._painter.width, 80)
            title = cues._painter._title(said_there)
            assert 16 + title.width <= cues._painter.badge_place(row, said_there).left()
