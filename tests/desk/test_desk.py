"""The desk under the fingers: what keys and clicks do, and what they safely do not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ssc_console.desk.bar import HIGH, Bar, Notice, Offer
from ssc_console.desk.desk import Desk
from ssc_console.desk.field_line import FieldLine
from ssc_console.desk.forms import READY_MADE
from ssc_console.desk.keys import Wish
from ssc_console.desk.press import CLEAR
from ssc_console.desk.press_guard import JUST_UP
from ssc_console.look import theme
from ssc_console.show.commands import Add, End, Hold, Start, Take
from ssc_console.show.figures import Status
from tests.desk.evening import CTRL, KEY, Evening
from tests.staged import Stage, minutes


class Watch(QObject):
    """Notes what is painted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.painted: list[QObject] = []
        for widget in desk.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted.append(watched)
        return False


@pytest.fixture
def before(qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(qtbot, Stage().at("0:00"))
    yield evening
    evening.leave()


@pytest.fixture
def running(qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(qtbot, Stage().at("0:00").do(Start()))
    evening.later("1:30")
    yield evening
    evening.leave()


@pytest.fixture
def last(qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(qtbot, Stage().at("0:00").do(Start(), Take("closing")))
    evening.later("2:00")
    yield evening
    evening.leave()


# ---- the large button and its keys


def test_space_starts_the_show(before: Evening) -> None:
    before.press(KEY.Key_Space)
    assert before.on_air == "welcome"


def test_a_presenters_clicker_advances(running: Evening) -> None:
    running.press(KEY.Key_PageDown)
    assert running.on_air == "address"


def test_a_key_that_is_held_down_advances_once(running: Evening) -> None:
    desk = running.desk
    for repeat in (False, True, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeat)
        QApplication.sendEvent(desk.windowHandle(), event)
        running.wait(700)
        running.look()
    assert running.on_air == "address"
    assert len(running.asked) == 1


def test_a_double_press_advances_once_and_is_shown_on_the_button(running: Evening) -> None:
    running.press(KEY.Key_Space)
    running.wait(120)
    running.press(KEY.Key_Space)
    assert running.on_air == "address"
    assert len(running.asked) == 1
    assert "double press" in running.refusal


def test_a_press_on_a_label_that_has_just_changed_is_refused_where_the_eye_is(running: Evening) -> None:
    running.stage.do(Take("remarks"), by="web")
    running.look()
    running.wait(100)
    running.press(KEY.Key_Space)
    assert running.asked == []
    assert "changed" in running.refusal


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_F8])
def test_a_key_that_comes_as_the_desk_opens_does_nothing_and_says_so(qtbot: QtBot, key: KEY) -> None:
    evening = Evening(qtbot, Stage().at("0:00").do(Start()).at("0:30"))
    evening.wait(100 - 5_000)
    evening.press(key)
    assert evening.asked == []
    assert evening.refusal == JUST_UP
    evening.wait(5_000)
    evening.press(KEY.Key_Space)
    assert evening.on_air == "address"
    evening.leave()


def test_a_label_that_changes_together_with_the_look_was_not_read_either(running: Evening) -> None:
    running.stage.do(Take("remarks"), by="web")
    running.desk.errands.snapshot = running.stage.seen
    running.desk.set_theme(theme.load("light"))
    running.look()
    running.wait(100)
    running.press(KEY.Key_Space)
    assert running.asked == []
    assert "changed" in running.refusal


def test_a_question_is_still_asked_in_another_look(last: Evening) -> None:
    last.press(KEY.Key_Space)
    last.desk.set_theme(theme.load("light"))
    last.look()
    assert last.desk.contents.bottom.big.is_asking
    last.wait(1_000)
    last.press(KEY.Key_Space)
    assert last.status == "ended"


def test_what_was_refused_of_an_offer_is_gone_with_it(running: Evening) -> None:
    running.desk.offer(Offer("Another console runs the show.", "Looking on"))
    running.desk.refuse("The other console still runs it")
    running.desk.offer(Offer("Another console runs the show.", "Looking on"))
    assert running.refusal
    running.desk.offer(Offer("It is gone: go on here.", "Run the show from here"))
    assert not running.refusal


def test_a_label_that_was_not_yet_painted_is_refused_by_the_show(running: Evening) -> None:
    running.stage.do(Take("remarks"), by="web")  # the desk has not been told yet
    running.wait(5_000)
    running.press(KEY.Key_Space)
    assert running.on_air == "remarks"
    assert running.refusal


def test_the_show_ends_at_the_second_press(last: Evening) -> None:
    last.press(KEY.Key_Space)
    assert last.desk.contents.bottom.big.is_asking
    assert last.status == Status.ON_AIR
    last.wait(1_500)
    last.press(KEY.Key_Space)
    assert last.status == Status.ENDED


def test_a_second_press_after_three_seconds_ends_nothing(last: Evening) -> None:
    last.press(KEY.Key_Space)
    last.wait(3_100)
    last.press(KEY.Key_Space)
    assert last.status == Status.ON_AIR


def test_the_button_can_be_clicked(running: Evening) -> None:
    QTest.mouseClick(running.desk.contents.bottom.big, Qt.MouseButton.LeftButton)
    assert running.on_air == "address"


def test_a_click_whose_label_changes_under_it_is_refused(running: Evening) -> None:
    big = running.desk.contents.bottom.big
    QTest.mousePress(big, Qt.MouseButton.LeftButton)
    running.stage.do(Take("remarks"), by="web")
    running.look()
    running.wait(5_000)
    QTest.mouseRelease(big, Qt.MouseButton.LeftButton)
    assert running.asked == []
    assert running.refusal


def test_a_click_moves_the_keyboard_nowhere(running: Evening) -> None:
    QTest.mouseClick(running.desk.contents.bottom.buttons[Wish.HOLD], Qt.MouseButton.LeftButton)
    assert running.status == Status.HELD
    assert QApplication.focusWidget() is running.desk


def test_space_advances_though_a_button_has_the_keyboard(running: Evening) -> None:
    running.desk.contents.bottom.buttons[Wish.HOLD].setFocus()
    running.press(KEY.Key_Space)
    assert running.on_air == "address"
    assert running.status == Status.ON_AIR


def test_enter_presses_the_button_that_has_the_keyboard(running: Evening) -> None:
    running.desk.contents.bottom.buttons[Wish.HOLD].setFocus()
    running.press(KEY.Key_Return)
    assert running.status == Status.HELD


def test_space_advances_while_the_menu_is_open(running: Evening) -> None:
    running.press(KEY.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, KEY.Key_Space)
    assert running.on_air == "address"
    menu.close()


# ---- other keys


def test_the_arrows_give_and_take_half_a_minute(running: Evening) -> None:
    running.press(KEY.Key_Up)
    running.press(KEY.Key_Up)
    running.press(KEY.Key_Down)
    figures = running.stage.seen.on_air
    assert figures is not None
    assert figures.added.total_seconds() == 30


def test_f8_holds_and_lets_go_on(running: Evening) -> None:
    running.press(KEY.Key_F8)
    assert running.status == Status.HELD
    running.press(KEY.Key_F8)
    assert running.status == Status.ON_AIR


def test_a_key_at_the_wrong_time_is_answered_on_the_button(before: Evening) -> None:
    before.press(KEY.Key_F8)
    assert before.refusal


def test_a_segment_that_is_far_over_is_said_on_the_large_button_each_minute_and_prevents_nothing(
    running: Evening,
) -> None:
    big = running.desk.contents.bottom.big
    running.later("1:59")
    assert big._caution == CLEAR
    running.later("2:00")
    assert big._caution.words == "over by more than 0:30: advance, or give time"
    running.later("3:00")
    assert big._caution.words == "over by more than 1:30: advance, or give time"
    running.press(KEY.Key_Space)
    assert running.on_air == "address"
    assert big._caution == CLEAR


def test_undo_of_a_fresh_take_is_one_press(running: Evening) -> None:
    running.press(KEY.Key_Space)
    running.press(KEY.Key_Z, CTRL)
    assert running.on_air == "welcome"


def test_undo_of_an_old_take_wants_two(running: Evening) -> None:
    running.press(KEY.Key_Z, CTRL)
    assert running.on_air == "welcome"
    running.wait(1_000)
    running.press(KEY.Key_Z, CTRL)
    assert running.on_air is None


def test_undo_takes_back_what_was_painted_and_nothing_else(running: Evening) -> None:
    running.stage.do(Hold(), by="web")  # the desk has not been told yet
    running.press(KEY.Key_Z, CTRL)
    running.wait(1_000)
    running.press(KEY.Key_Z, CTRL)
    assert running.status == Status.HELD
    assert running.refusal


def test_end_by_its_own_key_wants_two_presses(running: Evening) -> None:
    running.press(KEY.Key_End, CTRL)
    assert "again" in running.refusal
    running.wait(1_000)
    running.press(KEY.Key_End, CTRL)
    assert running.status == Status.ENDED


def test_enter_goes_the_first_cue(before: Evening) -> None:
    before.press(KEY.Key_Return)
    assert before.stage.seen.cue("show/recording").state == "done"


def test_a_cue_whose_time_is_not_near_wants_a_second_press(running: Evening) -> None:
    running.press(KEY.Key_Return)
    assert running.stage.seen.cue("show/recording").state == "done"  # it was due
    running.later("1:40")
    running.press(KEY.Key_Return)
    assert running.refusal == "Press Enter again to go “Lower third”, due in 0:20"
    assert running.stage.seen.cue("address/name").state == "pending"
    running.wait(1_000)
    running.press(KEY.Key_Return)
    assert running.stage.seen.cue("address/name").marked_by == "desk"


def test_after_an_end_in_overrun_the_rundown_has_no_empty_block_where_the_countdown_was(
    last: Evening,
) -> None:
    last.later("20:00")
    digits = last.desk.contents.live.centre.on_air.digits
    assert digits._ground == theme.load("dark").red_strong
    last.stage.do(End())
    last.look()
    last.desk.obey(Wish.RUNDOWN)
    last.look()
    assert digits._ground == theme.load("dark").background


def test_what_was_refused_is_not_said_any_more_once_something_was_done(running: Evening) -> None:
    running.press(KEY.Key_K, CTRL)
    assert "Choose a segment" in running.refusal
    running.press(KEY.Key_Up)
    assert running.refusal == ""


def test_a_click_chooses_a_row_and_the_arrows_still_give_time(running: Evening) -> None:
    rundown = running.desk.contents.live.rundown
    QTest.mouseClick(rundown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 100))
    chosen = rundown.chosen()
    running.press(KEY.Key_Up)
    assert rundown.chosen() == chosen
    assert running.asked == [Add(minutes("0:30"), "welcome")]


