"""What was written into the agenda, line by line, and where the version before is."""

from pathlib import Path

from ssc_console.agenda.keep import Kept
from ssc_console.reports.run_words import count


def kept_text(kept: Kept, path: Path) -> str:
    """``agenda.yaml:217: “testimonial-china”: 2:30 is now 3:10``, a line each."""
    if not kept.edits:
        return f"{path} has these durations already: nothing was written.\n"
    lines = [f"{path}:{each.line}: “{each.segment}”: {each.old} is now {each.new}" for each in kept.edits]
    where = f" The version before is {kept.previous.name}, beside it." if kept.previous is not None else ""
    lines.append(f"{count(len(kept.edits), 'duration')} changed, and nothing else.{where}")
    return "\n".join(lines) + "\n"
