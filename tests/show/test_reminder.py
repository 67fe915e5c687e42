"""What nobody seems to have noticed, and when it is said."""

from datetime import timedelta

from hypothesis import given

from ssc_console.show import commands as c
from ssc_console.show.change import next_change
from ssc_console.show.instants import ShowInstant
from ssc_console.show.reminder import OVER_AT_LEAST, Reminder, Why
from ssc_console.show.rundown import Rundown
from tests.show.playbook import Playbook, instant, rundown, segment, span
from tests.show.shows import Act, Run, acts, rundowns


def said(show: Playbook) -> Reminder | None:
    return show.show.reminder


def over(so_far: str, times: int) -> Reminder:
    return Reminder(Why.OVERRUN, span(so_far), times)


def test_a_segment_that_is_half_a_minute_over_is_said_again_each_minute() -> None:
    show = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30").do(c.Start())
    assert said(show.at("10:35:29.999")) is None
    assert said(show.at("10:35:30")) == over("0:30", 1)
    assert said(show.at("10:36:29.999")) == over("0:30", 1)
    assert said(show.at("10:36:30")) == over("1:30", 2)
    assert said(show.do(c.Advance())) is None


def test_a_long_segment_has_a_tenth_of_its_time() -> None:
    show = Playbook(rundown(segment("a", "10:00"))).at("10:30").do(c.Start())
    assert said(show.at("10:40:59.999")) is None
    assert said(show.at("10:41")) == over("1:00", 1)


def test_given_time_it_is_said_no_more() -> None:
    show = Playbook(rundown(segment("a", "5:00"))).at("10:30").do(c.Start()).at("10:35:40")
    assert said(show.do(c.Add(span("0:30")))) is None


def test_what_is_held_or_takes_the_next_by_itself_is_not_over() -> None:
    show = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30").do(c.Start())
    assert said(show.at("10:36").do(c.Hold())) is None
    waiting = segment("a", "5:00", auto_advance=True)
    show = Playbook(rundown(waiting, segment("b", fixed_start="10:40"))).at("10:30").do(c.Start())
    assert said(show.at("10:36")) is None


def test_a_video_that_has_ended_is_said_after_five_seconds() -> None:
    film = segment("a", "3:00", kind="video")
    show = Playbook(rundown(film, segment("b"))).at("10:30").do(c.Start()).playing("0:00", "3:00")
    show.at("10:33:00").ended()
    assert said(show.at("10:33:04.999")) is None
    assert said(show.at("10:33:05")) == Reminder(Why.VIDEO_ENDED, span("0:05"), 1)
    assert said(show.at("10:34:05")) == Reminder(Why.VIDEO_ENDED, span("1:05"), 2)


def test_a_video_that_is_paused_is_in_somebodys_hands() -> None:
    film = segment("a", "3:00", kind="video")
    show = Playbook(rundown(film)).at("10:30").do(c.Start()).playing("0:00", "3:00")
    assert said(show.at("10:31").paused("1:00", "3:00").at("10:40")) is None


def test_the_timer_is_set_to_when_it_is_said_first() -> None:
    show = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30:00.100").do(c.Start())
    show.at("10:35:29.900")
    assert next_change(show.history.state, show.now) <= ShowInstant(instant("10:35:30.100"))


@given(rundowns(), acts())
def test_it_is_said_only_of_what_is_over_and_nobody_holds(of: Rundown, done: list[Act]) -> None:
    run = Run(of).perform(*done).later(timedelta(minutes=1))
    reminder, on_air = run.show.reminder, run.show.on_air
    if reminder is not None:
        assert on_air is not None
        assert not on_air.held
        assert on_air.remaining <= timedelta()
    elif on_air is not None and on_air.media is None and not on_air.held:
        takes_the_next = on_air.segment.auto_advance
        late = max(OVER_AT_LEAST, on_air.allotted / 10)
        assert takes_the_next or on_air.remaining > -late
