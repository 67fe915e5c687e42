"""The figures of the segment on air."""

import pytest

from ssc_console.show import commands as c
from ssc_console.show.figures import CountsTo, Phase
from tests.show.playbook import Playbook, instant, rundown, segment, span


def two() -> Playbook:
    return Playbook(rundown(segment("a", "5:00", intro="0:20"), segment("b", "3:00")))


def test_in_the_intro_the_whole_time_is_left_and_the_intro_has_its_own():
    show = two().at("10:30:05").do(c.Start()).at("10:30:10")
    assert (show.on_air.phase, show.on_air.remaining, show.on_air.elapsed) == (
        Phase.INTRO,
        span("5:00"),
        span("0"),
    )
    assert show.on_air.intro_remaining == span("15")
    assert show.show.projected_end == instant("10:38:25")


def test_the_clock_begins_by_itself_when_the_intro_is_used_up():
    show = two().at("10:30:05").do(c.Start()).at("10:31:25")
    assert show.on_air.begun_at == instant("10:30:25")
    assert (show.on_air.elapsed, show.on_air.remaining) == (span("1:00"), span("4:00"))
    assert show.on_air.intro_remaining is None


def test_a_person_begins_the_clock_before_the_intro_is_used_up():
    show = two().at("10:30:05").do(c.Start()).at("10:30:15").do(c.Begin()).at("10:31:15")
    assert show.on_air.elapsed == span("1:00")
    assert "running already" in show.refusal(c.Begin())


def test_a_hold_in_the_intro_holds_the_intro_and_one_after_it_holds_the_speaker():
    show = two().at("10:30:00").do(c.Start()).at("10:30:10").do(c.Hold()).at("10:31:00")
    assert show.on_air.intro_remaining == span("10")
    assert show.show.projected_end == instant("10:39:10")
    show.do(c.Resume()).at("10:31:10").at("10:32:10")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:31:10"), span("1:00"))
    show.do(c.Hold()).at("10:40:00")
    assert (show.on_air.elapsed, show.on_air.held_for) == (span("1:00"), span("8:40"))
    show.do(c.Resume()).at("10:40:30")
    assert show.on_air.elapsed == span("1:30")


def test_the_projected_end_stands_while_on_time_and_moves_in_the_overrun():
    show = Playbook(rundown(segment("a", "5:00"), segment("b", "3:00"))).at("10:30:00").do(c.Start())
    assert show.at("10:34:59").show.projected_end == instant("10:38:00")
    assert show.at("10:36:00").show.projected_end == instant("10:39:00")
    assert show.show.over_under == span("1:00")
    assert show.on_air.phase is Phase.OVERRUN


def test_taking_time_away_is_cut_at_nothing_and_says_what_was_really_taken():
    show = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30:00").do(c.Start())
    show.at("10:31:00").do(c.Add(span("-9:00")))
    assert show.history.events[-1].fact.duration == span("-5:00")  # type: ignore[union-attr]
    assert (show.on_air.allotted, show.on_air.remaining) == (span("0"), span("-1:00"))


def test_a_segment_until_a_time_of_day_counts_to_it_by_the_wall_and_can_not_be_held():
    show = Playbook(rundown(segment("a", None, until="10:40"), segment("b"))).at("10:31:00").do(c.Start())
    assert (show.on_air.remaining, show.on_air.allotted) == (span("9:00"), span("9:00"))
    assert show.on_air.counts_to is CountsTo.UNTIL
    assert "can't be held" in show.refusal(c.Hold())
    show.at("10:32:00").do(c.Add(span("-1:00")))
    assert show.on_air.remaining == span("7:00")
    show.wall_stepped("10")
    assert show.on_air.remaining == span("6:50")
    assert show.on_air.elapsed == span("1:00")


def test_a_step_of_the_wall_never_moves_a_running_countdown_but_moves_the_hard_out():
    show = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30:00").do(c.Start()).at("10:31:00")
    spare = show.show.to_hard_out
    show.wall_stepped("30")
    assert show.on_air.remaining == span("4:00")
    assert show.show.to_hard_out == spare - span("30")
    assert show.on_air.taken_at == instant("10:30:00")
    assert show.show.wall_now == instant("10:31:30")


def test_small_steps_of_the_wall_count_once_they_sum_to_more():
    show = Playbook(rundown(segment("a"))).at("10:29:10").wall_stepped("0.2")
    assert show.facts() == []
    assert show.wall_stepped("0.2").facts() == ["WallStepped"]
    assert show.history.state.wall_offset == span("0.4")


@pytest.mark.parametrize(
    ("duration", "given", "warning", "wrap_up"),
    [
        ("5:00", {}, "1:00", "0:30"),
        ("2:00", {}, "0:30", "0:15"),
        ("0:30", {}, "0:07", "0:03"),
        ("0:30", {"warning": "0:25"}, "0:25", "0:03"),
    ],
)
def test_thresholds_are_the_usual_ones_but_a_quarter_and_an_eighth_of_a_short_segment(
    duration: str, given: dict[str, str], warning: str, wrap_up: str
):
    show = Playbook(rundown(segment("a", duration, **given))).at("10:30:00").do(c.Start())
    assert (show.on_air.warning, show.on_air.wrap_up) == (span(warning), span(wrap_up))


def test_a_video_warns_nobody_until_it_is_over():
    show = Playbook(rundown(segment("v", "3:00", kind="video"))).at("10:30:00").do(c.Start()).at("10:32:59")
    assert (show.on_air.phase, show.on_air.warning) == (Phase.NORMAL, None)
    assert show.at("10:33:00").on_air.phase is Phase.OVERRUN


def test_the_videos_own_clock_is_the_truth():
    show = Playbook(rundown(segment("v", "3:00", kind="video"), segment("b"))).at("10:30:00").do(c.Start())
    show.at("10:30:02").playing("0:00", "3:04").at("10:31:02")
    assert (show.on_air.remaining, show.on_air.counts_to) == (span("2:04"), CountsTo.MEDIA)
    assert show.on_air.elapsed == span("1:02")
    show.paused("1:00", "3:04").at("10:35:00")
    assert show.on_air.remaining == span("2:04")
    show.playing("1:00", "3:04").at("10:40:00")
    assert show.on_air.remaining == span("0")
    show.lost()
    assert show.on_air.remaining == span("-7:00")


def test_a_hold_pauses_the_video_and_the_resume_lets_it_play_on():
    show = Playbook(rundown(segment("v", "3:00", kind="video"), segment("b"))).at("10:30:00").do(c.Start())
    show.playing("0:00", "3:00").at("10:31:00").do(c.Hold()).at("10:32:00")
    assert show.on_air.remaining == span("2:00")
    show.do(c.Resume()).at("10:33:00")
    assert show.on_air.remaining == span("1:00")


def test_a_video_that_is_loaded_but_not_rolled_stays_in_the_intro_until_it_plays():
    show = Playbook(rundown(segment("v", "3:00", intro="0:20", kind="video"), segment("b")))
    show.at("10:30:00").do(c.Start()).paused("0:00", "3:04").at("10:31:00")
    assert (show.on_air.phase, show.on_air.intro_remaining) == (Phase.INTRO, span("0"))
    show.playing("0:00", "3:04").at("10:31:10")
    assert (show.on_air.begun_at, show.on_air.remaining) == (instant("10:31:00"), span("2:54"))
