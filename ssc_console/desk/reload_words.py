"""What is different in the agenda's file, in words: how many of each sort, and each change in a line."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.rundown_rows import Note, Tone
from ssc_console.look.shapes import Shape
from ssc_console.show.agenda_change import AgendaChange, ChangeKind, Difference, Subject
from ssc_console.show.agenda_reload import Firm
from ssc_console.show.rundown import Segment
from ssc_console.show.value import value

FIRM_WORDS = {
    Firm.AIRED: "was aired: it stays as it was",
    Firm.ON_AIR: "is on air: its clock and place stay",
    Firm.WAS_ON_AIR: "was on air: it stays in the record",
    Firm.STARTED: "the show has started: it stays",
}
_FIELDS = {
    "kind": "kind",
    "session": "session",
    "speakers": "speakers",
    "warning": "warning",
    "wrap_up": "wrap-up",
    "min_duration": "shortest time",
    "priority": "priority",
    "may_skip": "may be left out",
    "fallback": "fallback",
    "fallback_picture": "slate of the fallback",
    "fallback_segment": "segment of the fallback",
    "auto_advance": "automatic advance",
    "media": "video",
    "roll_by_hand": "rolls by hand",
    "at_end": "end of the video",
    "publication": "publication",
    "script": "script",
    "notes": "notes",
    "cues": "cues",
    "intro": "intro",
    "fixed_start": "start",
    "organisation": "organisation",
    "timezone": "time zone",
    "pronounce": "how to say it",
    "joins": "how they join",
    "name": "name",
    "title": "title",
}
_OF_THE_SHOW = {
    "title": "Title of the event",
    "timezone": "Time zone of the event",
    "date": "Date of the event",
    "start": "Start of the event",
    "hard_out": "Hard out",
    "warning": "Warning, for all",
    "wrap_up": "Wrap-up, for all",
    "cues": "Cues of the show",
}


@value
class ChangeWords:
    """One change in a line: what it is about, what becomes of it, and more; `more` is perhaps empty."""

    about: str
    what: str
    more: str = ""


def counted(changes: Iterable[AgendaChange]) -> str:
    """``2 retimed, 1 reworded``."""
    counts = Counter(change.name.kind for change in changes)
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in ChangeKind if counts[kind])


def change_words(found: Difference, change: AgendaChange) -> ChangeWords:
    """A change in a line."""
    return _SUBJECTS[change.name.subject](found, change)


def row_notes(found: Difference, changes: Iterable[AgendaChange]) -> dict[str, Note]:
    """What stands beside the rows of the rundown that would change."""
    notes: dict[str, Note] = {}
    for change in changes:
        name = change.name
        if name.subject is Subject.SEGMENT and name.kind in _ROWS and name.id not in notes:
            word = _ROWS[name.kind]
            if name.kind is ChangeKind.RETIMED:
                word = f"→ {_time(found.after.by_id[name.id], found)}"
            notes[name.id] = Note(word, Tone.AMBER, Shape.WARNING)
    return notes


_ROWS = {
    ChangeKind.REMOVED: "removed",
    ChangeKind.RETIMED: "retimed",
    ChangeKind.MOVED: "moves",
    ChangeKind.REWORDED: "reworded",
}


# ---- segments


def _of_a_segment(found: Difference, change: AgendaChange) -> ChangeWords:
    name = change.name
    rundown = found.before if name.kind is ChangeKind.REMOVED else found.after
    segment = rundown.by_id[name.id]
    return _KINDS[name.kind](found, change, segment)


def _about(segment: Segment, found: Difference) -> tuple[str, str]:
    """What it is called, and its title where that is another."""
    rundown = found.after if segment.id in found.after.by_id else found.before
    name = called(segment, rundown)
    return name, "" if name == segment.title else segment.title


def _time(segment: Segment, found: Difference) -> str:
    if segment.duration is not None:
        return timecode.span(segment.duration)
    zone = found.before.event.timezone
    return "" if segment.until is None else f"until {timecode.hour_minute(segment.until, zone)}"


def _where(segment: Segment, found: Difference) -> str:
    order = list(found.after.by_id)
    place = order.index(segment.id)
    return (
        f"after {called(found.after.by_id[order[place - 1]], found.after)}" if place else "at the beginning"
    )


def _added(found: Difference, _: AgendaChange, segment: Segment) -> ChangeWords:
    name, title = _about(segment, found)
    if any(each.id == segment.id for each in found.inserted):
        return ChangeWords(name, f"+ {_time(segment, found)}", "in place of what was put in on the desk")
    return ChangeWords(name, f"+ {_time(segment, found)}", _joined(title, _where(segment, found)))


def _removed(found: Difference, _: AgendaChange, segment: Segment) -> ChangeWords:
    name, title = _about(segment, found)
    return ChangeWords(name, f"{timecode.MINUS} {_time(segment, found)}", title)


def _moved(found: Difference, _: AgendaChange, segment: Segment) -> ChangeWords:
    return ChangeWords(_about(segment, found)[0], "moves", _where(segment, found))


def _retimed(found: Difference, change: AgendaChange, segment: Segment) -> ChangeWords:
    name, title = _about(segment, found)
    was = found.before.by_id[segment.id]
    parts = [_intro(was, segment)] if "intro" in change.fields else []
    parts += [_fixed(was, segment, found)] if "fixed_start" in change.fields else []
    if {"duration", "until"} & set(change.fields):
        return ChangeWords(name, f"{_time(was, found)} → {_time(segment, found)}", _joined(title, *parts))
    return ChangeWords(name, parts[0], _joined(title, *parts[1:]))


def _intro(was: Segment, now: Segment) -> str:
    return f"intro {timecode.span(was.intro)} → {timecode.span(now.intro)}"


def _fixed(was: Segment, now: Segment, found: Difference) -> str:
    zone = found.before.event.timezone
    before, after = (
        "free" if each.fixed_start is None else timecode.hour_minute(each.fixed_start, zone)
        for each in (was, now)
    )
    return f"start {before} → {after}"


def _reworded(found: Difference, change: AgendaChange, segment: Segment) -> ChangeWords:
    name, title = _about(segment, found)
    was = found.before.by_id[segment.id]
    if "title" in change.fields:
        title = f"was: {was.title}"
    return ChangeWords(name, _fields(change), title)


def _fields(change: AgendaChange) -> str:
    named = [_FIELDS.get(each, each.replace("_", " ")) for each in change.fields]
    return ", ".join(named) if len(named) < 4 else f"{', '.join(named[:2])} and {len(named) - 2} more"


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


_KINDS: dict[ChangeKind, Callable[[Difference, AgendaChange, Segment], ChangeWords]] = {
    ChangeKind.ADDED: _added,
    ChangeKind.REMOVED: _removed,
    ChangeKind.MOVED: _moved,
    ChangeKind.RETIMED: _retimed,
    ChangeKind.REWORDED: _reworded,
}


# ---- people, and the show as a whole


def _of_a_person(_: Difference, change: AgendaChange) -> ChangeWords:
    if change.name.kind is ChangeKind.REWORDED:
        return ChangeWords(change.title, _fields(change), "as a person of the agenda")
    return ChangeWords(change.title, f"person {change.name.kind.value}")


def _of_the_show(found: Difference, change: AgendaChange) -> ChangeWords:
    name, was, now = change.name.id, found.before.event, found.after.event
    about = _OF_THE_SHOW[name]
    if name in ("start", "hard_out"):
        times = (timecode.hour_minute(getattr(each, name), was.timezone) for each in (was, now))
        return ChangeWords(about, " → ".join(times))
    if name in ("warning", "wrap_up"):
        return ChangeWords(about, " → ".join(_usual(getattr(each, name)) for each in (was, now)))
    return ChangeWords(about, "changed", f"“{now.title}”" if name == "title" else "")


def _usual(span: timedelta | None) -> str:
    return "usual" if span is None else timecode.span(span)


_SUBJECTS: dict[Subject, Callable[[Difference, AgendaChange], ChangeWords]] = {
    Subject.SEGMENT: _of_a_segment,
    Subject.PERSON: _of_a_person,
    Subject.SHOW: _of_the_show,
}
