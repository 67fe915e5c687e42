"""What a person should be told about the figures of one segment, though each of them can be read."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.agenda.problems import Findings
from ssc_console.agenda.tree import Entry
from ssc_console.show.instants import ZERO
from ssc_console.show.rundown import Kind
from ssc_console.show.thresholds import WARNING, WRAP_UP


def check_thresholds(found: Findings, entry: Entry, event: Entry | None) -> None:
    """Notes a red threshold above the amber one: the segment's own, else the event's, else the usual ones.

    Args:
        event: None if the entry is the event itself.
    """
    own = entry.values
    inherited = event.values if event is not None and own.get("kind") is not Kind.VIDEO else {}
    warning: timedelta = own.get("warning", inherited.get("warning", WARNING))
    wrap_up: timedelta = own.get("wrap_up", inherited.get("wrap_up", min(WRAP_UP, warning)))
    if wrap_up <= warning or ("warning" not in own and "wrap_up" not in own):
        return
    place = entry.nodes["wrap_up" if "wrap_up" in own else "warning"]
    message = (
        f"Red would come {timecode.span(wrap_up)} before the end, and amber only {timecode.span(warning)}"
    )
    found.add("AG314", place, message, "Make `wrap_up` shorter than `warning`")


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
