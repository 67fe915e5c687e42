"""What is different between the agenda that a run has and the file as it is now, and how that is found.

The file's ids are brought to the run's own first: a segment whose id changed with its title is still the same
one, and a cue is known by what it says, not by its place in a list. So an id means one thing in one run, and
what was marked stays with what it was about. Nothing here knows what is on air: see `agenda_reload`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum

from ssc_console.show.align import Alignment, align, longest_rising
from ssc_console.show.instants import WallInstant
from ssc_console.show.own_cues import own_cues, same_cues
from ssc_console.show.rundown import EventInfo, Rundown, Segment
from ssc_console.show.value import fields, replace, value

ANOTHER_DAY = timedelta(hours=12)
"""A start that lies further off than this is that of another day."""

TIMES = ("duration", "until", "intro", "fixed_start")
"""Of a segment: what a retiming is about."""

KEPT_ON_AIR = (
    *TIMES,
    "warning",
    "wrap_up",
    "kind",
    "auto_advance",
    "media",
    "roll_by_hand",
    "at_end",
)
"""Of the segment on air: its clock, and what rolls. No reload changes them while it is on air."""

_WORDS = tuple(each.name for each in fields(Segment) if each.name not in (*TIMES, "id", "cues", "inserted"))


class ChangeKind(StrEnum):
    """What became of a thing of the agenda."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RETIMED = "retimed"
    REWORDED = "reworded"


class Subject(StrEnum):
    """What sort of thing a change is about. Of the show as a whole, its id names the field."""

    SEGMENT = "segment"
    PERSON = "person"
    SHOW = "show"


@value
class ChangeName:
    """Which change is meant: unique in a difference."""

    kind: ChangeKind
    subject: Subject
    id: str


@value
class AgendaChange:
    """One thing that is different.

    Attributes:
        title: Of the segment, or the person's name, as it is now (as it was, if removed); of the show empty.
        fields: What of it differs, by the names of the values' fields.
    """

    name: ChangeName
    title: str
    fields: tuple[str, ...] = ()


@value(kw_only=True)
class Difference:
    """All that is different between a run's agenda and the file.

    Attributes:
        before: The agenda as the run has it.
        inserted: What was put in on the desk besides; the file may have it by now, too.
        after: The file, with the run's ids; on a show that runs, on the run's own day.
        changes: The segments' in the file's order, those removed after them, then people, then the show.
    """

    before: Rundown
    inserted: tuple[Segment, ...]
    after: Rundown
    changes: tuple[AgendaChange, ...]


def compare(
    before: Rundown,
    after: Rundown,
    inserted: Sequence[Segment] = (),
    stays: Collection[str] = (),
    *,
    started: bool = False,
) -> Difference:
    """What is different.

    Args:
        stays: Segments that can't be moved any more: where two changed places, the other one has moved.
        started: The show has: times of day are taken for those of its own day and zone.
    """
    whole = [*_of_another_day(before, after)] if started else []
    if whole:
        after = _on_the_same_day(before, after)
    put_in = {each.id for each in inserted}
    same = align(before.segments, [each for each in after.segments if each.id not in put_in])
    after = _with_own_ids(before, [*before.segments, *inserted], after, same)
    changes = (*_of_segments(before, after, frozenset(stays)), *_of_people(before, after))
    return Difference(
        before=before,
        inserted=tuple(inserted),
        after=after,
        changes=(*changes, *whole, *_of_the_show(before.event, after.event)),
    )


def segment_change(kind: ChangeKind, segment: Segment, changed: Iterable[str] = ()) -> AgendaChange:
    """A change of a segment."""
    return AgendaChange(ChangeName(kind, Subject.SEGMENT, segment.id), segment.title, tuple(changed))


# ---- the run's own ids and day


def _of_another_day(before: Rundown, after: Rundown) -> Iterable[AgendaChange]:
    of, now = before.event, after.event
    if of.timezone != now.timezone:
        yield _show_change(ChangeKind.RETIMED, "timezone")
    if abs(of.start - now.start) > ANOTHER_DAY:
        yield _show_change(ChangeKind.RETIMED, "date")


def _on_the_same_day(before: Rundown, after: Rundown) -> Rundown:
    """The agenda as if it began when the run's does."""
    by = before.event.start - after.event.start
    event = replace(
        after.event,
        timezone=before.event.timezone,
        start=before.event.start,
        hard_out=WallInstant(after.event.hard_out + by),
    )
    segments = tuple(
        replace(
            each,
            until=None if each.until is None else WallInstant(each.until + by),
            fixed_start=None if each.fixed_start is None else WallInstant(each.fixed_start + by),
        )
        for each in after.segments
    )
    return replace(after, event=event, segments=segments)


