"""Whether the plan can be performed: segments that overlap, and a show that is not over by the hard out."""

from collections.abc import Sequence

from ssc_console import timecode
from ssc_console.agenda.problems import Findings
from ssc_console.agenda.times import Calendar
from ssc_console.agenda.tree import Entry
from ssc_console.show.instants import WallInstant
from ssc_console.show.plan import planned_timeline
from ssc_console.show.rundown import Rundown, Segment


def check_plan(
    found: Findings, rundown: Rundown, calendar: Calendar, event: Entry, entries: Sequence[Entry]
) -> None:
    """Notes what is wrong with the planned timeline.

    Where a duration could not be read, the segment counts as having none: so whatever is noted is true
    however long that segment turns out to be.

    Args:
        entries: Those of the rundown's segments, in the same order.
    """
    clock = _Clock(calendar.zone)
    before = rundown.event.start
    for segment, entry, times in zip(rundown.segments, entries, planned_timeline(rundown), strict=True):
        if segment.fixed_start is not None and segment.fixed_start < before:
            gap = timecode.span(before - segment.fixed_start)
            start = clock(segment.fixed_start)
            message = f"It is to start at {start}, but what is before it ends at {clock(before)}"
            hint = f"Start it {gap} later, or shorten what is before it"
            found.add("AG501", entry.nodes["start"], message, hint)
        if segment.until is not None and segment.until <= times.planned_start:
            message = (
                f"It is to go until {clock(segment.until)}, but it starts at {clock(times.planned_start)}"
            )
            found.add(
                "AG503", entry.nodes["until"], message, "Write a later time, or shorten what is before it"
            )
        _check_next_day(found, calendar, rundown, segment, entry)
        before = times.planned_end
    over = before - rundown.event.hard_out
    if "end" in event.values and over.total_seconds() > 0:
        message = f"The plan ends at {clock(before)}, {timecode.span(over)} after the hard out"
        found.add(
            "AG502", event.nodes["end"], message, f"Shorten the segments by {timecode.span(over)} in all"
        )


class _Clock:
    """Times of day in the event's zone, with their seconds only where there are any."""

    def __init__(self, zone: str) -> None:
        self.zone = zone

    def __call__(self, at: WallInstant) -> str:
        return timecode.clock(at, self.zone).removesuffix(":00")


def _check_next_day(
    found: Findings, calendar: Calendar, rundown: Rundown, segment: Segment, entry: Entry
) -> None:
    """Notes a time of day that was taken for the next day and can hardly be meant so."""
    for key, at in (("start", segment.fixed_start), ("until", segment.until)):
        if at is None or at <= rundown.event.hard_out or not calendar.is_next_day(entry.values[key]):
            continue
        message = (
            "This is earlier than the event's start, so it is taken for the next day, after the hard out"
        )
        found.add("AG504", entry.nodes[key], message, "Write a time between the event's start and its end")
