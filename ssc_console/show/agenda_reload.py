"""Bringing a file that has changed into a show: what can be taken as the show stands, and what comes of it.

The rule. What was done on the desk stays, unless the file changes the same thing:

- the time that the desk gave or took stays, unless the file changes that segment's duration;
- a segment that the desk moved stays where it is, unless the file moves it; one that the file adds or moves
  stands right after the one that it follows in the file, wherever that stands now;
- what the desk skipped stays skipped, and what it put in stays in; an item of the same id in the file is that
  item from then on;
- a postponed start stays, unless the file changes the start;
- what was aired stays as it was aired, and the segment on air keeps its clock and what rolls.
"""

from collections.abc import Collection, Iterable, Sequence, Set
from enum import StrEnum

from ssc_console.show.agenda_change import (
    KEPT_ON_AIR,
    TIMES,
    AgendaChange,
    ChangeKind,
    ChangeName,
    Difference,
    Subject,
    compare,
)
from ssc_console.show.commands import Refused, Reload
from ssc_console.show.events import AgendaReloaded
from ssc_console.show.figures import SegmentState
from ssc_console.show.rundown import EventInfo, Person, Rundown, Segment
from ssc_console.show.state import ShowState
from ssc_console.show.value import replace

_SAME_TIME = ("duration", "until")
"""What a time that the desk gave was given to."""


class Firm(StrEnum):
    """Why a change can't be taken."""

    AIRED = "aired"
    ON_AIR = "on air"
    WAS_ON_AIR = "was on air"
    STARTED = "started"


def difference(state: ShowState, file: Rundown) -> Difference:
    """What is different between a show and the file."""
    on_air = () if state.airing is None else (state.airing.segment,)
    aired = (id_ for id_, progress in state.progress.items() if progress.aired)
    return compare(
        state.rundown,
        file,
        inserted(state),
        frozenset((*on_air, *aired)),
        started=state.started is not None,
    )


def inserted(state: ShowState) -> tuple[Segment, ...]:
    """What was put in on the desk, and is in no agenda."""
    if len(state.segments) == len(state.rundown.by_id):
        return ()
    return tuple(each for id_, each in state.segments.items() if id_ not in state.rundown.by_id)


def is_of(found: Difference, state: ShowState) -> bool:
    """Whether a difference is one of this show: its agenda and what was put in are still the same."""
    return found.before == state.rundown and found.inserted == inserted(state)


def why_firm(state: ShowState, change: AgendaChange) -> Firm | None:
    """Why a change can't be taken as the show stands; None: it can."""
    name = change.name
    if name.subject is Subject.SHOW:
        fixed = name.id in ("start", "timezone", "date") and state.started is not None
        return Firm.STARTED if fixed else None
    if name.subject is Subject.PERSON or name.id not in state.segments:
        return None
    where = state.segment_state(name.id)
    if where is SegmentState.AIRED:
        return Firm.AIRED
    if where is SegmentState.ON_AIR:
        words = name.kind is ChangeKind.REWORDED and set(change.fields) - set(KEPT_ON_AIR)
        return None if words or name.kind is ChangeKind.ADDED else Firm.ON_AIR
    if name.kind is ChangeKind.REMOVED and state.progress_of(name.id).latest is not None:
        return Firm.WAS_ON_AIR
    return None


def takable(state: ShowState, found: Difference) -> tuple[AgendaChange, ...]:
    """The changes that can be taken as the show stands."""
    return tuple(change for change in found.changes if why_firm(state, change) is None)


def reload_fact(state: ShowState, command: Reload) -> AgendaReloaded:
    """What comes of taking these changes.

    Raises:
        Refused: The show is not what the person saw, or it can't be done.
    """
    found, accept = command.difference, _Accepted(command.accept)
    if not is_of(found, state):
        raise Refused("The rundown has changed since the file was compared with it: look again.")
    by_name = {change.name: change for change in found.changes}
    for name in command.accept:
        change = by_name.get(name)
        if change is None:
            raise Refused("The file has no such change: look again.")
        firm = why_firm(state, change)
        if firm is not None:
            raise Refused(_WHY[firm].format(change.title or name.id.replace("_", " ")))
    if not command.accept:
        raise Refused("Nothing is ticked: tick what is to be taken, or leave it for later.")
    try:
        rundown = _merged(state, found, accept)
    except ValueError as why:
        raise Refused(
            "With only these changes there is no agenda that can be performed: tick more of them."
        ) from why
    return AgendaReloaded(
        rundown=rundown,
        accepted=tuple(command.accept),
        order=_running_order(state, found, accept, rundown),
        retimed=tuple(_given_up(state, found, accept)),
        keeps_postponement="start" not in accept.of(ChangeKind.RETIMED, Subject.SHOW),
    )


_WHY = {
    Firm.AIRED: "“{}” was aired: it stays as it was.",
    Firm.ON_AIR: "“{}” is on air: its time and place stay until it is over.",
    Firm.WAS_ON_AIR: "“{}” was on air and stays in the record: skip it instead.",
    Firm.STARTED: "The show has started: its {} stays.",
}


