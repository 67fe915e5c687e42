"""What a person should be told about the figures of one segment, though each of them can be read."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.syntax import Node, SequenceNode
from ssc_console.agenda.tree import Entry
from ssc_console.show.instants import ZERO
from ssc_console.show.one_line import LONGEST_MESSAGE
from ssc_console.show.rundown import EventInfo, Segment
from ssc_console.show.thresholds import USUAL, thresholds

LONG = timedelta(hours=1)
"""Stands for a segment long enough for the usual thresholds."""


def check_event_thresholds(found: Findings, entry: Entry) -> None:
    """Notes a red threshold of the event above its amber one."""
    own = entry.values
    _compare(found, entry, own.get("warning", USUAL.warning), own.get("wrap_up", USUAL.wrap_up))


def check_thresholds(found: Findings, entry: Entry, event: EventInfo, segment: Segment) -> None:
    """Notes a red threshold above the amber one where the segment gives one of them."""
    warning, wrap_up = thresholds(event, segment, segment.duration or LONG)
    if warning is not None and wrap_up is not None:
        _compare(found, entry, warning, wrap_up)


def _compare(found: Findings, entry: Entry, warning: timedelta, wrap_up: timedelta) -> None:
    own = entry.values
    if wrap_up <= warning or ("warning" not in own and "wrap_up" not in own):
        return
    place = entry.nodes["wrap_up" if "wrap_up" in own else "warning"]
    message = (
        f"Red would come {timecode.span(wrap_up)} before the end, and amber only {timecode.span(warning)}"
    )
    hint = "Make `wrap_up` shorter than `warning`" if "wrap_up" in own else "Write a shorter `wrap_up:`, too"
    found.add("AG314", place, message, hint)


def check_lines(found: Findings, entry: Entry) -> None:
    """Notes lines to the speaker that are too long for the speaker's display."""
    for key in ("messages", "wrap_up_message"):
        given = entry.values.get(key, ())
        lines = (given,) if isinstance(given, str) else given
        node = entry.nodes.get(key)
        items = node.value if isinstance(node, SequenceNode) else [node]
        for place, words in zip(
            items if len(items) == len(lines) else [node] * len(lines), lines, strict=True
        ):
            check_line(found, place, words)


def check_line(found: Findings, node: Node, words: str) -> None:
    """Notes a line to the speaker that is too long for the speaker's display."""
    if len(words) > LONGEST_MESSAGE:
        message = f"{quoted(words)} has {len(words)} characters: a speaker reads {LONGEST_MESSAGE} at most"
        found.add("AG328", node, message, "Make it shorter: the desk can't show it as it is")


def check_lengths(found: Findings, entry: Entry, duration: timedelta | None) -> None:
    """Notes a segment of no time, and one whose shortest duration is longer than the planned one."""
    planned = entry.values.get("duration")
    if planned == ZERO:
        hint = "Write its length, or delete the segment"
        found.add("AG313", entry.nodes["duration"], "This segment has no time at all", hint)
    shortest: timedelta | None = entry.values.get("min_duration")
    if shortest is None or duration is None or not duration or shortest <= duration:
        return
    message = f"The shortest duration is longer than the planned one, {timecode.span(duration)}"
    found.add("AG315", entry.nodes["min_duration"], message, "Make it shorter, or delete it")
