"""Rehearsals side by side on the desk: seen, chosen from, and kept only when that is meant."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ssc_console.console.accounts import RunAccount
from ssc_console.desk.account import Compared, Suggestion, Written
from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.desk import Desk
from ssc_console.desk.keys import Wish
from ssc_console.look import mode_look, theme
from ssc_console.reports.compare import compare_page, compared
from ssc_console.show.commands import Advance, Command, End, Request, Seen, Start
from ssc_console.show.engine import decide
from tests.desk.evening import given
from tests.reports.runs import of
from tests.show.playbook import rundown, segment
from tests.staged import Stage

CHINA = Suggestion("china", "Testimonial: China · Volunteer", "2:30 → 3:10")
CLOSE = Suggestion("close", "Close", "0:30 → 0:45")


class Shelf:
    """Rehearsals to compare, and an agenda that remembers what it was asked to keep."""

    def __init__(self, *suggestions: Suggestion) -> None:
        self.suggestions = suggestions
        self.kept: list[tuple[str, ...]] = []
        self.has_changed = False

    def compared(self) -> Compared | str:
        if not self.suggestions and not self.kept:
            return "No segment of this agenda was rehearsed."
        plan = rundown(segment("china", "2:30"), segment("close", "0:30"))
        page = compare_page(compared(plan, [of(plan, "3:10", "0:45")]))
        return Compared(page, "agenda.yaml", self.suggestions)

    def keep(self, segments: Collection[str]) -> Written:
        if self.has_changed:
            return Written(
                ("agenda.yaml has changed since it was read, so nothing was written.",), done=False
            )
        self.kept.append(tuple(segments))
        self.suggestions = ()
        return Written(
            ("agenda.yaml:7: 2:30 is now 3:10", "1 duration changed, and nothing else."), done=True
        )


class Standing:
    """The knobs of a clock that stands still."""

    speed, paused, goes_back = 1.0, True, False

    def set_speed(self, speed: float) -> None: ...
    def pause(self) -> None: ...
    def go_on(self) -> None: ...
    def jump_by(self, span: object) -> None: ...
    def jump_to(self, at: object) -> None: ...


class Producer:
    """A rehearsal that has ended, on a desk with a clock for the fingers."""

    def __init__(self, qtbot: QtBot, shelf: Shelf, clock: ClockControls | None = None) -> None:
        self.stage = Stage()
        self.fingers = 1_000_000
        self.desk = Desk(
            self.ask,
            given(
                mode=mode_look.REHEARSAL,
                clock=clock or Standing(),
                elapsed=lambda: self.fingers,
                account=RunAccount(lambda: self.stage.history, "/reports"),
                comparison=shelf,
            ),
        )
        qtbot.addWidget(self.desk)
        self.desk.resize(1280, 720)
        self.desk.present(self.stage.seen)
        self.desk.show()

    def ask(self, command: Command, seen: Seen | None) -> str | None:
        for event in decide(self.stage.history.state, Request(command, "desk", seen), self.stage.now):
            self.stage.history.append(event)
        self.desk.present(self.stage.seen)
        return None

    def wish(self, *wishes: Wish) -> None:
        for each in wishes:
            self.fingers += 1_000
            self.desk.obey(each)

    @property
    def said(self) -> str:
        return self.desk.contents.bottom.big.refusal


def test_it_is_seen_before_and_after_a_rehearsal_and_away_again(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA))
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    assert page.isVisible()
    assert "China" in page.view.accessibleDescription()
    assert producer.desk.contents.bottom.buttons[Wish.COMPARE].isVisible()
    producer.wish(Wish.COMPARE)
    assert producer.desk.contents.before.isVisible()


def test_while_the_rehearsal_is_on_air_nothing_covers_it(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA))
    producer.stage.at("0:00")
    producer.ask(Start(), None)
    producer.wish(Wish.COMPARE)
    assert producer.desk.contents.live.isVisible()
    assert "once this one has ended" in producer.said


def test_a_rehearsal_that_begins_puts_it_away(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA))
    producer.wish(Wish.COMPARE)
    producer.stage.at("0:00")
    producer.ask(Start(), None)
    assert producer.desk.contents.live.isVisible()
    producer.stage.at("1:30")
    producer.ask(Advance(), None)
    producer.ask(End(), None)
    assert producer.desk.contents.after.isVisible()


def test_keeping_wants_two_presses_and_says_what_was_written(qtbot: QtBot) -> None:
    shelf = Shelf(CHINA, CLOSE)
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.COMPARE, Wish.KEEP)
    assert shelf.kept == []
    assert producer.said == "Press Ctrl S again to write 2 durations into agenda.yaml"
    producer.wish(Wish.KEEP)
    assert shelf.kept == [("china", "close")]
    page = producer.desk.contents.compare
    assert page is not None
    assert page.told.text == "agenda.yaml:7: 2:30 is now 3:10\n1 duration changed, and nothing else."
    assert not page.keep.isVisible()


def test_what_is_left_out_is_not_written(qtbot: QtBot) -> None:
    shelf = Shelf(CHINA, CLOSE)
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    QTest.mouseClick(page.suggestions, Qt.MouseButton.LeftButton, pos=QPoint(60, 44 + 20))
    assert page.suggestions.chosen == ("close",)
    producer.wish(Wish.KEEP, Wish.KEEP)
    assert shelf.kept == [("close",)]


def test_a_press_for_other_durations_is_no_answer(qtbot: QtBot) -> None:
    shelf = Shelf(CHINA, CLOSE)
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.COMPARE, Wish.KEEP)
    page = producer.desk.contents.compare
    assert page is not None
    page.suggestions.toggle(0)
    producer.wish(Wish.KEEP)
    assert shelf.kept == []
    assert "1 duration into" in producer.said


def test_the_arrows_and_enter_choose_for_whoever_has_tabbed_there(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA, CLOSE))
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    with qtbot.waitActive(producer.desk):
        producer.desk.activateWindow()
    page.suggestions.setFocus()
    QTest.keyClick(page.suggestions, Qt.Key.Key_Down)
    QTest.keyClick(page.suggestions, Qt.Key.Key_Return)
    assert page.suggestions.chosen == ("china",)


def test_a_file_that_has_changed_meanwhile_is_not_written_and_is_looked_at_again(qtbot: QtBot) -> None:
    shelf = Shelf(CHINA)
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.COMPARE)
    shelf.has_changed = True
    producer.wish(Wish.KEEP, Wish.KEEP)
    assert "has changed" in producer.said
    shelf.has_changed = False
    producer.wish(Wish.KEEP, Wish.KEEP)
    assert shelf.kept == [("china",)]


def test_nothing_is_written_that_was_not_seen_first(qtbot: QtBot) -> None:
    shelf = Shelf(CHINA)
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.KEEP, Wish.KEEP)
    assert shelf.kept == []
    assert "Shift F12 first shows" in producer.said


def test_where_nothing_was_rehearsed_it_says_so(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf())
    producer.wish(Wish.COMPARE, Wish.KEEP)
    page = producer.desk.contents.compare
    assert page is not None
    assert page.verdict.text == "Nothing to compare yet"
    assert "No segment of this agenda was rehearsed" in page.because.text
    assert not page.view.isVisible()


def test_another_look_shows_the_same(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA))
    producer.wish(Wish.COMPARE)
    producer.desk.set_theme(theme.load("light"))
    page = producer.desk.contents.compare
    assert page is not None
    assert page.isVisible()
    assert page.suggestions.chosen == ("china",)


def test_what_nobody_spoke_is_offered_and_not_chosen(qtbot: QtBot) -> None:
    fast = Suggestion("close", "Close", "0:30 → 0:45 · pressed, not spoken", is_spoken=False)
    producer = Producer(qtbot, Shelf(CHINA, fast))
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    assert set(page.suggestions.chosen) == {"china"}
    page.suggestions.toggle(1)
    assert set(page.suggestions.chosen) == {"china", "close"}


def test_once_it_is_over_the_arrows_read_on_in_the_report(qtbot: QtBot) -> None:
    producer = Producer(qtbot, Shelf(CHINA))
    with qtbot.waitActive(producer.desk):
        producer.desk.activateWindow()
    producer.stage.at("0:00")
    producer.ask(Start(), None)
    producer.stage.at("1:30")
    producer.ask(End(), None)
    assert producer.desk.contents.after.view.hasFocus()
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    assert page.view.hasFocus()
    producer.wish(Wish.COMPARE)
    assert producer.desk.contents.after.view.hasFocus()
    producer.wish(Wish.NOTE)
    assert not producer.desk.contents.after.view.hasFocus()
    producer.wish(Wish.TO_SHOW)
    assert producer.desk.contents.after.view.hasFocus()


def test_where_the_agenda_has_all_that_is_suggested_it_says_so(qtbot: QtBot) -> None:
    shelf = Shelf()
    shelf.kept.append(("china",))
    producer = Producer(qtbot, shelf)
    producer.wish(Wish.COMPARE)
    page = producer.desk.contents.compare
    assert page is not None
    assert "nothing to keep" in page.told.text
    assert page.told.isVisible()
