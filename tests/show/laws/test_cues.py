"""docs/show-timing.md, "Cues": each sentence with a script worked by hand."""

from ssc_console.show import commands as c
from ssc_console.show.events import CueFired
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span


def fired(show: Playbook) -> list[tuple[str, object]]:
    return [
        (event.fact.cue, event.at)
        for event in show.history.events
        if isinstance(event.fact, CueFired) and event.fact.automatic
    ]


def two(*of_a: str, auto: bool = False, intro: str = "0:20", of_b: tuple[str, ...] = ()) -> Playbook:
    """A (5:00 after its intro) and B (3:00), with cues a/1 … and b/1 …; not started."""
    a = [cue(f"a/{n}", at, auto=auto) for n, at in enumerate(of_a, 1)]
    b = [cue(f"b/{n}", at, auto=auto) for n, at in enumerate(of_b, 1)]
    return Playbook(rundown(segment("a", intro=intro, cues=tuple(a)), segment("b", "3:00", cues=tuple(b))))


# cues.when.1: "before a segment's `start` or `begin`: from its projected start (plus its intro)"


def test_a_cue_before_the_begin_of_a_pending_segment_counts_its_intro():
    call = cue("b/1", "1:00 before begin")
    show = Playbook(rundown(segment("a"), segment("b", "3:00", intro="0:30", cues=(call,))))
    show.at("10:30:00").do(c.Start())
    assert show.due("b/1") == instant("10:34:30")
    assert show.at("10:34:19").cue("b/1") == "pending"
    assert show.at("10:34:20").cue("b/1") == "standby"
    assert show.at("10:34:30").cue("b/1") == "due"


def test_a_cue_before_the_start_of_a_pending_segment_is_due_once_though_the_one_on_air_overruns():
    show = two(intro="0", of_b=("1:00 before start",)).at("10:30:00").do(c.Start()).at("10:34:00")
    assert show.cue("b/1") == "due"
    assert show.at("10:40:00").due("b/1") == instant("10:34:00")
    show.do(c.Add(span("1:00")))  # 4:00 over now: nobody gained it time
    assert (show.cue("b/1"), show.due("b/1")) == ("due", instant("10:34:00"))
    show.do(c.Add(span("6:00")))  # 2:00 left
    assert (show.cue("b/1"), show.due("b/1")) == ("pending", instant("10:41:00"))


def test_before_the_show_starts_its_cues_count_from_the_start_that_is_expected():
    calls = [cue("show/1", "1:00 before start"), cue("show/2", "1:00 after start")]
    show = Playbook(rundown(segment("a"), cues=calls), opened="10:28:00").at("10:28:50")
    assert (show.cue("show/1"), show.cue("show/2")) == ("standby", "pending")
    show.at("10:35:00")
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:29:00"))
    assert (show.cue("show/2"), show.due("show/2")) == ("pending", instant("10:36:00"))
    show.at("10:40:00").do(c.Start()).at("10:41:00")
    assert (show.cue("show/2"), show.due("show/2")) == ("due", instant("10:41:00"))


# cues.when.2: "after `start` or `begin` of the segment on air: by that segment's own clock, so a hold
# delays it"


def test_a_hold_delays_what_hangs_after_start_and_begin():
    show = two("1:00 after start", "1:00 after begin").at("10:30:00").do(c.Start())
    show.at("10:30:30").do(c.Hold()).at("10:30:40")
    assert (show.due("a/1"), show.due("a/2")) == (instant("10:31:10"), instant("10:31:30"))
    show.at("10:31:30").do(c.Resume())
    assert (show.due("a/1"), show.due("a/2")) == (instant("10:32:00"), instant("10:32:20"))
    assert show.at("10:32:00").cue("a/1") == "due"


def test_a_hold_in_the_intro_delays_the_begin_and_what_hangs_before_it():
    show = two("0:05 before begin", "begin").at("10:30:00").do(c.Start()).at("10:30:10").do(c.Hold())
    show.at("10:30:40").do(c.Resume())
    assert (show.due("a/1"), show.due("a/2")) == (instant("10:30:45"), instant("10:30:50"))
    assert show.at("10:30:50").cue("a/2") == "due"


