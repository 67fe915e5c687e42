"""The green room: who is there, who is missed and when that is told, and who could go on instead."""

from hypothesis import given

from ssc_console.show import commands as c
from ssc_console.show.change import next_change, turning_points
from ssc_console.show.effect import effect, would_be
from ssc_console.show.green_room import Level
from ssc_console.show.instants import ShowInstant
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Person, Rundown
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, instant, rundown, segment, span
from tests.show.shows import Act, Run, acts, ms, rundowns

ANN, BOB, CY, DEE = (Person(id=id_, name=f"Ms {id_.title()}") for id_ in ("ann", "bob", "cy", "dee"))


def people(of: Rundown) -> Rundown:
    return replace(of, people={each.id: each for each in (ANN, BOB, CY, DEE)})


def four() -> Playbook:
    """Ann is on air for ten minutes, then Bob, Cy and Dee, and a video."""
    return Playbook(
        people(
            rundown(
                segment("a", "10:00", speakers=("ann",)),
                segment("b", speakers=("bob",), intro="0:20", fallback="The moderator reads his message"),
                segment("tape", kind="video", speakers=("dee",)),
                segment("cy", "5:00", speakers=("cy", "ann")),
                segment("dee", "5:00", speakers=("dee",)),
            )
        )
    )


def mark(show: Playbook, **people: str) -> Playbook:
    for person, readiness in people.items():
        show.do(c.MarkPerson(person, Readiness(readiness)))
    return show


# ---- who stands where


def test_whoever_was_never_marked_is_not_here():
    row = four().show.person("bob")
    assert (row.readiness, row.since, row.by) == (Readiness.ABSENT, None, None)


def test_a_person_is_marked_any_time_and_it_is_kept_with_when_and_by_whom():
    show = mark(four(), bob="here").at("10:29:30")
    row = mark(show, bob="ready").show.person("bob")
    assert (row.readiness, row.since, row.by) == (Readiness.READY, instant("10:29:30"), "test")
    show.at("10:30:00").do(c.Start()).do(c.End())
    assert mark(show, bob="dropped").show.person("bob").readiness is Readiness.DROPPED


def test_a_mark_is_taken_back_by_another_mark_and_not_by_undo():
    show = four().at("10:30:00").do(c.Start())
    mark(show, bob="ready").do(c.Undo())
    assert (show.show.status.value, show.show.person("bob").readiness) == ("before", Readiness.READY)
    assert mark(show, bob="absent").show.person("bob").readiness is Readiness.ABSENT


def test_nobody_is_marked_who_is_not_there_to_be_marked():
    show = mark(four(), bob="here")
    assert show.refusal(c.MarkPerson("bo", Readiness.HERE)) == "There is no person “bo”. Did you mean “bob”?"
    assert show.refusal(c.MarkPerson("bob", Readiness.HERE)) == "Ms Bob is marked as here already."


def test_a_person_is_wanted_for_what_comes_first_and_not_where_a_video_speaks():
    show = four()
    assert (show.show.person("dee").segment, show.show.person("dee").on_at) == ("dee", instant("10:55:20"))
    show.at("10:30:00").do(c.Start())
    assert (show.show.person("ann").segment, show.show.person("ann").on_at) == ("a", instant("10:30:00"))
    show.at("10:40:00").do(c.Advance())
    assert show.show.person("ann").segment == "cy"
    show.do(c.Skip("dee"))
    assert show.show.person("dee").segment is None
    assert not show.show.person("dee").is_recorded
    taped = Playbook(people(rundown(segment("tape", kind="video", speakers=("dee",)))))
    assert taped.show.person("dee").is_recorded


# ---- amber and red


def test_it_is_amber_three_minutes_before_and_red_one_minute_before():
    show = mark(four(), ann="ready", cy="ready").at("10:30:00").do(c.Start()).at("10:36:59.999")
    assert show.show.missing is None
    missing = show.at("10:37:00").show.missing
    assert missing is not None
    assert (missing.segment, missing.people, missing.level) == ("b", ("bob",), Level.AMBER)
    assert missing.fallback == "The moderator reads his message"
    for at, level in (("10:38:59.999", Level.AMBER), ("10:39:00", Level.RED), ("10:41:00", Level.RED)):
        seen = show.at(at).show.missing
        assert seen is not None
        assert seen.level is level


def test_it_does_not_prevent_anything():
    show = mark(four(), ann="ready").at("10:30:00").do(c.Start()).at("10:40:00").do(c.Advance())
    assert show.on_air_id == "b"


def test_while_somebody_who_is_missing_is_introduced_it_stays_red():
    show = mark(four(), bob="dropped").at("10:30:00").do(c.Start()).at("10:40:00").do(c.Advance())
    missing = show.at("10:40:10").show.missing
    assert missing is not None
    assert (missing.segment, missing.level) == ("b", Level.RED)
    assert show.at("10:40:20").show.missing is None


