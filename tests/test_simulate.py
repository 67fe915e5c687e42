"""A scripted rehearsal: its grammar, its times, and what comes out. docs/interfaces.md is the law."""

import json
from datetime import time
from typing import Any

import pytest

from ssc_console.records import event_record
from ssc_console.script import Line, PostponeTo, Read, StepWall, parse
from ssc_console.show import commands as c
from ssc_console.show.cuts import Goal
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import EventInfo, Rundown
from ssc_console.simulate import Performance, perform
from ssc_console.wire import show
from tests import show_keys
from tests.show.playbook import cue, rundown, segment, span, wall

OF = rundown(
    segment("welcome", "1:30"),
    segment("address", "5:00", intro="0:20", cues=(cue("address/1", "begin", auto=True),)),
    segment("sg-video", "3:00", kind="video"),
    segment("closing", "2:00"),
    cues=[cue("show/1", "1:00 before start")],
)


def performed(script: str, of: Rundown = OF) -> Performance:
    lines, problems = parse(script)
    assert problems == ()
    return perform(of, lines)


def reads(script: str, of: Rundown = OF) -> list[dict[str, Any]]:
    return [json.loads(show(snapshot, "rehearsal")) for snapshot in performed(script, of).reads]


# ---- the grammar


def media(state: str, *places: str) -> c.ObserveMedia:
    return c.ObserveMedia(Observation(MediaState(state), *(span(place) for place in places)))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("read", Read()),
        ("start", c.Start()),
        ("begin", c.Begin()),
        ("advance", c.Advance()),
        ("back", c.Back()),
        ("hold", c.Hold()),
        ("resume", c.Resume()),
        ("end", c.End()),
        ("undo", c.Undo()),
        ("redo", c.Redo()),
        ("postpone 10:45", PostponeTo(time(10, 45))),
        ("postpone 10:45:30", PostponeTo(time(10, 45, 30))),
        ("take sg-video", c.Take("sg-video")),
        ("add 1:00", c.Add(span("1:00"))),
        ("add -30s", c.Add(span("-30"))),
        ("add - 0:30 closing", c.Add(span("-30"), "closing")),
        ("add 1.5s closing", c.Add(span("1.5"), "closing")),
        ("retime closing 1:02:03", c.Retime("closing", span("1:02:03"))),
        ("skip closing", c.Skip("closing")),
        ("catch up", c.CatchUp()),
        ('catch up "planned end"', c.CatchUp(Goal.PLANNED_END)),
        ("person hongtong checked", c.MarkPerson("hongtong", Readiness.CHECKED)),
        ('catch up "hard out"', c.CatchUp(Goal.HARD_OUT)),
        ("restore closing", c.Restore("closing")),
        ("move closing before sg-video", c.Move("closing", "sg-video")),
        ("move closing last", c.Move("closing", None)),
        (
            'insert "A break # of two" 2:00 after closing',
            c.Insert("A break # of two", span("2:00"), "closing"),
        ),
        ("standby address/1", c.Standby("address/1")),
        ("go address/1", c.Go("address/1")),
        ("dismiss address/1", c.Dismiss("address/1")),
        ("rearm address/1", c.Rearm("address/1")),
        ('message "Two minutes, please"', c.SendMessage("Two minutes, please")),
        ('do "lower third: hongtong"', c.Do("lower third: hongtong")),
        ("clear", c.ClearMessage()),
        ("media playing 0:00 of 3:04.250", media("playing", "0:00", "3:04.25")),
        ("media paused 1:00.5 of 1:02:03", media("paused", "1:00.5", "1:02:03")),
        ("media ended", media("ended")),
        ("media lost", media("lost")),
        ("wall +2s", StepWall(span("2"))),
        ("wall -1:00", StepWall(span("-1:00"))),
        ("wall - 0.3s", StepWall(span("-0.3"))),
    ],
)
def test_every_step_is_read(text: str, step: object):
    name = "catch up" if text.startswith("catch up") else text.partition(" ")[0]
    expected = Line(1, time(10, 29), name, step)  # type: ignore[arg-type]
    assert parse(f"10:29:00 {text}   # why") == ((expected,), ())


