"""A snapshot as SHOW: what leaves the console as JSON.

Instants are RFC 3339 with milliseconds in the event's own offset, spans are integer milliseconds, and what
does not apply is null. docs/interfaces.md lists every key; they change only by adding.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from ssc_console.show.cues import Standing
from ssc_console.show.figures import CueState, OnAirFigures, PersonRow, SegmentRow, UndoOffer
from ssc_console.show.green_room import Missing
from ssc_console.show.reminder import Reminder
from ssc_console.show.rundown import Cue
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState
from ssc_console.timecode import exact_countdown, milliseconds, rfc3339

if TYPE_CHECKING:
    from ssc_console.show.catch_up import Proposal

Json = dict[str, Any]
Row = TypeVar("Row", SegmentRow, PersonRow)

text: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
"""JSON as all that leaves the console is written: on one line, in UTF-8's own characters."""


class Rows:
    """The rows of the latest SHOW as JSON: what stays as it was is not made anew for the next."""

    def __init__(self) -> None:
        self._state: ShowState | None = None
        self._segments: tuple[object, str] = (None, "")
        self._cues: tuple[object, str] = (None, "")
        self._people: tuple[object, str] = (None, "")
        self._made: dict[object, tuple[SegmentRow | PersonRow, str]] = {}
        self._made_cues: dict[str, tuple[Cue, Standing, tuple[str, str], str]] = {}

    def segments_and_cues(self, snapshot: Snapshot, zone: str) -> tuple[str, str]:
        """All segments in rundown order, and all cues in the rundown's."""
        if self._state is not snapshot.state:
            self._state = snapshot.state
            self._segments = self._cues = self._people = (None, "")
        if self._segments[0] != snapshot.horizon:
            rows = ((id_, snapshot.row(id_)) for id_ in snapshot.order)
            found = ", ".join([self._text(id_, row, _segment, zone) for id_, row in rows])
            self._segments = (snapshot.horizon, found)
        if self._cues[0] != (cue_horizon := snapshot.cue_horizon):
            of_cues = snapshot.state.cues.values()
            found = ", ".join([self._cue_text(cue, snapshot.standing(cue.id), zone) for cue in of_cues])
            self._cues = (cue_horizon, found)
        return self._segments[1], self._cues[1]

    def people(self, snapshot: Snapshot, zone: str) -> str:
        """All people in the agenda's order. Ask for the segments first: that looks for another state."""
        if self._people[0] != snapshot.horizon:
            rows = ((id_, snapshot.person(id_)) for id_ in snapshot.rundown.people)
            found = ", ".join([self._text(("person", id_), row, _person, zone) for id_, row in rows])
            self._people = (snapshot.horizon, found)
        return self._people[1]

    def _cue_text(self, cue: Cue, standing: Standing, zone: str) -> str:
        made = self._made_cues.get(cue.id)
        if made is None or made[0] is not cue:
            words = _words_of(cue)
        elif made[1] != standing:
            words = made[2]
        else:
            return made[3]
        found = _cue(words, *standing, zone)
        self._made_cues[cue.id] = (cue, standing, words, found)
        return found

    def _text(self, key: object, row: Row, make: Callable[[Row, str], str], zone: str) -> str:
        made = self._made.get(key)
        if made is None or (made[0] is not row and made[0] != row):
            made = self._made[key] = (row, make(row, zone))
        return made[1]


def show(snapshot: Snapshot, mode: str, rows: Rows | None = None) -> str:
    """SHOW as JSON: all that a viewer needs to compute every later figure until the next one.

    Args:
        rows: Those of the SHOWs of this run before it, which then become those of this one.
    """
    rows = rows or Rows()
    zone = snapshot.rundown.event.timezone
    head = text(_head(snapshot, mode, zone)).removesuffix("}")
    segments, cues = rows.segments_and_cues(snapshot, zone)
    people, missing = rows.people(snapshot, zone), text(_missing(snapshot.missing))
    return f'{head}, "people": [{people}], "missing": {missing}, "segments": [{segments}], "cues": [{cues}]}}'


def _head(snapshot: Snapshot, mode: str, zone: str) -> Json:
    event = snapshot.rundown.event
    return {
        "mode": mode,
        "status": snapshot.status.value,
        "now": rfc3339(snapshot.wall_now, zone),
        "revision": snapshot.revision,
        "event": {
            "title": event.title,
            "timezone": zone,
            "start": rfc3339(event.start, zone),
            "hard_out": rfc3339(event.hard_out, zone),
        },
        "on_air": None if snapshot.on_air is None else _on_air(snapshot.on_air, zone),
        "next": _next(snapshot, zone),
        "planned_end": rfc3339(snapshot.planned_end, zone),
        "projected_end": rfc3339(snapshot.projected_end, zone),
        "over_under_ms": milliseconds(snapshot.over_under),
        "to_hard_out_ms": milliseconds(snapshot.to_hard_out),
        "started_at": _instant(snapshot.started_at, zone),
        "ended_at": _instant(snapshot.ended_at, zone),
        "postponed_to": _instant(snapshot.postponed_to, zone),
        "not_aired_ms": milliseconds(snapshot.not_aired),
        "message": snapshot.message,
        "message_flashed_at": _instant(snapshot.message_flashed_at, zone),
        "can_undo": _offer(snapshot.can_undo),
        "can_redo": _offer(snapshot.can_redo),
        "catch_up": _catch_up(snapshot.catch_up, zone),
        "reminder": _reminder(snapshot.reminder),
    }