class _Accepted:
    """The ids of what was accepted, by what it is."""

    def __init__(self, names: Iterable[ChangeName]) -> None:
        self._ids: dict[tuple[ChangeKind, Subject], set[str]] = {}
        for name in names:
            self._ids.setdefault((name.kind, name.subject), set()).add(name.id)

    def of(self, kind: ChangeKind, subject: Subject = Subject.SEGMENT) -> Set[str]:
        """The ids of these."""
        return self._ids.get((kind, subject), frozenset())

    def of_the_show(self) -> list[str]:
        """The fields of the show."""
        return [id_ for (_, subject), ids in self._ids.items() if subject is Subject.SHOW for id_ in ids]


# ---- the agenda from now on


def _merged(state: ShowState, found: Difference, accept: _Accepted) -> Rundown:
    before, after = found.before, found.after
    segments = {}
    for was in before.segments:
        now = after.by_id.get(was.id)
        if now is None:
            if was.id not in accept.of(ChangeKind.REMOVED):
                segments[was.id] = was
        else:
            segments[was.id] = _of_both(state, was, now, accept)
    added = accept.of(ChangeKind.ADDED)
    for id_ in added:
        segments[id_] = _as_on_air(state, after.by_id[id_])
    put = added | (accept.of(ChangeKind.MOVED) & segments.keys())
    kept = [each.id for each in before.segments if each.id in segments and each.id not in put]
    order = _placed(kept, put, [each.id for each in after.segments])
    event = _event(before.event, after.event, accept)
    made = tuple(segments[id_] for id_ in order)
    return Rundown(event=event, segments=made, people=_people(state, found, accept, made))


def _of_both(state: ShowState, was: Segment, now: Segment, accept: _Accepted) -> Segment:
    made = was
    if was.id in accept.of(ChangeKind.REWORDED):
        made = replace(now, **{name: getattr(was, name) for name in TIMES})
    if was.id in accept.of(ChangeKind.RETIMED):
        made = replace(made, **{name: getattr(now, name) for name in TIMES})
    return made if made is was else _as_on_air(state, made)


def _as_on_air(state: ShowState, made: Segment) -> Segment:
    """With the clock that it has, if it is on air."""
    airing = state.airing
    if airing is None or airing.segment != made.id:
        return made
    was = state.segments[made.id]
    return replace(made, **{name: getattr(was, name) for name in KEPT_ON_AIR})


def _event(was: EventInfo, now: EventInfo, accept: _Accepted) -> EventInfo:
    taken = accept.of_the_show()
    return replace(was, **{name: getattr(now, name) for name in taken}) if taken else was


def _people(
    state: ShowState, found: Difference, accept: _Accepted, segments: Iterable[Segment]
) -> dict[str, Person]:
    """Whoever speaks, stands before the audience or was marked stays, or comes, with that."""
    needed = {id_ for each in segments for id_ in each.speakers}
    needed.update(state.people, state.stage.lower_third)
    before, after = found.before.people, found.after.people
    added, removed, reworded = (
        accept.of(kind, Subject.PERSON)
        for kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REWORDED)
    )
    people = {}
    for id_, person in after.items():
        if id_ in before:
            people[id_] = person if id_ in reworded else before[id_]
        elif id_ in added or id_ in needed:
            people[id_] = person
    for id_, person in before.items():
        if id_ not in after and (id_ not in removed or id_ in needed):
            people[id_] = person
    return people


# ---- where everything stands


def _placed(kept: Sequence[str], put: Collection[str], wanted: Sequence[str]) -> list[str]:
    """What is put stands right after the one that it follows in `wanted`; what is kept keeps its order."""
    if not put:
        return list(kept)
    there = set(kept)
    after: dict[str | None, list[str]] = {}
    anchor: str | None = None
    for id_ in wanted:
        if id_ in put:
            after.setdefault(anchor, []).append(id_)
        elif id_ in there:
            anchor = id_
    head = after.pop(None, [])
    first = next((id_ for id_ in wanted if id_ in there and id_ not in put), None)
    found: list[str] = []
    for id_ in kept:
        if id_ == first:
            found += head
        found.append(id_)
        found += after.get(id_, ())
    return found if first is not None else [*head, *found]


def _running_order(
    state: ShowState, found: Difference, accept: _Accepted, rundown: Rundown
) -> tuple[str, ...]:
    added = accept.of(ChangeKind.ADDED) - state.segments.keys()
    put = added | (accept.of(ChangeKind.MOVED) & rundown.by_id.keys())
    gone = accept.of(ChangeKind.REMOVED)
    kept = [id_ for id_ in state.order.ids if id_ not in gone and id_ not in put]
    return tuple(_placed(kept, put, [each.id for each in found.after.segments]))


def _given_up(state: ShowState, found: Difference, accept: _Accepted) -> Iterable[str]:
    """Segments whose time is the file's again."""
    for change in found.changes:
        name = change.name
        if name.kind is ChangeKind.RETIMED and name.id in accept.of(name.kind, name.subject):
            progress = state.progress.get(name.id)
            timed = progress is not None and (progress.retimed is not None or progress.added or progress.cut)
            if timed and set(change.fields) & set(_SAME_TIME):
                yield name.id
