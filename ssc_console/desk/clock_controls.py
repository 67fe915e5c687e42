"""What the desk needs of a clock that a person steers."""

from datetime import timedelta
from typing import Protocol

from ssc_console.desk.keys import Group
from ssc_console.show.instants import ShowInstant

SPEEDS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
OF_A_CLOCK = frozenset({Group.CLOCK, Group.REHEARSAL, Group.REPLAY})
"""The keys that steer a clock."""


class ClockControls(Protocol):
    """A simulated clock, or that of a replay, as far as a person steers it."""

    @property
    def speed(self) -> float:
        """How many seconds of the show pass in one of ours; 1 to 60."""

    @property
    def paused(self) -> bool:
        """The clock stands still."""

    @property
    def goes_back(self) -> bool:
        """It is of a replay: it can be put to any instant."""

    def set_speed(self, speed: float) -> None:
        """Run at this speed from now on."""

    def pause(self) -> None:
        """Stand still."""

    def go_on(self) -> None:
        """Run again."""

    def jump_by(self, span: timedelta) -> None:
        """Be so much later at once (negative: earlier); what falls due in between happens."""

    def jump_to(self, at: ShowInstant) -> None:
        """Be at an instant at once; an earlier one only where it goes back."""


def faster(speed: float) -> float:
    """The next speed up."""
    return next((one for one in SPEEDS if one > speed), SPEEDS[-1])


def slower(speed: float) -> float:
    """The next speed down."""
    return max((one for one in SPEEDS if one < speed), default=SPEEDS[0])


def groups(clock: ClockControls | None) -> frozenset[Group]:
    """Whose keys there are on a desk with that clock; None: nobody steers it, it is a live show's."""
    its_own: frozenset[Group] = frozenset()
    if clock is not None:
        its_own = frozenset({Group.CLOCK, Group.REPLAY if clock.goes_back else Group.REHEARSAL})
    of_a_live_run = {Group.RUN} if clock is not None else set()
    return frozenset(Group) - OF_A_CLOCK - of_a_live_run | its_own
