"""What rehearsals say of an agenda, worked by hand; and every combination counted."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.as_run import AsRun, as_run
from ssc_console.show.instants import SECOND, ZERO, ShowInstant
from ssc_console.show.rehearsed import Ending, Rehearsals, Rehearsed, combined, rehearsals
from ssc_console.show.rundown import Rundown
from tests.show.playbook import Playbook, instant, rundown, segment, span, wall

TWO = rundown(segment("a", intro="0:20"), segment("b", "2:30"))


def run(first: str, second: str, of: Rundown = TWO) -> AsRun:
    """A run in which the speakers of `a` and `b` took so long."""
    show = Playbook(of).at("10:30:00").do(c.Start()).at("10:30:20")
    show.now = ShowInstant(show.now + span(first))
    show.do(c.Advance())
    show.now = ShowInstant(show.now + span(second))
    return as_run(show.do(c.End()).history)


def row(found: Rehearsals, id_: str) -> Rehearsed:
    return next(each for each in found.rows if each.segment.id == id_)


def test_a_segment_has_a_time_from_each_run_in_which_it_was_rehearsed():
    found = rehearsals(TWO, [run("4:50", "3:10"), run("5:10", "3:25"), run("5:02", "3:02")])
    was = row(found, "b")
    assert was.times == (span("3:10"), span("3:25"), span("3:02"))
    assert (was.least, was.median, was.most) == (span("3:02"), span("3:10"), span("3:25"))


def test_what_is_suggested_is_the_median_rounded_up_to_five_seconds():
    found = rehearsals(TWO, [run("4:50", "3:10"), run("5:10", "3:25"), run("5:02", "3:02")])
    assert (row(found, "a").suggested, row(found, "b").suggested) == (span("5:05"), span("3:10"))


def test_of_two_times_the_longer_one_is_suggested():
    assert row(rehearsals(TWO, [run("4:50", "3:02"), run("4:50", "3:21")]), "b").suggested == span("3:25")


def test_a_measured_time_counts_more_than_the_airing_and_the_latest_one_counts():
    show = Playbook(TWO).at("10:30:00").do(c.Start()).at("10:35:00").do(c.Measure(span("4:05"), "a"))
    show.do(c.Measure(span("4:11"), "a")).at("10:36:00").do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").times == (span("4:11"),)


def test_a_false_start_does_not_count_beside_the_airing_that_was_spoken_through():
    show = Playbook(TWO).at("10:30:00").do(c.Start()).at("10:30:40").do(c.Take("a")).at("10:35:20")
    show.do(c.Advance()).at("10:35:25").do(c.Take("a")).at("10:35:50").do(c.Take("b"))
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").times == (span("4:20"),)


def test_an_airing_that_a_jump_cut_short_is_no_rehearsal():
    show = Playbook(TWO).at("10:30:00").do(c.Start()).at("10:34:00")
    show.do(c.NoticeJump(ShowInstant(instant("10:31:00")))).at("10:35:00").do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").times == (None,)


def paced(first: str, second: str, *, at_first: int, then: int) -> AsRun:
    """A run on a clock that ran so many times as fast as life while `a` spoke, and then while `b` did."""
    show = Playbook(TWO).do(c.NoticePace(at_first * SECOND)).at("10:30:00").do(c.Start()).at("10:30:20")
    show.now = ShowInstant(show.now + span(first))
    show.do(c.Advance()).do(c.NoticePace(then * SECOND))
    show.now = ShowInstant(show.now + span(second))
    return as_run(show.do(c.End()).history)


def test_a_time_of_a_fast_clock_gives_way_to_one_that_was_spoken():
    found = rehearsals(TWO, [paced("4:00", "2:00", at_first=10, then=10), run("5:10", "3:10")])
    was = row(found, "b")
    assert was.times == (span("2:00"), span("3:10"))
    assert was.paces == (10 * SECOND, SECOND)
    assert (was.known, was.suggested, was.only_pressed) == ((span("3:10"),), span("3:10"), False)


def test_where_nothing_was_spoken_the_times_of_a_fast_clock_stand_and_are_called_so():
    was = row(rehearsals(TWO, [paced("4:00", "2:02", at_first=10, then=4)]), "b")
    assert (was.suggested, was.only_pressed, was.paces) == (span("2:05"), True, (4 * SECOND,))


def test_each_segment_is_judged_by_how_fast_the_clock_ran_while_it_was_spoken():
    found = rehearsals(TWO, [paced("5:00", "3:00", at_first=1, then=30)])
    assert (row(found, "a").only_pressed, row(found, "b").only_pressed) == (False, True)


def test_a_clock_that_was_fast_in_the_introduction_only_says_nothing_against_the_speaker():
    show = Playbook(TWO).do(c.NoticePace(60 * SECOND)).at("10:30:00").do(c.Start()).at("10:30:20")
    show.do(c.NoticePace(SECOND)).at("10:35:00").do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").paces == (SECOND,)


def test_a_clock_that_was_fast_for_a_while_makes_the_whole_airing_a_fast_one():
    show = Playbook(TWO).at("10:30:00").do(c.Start()).at("10:32:00").do(c.NoticePace(8 * SECOND))
    show.at("10:33:00").do(c.NoticePace(SECOND)).at("10:35:00").do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").paces == (8 * SECOND,)


def test_in_one_run_the_airing_that_was_spoken_counts_before_a_longer_one_on_a_fast_clock():
    show = Playbook(TWO).do(c.NoticePace(8 * SECOND)).at("10:30:00").do(c.Start()).at("10:37:00")
    show.do(c.NoticePace(SECOND)).do(c.Take("a")).at("10:41:20").do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").times == (span("4:00"),)


def test_a_stopwatch_runs_as_life_does_however_fast_the_clock_is():
    show = Playbook(TWO).do(c.NoticePace(8 * SECOND)).at("10:30:00").do(c.Start()).at("10:35:00")
    show.do(c.Measure(span("4:11"), "a")).do(c.Advance())
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").paces == (SECOND,)


def test_a_segment_that_was_stepped_through_was_not_rehearsed():
    found = rehearsals(TWO, [run("0:29", "0:15")])
    assert (row(found, "a").times, row(found, "b").times) == ((None,), (span("0:15"),))


def test_what_is_still_on_air_when_the_record_ends_was_not_rehearsed():
    show = Playbook(TWO).at("10:30:00").do(c.Start()).at("10:33:00").do(c.Note("cut"))
    assert row(rehearsals(TWO, [as_run(show.history)]), "a").times == (None,)


def test_segments_that_the_agenda_no_longer_has_are_left_out():
    one = rundown(segment("b", "2:00"))
    found = rehearsals(one, [run("5:00", "3:10")])
    assert [(each.segment.id, each.planned, each.times) for each in found.rows] == [
        ("b", span("2:00"), (span("3:10"),))
    ]


def test_nothing_is_suggested_for_a_segment_that_counts_to_a_time_of_day():
    of = rundown(segment("a", intro="0:20"), segment("b", None, until="10:40"))
    assert row(rehearsals(of, [run("5:00", "4:10", of)]), "b").suggested is None


def test_when_the_show_ends_is_said_from_three_runs_on():
    two = [run("4:50", "3:10"), run("5:10", "3:25")]
    assert rehearsals(TWO, two).ending is None
    assert rehearsals(TWO, [*two, run("5:00", "3:00")]).ending is not None


def test_a_run_in_which_nothing_was_rehearsed_does_not_count_as_one():
    two = [run("4:50", "3:10"), run("5:10", "3:25"), as_run(Playbook(TWO).history)]
    assert rehearsals(TWO, two).ending is None


def test_the_end_is_that_of_every_combination():
    found = rehearsals(TWO, [run("4:00", "2:00"), run("5:00", "3:00"), run("6:00", "4:00")]).ending
    assert found is not None
    shares = [(end, round(share * 9)) for end, share in found.ends]
    # 0:20 of intro, then 4, 5 or 6 minutes and 2, 3 or 4: nine ways from 6 to 10.
    assert shares == [
        (wall(at), ways)
        for at, ways in (
            ("10:36:20", 1),
            ("10:37:20", 2),
            ("10:38:20", 3),
            ("10:39:20", 2),
            ("10:40:20", 1),
        )
    ]
    assert (found.by(0.5), found.runs, found.as_planned) == (wall("10:38:20"), 3, 0)
    assert round(found.after(wall("10:38:20")) * 9) == 3


def test_what_was_never_rehearsed_counts_as_planned():
    three = rundown(segment("a", intro="0:20"), segment("b", "2:30"), segment("close", "1:00"))
    found = rehearsals(three, [run("5:00", "3:00", three) for _ in range(3)]).ending
    assert found is not None
    assert ([end for end, _ in found.ends], found.as_planned) == ([wall("10:39:20")], 1)


def test_a_fixed_start_soaks_up_what_came_before_it():
    of = rundown(segment("a"), segment("b", "2:00", fixed_start="10:37"))
    times = tuple(map(span, ("4:00", "6:00", "8:00")))
    rows = (
        Rehearsed(of.segments[0], span("5:00"), times),
        Rehearsed(of.segments[1], span("2:00"), (None, None, None)),
    )
    shares = [(end, round(share * 3)) for end, share in combined(of, rows, 3).ends]
    assert shares == [(wall("10:39"), 2), (wall("10:40"), 1)]


TIMES = st.lists(st.integers(0, 90).map(lambda each: timedelta(seconds=each)), min_size=1, max_size=3)


@given(st.lists(TIMES, min_size=1, max_size=4))
def test_all_combinations_are_counted_each_once(times: list[list[timedelta]]):
    of = rundown(*(segment(f"s{number}", "1:00") for number in range(len(times))))
    rows = [Rehearsed(each, span("1:00"), tuple(one)) for each, one in zip(of.segments, times, strict=True)]
    found: Ending = combined(of, rows, 3)
    ends = sorted(of.event.start + sum(one, ZERO) for one in product(*times))
    assert (found.ends[0][0], found.ends[-1][0]) == (ends[0], ends[-1])
    assert sum(share for _, share in found.ends) == pytest.approx(1)
    for end, share in found.ends:
        assert share * len(ends) == pytest.approx(ends.count(end))
    assert found.ends[0][0] <= found.by(0.1) <= found.by(0.5) <= found.by(0.9) <= found.ends[-1][0]
