"""The green room on the desk: where everybody stands, when they are on, and the call that can be copied."""

import os

from ssc_console import timecode
from ssc_console.desk.billing import affiliation, called
from ssc_console.desk.board import Act, Copy, Line, Order, Page
from ssc_console.desk.calls import call_minutes, call_text, calls_due, calls_text, none_due
from ssc_console.desk.effects import effect_words
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.press import seen_show
from ssc_console.show.actions import Verb
from ssc_console.show.commands import Do, MarkPerson, Move, Take
from ssc_console.show.figures import PersonRow, SegmentState
from ssc_console.show.green_room import Level, Missing
from ssc_console.show.presence import Readiness
from ssc_console.show.snapshot import Snapshot

_NEXT = {
    Readiness.ABSENT: Readiness.HERE,
    Readiness.HERE: Readiness.CHECKED,
    Readiness.CHECKED: Readiness.READY,
    Readiness.DROPPED: Readiness.HERE,
}
_BEFORE = {
    Readiness.HERE: Readiness.ABSENT,
    Readiness.CHECKED: Readiness.HERE,
    Readiness.READY: Readiness.CHECKED,
}
_TONES = {
    Readiness.ABSENT: Tone.PLAIN,
    Readiness.HERE: Tone.WATCH,
    Readiness.CHECKED: Tone.WATCH,
    Readiness.READY: Tone.FINE,
    Readiness.DROPPED: Tone.WRONG,
}
_BUTTONS = {Readiness.HERE: "Here", Readiness.CHECKED: "Sound checked", Readiness.READY: "Ready"}


class GreenRoomBoard:
    """Remembers nothing: all of it is the show's."""

    def choose(self, what: str) -> None:
        """There is nothing to choose about the board itself."""

    def page(self, snapshot: Snapshot) -> Page:
        """What there is to see: those who are on next first."""
        rows = [snapshot.person(id_) for id_ in snapshot.rundown.people]
        wanted = sorted((row for row in rows if row.on_at is not None), key=lambda row: row.on_at or 0)
        rest = [row for row in rows if row.on_at is None and not row.is_recorded]
        recorded = [row for row in rows if row.is_recorded]
        note, tone = _verdict(snapshot, wanted)
        return Page(
            title="Green room",
            note=note,
            tone=tone,
            lines=(
                *_what_to_do(snapshot),
                *_group("ON NEXT", snapshot, wanted),
                *_group("NOT ON ANY MORE", snapshot, rest),
                *_group("ON A RECORDING", snapshot, recorded),
            ),
            others=(_all_calls(snapshot),) if wanted else (),
        )


def _verdict(snapshot: Snapshot, wanted: list[PersonRow]) -> tuple[str, Tone]:
    missing = snapshot.missing
    if missing is not None:
        return (
            f"{missing_words(snapshot, missing)}.",
            Tone.WRONG if missing.level is Level.RED else Tone.WATCH,
        )
    ready = sum(1 for row in wanted if row.readiness is Readiness.READY)
    if not wanted:
        return "Nobody is waited for.", Tone.PLAIN
    return f"{ready} of {len(wanted)} ready.", Tone.FINE if ready == len(wanted) else Tone.PLAIN


def missing_words(snapshot: Snapshot, missing: Missing) -> str:
    """Who stands in the way: ``Ms Hongtong is not here``, ``Ms Hongtong and 2 more are not ready``."""
    first = snapshot.person(missing.people[0])
    name = first.person.name
    if len(missing.people) > 1:
        return f"{name} and {len(missing.people) - 1} more are not ready"
    if first.readiness is Readiness.DROPPED:
        return f"{name} has dropped"
    if first.readiness is Readiness.ABSENT:
        return f"{name} is not here"
    return f"{name} is {first.readiness.words}, not ready"


# ---- what can be done


def _what_to_do(snapshot: Snapshot) -> tuple[Line, ...]:
    missing = snapshot.missing
    lines = [] if missing is None else [swap_line(snapshot, missing), fallback_line(snapshot, missing)]
    found = [each for each in lines if each is not None]
    return (Line("WHAT CAN BE DONE", heading=True), *found) if found else ()


def swap_line(snapshot: Snapshot, missing: Missing) -> Line | None:
    """The first later segment whose people are ready, moved before the one that can't begin."""
    if missing.swap is None:
        return None
    command = Move(missing.swap, missing.segment)
    name = called(snapshot.segment(missing.swap), snapshot.rundown)
    act = Act("Swap", Order(command, seen_show(snapshot)), f"Move {name} before it; undo takes it back")
    return Line(f"{name} next instead", "", Tone.PLAIN, effect_words(snapshot, command), (act,))


