"""What really happened, read off a run: each law worked by hand, and what holds of every show."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given

from ssc_console.show import commands as c
from ssc_console.show.aired import Aired
from ssc_console.show.apply import apply, opened, pass_time
from ssc_console.show.as_run import AsRun, as_run
from ssc_console.show.cue_record import CueRecord, Outcome
from ssc_console.show.events import How, SegmentInserted, SegmentSkipped, SegmentTaken, TimeAdded
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.instants import ZERO, ShowInstant, Stamp
from ssc_console.show.passage import passages
from ssc_console.show.rundown import Rundown
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span
from tests.show.shows import Act, Run, acts, ms, rundowns


def address() -> Playbook:
    """Two addresses with intros, then a closing."""
    return Playbook(
        rundown(segment("a", intro="0:20"), segment("b", "4:00", intro="0:20"), segment("close", "1:00"))
    )


def of(show: Playbook) -> AsRun:
    return as_run(show.history)


def airing(show: Playbook, segment_: str, number: int = 0) -> Aired:
    return [each for each in of(show).airings if each.segment.id == segment_][number]


def record(show: Playbook, id_: str, number: int = 0) -> CueRecord:
    return [each for each in of(show).cues if each.cue.id == id_][number]


def clock(stamp: Stamp | None) -> str | None:
    return None if stamp is None else (stamp.wall + timedelta(hours=7)).strftime("%H:%M:%S")


# ---- airings


def test_an_airing_is_its_intro_and_what_was_spoken():
    show = address().at("10:30:05").do(c.Start()).at("10:30:17").do(c.Begin()).at("10:36:10").do(c.Advance())
    was = airing(show, "a")
    assert (clock(was.taken), clock(was.begun), clock(was.ended)) == ("10:30:05", "10:30:17", "10:36:10")
    assert (was.how, was.left) == (How.START, How.ADVANCE)
    assert (was.intro_used, was.spoken, was.held) == (span("0:12"), span("5:53"), ZERO)
    assert (was.over_allotted, was.over_plan) == (span("0:53"), span("0:45"))


def test_a_hold_is_told_apart_from_added_time():
    show = address().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Add(span("1:00")))
    show.at("10:32:00").do(c.Hold()).at("10:32:40").do(c.Resume()).at("10:37:00").do(c.Advance())
    was = airing(show, "a")
    assert (was.held, was.added, was.allotted) == (span("0:40"), span("1:00"), span("6:00"))
    assert was.spoken == span("6:00")  # 7:00 less 0:20 of intro and 0:40 of hold
    assert (was.over_allotted, was.over_plan) == (ZERO, span("1:40"))
    (hold,) = of(show).holds
    assert (clock(hold.since), clock(hold.until), hold.segment) == ("10:32:00", "10:32:40", "a")


def test_a_hold_in_the_intro_is_no_part_of_the_intro():
    show = address().at("10:30:00").do(c.Start()).at("10:30:05").do(c.Hold()).at("10:30:35").do(c.Resume())
    show.at("10:31:00").do(c.Advance())
    was = airing(show, "a")
    assert (was.intro_used, was.held, was.spoken) == (span("0:20"), span("0:30"), span("0:10"))


def test_a_segment_left_in_its_intro_never_began():
    show = address().at("10:30:00").do(c.Start()).at("10:30:08").do(c.Advance())
    was = airing(show, "a")
    assert (was.begun, was.intro_used, was.spoken) == (None, span("0:08"), ZERO)
    assert not was.is_whole


def test_a_segment_taken_twice_has_two_airings():
    show = (
        address().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Take("a")).at("10:37:00").do(c.Advance())
    )
    first, again = airing(show, "a"), airing(show, "a", 1)
    assert (first.left, first.length, again.how, again.length) == (
        How.TAKE,
        span("1:00"),
        How.TAKE,
        span("6:00"),
    )


def test_an_airing_that_was_undone_is_not_there_and_the_one_before_it_never_ended():
    show = address().at("10:30:00").do(c.Start()).at("10:33:00").do(c.Advance()).at("10:33:04").do(c.Undo())
    show.at("10:35:30").do(c.Advance())
    assert [(each.segment.id, each.length) for each in of(show).airings] == [
        ("a", span("5:30")),
        ("b", ZERO),
    ]


def test_what_is_still_on_air_has_not_ended_and_is_as_long_as_the_latest_event_knows():
    show = address().at("10:30:00").do(c.Start()).at("10:32:00").do(c.Note("cut here"))
    was, run = airing(show, "a"), of(show)
    assert (was.ended, was.left, was.length) == (None, None, span("2:00"))
    assert (run.status, run.ended) == (Status.ON_AIR, None)


def test_an_airing_with_a_jump_or_a_gap_inside_is_no_rehearsal():
    jumped = address().at("10:30:00").do(c.Start())
    jumped.at("10:34:00").do(c.NoticeJump(ShowInstant(instant("10:31:00")))).at("10:35:00").do(c.Advance())
    assert (airing(jumped, "a").jumped, airing(jumped, "a").is_whole) == (True, False)
    slept = address().at("10:30:00").do(c.Start()).at("10:35:00").do(c.Advance())
    slept.now = ShowInstant(instant("10:38:00"))
    slept.do(c.NoticeGap(ShowInstant(instant("10:36:00")))).at("10:39:00").do(c.Advance())
    assert [(each.gap, each.is_whole) for each in of(slept).airings[:2]] == [(False, True), (True, False)]
    assert [(each.length, each.is_jump) for each in of(slept).gaps] == [(span("2:00"), False)]


def test_an_inserted_segment_has_no_plan_to_be_held_against():
    show = address().at("10:30:00").do(c.Start()).do(c.Insert("Technical break", span("2:00"), "a"))
    show.at("10:35:00").do(c.Advance()).at("10:37:10").do(c.Advance())
    was = airing(show, "technical-break")
    assert (was.planned, was.slot, was.over_plan, was.over_allotted) == (None, None, None, span("0:10"))


def test_a_segment_until_a_time_of_day_is_over_when_it_is_later_than_that():
    show = Playbook(rundown(segment("a", None, until="10:40"), segment("b")))
    show.at("10:31:00").do(c.Start()).at("10:41:00").do(c.Advance())
    was = airing(show, "a")
    assert (was.allotted, was.spoken, was.over_allotted) == (span("9:00"), span("10:00"), span("1:00"))
    assert (was.planned, was.over_plan) == (span("10:00"), ZERO)


def test_a_step_of_the_wall_is_listed_and_no_length_feels_it():
    show = address().at("10:30:00").do(c.Start()).at("10:31:00").wall_stepped("30").at("10:35:00")
    show.do(c.Advance())
    was = airing(show, "a")
    assert (was.length, clock(was.taken), clock(was.ended)) == (span("5:00"), "10:30:00", "10:35:30")
    assert [each.by for each in of(show).wall_steps] == [span("30")]


# ---- the show


def test_a_show_that_ended_is_held_against_its_hard_out():
    show = address().at("10:30:00").do(c.Start()).at("11:30:45").do(c.End())
    run = of(show)
    assert (run.to_hard_out, run.ended_how) == (span("-0:45"), How.END)
    assert run.over_under == span("50:00") + span("0:05")  # planned until 10:40:40
    assert [row.state for row in run.rows[1:]] == [SegmentState.NOT_AIRED] * 2


def test_a_run_that_was_never_started_says_so():
    run = of(address())
    assert (run.started, run.ended, run.airings, run.status) == (None, None, (), Status.BEFORE)


def test_changes_that_stayed_are_told_and_an_undo_says_what_it_took_back():
    show = address().at("10:30:00").do(c.Start()).at("10:31:00").do(c.Skip("b")).at("10:31:02").do(c.Undo())
    show.at("10:32:00").do(c.Add(span("0:30"))).do(c.Insert("Break", span("1:00"), "a")).do(c.Skip("close"))
    run = of(show)
    assert [type(each.fact) for each in run.changes] == [TimeAdded, SegmentInserted, SegmentSkipped]
    (undo,) = run.reversals
    assert (clock(undo.at), undo.step.name, undo.step.segment, undo.is_redo) == (
        "10:31:02",
        "skip",
        "b",
        False,
    )


def test_notes_measured_times_and_messages_come_with_what_was_on_air():
    show = address().at("10:30:00").do(c.Start()).do(c.Note("walks slowly")).do(c.SendMessage("one minute"))
    show.do(c.Measure(span("4:10"), "b"))
    run = of(show)
    assert [(each.text, each.segment) for each in run.notes] == [("walks slowly", "a")]
    assert [(each.segment, each.duration) for each in run.measured] == [("b", span("4:10"))]
    assert [(each.text, each.segment) for each in run.messages] == [("one minute", "a")]


# ---- cues


def with_cues(*cues: str, auto: bool = False) -> Playbook:
    made = tuple(cue(f"a/{number}", at, auto=auto) for number, at in enumerate(cues, 1))
    return Playbook(rundown(segment("a", cues=made), segment("b")))


def test_a_cue_done_after_it_fell_due_has_a_reaction_time():
    show = with_cues("1:00 before end").at("10:30:00").do(c.Start()).at("10:34:09").do(c.Go("a/1"))
    was = record(show, "a/1")
    assert (was.outcome, was.by, clock(was.due), was.reaction) == (
        Outcome.DONE,
        "test",
        "10:34:00",
        span("9"),
    )
    assert was.is_late


def test_a_cue_done_before_it_was_due_was_early():
    show = with_cues("1:00 before end").at("10:30:00").do(c.Start()).at("10:33:48").do(c.Go("a/1"))
    was = record(show, "a/1")
    assert (was.reaction, was.is_late) == (span("-12"), False)


def test_a_cue_that_fired_by_itself_reacted_at_once():
    show = with_cues("0:30 after start", auto=True).at("10:30:00").do(c.Start()).at("10:32:00")
    was = record(show, "a/1")
    assert (was.automatic, was.by, was.reaction) == (True, "clock", ZERO)


def test_cues_that_nobody_did_are_told_from_those_that_went_by_and_those_not_reached():
    show = Playbook(
        rundown(
            segment("a", cues=(cue("a/1", "0:10 after start"), cue("a/2", "4:00 after start"))),
            segment("b", cues=(cue("b/1", "begin"),)),
            segment("d", cues=(cue("d/1", "begin"),)),
        )
    )
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance()).do(c.Dismiss("b/1"))
    assert [record(show, id_).outcome for id_ in ("a/1", "a/2", "b/1", "d/1")] == [
        Outcome.MISSED,
        Outcome.PASSED,
        Outcome.DISMISSED,
        Outcome.NOT_REACHED,
    ]


def test_a_cue_of_a_segment_that_was_taken_again_is_told_for_each_airing():
    show = with_cues("0:10 after start").at("10:30:00").do(c.Start()).at("10:30:11").do(c.Go("a/1"))
    show.at("10:31:00").do(c.Take("a")).at("10:31:30").do(c.Advance())
    assert [record(show, "a/1", number).outcome for number in (0, 1)] == [Outcome.DONE, Outcome.MISSED]


def test_a_cue_done_in_an_airing_that_was_taken_back_was_not_done():
    show = Playbook(rundown(segment("a"), segment("b", cues=(cue("b/1", "begin"),))))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Advance()).do(c.Go("b/1")).do(c.Undo())
    assert [each.outcome for each in of(show).cues] == [Outcome.NOT_REACHED]


def test_an_automatic_cue_at_the_end_of_a_segment_that_is_taken_again_was_done():
    show = with_cues("end", auto=True).at("10:30:00").do(c.Start()).at("10:32:00").do(c.Take("a"))
    first = record(show, "a/1")
    assert (first.outcome, clock(first.acted), first.airing) == (Outcome.DONE, "10:32:00", 1)


# ---- what holds of every show


@given(rundowns(), acts())
def test_from_start_to_end_exactly_one_thing_is_on_air(given_rundown: Rundown, done: Sequence[Act]):
    run = as_run(Run(given_rundown).perform(*done).history)
    if run.started is None:
        assert run.airings == ()
        return
    for one, following in zip(run.airings, run.airings[1:], strict=False):
        assert one.until == following.taken
        assert (one.ended, one.left) == (following.taken, following.how)
    assert run.airings[0].taken == run.started
    assert run.airings[-1].ended == run.ended
    last = run.ended or run.latest
    assert sum((each.length for each in run.airings), ZERO) == last.at - run.started.at


@given(rundowns(), acts())
def test_an_airing_is_made_of_intro_speech_and_holds(given_rundown: Rundown, done: Sequence[Act]):
    run = as_run(Run(given_rundown).perform(*done).history)
    for each in run.airings:
        parts = (each.intro_used, each.spoken, each.held)
        assert min(parts) >= ZERO
        assert sum(parts, ZERO) == each.length
        assert each.held == sum(
            (hold.until.at - hold.since.at for hold in run.holds if hold.airing == each.number), ZERO
        )
        assert (each.begun is not None) or each.spoken == ZERO


@given(rundowns(), acts())
def test_the_as_run_agrees_with_the_show_at_its_end(given_rundown: Rundown, done: Sequence[Act]):
    history = Run(given_rundown).perform(*done).later(ms(700)).history
    run, state = as_run(history), history.state
    for row in run.rows:
        airings = [each for each in run.airings if each.segment.id == row.segment.id]
        if row.actual_start is not None:
            assert row.actual_start == airings[-1].taken.wall
    for id_, memory in state.memory.items():
        records = [each for each in run.cues if each.cue.id == id_]
        assert records
        if memory.mark is not None and memory.settled:
            assert memory.mark.stamp in [each.acted for each in records]
            last = next(each for each in records if each.acted == memory.mark.stamp)
            assert last.by == memory.mark.by


@given(rundowns(), acts(undo=False, most=8, saves=False))
def test_every_cue_of_the_run_is_accounted_for(given_rundown: Rundown, done: Sequence[Act]):
    history = Run(given_rundown).perform(*done).history
    assert {each.cue.id for each in as_run(history).cues} == set(history.state.cues)


@given(rundowns(), acts())
def test_each_event_in_force_has_the_show_around_it_that_its_own_fold_makes(of: Rundown, done: list[Act]):
    history = Run(of).perform(*done).history
    live = list(history.live())
    state = opened(live[0])
    for event, passage in zip(live[1:], passages(history), strict=True):
        after = apply(state, event)
        assert (passage.event, passage.before, passage.after) == (event, pass_time(state, event.at), after)
        state = after


def test_a_take_out_of_turn_is_a_change_and_one_of_the_next_is_none():
    show = Playbook(rundown(segment("a"), segment("b"), segment("c"), segment("d")))
    show.at("10:30:00").do(c.Start()).at("10:31:00").do(c.Take("b")).at("10:32:00").do(c.Take("d"))
    show.at("10:33:00").do(c.Take("c")).at("10:34:00").do(c.Take("c")).at("10:35:00").do(c.Back())
    show.at("10:36:00").do(c.Take("a")).do(c.Undo()).at("10:37:00").do(c.Advance())
    found = [
        (each.fact.segment, each.turn.was, each.turn.next)
        for each in as_run(show.history).changes
        if isinstance(each.fact, SegmentTaken) and each.turn is not None
    ]
    assert found == [
        ("d", SegmentState.PENDING, "c"),
        ("c", SegmentState.NOT_AIRED, None),
        ("c", SegmentState.ON_AIR, None),
        ("b", SegmentState.AIRED, None),
    ]