def test_a_key_brings_the_arrows_to_the_rundown_and_esc_back_to_the_show(running: Evening) -> None:
    rundown = running.desk.contents.live.rundown
    running.press(KEY.Key_L, CTRL)
    assert (rundown.chosen(), rundown.hasFocus()) == ("address", True)
    running.press(KEY.Key_Down)
    assert rundown.chosen() == "video"
    assert running.asked == []
    running.press(KEY.Key_Escape)
    assert rundown.chosen() is None
    running.press(KEY.Key_Down)
    assert running.asked == [Add(minutes("-0:30"), "welcome")]


def test_whoever_tabs_to_the_rundown_chooses_rows_with_the_arrows(running: Evening) -> None:
    rundown = running.desk.contents.live.rundown
    rundown.choose("welcome")
    rundown.setFocus()
    running.press(KEY.Key_Down)
    assert rundown.chosen() == "address"
    running.press(KEY.Key_Escape)
    running.press(KEY.Key_Down)
    assert running.asked == [Add(minutes("-0:30"), "welcome")]


# ---- typing


def test_typing_a_message_never_advances(running: Evening) -> None:
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, FieldLine)
    QTest.keyClicks(field, "one m")
    running.press(KEY.Key_Up)
    assert field.text() == "one m"
    assert running.on_air == "welcome"
    running.press(KEY.Key_Return)
    assert running.stage.seen.message == "one m"
    assert not running.asks
    assert QApplication.focusWidget() is running.desk


