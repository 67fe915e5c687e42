"""What keys, buttons and forms come to."""

from datetime import timedelta

import pytest

from ssc_console.desk import forms
from ssc_console.desk.forms import Form
from ssc_console.desk.keys import Wish
from ssc_console.desk.sight import Sight
from ssc_console.desk.wishes import Give, answer
from ssc_console.show.commands import (
    Add,
    Advance,
    Command,
    Dismiss,
    End,
    Go,
    Hold,
    Insert,
    Move,
    Postpone,
    Rearm,
    Resume,
    Retime,
    SeenCue,
    SeenShow,
    SendMessage,
    Skip,
    Standby,
    Start,
    Take,
)
from tests.staged import Stage, at, minutes


def on_air() -> Stage:
    return Stage().at("0:00").do(Start())


def given(stage: Stage, wish: Wish, sight: Sight | None = None) -> Command:
    answered = answer(wish, stage.seen, sight or Sight())
    assert isinstance(answered, Give)
    return answered.command


def test_hold_and_go_on_are_one_key() -> None:
    assert given(on_air(), Wish.HOLD) == Hold()
    assert given(on_air().do(Hold()), Wish.HOLD) == Resume()


def test_time_is_given_to_the_segment_that_is_seen_on_air() -> None:
    assert given(on_air(), Wish.MORE) == Add(timedelta(seconds=30), "welcome")
    assert given(on_air(), Wish.LESS) == Add(timedelta(seconds=-30), "welcome")


def test_with_nothing_on_air_time_is_given_to_nobody() -> None:
    assert isinstance(answer(Wish.MORE, Stage().seen, Sight()), str)


@pytest.mark.parametrize(("wish", "show"), [(Wish.END, on_air()), (Wish.RESET, on_air().do(End()))])
def test_what_cannot_be_taken_back_easily_wants_two_presses(wish: Wish, show: Stage) -> None:
    answered = answer(wish, show.seen, Sight())
    assert isinstance(answered, Give)
    assert answered.twice


@pytest.mark.parametrize("wish", [Wish.POSTPONE, Wish.RESET])
def test_nobody_is_asked_about_what_the_show_has_no_room_for(wish: Wish) -> None:
    answered = answer(wish, on_air().seen, Sight())
    assert isinstance(answered, str)
    assert answered.startswith("The show is running")


def test_a_step_back_says_first_what_it_does_to_the_end_of_the_show() -> None:
    show = on_air().at("2:00").do(Advance())
    answered = answer(Wish.BACK, show.seen, Sight())
    assert isinstance(answered, Give)
    assert answered.twice
    assert answered.words.startswith("go back: ends ")
    assert "next is" in answered.words


def test_a_step_back_from_the_first_segment_is_refused_at_once() -> None:
    assert isinstance(answer(Wish.BACK, on_air().seen, Sight()), str)


def test_the_first_cue_is_the_one_that_was_painted_first() -> None:
    seen = SeenCue("video/ask", "due")
    assert given(on_air(), Wish.GO, Sight(first_cue=seen)) == Go("video/ask")
    assert given(on_air(), Wish.DISMISS, Sight(first_cue=seen)) == Dismiss("video/ask")


def test_standby_calls_the_first_cue_that_is_not_called_yet() -> None:
    assert given(on_air().do(Standby("address/name")), Wish.STANDBY) == Standby("video/ask")


def test_rearm_is_for_the_cue_that_was_done_last() -> None:
    assert given(on_air().do(Dismiss("video/ask")), Wish.REARM) == Rearm("video/ask")


def test_without_a_cue_there_is_a_reason() -> None:
    assert isinstance(answer(Wish.GO, on_air().seen, Sight()), str)


def test_a_wish_about_a_segment_needs_one_that_is_chosen() -> None:
    assert isinstance(answer(Wish.SKIP, on_air().seen, Sight()), str)


@pytest.mark.parametrize(
    ("wish", "command"),
    [
        (Wish.SKIP, Skip("launch")),
        (Wish.TAKE, Take("launch")),
        (Wish.EARLIER, Move("launch", "remarks")),
        (Wish.LATER, Move("launch", None)),
    ],
)
def test_a_chosen_segment_is_what_the_keys_are_about(wish: Wish, command: Command) -> None:
    assert given(on_air(), wish, Sight(chosen="launch")) == command


def test_what_does_not_fit_a_segment_is_said() -> None:
    assert isinstance(answer(Wish.EARLIER, on_air().seen, Sight(chosen="welcome")), str)


def test_a_press_about_a_segment_carries_what_was_seen() -> None:
    answered = answer(Wish.TAKE, on_air().seen, Sight(chosen="launch"))
    assert isinstance(answered, Give)
    assert answered.seen == SeenShow("welcome", "address")


# ---- forms


def form(stage: Stage, wish: Wish) -> Form:
    answered = answer(wish, stage.seen, Sight(chosen="launch"))
    assert isinstance(answered, Form)
    return answered


@pytest.mark.parametrize(
    ("wish", "answers", "command"),
    [
        (Wish.ADD, ("1:00",), Add(minutes("1:00"), "launch")),
        (Wish.ADD, ("−0:30",), Add(minutes("-0:30"), "launch")),
        (Wish.ADD, ("-30s",), Add(minutes("-0:30"), "launch")),
        (Wish.ADD, ("+1:00",), Add(minutes("1:00"), "launch")),
        (Wish.RETIME, (" 3:30 ",), Retime("launch", minutes("3:30"))),
        (Wish.INSERT, ("Technical  break", "2:00"), Insert("Technical break", minutes("2:00"), "launch")),
        (Wish.MOVE, ("remarks",), Move("launch", "remarks")),
        (Wish.MOVE, ("",), Move("launch", None)),
        (Wish.MESSAGE, (" One  minute ",), SendMessage("One minute")),
    ],
)
def test_a_form_makes_a_command(wish: Wish, answers: tuple[str, ...], command: Command) -> None:
    assert form(on_air(), wish).make(answers) == command


@pytest.mark.parametrize(
    ("wish", "answers"),
    [
        (Wish.ADD, ("soon",)),
        (Wish.RETIME, ("",)),
        (Wish.INSERT, ("", "2:00")),
        (Wish.INSERT, ("Break", "two")),
        (Wish.MESSAGE, ("  ",)),
    ],
)
def test_a_form_says_what_is_wrong_with_an_answer(wish: Wish, answers: tuple[str, ...]) -> None:
    with pytest.raises(ValueError) as wrong:
        form(on_air(), wish).make(answers)
    assert str(wrong.value)


def test_postponing_takes_a_local_time_of_day() -> None:
    asked = forms.postpone(Stage().at("-10:00").seen)
    assert asked.fields[0].text == "10:30"
    assert asked.make(("10:45",)) == Postpone(at("15:00"))


def test_a_segment_is_moved_before_those_that_are_still_to_come() -> None:
    choices = [value for value, _ in form(on_air(), Wish.MOVE).fields[0].choices]
    assert choices == ["address", "video", "remarks", "closing", ""]
