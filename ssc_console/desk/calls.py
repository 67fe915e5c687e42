"""The calls to those who are on soon, as texts for the meeting's chat: one person's, and all that are due."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.show.figures import PersonRow, SegmentState
from ssc_console.show.instants import ZERO
from ssc_console.show.snapshot import Snapshot

CALLS = (10, 5, 2)
"""Minutes before a person is on, at which they are called."""


def call_minutes(snapshot: Snapshot, row: PersonRow) -> int | None:
    """Which call a person gets now: the last whose time has come, before that the first; None: none."""
    left = _left(snapshot, row)
    if left is None:
        return None
    return min((each for each in CALLS if timedelta(minutes=each) >= left), default=CALLS[0])


def call_text(snapshot: Snapshot, row: PersonRow, minutes: int) -> str:
    """The call of one person, with the time where they sit."""
    return f"{row.person.name}, {minutes}-minute call: you are on {_about(snapshot, row)}."


def calls_due(snapshot: Snapshot) -> dict[int, list[PersonRow]]:
    """Who is called now, by the minutes of their call: the nearest call first, in it who is on first."""
    rows = (snapshot.person(id_) for id_ in snapshot.rundown.people)
    due = [(left, row) for row in rows if (left := _left(snapshot, row)) is not None and _is_due(left)]
    found: dict[int, list[PersonRow]] = {}
    for _, row in sorted(due, key=lambda each: each[0]):
        minutes = call_minutes(snapshot, row)
        assert minutes is not None
        found.setdefault(minutes, []).append(row)
    return found


def calls_text(snapshot: Snapshot) -> str:
    """All calls that are due now, for the meeting's chat; empty where none is.

    One heading for each call and a line for each person: it is read by people who look for their own name.
    """
    lines = []
    for minutes, rows in calls_due(snapshot).items():
        lines.append(f"{minutes}-minute call")
        lines += [f"{row.person.name}: you are on {_about(snapshot, row)}." for row in rows]
    return "\n".join(lines)


def none_due(snapshot: Snapshot) -> str:
    """Why there is nothing to copy, and when there will be."""
    rows = (snapshot.person(id_) for id_ in snapshot.rundown.people)
    waiting = [(left, row) for row in rows if (left := _left(snapshot, row)) is not None]
    if not waiting:
        return "Nobody who is still to come has to be called."
    _, first = min(waiting, key=lambda each: each[0])
    assert first.on_at is not None
    at = timecode.hour_minute(first.on_at - timedelta(minutes=CALLS[0]), snapshot.rundown.event.timezone)
    return f"No call is due: {first.person.name} is called at about {at}."


def _left(snapshot: Snapshot, row: PersonRow) -> timedelta | None:
    """How long until a person is on; None: on air, on no more, or only on a recording."""
    if row.on_at is None or row.segment is None or row.is_recorded:
        return None
    if snapshot.row(row.segment).state is SegmentState.ON_AIR:
        return None
    left = row.on_at - snapshot.wall_now
    return None if left < ZERO else left


def _is_due(left: timedelta) -> bool:
    return left <= timedelta(minutes=CALLS[0])


def _about(snapshot: Snapshot, row: PersonRow) -> str:
    """``at about 10:37, Bangkok (23:37 on Sunday, New York)``."""
    event = snapshot.rundown.event
    assert row.on_at is not None
    own = ""
    if row.person.timezone and row.person.timezone != event.timezone:
        own = f" ({timecode.local_note(row.on_at, row.person.timezone, event.timezone)})"
    return (
        f"at about {timecode.hour_minute(row.on_at, event.timezone)}, {timecode.place(event.timezone)}{own}"
    )