def test_whoever_drops_is_told_at_once_however_far_off_their_segment_is():
    show = mark(four().at("10:30:00").do(c.Start()), bob="ready", cy="ready")
    assert show.show.missing is None
    missing = mark(show, bob="dropped").show.missing
    assert missing is not None
    assert (missing.people, missing.level) == (("bob",), Level.AMBER)
    assert mark(show, bob="ready", cy="dropped").show.missing is None  # who is not next has time


def test_whoever_is_ready_is_not_missed_and_a_sound_check_is_not_enough():
    show = mark(four(), bob="checked").at("10:30:00").do(c.Start()).at("10:38:00")
    assert show.show.missing is not None
    assert mark(show, bob="ready").show.missing is None
    assert mark(show, bob="dropped").show.missing is not None


def test_a_desk_that_does_not_use_the_green_room_is_told_nothing():
    assert four().at("10:30:00").do(c.Start()).at("10:39:30").show.missing is None


def test_nobody_is_missed_once_the_show_is_over():
    assert mark(four(), bob="here").at("10:30:00").do(c.Start()).do(c.End()).show.missing is None


def test_before_the_show_the_first_speaker_is_missed():
    show = mark(four(), bob="here")
    assert show.show.missing is not None
    assert show.show.missing.segment == "a"


def test_added_time_takes_the_warning_away():
    show = mark(four(), bob="here").at("10:30:00").do(c.Start()).at("10:38:00").do(c.Add(span("2:00")))
    assert show.show.missing is None


def test_the_one_timer_knows_both_instants():
    show = mark(four(), bob="here").at("10:30:00").do(c.Start()).at("10:30:00.250")
    turns = turning_points(show.history.state)
    assert instant("10:37:00") in turns
    assert instant("10:39:00") in turns
    assert next_change(show.history.state, ShowInstant(instant("10:36:59.999"))) == instant("10:37:00")
    assert instant("10:37:00") not in turning_points(mark(show, bob="ready").history.state)


# ---- who could go on instead


def swap(show: Playbook) -> str | None:
    missing = show.show.missing
    assert missing is not None
    return missing.swap


def test_the_first_later_segment_goes_on_whose_people_are_ready():
    show = mark(four(), bob="here", cy="ready", dee="ready").at("10:30:00").do(c.Start()).do(c.Skip("tape"))
    show.at("10:38:00")
    assert swap(show) == "dee"
    assert swap(mark(show, ann="ready")) == "cy"
    assert swap(mark(show, ann="dropped", dee="absent")) is None


def test_a_video_can_always_go_on():
    assert swap(mark(four(), bob="here").at("10:30:00").do(c.Start()).at("10:38:00")) == "tape"


def test_what_has_a_later_start_of_its_own_does_not_go_on_earlier():
    of = people(
        rundown(
            segment("a", "10:00"),
            segment("b", speakers=("bob",)),
            segment("cy", speakers=("cy",), fixed_start="11:00"),
        )
    )
    show = mark(Playbook(of), cy="ready").at("10:30:00").do(c.Start()).at("10:38:00")
    assert swap(show) is None


def test_the_effect_of_a_swap_is_told_before_it_is_done_and_nothing_has_happened():
    show = mark(four(), cy="ready", ann="ready").at("10:30:00").do(c.Start()).at("10:38:00")
    before = show.history.state
    command = c.Move("cy", "b")
    seen = effect(before, command, show.now)
    assert seen.next is not None
    assert seen.next.segment.id == "cy"
    assert show.history.state is before
    show.do(command)
    assert show.show.projected_end == seen.projected_end
    assert would_be(show.show, c.Move("a", None)) is None


# ---- laws


@given(rundowns(), acts())
def test_it_turns_amber_and_red_only_when_the_timer_says_so(of: Rundown, done: list[Act]):
    run = Run(of).perform(*done)
    state = run.history.state
    turns = turning_points(state)
    before = run.show.missing
    for late in (1, 500, 30_000, 61_000, 125_000):
        now = ShowInstant(state.at + ms(late))
        seen = type(run.show)(state, now).missing
        before = type(run.show)(state, state.at).missing
        told = (None if seen is None else seen.level, None if before is None else before.level)
        if told[0] != told[1]:
            assert any(state.at < turn <= now for turn in turns)


@given(rundowns(), acts(saves=False))
def test_the_effect_of_any_command_is_what_it_comes_to(of: Rundown, done: list[Act]):
    run = Run(of)
    for act in done:
        run.later(act.pause)
        if isinstance(act.command, c.Undo | c.Redo | c.ObserveMedia | c.NoticeWallStep):
            run.ask(act.command)
            continue
        told = would_be(run.show, act.command)
        obeyed = run.ask(act.command)
        assert (told is not None) == obeyed
        if told is not None:
            assert told.projected_end == run.show.projected_end
