"""The words in which a run is told: times of day, differences, verdicts, names, what was changed."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from ssc_console import timecode
from ssc_console.page import Cell, Tone
from ssc_console.reports.widths import cut
from ssc_console.show import events as e
from ssc_console.show.agenda_change import ChangeKind, Subject
from ssc_console.show.as_run import AsRun, Change, Reversal, Turn
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.instants import SECOND, ZERO, Stamp
from ssc_console.show.rundown import Person, Rundown, Segment

NOTHING = "–"


def tone_of(over: timedelta) -> Tone:
    """Over is to be watched, under is calm."""
    return Tone.WATCH if over >= SECOND else Tone.GOOD if over <= -SECOND else Tone.FAINT


def difference_cell(real: timedelta | None, against: timedelta | None) -> Cell:
    """A difference, or a dash where there is nothing to hold it against."""
    if real is None or against is None:
        return Cell(NOTHING, Tone.FAINT)
    over = timecode.difference(real, against)
    return Cell(timecode.signed(over), tone_of(over))


def people_of(segment: Segment, rundown: Rundown) -> tuple[Person, ...]:
    """Who speaks in a segment, in order."""
    return tuple(rundown.people[id_] for id_ in segment.speakers)


def names(segment: Segment, rundown: Rundown) -> str:
    """Their names, or nothing."""
    return ", ".join(person.name for person in people_of(segment, rundown))


def called(run: AsRun, segment: str) -> str:
    """A segment in one line: its title, and who speaks where another one has the same title."""
    title = run.title(segment)
    found = next((row.segment for row in run.rows if row.segment.id == segment), None)
    alike = sum(1 for row in run.rows if row.segment.title == title)
    who = "" if found is None or alike < 2 else names(found, run.rundown)
    return f"{title}, {who}" if who else title


def brief(title: str) -> str:
    """A title where it only says which one is meant."""
    return cut(title, 30)


def quoted(run: AsRun, segment: str) -> str:
    """The same, in quotation marks."""
    return f"“{brief(called(run, segment))}”"


def when(run: AsRun) -> str:
    """The day and the place: ``Monday 14 September 2020, Bangkok``."""
    zone = run.rundown.event.timezone
    return f"{timecode.day((run.started or run.opened).wall, zone)}, {timecode.place(zone)}"


def hard_out_words(run: AsRun) -> tuple[str, Tone]:
    """``0:52 past the hard out``, ``2:30 before the hard out``: as it is worked out from the two times."""
    clock = timecode.hour_minute(run.rundown.event.hard_out, run.rundown.event.timezone)
    spare = timecode.by_the_clock(run.projected_end, run.rundown.event.hard_out)
    if spare < ZERO:
        return f"{timecode.span(-spare)} past the hard out of {clock}", Tone.BAD
    if spare == ZERO:
        return f"At the hard out of {clock}, to the second", Tone.GOOD
    return f"{timecode.span(spare)} before the hard out of {clock}", Tone.GOOD


def verdict(run: AsRun) -> Cell:
    """How the show stood to its hard out, and to its plan."""
    zone = run.rundown.event.timezone
    latest = timecode.clock(run.latest.wall, zone)
    if run.started is None:
        return Cell(
            "Not started", Tone.WATCH, f"The record ends at {latest}. Nothing was on air in this run."
        )
    words, tone = hard_out_words(run)
    if run.status is Status.ENDED:
        ended = timecode.clock(run.projected_end, zone)
        late = timecode.by_the_clock(run.planned_end, run.projected_end)
        return Cell(words, tone, f"Ended at {ended}, {against_plan(late)}.")
    then = timecode.clock(run.projected_end, zone)
    below = f"The record ends at {latest}. The show was then to end at {then}, {words[0].lower()}{words[1:]}."
    return Cell("Not ended", Tone.WATCH, below)


def against_plan(over: timedelta) -> str:
    """``4:37 later than planned``, ``as planned``."""
    if abs(over) < SECOND:
        return "as planned"
    return f"{timecode.span(abs(over))} {'later' if over > ZERO else 'earlier'} than planned"


def count(number: int, one: str, several: str = "") -> str:
    """``1 hold``, ``3 holds``, ``no holds``."""
    return f"{number or 'no'} {one if number == 1 else several or one + 's'}"


def pace_words(pace: timedelta) -> str:
    """``×10``, ``×1.5``: how many times as fast as life."""
    return f"×{pace / SECOND:g}"


def clock(stamp: Stamp | datetime | None, zone: str) -> str:
    """A time of day as the wall showed it, or a dash."""
    if stamp is None:
        return NOTHING
    return timecode.clock(stamp.wall if isinstance(stamp, Stamp) else stamp, zone)


def _added(run: AsRun, fact: e.TimeAdded) -> str:
    if fact.duration < ZERO:
        return f"{timecode.span(-fact.duration)} taken from {quoted(run, fact.segment)}"
    return f"{timecode.span(fact.duration)} added to {quoted(run, fact.segment)}"


def _moved(run: AsRun, fact: e.SegmentMoved) -> str:
    where = "to the end" if fact.before is None else f"before {quoted(run, fact.before)}"
    return f"{quoted(run, fact.segment)} moved {where}"


def _inserted(run: AsRun, fact: e.SegmentInserted) -> str:
    length = timecode.span(fact.segment.duration or ZERO)
    return f"{quoted(run, fact.segment.id)} ({length}) inserted after {quoted(run, fact.after)}"


def _caught_up(run: AsRun, fact: e.CaughtUp) -> str:
    given = [f"{timecode.span(cut.by)} from {quoted(run, cut.segment)}" for cut in fact.cuts]
    left_out = [f"{quoted(run, id_)} left out" for id_ in fact.skipped]
    return f"Caught up for the {fact.goal.value}: {', '.join([*given, *left_out])}"


def _reloaded(run: AsRun, fact: e.AgendaReloaded) -> str:
    counts = Counter(name.kind for name in fact.accepted)
    told = ", ".join(f"{counts[kind]} {kind.value}" for kind in ChangeKind if counts[kind])
    about = [name.id for name in fact.accepted if name.subject is Subject.SEGMENT]
    which = f" ({quoted(run, about[0])})" if len(set(about)) == len(fact.accepted) == 1 else ""
    return f"The changed agenda taken: {told}{which}"


def _postponed(run: AsRun, fact: e.StartPostponed) -> str:
    return f"Start postponed to {timecode.hour_minute(fact.to, run.rundown.event.timezone)}"


_CHANGES: dict[type, Callable[[AsRun, Any], str]] = {
    e.TimeAdded: _added,
    e.SegmentSkipped: lambda run, fact: f"{quoted(run, fact.segment)} skipped",
    e.SegmentRestored: lambda run, fact: f"{quoted(run, fact.segment)} brought back in",
    e.SegmentMoved: _moved,
    e.SegmentInserted: _inserted,
    e.SegmentRetimed: lambda run, fact: f"{quoted(run, fact.segment)} set to {timecode.span(fact.duration)}",
    e.CaughtUp: _caught_up,
    e.AgendaReloaded: _reloaded,
    e.StartPostponed: _postponed,
}


def change_words(run: AsRun, change: Change) -> str:
    """What a change of the rundown, or a take out of turn, did, in words."""
    fact = change.fact
    if isinstance(fact, e.SegmentTaken):
        return _taken(run, fact, change.turn)
    return _CHANGES[type(fact)](run, fact)


def _taken(run: AsRun, fact: e.SegmentTaken, turn: Turn | None) -> str:
    title = quoted(run, fact.segment)
    if fact.how is e.How.BACK:
        return f"Back to {title}"
    if turn is None or (turn.was is SegmentState.PENDING and turn.next is None):
        return f"{title} taken"
    if turn.was is SegmentState.PENDING and turn.next is not None:
        return f"{title} taken before {quoted(run, turn.next)}"
    return f"{title} {_TAKEN[turn.was]}"


_TAKEN = {
    SegmentState.ON_AIR: "begun again",
    SegmentState.AIRED: "taken again",
    SegmentState.SKIPPED: "taken, which was skipped",
    SegmentState.NOT_AIRED: "taken, which had been passed over",
}


def reversal_words(run: AsRun, reversal: Reversal) -> str:
    """``Skip of “Close” undone after 0:04``, ``Advance to “Remarks” done again``."""
    step = reversal.step
    what = step.name.capitalize()
    if step.segment is not None:
        what += f" {'to' if step.is_take else 'of'} {quoted(run, step.segment)}"
    if reversal.is_redo:
        return f"{what} done again"
    return f"{what} undone after {timecode.span(reversal.at.at - step.stamp.at)}"
