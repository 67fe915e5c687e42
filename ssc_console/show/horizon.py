"""How a projected instant depends on now, in closed form.

While nobody acts, the end of the on-air segment either stands (it runs on time) or moves with now (it is
overrun, held, or its video is paused). So it is always `max(fixed, now + slide)`, and everything that is
projected after it is that plus a constant, but not before another constant. With this, when a cue falls
due is solved, not searched for by ticking.
"""

from datetime import timedelta

from ssc_console.show.instants import LONG_AGO, ZERO, ShowInstant
from ssc_console.show.value import value


@value
class Horizon:
    """An instant that stands, moves with now, or first stands and then moves.

    Attributes:
        fixed: It is never before this.
        slide: It is never before now plus this (not negative); None: it does not move with now.
    """

    fixed: ShowInstant = LONG_AGO
    slide: timedelta | None = None

    def at(self, now: ShowInstant) -> ShowInstant:
        """Where it is, seen from `now`."""
        if self.slide is None:
            return self.fixed
        return max(self.fixed, ShowInstant(now + self.slide))

    def moves(self, now: ShowInstant) -> bool:
        """Whether it moves with now, at `now`."""
        return self.slide is not None and ShowInstant(now + self.slide) >= self.fixed


@value
class Projection:
    """An instant that is projected from a horizon: `max(horizon + after, not_before)`.

    Attributes:
        after: What lies between the horizon and it.
        not_before: It is never before this, wherever the horizon is.
    """

    horizon: Horizon
    after: timedelta = ZERO
    not_before: ShowInstant = LONG_AGO

    def at(self, now: ShowInstant) -> ShowInstant:
        """Where it is, seen from `now`."""
        return max(ShowInstant(self.horizon.at(now) + self.after), self.not_before)

    def shifted(self, offset: timedelta) -> "Projection":
        """The instant `offset` after this one (negative: before it)."""
        not_before = self.not_before
        if not_before != LONG_AGO:
            not_before = ShowInstant(not_before + offset)
        return Projection(self.horizon, self.after + offset, not_before)

    def reached(self) -> ShowInstant | None:
        """The earliest now that is not before it; None: it runs away from now for ever, as things stand."""
        slide = self.horizon.slide
        if slide is not None and slide + self.after > ZERO:
            return None
        fixed = self.horizon.fixed
        if fixed == LONG_AGO:
            return self.not_before
        return max(ShowInstant(fixed + self.after), self.not_before)