def _with_own_ids(before: Rundown, known: Sequence[Segment], after: Rundown, same: Alignment) -> Rundown:
    taken = {cue.id for cue in before.cues()}
    old = {each.id: each for each in known}
    event = replace(after.event, cues=own_cues(before.event.cues, after.event.cues, None, taken))
    segments = []
    for each in after.segments:
        id_ = same.get(each.id, each.id)
        was = old.get(id_)
        if was == each:
            segments.append(was)
            continue
        cues = own_cues(() if was is None else was.cues, each.cues, id_, taken)
        made = each if id_ == each.id and cues == each.cues else replace(each, id=id_, cues=cues)
        segments.append(was if made == was and was is not None else made)
    return replace(after, event=event, segments=tuple(segments))


# ---- segments


def _of_segments(before: Rundown, after: Rundown, stays: frozenset[str]) -> Iterable[AgendaChange]:
    moved = _moved(before, after, stays)
    for each in after.segments:
        was = before.by_id.get(each.id)
        if was is None:
            yield segment_change(ChangeKind.ADDED, each)
            continue
        if each.id in moved:
            yield segment_change(ChangeKind.MOVED, each)
        if each is not was:
            yield from _of_a_segment(was, each)
    for was in before.segments:
        if was.id not in after.by_id:
            yield segment_change(ChangeKind.REMOVED, was)


def _of_a_segment(was: Segment, now: Segment) -> Iterable[AgendaChange]:
    times = _differing(was, now, TIMES)
    if times:
        yield segment_change(ChangeKind.RETIMED, now, times)
    words = _differing(was, now, _WORDS)
    if not same_cues(was.cues, now.cues):
        words = (*words, "cues")
    if words:
        yield segment_change(ChangeKind.REWORDED, now, words)


def _differing(was: object, now: object, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(was, name) != getattr(now, name))


def _moved(before: Rundown, after: Rundown, stays: frozenset[str]) -> frozenset[str]:
    """The fewest segments that must have moved for the one order to become the other; none that stays."""
    place = {each.id: index for index, each in enumerate(before.segments)}
    common = [each.id for each in after.segments if each.id in place]
    if [place[id_] for id_ in common] == sorted(place[id_] for id_ in common):
        return frozenset()
    firm = {id_: place[id_] for id_ in common if id_ in stays}
    fence = [*longest_rising(tuple(firm), firm), None]
    kept: set[str] = set()
    below, gap = -1, []
    for id_ in (*common, None):
        if id_ != fence[0]:
            gap.append(id_)
            continue
        above = len(place) if id_ is None else place[id_]
        fitting = [one for one in gap if one is not None and one not in firm and below < place[one] < above]
        kept.update(longest_rising(fitting, place))
        if id_ is not None:
            kept.add(id_)
        below, gap, fence = above, [], fence[1:]
    return frozenset(common) - kept


# ---- people, and the show as a whole


def _of_people(before: Rundown, after: Rundown) -> Iterable[AgendaChange]:
    def change(kind: ChangeKind, id_: str, title: str, changed: tuple[str, ...] = ()) -> AgendaChange:
        return AgendaChange(ChangeName(kind, Subject.PERSON, id_), title, changed)

    for id_, person in after.people.items():
        was = before.people.get(id_)
        if was is None:
            yield change(ChangeKind.ADDED, id_, person.name)
        elif was != person:
            changed = _differing(was, person, (each.name for each in fields(type(person))))
            yield change(ChangeKind.REWORDED, id_, person.name, changed)
    for id_, was in before.people.items():
        if id_ not in after.people:
            yield change(ChangeKind.REMOVED, id_, was.name)


_OF_THE_SHOW: Mapping[str, ChangeKind] = {
    "title": ChangeKind.REWORDED,
    "timezone": ChangeKind.RETIMED,
    "start": ChangeKind.RETIMED,
    "hard_out": ChangeKind.RETIMED,
    "warning": ChangeKind.REWORDED,
    "wrap_up": ChangeKind.REWORDED,
}


def _of_the_show(was: EventInfo, now: EventInfo) -> Iterable[AgendaChange]:
    for name in _differing(was, now, _OF_THE_SHOW):
        yield _show_change(_OF_THE_SHOW[name], name)
    if not same_cues(was.cues, now.cues):
        yield _show_change(ChangeKind.REWORDED, "cues")


def _show_change(kind: ChangeKind, name: str) -> AgendaChange:
    return AgendaChange(ChangeName(kind, Subject.SHOW, name), "", (name,))
