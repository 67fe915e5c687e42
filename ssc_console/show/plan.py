"""The planned timeline: when each segment should be on air if nothing slips."""

from datetime import timedelta

from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.rundown import Rundown
from ssc_console.show.value import value


@value
class PlannedTimes:
    """Planned start and end of a segment, its intro included; `time` is its planned time without it."""

    planned_start: WallInstant
    planned_end: WallInstant
    time: timedelta


def planned_timeline(rundown: Rundown) -> tuple[PlannedTimes, ...]:
    """Planned times of every segment, in the rundown's order.

    A segment starts when the one before it ends, or at its own fixed start, which wins: an earlier one
    makes an overlap (an error of the agenda), a later one a gap. Source: docs/show-timing.md.
    """
    times = []
    start = rundown.event.start
    for segment in rundown.segments:
        if segment.fixed_start is not None:
            start = segment.fixed_start
        if segment.until is not None:
            end = segment.until
        else:
            end = WallInstant(start + segment.intro + (segment.duration or ZERO))
        times.append(PlannedTimes(start, end, end - start - segment.intro))
        start = end
    return tuple(times)


def plan_of(rundown: Rundown) -> dict[str, PlannedTimes]:
    """The same by id."""
    return dict(zip(rundown.by_id, planned_timeline(rundown), strict=True))


def buffer(rundown: Rundown) -> timedelta:
    """Hard out minus the planned end of the last segment; negative: the plan itself does not fit."""
    return rundown.event.hard_out - planned_timeline(rundown)[-1].planned_end
