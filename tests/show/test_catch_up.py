"""Catching up: worked by hand, and held against every way of cutting that there is."""

from datetime import timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show import events as e
from ssc_console.show.catch_up import cuts_of, propose
from ssc_console.show.course import room
from ssc_console.show.cuts import Cut, Goal
from ssc_console.show.instants import SECOND, ZERO, ShowInstant, WallInstant
from ssc_console.show.rundown import EventInfo, Kind, Rundown, Segment
from ssc_console.show.state import ShowState
from ssc_console.show.timeline import timeline
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span
from tests.show.shows import START, Act, Run, acts, ms, rundowns


def late(*pending: Segment, by: str = "11:25:00", end: str = "11:30") -> Playbook:
    """The first segment is on air, and is held until it ends at that time."""
    show = Playbook(rundown(segment("now", "5:00"), *pending, end=end)).at("10:30:00").do(c.Start())
    return show.do(c.Add(instant(by) - instant("10:35:00")))


def given_by(show: Playbook, goal: Goal = Goal.HARD_OUT, skip: tuple[str, ...] = ()) -> dict[str, str]:
    proposal = show.show.catching_up(goal, skip)
    return {each.segment: f"{each.by}→{each.leaves}" for each in proposal.cuts}


def seconds(show: Playbook) -> dict[str, int]:
    return {each.segment: each.by // SECOND for each in show.show.catching_up().cuts}


# ---- worked by hand


def test_a_show_that_is_in_time_needs_no_cuts():
    show = late(segment("a", "5:00"))
    proposal = show.show.catching_up()
    assert (proposal.is_needed, proposal.cuts, proposal.missing) == (False, (), ZERO)
    assert show.show.catch_up is None
    assert "Nothing has to be shortened" in show.refusal(c.CatchUp())


def test_the_cuts_are_what_is_needed_to_the_second_and_the_show_then_ends_at_the_hard_out():
    # 11:25:00 + 4:00 + 3:00 is 2:00 past 11:30; a can give 2:00 and b 1:00: two thirds of each.
    show = late(segment("a", "4:00", min_duration="2:00"), segment("b", "3:00", min_duration="2:00"))
    assert seconds(show) == {"a": 80, "b": 40}
    show.do(c.CatchUp())
    assert show.show.projected_end == instant("11:30:00")
    assert (show.show.row("a").allotted, show.show.row("b").allotted) == (span("2:40"), span("2:20"))


def test_a_part_of_a_second_is_caught_up_by_a_whole_one():
    show = late(segment("a", "5:00", min_duration="4:00"), by="11:25:00.001")
    assert seconds(show) == {"a": 1}
    assert show.do(c.CatchUp()).show.projected_end == instant("11:29:59.001")


def test_a_segment_without_a_shortest_duration_gives_at_most_a_fifth():
    show = late(segment("a", "5:00"), segment("b", "5:00"))
    proposal = show.show.catching_up()
    assert [each.leaves for each in proposal.cuts] == [span("4:00"), span("4:00")]
    assert (proposal.missing, proposal.new_end) == (span("3:00"), instant("11:33:00"))


def test_a_second_catch_up_takes_no_fifth_of_what_the_first_one_left():
    show = late(segment("a", "5:00"), by="11:25:30").do(c.CatchUp())
    assert show.show.row("a").allotted == span("4:30")
    show.do(c.Add(span("5:00")))
    assert show.do(c.CatchUp()).show.row("a").allotted == span("4:00")
    assert "can be shortened" in show.refusal(c.CatchUp())


def test_what_a_person_adds_after_a_catch_up_can_be_taken_again():
    show = late(segment("a", "5:00"), by="11:26:00").do(c.CatchUp())
    assert show.do(c.Add(span("2:30"), "a")).show.row("a").allotted == span("6:30")
    assert room(show.history.state, "a") == 30  # a fifth of 7:30 is 1:30, of which 1:00 was taken


def test_a_segment_that_was_retimed_by_hand_is_cut_by_a_fifth_of_that():
    show = late(segment("a", "5:00"), by="11:26:00").do(c.CatchUp()).do(c.Retime("a", span("10:00")))
    assert room(show.history.state, "a") == 120


@pytest.mark.parametrize(
    "fixed",
    [
        segment("a", "5:00", kind="video"),
        segment("a", "5:00", media="a.mp4"),
        segment("a", None, until="11:31"),
        segment("a", "5:00", min_duration="6:00"),
        segment("a", "0:00"),
    ],
    ids=["a video", "what plays a file", "until", "shorter than its shortest already", "no time"],
)
def test_what_has_a_length_of_its_own_is_never_cut(fixed: Segment):
    show = late(fixed, by="11:29:00")
    assert show.show.catching_up().cuts == ()
    if show.show.to_hard_out < ZERO:
        assert "can be shortened" in show.refusal(c.CatchUp())


def test_the_introduction_is_not_cut():
    assert seconds(late(segment("a", "1:00", intro="4:10"), by="11:25:00")) == {"a": 10}


def test_nine_gives_first_and_one_last():
    pending = (
        segment("dear", "5:00", min_duration="3:00", priority=1),
        segment("usual", "5:00", min_duration="3:00"),
        segment("cheap", "5:00", min_duration="3:00", priority=9),
    )
    assert seconds(late(*pending, by="11:16:30")) == {"cheap": 90}
    assert seconds(late(*pending, by="11:18:30")) == {"cheap": 120, "usual": 90}
    assert seconds(late(*pending, by="11:20:30")) == {"cheap": 120, "usual": 120, "dear": 90}


def test_cutting_before_a_fixed_start_that_waits_already_gains_nothing():
    # b waits for 11:20 whatever a gives; then 5:00 and 7:00: 2:00 too long.
    show = late(
        segment("a", "5:00", min_duration="1:00", priority=9),
        segment("b", "5:00", fixed_start="11:20"),
        segment("d", "7:00", min_duration="4:00"),
        by="11:10:00",
    )
    assert seconds(show) == {"b": 30, "d": 90}  # b can give 1:00, d 3:00: half of what each can


def test_a_fixed_start_that_would_wait_takes_the_rest_of_the_cuts_behind_it():
    # a ends at 11:21:00, a minute after b's fixed start: more than that minute from a gains nothing.
    # 11:21:00 + 5:00 + 6:00 is 2:00 too long. a gives its minute, as it gives first; b and d the other.
    show = late(
        segment("a", "5:00", min_duration="1:00", priority=9),
        segment("b", "5:00", min_duration="3:00", fixed_start="11:20"),
        segment("d", "6:00", min_duration="4:00"),
        by="11:16:00",
    )
    assert seconds(show) == {"a": 60, "b": 30, "d": 30}


def test_what_can_not_be_reached_is_said_with_what_would_do():
    show = late(
        segment("a", "3:00", min_duration="3:00", may_skip=True),
        segment("b", "4:00", min_duration="3:30"),
        segment("d", "2:00", min_duration="2:00", may_skip=True),
        segment("f", "5:00", min_duration="5:00"),
        by="11:19:00",
    )
    proposal = show.show.catching_up()  # 11:33:00; b can give 0:30
    assert (proposal.missing, proposal.new_end) == (span("2:30"), instant("11:32:30"))
    assert [(each.segment, each.end, each.missing) for each in proposal.skips] == [
        ("a", instant("11:30:00"), ZERO),
        ("d", instant("11:30:30"), span("0:30")),
    ]
    assert proposal.enough == ("a",)
    assert given_by(show, skip=("a",)) == {}  # without a, nothing has to be cut at all
    assert show.do(c.CatchUp(skip=("a",))).show.projected_end == instant("11:30:00")
    assert show.state("a") == "skipped"


def test_two_are_left_out_where_one_is_not_enough():
    show = late(
        segment("a", "1:00", min_duration="1:00", may_skip=True),
        segment("b", "1:00", min_duration="1:00", may_skip=True),
        segment("d", "1:30", min_duration="1:30", may_skip=True),
        segment("f", "3:00", min_duration="3:00"),
        by="11:26:00",
    )
    assert show.show.catching_up().enough == ("a", "d")


def test_where_very_many_could_be_left_out_enough_of_them_are_found_all_the_same():
    many = [segment(f"s{n}", "1:00", min_duration="1:00", may_skip=True) for n in range(30)]
    show = late(*many, segment("z", "5:00", min_duration="5:00"), by="11:05:00")
    proposal = show.show.catching_up()
    assert (len(proposal.skips), proposal.missing) == (24, span("10:00"))
    assert len(proposal.enough) == 10
    assert show.show.catching_up(skip=proposal.enough).missing == ZERO


def test_nothing_is_left_out_that_the_agenda_does_not_allow():
    show = late(segment("a", "5:00"), segment("b", "5:00"))
    assert show.show.catching_up().skips == ()
    assert "skip it by hand" in show.refusal(c.CatchUp(skip=("a",)))
    assert "no segment" in show.refusal(c.CatchUp(skip=("x",)))
    assert "not to come" in show.refusal(c.CatchUp(skip=("now",)))


def test_the_planned_end_can_be_the_goal():
    show = Playbook(rundown(segment("now"), segment("a", "5:00"))).at("10:30:00").do(c.Start())
    show.do(c.Add(span("0:40")))
    assert "nothing" not in show.refusal(c.CatchUp())
    show.do(c.CatchUp(Goal.PLANNED_END))
    assert show.show.projected_end == show.show.planned_end == instant("10:40:00")


def test_who_lost_time_to_the_plan_may_have_it_back_where_the_show_is_early():
    show = late(
        segment("a", "4:00", min_duration="2:00"),
        segment("b", "4:00", min_duration="2:00", priority=1),
        by="11:24:00",
    ).do(c.CatchUp())
    assert show.show.row("a").allotted == span("2:00")
    show.do(c.Add(span("-1:00")))
    assert [(each.segment, each.by) for each in show.show.catching_up().more] == [("a", span("1:00"))]
    show.do(c.Add(span("-1:30")))
    assert [(each.segment, each.by) for each in show.show.catching_up().more] == [("a", span("2:00"))]


def test_time_before_a_fixed_start_that_waits_is_free():
    show = late(segment("a", "5:00"), segment("b", "10:00", fixed_start="11:20"), by="11:00:00")
    show.do(c.Add(span("-1:00"), "a"))
    assert [each.segment for each in show.show.catching_up().more] == ["a"]


# ---- the command


def test_a_catch_up_is_one_step_for_undo_and_redo():
    show = late(segment("a", "4:00", min_duration="2:00"), segment("b", "3:00", may_skip=True))
    before = show.show.projected_end
    show.do(c.CatchUp(skip=("b",)))
    assert show.show.can_undo is not None
    assert show.show.can_undo.name == "catch-up"
    show.do(c.Undo())
    assert (show.show.projected_end, show.state("b")) == (before, "pending")
    show.do(c.Redo())
    assert (show.show.projected_end, show.state("b")) == (instant("11:29:00"), "skipped")


def test_a_cue_that_the_earlier_end_makes_due_is_part_of_the_step():
    # At 11:29:00 the segment on air is 2:00 over, so the show would end at 11:34:00, its cue at 11:33:00.
    # Caught up it ends at 11:30:00, and the cue is due at once.
    call = cue("show/1", "1:00 before end", auto=True)
    show = Playbook(rundown(segment("now", "57:00"), segment("a", "5:00", min_duration="1:00"), cues=[call]))
    show.at("10:30:00").do(c.Start()).at("11:29:00")
    assert (show.cue("show/1"), show.due("show/1")) == ("pending", instant("11:33:00"))
    show.do(c.CatchUp())
    assert show.facts()[-2:] == ["CaughtUp", "CueFired"]
    assert len({event.command for event in show.history.events[-2:]}) == 1
    assert show.do(c.Undo()).cue("show/1") == "pending"


def test_a_press_on_sight_of_another_proposal_is_refused_with_what_is_so_now():
    show = late(segment("a", "4:00", min_duration="2:00"), segment("b", "3:00", min_duration="2:00"))
    seen = c.SeenCatchUp(cuts_of(show.show.catching_up()))
    show.do(c.Add(span("0:10")))
    assert "“A” and “B” would give time now" in show.refusal(c.CatchUp(), seen)
    show.do(c.Add(span("-0:10"))).do(c.CatchUp(), seen)
    assert show.show.to_hard_out == ZERO
    assert "nothing would be shortened now" in show.refusal(c.CatchUp(), seen)


def test_while_the_segment_on_air_overruns_the_proposal_moves_with_it():
    show = late(segment("a", "5:00", min_duration="2:00"), by="11:25:00").at("11:25:30")
    assert seconds(show) == {"a": 30}
    assert seconds(show.at("11:25:31")) == {"a": 31}


def test_before_the_show_a_postponed_start_is_caught_up():
    show = Playbook(rundown(segment("a", "40:00"), segment("b", "20:00")))
    show.do(c.Postpone(WallInstant(instant("10:36:00"))))
    assert seconds(show) == {"a": 240, "b": 120}
    assert show.do(c.CatchUp()).show.projected_end == instant("11:30:00")


def test_a_goal_is_a_time_of_day_so_it_moves_with_the_wall():
    show = late(segment("a", "5:00", min_duration="2:00"), by="11:25:00").wall_stepped("30")
    assert seconds(show) == {"a": 30}


# ---- every way of cutting

HARD_OUT = WallInstant(START + ms(40_000))


@st.composite
def short_shows(draw: st.DrawFn) -> Rundown:
    """Two to five segments of a few seconds, one of which will be on air."""
    made = []
    for number in range(draw(st.integers(2, 5))):
        until = number > 0 and draw(st.sampled_from([False] * 5 + [True]))
        fixed = draw(st.sampled_from([None, None, 15_000, 22_500, 33_000])) if number else None
        made.append(
            Segment(
                id=f"s{number}",
                title="x",
                kind=draw(st.sampled_from([Kind.OTHER, Kind.OTHER, Kind.OTHER, Kind.VIDEO])),
                duration=None if until else ms(draw(st.integers(0, 28)) * 500),
                until=WallInstant(START + ms(draw(st.integers(30_000, 42_000)))) if until else None,
                intro=ZERO if until else ms(draw(st.sampled_from([0, 0, 1500]))),
                fixed_start=None if fixed is None else WallInstant(START + ms(fixed)),
                min_duration=draw(st.sampled_from([None, ms(9000), ms(6500), ms(11_000)])),
                priority=draw(st.sampled_from([5, 5, 2])),
                may_skip=draw(st.booleans()),
            )
        )
    event = EventInfo(title="x", timezone="Asia/Bangkok", start=START, hard_out=HARD_OUT)
    return Rundown(event=event, segments=tuple(made))


def plain_end(state: ShowState, now: ShowInstant, cuts: dict[str, int]) -> ShowInstant:
    """The projection as the handbook tells it, segment by segment."""
    end = timeline(state).horizon.at(now)
    for id_ in timeline(state).pending:
        fixed, until = state.fixed_start(id_), state.until(id_)
        start = end if fixed is None else max(end, fixed)
        if until is not None:
            end = max(start, until)
        else:
            own = state.allotted(id_)
            assert own is not None
            end = ShowInstant(start + state.segments[id_].intro + own - cuts.get(id_, 0) * SECOND)
    return end


def unequal(state: ShowState, cuts: dict[str, int], priority: int) -> Fraction:
    own = [id_ for id_ in cuts if state.segments[id_].priority == priority]
    return sum((Fraction(cuts[id_] ** 2, room(state, id_)) for id_ in own if cuts[id_]), Fraction())


@given(short_shows(), st.integers(0, 45))
def test_no_way_of_cutting_is_better(of: Rundown, added: int):
    run = Run(of, ShowInstant(START))
    run.ask(c.Start())
    run.ask(c.Add(ms(added * 500)))
    state, now = run.history.state, run.now
    proposal = propose(state, now)
    pending = list(timeline(state).pending)
    rooms = [room(state, id_) for id_ in pending]

    def judged(cuts: dict[str, int]) -> tuple[object, ...]:
        given_by_five = sum(cut for id_, cut in cuts.items() if state.segments[id_].priority == 5)
        total = sum(cuts.values())
        past = max(plain_end(state, now, cuts) - ShowInstant(HARD_OUT), timedelta())
        return past, total, -given_by_five, unequal(state, cuts, 5), unequal(state, cuts, 2)

    every = (dict(zip(pending, cuts, strict=True)) for cuts in product(*(range(one + 1) for one in rooms)))
    best = min(map(judged, every))
    found = dict.fromkeys(pending, 0) | {each.segment: each.by // SECOND for each in proposal.cuts}
    assert judged(found) == best
    assert proposal.missing == best[0]
    assert proposal.new_end == plain_end(state, now, found)
    assert proposal.end == plain_end(state, now, {})


@given(short_shows(), st.integers(0, 60))
def test_the_fewest_that_would_do_are_left_out(of: Rundown, added: int):
    run = Run(of, ShowInstant(START))
    run.ask(c.Start())
    run.ask(c.Add(ms(added * 500)))
    proposal = propose(run.history.state, run.now)
    pending = timeline(run.history.state).pending
    allowed = [id_ for id_ in pending if run.history.state.segments[id_].may_skip]
    would_do = [
        names
        for names in (
            tuple(id_ for id_, taken in zip(allowed, chosen, strict=True) if taken)
            for chosen in product([False, True], repeat=len(allowed))
        )
        if not propose(run.history.state, run.now, skip=names).missing
    ]
    if not proposal.missing:
        assert proposal.enough == ()
    elif would_do:
        assert proposal.enough in would_do
        assert len(proposal.enough) == min(map(len, would_do))
    else:
        assert proposal.enough == ()


# ---- laws on any show


@given(rundowns(), acts(most=8), st.sampled_from(list(Goal)))
def test_what_was_proposed_comes_about(of: Rundown, done: list[Act], goal: Goal):
    run = Run(of).perform(*done)
    proposal = run.show.catching_up(goal)
    if run.history.state.ended is not None:
        return
    assert proposal.end == run.show.projected_end
    if not proposal.is_needed or not proposal.helps:
        assert not run.ask(c.CatchUp(goal))
        return
    assert run.ask(c.CatchUp(goal))
    kept = [event.fact for event in run.history.events if isinstance(event.fact, e.CaughtUp)]
    assert kept[-1].cuts == cuts_of(proposal)
    assert run.show.projected_end == proposal.new_end
    assert run.show.catching_up(goal).cuts == ()  # once is enough


@given(
    st.lists(st.tuples(st.integers(1, 600), st.integers(0, 600), st.integers(1, 9)), min_size=1, max_size=5),
    st.integers(0, 1500),
)
def test_as_much_as_was_lost_is_given_back_and_nobody_loses_by_it(
    parts: list[tuple[int, int, int]], spare: int
):
    """Of each part how many seconds it has in the plan, how many are taken away, and its priority."""
    pending = [segment(f"s{at}", f"0:{plan}", priority=rank) for at, (plan, _, rank) in enumerate(parts)]
    show = Playbook(rundown(segment("now", "5:00"), *pending)).at("10:30:00").do(c.Start())
    lost = {f"s{at}": min(plan, taken) for at, (plan, taken, _) in enumerate(parts)}
    for id_, taken in lost.items():
        show.do(c.Add(-taken * SECOND, id_))
    show.do(c.Add(show.show.to_hard_out - spare * SECOND, "now"))
    more = show.show.catching_up().more
    assert all(each.by <= lost[each.segment] * SECOND for each in more)
    assert sum((each.by for each in more), ZERO) == min(spare, sum(lost.values())) * SECOND
    for each in more:
        show.do(c.Add(each.by, each.segment))
    assert show.show.to_hard_out >= ZERO


def test_a_cut_is_of_whole_seconds():
    for by in (ZERO, -SECOND, ms(1500)):
        with pytest.raises(ValueError):
            Cut("a", by)
