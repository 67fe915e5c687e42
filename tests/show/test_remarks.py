"""What is kept with a run beside the show itself: notes, measured times, jumps of a simulated clock."""

import pytest

from ssc_console.show import commands as c
from ssc_console.show.events import ClockJumped, Measured, Noted
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import Playbook, instant, rundown, segment, span


def at(text: str) -> ShowInstant:
    return ShowInstant(instant(text))


def two() -> Playbook:
    return Playbook(rundown(segment("a"), segment("b")))


def test_a_note_is_kept_with_the_segment_on_air_and_its_instant():
    show = two().at("10:30:00").do(c.Start()).at("10:31:07").do(c.Note("  needs a longer walk-on "))
    kept = show.history.events[-1]
    assert (kept.fact, kept.at) == (Noted("needs a longer walk-on", "a"), at("10:31:07"))


def test_a_note_before_the_show_is_on_the_show():
    assert two().do(c.Note("slides arrive late")).history.events[-1].fact == Noted("slides arrive late", None)


def test_an_empty_note_is_refused():
    assert "write what you want to remember" in two().refusal(c.Note("   "))


def test_a_note_does_not_stand_in_the_way_of_an_undo():
    show = two().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance()).do(c.Note("hm")).do(c.Undo())
    assert show.on_air_id == "a"
    assert Noted("hm", "b") in [event.fact for event in show.history.live()]


def test_a_measured_time_is_of_the_segment_on_air_unless_another_is_named():
    show = two().at("10:30:00").do(c.Start())
    show.do(c.Measure(span("3:10"))).do(c.Measure(span("3:25"), "b"))
    assert [event.fact for event in show.history.events[-2:]] == [
        Measured("a", span("3:10")),
        Measured("b", span("3:25")),
    ]


def test_a_time_can_be_measured_of_no_unknown_segment_and_not_of_nothing():
    assert "name a segment" in two().refusal(c.Measure(span("1:00")))
    assert "no segment “x”" in two().refusal(c.Measure(span("1:00"), "x"))


@pytest.mark.parametrize(
    "command",
    [
        c.Note("x"),
        c.Measure(span("2:00"), "a"),
        c.NoticeJump(at("10:30:30")),
        c.NoticeRecording(span("0:10")),
        c.NoticeRecording(None),
    ],
)
def test_what_is_only_kept_changes_no_figure(command: c.Command | c.Report) -> None:
    show = two().at("10:30:00").do(c.Start()).at("10:31:00")
    before = show.show
    figures = (before.on_air, before.projected_end, before.can_undo)
    show.do(command)
    assert (show.on_air, show.show.projected_end, show.show.can_undo) == figures


def test_a_jump_says_where_from_and_what_fell_due_on_the_way_has_happened():
    show = Playbook(rundown(segment("a", auto_advance=True), segment("b"))).at("10:30:00").do(c.Start())
    show.now = at("10:36:00")
    show.do(c.NoticeJump(at("10:31:00")))
    assert show.facts() == ["SegmentTaken", "SegmentTaken", "ClockJumped"]
    assert show.history.events[-1].fact == ClockJumped(at("10:31:00"))


def test_how_fast_the_clock_runs_is_kept_once_and_outlives_an_undo():
    show = Playbook(rundown(segment("a"), segment("b"))).at("10:30").do(c.Start())
    show.at("10:31").do(c.Advance()).do(c.NoticePace(span("0:10"))).do(c.NoticePace(span("0:10")))
    show.do(c.Undo())
    assert show.facts() == ["SegmentTaken", "SegmentTaken", "ClockPaced", "Undone"]
    assert show.history.state.pace == span("0:10")
