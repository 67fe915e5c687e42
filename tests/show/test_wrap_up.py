"""The line that asks a speaker by itself to come to the closing words, and a line that flashes."""

from datetime import timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.agenda_reload import difference
from ssc_console.show.change import next_change
from ssc_console.show.events import Guards, MessageShown, Usual
from ssc_console.show.figures import Phase
from ssc_console.show.flash import HALF
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, instant, rundown, segment
from tests.show.shows import Act, Run, acts, rundowns

LINE = "Please come to your closing words"
OTHER = "One minute left"


def at(text: str) -> ShowInstant:
    return ShowInstant(instant(text))


def a_show(*segments: Segment) -> Playbook:
    made = rundown(*(segments or (speech("a"), speech("b"))))
    return Playbook(replace(made, event=replace(made.event, wrap_up_message=LINE)))


def speech(id_: str, duration: str = "5:00", **given_: object) -> Segment:
    return segment(id_, duration, speakers=("p",), **given_)


def line_of(show: Playbook) -> str | None:
    return show.show.message


def lines(show: Playbook) -> list[tuple[str, str]]:
    """The lines that were shown by themselves, with when."""
    return [
        (f"{event.at - at('10:30')}", event.fact.text)
        for event in show.history.events
        if isinstance(event.fact, MessageShown) and event.fact.automatic
    ]


def test_the_line_comes_at_the_very_moment_at_which_the_countdown_turns_red() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34:29.999")
    assert line_of(show) is None
    show.at("10:35:10")
    assert line_of(show) == LINE
    assert lines(show) == [("0:04:30", LINE)]
    assert show.history.events[-1].by == "clock"


def test_whoever_likes_the_red_sooner_has_the_line_with_it() -> None:
    """A minute, but at most an eighth of the five minutes: 37 seconds before their end."""
    show = a_show().at("10:30").do(c.NoticeTuning(Guards(), Usual(wrap_up=60 * SECOND))).do(c.Start())
    show.at("10:34:22.999")
    assert (show.on_air.phase, line_of(show)) == (Phase.WARNING, None)
    show.at("10:34:23")
    assert (show.on_air.phase, line_of(show)) == (Phase.WRAP_UP, LINE)


def test_a_changed_threshold_of_the_file_moves_neither_red_nor_line_of_the_one_who_speaks() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:31")
    file = replace(show.show.rundown, event=replace(show.show.rundown.event, wrap_up=90 * SECOND))
    found = difference(show.history.state, file)
    show.do(c.Reload(found, tuple(each.name for each in found.changes))).at("10:34:29.999")
    assert (show.on_air.phase, line_of(show)) == (Phase.WARNING, None)
    show.at("10:34:30")
    assert (show.on_air.phase, line_of(show)) == (Phase.WRAP_UP, LINE)


def test_it_is_shown_once_an_airing_and_can_be_cleared() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34:31").do(c.ClearMessage())
    show.do(c.Add(timedelta(minutes=2))).at("10:38")
    assert line_of(show) is None
    assert len(lines(show)) == 1


def test_a_segment_that_is_taken_again_has_it_again() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34:31").do(c.Take("a")).at("10:39:10")
    assert len(lines(show)) == 2


def test_what_a_person_wrote_is_not_overwritten_and_the_line_does_not_come_late() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34").do(c.SendMessage(OTHER)).at("10:34:40")
    assert line_of(show) == OTHER
    show.do(c.ClearMessage()).at("10:36")
    assert line_of(show) is None
    assert lines(show) == []


def test_a_person_may_write_over_it() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34:31").do(c.SendMessage(OTHER)).at("10:36")
    assert line_of(show) == OTHER


def test_in_a_hold_it_is_not_shown_and_after_it_at_its_moment() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34").do(c.Hold()).at("10:36")
    assert line_of(show) is None
    show.do(c.Resume()).at("10:36:29.999")
    assert line_of(show) is None
    assert line_of(show.at("10:36:30")) == LINE


def test_time_that_is_taken_in_a_hold_lets_it_come_as_the_clock_goes_on() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34").do(c.Hold())
    show.do(c.Add(timedelta(seconds=-50))).at("10:35")
    assert line_of(show) is None
    assert line_of(show.do(c.Resume())) == LINE


def test_time_that_is_taken_away_brings_it_at_once_and_the_undo_takes_it_along() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34").do(c.Add(timedelta(seconds=-40)))
    assert line_of(show) == LINE
    show.do(c.Undo())
    assert line_of(show) is None
    assert line_of(show.at("10:34:30")) == LINE


def test_a_wrong_advance_that_is_undone_leaves_no_line_of_its_own() -> None:
    show = a_show(speech("a"), speech("b", "0:40", wrap_up="0:30")).at("10:30").do(c.Start())
    show.at("10:31").do(c.Advance()).at("10:31:20")
    assert line_of(show) == LINE
    assert line_of(show.do(c.Undo())) is None
    assert line_of(show.at("10:34:30")) == LINE


