"""Changing the rundown while the show runs: what it would do is said first, by the engine."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from ssc_console.desk.effects import effect_words
from ssc_console.desk.field_line import FieldChoice, FieldLine
from ssc_console.desk.kept_items import THAT_COME_ALONG, Item, keep_item, kept_items
from ssc_console.desk.rundown_offers import Ask, Question, offers
from ssc_console.desk.store import Forgetful
from ssc_console.show.commands import Add, Command, Insert, Move, Retime, Skip, Start, Take
from tests.desk.evening import CTRL, KEY, Evening
from tests.staged import Stage, minutes


def stage() -> Stage:
    """Welcome is on air; the show will end at 10:51:54, 38:06 before its hard out."""
    return Stage().at("0:00").do(Start()).at("1:00")


# ---- in words


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (Skip("launch"), "ends 10:47:54 · 38:06 spare → 42:06 spare"),
        (Move("launch", "remarks"), "ends 10:51:54 · still 38:06 spare"),
        (Move("launch", "address"), "ends 10:51:54 · still 38:06 spare · next is Launch"),
        (
            Retime("address", minutes("3:00")),
            "ends 10:49:54 · 38:06 spare → 40:06 spare · next, Mr Jorge Chediek, has 3:00 instead of 5:00",
        ),
        (Add(minutes("40:00"), "launch"), "ends 11:31:54 · 38:06 spare → 1:54 past"),
        (
            Insert("Break", minutes("2:00"), "welcome"),
            "ends 10:53:54 · 38:06 spare → 36:06 spare · next is Break",
        ),
        (Take("closing"), "ends 10:34:00 · 38:06 spare → 56:00 spare · nothing is next"),
        (Skip("welcome"), "“Welcome” is on air: it can't be skipped."),
    ],
)
def test_what_a_change_would_do_is_said_in_the_engines_figures(command: Command, said: str) -> None:
    assert effect_words(stage().seen, command) == said


def test_what_was_gone_past_can_be_brought_back_to_be_next() -> None:
    show = stage().do(Take("launch"))
    words = {each.words: each for each in offers(show.seen, "remarks")}
    assert words["Bring back as next"].wish == Move("remarks", "closing")
    assert words["Bring back as next"].why_not is None
    last = show.do(Take("closing"))
    assert {each.words: each for each in offers(last.seen, "remarks")}["Bring back as next"].wish == Move(
        "remarks", None
    )


# ---- items that are kept


def test_items_that_were_used_last_are_offered_first() -> None:
    store = Forgetful()
    assert kept_items(store) == THAT_COME_ALONG
    for title in ("Anthem", "Questions", "Award"):
        keep_item(store, title, minutes("2:30"))
    assert kept_items(store) == (Item("Award", "2:30"), Item("Questions", "2:30"), Item("Anthem", "2:30"))
    keep_item(store, "Anthem", minutes("1:00"))
    assert [item.title for item in kept_items(store)] == ["Anthem", "Award", "Questions"]


@pytest.mark.parametrize("kept", ["2:30 Anthem", ["2:30 Anthem"], ["2:30 Anthem", "rubbish", "x y"]])
def test_what_the_settings_give_back_is_read_as_it_is(kept: object) -> None:
    store = Forgetful()
    store.setValue("desk/inserted", kept)
    assert kept_items(store)[0] == Item("Anthem", "2:30")
    store.setValue("desk/inserted", 5)
    assert kept_items(store) == THAT_COME_ALONG


# ---- on the desk


@pytest.fixture
def running(qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(qtbot, stage())
    yield evening
    evening.leave()


def choose(evening: Evening, segment: str) -> None:
    evening.desk.contents.live.rundown.choose(segment)


def test_a_form_says_what_its_answer_would_do_while_it_is_typed(running: Evening) -> None:
    choose(running, "launch")
    running.press(KEY.Key_T, CTRL)
    assert running.form.effect == "ends 10:51:54 · still 38:06 spare"
    field = running.form.findChild(FieldLine)
    assert field is not None
    field.setText("6:00")
    assert running.form.effect == "ends 10:53:54 · 38:06 spare → 36:06 spare"
    field.setText("6:")
    assert running.form.effect == ""
    field.setText("6:00")
    running.press(KEY.Key_Return)
    assert running.asked == [Retime("launch", minutes("6:00"))]


def test_a_form_that_is_open_moves_with_the_show(running: Evening) -> None:
    choose(running, "launch")
    running.press(KEY.Key_T, CTRL)
    running.stage.do(Skip("closing"), by="web")
    running.look()
    assert running.form.effect == "ends 10:48:54 · still 41:06 spare"


def test_a_message_is_no_change_and_says_nothing(running: Evening) -> None:
    running.press(KEY.Key_M)
    assert running.form.effect == ""


def test_a_key_about_a_segment_first_says_what_it_would_do(running: Evening) -> None:
    choose(running, "launch")
    running.press(KEY.Key_K, CTRL)
    assert running.asked == []
    assert running.refusal == "Press Ctrl K again to skip Launch: ends 10:47:54 · 38:06 spare → 42:06 spare"
    running.wait(1_000)
    running.press(KEY.Key_K, CTRL)
    assert running.asked == [Skip("launch")]


def test_a_second_press_about_another_segment_does_nothing(running: Evening) -> None:
    choose(running, "launch")
    running.press(KEY.Key_K, CTRL)
    choose(running, "remarks")
    running.wait(1_000)
    running.press(KEY.Key_K, CTRL)
    assert running.asked == []
    assert "skip Mr Kaveh Zahedi" in running.refusal


def test_a_step_of_a_move_asks_only_where_it_changes_what_is_next(running: Evening) -> None:
    choose(running, "launch")
    running.press(KEY.Key_Up, CTRL)
    running.press(KEY.Key_Up, CTRL)
    assert running.asked == [Move("launch", "remarks"), Move("launch", "video")]
    running.press(KEY.Key_Up, CTRL)
    assert len(running.asked) == 2
    assert "next is Launch" in running.refusal


def test_what_was_gone_past_is_brought_back_with_two_presses(running: Evening) -> None:
    running.stage.do(Take("launch"))
    running.look()
    choose(running, "remarks")
    running.press(KEY.Key_B, CTRL)
    assert "next is Mr Kaveh Zahedi" in running.refusal
    running.wait(1_000)
    running.press(KEY.Key_B, CTRL)
    assert running.asked == [Move("remarks", "closing")]


def test_the_menu_of_a_row_says_what_each_entry_would_do(running: Evening) -> None:
    rundown = running.desk.contents.live.rundown
    choose(running, "launch")
    rundown.offer(QPoint(50, 50))
    menu = rundown.findChild(QMenu)
    assert menu is not None
    words = dict(action.text().partition("\t")[::2] for action in menu.actions())
    assert words["Skip"] == "ends 10:47:54 · 38:06 spare → 42:06 spare"
    assert words["Set its length…"] == ""
    menu.close()


def test_an_item_that_was_put_in_is_offered_the_next_time(running: Evening) -> None:
    running.press(KEY.Key_I, CTRL)
    template = next(
        each for each in running.form.findChildren(QAbstractButton) if each.text() == "Questions 5:00"
    )
    QTest.mouseClick(template, Qt.MouseButton.LeftButton)
    assert running.asked == []  # it is filled in, and what it would do is said
    assert running.form.effect == "ends 10:56:54 · 38:06 spare → 33:06 spare · next is Questions"
    running.press(KEY.Key_Return)
    assert running.asked == [Insert("Questions", minutes("5:00"), "welcome")]
    assert kept_items(running.store)[0] == Item("Questions", "5:00")


def pull(evening: Evening, segment: str, to: str, *, below: bool = False) -> None:
    """Press the pointer on a row and let it go on another one, in its upper or lower half."""
    rundown = evening.desk.contents.live.rundown
    model = rundown.model()
    rows = {rundown._model.line(row): model.index(row, 0) for row in range(model.rowCount())}
    start, end = (rundown.visualRect(rows[each]) for each in (segment, to))
    goal = QPoint(end.center().x(), end.bottom() - 4 if below else end.top() + 4)
    QTest.mousePress(rundown.viewport(), Qt.MouseButton.LeftButton, pos=start.center())
    QTest.mouseMove(rundown.viewport(), start.center() + QPoint(0, 15))
    QTest.mouseMove(rundown.viewport(), goal)
    QTest.mouseRelease(rundown.viewport(), Qt.MouseButton.LeftButton, pos=goal)


def test_a_row_that_is_pulled_asks_first_with_what_it_would_do(running: Evening) -> None:
    pull(running, "launch", "address")
    assert running.asked == []
    assert running.form.effect == "ends 10:51:54 · still 38:06 spare · next is Launch"
    field = running.form.findChild(FieldChoice)
    assert field is not None
    assert field.currentData() == "address"
    running.press(KEY.Key_Return)
    assert running.asked == [Move("launch", "address")]


def test_a_row_is_pulled_to_the_end(running: Evening) -> None:
    pull(running, "video", "closing", below=True)
    running.press(KEY.Key_Return)
    assert running.asked == [Move("video", None)]


def test_a_row_that_is_pulled_where_it_can_not_stand_is_offered_the_next_place(running: Evening) -> None:
    pull(running, "launch", "welcome")
    field = running.form.findChild(FieldChoice)
    assert field is not None
    assert field.currentData() == "address"


def test_what_is_on_air_is_not_pulled(running: Evening) -> None:
    pull(running, "welcome", "launch")
    assert running.desk.dock.form is None


def test_a_hand_that_trembles_pulls_nothing(running: Evening) -> None:
    rundown = running.desk.contents.live.rundown
    at = QPoint(120, 200)
    QTest.mousePress(rundown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(rundown.viewport(), at + QPoint(3, 6))
    QTest.mouseRelease(rundown.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(3, 6))
    assert running.desk.dock.form is None


def test_a_question_about_a_place_keeps_the_place(running: Evening) -> None:
    running.desk.errands.ask_in_a_form(Question(Ask.MOVE_BEFORE, "launch", ""))
    field = running.form.findChild(FieldChoice)
    assert field is not None
    assert field.currentText() == "to the end"


def test_a_place_with_a_long_name_is_whole_where_there_is_room_and_else_in_the_tooltip(qtbot: QtBot) -> None:
    name = "before Her Excellency Dr Maria-Fernanda Espinosa Garcés"
    choice = FieldChoice((("a", name), ("b", "last")), 200)
    qtbot.addWidget(choice)
    choice.resize(choice.sizeHint())
    choice.grab()
    assert choice.fontMetrics().horizontalAdvance(name) < choice.width() <= 640
    assert choice.toolTip() == ""
    choice.resize(200, choice.height())
    choice.grab()
    assert choice.toolTip() == name
