"""A run as JSON: instants RFC 3339 with the event's offset, spans whole milliseconds, null for nothing.

docs/interfaces.md lists the keys; they change only by adding.
"""

from datetime import datetime, timedelta
from typing import Any

from ssc_console import timecode
from ssc_console.records import type_name
from ssc_console.show import events as e
from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun, Change, Reversal
from ssc_console.show.cue_record import CueRecord
from ssc_console.show.figures import SegmentRow
from ssc_console.show.instants import Stamp
from ssc_console.show.rundown import Person
from ssc_console.timecode import milliseconds

Json = dict[str, Any]

REPORT_VERSION = 1
"""Of the report; a reader that knows less says so."""


def run_json(run: AsRun, mode: str = "") -> Json:
    """The whole run; `mode` is null where it is not known."""
    return _Writer(run).report(mode or None)


class _Writer:
    """One run, written in its event's zone."""

    def __init__(self, run: AsRun) -> None:
        self.run = run
        self.zone = run.rundown.event.timezone

    def report(self, mode: str | None) -> Json:
        run = self.run
        return {
            "version": REPORT_VERSION,
            "mode": mode,
            "event": self._event(),
            "show": self._show(),
            "people": [_person(each) for each in run.rundown.people.values()],
            "airings": [self._airing(each) for each in run.airings],
            "segments": [self._segment(each) for each in run.rows],
            "cues": [self._cue(each) for each in run.cues],
            "holds": [
                {"airing": each.airing, "segment": each.segment, **self._from_to(each.since, each.until)}
                for each in run.holds
            ],
            "changes": [
                {"at": self._at(each.at), "by": each.by, **self._change(each.fact), **_turn(each)}
                for each in run.changes
            ],
            "undone": [self._reversal(each) for each in run.reversals],
            "notes": [
                {"at": self._at(each.at), "by": each.by, "segment": each.segment, "text": each.text}
                for each in run.notes
            ],
            "green_room": [
                {"at": self._at(each.at), "by": each.by, "person": each.person, "state": each.readiness.value}
                for each in run.green_room
            ],
            "messages": [
                {"at": self._at(each.at), "segment": each.segment, "text": each.text} for each in run.messages
            ],
            "measured": [
                {"at": self._at(each.at), "segment": each.segment, "duration_ms": milliseconds(each.duration)}
                for each in run.measured
            ],
            "gaps": [
                {"kind": "jump" if each.is_jump else "gap", **self._from_to(each.since, each.until)}
                for each in run.gaps
            ],
            "wall_steps": [
                {"at": self._at(each.at), "by_ms": milliseconds(each.by)} for each in run.wall_steps
            ],
        }

    def _event(self) -> Json:
        event = self.run.rundown.event
        return {
            "title": event.title,
            "timezone": event.timezone,
            "start": self._at(event.start),
            "planned_end": self._at(self.run.planned_end),
            "hard_out": self._at(event.hard_out),
        }

    def _show(self) -> Json:
        run = self.run
        return {
            "status": run.status.value,
            "opened_at": self._at(run.opened),
            "latest_at": self._at(run.latest),
            "postponed_to": self._at(run.postponed),
            "started_at": self._at(run.started),
            "ended_at": self._at(run.ended),
            "ended_how": None if run.ended_how is None else run.ended_how.value,
            "projected_end": self._at(run.projected_end),
            "over_under_ms": milliseconds(run.over_under),
            "to_hard_out_ms": milliseconds(run.to_hard_out),
        }

    def _airing(self, each: Aired) -> Json:
        return {
            "airing": each.number,
            "segment": each.segment.id,
            "session": each.segment.session,
            "title": each.segment.title,
            "speakers": list(each.segment.speakers),
            "inserted": each.segment.inserted,
            "taken_at": self._at(each.taken),
            "begun_at": self._at(each.begun),
            "ended_at": self._at(each.ended),
            "taken_by": each.how.value,
            "left_by": None if each.left is None else each.left.value,
            "planned_start": self._at(each.planned_start),
            "planned_ms": _span(each.planned),
            "slot_ms": _span(each.slot),
            "allotted_ms": milliseconds(each.allotted),
            "length_ms": milliseconds(each.length),
            "intro_used_ms": milliseconds(each.intro_used),
            "spoken_ms": milliseconds(each.spoken),
            "held_ms": milliseconds(each.held),
            "added_ms": milliseconds(each.added),
            "over_plan_ms": _span(each.over_plan),
            "over_allotted_ms": milliseconds(each.over_allotted),
            "jumped": each.jumped,
            "per_second_ms": milliseconds(each.pace),
            "gap": each.gap,
        }

    def _segment(self, each: SegmentRow) -> Json:
        return {
            "id": each.segment.id,
            "title": each.segment.title,
            "state": each.state.value,
            "planned_start": self._at(each.planned_start),
            "planned_ms": _span(each.planned),
            "allotted_ms": milliseconds(each.allotted),
            "intro_ms": milliseconds(each.intro),
        }

    def _cue(self, each: CueRecord) -> Json:
        return {
            "id": each.cue.id,
            "segment": each.cue.segment,
            "airing": each.airing,
            "text": each.cue.text,
            "to": each.cue.to,
            "outcome": each.outcome.value,
            "due_at": self._at(each.due),
            "acted_at": self._at(each.acted),
            "by": each.by,
            "automatic": each.automatic,
            "reaction_ms": _span(each.reaction),
            "late": each.is_late,
        }

    def _change(self, fact: e.Fact) -> Json:
        told: Json = {"type": type_name(type(fact)), "segment": None, "duration_ms": None, "to": None}
        match fact:
            case e.TimeAdded() | e.SegmentRetimed():
                told.update(segment=fact.segment, duration_ms=milliseconds(fact.duration))
            case e.SegmentSkipped() | e.SegmentRestored() | e.SegmentTaken():
                told["segment"] = fact.segment
            case e.SegmentMoved():
                told.update(segment=fact.segment, to=fact.before)
            case e.SegmentInserted():
                told.update(segment=fact.segment.id, duration_ms=_span(fact.segment.duration), to=fact.after)
            case e.CaughtUp():
                told.update(
                    duration_ms=sum(milliseconds(cut.by) for cut in fact.cuts),
                    to=fact.goal.value,
                    cuts=[{"segment": cut.segment, "cut_ms": milliseconds(cut.by)} for cut in fact.cuts],
                    skipped=list(fact.skipped),
                )
            case e.AgendaReloaded():
                told["changes"] = [
                    {"kind": name.kind.value, "subject": name.subject.value, "id": name.id}
                    for name in fact.accepted
                ]
            case e.StartPostponed():
                told["to"] = self._at(fact.to)
        return told

    def _reversal(self, each: Reversal) -> Json:
        return {
            "at": self._at(each.at),
            "by": each.by,
            "redo": each.is_redo,
            "what": each.step.name,
            "segment": each.step.segment,
            "done_at": self._at(each.step.stamp),
        }

    def _from_to(self, since: Stamp, until: Stamp) -> Json:
        return {
            "since": self._at(since),
            "until": self._at(until),
            "length_ms": milliseconds(until.at - since.at),
        }

    def _at(self, instant: Stamp | datetime | None) -> str | None:
        if instant is None:
            return None
        return timecode.rfc3339(instant.wall if isinstance(instant, Stamp) else instant, self.zone)


def _turn(change: Change) -> Json:
    """Of a take out of turn: what it came upon."""
    if change.turn is None or not isinstance(change.fact, e.SegmentTaken):
        return {}
    return {"how": change.fact.how.value, "was": change.turn.was.value, "next": change.turn.next}


def _span(duration: timedelta | None) -> int | None:
    return None if duration is None else milliseconds(duration)


def _person(each: Person) -> Json:
    return {"id": each.id, "name": each.name, "title": each.title, "organisation": each.organisation}