# cues.when.3: "before a segment's `end`: by `remaining` …; not before the segment's own start"


def test_what_hangs_further_before_the_end_than_the_segment_is_long_is_due_at_its_start():
    show = Playbook(rundown(segment("a", "0:30", cues=(cue("a/1", "1:00 before end", auto=True),))))
    show.at("10:30:10").do(c.Start())
    assert fired(show) == [("a/1", instant("10:30:10"))]


def test_before_a_time_of_day_that_a_late_segment_counts_to_is_not_before_its_start():
    late = segment("b", None, until="10:36", cues=(cue("b/1", "2:00 before end"),))
    show = Playbook(rundown(segment("a"), late)).at("10:30:00").do(c.Start())
    assert show.due("b/1") == instant("10:35:00")
    assert show.at("10:36:30").due("b/1") == instant("10:36:30")  # A is over: B would start now
    assert show.do(c.Advance()).cue("b/1") == "due"
    assert show.due("b/1") == instant("10:36:30")


def test_in_the_intro_before_end_counts_from_the_projected_end():
    show = two("5:10 before end", "1:00 before end").at("10:30:00").do(c.Start())
    assert (show.due("a/1"), show.due("a/2")) == (instant("10:30:10"), instant("10:34:20"))
    show.at("10:30:10")
    assert show.cue("a/1") == "due"
    show.at("10:30:15").do(c.Begin())
    assert (show.cue("a/1"), show.due("a/2")) == ("due", instant("10:34:15"))


def test_before_the_shows_end_counts_from_the_projected_end_and_stays_while_that_runs_away():
    warn = cue("show/1", "4:00 before end")
    show = Playbook(rundown(segment("a"), segment("b", "3:00"), cues=[warn])).at("10:30:00").do(c.Start())
    assert show.due("show/1") == instant("10:34:00")
    show.at("10:34:30")
    assert show.cue("show/1") == "due"
    assert show.at("10:40:00").due("show/1") == instant("10:34:00")
    show.do(c.Add(span("6:00"), "b"))  # B has 9:00: the show would end at 10:49
    assert (show.cue("show/1"), show.due("show/1")) == ("pending", instant("10:45:00"))


def test_what_hangs_further_before_the_shows_end_than_what_is_left_is_not_due_in_the_overrun():
    warn = cue("show/1", "2:00 before end")
    show = Playbook(rundown(segment("a"), segment("b", "3:00"), cues=[warn])).at("10:30:00").do(c.Start())
    assert show.at("10:50:00").cue("show/1") == "pending"
    assert show.due("show/1") == instant("10:51:00")


# cues.due.1: "A cue of a skipped or not_aired segment has none."


def test_the_cues_of_a_skipped_segment_are_pending_without_a_due_time_and_come_back_with_it():
    show = two(intro="0", of_b=("1:00 before start",)).at("10:30:00").do(c.Start()).at("10:34:30")
    assert show.cue("b/1") == "due"
    show.do(c.Skip("b"))
    assert (show.cue("b/1"), show.due("b/1")) == ("pending", None)
    show.at("10:34:40").do(c.Restore("b"))
    assert (show.cue("b/1"), show.due("b/1")) == ("due", instant("10:34:40"))


def test_the_cues_of_what_the_show_has_gone_past_are_pending_without_a_due_time_also_after_the_end():
    show = two(intro="0", of_b=("1:00 before start",)).at("10:30:00").do(c.Start()).at("10:34:30").do(c.End())
    assert (show.state("b"), show.cue("b/1"), show.due("b/1")) == ("not_aired", "pending", None)


# cues.end.1: "When a segment ends, its cues `before end` that were not reached fall due then, and those after
# `start` or `begin` that were not reached are passed."


def test_a_segment_left_early_passes_what_hung_after_its_start_and_drops_what_hung_before_its_end():
    show = two("1:00 before end", "2:00 after start", "2:00 after begin", "2:00 after end")
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance())
    assert [show.cue(f"a/{n}") for n in (1, 2, 3, 4)] == ["due", "passed", "passed", "pending"]
    assert show.due("a/1") == instant("10:31:00")
    assert show.due("a/4") == instant("10:33:00")
    assert show.at("10:33:00").cue("a/4") == "due"
    assert show.do(c.Go("a/2")).cue("a/2") == "done"  # a passed cue can still be fired


