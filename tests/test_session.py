"""The show in progress: what it keeps, what it shows, and what it notices of the world."""

from collections.abc import Sequence
from datetime import timedelta

from ssc_console.clock import ScriptedClock, SimulatedClock
from ssc_console.session import Session
from ssc_console.show.commands import Advance, Go, NoticeJump, Reset, Start, Undo
from ssc_console.show.events import ClockPaced, Event, GapNoticed, RunOpened, WallStepped
from ssc_console.show.figures import Status
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.snapshot import Snapshot
from tests.show.playbook import cue, instant, rundown, segment


class Lived(ScriptedClock):
    """A clock that is moved by hand and reports gaps like the real one."""

    reports_gaps = True


class Book:
    """A journal that says what it was given to keep."""

    def __init__(self, story: list[str]) -> None:
        self.story = story

    def keep(self, events: Sequence[Event]) -> None:
        self.story.append("kept " + " ".join(str(event.seq) for event in events))

    def make_sure(self) -> None:
        self.story.append("sure")


def opened() -> tuple[Session, Lived]:
    clock = Lived(ShowInstant(instant("10:29:59")))
    return Session(rundown(segment("a", auto_advance=True), segment("b")), clock, by="desk"), clock


def test_each_event_is_kept_before_it_is_shown():
    clock = Lived(ShowInstant(instant("10:29:59")))
    story: list[str] = []
    session = Session(
        rundown(segment("a")),
        clock,
        by="desk",
        journal=Book(story),
        surfaces=[lambda snapshot: story.append(f"shown {snapshot.revision}")],
    )
    session.ask(Start())
    assert story == ["kept 0", "kept 1", "sure", "shown 1"]


def test_a_refusal_is_a_sentence_and_changes_nothing():
    session, _ = opened()
    assert session.ask(Advance()) == "The show has not started: start it before you advance."
    assert session.snapshot().revision == 0


def test_a_stall_of_over_two_seconds_is_a_gap_and_nothing_in_it_happens_by_itself():
    session, clock = opened()
    session.ask(Start())
    clock.at = ShowInstant(instant("10:40:00"))
    session.look()
    assert isinstance(session.events[-1].fact, GapNoticed)
    assert session.snapshot().on_air is not None
    assert [type(event.fact).__name__ for event in session.events[1:]] == ["SegmentTaken", "GapNoticed"]


def test_ordinary_lateness_is_no_gap():
    session, clock = opened()
    session.ask(Start())
    clock.at = ShowInstant(clock.at + timedelta(seconds=1.9))
    session.look()
    assert len(session.events) == 2


def test_a_step_of_the_wall_is_noticed_once():
    session, clock = opened()
    clock.offset = timedelta(seconds=3)
    session.look()
    session.look()
    assert [event.fact for event in session.events[1:]] == [WallStepped(timedelta(seconds=3))]


def test_a_reset_opens_a_new_run_from_the_agendas_beginning():
    session, clock = opened()
    session.ask(Start())
    assert session.ask(Reset()) is not None
    clock.at = ShowInstant(clock.at + timedelta(seconds=1))
    session.ask(Advance())
    clock.at = ShowInstant(clock.at + timedelta(seconds=1))
    session.ask(Advance())
    assert session.snapshot().status is Status.ENDED
    assert session.ask(Reset()) is None
    assert session.snapshot().status is Status.BEFORE
    assert isinstance(session.events[0].fact, RunOpened)


def test_a_screen_that_fails_does_not_stop_the_show_or_the_other_screens():
    seen: list[Snapshot] = []

    def broken(_: Snapshot) -> None:
        raise RuntimeError("out of paint")

    session, _ = opened()
    session.surfaces_are(broken, seen.append)
    assert session.ask(Start()) is None
    assert seen[-1].status is Status.ON_AIR


def test_a_run_says_how_fast_its_clock_ran_from_the_opening_on():
    seconds = [0.0]
    clock = SimulatedClock(ShowInstant(instant("10:29:59")), 10, lambda: seconds[0])
    session = Session(rundown(segment("a")), clock, by="desk")
    session.look()
    assert isinstance(session.events[0].fact, RunOpened)
    assert [event.fact for event in session.events[1:]] == []
    assert session.events[0].fact.per_second == 10 * SECOND
    clock.set_speed(1)
    session.look()
    session.look()
    assert [event.fact for event in session.events[1:]] == [ClockPaced(SECOND)]


def test_a_run_that_is_begun_anew_says_it_again():
    clock = SimulatedClock(ShowInstant(instant("10:29:59")), 4, lambda: 0.0)
    session = Session(rundown(segment("a")), clock, by="desk")
    assert session.ask(Reset()) is None
    assert session.snapshot().state.pace == 4 * SECOND


class Seconds:
    """The machine's clock, moved by hand."""

    def __init__(self) -> None:
        self.passed = 100.0


def rehearsal(speed: float) -> tuple[Session, SimulatedClock, Seconds]:
    """With a segment on air that has three cues, and another after it."""
    seconds = Seconds()
    clock = SimulatedClock(ShowInstant(instant("10:30:00")), speed, lambda: seconds.passed)
    cues = tuple(cue(f"a/{number}", "end") for number in (1, 2, 3))
    session = Session(rundown(segment("a", cues=cues), segment("b"), segment("c")), clock, by="desk")
    session.ask(Start())
    seconds.passed += 3
    return session, clock, seconds


def test_while_a_rehearsal_stands_still_a_double_press_is_refused_and_a_later_one_is_obeyed():
    session, clock, seconds = rehearsal(1)
    clock.pause()
    assert session.ask(Go("a/1")) is None
    seconds.passed += 0.4
    assert "only just now" in (session.ask(Go("a/2")) or "")
    seconds.passed += 0.1
    assert session.ask(Go("a/2")) is None
    assert session.ask(Advance()) is None
    seconds.passed += 0.9
    assert "only just taken" in (session.ask(Advance()) or "")
    seconds.passed += 0.1
    assert session.ask(Advance()) is None


def test_at_twenty_times_the_speed_a_bounced_key_is_still_one():
    session, _, seconds = rehearsal(20)
    assert session.ask(Go("a/1")) is None
    seconds.passed += 0.4
    assert "only just now" in (session.ask(Go("a/2")) or "")
    assert session.ask(Advance()) is None
    seconds.passed += 0.9
    assert "only just taken" in (session.ask(Advance()) or "")
    seconds.passed += 0.1
    assert session.ask(Advance()) is None


def test_a_take_that_was_taken_back_guards_nothing_in_a_rehearsal_either():
    session, clock, seconds = rehearsal(1)
    clock.pause()
    session.ask(Advance())
    session.ask(Undo())
    seconds.passed += 0.2
    assert session.ask(Advance()) is None


def test_whoever_moved_a_rehearsal_on_past_an_automatic_take_may_advance_at_once():
    seconds = Seconds()
    clock = SimulatedClock(ShowInstant(instant("10:30:00")), 1, lambda: seconds.passed)
    session = Session(rundown(segment("a", auto_advance=True), segment("b"), segment("c")), clock, by="desk")
    session.ask(Start())
    since = clock.now()
    clock.jump_by(timedelta(minutes=5, seconds=1))
    session.report(NoticeJump(since))
    seconds.passed += 0.3
    assert session.ask(Advance()) is None
