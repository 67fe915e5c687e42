"""docs/show-timing.md, "Undo", and what counts as one step: each sentence with a script worked by hand."""

from typing import Any

from ssc_console.show import commands as c
from ssc_console.show.events import CueFired
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span, wall


def three(**of_a: Any) -> Playbook:
    return Playbook(rundown(segment("a", **of_a), segment("b", "3:00"), segment("d", "2:00")))


def offer(show: Playbook) -> str | None:
    undo = show.show.can_undo
    return None if undo is None else undo.name


# undo.chain.1: "Undo takes back the latest of these that is not taken back … Repeatable; redo until the next
# such command."


def test_undo_is_repeatable_and_redo_goes_the_same_way_back():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Hold()).at("10:32:00").do(c.Resume())
    show.do(c.Add(span("1:00"), "b")).at("10:33:00")
    names = []
    while show.show.can_undo is not None:
        names.append(offer(show))
        show.do(c.Undo())
    assert names == ["add", "resume", "hold", "start"]
    assert show.show.status.value == "before"
    back = []
    while show.show.can_redo is not None:
        back.append(show.show.can_redo.name)
        show.do(c.Redo())
    assert back == ["start", "hold", "resume", "add"]
    assert (show.on_air.elapsed, show.show.row("b").allotted) == (span("2:00"), span("4:00"))
    assert "nothing to redo" in show.refusal(c.Redo())


def test_a_redo_on_sight_is_obeyed_where_it_still_puts_back_what_was_seen():
    show = three().at("10:30").do(c.Start()).do(c.Hold()).do(c.Undo())
    redo = show.show.can_redo
    assert redo is not None
    show.do(c.Redo(), c.SeenUndo(redo.name, redo.command))
    assert show.show.status.value == "held"


def test_a_redo_of_what_is_no_longer_the_latest_undo_is_refused_with_what_it_would_put_back():
    show = three().at("10:30").do(c.Start()).do(c.Hold()).do(c.Undo())
    redo = show.show.can_redo
    assert redo is not None
    show.do(c.Undo())
    refusal = show.refusal(c.Redo(), c.SeenUndo(redo.name, redo.command))
    assert refusal == "The show has moved: a redo would put back start now."


def test_redo_is_gone_with_the_next_command_of_the_chain_but_not_with_a_message_or_a_mark():
    show = Playbook(rundown(segment("a", cues=(cue("a/1", "start"),)), segment("b")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Add(span("1:00"))).do(c.Undo())
    show.do(c.SendMessage("x")).do(c.Go("a/1")).playing("0:10", "1:00")
    assert show.show.can_redo is not None
    show.do(c.Hold())
    assert show.show.can_redo is None


def test_an_undo_after_an_undo_and_a_new_command_takes_back_the_new_one_first():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Skip("b")).do(c.Undo()).do(c.Skip("d"))
    assert offer(show) == "skip"
    show.do(c.Undo())
    assert [show.state(each) for each in "abd"] == ["on_air", "pending", "pending"]
    assert offer(show) == "start"
    show.do(c.Undo()).do(c.Redo()).do(c.Redo())
    assert [show.state(each) for each in "abd"] == ["on_air", "pending", "skipped"]


# undo.never.1: "As if it had never happened: after a wrong advance the earlier segment is on air again and
# its
# clock has lost nothing."


def test_an_undone_advance_gives_back_hold_message_and_marks():
    a = segment("a", cues=(cue("a/1", "1:00 before end"),))
    show = Playbook(rundown(a, segment("b"))).at("10:30:00").do(c.Start()).do(c.SendMessage("Slower"))
    show.at("10:31:00").do(c.Hold()).at("10:32:00").do(c.Advance())
    assert (show.show.message, show.cue("a/1"), show.on_air.held) == (None, "due", False)
    show.at("10:33:00").do(c.Undo())
    assert (show.show.message, show.cue("a/1"), show.on_air.held) == ("Slower", "pending", True)
    assert (show.on_air.remaining, show.on_air.held_for) == (span("4:00"), span("2:00"))
    assert show.due("a/1") == instant("10:36:00")


def test_an_undone_start_of_the_show_makes_it_wait_for_its_start_again():
    show = three().at("10:29:30").do(c.Start()).at("10:29:40").do(c.Undo())
    assert (show.show.status.value, show.show.started_at) == ("before", None)
    assert show.show.projected_end == instant("10:40:00")


