"""Commands: what they do, where they are refused, and undo."""

from typing import Any

import pytest

from ssc_console.show import commands as c
from ssc_console.show.agenda_reload import difference
from ssc_console.show.cuts import Goal
from ssc_console.show.figures import Status
from ssc_console.show.instants import ShowInstant
from ssc_console.show.presence import Readiness
from ssc_console.show.table import TABLE
from ssc_console.show.value import fields
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span


def three(**given: Any) -> Playbook:
    return Playbook(rundown(segment("a", **given), segment("b", "3:00"), segment("c", "2:00")))


def test_a_bounced_key_advances_once():
    show = three().at("10:30:00").do(c.Start()).at("10:30:00.999")
    assert "only just taken" in show.refusal(c.Advance())
    show.at("10:30:01").do(c.Advance())
    assert show.on_air_id == "b"


def test_a_hand_that_reacts_to_the_black_after_a_video_does_not_advance_twice():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:35:02.999")
    assert show.on_air_id == "b"
    assert show.on_air.taken_at == instant("10:35:00")
    show.refusal(c.Advance())
    assert show.at("10:35:03").do(c.Advance()).on_air_id == "c"


def test_two_people_who_press_in_the_same_moment_advance_once():
    show = three().at("10:30:00").do(c.Start()).at("10:31:00")
    seen = c.SeenShow("a", "b")
    show.do(c.Advance(), seen).at("10:31:02")
    assert "has moved" in show.refusal(c.Advance(), seen)


def test_advancing_past_the_last_segment_ends_the_show():
    show = Playbook(rundown(segment("a"))).at("10:30:00").do(c.Start()).at("10:34:00").do(c.Advance())
    assert show.show.status is Status.ENDED
    assert (show.show.projected_end, show.state("a")) == (instant("10:34:00"), "aired")


def test_after_a_wrong_advance_is_undone_the_clock_has_lost_nothing():
    show = three().at("10:30:00").do(c.Start()).at("10:32:00").do(c.Advance()).at("10:32:20").do(c.Undo())
    assert (show.on_air_id, show.on_air.elapsed) == ("a", span("2:20"))
    assert show.show.can_redo is not None
    show.do(c.Redo())
    assert (show.on_air_id, show.on_air.elapsed) == ("b", span("0:20"))


def test_a_message_does_not_stand_in_the_way_of_an_undo():
    show = three().at("10:30:00").do(c.Start()).at("10:32:00").do(c.Advance())
    show.at("10:32:05").do(c.SendMessage("Closer to the microphone, please")).at("10:32:20").do(c.Undo())
    assert (show.on_air_id, show.show.message) == ("a", "Closer to the microphone, please")


def test_an_automatic_take_that_is_undone_waits_for_a_person_whatever_is_added():
    show = three(auto_advance=True).at("10:30:00").do(c.Start()).at("10:35:01").do(c.Undo())
    assert show.on_air_id == "a"
    assert show.at("10:36:00").on_air_id == "a"
    show.do(c.Add(span("2:00"))).at("10:40:00")
    assert show.on_air_id == "a"
    show.do(c.Undo()).at("10:41:00")
    assert show.on_air_id == "a"
    assert show.do(c.Advance()).on_air_id == "b"


def test_back_takes_the_segment_before_afresh_and_the_one_it_leaves_is_pending_again():
    show = three().at("10:30:00").do(c.Start()).at("10:33:00").do(c.Advance()).at("10:34:00").do(c.Back())
    assert (show.on_air_id, show.state("b"), show.on_air.elapsed) == ("a", "pending", span("0"))


def test_what_was_added_stays_with_a_segment_that_is_taken_again():
    show = three().at("10:30:00").do(c.Start()).do(c.Add(span("1:00"))).at("10:31:00").do(c.Take("a"))
    assert show.on_air.remaining == span("6:00")


def test_a_segment_that_the_show_has_gone_past_is_not_aired_until_it_is_moved_to_a_later_place():
    show = three().at("10:30:00").do(c.Start()).do(c.Take("c"))
    assert (show.state("b"), show.show.not_aired) == ("not_aired", span("3:00"))
    assert show.show.next is None
    show.do(c.Move("b", None))
    assert (show.state("b"), show.show.next is not None) == ("pending", True)


def test_an_inserted_item_is_pending_has_no_plan_and_an_id_from_its_title():
    show = three().at("10:30:00").do(c.Start()).do(c.Insert("Technical break", span("2:00"), "a"))
    row = show.show.row("technical-break")
    assert (row.planned_start, row.planned, row.projected_start) == (None, None, instant("10:35:00"))
    assert show.show.order == ("a", "technical-break", "b", "c")
    assert show.show.projected_end == instant("10:42:00")


def test_a_fixed_start_soaks_up_lateness_and_binds_an_automatic_take_but_not_a_person():
    show = Playbook(rundown(segment("a", auto_advance=True), segment("b", "3:00", fixed_start="10:40")))
    show.at("10:30:00").do(c.Start()).at("10:39:59.999")
    assert (show.on_air_id, show.show.projected_end) == ("a", instant("10:43:00"))
    assert show.at("10:40:00").on_air_id == "b"
    early = Playbook(rundown(segment("a"), segment("b", "3:00", fixed_start="10:40")))
    assert early.at("10:30:00").do(c.Start()).at("10:36:00").do(c.Advance()).on_air_id == "b"


def test_only_the_videos_end_advances_where_it_is_observed():
    show = Playbook(rundown(segment("v", "3:00", auto_advance=True), segment("b")))
    show.at("10:30:00").do(c.Start()).playing("0:00", "3:04").at("10:33:30")
    assert show.on_air_id == "v"
    assert show.ended().on_air_id == "b"


def test_a_segment_without_any_time_waits_for_a_person():
    show = Playbook(rundown(segment("a", "0:00", auto_advance=True), segment("b")))
    assert show.at("10:30:00").do(c.Start()).at("10:31:00").on_air_id == "a"


def test_what_fell_into_a_gap_waits_for_a_person():
    fired = cue("show/1", "30:00 before hard out", auto=True)
    show = Playbook(rundown(segment("a", auto_advance=True), segment("b"), cues=[fired])).at("10:30:00")
    show.do(c.Start())
    since = show.now
    show.now = ShowInstant(instant("11:10:00"))
    show.do(c.NoticeGap(since)).at("11:11:00")
    assert (show.on_air_id, show.cue("show/1")) == ("a", "due")
    assert show.due("show/1") == instant("11:00:00")


@pytest.mark.parametrize("command", sorted(TABLE, key=str), ids=str)
@pytest.mark.parametrize("status", list(Status))
def test_the_table_says_what_fits_when(command: type, status: Status):
    show = three()
    stages: dict[Status, list[c.Command]] = {
        Status.BEFORE: [],
        Status.ON_AIR: [c.Start()],
        Status.HELD: [c.Start(), c.Hold()],
        Status.ENDED: [c.Start(), c.End()],
    }
    for step in stages[status]:
        show.do(step)
    given: dict[str, object] = {
        "segment": "b",
        "duration": span("1:00"),
        "before": None,
        "title": "X",
        "after": "b",
        "text": "x",
    }
    given |= {"action": "black", "cue": "nobody/1", "to": show.show.rundown.event.start}
    given |= {"goal": Goal.HARD_OUT, "skip": (), "person": "x", "readiness": Readiness.HERE}
    given |= {"difference": difference(show.history.state, show.show.rundown), "accept": ()}
    given |= {"is_rehearsal": True}
    given |= {"cue": "nobody/1", "to": show.show.rundown.event.start}
    made = command(**{each.name: given[each.name] for each in fields(command)})
    if status not in TABLE[command].fits:
        assert show.refusal(made).endswith((".", "it."))


def test_a_message_is_one_line_of_what_can_be_shown():
    show = three().do(c.SendMessage("\x00Closer to\r\nthe\tmicrophone,\x07 please\udce9\u202e "))
    assert show.show.state.message == "Closer to the microphone, please"
    assert "is empty" in show.refusal(c.SendMessage("\x00 \n\x1b"))
    khmer = "\u179f\u17bc\u1798\u200b\u1794\u1789\u17d2\u1785\u1794\u17cb \u2764\ufe0f"
    assert show.do(c.SendMessage(khmer)).show.state.message == khmer


def test_a_message_that_nobody_could_read_is_refused_however_it_comes():
    show = three().do(c.SendMessage("m" * 200))
    long = "m" * 100_000
    expected = "The message has 100000 characters, and 200 can be read: make it shorter."
    assert show.refusal(c.SendMessage(long)) == expected
    assert show.refusal(c.Do(f"message: {long}")) == expected
    assert "The title has" in show.refusal(c.Insert(long, span("1:00"), "a"))
    assert "The note has" in show.refusal(c.Note(long))


def test_a_line_done_without_a_cue_is_cleaned_too():
    show = three().at("10:30:00").do(c.Start()).do(c.Do("message: One\x00 minute"))
    assert show.show.state.message == "One minute"
