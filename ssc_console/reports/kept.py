"""Which durations to write into the agenda, and what was written: line by line, with the version before."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from ssc_console import timecode
from ssc_console.agenda.edits import CannotKeep
from ssc_console.agenda.keep import Kept
from ssc_console.reports.compare import only_pressed, suggested
from ssc_console.reports.run_words import count
from ssc_console.show.rehearsed import Rehearsals


def chosen(found: Rehearsals, wanted: Sequence[str] = ()) -> dict[str, timedelta]:
    """The durations that a person chose, by segment.

    Args:
        wanted: Each ``ID``, for what is suggested for it, or ``ID=3:10``; none: all that is suggested and was
            spoken.

    Raises:
        CannotKeep: One of them can't be read, or nothing is suggested for it.
    """
    if not wanted:
        return suggested(found)
    return dict(_chosen(found, each) for each in wanted)


def _chosen(found: Rehearsals, wanted: str) -> tuple[str, timedelta]:
    segment, given, figure = wanted.partition("=")
    if given:
        try:
            return segment, timecode.parse_duration(figure)
        except timecode.NotATime as why:
            raise CannotKeep(f"{segment}: {why}.") from None
    row = next((each for each in found.rows if each.segment.id == segment), None)
    if row is None:
        raise CannotKeep(f"The agenda has no segment “{segment}”: compare lists them.")
    if row.suggested is None:
        raise CannotKeep(f"“{segment}” was never rehearsed: give it a time yourself, as in {segment}=3:10.")
    return segment, row.suggested


def left_out_words(found: Rehearsals) -> str:
    """What is suggested, but not kept unless it is named; empty: nothing."""
    left = only_pressed(found)
    if not left:
        return ""
    those = f"{count(len(left), 'segment')} only pressed on a fast clock, never spoken, and left out"
    return f"{those}: {', '.join(left)}. Name those that you want all the same."


def kept_text(kept: Kept, path: Path) -> str:
    """``agenda.yaml:217: “testimonial-china”: 2:30 is now 3:10``, a line each."""
    if not kept.edits:
        return f"{path} has these durations already: nothing was written.\n"
    lines = [f"{path}:{each.line}: “{each.segment}”: {each.old} is now {each.new}" for each in kept.edits]
    where = f" The version before is {kept.previous.name}, beside it." if kept.previous is not None else ""
    lines.append(f"{count(len(kept.edits), 'duration')} changed, and nothing else.{where}")
    return "\n".join(lines) + "\n"
