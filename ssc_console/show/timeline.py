"""The projected timeline: where every pending segment stands, from the on-air one's end and prefix sums.

With `A` the time of all pending segments up to one, and `B` the latest fixed start (or until) before it
plus what lies between, its projected end is `max(P + A, B)`, where `P` is the end of the one on air. Both
are summed up once an event; a second then costs only the rows that are looked at.
"""

from datetime import timedelta

from ssc_console.show import airtime
from ssc_console.show.horizon import Horizon, Projection
from ssc_console.show.instants import LONG_AGO, ZERO, ShowInstant
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.value import value


@value
class PendingTimes:
    """The projected start and end of one pending segment."""

    start: Projection
    end: Projection


@value
class Timeline:
    """All that is still to come.

    Attributes:
        horizon: The projected end of the segment on air; before the show, its projected start.
        pending: By segment id, in rundown order.
        end: Of the last pending segment, else the horizon itself: the show's projected end.
    """

    horizon: Horizon
    pending: dict[str, PendingTimes]
    end: Projection


@once_per_state
def timeline(state: ShowState) -> Timeline:
    """The projected timeline of a state, for any later now until the next event."""
    if state.ended is not None:
        return Timeline(Horizon(fixed=state.ended.at), {}, Projection(Horizon(fixed=state.ended.at)))
    if state.airing is None:
        horizon = Horizon(fixed=state.expected_start, slide=ZERO)
        first = 0
    else:
        horizon = airtime.end_horizon(state)
        first = state.order.position[state.airing.segment] + 1
    return _pending_times(state, horizon, first)


def _pending_times(state: ShowState, horizon: Horizon, first: int) -> Timeline:
    pending: dict[str, PendingTimes] = {}
    after, not_before = ZERO, LONG_AGO
    end = Projection(horizon)
    for id_ in state.order.ids[first:]:
        progress = state.progress.get(id_)
        if progress is not None and (progress.skipped or progress.aired):
            continue
        start = _start(state, id_, Projection(horizon, after, not_before))
        after, not_before = _end(state, id_, after, start.not_before)
        end = Projection(horizon, after, not_before)
        pending[id_] = PendingTimes(start, end)
    return Timeline(horizon, pending, end)


def _start(state: ShowState, id_: str, previous_end: Projection) -> Projection:
    fixed = state.fixed_start(id_)
    if fixed is None or fixed <= previous_end.not_before:
        return previous_end
    return Projection(previous_end.horizon, previous_end.after, fixed)


def _end(
    state: ShowState, id_: str, after: timedelta, not_before: ShowInstant
) -> tuple[timedelta, ShowInstant]:
    """`A` and `B` after this segment, from `A` before it and from where it cannot start earlier."""
    until = state.until(id_)
    if until is not None:
        return after, max(not_before, until)
    takes = state.segments[id_].intro + (state.allotted(id_) or ZERO)
    return after + takes, not_before if not_before == LONG_AGO else ShowInstant(not_before + takes)