def test_a_number_fills_in_a_line_that_is_ready_and_enter_shows_it(running: Evening) -> None:
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, FieldLine)
    QTest.keyClicks(field, "2")
    assert field.text() == READY_MADE[1]
    assert running.stage.seen.message is None
    QTest.keyClicks(field, "3")  # thought better of it
    running.press(KEY.Key_Return)
    assert running.stage.seen.message == READY_MADE[2]


def azerty(number: int, text: str) -> QKeyEvent:
    """That key of the row above the letters, as X11 tells of it."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, ord(text.upper()), none, 9 + number, ord(text), 0, text)


@pytest.fixture
def line_on_x11(running: Evening, monkeypatch: pytest.MonkeyPatch) -> FieldLine:
    """The field for a line to the speaker, where X11 says which key was pressed."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, FieldLine)
    return field


def test_on_a_keyboard_whose_numbers_want_shift_the_same_keys_fill_in_a_line(
    running: Evening, line_on_x11: FieldLine
) -> None:
    field = line_on_x11
    QApplication.sendEvent(field, azerty(2, "é"))
    assert field.text() == READY_MADE[1]
    running.press(KEY.Key_Return)
    assert running.stage.seen.message == READY_MADE[1]


def test_a_word_that_begins_with_such_a_key_is_typed_as_ever(line_on_x11: FieldLine) -> None:
    field = line_on_x11
    QApplication.sendEvent(field, azerty(2, "é"))
    QTest.keyClicks(field, "coutez")
    assert field.text() == "écoutez"