def test_empty_lines_comments_and_spaces_are_nothing_and_lines_keep_their_numbers():
    lines, problems = parse(
        "# a rehearsal\n\n   \n10:29:00.250\tread # first\n  +1.5s read#second\r\n+1:00:00 read\n"
    )
    assert problems == ()
    assert [(line.number, line.when) for line in lines] == [
        (4, time(10, 29, 0, 250_000)),
        (5, span("1.5")),
        (6, span("1:00:00")),
    ]


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("+5s read", 1, "a time of day"),
        ("10:29 read", 1, "10:29:00"),
        ("24:00:00 read", 1, "10:29:00"),
        ("read", 1, "10:29:00"),
        ("10:29:00", 10, "a step"),
        ("10:29:00   # nothing", 10, "a step"),
        ("10:29:00 fly", 10, "a step"),
        ("10:29:00 read now", 15, "the end of the line"),
        ("10:29:00 take", 15, "the id of a segment"),
        ("10:29:00 add 90", 14, "30s"),
        ("10:29:00 add 1:60", 14, "30s"),
        ("10:29:00 add +1:00", 14, "30s"),
        ("10:29:00 move closing after welcome", 23, "“before” or “last”"),
        ("10:29:00 insert Break 2:00 after closing", 17, "double quotes"),
        ('10:29:00 insert "Break 2:00 after closing', 17, "double quotes"),
        ('10:29:00 insert "Break" 2:00 before closing', 30, "“after”"),
        ("10:29:00 message hello", 18, "double quotes"),
        ("10:29:00 postpone 25:00", 19, "10:30"),
        ("10:29:00 media playing 0:00", 29, "“of”"),
        ("10:29:00 media playing 3:05 of 3:04", 32, "not shorter"),
        ("10:29:00 media stopped", 16, "“playing”"),
        ("10:29:00 wall 2s", 15, "“+” or “-”"),
    ],
)
def test_a_line_that_does_not_parse_says_where_and_what_was_expected(text: str, column: int, expected: str):
    lines, (problem,) = parse("# one\n" + text)
    assert lines == ()
    assert (problem.line, problem.column) == (2, column)
    assert expected in problem.message


def test_every_wrong_line_is_reported_at_once():
    _, problems = parse("10:29:00 fly\n10:30:00 read\n10:31:00 swim")
    assert [problem.line for problem in problems] == [1, 3]


# ---- times


def test_the_first_time_is_the_one_nearest_to_the_start_and_later_ones_follow_across_midnight():
    event = EventInfo(title="Late", timezone="Asia/Bangkok", start=wall("23:50"), hard_out=wall("24:30:00"))
    late = Rundown(event=event, segments=(segment("a", "5:00"), segment("b", "20:00")))
    first, second, third = reads(
        "23:49:00 read\n23:50:00 start\n23:55:00 advance\n00:05:00 read\n00:05:00 read", late
    )
    assert first["now"] == "2020-09-14T23:49:00.000+07:00"
    assert second["now"] == third["now"] == "2020-09-15T00:05:00.000+07:00"
    assert second["on_air"]["elapsed_ms"] == 600_000
    (early,) = reads("00:10:00 read", late)
    assert early["now"] == "2020-09-15T00:10:00.000+07:00"


def test_a_time_that_is_before_the_line_above_is_of_the_next_day():
    _, second = reads("10:29:00 read\n10:28:59 read")
    assert second["now"] == "2020-09-15T10:28:59.000+07:00"


def test_spans_count_from_the_line_before():
    found = reads("10:29:00 read\n+30s read\n+1:00 read\n+0.5s read")
    assert [each["now"][11:23] for each in found] == [
        "10:29:00.000",
        "10:29:30.000",
        "10:30:30.000",
        "10:30:30.500",
    ]


