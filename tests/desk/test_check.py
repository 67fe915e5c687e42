"""The card of the check before the show: its lines, their order, and the buttons that confirm."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.desk.check_card import CheckCard
from ssc_console.desk.check_facts import check_facts, heading, said_already
from ssc_console.desk.desk import Desk
from ssc_console.desk.facts_card import Fact, Tone
from ssc_console.desk.keys import Wish
from ssc_console.desk.plan_facts import plan_facts
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.look import theme
from ssc_console.preflight.item import bad, good, warning
from ssc_console.show.commands import Command, Dismiss, Go, Seen, SeenCue
from ssc_console.show.rundown import Cue, Moment, Segment
from tests.desk.evening import given, refusal_of
from tests.staged import Stage, an_hour, minutes

ITEMS = (good("Cover"), warning("Clock", "slow", "Set it."), bad("Video 1", "empty", "Copy it."))
PLAN = (Fact("Fits", "3:45 spare", Tone.FINE), Fact("Ends", "11:26"))


def sound(name: str = "talk/sound") -> Cue:
    return Cue(
        id=name,
        segment="talk",
        moment=Moment.START,
        offset=minutes("-1:00"),
        say="The call shares our sound",
        confirm=True,
    )


def stage(*cues: Cue) -> Stage:
    return Stage(an_hour(Segment(id="talk", title="Talk", duration=minutes("5:00"), cues=cues)))


def test_what_is_wrong_comes_first_then_what_is_to_be_confirmed():
    facts = check_facts(stage(sound()).seen, PLAN, ITEMS)
    assert [fact.left for fact in facts] == [
        "Video 1",
        "The call shares our sound",
        "Clock",
        "Fits",
        "Cover",
        "Ends",
    ]
    assert heading(facts, looking=False) == "CHECK · 1 WRONG · 1 TO CONFIRM"


def test_what_to_do_stands_below():
    assert check_facts(stage().seen, (), ITEMS)[0].below == "Copy it."


def test_a_file_that_is_missing_is_told_once():
    notes = (
        PlanNote("There is no file `media/hello.mp4`", grave=False),
        PlanNote("There is no picture `cover.png`", grave=False),
    )
    item = bad("Video 1", "no such file", "Put it there: hello.mp4.", "media/hello.mp4")
    said = said_already(notes, (item,))
    assert said == notes[:1]
    left = [fact.below for fact in plan_facts(stage().seen, notes, said) if fact.left.startswith("There")]
    assert left == ["cover.png"]
    lines = [fact.left for fact in plan_facts(stage().seen, notes[:1], said)]
    assert "The agenda" not in lines


def test_what_was_confirmed_stays_in_its_place_with_its_time():
    of = stage(sound()).at("-5:50").do(Go("talk/sound"))
    fact = check_facts(of.seen, PLAN, ITEMS)[1]
    assert (fact.left, fact.right, fact.tone) == ("The call shares our sound", "10:24", Tone.FINE)
    assert fact.asks is None


def test_what_was_put_away_unconfirmed_is_told_as_that():
    of = stage(sound()).at("-5:50").do(Dismiss("talk/sound"))
    fact = check_facts(of.seen, (), ())[0]
    assert (fact.right, fact.tone) == ("dismissed 10:24", Tone.WATCH)


def test_a_check_that_found_nothing_to_do_has_its_plain_name():
    assert heading(check_facts(stage().seen, PLAN, ()), looking=False) == "CHECK BEFORE THE SHOW"
    assert heading((), looking=True) == "CHECK · LOOKING …"


class Evening:
    """A desk before the show, on the real engine."""

    def __init__(self, qtbot: QtBot, of: Stage) -> None:
        self.stage = of
        self.asked: list[tuple[Command, Seen | None]] = []
        self.desk = Desk(self.ask, given(elapsed=lambda: 1_000_000))
        qtbot.addWidget(self.desk)
        self.desk.resize(1280, 800)
        self.desk.present(of.seen)
        self.desk.show()
        self.desk.present(of.seen)
        QApplication.processEvents()

    def ask(self, command: Command, seen: Seen | None) -> str | None:
        self.asked.append((command, seen))
        refusal = refusal_of(self.stage, command, seen)
        self.desk.present(self.stage.seen)
        return refusal

    @property
    def card(self) -> CheckCard:
        return self.desk.contents.before.check

    def buttons(self) -> list[str]:
        return [each.accessibleName() for each in self.card._buttons.values() if each.isVisible()]


@pytest.fixture
def evening(qtbot: QtBot) -> Iterator[Evening]:
    made = Evening(qtbot, stage(sound()))
    yield made
    made.desk.hide()


def test_a_press_confirms_with_what_was_seen(evening: Evening):
    assert evening.buttons() == ["Confirm: The call shares our sound"]
    (button,) = evening.card._buttons.values()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert evening.asked == [(Go("talk/sound"), SeenCue("talk/sound", "pending"))]
    assert evening.buttons() == []


def test_what_is_due_by_now_is_confirmed_as_well(evening: Evening):
    for time in ("-1:01", "-0:59"):
        evening.desk.present(evening.stage.at(time).seen)
    (button,) = evening.card._buttons.values()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert evening.asked == [(Go("talk/sound"), SeenCue("talk/sound", "due"))]
    assert evening.buttons() == []


def test_one_that_was_confirmed_elsewhere_meanwhile_has_no_button(evening: Evening):
    evening.stage.do(Go("talk/sound"))
    evening.desk.present(evening.stage.seen)
    assert evening.buttons() == []


def test_items_are_shown_and_survive_another_look(evening: Evening):
    evening.desk.show_checks(ITEMS, looking=True)
    assert "Video 1: empty Copy it." in evening.card.accessibleDescription()
    assert evening.card.accessibleName() == "CHECK · 1 WRONG · 1 TO CONFIRM · LOOKING …"
    evening.desk.set_theme(theme.load("light"))
    assert "Video 1: empty Copy it." in evening.card.accessibleDescription()


def test_the_check_is_made_again_by_button_and_by_key(evening: Evening, qtbot: QtBot):
    with qtbot.waitSignal(evening.desk.checks_wished):
        QTest.mouseClick(evening.card.again, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(evening.desk.checks_wished):
        evening.desk.obey(Wish.CHECK)


def test_a_button_is_only_where_its_row_is_in_view(evening: Evening):
    evening.desk.show_checks([bad(f"Video {n}", "empty", "Copy it.") for n in range(30)], looking=False)
    assert evening.buttons() == []
    for _ in range(60):
        scroll(evening.card, -120)
    assert evening.buttons() == ["Confirm: The call shares our sound"]
    (button,) = evening.card._buttons.values()
    assert evening.card.rect().contains(button.geometry())


def scroll(card: CheckCard, by: int) -> None:
    middle = card.rect().center()
    event = QWheelEvent(
        middle,
        card.mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(card, event)
