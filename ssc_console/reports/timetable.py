"""The planned timetable, with a column for each zone: as text for people, as JSON for programs."""

from collections.abc import Sequence
from typing import Any

from ssc_console import timecode
from ssc_console.show.plan import PlannedTimes, buffer, planned_timeline
from ssc_console.show.rundown import Rundown, Segment


def timetable_json(rundown: Rundown, zones: Sequence[str]) -> dict[str, Any]:
    """The timetable with each planned instant in the event's own offset, and its local times by zone."""
    event = rundown.event
    home = event.timezone
    columns = (home, *zones)
    return {
        "event": {
            "title": event.title,
            "timezone": home,
            "start": timecode.rfc3339_seconds(event.start, home),
            "hard_out": timecode.rfc3339_seconds(event.hard_out, home),
            "buffer_ms": timecode.milliseconds(buffer(rundown)),
        },
        "zones": list(columns),
        "segments": [
            {
                "id": segment.id,
                "session": segment.session,
                "title": segment.title,
                "kind": segment.kind.value,
                "speakers": [rundown.people[each].name for each in segment.speakers],
                "planned_start": timecode.rfc3339_seconds(times.planned_start, home),
                "planned_end": timecode.rfc3339_seconds(times.planned_end, home),
                "intro_ms": timecode.milliseconds(segment.intro),
                "planned_ms": timecode.milliseconds(_own_time(segment, times)),
                "local": {zone: timecode.rfc3339_seconds(times.planned_start, zone) for zone in columns},
            }
            for segment, times in zip(rundown.segments, planned_timeline(rundown), strict=True)
        ],
    }


def _own_time(segment: Segment, times: PlannedTimes) -> Any:
    return times.planned_end - times.planned_start - segment.intro


def timetable_text(rundown: Rundown, zones: Sequence[str]) -> str:
    """The timetable as lines of text, a column a zone; the day is named where it differs from the event's."""
    event = rundown.event
    columns = (event.timezone, *zones)
    head = [timecode.place(zone) for zone in columns]
    rows = [
        ([_local(rundown, times, zone) for zone in columns], segment, times)
        for segment, times in zip(rundown.segments, planned_timeline(rundown), strict=True)
    ]
    ends = [_local_time(rundown, event.hard_out, zone) for zone in columns]
    widths = [
        max(len(row[index]) for row in (head, ends, *(cells for cells, _, _ in rows)))
        for index in range(len(head))
    ]
    lines = [event.title, f"{timecode.local_date(event.start, event.timezone)}, {event.timezone}", ""]
    lines.append(_line(head, widths, "length", ""))
    session = None
    for cells, segment, times in rows:
        if segment.session != session:
            session = segment.session
            lines += ["", str(session)]
        length = timecode.span(times.planned_end - times.planned_start)
        lines.append(_line(cells, widths, length, _billing(rundown, segment)))
    lines += ["", _line(ends, widths, "", f"hard out, {_spare(rundown)}")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int], length: str, text: str) -> str:
    padded = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"{padded}  {length:>7}  {text}"


def _local(rundown: Rundown, times: PlannedTimes, zone: str) -> str:
    return _local_time(rundown, times.planned_start, zone)


def _local_time(rundown: Rundown, at: Any, zone: str) -> str:
    clock = timecode.clock(at, zone).removesuffix(":00")
    home = rundown.event.timezone
    same_day = timecode.local_date(at, zone) == timecode.local_date(rundown.event.start, home)
    return clock if same_day else f"{clock} {timecode.weekday(at, zone)}"


def _billing(rundown: Rundown, segment: Segment) -> str:
    names = ", ".join(rundown.people[each].name for each in segment.speakers)
    return f"{segment.title}: {names}" if names else segment.title


def _spare(rundown: Rundown) -> str:
    spare = buffer(rundown)
    if spare.total_seconds() < 0:
        return f"the plan is {timecode.span(-spare)} too long"
    return f"{timecode.span(spare)} spare"