@pytest.mark.parametrize("words", ["2 minutes left", "15 s", "1st question"])
def test_a_line_that_begins_with_a_number_can_be_typed(running: Evening, words: str) -> None:
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, FieldLine)
    QTest.keyClicks(field, words)
    assert field.text() == words


def test_a_number_that_stands_for_nothing_or_comes_later_is_typed(running: Evening) -> None:
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, FieldLine)
    QTest.keyClicks(field, "50 s and 1")
    assert field.text() == "50 s and 1"


def test_a_message_can_be_made_to_flash_and_without_one_it_is_said(running: Evening) -> None:
    running.press(KEY.Key_F2, CTRL)
    assert "No message is shown" in running.refusal
    running.press(KEY.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "now")
    running.press(KEY.Key_Return)
    running.press(KEY.Key_F2, CTRL)
    assert running.stage.seen.flash_is_lit


def test_a_letter_of_a_message_is_no_key(running: Evening) -> None:
    running.press(KEY.Key_M)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "mm?")
    assert field.text() == "mm?"
    assert not running.desk.dock.shows_all_keys


def test_esc_gives_the_keyboard_back_to_the_show(running: Evening) -> None:
    running.press(KEY.Key_F2)
    running.press(KEY.Key_Escape)
    assert not running.asks
    running.press(KEY.Key_Space)
    assert running.on_air == "address"


def test_the_clicker_advances_while_a_message_is_typed(running: Evening) -> None:
    running.press(KEY.Key_F2)
    running.press(KEY.Key_PageDown)
    assert running.on_air == "address"


