"""The desk when the hour does not go to plan: catching up, the green room, and who goes on instead."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ssc_console.desk.board import Copy, Line, Page
from ssc_console.desk.calls import call_minutes, call_text, calls_text, none_due
from ssc_console.desk.catch_up_board import CatchUpBoard
from ssc_console.desk.green_room_board import GreenRoomBoard, fallback_line
from ssc_console.desk.keys import Wish
from ssc_console.desk.late_card import how_late, is_late, what_would_do
from ssc_console.desk.presence_notes import segment_notes
from ssc_console.desk.sight import Sight
from ssc_console.desk.wishes import Give, answer
from ssc_console.show.commands import (
    Add,
    Advance,
    CatchUp,
    End,
    MarkPerson,
    Move,
    SeenCatchUp,
    Skip,
    Start,
    Take,
    Undo,
)
from ssc_console.show.cuts import Cut, Goal
from ssc_console.show.instants import ZERO
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Kind, Person, Rundown, Segment
from ssc_console.show.value import replace
from tests.desk.evening import CTRL, KEY, Evening
from tests.staged import Stage, an_hour, at, minutes

ANN = Person(id="ann", name="Ms Ann", organisation="UNV", timezone="Asia/Bangkok", joins="zoom")
BOB = Person(id="bob", name="Mr Bob", organisation="UNOSSC", timezone="America/New_York")
CY = Person(id="cy", name="Ms Cy")


def plan() -> Rundown:
    """Ten minutes that end as late as they may."""
    of = an_hour(
        Segment(id="welcome", title="Welcome", duration=minutes("4:00")),
        Segment(
            id="survey",
            title="Survey",
            speakers=("ann",),
            duration=minutes("2:00"),
            min_duration=minutes("1:00"),
            fallback="Show the slides",
        ),
        Segment(id="video", title="Video", kind=Kind.VIDEO, speakers=("cy",), duration=minutes("1:00")),
        Segment(
            id="points",
            title="Key points",
            speakers=("bob",),
            duration=minutes("2:00"),
            min_duration=minutes("1:30"),
        ),
        Segment(id="close", title="Close", duration=minutes("1:00"), may_skip=True),
        people=(ANN, BOB, CY),
    )
    return replace(of, event=replace(of.event, hard_out=at("10:00")))


def late(by: str = "0:45") -> Stage:
    """It is a minute past the start, and it will be so late."""
    return Stage(plan()).at("0:00").do(Start(), Add(minutes(by))).at("1:00")


def lines(page: Page) -> list[tuple[str, str]]:
    return [(line.left, line.right) for line in page.lines]


# ---- what the panels say


def test_the_catch_up_lists_what_each_gives_and_when_it_then_ends():
    # 0:45 are shared by a survey that can give 1:00, key points that can give 0:30, and a close 0:12: their
    # parts are 26.5, 13.2 and 5.3, and the odd second is the survey's: 27²/60 + 5²/12 < 26²/60 + 6²/12.
    page = CatchUpBoard().page(late().seen)
    assert page.note == "Ends 10:40:45, 0:45 past 10:40:00. As listed it ends 10:40:00: in time."
    assert lines(page) == [
        ("WHO GIVES TIME", "0:45 in all"),
        ("Ms Ann", "2:00 → 1:33"),
        ("Mr Bob", "2:00 → 1:47"),
        ("Close", "1:00 → 0:55"),
        ("MAY BE LEFT OUT, AS THE AGENDA SAYS", ""),
        ("Close", "ends 10:39:45"),
    ]


def test_a_ready_line_for_each_speaker_can_be_copied():
    ann = CatchUpBoard().page(late().seen).lines[1]
    assert ann.acts[0].tip == "Copy “You have 1:33 instead of 2:00.” for Ms Ann"
    after = late().do(CatchUp()).seen
    told = CatchUpBoard().page(after).lines
    assert (told[0].left, told[1].left, told[1].right) == (
        "TO BE TOLD: THEY HAVE LESS NOW",
        "Ms Ann",
        "2:00 → 1:33",
    )


def test_what_is_missing_is_said_with_what_would_do():
    page = CatchUpBoard().page(late("2:00").seen)
    assert page.note == (
        "Ends 10:42:00, 2:00 past 10:40:00. As listed it ends 10:40:18: 0:18 are still missing. "
        "Leaving out Close would do."
    )


def test_what_is_left_out_besides_is_a_choice_on_the_board_and_part_of_the_press():
    board, seen = CatchUpBoard(), late("2:00").seen
    board.page(seen)
    board.choose("skip close")
    page = board.page(seen)
    assert ("Close", "left out") in lines(page)
    assert page.main is not None
    assert page.main.doing is not None
    assert getattr(page.main.doing, "command", None) == CatchUp(Goal.HARD_OUT, ("close",))
    board.choose("skip close")
    assert ("Close", "left out") not in lines(board.page(seen))


def test_the_planned_end_can_be_looked_at_too():
    board = CatchUpBoard()
    board.choose("goal")
    assert board.page(late().seen).title == "Catch up for the planned end"


def test_early_it_says_who_may_have_time_back():
    stage = late().do(CatchUp()).at("1:10").do(Add(minutes("-0:20")))
    page = CatchUpBoard().page(stage.seen)
    assert page.main is not None
    assert page.main.doing is None
    assert lines(page)[0] == ("THERE IS TIME TO GIVE BACK", "")
    assert "in time, 0:20 spare" in page.note


def test_early_with_nobody_cut_any_one_who_speaks_may_have_a_minute_more():
    stage = Stage(plan()).at("0:00").do(Start(), Add(minutes("-1:30"))).at("1:00")
    page = CatchUpBoard().page(stage.seen)
    assert lines(page) == [
        ("ONE OF THEM MAY HAVE MORE", "1:30 to spare"),
        ("Ms Ann", "2:00 → 3:00"),
        ("Mr Bob", "2:00 → 3:00"),
    ]
    give = page.lines[2].acts[0].doing
    assert getattr(give, "command", None) == Add(minutes("1:00"), "points")
    assert page.lines[2].rest[0].tip == "Copy “You have 3:00 instead of 2:00.” for Mr Bob"
    after = stage.do(Add(minutes("1:00"), "points"))
    assert lines(CatchUpBoard().page(after.seen))[0] == ("ONE OF THEM MAY HAVE MORE", "0:30 to spare")


def test_before_the_show_and_with_seconds_to_spare_nobody_is_offered_more():
    assert lines(CatchUpBoard().page(Stage(plan()).seen)) == []
    stage = Stage(plan()).at("0:00").do(Start(), Add(minutes("-0:10"))).at("1:00")
    assert lines(CatchUpBoard().page(stage.seen)) == []


def test_under_the_rundown_it_is_said_only_while_the_show_would_be_late():
    seen = late().seen
    assert is_late(seen)
    assert how_late(seen) == "The show would end 0:45 past 10:40"
    assert what_would_do(seen) == "Shortening 3 segments would end it in time."
    assert not is_late(late().do(CatchUp()).seen)
    assert not is_late(late().do(End()).seen)
    only = late("5:00").do(Skip("points"), Skip("close"))
    assert what_would_do(only.seen) == "Shortening all that can be shortened would not be enough."
    assert what_would_do(only.do(Skip("survey")).at("8:01").seen).startswith("Nothing that is still to come")


def test_the_green_room_has_those_who_are_on_next_first():
    stage = late().do(MarkPerson("bob", Readiness.READY))
    page = GreenRoomBoard().page(stage.seen)
    assert page.note == "1 of 2 ready."
    assert lines(page) == [
        ("ON NEXT", ""),
        ("Ms Ann", "not here"),
        ("Mr Bob", "ready 10:31"),
        ("ON A RECORDING", ""),
        ("Ms Cy", ""),
    ]


def test_each_person_has_a_call_with_the_time_where_they_sit():
    seen = late().seen
    bob, ann = seen.person("bob"), seen.person("ann")
    assert (call_minutes(seen, bob), call_minutes(seen, ann)) == (10, 5)
    assert call_text(seen, ann, 5) == "Ms Ann, 5-minute call: you are on at about 10:34, Bangkok."
    assert call_text(seen, bob, 10) == (
        "Mr Bob, 10-minute call: you are on at about 10:37, Bangkok (23:37 on Sunday, New York)."
    )
    assert call_minutes(late().at("3:00").seen, ann) == 2
    assert call_minutes(late().do(Skip("survey")).seen, late().do(Skip("survey")).seen.person("ann")) is None


def test_all_calls_that_are_due_are_one_text_grouped_by_call_the_nearest_first():
    assert calls_text(late().seen) == (
        "5-minute call\n"
        "Ms Ann: you are on at about 10:34, Bangkok.\n"
        "10-minute call\n"
        "Mr Bob: you are on at about 10:37, Bangkok (23:37 on Sunday, New York)."
    )
    assert calls_text(late().do(Skip("survey")).seen).startswith("5-minute call\nMr Bob: ")
    (act,) = GreenRoomBoard().page(late().seen).others
    assert act.words == "Copy all 2 calls due now · Ctrl Shift C"
    assert act.doing == Copy(calls_text(late().seen))


def test_whoever_is_on_air_on_a_recording_or_far_off_is_not_called():
    early = Stage(plan()).at("-20:00").seen
    assert calls_text(early) == ""
    assert none_due(early) == "No call is due: Ms Ann is called at about 10:24."
    (act,) = GreenRoomBoard().page(early).others
    assert (act.words, act.doing) == ("No call is due · Ctrl Shift C", None)
    nobody = late().do(Skip("survey"), Skip("points")).seen
    assert calls_text(nobody) == ""
    assert none_due(nobody) == "Nobody who is still to come has to be called."
    on_air = late().at("4:00").do(Advance()).seen
    assert "Ann" not in calls_text(on_air)
    assert "Cy" not in calls_text(on_air)


def test_a_row_of_the_rundown_says_where_its_people_stand():
    assert segment_notes(late().seen) == {}
    stage = late().do(MarkPerson("bob", Readiness.CHECKED)).at("2:00")
    words = {id_: note.word for id_, note in segment_notes(stage.seen).items()}
    assert words == {"survey": "not here", "points": "sound"}


# ---- on the desk


@pytest.fixture
def running(qtbot: QtBot) -> Iterator[Evening]:
    evening = Evening(qtbot, late())
    yield evening
    evening.leave()


def is_open(evening: Evening) -> bool:
    return evening.desk.dock.panel is not None


def line(evening: Evening, left: str) -> Line:
    page = evening.panel.page
    assert page is not None
    return next(line for line in page.lines if line.left == left)


def test_a_late_show_says_so_under_the_rundown_and_its_button_opens_the_list(running: Evening) -> None:
    card = running.desk.contents.live.late
    assert card.isVisible()
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert running.panel.page is not None
    assert line(running, "Ms Ann").right == "2:00 → 1:33"


def test_while_it_overruns_the_card_says_what_is_so_now(running: Evening) -> None:
    card = running.desk.contents.live.late
    assert card.text.text == "Shortening 3 segments would end it in time."
    running.later("6:00")  # 1:15 over: 2:00 are needed, and 1:42 can be given
    assert card.head.text == "The show would end 2:00 past 10:40"
    assert card.text.text == "Shortening all that can be shortened would not be enough."


def test_enter_catches_up_with_what_was_seen_and_undo_takes_all_of_it_back(running: Evening) -> None:
    running.press(KEY.Key_C)
    running.press(KEY.Key_Return)
    assert running.asked == [CatchUp()]
    assert running.stage.seen.to_hard_out == ZERO
    assert not running.desk.contents.live.late.isVisible()
    running.press(KEY.Key_Escape)
    running.press(KEY.Key_Z, CTRL)
    assert running.stage.seen.to_hard_out == minutes("-0:45")


def test_a_press_on_a_list_that_is_not_so_any_more_is_refused_where_the_eye_is(running: Evening) -> None:
    running.press(KEY.Key_C)
    running.stage.do(Add(minutes("0:05")), by="web")  # the desk has not been told yet
    running.press(KEY.Key_Return)
    assert "has changed" in running.refusal
    assert running.stage.seen.to_hard_out == minutes("-0:50")


def test_the_panel_moves_with_the_show(running: Evening) -> None:
    running.press(KEY.Key_C)
    running.stage.do(Add(minutes("0:05")), by="web")
    running.look()
    assert line(running, "Ms Ann").right == "2:00 → 1:31"


def test_space_still_advances_and_escape_closes(running: Evening) -> None:
    running.press(KEY.Key_C)
    running.press(KEY.Key_Space)
    assert running.on_air == "survey"
    assert is_open(running)
    running.press(KEY.Key_Escape)
    assert not is_open(running)
    running.press(KEY.Key_C)
    running.press(KEY.Key_C)
    assert not is_open(running)


def test_the_panel_never_lies_over_the_countdown(running: Evening) -> None:
    running.press(KEY.Key_C)
    live = running.desk.contents.live
    countdown = live.centre.mapTo(running.desk, live.centre.rect().topLeft())
    assert running.panel.geometry().right() < countdown.x()


def test_the_line_for_a_speaker_is_copied_with_a_key(running: Evening) -> None:
    running.press(KEY.Key_C)
    running.press(KEY.Key_Down)
    running.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Ms Ann: You have 1:33 instead of 2:00."
    assert running.asked == []


def test_people_are_marked_by_key(running: Evening) -> None:
    running.press(KEY.Key_G)
    running.press(KEY.Key_Down)
    for readiness in (Readiness.HERE, Readiness.CHECKED, Readiness.READY):
        running.press(KEY.Key_Return)
        assert running.stage.seen.person("ann").readiness is readiness
    running.press(KEY.Key_Left)
    assert running.stage.seen.person("ann").readiness is Readiness.CHECKED
    running.press(KEY.Key_Delete)
    assert running.stage.seen.person("ann").readiness is Readiness.DROPPED
    running.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("Ms Ann, 5-minute call")


def with_fallback(say: str | None = None, *, picture: str | None = None, segment: str | None = None) -> Stage:
    """The survey is next, its speaker is missed, and somebody else is ready."""
    rundown = plan()
    plain = rundown.by_id["survey"]
    survey = replace(plain, fallback=say, fallback_picture=picture, fallback_segment=segment)
    segments = tuple(survey if each.id == "survey" else each for each in rundown.segments)
    stage = Stage(replace(rundown, segments=segments)).at("0:00").do(Start())
    return stage.do(MarkPerson("bob", Readiness.READY), MarkPerson("ann", Readiness.DROPPED)).at("3:30")


def next_of(stage: Stage) -> str:
    following = stage.seen.next
    assert following is not None
    return following.segment.id


def test_another_segment_of_the_agenda_s_choice_goes_on_by_one_press_and_undo_takes_it_back():
    stage = with_fallback("Close early", segment="close")
    missing = stage.seen.missing
    assert missing is not None
    assert (missing.swap, missing.instead) == ("video", "close")
    line = fallback_line(stage.seen, missing)
    assert line is not None
    assert line.left == "Close early"
    assert line.below.startswith("ends ")
    assert line.below.endswith("next is Close")
    given = answer(Wish.FALLBACK, stage.seen, Sight())
    assert isinstance(given, Give)
    assert given.command == Move("close", "survey")
    assert next_of(stage.do(given.command)) == "close"
    assert next_of(stage.do(Undo())) == "survey"


def test_a_slate_of_the_agenda_is_shown_by_one_press():
    stage = with_fallback(picture="pictures/slate.png")
    given = answer(Wish.FALLBACK, stage.seen, Sight())
    assert isinstance(given, Give)
    assert stage.do(given.command).seen.programme.picture == "pictures/slate.png"


def test_whose_line_drops_while_they_are_introduced_is_replaced_at_once():
    stage = with_fallback(segment="points")
    introduced = replace(stage.seen.segment("survey"), intro=minutes("0:20"))
    rundown = replace(stage.seen.rundown, segments=(introduced, *stage.seen.rundown.segments[2:]))
    live = Stage(rundown).at("0:00").do(Start(), MarkPerson("ann", Readiness.DROPPED)).at("0:05")
    given = answer(Wish.FALLBACK, live.seen, Sight())
    assert isinstance(given, Give)
    assert given.command == Take("points")


def test_a_segment_that_has_been_on_air_goes_on_for_nobody():
    stage = with_fallback("Wait for her", segment="welcome")
    assert stage.seen.missing is not None
    assert stage.seen.missing.instead is None
    assert answer(Wish.FALLBACK, stage.seen, Sight()) == "Wait for her"


def test_enter_with_nobody_chosen_marks_nobody_but_shows_whom_the_next_one_means(running: Evening) -> None:
    running.press(KEY.Key_G)
    running.press(KEY.Key_Return)
    assert running.asked == []
    running.press(KEY.Key_Return)
    assert running.stage.seen.person("ann").readiness is Readiness.HERE


def test_one_key_copies_all_calls_that_are_due_and_says_whose(running: Evening) -> None:
    running.press(KEY.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == calls_text(running.stage.seen)
    big = running.desk.contents.bottom.big
    assert big.refusal == "Copied: the calls of Ms Ann and 1 more"
    assert running.asked == []


def test_where_no_call_is_due_nothing_is_copied_and_it_is_said_when_one_will_be(running: Evening) -> None:
    QGuiApplication.clipboard().setText("something else")
    running.stage.do(Skip("survey"), Skip("points"))
    running.desk.present(running.stage.seen)
    running.press(KEY.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == "something else"
    assert running.desk.contents.bottom.big.refusal == "Nobody who is still to come has to be called."


def test_people_are_marked_by_click(running: Evening) -> None:
    running.press(KEY.Key_G)
    button = next(each for each in running.panel.findChildren(QAbstractButton) if each.text() == "Here")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert running.stage.seen.person("ann").readiness is Readiness.HERE


def test_the_keyboard_stays_with_a_person_whose_button_becomes_another(running: Evening) -> None:
    running.press(KEY.Key_G)
    button = next(each for each in running.panel.findChildren(QAbstractButton) if each.text() == "Here")
    button.setFocus()
    running.press(KEY.Key_Return)
    running.press(KEY.Key_Return)
    assert running.stage.seen.person("ann").readiness is Readiness.CHECKED


def test_before_the_show_the_panel_lies_over_the_people_and_not_over_the_countdown(qtbot: QtBot) -> None:
    evening = Evening(qtbot, Stage(plan()).at("-5:00"))
    evening.press(KEY.Key_G)
    before = evening.desk.contents.before
    digits = before.digits.mapTo(evening.desk, before.digits.rect().bottomLeft())
    assert evening.panel.geometry().top() > digits.y()
    evening.press(KEY.Key_Down)
    evening.press(KEY.Key_Return)
    assert evening.stage.seen.person("ann").readiness is Readiness.HERE
    evening.leave()


def test_who_is_missed_stands_on_the_large_button_and_does_not_prevent_it(running: Evening) -> None:
    running.stage.do(MarkPerson("bob", Readiness.READY))
    running.later("1:44")
    big = running.desk.contents.bottom.big
    assert "Ms Ann" not in big.accessibleDescription()
    running.later("1:45")  # three minutes before 4:45
    assert "Ms Ann is not here" in big.accessibleDescription()
    running.press(KEY.Key_Space)
    assert running.on_air == "survey"


def test_what_can_be_done_is_shown_beside_the_cues_and_done_with_one_press(running: Evening) -> None:
    running.stage.do(MarkPerson("bob", Readiness.READY), Skip("video"))
    running.later("3:00")
    instead = running.desk.contents.live.instead
    assert instead.isVisible()
    assert (instead.name.text, instead.fallback.text) == ("Mr Bob next instead", "Or: Show the slides")
    assert instead.effect.text == "ends 10:39:45 · still 0:15 spare · next is Mr Bob"
    QTest.mouseClick(instead.button, Qt.MouseButton.LeftButton)
    assert running.asked == [Move("points", "survey")]
    assert not instead.isVisible()


def test_the_swap_has_a_key_and_says_why_not(running: Evening) -> None:
    running.desk.obey(Wish.SWAP)
    assert "Nobody is missed" in running.refusal
    running.stage.do(MarkPerson("ann", Readiness.DROPPED))
    running.later("3:00")
    running.press(KEY.Key_F9, CTRL)
    assert running.asked == [Move("video", "survey")]


def test_a_press_carries_each_cut_that_was_painted() -> None:
    main = CatchUpBoard().page(late().seen).main
    assert main is not None
    cuts = (Cut("survey", minutes("0:27")), Cut("points", minutes("0:13")), Cut("close", minutes("0:05")))
    assert getattr(main.doing, "seen", None) == SeenCatchUp(cuts)
