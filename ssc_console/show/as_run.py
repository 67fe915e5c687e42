"""What really happened: a run's events and states, read back as airings, holds, changes, remarks and gaps.

Every figure is one that a snapshot gave at the time. What was taken back is not there, but for the taking
back itself; an airing that goes on is as it stood at the latest event. Spans are measured on the show clock,
which nobody can step; instants are stamps, and are shown as the wall showed them.
"""

from collections.abc import Iterator
from datetime import timedelta

from ssc_console.show import events as e
from ssc_console.show.aired import Aired, Gap, Hold, airings, gaps, holds
from ssc_console.show.cue_record import CueRecord, cue_records
from ssc_console.show.events import How
from ssc_console.show.figures import SegmentRow, SegmentState, Status
from ssc_console.show.history import History
from ssc_console.show.instants import Stamp, WallInstant
from ssc_console.show.passage import Passage, facts, passages
from ssc_console.show.presence import Readiness
from ssc_console.show.recorded import Recording, recordings
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import Step
from ssc_console.show.value import value

LiveChange = (
    e.TimeAdded
    | e.SegmentSkipped
    | e.SegmentRestored
    | e.SegmentMoved
    | e.SegmentInserted
    | e.SegmentRetimed
    | e.CaughtUp
    | e.AgendaReloaded
    | e.StartPostponed
)
"""What a person changed of the rundown while it ran."""


@value
class Turn:
    """What a take out of turn came upon: where its segment stood, and what was next (None: nothing)."""

    was: SegmentState
    next: str | None


@value
class Change:
    """A change of the rundown that stayed in force, or a take of another segment than the next one.

    Attributes:
        turn: Of such a take.
    """

    at: Stamp
    by: str
    fact: LiveChange | e.SegmentTaken
    turn: Turn | None = None


@value
class Reversal:
    """An undo (or a redo): when, by whom, and the step that it took back (or put in force again)."""

    at: Stamp
    by: str
    is_redo: bool
    step: Step


@value
class Note:
    """A remark that a person made; `segment` was on air, as they saw it."""

    at: Stamp
    by: str
    text: str
    segment: str | None


@value
class MeasuredTime:
    """A person's time for a segment by the stopwatch."""

    at: Stamp
    segment: str
    duration: timedelta


@value
class Message:
    """A line that the speaker on air was shown."""

    at: Stamp
    text: str
    segment: str | None


@value
class PersonNote:
    """It was said where a person stands, and by whom."""

    at: Stamp
    by: str
    person: str
    readiness: Readiness


@value
class WallStep:
    """The wall clock was stepped by so much (positive: forward); no figure of an airing feels it."""

    at: Stamp
    by: timedelta


@value(kw_only=True)
class AsRun:
    """A run as it was. Everything is in order of time.

    Attributes:
        opened: When the run was opened, and `latest` its latest event.
        status: Where the show stood then: a run can be unfinished, or cut.
        started: The first take, and `ended` the end of the show; None: not in this run.
        ended_how: What ended it.
        planned_end: Of the agenda's last segment.
        projected_end: When it ended; else when it was to end, as things stood at the latest event.
        rows: Every segment as it stood at the latest event, in rundown order.
    """

    rundown: Rundown
    opened: Stamp
    latest: Stamp
    status: Status
    postponed: WallInstant | None
    started: Stamp | None
    ended: Stamp | None
    ended_how: How | None
    planned_end: WallInstant
    projected_end: WallInstant
    rows: tuple[SegmentRow, ...]
    airings: tuple[Aired, ...]
    holds: tuple[Hold, ...]
    cues: tuple[CueRecord, ...]
    changes: tuple[Change, ...]
    reversals: tuple[Reversal, ...]
    notes: tuple[Note, ...]
    measured: tuple[MeasuredTime, ...]
    messages: tuple[Message, ...]
    green_room: tuple[PersonNote, ...]
    gaps: tuple[Gap, ...]
    wall_steps: tuple[WallStep, ...]
    recordings: tuple[Recording, ...] = ()

    @property
    def to_hard_out(self) -> timedelta:
        """Spare until the hard out; negative: past it. Of an unfinished run as it was projected."""
        return self.rundown.event.hard_out - self.projected_end

    @property
    def over_under(self) -> timedelta:
        """How late (+) or early (−) it ended, or was to end, against its plan."""
        return self.projected_end - self.planned_end

    def title(self, segment: str) -> str:
        """The title of a segment of the run; of one whose insertion was taken back only its id is left."""
        titles = (row.segment.title for row in self.rows if row.segment.id == segment)
        return next(titles, segment)


def as_run(history: History) -> AsRun:
    """What really happened in a run: finished, unfinished or cut."""
    seen = tuple(passages(history))
    latest = Snapshot(history.state, history.state.at)
    return AsRun(
        rundown=latest.rundown,
        opened=history.events[0].stamp,
        latest=Stamp(history.state.at, history.state.wall_offset),
        status=latest.status,
        postponed=latest.postponed_to,
        started=history.state.started,
        ended=history.state.ended,
        ended_how=next((each.how for _, each in facts(seen, e.ShowEnded)), None),
        planned_end=latest.planned_end,
        projected_end=latest.projected_end,
        rows=tuple(latest.row(id_) for id_ in latest.order),
        airings=airings(seen, history.state),
        holds=holds(seen, history.state),
        cues=cue_records(seen, history.state),
        changes=tuple(_changes(seen)),
        reversals=tuple(_reversals(history)),
        notes=tuple(
            Note(event.stamp, event.by, fact.text, fact.segment) for event, fact in facts(seen, e.Noted)
        ),
        measured=tuple(
            MeasuredTime(event.stamp, fact.segment, fact.duration) for event, fact in facts(seen, e.Measured)
        ),
        messages=_messages(seen),
        green_room=tuple(
            PersonNote(event.stamp, event.by, fact.person, fact.readiness)
            for event, fact in facts(seen, e.PersonMarked)
        ),
        gaps=gaps(seen),
        wall_steps=tuple(WallStep(event.stamp, fact.by) for event, fact in facts(seen, e.WallStepped)),
        recordings=recordings(seen),
    )


def _changes(seen: tuple[Passage, ...]) -> Iterator[Change]:
    for each in seen:
        event, fact = each.event, each.event.fact
        if isinstance(fact, LiveChange):
            yield Change(event.stamp, event.by, fact)
        elif isinstance(fact, e.SegmentTaken) and fact.how in (How.TAKE, How.BACK):
            turn = Turn(each.before.segment_state(fact.segment), each.before.next_pending())
            if fact.how is How.BACK or fact.segment != turn.next:
                yield Change(event.stamp, event.by, fact, turn)


def _reversals(history: History) -> Iterator[Reversal]:
    for event in history.events:
        fact = event.fact
        if isinstance(fact, e.Undone | e.Redone):
            before = history.state_after(event.seq - 1)
            is_redo = isinstance(fact, e.Redone)
            step = before.undone[-1] if is_redo else before.chain[-1]
            yield Reversal(event.stamp, event.by, is_redo, step)


def _messages(seen: tuple[Passage, ...]) -> tuple[Message, ...]:
    found = []
    for each in seen:
        fact, airing = each.event.fact, each.before.airing
        if isinstance(fact, e.MessageShown):
            found.append(Message(each.event.stamp, fact.text, None if airing is None else airing.segment))
    return tuple(found)