def _catch_up(proposal: "Proposal | None", zone: str) -> Json | None:
    if proposal is None:
        return None
    return {
        "goal": proposal.goal.value,
        "cuts": [
            {"id": each.segment, "cut_ms": _span(each.by), "allotted_ms": _span(each.leaves)}
            for each in proposal.cuts
        ],
        "projected_end": rfc3339(proposal.new_end, zone),
        "missing_ms": milliseconds(proposal.missing),
        "skips": [
            {
                "id": each.segment,
                "projected_end": rfc3339(each.end, zone),
                "missing_ms": milliseconds(each.missing),
            }
            for each in proposal.skips
        ],
        "enough": list(proposal.enough),
    }


def _person(row: PersonRow, zone: str) -> str:
    return (
        f'{{"id": {text(row.person.id)}, "name": {text(row.person.name)}, "state": "{row.readiness.value}", '
        f'"since": {_quoted(row.since, zone)}, "segment": {text(row.segment)}, '
        f'"projected_start": {_quoted(row.on_at, zone)}}}'
    )


def _missing(missing: Missing | None) -> Json | None:
    if missing is None:
        return None
    return {
        "segment": missing.segment,
        "people": list(missing.people),
        "level": missing.level.value,
        "swap": missing.swap,
        "fallback": missing.fallback,
        "fallback_picture": missing.picture,
        "fallback_segment": missing.instead,
    }


def _reminder(reminder: Reminder | None) -> Json | None:
    if reminder is None:
        return None
    return {
        "why": reminder.why.value,
        "so_far_ms": milliseconds(reminder.so_far),
        "times": reminder.times,
    }


def _instant(at: datetime | None, zone: str) -> str | None:
    return None if at is None else rfc3339(at, zone)


def _span(duration: timedelta | None) -> int | None:
    return None if duration is None else milliseconds(duration)


def _offer(offer: UndoOffer | None) -> str | None:
    return None if offer is None else offer.name


def _on_air(figures: OnAirFigures, zone: str) -> Json:
    segment, media = figures.segment, figures.media
    return {
        "id": segment.id,
        "title": segment.title,
        "kind": segment.kind.value,
        "speakers": list(segment.speakers),
        "taken_at": rfc3339(figures.taken_at, zone),
        "begun_at": _instant(figures.begun_at, zone),
        "intro_remaining_ms": _span(figures.intro_remaining),
        "allotted_ms": milliseconds(figures.allotted),
        "elapsed_ms": milliseconds(figures.elapsed),
        "remaining_ms": milliseconds(figures.remaining),
        "phase": figures.phase.value,
        "display": exact_countdown(figures.remaining),
        "held": figures.held,
        "warning_ms": _span(figures.warning),
        "wrap_up_ms": _span(figures.wrap_up),
        "media": None
        if media is None
        else {
            "state": media.state.value,
            "position_ms": _span(media.position),
            "length_ms": _span(media.length),
        },
        "counts_to": figures.counts_to.value,
    }


def _next(snapshot: Snapshot, zone: str) -> Json | None:
    row = snapshot.next
    if row is None:
        return None
    return {
        "id": row.segment.id,
        "title": row.segment.title,
        "projected_start": _instant(row.projected_start, zone),
    }


def _segment(row: SegmentRow, zone: str) -> str:
    """As JSON, put together by hand like `_cue`: with an encoder for each, a SHOW took a fifth longer."""
    return (
        f'{{"id": {text(row.segment.id)}, "state": "{row.state.value}", '
        f'"planned_start": {_quoted(row.planned_start, zone)}, '
        f'"planned_end": {_quoted(row.planned_end, zone)}, '
        f'"projected_start": {_quoted(row.projected_start, zone)}, '
        f'"projected_end": {_quoted(row.projected_end, zone)}, '
        f'"actual_start": {_quoted(row.actual_start, zone)}, "actual_end": {_quoted(row.actual_end, zone)}, '
        f'"planned_ms": {"null" if row.planned is None else milliseconds(row.planned)}, '
        f'"allotted_ms": {milliseconds(row.allotted)}, "intro_ms": {milliseconds(row.intro)}}}'
    )


def _words_of(cue: Cue) -> tuple[str, str]:
    """What stays of a cue: before its state, and after its due time."""
    return (
        f'{{"id": {text(cue.id)}, "segment": {text(cue.segment)}, "state": "',
        f', "text": {text(cue.text)}, "to": {text(cue.to)}}}',
    )


def _cue(words: tuple[str, str], where: CueState, due_at: datetime | None, zone: str) -> str:
    return f'{words[0]}{where.value}", "due_at": {_quoted(due_at, zone)}{words[1]}'


def _quoted(at: datetime | None, zone: str) -> str:
    return "null" if at is None else f'"{rfc3339(at, zone)}"'