def test_a_segment_left_in_its_intro_passes_its_cues_around_begin():
    show = two("0:05 before begin", "begin", "1:00 after begin", "start", "1:00 before end")
    show.at("10:30:00").do(c.Start()).at("10:30:10").do(c.Advance())
    assert [show.cue(f"a/{n}") for n in (1, 2, 3, 4, 5)] == ["passed", "passed", "passed", "due", "due"]


# cues.early.1: "When a moment comes early, what hangs before it and was not reached falls due at that moment"


def test_an_early_begin_makes_what_hangs_before_it_due_but_passes_an_automatic_one():
    show = two("0:05 before begin").at("10:30:00").do(c.Start()).at("10:30:10").do(c.Begin())
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:30:10"))
    show = two("0:05 before begin", auto=True).at("10:30:00").do(c.Start()).at("10:30:10").do(c.Begin())
    assert (show.cue("a/1"), fired(show)) == ("passed", [])


def test_an_early_take_makes_the_calls_before_the_start_due():
    show = two(of_b=("1:00 before start",)).at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance())
    assert (show.cue("b/1"), show.due("b/1")) == ("due", instant("10:31:00"))


def test_an_early_end_of_the_show_makes_what_hangs_before_it_due():
    calls = [cue("show/1", "1:00 before end"), cue("show/2", "1:00 before end", auto=True)]
    show = Playbook(rundown(segment("a"), cues=calls)).at("10:30:00").do(c.Start()).at("10:31:00").do(c.End())
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:31:00"))
    assert (show.cue("show/2"), fired(show)) == ("passed", [])


# cues.auto.1: "`auto: true` fires by itself at its due time, once an airing, in every state but held"


def test_an_automatic_cue_fires_before_the_show_and_after_it():
    calls = [cue("show/1", "0:30 before start", auto=True), cue("show/2", "2:00 after end", auto=True)]
    show = Playbook(rundown(segment("a"), cues=calls)).at("10:30:00").do(c.Start()).at("10:31:00").do(c.End())
    show.at("10:40:00")
    assert fired(show) == [("show/1", instant("10:29:30")), ("show/2", instant("10:33:00"))]


def test_an_automatic_cue_fires_once_an_airing():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:34:30")
    show.do(c.Add(span("2:00"))).at("10:36:30")
    assert (show.cue("a/1"), fired(show)) == ("done", [("a/1", instant("10:34:00"))])
    show.do(c.Take("a"))  # 7:00 from now
    assert show.cue("a/1") == "pending"
    assert show.at("10:43:00").cue("a/1") == "done"
    assert fired(show)[1] == ("a/1", instant("10:42:30"))


def test_what_an_addition_in_a_hold_makes_due_is_not_fired_not_even_after_the_resume():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Hold()).at("10:31:30").do(c.Add(span("-3:30"))).at("10:32:00").do(c.Resume()).at("10:32:10")
    assert (show.cue("a/1"), show.due("a/1"), fired(show)) == ("due", instant("10:31:30"), [])


def test_a_cue_that_waited_fires_by_itself_once_it_is_pending_again():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Hold()).do(c.Add(span("-3:30"))).at("10:32:00").do(c.Resume()).do(c.Add(span("2:00")))
    assert (show.cue("a/1"), show.due("a/1")) == ("pending", instant("10:33:30"))
    assert show.at("10:33:30").cue("a/1") == "done"


def test_what_a_person_dismissed_does_not_fire_by_itself():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).do(c.Dismiss("a/1"))
    assert (show.at("10:36:00").cue("a/1"), fired(show)) == ("dismissed", [])


def test_a_rearmed_cue_waits_for_a_person_even_if_it_is_automatic():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Go("a/1")).do(c.Rearm("a/1"))
    assert (show.cue("a/1"), show.due("a/1")) == ("pending", instant("10:34:00"))
    assert show.at("10:34:10").cue("a/1") == "due"
    assert fired(show) == []


