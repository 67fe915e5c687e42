"""The rundown: what its rows say, which of them a second touches, and where it scrolls."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ssc_console.desk.row_sizes import HEADER_HEIGHT, ROW_HEIGHT, row_sizes
from ssc_console.desk.rundown_list import RundownList
from ssc_console.desk.rundown_offers import Ask, Question, offers, why_not
from ssc_console.desk.rundown_painter import fitting
from ssc_console.desk.rundown_rows import (
    Header,
    Note,
    Part,
    RowFace,
    Tone,
    changed,
    face,
    lines,
    spoken,
)
from ssc_console.look import theme
from ssc_console.look.shapes import Shape
from ssc_console.look.text import width
from ssc_console.show.commands import (
    Add,
    Advance,
    End,
    Hold,
    Insert,
    Move,
    Retime,
    SeenShow,
    Skip,
    Start,
    Take,
)
from ssc_console.show.figures import SegmentRow
from ssc_console.show.instants import ShowInstant
from ssc_console.show.snapshot import Snapshot
from tests.staged import Stage, many, minutes


@pytest.fixture
def rundown(qtbot: QtBot) -> RundownList:
    widget = RundownList(theme.load("dark"))
    qtbot.addWidget(widget)
    widget.resize(430, 400)
    widget.show()
    return widget


def row(stage: Stage, segment: str) -> RowFace:
    return face(stage.seen, segment)


def touched(rundown: RundownList, stage: Stage) -> list[int]:
    """The rows that are painted again when this is shown."""
    return sorted(rundown._model.present(stage.seen, *rundown._rows_in_view()))


def paint(rundown: RundownList) -> None:
    QApplication.processEvents()
    rundown.grab()


# ---- what a row says


def test_before_the_show_each_row_has_its_planned_start_and_its_length_with_the_intro() -> None:
    address = row(Stage(), "address")
    assert (address.start, address.length, address.end) == ("10:31", "5:20", "")
    assert address.who == "Mr Jorge Chediek · UNOSSC"


def test_an_aired_row_says_when_it_really_began_and_how_much_longer_it_was_than_planned() -> None:
    stage = Stage().at("0:05").do(Start()).at("3:00").do(Advance()).at("10:22").do(Advance())
    address = row(stage, "address")
    assert (address.start, address.end, address.end_tone) == ("10:33", "+2:02", Tone.AMBER)
    assert address.mark is Shape.CHECK
    assert row(stage, "welcome").end == "+1:25"


def test_the_row_on_air_counts_down_in_its_intro_with_all_of_its_time() -> None:
    stage = Stage().at("0:00").do(Start()).at("1:30").do(Advance()).at("1:40")
    assert row(stage, "address").end == "5:00"
    assert row(stage.at("2:00"), "address").end == "4:50"


def test_a_countdown_in_trouble_has_a_shape_as_well_as_a_colour() -> None:
    stage = Stage().at("0:00").do(Start()).at("1:30").do(Advance())
    assert (row(stage.at("5:51"), "address").end_shape, row(stage, "address").end) == (Shape.WARNING, "0:59")
    assert row(stage.at("6:30"), "address").end_shape is Shape.SQUARE
    over = row(stage.at("7:02"), "address")
    assert (over.end, over.overrun, over.end_shape) == ("+0:12", True, Shape.SPENT)


def test_a_held_row_is_marked_as_paused() -> None:
    assert row(Stage().at("0:00").do(Start()).at("0:10").do(Hold()), "welcome").mark is Shape.PAUSE


def test_the_next_row_is_marked_and_a_launch_has_a_star() -> None:
    stage = Stage().at("0:00").do(Start())
    assert row(stage, "address").mark is Shape.PLAY_OPEN
    assert row(stage, "launch").mark is Shape.STAR


def test_a_skipped_row_says_so_in_a_word() -> None:
    stage = Stage().do(Skip("video"))
    assert (row(stage, "video").end, row(stage, "video").mark) == ("skipped", Shape.CROSS)


def test_what_the_show_went_past_says_how_much_was_not_aired() -> None:
    stage = Stage().at("0:00").do(Start()).at("1:30").do(Take("video"))
    assert row(stage, "address").end == "not aired: 5:20"


def test_what_was_inserted_or_retimed_says_so() -> None:
    stage = Stage().do(
        Insert("Technical break", minutes("2:00"), "address"), Retime("remarks", minutes("4:00"))
    )
    assert row(stage, "technical-break").end == "inserted"
    assert row(stage, "technical-break").who == "Inserted"
    assert row(stage, "remarks").end == "−1:00"


def test_a_word_from_the_green_room_stands_beside_who_is_still_to_come() -> None:
    note = Note("not here", Tone.RED, Shape.CROSS)
    assert face(Stage().seen, "remarks", note).end == "not here"


def test_the_start_of_what_is_to_come_moves_when_the_show_runs_late() -> None:
    stage = Stage().at("0:00").do(Start())
    assert row(stage.at("1:00"), "address").start == "10:31"
    assert row(stage.at("4:00"), "address").start == "10:34"


def test_a_row_is_spoken_as_a_sentence() -> None:
    stage = Stage().at("0:00").do(Start()).at("1:30").do(Advance()).at("2:00")
    assert spoken(row(stage, "address")) == "10:31, Address, Mr Jorge Chediek · UNOSSC, on air, 5:20, 4:50"


# ---- sessions


def test_each_session_has_a_header() -> None:
    shown = [line.words for line in lines(Stage().seen) if isinstance(line, Header)]
    assert shown == ["1 Opening", "2 Launch"]


def test_what_is_inserted_stands_in_the_session_it_was_put_in() -> None:
    found = lines(Stage().do(Insert("Break", minutes("1:00"), "video")).seen)
    assert found.index("break") < next(i for i, line in enumerate(found) if getattr(line, "number", 0) == 2)


def test_what_is_moved_into_another_session_keeps_its_own_title() -> None:
    shown = [line for line in lines(Stage().do(Move("closing", "video")).seen) if isinstance(line, Header)]
    assert [each.words for each in shown] == [
        "1 Opening",
        "2 Launch",
        "1 (continued) Opening",
        "2 (continued) Launch",
    ]


def test_sessions_keep_their_numbers_when_one_is_moved_before_another() -> None:
    stage = Stage().do(Move("launch", "welcome"), Move("closing", "launch"), Move("remarks", "closing"))
    shown = [line.words for line in lines(stage.seen) if isinstance(line, Header)]
    assert shown == ["2 Launch", "1 Opening"]


# ---- what a second costs


def test_while_the_show_is_on_time_a_second_touches_only_the_row_on_air(rundown: RundownList) -> None:
    stage = Stage().at("0:00").do(Start()).at("0:10")
    rundown.present(stage.seen)
    paint(rundown)
    assert touched(rundown, stage.at("0:11")) == [1]


def test_showing_the_same_again_touches_nothing(rundown: RundownList) -> None:
    stage = Stage().at("0:00").do(Start()).at("0:10")
    rundown.present(stage.seen)
    paint(rundown)
    assert touched(rundown, stage) == []


def test_in_an_overrun_a_row_to_come_is_touched_only_when_its_minute_changes(rundown: RundownList) -> None:
    stage = Stage().at("0:00").do(Start()).at("1:40")
    rundown.present(stage.seen)
    paint(rundown)
    assert touched(rundown, stage.at("1:41")) == [1]
    assert touched(rundown, stage.at("1:59")) == [1]
    assert touched(rundown, stage.at("2:30")) == [
        1,
        2,
    ]  # the address from 10:31 to 10:32; the others stay within their minute


def test_with_thousands_of_items_a_second_asks_for_no_more_rows_than_with_ten(
    rundown: RundownList, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(many(2000)).at("0:00").do(Start()).at("0:10")
    rundown.present(stage.seen)
    paint(rundown)
    seen = stage.at("0:11").seen
    asked: list[str] = []
    row_of = Snapshot.row

    def noted(self: Snapshot, id_: str) -> SegmentRow:
        asked.append(id_)
        return row_of(self, id_)

    monkeypatch.setattr(Snapshot, "row", noted)
    rundown.present(seen)
    assert set(asked) <= {"s0", "s1"}  # the one on air, and the next


def test_a_new_run_is_shown_though_its_revision_is_the_same(rundown: RundownList) -> None:
    rundown.present(Stage().do(Skip("video")).seen)
    paint(rundown)
    rundown.present(Stage().do(Skip("remarks")).seen)
    shown = rundown.model().data(rundown._model.index(3), Qt.ItemDataRole.DisplayRole)
    assert "to come" in shown


# ---- scrolling


def on_air_visible(rundown: RundownList, number: int) -> bool:
    row_of = rundown._model.row_of(f"s{number}")
    assert row_of is not None
    rect = rundown.visualRect(rundown._model.index(row_of))
    return rundown.viewport().rect().contains(rect)


def test_the_row_on_air_stays_in_view_by_itself(rundown: RundownList) -> None:
    stage = Stage(many(200)).at("0:00").do(Start())
    rundown.present(stage.seen)
    rundown.present(stage.at("1:00").do(Take("s150")).seen)
    assert on_air_visible(rundown, 150)
    assert not rundown._back.isVisible()


def test_once_a_person_has_scrolled_away_it_stays_and_offers_the_way_back(rundown: RundownList) -> None:
    stage = Stage(many(200)).at("0:00").do(Start())
    rundown.present(stage.seen)
    rundown.verticalScrollBar().setValue(3000)
    rundown._scrolled_by_hand()
    rundown.present(stage.at("1:00").do(Advance()).seen)
    assert rundown.verticalScrollBar().value() == 3000
    assert rundown._back.isVisible()
    rundown._back.click()
    assert on_air_visible(rundown, 1)
    assert not rundown._back.isVisible()


def test_nothing_moves_under_a_pressed_pointer(rundown: RundownList) -> None:
    stage = Stage().at("-5:00")
    rundown.present(stage.seen)
    place = rundown.visualRect(rundown._model.index(3)).center()
    QTest.mousePress(rundown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rundown.present(stage.do(Move("closing", "welcome")).seen)
    assert rundown._model.line(3) == "video"
    QTest.mouseRelease(rundown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rundown._model.line(1) == "closing"
    assert rundown.chosen() == "video"


def test_the_selection_stays_with_its_segment_when_the_order_changes(rundown: RundownList) -> None:
    stage = Stage()
    rundown.present(stage.seen)
    rundown.choose("remarks")
    rundown.present(stage.do(Move("remarks", "welcome")).seen)
    assert rundown.chosen() == "remarks"


def test_a_row_is_seen_to_be_chosen_without_the_keyboard_too_until_the_choice_is_dropped(
    rundown: RundownList,
) -> None:
    rundown.present(Stage().at("0:00").do(Start()).seen)
    rundown.clearFocus()  # the keyboard is the show's
    plain = rundown.grab().toImage()
    rundown.choose("address")
    assert rundown.chosen() == "address"
    assert not rundown.hasFocus()
    assert rundown.grab().toImage() != plain
    rundown.forget_choice()
    assert rundown.chosen() is None
    assert rundown.grab().toImage() == plain


def tab(rundown: RundownList, into: bool) -> None:
    kind = QEvent.Type.FocusIn if into else QEvent.Type.FocusOut
    QApplication.sendEvent(rundown, QFocusEvent(kind, Qt.FocusReason.TabFocusReason))


def test_whoever_tabs_past_meets_the_next_row_and_has_not_chosen_it(rundown: RundownList) -> None:
    rundown.present(Stage().at("0:00").do(Start()).seen)
    rundown.clearFocus()
    tab(rundown, into=True)
    assert rundown.chosen() == "address"
    tab(rundown, into=False)
    assert rundown.chosen() is None


def test_what_was_chosen_by_the_arrows_stays_chosen_when_the_keyboard_goes_on(rundown: RundownList) -> None:
    rundown.present(Stage().at("0:00").do(Start()).seen)
    rundown.clearFocus()
    tab(rundown, into=True)
    QTest.keyClick(rundown, Qt.Key.Key_Down)
    tab(rundown, into=False)
    assert rundown.chosen() == "video"
    tab(rundown, into=True)
    assert rundown.chosen() == "video"
    tab(rundown, into=False)
    assert rundown.chosen() == "video"


def test_an_organisation_that_has_no_room_is_left_out_not_cut_to_a_letter() -> None:
    style = row_sizes(1.0).who
    both = "Mr Jorge Chediek · UNOSSC"
    assert fitting(both, style, width(both, style)) == both
    assert fitting(both, style, width(both, style) - 20) == "Mr Jorge Chediek"
    assert fitting("Mr Jorge Chediek", style, 10) == "Mr Jorge Chediek"


def test_arrows_move_the_selection(rundown: RundownList) -> None:
    rundown.present(Stage().seen)
    rundown.choose("welcome")
    QTest.keyClick(rundown, Qt.Key.Key_Down)
    assert rundown.chosen() == "address"


# ---- what can be asked


def wishes(stage: Stage, segment: str) -> dict[str, object]:
    return {each.words: each.wish for each in offers(stage.seen, segment) if each.why_not is None}


def test_before_the_show_a_segment_can_be_taken_skipped_moved_and_given_another_length() -> None:
    found = wishes(Stage(), "remarks")
    assert found["Take now"] == Take("remarks")
    assert found["Skip"] == Skip("remarks")
    assert found["Move up"] == Move("remarks", "video")
    assert found["Move down"] == Move("remarks", "closing")
    assert found["Move to the end"] == Move("remarks", None)
    assert found["Set its length…"] == Question(Ask.RETIME, "remarks")


def test_what_does_not_fit_says_why_in_the_engine_s_words() -> None:
    stage = Stage().at("0:00").do(Start())
    reason = why_not(stage.seen, Skip("welcome"))
    assert reason is not None
    assert "on air" in reason
    assert "Skip" not in wishes(stage, "welcome")


def test_after_the_end_nothing_can_be_asked_of_a_row() -> None:
    stage = Stage().at("0:00").do(Start()).at("0:10").do(End())
    assert wishes(stage, "remarks") == {}


def test_a_take_from_the_menu_carries_what_the_person_saw(rundown: RundownList, qtbot: QtBot) -> None:
    stage = Stage().at("0:00").do(Start())
    rundown.present(stage.seen)
    rundown.choose("launch")
    asked: list[tuple[object, object]] = []
    rundown.commanded.connect(lambda command, seen: asked.append((command, seen)))
    rundown.offer(QPoint(10, 10))
    menu = rundown.findChild(QMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    assert asked == [(Take("launch"), SeenShow("welcome", "address"))]


def test_a_wish_that_lacks_a_figure_is_a_question_for_the_desk(rundown: RundownList) -> None:
    rundown.present(Stage().at("0:00").do(Start()).seen)
    rundown.choose("address")
    asked: list[object] = []
    rundown.asked.connect(asked.append)
    rundown.offer(QPoint(10, 10))
    menu = rundown.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Add or take time…").trigger()
    assert asked == [Question(Ask.ADD, "address")]


@pytest.mark.parametrize("name", theme.NAMES)
def test_it_can_be_painted_in_every_theme(rundown: RundownList, name: str) -> None:
    stage = (
        Stage()
        .at("0:00")
        .do(Start())
        .at("1:30")
        .do(Take("video"), Skip("launch"), Add(minutes("1:00"), "remarks"))
    )
    rundown.set_theme(theme.load(name))
    rundown.present(stage.seen)
    assert not rundown.grab().isNull()


def test_every_row_has_its_height_wherever_it_comes_to_stand(rundown: RundownList) -> None:
    stage = Stage()
    rundown.present(stage.seen)
    rundown.present(stage.do(Insert("Break", minutes("1:00"), "welcome")).seen)
    rundown.present(stage.do(Move("closing", "address")).seen)
    for at in range(rundown._model.rowCount()):
        is_header = isinstance(rundown._model.line(at), Header)
        assert rundown.rowHeight(at) == (HEADER_HEIGHT if is_header else ROW_HEIGHT)


def test_where_times_alone_move_only_the_column_of_times_is_painted(rundown: RundownList) -> None:
    stage = Stage().at("0:00").do(Start()).at("1:00").do(Advance())
    rundown.present(stage.seen)
    paint(rundown)
    parts = rundown._model.present(stage.do(Add(minutes("5:00"))).seen, *rundown._rows_in_view())
    on_air = rundown._model.row_of("address")
    later = [part for row_, part in parts.items() if row_ != on_air]
    assert later
    assert set(later) == {Part.START}


def test_a_row_that_says_other_words_is_painted_whole() -> None:
    stage = Stage()
    before = row(stage, "address")
    assert changed(before, before) is None
    assert changed(before, row(stage.do(Retime("address", minutes("6:00"))), "address")) is Part.ALL


@pytest.mark.parametrize(("over", "has_length"), [("9:59", True), ("70:00", False), ("9000:00", False)])
def test_an_overrun_that_needs_the_room_of_the_length_takes_it(
    rundown: RundownList, over: str, has_length: bool
) -> None:
    stage = Stage().at("0:00").do(Start())
    stage.now = ShowInstant(stage.now + minutes("1:30") + minutes(over))
    rundown.present(stage.seen)
    rundown.grab()
    shown, painter = row(stage, "welcome"), rundown._painter
    columns = painter.sizes.columns(rundown.viewport().width())
    left = columns.right + 6 - painter._over_wide(shown.end)
    assert painter._reaches_length(shown, columns) is (left < columns.length_right) is not has_length
