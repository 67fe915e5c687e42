"""What the large button says in every state of the show, and when a press of it is meant."""

import pytest

from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.press import CLEAR, Press, caution, next_press
from ssc_console.desk.press_guard import (
    ANSWER,
    DOUBLE,
    EYE_TO_FINGER,
    JUST_UP,
    AskAgain,
    Obey,
    PressGuard,
    Refuse,
    SecondPress,
)
from ssc_console.show.commands import (
    Add,
    Advance,
    Begin,
    Do,
    End,
    Hold,
    Postpone,
    Resume,
    SeenShow,
    Skip,
    Start,
    Take,
)
from ssc_console.show.figures import SegmentState
from ssc_console.show.rundown import Cue, Kind, Moment, Segment
from tests.staged import Stage, an_hour, at, minutes, usual

ADVANCE = Press("Advance", "Mr Zahedi", Advance(), SeenShow("video", "remarks"))
BEGIN = Press("Begin Mr Zahedi’s 5:00", "", Begin(), SeenShow("remarks", "launch"))
END = Press("End the show", "", Advance(), SeenShow("closing", None), twice=True)
NOTHING = Press("The show has ended", "", None, SeenShow(None, None))


def said(stage: Stage) -> tuple[str, str, str]:
    press = next_press(stage.seen)
    return press.words, press.target, press.note


# ---- what stands in the way


def shared(segment: str, *words: str) -> tuple[Cue, ...]:
    return tuple(
        Cue(id=f"{segment}/{number}", segment=segment, moment=Moment.START, say=each, confirm=True)
        for number, each in enumerate(words)
    )


def a_video_that_comes(*asks: str) -> Stage:
    rundown = an_hour(
        Segment(id="talk", title="Talk", duration=minutes("5:00")),
        Segment(
            id="video", title="Video", kind=Kind.VIDEO, duration=minutes("1:00"), cues=shared("video", *asks)
        ),
    )
    return Stage(rundown).at("0:00").do(Start())


MISSING_FILE = (
    PlanNote("There is no file", "video", "file missing"),
    PlanNote("Another is too long", "other", "too long"),
)


def test_a_missing_file_does_not_hide_what_nobody_has_confirmed() -> None:
    found = caution(a_video_that_comes("our sound is shared").seen, MISSING_FILE)
    assert found.words == "file missing · not confirmed: our sound is shared"


def test_a_reminder_hides_nothing_and_what_has_no_room_is_counted() -> None:
    stage = a_video_that_comes("our sound is shared", "the lights are out").at("6:00")
    found = caution(stage.seen, MISSING_FILE)
    assert found.words == "file missing · not confirmed: our sound is shared · +2"
    assert "; ".join(found.all).endswith(
        "not confirmed: the lights are out; over by more than 0:30: advance, or give time"
    )


def test_with_nothing_in_the_way_there_is_nothing_to_say() -> None:
    assert caution(a_video_that_comes().seen, ()) == CLEAR


# ---- what it says


def test_nothing_hides_the_show_from_the_audience_where_there_is_no_programme() -> None:
    stage = Stage().at("0:00").do(Start(), Do("black"))
    assert caution(stage.seen, (), programme_is_open=False) == CLEAR


def test_what_hides_the_show_from_the_audience_is_said_until_it_is_gone() -> None:
    stage = Stage().at("0:00").do(Start())
    assert caution(stage.seen, ()) == CLEAR
    assert caution(stage.do(Do("black")).seen, ()).words == "the audience sees black: Ctrl F10 ends it"
    holding = stage.do(Do("holding picture")).seen
    assert caution(holding, ()).words == "the audience sees the holding picture: Ctrl F7 ends it"
    assert caution(stage.do(Do("programme")).seen, ()) == CLEAR
    assert caution(stage.do(Do("black")).at("0:10").do(Advance()).seen, ()) == CLEAR


def test_the_holding_picture_hides_nothing_before_the_show() -> None:
    assert caution(Stage().do(Do("holding picture")).seen, ()) == CLEAR
    assert caution(Stage().do(Do("black")).seen, ()) != CLEAR


def test_before_the_show_it_starts_it_and_says_how_early() -> None:
    assert said(Stage().at("-3:10")) == ("Start", "Welcome", "3:10 early")


def test_a_start_of_more_than_five_minutes_early_wants_a_second_press() -> None:
    assert next_press(Stage().at("-5:01").seen).twice
    assert not next_press(Stage().at("-5:00").seen).twice


def test_early_counts_from_the_postponed_start() -> None:
    assert said(Stage().at("-1:00").do(Postpone(at("10:00"))))[2] == "11:00 early: asks twice"


def test_a_late_start_is_just_a_start() -> None:
    assert said(Stage().at("2:00")) == ("Start", "Welcome", "")


def test_in_an_introduction_it_begins_the_speakers_time() -> None:
    stage = Stage().at("0:00").do(Start(), Take("address"))
    assert said(stage) == ("Begin Mr Jorge Chediek’s 5:00", "", "")
    assert next_press(stage.seen).command == Begin()


def test_in_the_introduction_of_a_video_it_rolls_it() -> None:
    video = Segment(
        id="v", title="A message", session="One", kind=Kind.VIDEO, media="v.mp4",
        duration=minutes("3:00"), intro=minutes("0:15"),
    )  # fmt: skip
    stage = Stage(an_hour(video)).at("0:00").do(Start())
    assert said(stage) == ("Roll", "A message", "3:00")
    assert next_press(stage.seen).command == Begin()


