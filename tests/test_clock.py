"""The clocks: nobody can step the show's, and a simulated one does as it is told."""

from datetime import UTC, datetime, timedelta

from ssc_console.clock import RealClock, SimulatedClock
from ssc_console.show.instants import ShowInstant

NOON = datetime(2020, 9, 14, 12, tzinfo=UTC)


class Hands:
    """The machine's two clocks, moved by hand."""

    def __init__(self) -> None:
        self.wall = NOON
        self.seconds = 100.0

    def pass_(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.seconds += seconds


def test_a_step_of_the_wall_never_moves_the_show_clock_and_is_known_by_its_size():
    hands = Hands()
    clock = RealClock(lambda: hands.wall, lambda: hands.seconds)
    hands.pass_(10)
    hands.wall += timedelta(hours=1)
    assert clock.now() == NOON + timedelta(seconds=10)
    assert clock.wall_offset() == timedelta(hours=1)
    assert clock.real_time_until(ShowInstant(NOON + timedelta(seconds=12.5))) == timedelta(seconds=2.5)


def test_instants_are_cut_to_whole_milliseconds():
    hands = Hands()
    clock = RealClock(lambda: hands.wall, lambda: hands.seconds)
    hands.pass_(0.0129)
    assert clock.now() == NOON + timedelta(milliseconds=12)


def test_a_rehearsal_runs_faster_pauses_goes_on_and_jumps_ahead_but_never_back():
    hands = Hands()
    clock = SimulatedClock(ShowInstant(NOON), 4, lambda: hands.seconds)
    hands.pass_(15)
    assert clock.now() == NOON + timedelta(minutes=1)
    assert clock.real_time_until(ShowInstant(NOON + timedelta(minutes=2))) == timedelta(seconds=15)
    clock.pause()
    hands.pass_(60)
    assert clock.now() == NOON + timedelta(minutes=1)
    assert clock.real_time_until(ShowInstant(NOON + timedelta(minutes=2))) is None
    clock.go_on()
    clock.set_speed(600)
    hands.pass_(1)
    assert clock.now() == NOON + timedelta(minutes=2)
    clock.jump_by(timedelta(minutes=5))
    clock.jump_to(ShowInstant(NOON))
    assert clock.now() == NOON + timedelta(minutes=7)
