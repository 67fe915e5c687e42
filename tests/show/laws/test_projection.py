"""docs/show-timing.md: the wall, `until`, fixed starts, states and projected times, worked by hand."""

from typing import Any

from ssc_console.show import commands as c
from ssc_console.show.figures import Phase
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span, wall


def three(**of_a: Any) -> Playbook:
    return Playbook(rundown(segment("a", **of_a), segment("b", "3:00"), segment("d", "2:00")))


# wall.1: "a past instant is shown as it was stamped and never restated: what is present or to come … uses the
# offset now in force."


def test_past_instants_stand_and_those_to_come_move_with_the_wall():
    show = (
        three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance()).at("10:32:00").wall_stepped("10")
    )
    row = show.show.row("a")
    assert (row.actual_start, row.actual_end) == (instant("10:30:00"), instant("10:31:00"))
    assert (row.projected_start, row.projected_end) == (instant("10:30:00"), instant("10:31:00"))
    assert show.on_air.taken_at == instant("10:31:00")
    assert show.show.row("b").projected_end == instant("10:34:10")
    assert show.show.projected_end == instant("10:36:10")
    show.at("10:33:00").do(c.Advance())
    assert show.on_air.taken_at == instant("10:33:10")
    assert show.show.row("b").actual_end == instant("10:33:10")


def test_a_begin_by_itself_is_stamped_with_the_offset_then_in_force():
    show = three(intro="0:20").at("10:30:00").do(c.Start()).at("10:31:00").wall_stepped("-5").at("10:32:00")
    assert (show.on_air.begun_at, show.on_air.elapsed) == (instant("10:30:20"), span("1:40"))


def test_a_due_cue_keeps_its_stamp_when_the_wall_is_stepped_and_one_to_come_moves():
    call = [cue("show/1", "55:00 before hard out"), cue("show/2", "50:00 before hard out")]
    show = Playbook(rundown(segment("a"), cues=call)).at("10:30:00").do(c.Start()).at("10:36:00")
    show.wall_stepped("60")
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:35:00"))
    assert show.due("show/2") == instant("10:40:00")  # by the wall; a minute sooner on the show clock
    assert show.at("10:38:59").cue("show/2") == "standby"
    assert show.at("10:39:00").cue("show/2") == "due"
    assert show.due("show/2") == instant("10:40:00")
    show.wall_stepped("-120")
    assert (show.cue("show/2"), show.due("show/2")) == ("due", instant("10:40:00"))