def test_an_undone_postponement_restates_the_start():
    show = three().do(c.Postpone(wall("10:45"))).at("10:29:30")
    assert (show.show.projected_end, show.show.postponed_to) == (instant("10:55:00"), instant("10:45:00"))
    show.do(c.Undo())
    assert (show.show.projected_end, show.show.postponed_to) == (instant("10:40:00"), None)


def test_an_undone_insertion_is_gone_and_its_id_is_free_again():
    show = three().at("10:30:00").do(c.Start()).do(c.Insert("Break", span("1:00"), "a")).do(c.Undo())
    assert show.show.order == ("a", "b", "d")
    assert show.do(c.Insert("Break", span("1:00"), "b")).show.order == ("a", "b", "break", "d")


# undo.media.1: "Messages, cue marks, ticks, notes and media observations are not in that chain"


def test_an_observation_made_after_a_wrong_advance_is_not_of_the_earlier_segment():
    show = Playbook(rundown(segment("v", kind="video"), segment("w", kind="video")))
    show.at("10:30:00").do(c.Start()).playing("0:00", "4:00").at("10:31:00").do(c.Advance())
    show.at("10:31:10").paused("0:10", "2:00").do(c.Undo())
    assert (show.on_air_id, show.on_air.remaining) == ("v", span("2:50"))
    show.do(c.Redo())
    assert (show.on_air_id, show.on_air.remaining) == ("w", span("1:50"))


# undo.waits.1: "If after an undo or a redo the on-air segment's automatic take would be due already (or would
# be, were it not held), it waits for a person until the next take, whatever is added or undone."


def test_an_undone_addition_that_leaves_an_automatic_segment_over_waits_for_a_person():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:34:00").do(c.Add(span("3:00")))
    show.at("10:36:00").do(c.Undo()).at("10:36:30")
    assert (show.on_air_id, show.on_air.remaining) == ("a", span("-1:30"))
    show.do(c.Redo()).at("10:39:00")  # due again at 10:38, and it waits all the same
    assert show.on_air_id == "a"
    show.do(c.Take("a")).at("10:47:00")  # 8:00 from 10:39
    assert show.on_air_id == "b"


def test_an_undone_addition_in_a_hold_waits_for_a_person_after_the_resume():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:33:00").do(c.Add(span("-2:00")))
    assert show.on_air_id == "b"  # it took the next at once
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:34:00").do(c.Add(span("1:00")))
    show.at("10:35:30").do(c.Hold())
    show.do(c.Undo()).at("10:35:40")  # the hold: not over yet, 20 s left
    assert show.at("10:36:00").on_air_id == "b"
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:34:00").do(c.Hold())
    show.do(c.Add(span("-4:00"))).at("10:34:30").do(c.Undo()).do(c.Redo()).do(c.Resume()).at("10:35:00")
    assert show.on_air_id == "a"  # after the redo it would have been due, were it not held
    assert show.do(c.Advance()).on_air_id == "b"


def test_an_automatic_end_that_is_undone_waits_for_a_person():
    show = Playbook(rundown(segment("a", auto_advance=True))).at("10:30:00").do(c.Start()).at("10:35:10")
    assert (show.show.status.value, offer(show)) == ("ended", "automatic advance")
    show.do(c.Undo()).at("10:36:00")
    assert (show.show.status.value, show.on_air.remaining) == ("on_air", span("-1:00"))


def test_a_take_that_was_taken_back_no_longer_guards():
    show = three().at("10:30:00").do(c.Start()).at("10:32:00").do(c.Advance()).at("10:32:00.300").do(c.Undo())
    assert show.at("10:32:00.500").do(c.Advance()).on_air_id == "b"


def test_an_automatic_take_guards_also_against_the_advance_after_a_take_by_hand():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:35:01").do(c.Take("d"))
    show.at("10:35:02.999")
    assert "only just" in show.refusal(c.Advance())
    assert show.at("10:35:03").do(c.Advance()).show.status.value == "ended"


# undo.stay.1: "Steps of the wall clock, gaps, and what people marked on cues of the show as a whole stay as
# they are; whether such a cue is due or passed is worked out anew."


