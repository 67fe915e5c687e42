"""What catching up comes to: the end that is wanted, and what each segment gives for it."""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.value import value


class Goal(StrEnum):
    """By when the show is to be over."""

    HARD_OUT = "hard out"
    PLANNED_END = "planned end"


@value
class Cut:
    """What one segment gives.

    Attributes:
        by: In whole seconds, more than none.
    """

    segment: str
    by: timedelta

    def __post_init__(self) -> None:
        if self.by <= ZERO or self.by % SECOND:
            raise ValueError(f"a cut is of whole seconds, and of some: not {self.by}")


@value
class Cutback:
    """What a segment would give, beside what it has.

    Attributes:
        has: What it is allotted now, without its intro.
    """

    segment: str
    by: timedelta
    has: timedelta

    @property
    def leaves(self) -> timedelta:
        """What it would be allotted."""
        return self.has - self.by


@value
class GiveBack:
    """What a segment may be given back of the time that it lost to its plan."""

    segment: str
    by: timedelta
