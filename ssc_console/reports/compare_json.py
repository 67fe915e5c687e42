"""Rehearsals side by side as JSON: instants RFC 3339, spans whole milliseconds, null for nothing."""

from datetime import timedelta
from typing import Any

from ssc_console import timecode
from ssc_console.show.instants import Stamp, WallInstant
from ssc_console.show.rehearsed import Ending, Rehearsals, Rehearsed
from ssc_console.show.rundown import Rundown
from ssc_console.timecode import milliseconds

Json = dict[str, Any]

TENTH, MIDDLE, NINE_TENTHS = 0.1, 0.5, 0.9
"""Shares of the combinations between which, and at which, the show is said to end."""


def compare_json(found: Rehearsals) -> Json:
    """The comparison for programs; docs/interfaces.md lists the keys."""
    zone = found.rundown.event.timezone
    return {
        "version": 1,
        "event": {
            "title": found.rundown.event.title,
            "timezone": zone,
            "start": timecode.rfc3339(found.rundown.event.start, zone),
            "hard_out": timecode.rfc3339(found.rundown.event.hard_out, zone),
        },
        "runs": [
            {
                "started_at": _at(run.started, zone),
                "ended_at": _at(run.ended, zone),
            }
            for run in found.runs
        ],
        "segments": [_segment_json(each) for each in found.rows],
        "ending": None if found.ending is None else _ending_json(found.ending, found.rundown),
    }


def _segment_json(each: Rehearsed) -> Json:
    return {
        "id": each.segment.id,
        "title": each.segment.title,
        "planned_ms": milliseconds(each.planned),
        "rehearsed_ms": [_ms(time) for time in each.times],
        "rehearsed_per_second_ms": [milliseconds(pace) for pace in each.paces],
        "least_ms": _ms(each.least),
        "median_ms": _ms(each.median),
        "most_ms": _ms(each.most),
        "suggested_ms": _ms(each.suggested),
    }


def _ending_json(ending: Ending, rundown: Rundown) -> Json:
    zone = rundown.event.timezone
    return {
        "runs": ending.runs,
        "as_planned": ending.as_planned,
        "earliest": _at(ending.ends[0][0], zone),
        "tenth": _at(ending.by(TENTH), zone),
        "middle": _at(ending.by(MIDDLE), zone),
        "nine_tenths": _at(ending.by(NINE_TENTHS), zone),
        "latest": _at(ending.ends[-1][0], zone),
        "past_hard_out": round(ending.after(rundown.event.hard_out), 4),
    }


def _at(instant: Stamp | WallInstant | None, zone: str) -> str | None:
    if instant is None:
        return None
    return timecode.rfc3339(instant.wall if isinstance(instant, Stamp) else instant, zone)


def _ms(time: timedelta | None) -> int | None:
    return None if time is None else milliseconds(time)