def test_a_fixed_start_is_a_time_of_day_so_it_moves_with_the_wall():
    show = Playbook(rundown(segment("a", auto_advance=True), segment("b", "3:00", fixed_start="10:40")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").wall_stepped("60").at("10:38:59")
    assert show.on_air_id == "a"
    show.at("10:39:00")
    assert (show.on_air_id, show.on_air.taken_at) == ("b", instant("10:40:00"))


def test_a_step_over_a_time_of_day_takes_the_next_at_the_step():
    show = Playbook(rundown(segment("a", None, until="10:40", auto_advance=True), segment("b")))
    show.at("10:30:00").do(c.Start()).at("10:39:30").wall_stepped("60")
    assert (show.on_air_id, show.on_air.taken_at) == ("b", instant("10:40:30"))
    assert show.history.events[-1].at == instant("10:39:30")


def test_what_an_aired_segment_until_a_time_of_day_had_is_not_restated_by_a_later_step():
    show = Playbook(rundown(segment("a", None, until="10:40"), segment("b"))).at("10:30:00").do(c.Start())
    show.at("10:38:00").do(c.Advance()).at("10:39:00").wall_stepped("60")
    assert show.show.row("a").allotted == span("10:00")


# until.1: "`allotted = max(elapsed + remaining, 0)`. Additions move it, uncut; a retime makes it a segment
# with
# a duration."


def test_until_is_moved_uncut_and_a_retime_gives_a_duration():
    show = Playbook(rundown(segment("a", None, until="10:40"), segment("b", None, until="10:45")))
    show.at("10:30:00").do(c.Start()).do(c.Add(span("-20:00")))
    assert (show.on_air.allotted, show.on_air.remaining) == (span("0"), span("-10:00"))
    assert show.on_air.phase is Phase.OVERRUN
    row = show.show.row("b")
    assert (row.projected_start, row.projected_end, row.allotted) == (
        instant("10:30:00"),
        instant("10:45:00"),
        span("15:00"),
    )
    show.do(c.Add(span("1:00"), "b"))
    assert show.show.row("b").projected_end == instant("10:46:00")
    show.do(c.Retime("b", span("4:00")))
    row = show.show.row("b")
    assert (row.projected_end, row.allotted, row.planned) == (instant("10:34:00"), span("4:00"), span("5:00"))
    show.at("10:31:00").do(c.Advance()).do(c.Hold())
    assert show.on_air.remaining == span("4:00")


def test_a_retime_replaces_the_plan_and_what_had_been_added_and_a_later_addition_adds_to_it():
    show = three().at("10:30:00").do(c.Start()).do(c.Add(span("1:00"), "b")).do(c.Retime("b", span("2:00")))
    assert show.show.row("b").allotted == span("2:00")
    assert show.do(c.Add(span("0:30"), "b")).show.row("b").allotted == span("2:30")
    assert show.show.row("b").planned == span("3:00")


# projected.1: "projected_start(j) = max(projected_end(j−1), its own fixed start if it has one)"


def test_a_gap_before_a_fixed_start_soaks_up_lateness():
    show = Playbook(
        rundown(segment("a"), segment("b", "3:00", fixed_start="10:40"), segment("d", "2:00", intro="0:30"))
    )
    show.at("10:30:00").do(c.Start()).at("10:38:00")
    assert (show.show.row("b").projected_start, show.show.over_under) == (instant("10:40:00"), span("0"))
    show.at("10:42:00")
    assert (show.show.row("b").projected_start, show.show.over_under) == (instant("10:42:00"), span("2:00"))
    assert show.show.row("d").projected_end == instant("10:47:30")
    assert show.show.to_hard_out == span("42:30")


def test_before_the_show_it_starts_now_once_the_start_is_past_and_at_what_it_was_postponed_to():
    show = three()
    assert show.show.projected_end == instant("10:40:00")
    assert show.at("10:32:00").show.projected_end == instant("10:42:00")
    show.do(c.Postpone(wall("10:35"))).at("10:33:00")
    assert show.show.row("a").projected_start == instant("10:35:00")
    assert show.show.over_under == span("5:00")
    assert "before the event" in show.refusal(c.Postpone(wall("10:29")))


def test_after_the_end_everything_stands_as_it_was_stamped():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.End()).at("10:50:00")
    assert (show.show.projected_end, show.show.over_under) == (instant("10:31:00"), span("-9:00"))
    assert [show.state(each) for each in "abd"] == ["aired", "not_aired", "not_aired"]
    assert (show.show.next, show.show.not_aired) == (None, span("5:00"))
    row = show.show.row("b")
    assert (row.projected_start, row.projected_end, row.planned_start) == (None, None, instant("10:35:00"))


# states.1: the table of segment states


def test_a_skipped_segment_that_is_moved_retimed_or_added_to_stays_skipped():
    show = three().at("10:30:00").do(c.Start()).do(c.Skip("b")).do(c.Move("b", None))
    show.do(c.Retime("b", span("1:00"))).do(c.Add(span("0:10"), "b"))
    assert (show.state("b"), show.show.order, show.show.row("b").allotted) == (
        "skipped",
        ("a", "d", "b"),
        span("1:10"),
    )
    show.do(c.Take("b"))
    assert (show.state("b"), show.state("d"), show.show.not_aired) == ("on_air", "not_aired", span("2:00"))
    show.do(c.Back())
    assert (show.on_air_id, show.state("b")) == ("d", "pending")


def test_what_was_aired_is_not_taken_again_by_an_advance():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance()).at("10:32:00").do(c.Take("a"))
    assert [show.state(each) for each in "abd"] == ["on_air", "aired", "pending"]
    assert show.show.row("a").actual_end is None
    assert show.at("10:33:00").do(c.Advance()).on_air_id == "d"


