"""A show that is only looked at: where the clock stands among its events is what is shown."""

from datetime import timedelta

from ssc_console.clock import RecordedClock, ScriptedClock
from ssc_console.following import Following
from ssc_console.show import commands as c
from ssc_console.show.figures import Status
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.snapshot import Snapshot
from tests.journal.runs import an_hour_until
from tests.show.playbook import instant, span


def at(text: str) -> ShowInstant:
    return ShowInstant(instant(text))


def watched(text: str = "10:31:00") -> tuple[Following, ScriptedClock, History]:
    history = an_hour_until().do(c.End()).history
    clock = ScriptedClock(at(text))
    return Following(history, clock, "Only looked at."), clock, history


def on_air(snapshot: Snapshot) -> tuple[str, timedelta] | None:
    figures = snapshot.on_air
    return None if figures is None else (figures.segment.id, figures.remaining)


def test_scrubbing_back_and_forth_shows_each_instant_as_it_was():
    show, clock, _ = watched()
    assert on_air(show.snapshot()) == ("a", span("4:15"))
    clock.at = at("10:38:00")
    assert on_air(show.snapshot()) == ("b", span("2:20"))
    clock.at = at("10:29:30")
    assert show.snapshot().status is Status.BEFORE
    clock.at = at("10:47:12")
    assert show.snapshot().status is Status.ENDED


def test_what_was_undone_is_seen_until_it_was_undone():
    show, clock, _ = watched("10:37:02")
    assert on_air(show.snapshot()) == ("b", span("2:58"))
    clock.at = at("10:37:06")
    assert on_air(show.snapshot()) == ("a", span("-0:21"))


def test_every_command_is_refused_with_the_same_sentence():
    show, _, history = watched()
    before = history.events
    assert show.ask(c.Advance()) == show.ask(c.Note("x")) == "Only looked at."
    assert show.events == before


def test_the_next_change_is_a_digit_or_what_is_known_to_have_happened_next():
    show, clock, _ = watched("10:32:59.500")
    assert show.next_change() == at("10:33:00")
    clock.at = at("10:33:00")
    assert show.next_change() > at("10:33:00")


def test_who_looks_on_sees_what_has_happened_as_it_is_taken_up():
    whole = an_hour_until().do(c.End()).history.events
    show = Following(History.of(whole[:3]), ScriptedClock(at("11:00:00")), "no")
    seen: list[Snapshot] = []
    show.surfaces_are(seen.append)
    show.take_up(whole[3:])
    assert seen[-1].status is Status.ENDED
    assert seen[-1].revision == len(whole) - 1


class Hands:
    """Seconds that the test sets."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_the_clock_of_a_replay_goes_back_and_stands_still_at_the_end():
    hands = Hands()
    clock = RecordedClock(at("10:30:00"), at("10:40:00"), 60, hands)
    hands.seconds = 5
    assert clock.now() == at("10:35:00")
    clock.jump_to(at("10:31:00"))
    hands.seconds = 6
    assert clock.now() == at("10:32:00")
    clock.jump_by(timedelta(minutes=-30))
    assert clock.now() == at("10:30:00")
    clock.jump_to(at("12:00:00"))
    hands.seconds = 60
    assert clock.now() == at("10:40:00")
    assert clock.real_time_until(at("10:41:00")) is None