def test_a_passed_cue_that_is_rearmed_is_due():
    show = two("2:00 after start", intro="0").at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance())
    assert show.cue("a/1") == "passed"
    show.at("10:31:20").do(c.Rearm("a/1"))
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:31:20"))


# cues.order.1: "At one instant: the old segment's cues before its end, then the automatic take, its cues at
# `end`, those of the show, the new one's at `start`."


def test_the_order_at_one_instant_of_an_automatic_take():
    a = segment(
        "a",
        "1:00",
        auto_advance=True,
        cues=(cue("a/2", "end", auto=True), cue("a/1", "1:00 after start", auto=True)),
    )
    b = segment("b", "3:00", cues=(cue("b/1", "start", auto=True),))
    of_show = [cue("show/1", "1:00 after start", auto=True)]
    show = Playbook(rundown(a, b, cues=of_show)).at("10:30:00").do(c.Start()).at("10:32:00")
    names = [getattr(event.fact, "cue", "take") for event in show.history.events[2:]]
    assert names == ["a/1", "take", "a/2", "show/1", "b/1"]
    assert {event.at for event in show.history.events[2:]} == {instant("10:31:00")}
    numbers = [event.command for event in show.history.events[2:]]
    assert numbers == [2, 3, 3, 4, 3]  # the show's own was due anyhow: it is no part of the take


def test_the_order_at_one_instant_of_an_end():
    a = segment("a", cues=(cue("a/1", "end", auto=True),))
    of_show = [cue("show/1", "end", auto=True)]
    show = Playbook(rundown(a, cues=of_show)).at("10:30:00").do(c.Start()).at("10:31:00").do(c.End())
    assert [cue_ for cue_, _ in fired(show)] == ["a/1", "show/1"]
    assert len({event.command for event in show.history.events[2:]}) == 1


# cues.again.1: "A segment that is left by `back` or taken again ends like any other: its automatic cues at
# `end` fire, then it is armed again."


def test_a_segment_left_by_back_fires_its_cues_at_end_and_is_armed_again():
    show = two("end", auto=True, of_b=("end", "start")).at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Advance()).at("10:32:00").do(c.Back())
    assert fired(show) == [
        ("a/1", instant("10:31:00")),
        ("b/2", instant("10:31:00")),
        ("b/1", instant("10:32:00")),
    ]
    assert [show.cue(each) for each in ("a/1", "b/1", "b/2")] == ["pending", "pending", "pending"]
    last_two = show.history.events[-2:]
    assert last_two[0].command == last_two[1].command
    assert show.do(c.Undo()).cue("b/2") == "done"


# cues.marks.1: "Each airing has its own marks: a segment that is … pending again, has its cues armed again."


def test_what_is_moved_to_a_later_place_is_pending_again_with_its_cues_armed_again():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "start"),)), segment("z")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Go("b/1")).do(c.Take("z"))
    assert (show.state("b"), show.cue("b/1")) == ("not_aired", "done")
    show.do(c.Move("b", None))
    assert (show.state("b"), show.cue("b/1")) == ("pending", "pending")


# cues.marks.2: "Marks of an airing that was undone are gone with it, and so is the mark of an automatic
# firing
# that hung at or after a moment (a start, begin or end, the show's too) that was undone."


def test_an_automatic_firing_after_an_end_is_gone_with_the_end_that_is_undone_but_a_persons_mark_stays():
    a = segment("a", cues=(cue("a/1", "0:10 after end", auto=True), cue("a/2", "end")))
    show = (
        Playbook(rundown(a, segment("b", "3:00"))).at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance())
    )
    show.at("10:31:20").do(c.Go("a/2"))
    assert (show.cue("a/1"), show.cue("a/2")) == ("done", "done")
    show.do(c.Undo())
    assert (show.cue("a/1"), show.cue("a/2")) == ("pending", "done")
    show.do(c.Redo())
    assert (show.cue("a/1"), show.cue("a/2")) == ("done", "done")


