"""A whole show at once: a script performed by the real session on a clock that the script sets."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.clock import ScriptedClock
from ssc_console.script import Line, PostponeTo, Read, StepWall
from ssc_console.session import Session
from ssc_console.show.commands import ObserveMedia, Postpone
from ssc_console.show.events import Event
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.rundown import EventInfo, Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

BY = "script"


@value
class Refusal:
    """A step that the engine refused."""

    line: int
    command: str
    reason: str


@value
class Performance:
    """What came of a script.

    Attributes:
        final: The show as it is at the script's last line.
    """

    reads: tuple[Snapshot, ...]
    refused: tuple[Refusal, ...]
    events: tuple[Event, ...]
    final: Snapshot


def perform(rundown: Rundown, lines: tuple[Line, ...]) -> Performance:
    """Perform a script of at least one line; the console opens at its first."""
    event = rundown.event
    clock = ScriptedClock(_instant(lines[0], event, None))
    session = Session(rundown, clock, by=BY)
    reads: list[Snapshot] = []
    refused: list[Refusal] = []
    for line in lines:
        clock.at = _instant(line, event, clock.at)
        if isinstance(line.step, Read):
            reads.append(session.look())
            continue
        reason = _perform(session, clock, line, event)
        if reason is not None:
            refused.append(Refusal(line.number, line.name, reason))
    return Performance(tuple(reads), tuple(refused), session.events, session.look())


def _perform(session: Session, clock: ScriptedClock, line: Line, event: EventInfo) -> str | None:
    step = line.step
    if isinstance(step, StepWall):
        clock.offset += step.by
        session.look()
        return None
    if isinstance(step, ObserveMedia):
        return session.report(step)
    if isinstance(step, PostponeTo):
        return session.ask(Postpone(timecode.nearest(step.to, event.timezone, event.start)))
    if isinstance(step, Read):
        return None
    return session.ask(step)


def _instant(line: Line, event: EventInfo, before: ShowInstant | None) -> ShowInstant:
    """When a line is performed, on the show clock; the wall stands beside it as the script begins."""
    if isinstance(line.when, timedelta):
        return ShowInstant((before or event.start) + line.when)
    if before is None:
        return ShowInstant(timecode.nearest(line.when, event.timezone, event.start))
    return ShowInstant(timecode.first_not_before(line.when, event.timezone, WallInstant(before)))