def test_the_scripts_own_times_go_on_as_before_a_step_of_the_wall():
    script = "10:30:00 start\n10:31:00 wall +10s\n10:31:00 read\n+5s read\n10:31:06 read"
    found = reads(script)
    assert [each["now"][11:19] for each in found] == ["10:31:10", "10:31:15", "10:31:16"]
    assert [each["on_air"]["elapsed_ms"] for each in found] == [60_000, 65_000, 66_000]
    assert found[0]["started_at"][11:19] == "10:30:00"


def test_small_steps_of_the_wall_count_once_they_sum_to_more():
    found = performed("10:29:00 wall +0.2s\n+1s read\n+1s wall +0.05s\n+1s read\n+1s wall +0.001s\n+1s read")
    offsets = [snapshot.state.wall_offset for snapshot in found.reads]
    assert offsets == [span("0"), span("0"), span("0.251")]
    assert [event_record(event, "Asia/Bangkok")["type"] for event in found.events] == [
        "run_opened",
        "wall_stepped",
    ]


def test_a_time_of_day_to_postpone_to_is_the_one_nearest_to_the_start():
    of = rundown(segment("a"), start="23:50", end="24:30")
    (read,) = reads("23:40:00 postpone 00:05\n+1s read", of)
    assert read["postponed_to"] == "2020-09-15T00:05:00.000+07:00"
    assert performed("10:29:00 postpone 10:15").refused[0].command == "postpone"


# ---- what comes out

EXAMPLE = """\
10:29:00    read
10:30:05    start
10:30:20    begin
10:36:10.5  advance
+45s        add 1:00
+1:10       hold
+20s        resume
10:42:20    insert "Technical break" 2:00 after sg-video
10:45:00    read
"""


def test_the_example_of_the_interfaces_page():
    found = performed(EXAMPLE)
    assert [(each.line, each.command) for each in found.refused] == [(3, "begin")]
    before, after = (json.loads(show(snapshot, "rehearsal")) for snapshot in found.reads)
    assert (before["status"], before["revision"], before["on_air"]) == ("before", 0, None)
    on_air = after["on_air"]
    assert on_air == {
        "id": "address",
        "title": "Address",
        "kind": "other",
        "speakers": [],
        "taken_at": "2020-09-14T10:36:10.500+07:00",
        "begun_at": "2020-09-14T10:36:30.500+07:00",
        "intro_remaining_ms": None,
        "allotted_ms": 360_000,
        "elapsed_ms": 489_500,  # from 10:36:30.5 to 10:45, less 20 s held
        "remaining_ms": -129_500,
        "phase": "overrun",
        "display": "+2:09",
        "held": False,
        "warning_ms": 60_000,
        "wrap_up_ms": 30_000,
        "media": None,
        "counts_to": "duration",
    }
    assert after["next"] == {
        "id": "sg-video",
        "title": "Sg-Video",
        "projected_start": "2020-09-14T10:45:00.000+07:00",
    }
    assert [each["id"] for each in after["segments"]] == [
        "welcome",
        "address",
        "sg-video",
        "technical-break",
        "closing",
    ]
    assert after["projected_end"] == "2020-09-14T10:52:00.000+07:00"
    assert (after["over_under_ms"], after["to_hard_out_ms"]) == (610_000, 2_280_000)
    assert (after["can_undo"], after["can_redo"], after["revision"]) == ("insert", None, 7)


def test_show_has_exactly_its_keys():
    _, read = reads(EXAMPLE)
    assert tuple(read) == show_keys.SHOW
    assert tuple(read["event"]) == show_keys.EVENT
    assert read["segments"][3] == {
        "id": "technical-break",
        "state": "pending",
        "planned_start": None,
        "planned_end": None,
        "projected_start": "2020-09-14T10:48:00.000+07:00",
        "projected_end": "2020-09-14T10:50:00.000+07:00",
        "actual_start": None,
        "actual_end": None,
        "planned_ms": None,
        "allotted_ms": 120_000,
        "intro_ms": 0,
    }
    assert read["cues"] == [
        {
            "id": "show/1",
            "segment": None,
            "state": "due",
            "due_at": "2020-09-14T10:29:00.000+07:00",
            "text": "show/1",
            "to": None,
        },
        {
            "id": "address/1",
            "segment": "address",
            "state": "done",
            "due_at": "2020-09-14T10:36:30.500+07:00",
            "text": "address/1",
            "to": None,
        },
    ]


