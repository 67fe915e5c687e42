"""What each command makes happen, or why it can't: one function a command."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ssc_console.show import airtime
from ssc_console.show import commands as c
from ssc_console.show import events as e
from ssc_console.show.commands import Refused
from ssc_console.show.cue_requests import cue_fact, did_you_mean, done_fact, is_within, tested_fact
from ssc_console.show.figures import SegmentState
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.one_line import LONGEST_MESSAGE, LONGEST_NOTE, LONGEST_TITLE, one_line
from ssc_console.show.rundown import Kind, Segment, id_from_title
from ssc_console.show.state import ShowState
from ssc_console.show.value import replace

LONGEST = timedelta(hours=24)
"""No segment is given more at once: a longer figure is a slip of the hand."""

OPEN = frozenset({SegmentState.PENDING, SegmentState.SKIPPED, SegmentState.NOT_AIRED})


def fact_of(state: ShowState, command: c.Command, now: ShowInstant) -> e.Fact:
    """What a command makes happen; its state of the show has been checked.

    Raises:
        Refused: It does not fit.
    """
    return _MAKERS[type(command)](state, command, now)


def _segment(state: ShowState, id_: str) -> Segment:
    if id_ not in state.segments:
        raise Refused(f"There is no segment “{id_}”.{did_you_mean(id_, state.segments)}")
    return state.segments[id_]


def _must_be_open(state: ShowState, id_: str, verb: str) -> SegmentState:
    where = state.segment_state(_segment(state, id_).id)
    if where not in OPEN:
        title = state.segments[id_].title
        raise Refused(
            f"“{title}” {'is on air' if where is SegmentState.ON_AIR else 'was aired'}: it can't be {verb}."
        )
    return where


def _sane(duration: timedelta) -> timedelta:
    if abs(duration) > LONGEST:
        raise Refused("That is more than 24 hours: give a shorter time.")
    return duration


def _not_negative(duration: timedelta) -> timedelta:
    if duration < ZERO:
        raise Refused("A segment can't have less than no time: give 0:00 or more.")
    return _sane(duration)


def _postpone(state: ShowState, command: c.Postpone, _: ShowInstant) -> e.Fact:
    if command.to < state.rundown.event.start:
        raise Refused("That is before the event's start: postpone to a later time, or start early.")
    return e.StartPostponed(command.to)


def _start(state: ShowState, _: c.Start, __: ShowInstant) -> e.Fact:
    first = state.next_pending()
    if first is None:
        raise Refused("Every segment is skipped: restore one before you start.")
    return e.SegmentTaken(first, e.How.START)


def _begin(state: ShowState, _: c.Begin, now: ShowInstant) -> e.Fact:
    if airtime.has_begun(state, now):
        raise Refused("The speaker's clock is running already.")
    return e.ClockBegun()


def _advance(state: ShowState, _: c.Advance, now: ShowInstant) -> e.Fact:
    airing = airtime.on_air(state)
    guards = state.guards
    if is_within(guards.after_take, state.last_take_by_hand, now) or is_within(
        guards.after_automatic_take, state.last_automatic_take, now
    ):
        title = state.segments[airing.segment].title
        raise Refused(f"“{title}” was only just taken: press again if you mean to leave it.")
    following = state.next_pending()
    if following is None:
        return e.ShowEnded(e.How.ADVANCE)
    return e.SegmentTaken(following, e.How.ADVANCE)


def _take(state: ShowState, command: c.Take, _: ShowInstant) -> e.Fact:
    return e.SegmentTaken(_segment(state, command.segment).id, e.How.TAKE)


def _back(state: ShowState, _: c.Back, __: ShowInstant) -> e.Fact:
    place = state.order.position[airtime.on_air(state).segment]
    for id_ in reversed(state.order.ids[:place]):
        if not state.progress_of(id_).skipped:
            return e.SegmentTaken(id_, e.How.BACK)
    raise Refused("Nothing stands before this segment: there is nothing to go back to.")


def _hold(state: ShowState, _: c.Hold, __: ShowInstant) -> e.Fact:
    if state.until(airtime.on_air(state).segment) is not None:
        raise Refused("This segment counts to a time of day: it can't be held.")
    return e.Held()


def _resume(_: ShowState, __: c.Resume, ___: ShowInstant) -> e.Fact:
    return e.Resumed()


def _add(state: ShowState, command: c.Add, _: ShowInstant) -> e.Fact:
    id_ = airtime.on_air(state).segment if command.segment is None else _segment(state, command.segment).id
    if state.segment_state(id_) is SegmentState.AIRED:
        raise Refused(f"“{state.segments[id_].title}” was aired: it can't be given time.")
    duration = _sane(command.duration)
    own = state.allotted(id_)
    return e.TimeAdded(id_, duration if own is None else max(duration, -own))


def _skip(state: ShowState, command: c.Skip, _: ShowInstant) -> e.Fact:
    where = _must_be_open(state, command.segment, "skipped")
    if where is SegmentState.SKIPPED:
        raise Refused(f"“{state.segments[command.segment].title}” is skipped already.")
    return e.SegmentSkipped(command.segment)


def _restore(state: ShowState, command: c.Restore, _: ShowInstant) -> e.Fact:
    segment = _segment(state, command.segment)
    if state.segment_state(segment.id) is not SegmentState.SKIPPED:
        raise Refused(f"“{segment.title}” is not skipped.")
    return e.SegmentRestored(segment.id)


def _move(state: ShowState, command: c.Move, _: ShowInstant) -> e.Fact:
    _must_be_open(state, command.segment, "moved")
    if command.before is None:
        return e.SegmentMoved(command.segment, None)
    target = _segment(state, command.before)
    if target.id == command.segment:
        raise Refused("A segment can't be moved before itself: name another one.")
    where = state.segment_state(target.id)
    to_come = where is SegmentState.SKIPPED and state.is_after_on_air(target.id)
    if where is not SegmentState.PENDING and not to_come:
        raise Refused(f"The show has gone past “{target.title}”: move it before one that is still to come.")
    return e.SegmentMoved(command.segment, target.id)


def _insert(state: ShowState, command: c.Insert, _: ShowInstant) -> e.Fact:
    after = _segment(state, command.after)
    on_air = state.airing is not None and state.airing.segment == after.id
    if not on_air and not state.is_after_on_air(after.id):
        raise Refused(f"The show has gone past “{after.title}”: insert after the one on air or a later one.")
    title = one_line(command.title, "The title", LONGEST_TITLE)
    if not title:
        raise Refused("An item needs a title: say what it is.")
    id_ = id_from_title(title, state.segments)
    duration = _not_negative(command.duration)
    made = Segment(
        id=id_, title=title, kind=Kind.OTHER, session=after.session, duration=duration, inserted=True
    )
    return e.SegmentInserted(made, after.id)


def _retime(state: ShowState, command: c.Retime, _: ShowInstant) -> e.Fact:
    _must_be_open(state, command.segment, "retimed")
    return e.SegmentRetimed(command.segment, _not_negative(command.duration))


def _catch_up(state: ShowState, command: c.CatchUp, now: ShowInstant) -> e.Fact:
    from ssc_console.show.catch_up import cuts_of, propose  # a show that is in time does without

    for id_ in command.skip:
        segment = _segment(state, id_)
        if state.segment_state(id_) is not SegmentState.PENDING:
            raise Refused(f"“{segment.title}” is not to come any more: catch up without leaving it out.")
        if not segment.may_skip:
            raise Refused(f"The agenda does not say that “{segment.title}” may be left out: skip it by hand.")
    proposal = propose(state, now, command.goal, command.skip)
    if not proposal.is_needed:
        raise Refused(f"Nothing has to be shortened: the show will be over by its {command.goal.value}.")
    if not proposal.helps:
        raise Refused("Nothing that is still to come can be shortened: skip a segment, or end later.")
    return e.CaughtUp(command.goal, cuts_of(proposal), proposal.skipped)


def _reload(state: ShowState, command: c.Reload, _: ShowInstant) -> e.Fact:
    from ssc_console.show.agenda_reload import reload_fact  # most shows are as they were planned

    return reload_fact(state, command)


def _end(_: ShowState, __: c.End, ___: ShowInstant) -> e.Fact:
    return e.ShowEnded(e.How.END)


def _message(_: ShowState, command: c.SendMessage, __: ShowInstant) -> e.Fact:
    text = one_line(command.text, "The message", LONGEST_MESSAGE)
    if not text:
        raise Refused("The message is empty: write a line, or clear the one that is shown.")
    return e.MessageShown(text)


def _clear(_: ShowState, __: c.ClearMessage, ___: ShowInstant) -> e.Fact:
    return e.MessageCleared()


def _flash(state: ShowState, _: c.Flash, __: ShowInstant) -> e.Fact:
    if state.message is None:
        raise Refused("No message is shown that could flash: write one first.")
    return e.MessageFlashed()


def _note(state: ShowState, command: c.Note, _: ShowInstant) -> e.Fact:
    text = one_line(command.text, "The note", LONGEST_NOTE)
    if not text:
        raise Refused("The note is empty: write what you want to remember.")
    return e.Noted(text, None if state.airing is None else state.airing.segment)


def _measure(state: ShowState, command: c.Measure, _: ShowInstant) -> e.Fact:
    if command.segment is None and state.airing is None:
        raise Refused("Nothing is on air whose time could be taken: name a segment.")
    id_ = airtime.on_air(state).segment if command.segment is None else _segment(state, command.segment).id
    return e.Measured(id_, _not_negative(command.duration))


def _mark_person(state: ShowState, command: c.MarkPerson, _: ShowInstant) -> e.Fact:
    people = state.rundown.people
    if command.person not in people:
        raise Refused(f"There is no person “{command.person}”.{did_you_mean(command.person, people)}")
    if state.readiness(command.person) is command.readiness:
        raise Refused(f"{people[command.person].name} is marked as {command.readiness.words} already.")
    return e.PersonMarked(command.person, command.readiness)


def _declare(state: ShowState, command: c.Declare, _: ShowInstant) -> e.Fact:
    if state.is_rehearsal is command.is_rehearsal:
        what = "a rehearsal" if command.is_rehearsal else "the show"
        raise Refused(f"This run is marked as {what} already.")
    return e.RunDeclared(command.is_rehearsal)


def _undo(state: ShowState, _: c.Undo, __: ShowInstant) -> e.Fact:
    if not state.chain:
        raise Refused("There is nothing to undo.")
    return e.Undone(state.chain[-1].command)


def _redo(state: ShowState, _: c.Redo, __: ShowInstant) -> e.Fact:
    if not state.undone:
        raise Refused("There is nothing to redo: redo comes right after an undo.")
    return e.Redone(state.undone[-1].command)


_MAKERS: dict[type, Callable[[ShowState, Any, ShowInstant], e.Fact]] = {
    c.Postpone: _postpone,
    c.Start: _start,
    c.Begin: _begin,
    c.Advance: _advance,
    c.Take: _take,
    c.Back: _back,
    c.Hold: _hold,
    c.Resume: _resume,
    c.Add: _add,
    c.Skip: _skip,
    c.Restore: _restore,
    c.Move: _move,
    c.Insert: _insert,
    c.Retime: _retime,
    c.CatchUp: _catch_up,
    c.Reload: _reload,
    c.End: _end,
    c.SendMessage: _message,
    c.ClearMessage: _clear,
    c.Flash: _flash,
    c.Standby: cue_fact,
    c.Go: cue_fact,
    c.Dismiss: cue_fact,
    c.Rearm: cue_fact,
    c.TestCue: tested_fact,
    c.Do: done_fact,
    c.Note: _note,
    c.Measure: _measure,
    c.MarkPerson: _mark_person,
    c.Declare: _declare,
    c.Undo: _undo,
    c.Redo: _redo,
}


def airing_of(state: ShowState, fact: e.Fact, seq: int) -> int | None:
    """The airing that a fact belongs to, for its envelope."""
    if isinstance(fact, e.SegmentTaken):
        return seq
    if isinstance(fact, e.CueCalled | e.CueFired | e.CueDismissed | e.CueRearmed | e.CueTested):
        segment = state.cues[fact.cue].segment
        return None if segment is None else state.progress_of(segment).airing
    return None if state.airing is None else state.airing.id


def envelope(state: ShowState, fact: e.Fact, at: ShowInstant, by: str) -> e.Event:
    """The next event of a run, as a new command."""
    event = e.Event(
        seq=state.revision + 1,
        command=state.last_command + 1,
        airing=airing_of(state, fact, state.revision + 1),
        at=at,
        wall_offset=state.wall_offset,
        by=by,
        fact=fact,
    )
    return (
        replace(event, wall_offset=state.wall_offset + fact.by) if isinstance(fact, e.WallStepped) else event
    )