def test_a_form_that_is_wrong_says_so_and_stays(running: Evening) -> None:
    running.desk.contents.live.rundown.choose("launch")
    running.press(KEY.Key_T, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("soon")
    running.press(KEY.Key_Return)
    assert running.desk.dock.form is not None
    assert running.desk.dock.form.error
    field.setText("2:00")
    running.press(KEY.Key_Return)
    assert not running.asks
    assert running.stage.seen.row("launch").allotted.total_seconds() == 120


def test_the_large_button_is_never_covered(running: Evening) -> None:
    running.press(KEY.Key_F2)
    running.desk.dock.keyboard_is(ours=False)
    running.press(KEY.Key_F1)
    big = running.desk.contents.bottom.big
    middle = big.mapTo(running.desk, big.rect().center())
    assert running.desk.childAt(middle) is big


def test_a_bar_lies_on_what_is_below_it_and_comes_down_when_that_is_gone(running: Evening) -> None:
    def foot_of_the_notice() -> int:
        bars = running.desk.findChildren(Bar)
        return next(bar.y() + bar.height() for bar in bars if bar.accessibleName() == "It has changed.")

    dock, button = running.desk.dock, running.desk.contents.bottom
    button_top = button.mapTo(running.desk, button.rect().topLeft()).y()
    dock.tell(Notice("It has changed."))
    running.desk.offer(Offer("It was interrupted.", "Go on"))
    running.press(KEY.Key_F2)
    form = dock.form
    assert form is not None
    assert foot_of_the_notice() == form.y() - HIGH
    running.desk.back_to_show()
    assert foot_of_the_notice() == button_top - HIGH
    running.desk.offer(None)
    assert foot_of_the_notice() == button_top


def test_no_question_is_ever_a_dialog(running: Evening) -> None:
    running.desk.contents.live.rundown.choose("launch")
    for wish in Wish:
        if wish is not Wish.MENU:
            running.desk.obey(wish)
            assert QApplication.activeModalWidget() is None


# ---- the keyboard, the window, the look


def test_the_desk_says_when_the_keyboard_is_elsewhere(running: Evening) -> None:
    running.desk.dock.keyboard_is(ours=False)
    assert running.desk.dock.says_elsewhere
    running.desk.dock.keyboard_is(ours=True)
    assert not running.desk.dock.says_elsewhere


def test_all_keys_are_shown_in_the_window_and_every_key_works_meanwhile(running: Evening) -> None:
    running.press(KEY.Key_F1)
    assert running.desk.dock.shows_all_keys
    running.press(KEY.Key_Space)
    assert running.on_air == "address"
    running.press(KEY.Key_Escape)
    assert not running.desk.dock.shows_all_keys


def test_the_advance_key_works_in_another_window_of_ours(running: Evening, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    qtbot.waitUntil(lambda: bool(running.desk.actions()))
    QTest.keyClick(other, KEY.Key_Space)
    assert running.on_air == "address"


def test_a_running_show_is_not_closed_by_a_slip(running: Evening) -> None:
    assert not running.desk.close()
    running.wait(1_000)
    assert running.desk.close()


def test_the_size_of_the_script_is_remembered(running: Evening) -> None:
    script = running.desk.contents.live.centre.script
    before = script.size_shown
    running.press(KEY.Key_Plus, CTRL)
    assert script.size_shown > before
    assert running.store.value("desk/script size") == script.size_shown


def test_the_look_can_be_changed_while_the_show_runs(running: Evening) -> None:
    running.desk.obey(Wish.LOOK)
    running.look()
    assert running.store.value(theme.KEPT_AS) == "light"
    running.wait(5_000)
    running.press(KEY.Key_Space)
    assert running.on_air == "address"


def test_presenting_the_same_show_again_paints_nothing(running: Evening, qtbot: QtBot) -> None:
    qtbot.wait(50)
    watch = Watch(running.desk)
    running.look()
    qtbot.wait(20)
    assert watch.painted == []


def test_every_control_has_a_name_for_those_who_cannot_see_it(running: Evening) -> None:
    nameless = [
        button
        for button in running.desk.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []
