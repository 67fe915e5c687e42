"""What was recorded of a show: where in which recording each instant is."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.as_run import as_run
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.recorded import Found, Recording
from tests.show.playbook import Playbook, instant, rundown, segment, span


def at(text: str) -> ShowInstant:
    return ShowInstant(instant(text))


def recording(into: str) -> c.NoticeRecording:
    return c.NoticeRecording(span(into))


STOPPED = c.NoticeRecording(None)


def two() -> Playbook:
    return Playbook(rundown(segment("a"), segment("b")), opened="10:20:00")


def of(show: Playbook) -> tuple[Recording, ...]:
    return as_run(show.history).recordings


def test_a_recording_that_began_before_the_show_holds_its_start_later() -> None:
    show = two().at("10:26:35").do(recording("0:00")).at("10:30:00").do(c.Start())
    (only,) = of(show)
    assert only.position(at("10:30:00")) == span("3:25")
    assert only.position(at("10:26:00")) == span("-0:35")
    assert only.length is None


def test_a_console_that_finds_it_running_reckons_back() -> None:
    (only,) = of(two().do(c.Start()).at("10:31:00").do(recording("5:00")))
    assert only.position(at("10:26:00")) == ZERO


def test_in_a_pause_the_recording_stands_still() -> None:
    show = two().at("10:30:00").do(recording("0:00")).at("10:35:00").do(recording("2:00"))
    (only,) = of(show)
    assert [only.position(at(each)) for each in ("10:31:00", "10:32:00", "10:34:59", "10:36:00")] == [
        span("1:00"),
        span("2:00"),
        span("2:00"),
        span("3:00"),
    ]


def test_what_is_recorded_after_a_stop_is_another_recording() -> None:
    show = two().at("10:21:00").do(recording("0:00")).at("10:25:00").do(STOPPED)
    first, second = of(show.at("10:29:00").do(recording("0:00")))
    assert (first.length, second.length) == (span("4:00"), None)
    assert second.position(at("10:30:00")) == span("1:00")


def test_a_recorder_that_died_and_came_back_makes_another_recording() -> None:
    show = two().at("10:21:00").do(recording("1:00")).at("10:25:00").do(recording("0:02"))
    assert [each.position(at("10:25:00")) for each in of(show)] == [span("5:00"), span("0:02")]


def test_a_stop_of_what_never_started_is_nothing() -> None:
    assert of(two().do(STOPPED)) == ()


def test_a_recording_stays_known_when_the_take_before_it_is_undone() -> None:
    show = two().do(c.Start()).at("10:21:00").do(recording("0:00")).do(c.Undo())
    assert len(of(show)) == 1


seconds = st.integers(0, 600).map(lambda count: timedelta(seconds=count))


@given(st.lists(st.tuples(seconds, seconds), min_size=1, max_size=5), st.lists(seconds, min_size=2))
def test_later_is_never_earlier_in_the_recording(
    found: list[tuple[timedelta, timedelta]], asked: list[timedelta]
):
    show, into, begin = ZERO, ZERO, at("10:00:00")
    anchors = []
    for recorded, paused in found:  # so long recorded, then so long in pause
        anchors.append(Found(ShowInstant(begin + show), into))
        show, into = show + recorded + paused, into + recorded
    one = Recording(tuple(anchors))
    positions = [one.position(ShowInstant(begin + each)) for each in sorted(asked)]
    assert positions == sorted(positions)