def test_an_automatic_firing_after_the_shows_start_is_gone_with_a_start_that_is_undone():
    calls = [cue("show/1", "0:10 after start", auto=True), cue("show/2", "0:10 before start", auto=True)]
    show = Playbook(rundown(segment("a"), cues=calls)).at("10:30:00").do(c.Start()).at("10:30:20")
    assert (show.cue("show/1"), show.cue("show/2")) == ("done", "done")
    show.do(c.Undo())
    assert (show.cue("show/1"), show.cue("show/2")) == ("standby", "done")


def test_an_automatic_firing_at_a_begin_is_gone_with_a_begin_that_a_resume_had_brought_about():
    show = two("begin", auto=True).at("10:30:00").do(c.Start()).at("10:30:10").do(c.Hold())
    show.at("10:30:20").do(c.Resume()).at("10:30:40")
    assert fired(show) == [("a/1", instant("10:30:30"))]
    show.do(c.Undo())
    assert (show.on_air.held, show.on_air.intro_remaining) == (True, span("10"))
    assert (show.cue("a/1"), show.due("a/1")) == ("standby", instant("10:30:50"))


# cues.undo.1: "what falls due … only because of an undo or redo is due and is not fired on its own"


def test_what_is_due_only_because_of_an_undo_is_not_fired():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:33:00")
    show.do(c.Add(span("2:00"))).at("10:34:30").do(c.Undo()).at("10:34:40")
    assert (show.cue("a/1"), show.due("a/1"), fired(show)) == ("due", instant("10:34:00"), [])
    show.do(c.Redo())
    assert (show.cue("a/1"), show.due("a/1")) == ("pending", instant("10:36:00"))
    assert show.at("10:36:00").cue("a/1") == "done"


def test_what_is_due_later_after_an_undo_fires_then():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:33:00")
    show.do(c.Add(span("2:00"))).at("10:33:30").do(c.Undo()).at("10:34:40")
    assert fired(show) == [("a/1", instant("10:34:00"))]


def test_an_undo_takes_back_what_the_addition_set_off_at_its_own_instant():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Add(span("-4:00")))
    assert show.history.events[-1].command == show.history.events[-2].command
    assert show.cue("a/1") == "done"
    show.at("10:31:10").do(c.Undo())
    assert (show.cue("a/1"), show.due("a/1")) == ("pending", instant("10:34:00"))


def test_what_an_addition_makes_due_is_its_own_though_it_also_takes_the_next():
    of_show = [cue("show/1", "2:30 before end", auto=True)]
    b = segment("b", "2:00", cues=(cue("b/1", "start", auto=True),))
    show = Playbook(rundown(segment("a", auto_advance=True), b, cues=of_show)).at("10:30:00").do(c.Start())
    show.at("10:31:00").do(c.Add(span("-9:00")))
    made = [(getattr(event.fact, "cue", "-"), event.command) for event in show.history.events[2:]]
    assert made == [("-", 2), ("-", 3), ("show/1", 2), ("b/1", 3)]


# cues.gap.1: "What fell due inside a gap is due, not done"


def test_what_fell_due_in_a_gap_is_due_and_fires_no_more():
    show = two("1:00 before end", "0:30 before end", auto=True, intro="0").at("10:30:00").do(c.Start())
    show.at("10:33:00")
    since, show.now = show.now, ShowInstant(instant("10:34:10"))
    show.do(c.NoticeGap(since)).at("10:34:40")
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:34:00"))
    assert fired(show) == [("a/2", instant("10:34:30"))]


# cues.due_at.1: "SHOW's `due_at` of a done or dismissed cue is when it fell due, if it had."


def test_a_done_cue_says_when_it_fell_due_if_it_had():
    show = two("1:00 before end", "0:30 before end", intro="0").at("10:30:00").do(c.Start()).at("10:34:10")
    show.do(c.Go("a/1")).do(c.Dismiss("a/2"))
    show.at("10:36:00")
    assert (show.cue("a/1"), show.due("a/1")) == ("done", instant("10:34:00"))
    assert (show.cue("a/2"), show.due("a/2")) == ("dismissed", None)