def test_what_people_marked_on_cues_of_the_show_stays_and_the_rest_is_worked_out_anew():
    calls = [cue("show/1", "1:00 before start"), cue("show/2", "1:00 before start"), cue("show/3", "start")]
    show = Playbook(rundown(segment("a"), cues=calls), opened="10:20:00").at("10:21:00").do(c.Start())
    show.do(c.Go("show/1")).do(c.Dismiss("show/3"))
    assert [show.cue(f"show/{n}") for n in (1, 2, 3)] == ["done", "due", "dismissed"]
    show.do(c.Undo())
    assert [show.cue(f"show/{n}") for n in (1, 2, 3)] == ["done", "pending", "dismissed"]
    assert show.due("show/2") == instant("10:29:00")


def test_a_step_of_the_wall_stays_when_what_came_before_it_is_undone():
    show = three().at("10:30:00").do(c.Start()).do(c.Add(span("1:00"))).at("10:31:00").wall_stepped("5")
    show.do(c.Undo())
    assert show.show.wall_now == instant("10:31:05")
    assert (show.on_air.remaining, show.show.to_hard_out) == (span("4:00"), span("49:55"))
    assert show.on_air.taken_at == instant("10:30:00")


def test_a_mark_made_before_an_undone_take_counts_for_the_next_one():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "start"), cue("b/2", "start")))))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Go("b/1")).at("10:32:00").do(c.Advance())
    show.at("10:32:10").do(c.Go("b/2")).do(c.Undo())
    assert (show.cue("b/1"), show.cue("b/2")) == ("done", "pending")
    show.at("10:33:00").do(c.Advance())
    assert (show.cue("b/1"), show.cue("b/2")) == ("done", "due")


# step.1: "Each automatic take is a step of its own."


def test_each_automatic_take_is_undone_by_itself():
    show = Playbook(rundown(*(segment(each, "1:00", auto_advance=True) for each in "abd")))
    show.at("10:30:00").do(c.Start()).at("10:32:30")
    assert (show.on_air_id, offer(show)) == ("d", "automatic advance")
    show.do(c.Undo())
    assert (show.on_air_id, show.on_air.remaining) == ("b", span("-0:30"))
    show.do(c.Undo())
    assert (show.on_air_id, show.on_air.remaining) == ("a", span("-1:30"))


def test_an_addition_that_takes_the_next_is_two_steps_each_with_its_cues():
    a = segment(
        "a", auto_advance=True, cues=(cue("a/1", "1:00 before end", auto=True), cue("a/2", "end", auto=True))
    )
    show = Playbook(rundown(a, segment("b"))).at("10:30:00").do(c.Start()).at("10:31:00")
    show.do(c.Add(span("-5:00")))
    made = [(type(event.fact).__name__, event.command) for event in show.history.events[2:]]
    assert made == [("TimeAdded", 2), ("CueFired", 2), ("SegmentTaken", 3), ("CueFired", 3)]
    show.do(c.Undo())
    assert (show.on_air_id, show.cue("a/1"), show.cue("a/2")) == ("a", "done", "standby")
    show.do(c.Undo())
    assert (show.on_air.allotted, show.cue("a/1")) == (span("5:00"), "pending")
    assert show.at("10:34:00").cue("a/1") == "done"


def test_what_fell_due_by_itself_at_the_instant_of_a_command_is_no_part_of_it():
    a = segment("a", cues=(cue("a/1", "1:00 after start", auto=True),))
    show = Playbook(rundown(a, segment("b"))).at("10:30:00").do(c.Start())
    show.now = ShowInstant(instant("10:31:00"))
    show.do(c.Advance())
    assert [type(event.fact).__name__ for event in show.history.events[2:]] == ["CueFired", "SegmentTaken"]
    assert [event.command for event in show.history.events[2:]] == [2, 3]
    assert show.do(c.Undo()).cue("a/1") == "done"


def test_two_presses_of_undo_do_not_fire_what_the_first_made_due():
    a = segment("a", cues=(cue("a/1", "1:00 before end", auto=True),))
    show = Playbook(rundown(a, segment("b"))).at("10:30:00").do(c.Start()).at("10:33:00")
    show.do(c.Add(span("2:00"))).do(c.Add(span("2:00"))).at("10:36:30")
    show.do(c.Undo()).do(c.Undo()).at("10:36:40").do(c.Add(span("0:01"))).at("10:37:00")
    assert show.cue("a/1") == "due"
    assert not [event for event in show.history.events if isinstance(event.fact, CueFired)]
