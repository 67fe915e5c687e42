"""Who has to be there, where everybody stands, and when each is on, as facts for a panel before the show."""

from ssc_console import timecode
from ssc_console.desk.billing import affiliation, people_of
from ssc_console.desk.facts_card import Fact, Tone
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look.shapes import Shape
from ssc_console.show.figures import PersonRow, SegmentState
from ssc_console.show.instants import WallInstant
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Person
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState, once_per_state

_TONES = {
    Readiness.ABSENT: Tone.WRONG,
    Readiness.HERE: Tone.WATCH,
    Readiness.CHECKED: Tone.WATCH,
    Readiness.READY: Tone.FINE,
    Readiness.DROPPED: Tone.WRONG,
}
_RECORDED = "on a recording"
_WITHOUT_TIME = frozenset({SegmentState.SKIPPED, SegmentState.NOT_AIRED})
_NAMED = 2
"""So many of those who are not ready are named in the check."""


def people_heading(snapshot: Snapshot) -> str:
    """What stands over them: how many of those who are waited for are ready."""
    wanted, ready = _counted(snapshot)
    return f"GREEN ROOM · {ready} OF {wanted} READY" if wanted else "GREEN ROOM"


def people_facts(snapshot: Snapshot) -> tuple[Fact, ...]:
    """Everybody who speaks, in that order: where they stand, and below it when they are on."""
    facts = []
    for person, segment in _first_segments(snapshot.state):
        start = snapshot.row(segment).projected_start
        if start is not None:
            facts.append(_fact(snapshot, person, start))
    return tuple(facts)


@once_per_state
def _first_segments(state: ShowState) -> tuple[tuple[Person, str], ...]:
    """Everybody who speaks, in that order, with the first segment that has a time, and that they speak in."""
    found: dict[str, tuple[Person, str]] = {}
    for id_ in state.order.ids:
        if state.segment_state(id_) not in _WITHOUT_TIME:
            for person in people_of(state.segments[id_], state.rundown):
                found.setdefault(person.id, (person, id_))
    return tuple(found.values())


def presence_fact(snapshot: Snapshot) -> Fact | None:
    """The check's own line for the people; None where nobody is waited for."""
    wanted, ready = _counted(snapshot)
    if not wanted:
        return None
    words = f"{ready} of {wanted} ready"
    if ready == wanted:
        return Fact("People present", words, Tone.FINE)
    if not snapshot.state.people:
        below = f"Nobody was marked: {key_of(Wish.GREEN_ROOM)} opens the green room."
        return Fact("People present", words, Tone.WATCH, below)
    gone = [row.person.name for row in _wanted(snapshot) if row.readiness is not Readiness.READY]
    more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
    return Fact("People present", words, Tone.WATCH, f"Not ready: {', '.join(gone[:_NAMED])}{more}")


def _wanted(snapshot: Snapshot) -> list[PersonRow]:
    """Those who have to be there for something that is to come, who is on first before the others."""
    rows = [snapshot.person(id_) for id_ in snapshot.rundown.people]
    waited_for = [(row.on_at, number, row) for number, row in enumerate(rows) if row.on_at is not None]
    return [row for _, _, row in sorted(waited_for, key=lambda each: each[:2])]


def _counted(snapshot: Snapshot) -> tuple[int, int]:
    """How many are waited for, and how many of them are ready."""
    wanted = _wanted(snapshot)
    return len(wanted), sum(row.readiness is Readiness.READY for row in wanted)


def _fact(snapshot: Snapshot, person: Person, at: WallInstant) -> Fact:
    right, tone, mark = _stands(snapshot, person)
    home = snapshot.rundown.event.timezone
    # Where a recording speaks, the time where the person sits is of no use to anybody.
    there = timecode.local_time(at, person.timezone, home) if person.timezone and right != _RECORDED else None
    on_at = f"on at {timecode.hour_minute(at, home)}"
    below = " · ".join(filter(None, (on_at, there, affiliation(person), person.joins)))
    return Fact(person.name, right, tone, below, mark=mark)


def _stands(snapshot: Snapshot, person: Person) -> tuple[str, Tone, Shape | None]:
    """A word, a colour and a mark. As long as nobody was marked in this run, nothing is known: no red."""
    if person.id not in snapshot.rundown.people:
        return "", Tone.PLAIN, None
    row = snapshot.person(person.id)
    if row.is_recorded:
        return _RECORDED, Tone.PLAIN, None
    if not snapshot.state.people:
        return "not marked", Tone.PLAIN, None
    on_the_way = row.readiness in (Readiness.HERE, Readiness.CHECKED)
    return row.readiness.words, _TONES[row.readiness], Shape.HALF_DISC if on_the_way else None
