"""Rehearsals side by side, in words and as JSON; and never more certain than they are."""

import json

import pytest

from ssc_console.reports.compare import (
    NothingRehearsed,
    compare_page,
    compare_report,
    compared,
    in_words,
    latest_of,
    only_pressed,
    suggested,
)
from ssc_console.reports.kept import chosen, left_out_words
from ssc_console.show import commands as c
from ssc_console.show.instants import SECOND
from tests.reports.runs import of, opened
from tests.show.playbook import Playbook, rundown, segment, span

PLAN = rundown(
    segment("a", "5:00", title="Address"),
    segment("testimonial-china", "2:30", title="Testimonial: China"),
    segment("close", "0:30"),
    end="10:39",
)
THREE = [of(PLAN, first, second) for first, second in (("5:00", "3:10"), ("5:30", "3:25"), ("4:45", "3:02"))]


def test_each_segment_is_told_with_what_it_took():
    found = compared(PLAN, THREE)
    assert [in_words(each) for each in found.rows[1:]] == [
        "Testimonial: China: planned 2:30, rehearsed 3:10, 3:25, 3:02",
        "Close: planned 0:30, rehearsed never",
    ]
    assert "2:30  3:10, 3:25, 3:02   3:02    3:10  3:25       3:10  Testimonial: China" in compare_report(
        PLAN, THREE, "text"
    )


def test_only_durations_that_would_change_are_to_be_kept():
    assert suggested(compared(PLAN, THREE)) == {"testimonial-china": span("3:10")}


def test_from_three_runs_on_it_is_said_when_the_show_ends_and_on_how_many_runs_that_rests():
    page = compare_page(compared(PLAN, THREE))
    assert page.verdict.text == "Ends between 10:38:17 and 10:39:25"
    assert page.verdict.below.startswith("From 3 runs.")
    assert "1 segment never rehearsed" in page.verdict.below
    assert (page.figures[-1].name, page.figures[-1].text) == ("Past the hard out", "33 of 100")


def test_from_two_runs_there_is_no_range_and_no_share():
    text = compare_report(PLAN, THREE[:2], "text")
    assert "Compared from 2 runs" in text
    assert "Ends" not in text
    assert " of 100" not in text
    assert json.loads(compare_report(PLAN, THREE[:2], "json"))["ending"] is None


def test_the_json_has_a_place_for_each_run():
    found = json.loads(compare_report(PLAN, [*THREE, opened()], "json"))
    assert found["segments"][1]["rehearsed_ms"] == [190_000, 205_000, 182_000, None]
    assert found["segments"][1]["suggested_ms"] == 190_000
    assert found["segments"][2]["suggested_ms"] is None
    assert (found["ending"]["runs"], found["ending"]["earliest"]) == (3, "2020-09-14T10:38:17.000+07:00")
    assert found["runs"][3] == {"started_at": None, "ended_at": None}


def test_a_run_that_was_only_opened_takes_no_others_place():
    newest_first = [opened(), THREE[2], opened(), THREE[1], THREE[0]]
    assert latest_of(PLAN, newest_first, 2) == [THREE[1], THREE[2]]
    assert latest_of(PLAN, [opened()], 2) == []


def test_runs_that_say_nothing_are_answered_with_what_to_do():
    with pytest.raises(NothingRehearsed, match="rehearse it once from start to end"):
        compare_report(PLAN, [opened()], "text")
    with pytest.raises(NothingRehearsed):
        compare_report(PLAN, [], "text")


def test_a_time_of_a_fast_clock_is_marked_and_the_mark_explained():
    show = Playbook(PLAN).do(c.NoticePace(10 * SECOND)).at("10:30:00").do(c.Start()).at("10:34:50")
    fast = show.do(c.Advance()).at("10:37:00").do(c.End()).history
    text = compare_report(PLAN, [fast, *THREE[1:]], "text")
    assert "4:50 ×10, 5:30, 4:45" in text
    assert "not spoken" in text
    assert "not spoken" not in compare_report(PLAN, THREE, "text")
    found = json.loads(compare_report(PLAN, [fast, *THREE[1:]], "json"))["segments"][0]
    assert found["rehearsed_per_second_ms"] == [10_000, 1_000, 1_000]
    assert found["suggested_ms"] == 330_000


def test_an_end_that_rests_on_fast_clocks_says_so():
    fast = Playbook(PLAN).do(c.NoticePace(10 * SECOND)).at("10:30:00").do(c.Start()).at("10:34:50")
    runs = [fast.do(c.End()).history] * 3
    assert compare_page(compared(PLAN, runs)).verdict.below.endswith(
        "1 segment only pressed on a fast clock, never spoken."
    )


def test_what_nobody_spoke_is_kept_only_if_it_is_named():
    show = Playbook(PLAN).do(c.NoticePace(10 * SECOND)).at("10:30:00").do(c.Start()).at("10:34:50")
    found = compared(PLAN, [show.do(c.Advance()).at("10:37:00").do(c.End()).history])
    assert suggested(found) == {}
    assert only_pressed(found) == {"a": span("4:50"), "testimonial-china": span("2:10")}
    assert chosen(found) == {}
    assert chosen(found, ["a"]) == {"a": span("4:50")}
    assert left_out_words(found) == (
        "2 segments only pressed on a fast clock, never spoken, and left out: a, testimonial-china. "
        "Name those that you want all the same."
    )
    assert left_out_words(compared(PLAN, THREE)) == ""