# cues.fits.1: "standby fits a pending cue; go and dismiss a pending, standby, due or passed one; rearm …"


def test_what_fits_a_cue():
    show = two("1:00 before end", intro="0").at("10:30:00").do(c.Start()).do(c.Standby("a/1"))
    assert show.cue("a/1") == "standby"
    assert "standby already" in show.refusal(c.Standby("a/1"))
    assert "standby already" in show.refusal(c.Rearm("a/1"))
    show.at("10:34:10")
    assert show.cue("a/1") == "due"
    assert "due already" in show.refusal(c.Standby("a/1"))
    show.do(c.Dismiss("a/1"))
    assert "dismissed" in show.refusal(c.Go("a/1"))
    assert show.do(c.Rearm("a/1")).due("a/1") == instant("10:34:00")


def test_a_cue_that_falls_due_in_a_hold_says_at_once_that_it_waits_for_a_person():
    out = cue("show/1", "55:00 before hard out", auto=True)
    show = Playbook(rundown(segment("a"), cues=[out])).at("10:30:00").do(c.Start()).at("10:31:00")
    assert not show.show.cue("show/1").waits
    show.do(c.Hold()).at("10:35:00")
    assert (show.cue("show/1"), show.show.cue("show/1").waits) == ("due", True)


def test_an_automatic_cue_that_is_due_at_the_instant_of_opening_fires():
    call = cue("show/1", "1:00 before start", auto=True)
    show = Playbook(rundown(segment("a"), cues=[call]), opened="10:29:00").at("10:29:01")
    assert fired(show) == [("show/1", instant("10:29:00"))]


def test_an_automatic_cue_called_ready_by_hand_still_fires_after_an_undo():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).do(c.Standby("a/1"))
    show.at("10:31:00").do(c.Add(span("1:00"))).do(c.Undo()).at("10:34:30")
    assert fired(show) == [("a/1", instant("10:34:00"))]


def test_a_done_cue_keeps_the_time_at_which_it_fell_due_when_its_segment_gains_time():
    show = two("1:00 before end", intro="0").at("10:30:00").do(c.Start()).at("10:34:10").do(c.Go("a/1"))
    show.do(c.Add(span("2:00")))
    assert (show.cue("a/1"), show.due("a/1")) == ("done", instant("10:34:00"))


def test_a_due_cue_whose_new_time_is_now_stays_due():
    show = two("1:00 before end", intro="0").at("10:30:00").do(c.Start()).at("10:34:30").do(c.Add(span("30")))
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:34:00"))


def test_in_a_hold_what_hangs_after_the_start_moves_with_now_and_does_not_fall_due():
    show = two("2:00 after start", intro="0").at("10:30:00").do(c.Start()).at("10:31:00").do(c.Hold())
    assert show.at("10:35:00").cue("a/1") == "pending"
    assert show.due("a/1") == instant("10:36:00")  # a minute of its own clock from now
    assert show.do(c.Resume()).at("10:36:00").cue("a/1") == "due"


def test_a_rearmed_automatic_cue_waits_for_a_person_however_often_it_falls_due_in_that_airing():
    show = two("1:00 before end", auto=True, intro="0").at("10:30:00").do(c.Start()).at("10:34:10")
    show.do(c.Rearm("a/1"))
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:34:00"))
    show.do(c.Add(span("2:00"))).at("10:36:10")
    assert (show.cue("a/1"), show.due("a/1")) == ("due", instant("10:36:00"))
    assert len(fired(show)) == 1
    show.do(c.Take("a")).at("10:43:00")  # 7:00, and armed again
    assert [at for _, at in fired(show)] == [instant("10:34:00"), instant("10:42:10")]


def test_a_passed_cue_of_the_show_that_is_rearmed_is_due():
    call = cue("show/1", "1:00 before start", auto=True)
    show = Playbook(rundown(segment("a"), cues=[call]), opened="10:20:00").do(c.Start())
    assert show.cue("show/1") == "passed"
    show.at("10:20:10").do(c.Rearm("show/1"))
    assert (show.cue("show/1"), show.due("show/1")) == ("due", instant("10:20:10"))