def fallback_line(snapshot: Snapshot, missing: Missing) -> Line | None:
    """What the agenda has for it: words, and perhaps a slate or another segment by one press."""
    if missing.instead is not None:
        return _another_segment(snapshot, missing, missing.instead)
    if missing.picture is not None:
        name = os.path.basename(missing.picture)
        order = Order(Do(f"{Verb.PICTURE.value}: {missing.picture}"))
        act = Act("Slate", order, f"Show {name} on the programme; “{Verb.CLEAR_PICTURE.value}” takes it away")
        return Line(missing.fallback or "Show the slate", "", Tone.PLAIN, f"shows {name}", (act,))
    if missing.fallback is None:
        return None
    return Line(missing.fallback, "", Tone.PLAIN, "as the agenda says")


def _another_segment(snapshot: Snapshot, missing: Missing, instead: str) -> Line:
    """Before the one that can't begin; if that is on air already, in its place at once."""
    on_air = snapshot.on_air is not None and snapshot.on_air.segment.id == missing.segment
    command = Take(instead) if on_air else Move(instead, missing.segment)
    name = called(snapshot.segment(instead), snapshot.rundown)
    tip = f"{'Take' if on_air else 'Move'} {name} {'at once' if on_air else 'before it'}; undo takes it back"
    act = Act("Instead", Order(command, seen_show(snapshot)), tip)
    words = missing.fallback or f"{name} {'now' if on_air else 'next'} instead"
    return Line(words, "", Tone.PLAIN, effect_words(snapshot, command), (act,))


# ---- people


def _group(heading: str, snapshot: Snapshot, rows: list[PersonRow]) -> tuple[Line, ...]:
    return (Line(heading, heading=True), *(_line(snapshot, row) for row in rows)) if rows else ()


def _line(snapshot: Snapshot, row: PersonRow) -> Line:
    zone = snapshot.rundown.event.timezone
    below = " · ".join(filter(None, (_when(snapshot, row), row.person.joins, affiliation(row.person))))
    since = f" {timecode.hour_minute(row.since, zone)}" if row.since is not None else ""
    acts = () if row.is_recorded else _marks(row)
    rest = () if row.is_recorded else (*_way_back(row), *_call(snapshot, row))
    right = "" if row.is_recorded else f"{row.readiness.words}{since}"
    return Line(row.person.name, right, _TONES[row.readiness], below, acts, rest)


def _marks(row: PersonRow) -> tuple[Act, ...]:
    def mark(words: str, readiness: Readiness) -> Act:
        return Act(
            words, Order(MarkPerson(row.person.id, readiness)), f"{row.person.name}: {readiness.words}"
        )

    further = _NEXT.get(row.readiness)
    return () if further is None else (mark(_BUTTONS[further], further),)


def _way_back(row: PersonRow) -> tuple[Act, ...]:
    back, name = _BEFORE.get(row.readiness), row.person.name
    acts = []
    if back is not None:
        acts.append(Act("Back", Order(MarkPerson(row.person.id, back)), f"{name}: {back.words}", "Left"))
    if row.readiness is not Readiness.DROPPED:
        dropped = MarkPerson(row.person.id, Readiness.DROPPED)
        acts.append(Act("Dropped", Order(dropped), f"{name}: dropped", "Del"))
    return tuple(acts)


def _when(snapshot: Snapshot, row: PersonRow) -> str:
    if row.on_at is None or row.segment is None:
        return ""
    if snapshot.row(row.segment).state is SegmentState.ON_AIR:
        return "on air"
    at = timecode.hour_minute(row.on_at, snapshot.rundown.event.timezone)
    return f"on at {at}"


def _all_calls(snapshot: Snapshot) -> Act:
    count = sum(map(len, calls_due(snapshot).values()))
    key = key_of(Wish.CALLS)
    if not count:
        return Act(f"No call is due · {key}", None, none_due(snapshot))
    words = "Copy the call" if count == 1 else f"Copy all {count} calls"
    text = calls_text(snapshot)
    return Act(f"{words} due now · {key}", Copy(text), f"For the meeting’s chat:\n{text}")


def _call(snapshot: Snapshot, row: PersonRow) -> tuple[Act, ...]:
    minutes = call_minutes(snapshot, row)
    if minutes is None:
        return ()
    text = call_text(snapshot, row, minutes)
    return (Act(f"Call {minutes} min", Copy(text), f"Copy the call: “{text}”", "Ctrl+C"),)
