"""The engine: `decide` says what a request makes happen. It never reads a clock and changes nothing.

Theory of operation. What fell due by now is settled first, each thing stamped with when it fell due; then
the request is held against the table of commands × states, against what its sender saw, and against the
rule of its own command; then what it brings about at its own instant is settled too, as part of the same
step. The same inputs give the same events, for ever.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ssc_console.show import commands as c
from ssc_console.show import events as e
from ssc_console.show.apply import apply
from ssc_console.show.commands import Refused, Request
from ssc_console.show.cues import cue_state
from ssc_console.show.events import Event
from ssc_console.show.hands import Ages, as_hands_have_it
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.requests import envelope, fact_of
from ssc_console.show.rundown import Rundown
from ssc_console.show.settle import automatics, cues_at_the_end_of, settle
from ssc_console.show.state import ShowState
from ssc_console.show.table import TABLE, why_not

LEAST_WALL_STEP = timedelta(milliseconds=250)
"""A step of the wall clock of no more than this is not noticed (until steps add up to more)."""


def open_run(
    rundown: Rundown,
    at: ShowInstant,
    by: str,
    guards: e.Guards | None = None,
    wall_offset: timedelta = timedelta(),
    pace: timedelta = SECOND,
) -> Event:
    """The first event of a run: it holds the whole rundown; `pace` is as in `ShowState`."""
    fact = e.RunOpened(rundown, guards or e.Guards(), pace)
    return Event(seq=0, command=0, airing=None, at=at, wall_offset=wall_offset, by=by, fact=fact)


def tick(state: ShowState, now: ShowInstant) -> tuple[Event, ...]:
    """What happened by itself up to `now`."""
    return settle(state, now)[0]


def is_quiet(state: ShowState, now: ShowInstant, wall_offset: timedelta) -> bool:
    """Whether nothing happens by itself up to `now`, and the wall has not been stepped.

    So it is in most seconds: then to `decide` about a step of the wall gives nothing.
    """
    coming = automatics(state)
    due = coming and coming[0].at <= max(now, state.at)
    return not due and not _is_step(wall_offset - state.wall_offset)


def decide(
    state: ShowState, request: Request, now: ShowInstant, ages: Ages | None = None
) -> tuple[Event, ...]:
    """What `request` makes happen at `now`, after what fell due before it.

    Args:
        now: Not before the latest event; an earlier one counts as that event's instant.
        ages: Of the `presses_of` the state, where the show's clock does not go as people do.

    Raises:
        Refused: The request makes no sense in this state; the text is for the person who sent it. What fell
            due is not among its consequences: ask `tick` first.
    """
    now = max(now, state.at)
    command = request.command
    if isinstance(command, c.NoticeGap):
        settled, state = settle(state, max(command.since, state.at))
    else:
        settled, state = settle(state, now)
    fact = _fact(state, request, now, ages)
    if fact is None:
        return settled
    event = envelope(state, fact, now, request.by)
    return (*settled, event, *_consequences(state, event, now))


def _fact(state: ShowState, request: Request, now: ShowInstant, ages: Ages | None) -> e.Fact | None:
    command = request.command
    if isinstance(command, c.Report):
        return _reported(state, command)
    rule = TABLE[type(command)]
    if state.status not in rule.fits:
        raise Refused(why_not(rule, state.status))
    if isinstance(command, c.CatchUp) and isinstance(request.seen, c.SeenCatchUp):
        _check_proposal(state, command, request.seen, now)
    _check_seen(state, request, now)
    if isinstance(command, c.Reset):
        return None
    return fact_of(state if ages is None else as_hands_have_it(state, ages, now), command, now)


def _reported(state: ShowState, report: c.Report) -> e.Fact | None:
    """What a report makes known; None: nothing worth keeping."""
    return _KNOWN[type(report)](state, report)


def _wall_step(state: ShowState, report: c.NoticeWallStep) -> e.Fact | None:
    step = report.offset - state.wall_offset
    return e.WallStepped(step) if _is_step(step) else None


def _is_step(of: timedelta) -> bool:
    return abs(of) > LEAST_WALL_STEP


def _pace(state: ShowState, report: c.NoticePace) -> e.Fact | None:
    return e.ClockPaced(report.per_second) if report.per_second != state.pace else None


def _tuning(state: ShowState, report: c.NoticeTuning) -> e.Fact | None:
    same = (report.guards, report.usual) == (state.guards, state.usual)
    return None if same else e.Tuned(report.guards, report.usual)


def _recording(_: ShowState, report: c.NoticeRecording) -> e.Fact:
    return e.RecordingStopped() if report.into is None else e.RecordingStarted(report.into)


def _observation(state: ShowState, report: c.ObserveMedia) -> e.Fact:
    if state.airing is None:
        raise Refused("Nothing is on air that this video could belong to.")
    return e.MediaObserved(report.observation)


_KNOWN: dict[type, Callable[[ShowState, Any], e.Fact | None]] = {
    c.NoticeWallStep: _wall_step,
    c.NoticeGap: lambda _, report: e.GapNoticed(report.since),
    c.NoticeJump: lambda _, report: e.ClockJumped(report.since),
    c.NoticePace: _pace,
    c.NoticeTuning: _tuning,
    c.NoticeRecording: _recording,
    c.NoticeFailure: lambda _, report: e.ActionFailed(report.cue, report.action, report.why),
    c.ObserveMedia: _observation,
}


def _consequences(state: ShowState, event: Event, now: ShowInstant) -> tuple[Event, ...]:
    """What the event brings about by itself at its own instant."""
    fact = event.fact
    if isinstance(fact, e.Undone | e.Redone):
        return ()  # what is due only because of an undo waits for a person
    after = apply(state, event)
    endings: tuple[Event, ...] = ()
    on_air = None if state.airing is None else state.airing.segment
    if isinstance(fact, e.SegmentTaken) and (fact.how is e.How.BACK or fact.segment == on_air):
        endings = cues_at_the_end_of(state, event)
        for ending in endings:
            after = apply(after, ending)
    return (*endings, *settle(after, now, command=event.command)[0])


def _check_seen(state: ShowState, request: Request, now: ShowInstant) -> None:
    """Refuse what was asked on sight of a show that has changed since."""
    seen = request.seen
    if isinstance(seen, c.SeenShow):
        on_air = None if state.airing is None else state.airing.segment
        following = state.next_pending()
        if (seen.on_air, seen.next) != (on_air, following):
            raise Refused(
                f"The show has moved: {_title(state, on_air)} is on air now, "
                f"and {_title(state, following)} is next."
            )
    elif isinstance(seen, c.SeenCue) and seen.cue in state.cues:
        where = cue_state(state, seen.cue, now)
        if where.value != seen.state:
            raise Refused(f"“{state.cues[seen.cue].text}” has changed: it is {where.value} now.")
    elif isinstance(seen, c.SeenUndo):
        _check_step(state, request.command, seen)


def _check_step(state: ShowState, command: c.Command | c.Report, seen: c.SeenUndo) -> None:
    """Refuse an undo, or a redo, of another step than the sender saw."""
    is_redo = isinstance(command, c.Redo)
    steps = state.undone if is_redo else state.chain
    latest = steps[-1] if steps else None
    name = None if latest is None else latest.name
    known = seen.command is None or (latest is not None and latest.command == seen.command)
    if seen.name != name or not known:
        would = "a redo would put back" if is_redo else "an undo would take back"
        raise Refused(f"The show has moved: {would} {name or 'nothing'} now.")


def _check_proposal(state: ShowState, command: c.CatchUp, seen: c.SeenCatchUp, now: ShowInstant) -> None:
    from ssc_console.show.catch_up import cuts_of, propose  # a show that is in time does without

    cuts = cuts_of(propose(state, now, command.goal, command.skip))
    if cuts == seen.cuts:
        return
    titles = " and ".join(_title(state, cut.segment) for cut in cuts[:2])
    rest = f" and {len(cuts) - 2} more" if len(cuts) > 2 else ""
    so_now = f"{titles}{rest} would give time now" if cuts else "nothing would be shortened now"
    raise Refused(f"What it takes to catch up has changed: {so_now}. Look, and press again.")


def _title(state: ShowState, segment: str | None) -> str:
    return "nothing" if segment is None else f"“{state.segments[segment].title}”"