def test_what_is_in_the_past_only_because_of_an_undo_is_not_said() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34").do(c.Add(timedelta(minutes=5)))
    show.at("10:36").do(c.Undo()).at("10:37")
    assert line_of(show) is None


def test_what_falls_into_a_gap_is_not_said() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34")
    show.now = at("10:34:50")
    show.do(c.NoticeGap(at("10:34:10"))).at("10:36")
    assert line_of(show) is None


def test_the_next_speaker_is_not_greeted_with_it() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:34:40").do(c.Advance())
    assert line_of(show) is None


def test_where_nobody_speaks_only_the_segments_own_line_is_shown() -> None:
    show = a_show(segment("a"), segment("b", wrap_up_message="Cameras on")).at("10:30").do(c.Start())
    show.at("10:35")
    assert line_of(show) is None
    show.do(c.Advance()).at("10:39:30")
    assert line_of(show) == "Cameras on"


def test_a_video_that_has_ended_has_nothing_to_come_to_an_end_of() -> None:
    film = segment("a", kind="video", speakers=("p",), wrap_up="0:20")
    show = a_show(film, speech("b")).at("10:30").do(c.Start()).playing("0:00", "5:00")
    show.at("10:31").ended().at("10:36")
    assert line_of(show) is None


def test_without_a_line_in_the_agenda_nothing_is_said() -> None:
    show = Playbook(rundown(speech("a"))).at("10:30").do(c.Start()).at("10:36")
    assert line_of(show) is None


@given(rundowns(), acts())
def test_no_airing_has_the_line_twice_and_none_in_a_hold(of: Rundown, done: list[Act]) -> None:
    run = Run(of).perform(*done).later(timedelta(minutes=2))
    seen: set[int | None] = set()
    for event in run.history.live():
        if isinstance(event.fact, MessageShown) and event.fact.automatic:
            assert event.airing not in seen
            seen.add(event.airing)
            before = run.history.state_after(event.seq - 1)
            assert before.airing is not None
            assert before.airing.held_since is None
            assert before.message is None


# ---- flash


def test_a_message_flashes_three_times_a_second_apart_and_then_stands() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:31").do(c.SendMessage(OTHER), None).do(c.Flash())
    lit: list[bool] = []
    for half in range(8):
        show.now = ShowInstant(at("10:31") + half * HALF)
        lit.append(show.show.flash_is_lit)
    assert lit == [True, False, True, False, True, False, False, False]
    assert line_of(show) == OTHER


def test_the_timer_is_set_to_each_half_of_a_flash() -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:31:00.250").do(c.SendMessage(OTHER)).do(c.Flash())
    now = show.now
    turns: list[float] = []
    for _ in range(20):
        before, now = show.show.flash_is_lit, next_change(show.history.state, now)
        show.now = now
        if show.show.flash_is_lit is not before:
            turns.append((now - at("10:31:00.250")) / SECOND)
    assert turns == [0.5, 1.0, 1.5, 2.0, 2.5]


def flashes(presses: set[int], until: int) -> list[timedelta]:
    """When the line turns bright, if the key is pressed at these hundredths of a second."""
    show = a_show().at("10:30").do(c.Start()).at("10:31").do(c.SendMessage(OTHER))
    begins, lit = [], False
    for hundredth in range(until):
        since = timedelta(milliseconds=10 * hundredth)
        show.now = ShowInstant(at("10:31") + since)
        if hundredth in presses:
            show.do(c.Flash())
        before, lit = lit, show.show.flash_is_lit
        if lit and not before:
            begins.append(since)
    return begins


def test_pressed_in_each_dark_half_it_flashes_less_than_twice_a_second() -> None:
    assert flashes({0, 51, 102, 153}, 154) == [timedelta(milliseconds=510 * each) for each in range(4)]


@given(st.lists(st.integers(1, 150), min_size=1, max_size=6))
def test_it_never_flashes_three_times_within_a_second_however_often_it_is_asked_for(gaps: list[int]) -> None:
    begins = flashes(set(accumulate(gaps)), sum(gaps) + 300)
    assert len(begins) >= 3
    assert all(third - first > SECOND for first, third in zip(begins, begins[2:], strict=False))


@pytest.mark.parametrize("gone", [c.ClearMessage(), c.SendMessage("x"), c.Advance()])
def test_another_line_or_none_does_not_flash(gone: c.Command) -> None:
    show = a_show().at("10:30").do(c.Start()).at("10:31").do(c.SendMessage(OTHER)).do(c.Flash())
    assert not show.do(gone).show.flash_is_lit


def test_without_a_message_there_is_nothing_to_flash() -> None:
    assert a_show().refusal(c.Flash()) == "No message is shown that could flash: write one first."
