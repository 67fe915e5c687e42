"""Durations changed in an agenda: only the characters of the figures; all else is as staff wrote it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path

from ssc_console import timecode
from ssc_console.agenda.explain import LONGEST
from ssc_console.agenda.ids import Ids
from ssc_console.agenda.loading import parse
from ssc_console.agenda.problems import Findings, Problem, Severity, render
from ssc_console.agenda.source import decode
from ssc_console.agenda.syntax import Node, ScalarNode, compose
from ssc_console.agenda.tree import Entry, read_agenda
from ssc_console.agenda.values import MEDIA
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.value import value

_OF_A_MEDIA_FILE = {"AG317", "AG318"}
"""Errors that have nothing to do with the durations here: a media file that is not there, or not read."""


class CannotKeep(ValueError):
    """Nothing was changed; the text says why, and what to do: a sentence a line."""


@value
class Edit:
    """One figure that is changed. `line` counts from 1; `old` and `new` are what stands in the file."""

    segment: str
    line: int
    old: str
    new: str


@value
class Edited:
    """An agenda's bytes with the figures changed."""

    data: bytes
    edits: tuple[Edit, ...]


def with_durations(data: bytes, durations: Mapping[str, timedelta], path: Path) -> Edited:
    """The bytes of an agenda with these durations, by segment id; a part of a second counts as a whole one.

    Args:
        path: Where the agenda stands: its media files are looked for beside it.

    Raises:
        CannotKeep: One of them can't be written, or the agenda would not fit together any more.
    """
    text = _sound_text(data, path)
    root = compose(text)
    places = dict(_segments(root)) if root is not None else {}
    refusals: list[str] = []
    edits: list[tuple[int, int, Edit]] = []
    for segment, duration in durations.items():
        try:
            edit = _edit(text, places, segment, duration)
        except CannotKeep as why:
            refusals.append(str(why))
        else:
            edits += [edit] if edit is not None else []
    if refusals:
        raise CannotKeep("\n".join(refusals))
    edits.sort(key=lambda each: each[0])
    changed = data[: len(data) - len(text.encode())] + _replaced(text, edits).encode()
    found = tuple(edit for _, _, edit in edits)
    if found:
        _check(data, changed, found, path)
    return Edited(changed, found)


def _sound_text(data: bytes, path: Path) -> str:
    """The text of an agenda that can be loaded, without its byte-order mark."""
    errors = _errors(data, path)
    if errors:
        raise CannotKeep(f"{render(errors[0], path)}\nNothing was written: mend the agenda first.")
    return decode(data).text or ""


def _errors(data: bytes, path: Path) -> list[Problem]:
    problems = parse(data, path).problems
    return [
        each for each in problems if each.severity is Severity.ERROR and each.code not in _OF_A_MEDIA_FILE
    ]


def _segments(root: Node) -> Iterator[tuple[str, Entry]]:
    """The segments by their ids, as loading gives them out."""
    found = Findings()
    agenda = read_agenda(found, root)
    entries = [
        segment
        for session in agenda.values.get("sessions", ())
        for segment in session.values.get("segments", ())
    ]
    cues = [cue for entry in (*entries, agenda.values["event"]) for cue in entry.values.get("cues", ())]
    ids = Ids(found, [*entries, *cues])
    for entry in entries:
        yield ids.of_segment(entry), entry


def _edit(
    text: str, places: Mapping[str, Entry], segment: str, duration: timedelta
) -> tuple[int, int, Edit] | None:
    """Where one figure stands (from, to), and what it becomes; None: it says so already."""
    if segment not in places:
        near = get_close_matches(segment, list(places), n=1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise CannotKeep(f"The agenda has no segment “{segment}”.{hint}")
    if not ZERO < duration <= LONGEST:
        raise CannotKeep(f"“{segment}” can't be given that: more than 0:00 and at most 24 hours, please.")
    entry = places[segment]
    node = _figure(entry, segment)
    if _is_shared(node, places):
        raise CannotKeep(
            f"The duration of “{segment}” is an alias that other segments share: write it out in line "
            f"{node.start_mark.line + 1}."
        )
    whole = -(-duration // SECOND) * SECOND
    if entry.values["duration"] == whole:
        return None
    old: str = node.value.strip()
    start, end = node.start_mark.index, node.end_mark.index
    at = text.find(old, start, end)
    if at < 0 or text.find(old, at + 1, end) >= 0:
        raise CannotKeep(
            f"Line {node.start_mark.line + 1}: the duration of “{segment}” is written in a way that can't be "
            "changed here: write it as in 5:00."
        )
    line = node.start_mark.line + text.count("\n", start, at) + 1
    return at, at + len(old), Edit(segment, line, old, _written(whole, like=old))


def _figure(entry: Entry, segment: str) -> Node:
    if entry.has("until"):
        raise CannotKeep(f"“{segment}” lasts until a time of day: change its `until` in the agenda.")
    if entry.values.get("duration") == MEDIA:
        raise CannotKeep(f"“{segment}” is as long as its media file: write a figure for `media` first.")
    node = entry.nodes["duration"]
    if type(node) is not ScalarNode:
        raise CannotKeep(f"“{segment}” has no duration in one place: write it as in 5:00.")
    return node


def _is_shared(node: Node, places: Mapping[str, Entry]) -> bool:
    return sum(1 for each in places.values() if each.nodes.get("duration") is node) > 1


def _written(duration: timedelta, *, like: str) -> str:
    """In colons or in words, as the figure was written before."""
    if ":" in like:
        return timecode.span(duration)
    minutes, seconds = divmod(duration // SECOND, 60)
    hours, minutes = divmod(minutes, 60) if "h" in like or "m" not in like else (0, minutes)
    parts = ((hours, "h"), (minutes, "m"), (seconds, "s"))
    return " ".join(f"{count}{unit}" for count, unit in parts if count)


def _replaced(text: str, edits: list[tuple[int, int, Edit]]) -> str:
    parts, done = [], 0
    for start, end, edit in edits:
        parts += [text[done:start], edit.new]
        done = end
    return "".join([*parts, text[done:]])


def _check(before: bytes, after: bytes, edits: tuple[Edit, ...], path: Path) -> None:
    """That the new agenda can be loaded, and says what the old one said but for these figures."""
    errors = _errors(after, path)
    if errors:
        raise CannotKeep(
            f"With these durations the agenda would not fit together:\n{render(errors[0], path)}\n"
            "Nothing was written."
        )
    differences = [(old, new) for old, new in zip(_leaves(before), _leaves(after), strict=True) if old != new]
    if sorted(differences) != sorted((edit.old, edit.new) for edit in edits):
        raise CannotKeep("The figures stand in a way that can't be changed here: change them by hand.")


def _leaves(data: bytes) -> list[str]:
    """Every text of the file in order, keys and values."""
    found: list[str] = []
    left = [compose(decode(data).text or "")]
    while left:
        node = left.pop()
        if isinstance(node, ScalarNode):
            found.append(node.value.strip())
        elif node is not None:
            for child in node.value:
                left += child if isinstance(child, tuple) else (child,)
    return found


__all__ = ["CannotKeep", "Edit", "Edited", "with_durations"]