def test_what_was_added_is_part_of_the_time_that_begins() -> None:
    stage = Stage().at("0:00").do(Start(), Take("address"), Add(minutes("1:00")))
    assert said(stage)[0] == "Begin Mr Jorge Chediek’s 6:00"


def test_while_a_segment_runs_it_advances_to_the_next_by_the_speakers_name() -> None:
    assert said(Stage().at("0:00").do(Start())) == ("Advance", "Mr Jorge Chediek", "")


def test_a_video_goes_by_its_title() -> None:
    assert said(Stage().at("0:00").do(Start(), Skip("address")))[:2] == ("Advance", "Video")


def test_after_the_last_segment_it_ends_the_show_at_the_second_press() -> None:
    press = next_press(Stage().at("0:00").do(Start(), Take("closing")).seen)
    assert (press.words, press.twice, press.command) == ("End the show", True, Advance())


def test_on_hold_it_says_how_to_go_on() -> None:
    assert said(Stage().at("0:00").do(Start(), Hold()))[2] == "on hold · F8 goes on"


def test_in_an_introduction_on_hold_it_goes_on_and_skips_nobody() -> None:
    stage = Stage().at("0:00").do(Start(), Take("address"), Hold())
    assert next_press(stage.seen).command == Resume()


def test_after_the_show_it_does_nothing() -> None:
    stage = Stage().at("0:00").do(Start()).at("2:00").do(End())
    assert next_press(stage.seen).command is None


def test_with_every_segment_skipped_there_is_nothing_to_start() -> None:
    stage = Stage().at("-1:00").do(*(Skip(segment.id) for segment in usual().segments))
    assert stage.seen.row("welcome").state is SegmentState.SKIPPED
    assert next_press(stage.seen).command is None


def test_a_press_carries_what_was_seen() -> None:
    assert next_press(Stage().at("0:00").do(Start()).seen).seen == SeenShow("welcome", "address")


def test_a_note_that_counts_does_not_change_what_a_press_means() -> None:
    one, two = next_press(Stage().at("-3:10").seen), next_press(Stage().at("-3:09").seen)
    assert one != two
    assert one.meaning == two.meaning


# ---- when it is meant


@pytest.fixture
def guard() -> PressGuard:
    made = PressGuard()
    made.was_painted(ADVANCE, 10_000)
    return made


def test_a_press_of_what_was_read_is_obeyed(guard: PressGuard) -> None:
    assert guard.pressed(12_000) == Obey(ADVANCE)


def test_a_press_just_after_the_label_changed_is_refused(guard: PressGuard) -> None:
    guard.was_painted(BEGIN, 12_000)
    assert isinstance(guard.pressed(12_000 + EYE_TO_FINGER - 1), Refuse)
    assert guard.pressed(12_000 + EYE_TO_FINGER) == Obey(BEGIN)


def test_a_press_as_the_desk_comes_up_was_meant_for_something_else(guard: PressGuard) -> None:
    assert guard.has_just_appeared(10_000 + EYE_TO_FINGER - 1)
    assert guard.pressed(10_000 + EYE_TO_FINGER - 1) == Refuse(JUST_UP)
    assert not guard.has_just_appeared(10_000 + EYE_TO_FINGER)
    assert guard.pressed(10_000 + EYE_TO_FINGER) == Obey(ADVANCE)


def test_a_label_that_was_painted_again_has_not_changed(guard: PressGuard) -> None:
    guard.was_painted(ADVANCE, 12_000)
    assert guard.pressed(12_010) == Obey(ADVANCE)


def test_a_double_press_does_one_thing_even_when_the_label_has_changed(guard: PressGuard) -> None:
    guard.pressed(12_000)
    guard.was_painted(BEGIN, 12_020)
    assert isinstance(guard.pressed(12_000 + DOUBLE - 1), Refuse)
    assert guard.pressed(12_000 + DOUBLE) == Obey(BEGIN)


def test_the_end_wants_a_second_press_within_three_seconds() -> None:
    guard = PressGuard()
    guard.was_painted(END, 0)
    assert guard.pressed(5_000) == AskAgain(END)
    assert guard.is_asking(5_000 + ANSWER)
    assert guard.pressed(5_000 + ANSWER) == Obey(END)


def test_a_second_press_that_comes_too_late_asks_again() -> None:
    guard = PressGuard()
    guard.was_painted(END, 0)
    guard.pressed(5_000)
    assert guard.pressed(5_001 + ANSWER) == AskAgain(END)


def test_a_bounce_is_no_second_press() -> None:
    guard = PressGuard()
    guard.was_painted(END, 0)
    guard.pressed(5_000)
    assert isinstance(guard.pressed(5_100), Refuse)
    assert guard.pressed(5_000 + DOUBLE) == Obey(END)


def test_a_question_is_forgotten_when_the_label_changes() -> None:
    guard = PressGuard()
    guard.was_painted(END, 0)
    guard.pressed(5_000)
    guard.was_painted(ADVANCE, 5_500)
    assert not guard.is_asking(5_600)


def test_where_there_is_nothing_to_do_a_press_is_refused() -> None:
    guard = PressGuard()
    guard.was_painted(NOTHING, 0)
    assert isinstance(guard.pressed(5_000), Refuse)


def test_a_button_that_nobody_has_seen_does_nothing() -> None:
    assert isinstance(PressGuard().pressed(5_000), Refuse)


def test_another_wish_is_no_answer_to_a_question() -> None:
    second = SecondPress()
    assert not second.is_answer("end", 1_000)
    assert not second.is_answer("reset", 2_000)
    assert not second.is_answer("end", 3_000)
    assert second.is_answer("end", 4_000)