def test_moves_that_do_not_fit_are_refused():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Take("b")).do(c.Skip("d"))
    assert "on air" in show.refusal(c.Move("b", None))
    assert "aired" in show.refusal(c.Move("a", None))
    assert "gone past" in show.refusal(c.Move("d", "a"))
    assert "itself" in show.refusal(c.Move("d", "d"))
    assert show.do(c.Restore("d")).do(c.Move("d", None)).state("d") == "pending"
    assert "gone past" in show.refusal(c.Insert("X", span("1:00"), "a"))


# auto.1: "an `auto` segment takes the next at the exact instant at which its remaining reaches 0 (or of the
# command that takes it to 0 or below, or of the resume if it was held; never in the intro), or at the next
# one's fixed start if that is later."


def test_an_automatic_take_after_a_hold_is_at_the_resume():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:31:00").do(c.Hold())
    show.do(c.Add(span("-9:00"))).at("10:32:00")
    assert show.on_air_id == "a"
    assert show.do(c.Resume()).on_air.taken_at == instant("10:32:00")


def test_an_automatic_take_never_comes_in_the_intro():
    show = three(auto_advance=True, intro="0:20").at("10:30:00").do(c.Start()).do(c.Add(span("-9:00")))
    assert show.at("10:30:19").on_air_id == "a"
    assert show.at("10:30:21").on_air.taken_at == instant("10:30:20")


def test_skipping_a_fixed_start_lets_an_automatic_take_come_at_the_skip():
    show = Playbook(
        rundown(segment("a", auto_advance=True), segment("b", "3:00", fixed_start="10:40"), segment("d"))
    )
    show.at("10:30:00").do(c.Start()).at("10:36:00").do(c.Skip("b"))
    assert (show.on_air_id, show.on_air.taken_at) == ("d", instant("10:36:00"))


def test_a_segment_without_time_of_its_own_but_with_an_intro_is_left_after_it():
    show = Playbook(rundown(segment("a", "0:00", intro="0:10", auto_advance=True), segment("b")))
    assert show.at("10:30:00").do(c.Start()).at("10:31:00").on_air.taken_at == instant("10:30:10")


def test_a_segment_that_had_no_time_when_it_was_taken_waits_even_if_it_is_given_some():
    show = (
        Playbook(rundown(segment("a", "0:00", auto_advance=True), segment("b"))).at("10:30:00").do(c.Start())
    )
    show.do(c.Add(span("1:00"))).at("10:32:00")
    assert (show.on_air_id, show.on_air.remaining) == ("a", span("-1:00"))
    assert show.do(c.Take("a")).at("10:33:00").on_air_id == "b"


# thresholds.1: "for a short segment at most a quarter and an eighth of its allotted time, rounded down"


def test_thresholds_follow_what_is_allotted_and_the_phase_turns_exactly_there():
    show = three().at("10:30:00").do(c.Start()).do(c.Add(span("-3:10")))  # 1:50: 27.5 and 13.75
    assert (show.on_air.warning, show.on_air.wrap_up) == (span("27"), span("13"))
    assert show.at("10:31:22.999").on_air.phase is Phase.NORMAL
    assert show.at("10:31:23").on_air.phase is Phase.WARNING
    assert show.at("10:31:36.999").on_air.phase is Phase.WARNING
    assert show.at("10:31:37").on_air.phase is Phase.WRAP_UP
    assert show.at("10:31:49.999").on_air.phase is Phase.WRAP_UP
    assert show.at("10:31:50").on_air.phase is Phase.OVERRUN
