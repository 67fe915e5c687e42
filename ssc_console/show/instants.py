"""The two axes of time, kept apart by type, and the stamp that joins them.

The *show clock* is what durations are measured on: nobody can step it. The *wall clock* is what
people read: a time of day, which can be stepped while the show runs. Both are aware UTC datetimes
inside; mixing them is the likeliest deep mistake here, so each is a type of its own.
"""

from datetime import UTC, datetime, timedelta
from typing import NewType

from ssc_console.show.value import value

ShowInstant = NewType("ShowInstant", datetime)
"""An instant on the show clock, aware UTC, exact to the millisecond."""

WallInstant = NewType("WallInstant", datetime)
"""An instant on the wall clock (a true time of day somewhere), aware UTC, exact to the millisecond."""

ZERO = timedelta(0)
MILLISECOND = timedelta(milliseconds=1)
SECOND = timedelta(seconds=1)

LONG_AGO = ShowInstant(datetime(1000, 1, 1, tzinfo=UTC))
"""Before any show: stands for "no lower bound" where an instant is compared."""


@value
class Stamp:
    """When something happened: on the show clock, with the wall offset then in force.

    A past instant is shown as it was stamped and never restated.

    Attributes:
        at: The instant on the show clock.
        wall_offset: Wall clock minus show clock at that instant; positive when the wall is ahead.
    """

    at: ShowInstant
    wall_offset: timedelta

    @property
    def wall(self) -> WallInstant:
        """The time of day that the wall clock showed."""
        return to_wall(self.at, self.wall_offset)


def to_wall(at: ShowInstant, wall_offset: timedelta) -> WallInstant:
    """The wall's reading at a show-clock instant, under the given offset."""
    return WallInstant(at + wall_offset)


def to_show(at: WallInstant, wall_offset: timedelta) -> ShowInstant:
    """The show-clock instant at which the wall reads `at`, under the given offset."""
    return ShowInstant(at - wall_offset)


def later(*instants: ShowInstant) -> ShowInstant:
    """The latest of some instants on the show clock."""
    return max(instants)


def whole_milliseconds(instant: datetime) -> datetime:
    """The same instant, cut to whole milliseconds: finer is never kept or compared."""
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