def test_a_video_in_show():
    read = reads(
        "10:30:00 take sg-video\n+1s media playing 0:00 of 3:04\n+4s read\n"
        "+1s hold\n+9s read\n+1s media lost\n+0s read"
    )
    assert [each["on_air"]["media"] for each in read] == [
        {"state": "playing", "position_ms": 4000, "length_ms": 184_000},
        {"state": "paused", "position_ms": 5000, "length_ms": 184_000},
        None,
    ]
    assert [each["on_air"]["counts_to"] for each in read] == ["media", "media", "duration"]
    assert [each["status"] for each in read] == ["on_air", "held", "held"]
    assert read[0]["on_air"]["warning_ms"] is None


def test_an_event_has_its_envelope_and_says_who():
    records = [event_record(event, "Asia/Bangkok") for event in performed(EXAMPLE).events]
    assert [record["type"] for record in records] == [
        *("run_opened", "segment_taken", "segment_taken", "cue_fired", "time_added", "held", "resumed"),
        "segment_inserted",
    ]
    assert [record["seq"] for record in records] == list(range(8))
    assert {"seq", "command", "at", "wall_offset_ms", "by", "type"} <= records[1].keys()
    assert [record["by"] for record in records[1:5]] == ["script", "script", "clock", "script"]
    assert records[3]["at"] == "2020-09-14T10:36:30.500+07:00"


def test_a_refusal_does_not_end_the_run_and_ids_that_do_not_exist_are_refusals():
    found = performed("10:30:00 start\n+5s take nowhere\n+1s go nobody/1\n+1s resume\n+1s read")
    assert [(each.line, each.command) for each in found.refused] == [(2, "take"), (3, "go"), (4, "resume")]
    assert all(each.reason.endswith(".") for each in found.refused)
    assert len(found.reads) == 1


def test_what_is_due_at_the_very_instant_of_a_line_is_settled_before_it():
    of = rundown(segment("a", "1:00", auto_advance=True), segment("b"), segment("d"))
    found = performed("10:30:00 start\n10:31:00 advance\n10:31:00 read", of)
    assert found.reads[0].on_air is not None
    assert found.reads[0].on_air.segment.id == "b"
    assert "only just" in found.refused[0].reason


def test_there_are_no_gaps_between_the_lines():
    of = rundown(
        segment("a", "1:00", auto_advance=True), segment("b", "1:00", auto_advance=True), segment("d")
    )
    (read,) = reads("10:30:00 start\n11:30:00 read", of)
    assert read["on_air"]["taken_at"] == "2020-09-14T10:32:00.000+07:00"


def test_a_show_that_is_late_says_what_it_would_take_and_catches_up_in_one_step():
    of = rundown(
        segment("welcome", "1:30"),
        segment("survey", "7:00", min_duration="5:00"),
        segment("video", "3:00", kind="video"),
        segment("closing", "2:00", may_skip=True),
        end="10:43",
    )
    before, after = reads("10:30:00 start\n+0s read\n+0s catch up\n+0s read", of)
    assert before["catch_up"] == {
        "goal": "hard out",
        "cuts": [  # the survey can give 2:00, the closing 0:24: 0:30 is shared as 5 to 1
            {"id": "survey", "cut_ms": 25_000, "allotted_ms": 395_000},
            {"id": "closing", "cut_ms": 5_000, "allotted_ms": 115_000},
        ],
        "projected_end": "2020-09-14T10:43:00.000+07:00",
        "missing_ms": 0,
        "skips": [{"id": "closing", "projected_end": "2020-09-14T10:41:30.000+07:00", "missing_ms": 0}],
        "enough": [],
    }
    assert (after["catch_up"], after["to_hard_out_ms"], after["can_undo"]) == (None, 0, "catch-up")
    refused = performed("10:30:00 start\n+0s catch up\n+0s catch up", of).refused
    assert [(each.line, each.command) for each in refused] == [(3, "catch up")]
