"""Cues: when they are due, what becomes of them."""

from ssc_console.show import commands as c
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span


def with_cue(at: str, *, auto: bool = False, intro: str = "0:20") -> Playbook:
    first = segment("a", "5:00", intro=intro, cues=(cue("a/1", at, auto=auto),))
    return Playbook(rundown(first, segment("b", "3:00")))


def test_a_cue_before_the_end_goes_to_standby_then_due_and_stays_due_in_the_overrun():
    show = with_cue("1:00 before end").at("10:30:00").do(c.Start()).at("10:34:09")
    assert show.cue("a/1") == "pending"
    assert show.at("10:34:10").cue("a/1") == "standby"
    assert show.at("10:34:20").cue("a/1") == "due"
    assert show.at("10:50:00").due("a/1") == instant("10:34:20")


def test_added_time_makes_a_due_cue_pending_again_and_less_of_it_does_not():
    show = with_cue("1:00 before end").at("10:30:00").do(c.Start()).at("10:34:30").do(c.Add(span("0:05")))
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:34:20"))
    show.do(c.Add(span("1:00")))
    assert (show.cue("a/1"), show.due("a/1")) == ("pending", instant("10:35:25"))


def test_a_cue_hung_before_an_end_that_comes_early_falls_due_but_an_automatic_one_passes():
    show = with_cue("1:00 before end").at("10:30:00").do(c.Start()).at("10:32:00").do(c.Advance())
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:32:00"))
    show = with_cue("1:00 before end", auto=True).at("10:30:00").do(c.Start()).at("10:32:00").do(c.Advance())
    assert (show.cue("a/1"), show.due("a/1")) == ("passed", None)


def test_an_early_start_makes_what_hangs_before_it_due():
    call = cue("show/1", "1:00 before start")
    show = Playbook(rundown(segment("a"), cues=[call]), opened="10:20:00").at("10:20:10").do(c.Start())
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:20:10"))


def test_what_fell_due_before_the_console_was_opened_is_due_and_not_fired():
    call = cue("show/1", "25:00 before start", auto=True)
    show = Playbook(rundown(segment("a"), cues=[call]), opened="10:20:00").at("10:21:00")
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:05:00"))


def test_an_automatic_cue_fires_at_its_own_instant_not_when_it_is_noticed():
    show = with_cue("begin", auto=True).at("10:30:00").do(c.Start()).at("10:33:00")
    event = show.history.events[-1]
    assert (event.at, event.by, show.cue("a/1")) == (instant("10:30:20"), "clock", "done")


def test_nothing_is_due_because_its_moment_was_expected_to_have_happened():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "start"),))))
    show.at("10:30:00").do(c.Start()).at("10:36:00")
    assert (show.cue("b/1"), show.due("b/1")) == ("standby", instant("10:36:00"))
    assert show.do(c.Advance()).cue("b/1") == "due"


def test_what_an_advance_sets_off_is_one_step_and_undone_with_it():
    first = segment("a", cues=(cue("a/1", "end", auto=True),))
    second = segment("b", cues=(cue("b/1", "start", auto=True),))
    show = Playbook(rundown(first, second)).at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance())
    assert show.facts()[-3:] == ["SegmentTaken", "CueFired", "CueFired"]
    assert len({event.command for event in show.history.events[-3:]}) == 1
    show.do(c.Undo())
    assert (show.cue("a/1"), show.cue("b/1")) == ("pending", "pending")


def test_a_mark_made_before_a_take_counts_for_that_take_and_outlives_its_undoing():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "1:00 before start"),))))
    show.at("10:30:00").do(c.Start()).at("10:34:30").do(c.Go("b/1")).at("10:35:00").do(c.Advance())
    assert show.cue("b/1") == "done"
    assert show.do(c.Undo()).cue("b/1") == "done"


def test_marks_of_an_airing_that_was_undone_are_gone_with_it():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "0:10 after start"),))))
    show.at("10:30:00").do(c.Start()).at("10:34:30").do(c.Advance()).at("10:34:45").do(c.Go("b/1"))
    assert show.do(c.Undo()).cue("b/1") == "pending"
    assert show.do(c.Redo()).cue("b/1") == "done"


def test_a_segment_taken_again_has_its_cues_armed_again_after_those_at_its_end_fired():
    show = Playbook(rundown(segment("a", cues=(cue("a/1", "end", auto=True),)), segment("b")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Take("a"))
    assert show.facts()[-2:] == ["SegmentTaken", "CueFired"]
    assert show.cue("a/1") == "pending"


def test_what_falls_due_in_a_hold_waits_for_a_person():
    out = cue("show/1", "50:00 before hard out", auto=True)
    show = (
        Playbook(rundown(segment("a"), cues=[out])).at("10:30:00").do(c.Start()).at("10:31:00").do(c.Hold())
    )
    show.at("10:41:00").do(c.Resume()).at("10:42:00")
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:40:00"))


def test_a_cue_is_fired_once_by_a_double_press_and_can_be_rearmed():
    two = (cue("a/1", "start"), cue("a/2", "start"))
    show = (
        Playbook(rundown(segment("a", cues=two))).at("10:30:00").do(c.Start()).at("10:30:05").do(c.Go("a/1"))
    )
    show.at("10:30:05.499")
    assert "only just" in show.refusal(c.Go("a/2"))
    assert "done already" in show.refusal(c.Go("a/1"))
    show.do(c.Rearm("a/1"))
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:30:00"))


def test_a_cue_of_a_segment_that_overran_away_never_falls_due_before_it_starts():
    show = Playbook(rundown(segment("a"), segment("b", "0:30", cues=(cue("b/1", "1:00 before end"),))))
    show.at("10:30:00").do(c.Start()).at("10:50:00")
    assert show.cue("b/1") == "standby"
    assert show.do(c.Advance()).due("b/1") == instant("10:50:00")


def test_an_earlier_call_follows_a_postponement():
    call = cue("show/1", "5:00 before start")
    show = Playbook(rundown(segment("a"), cues=[call]), opened="10:26:00").at("10:27:00")
    assert show.cue("show/1") == "due"
    show.do(c.Postpone(show.show.rundown.event.hard_out))
    assert (show.cue("show/1"), show.due("show/1")) == ("pending", instant("11:25:00"))
