"""What `ssc-console check` and `ssc-console schema` print: as text for a person, as JSON for a program."""

import json
from os import PathLike
from typing import Any

from ssc_console import timecode
from ssc_console.agenda.loaded import Loaded
from ssc_console.agenda.problems import Problem, Severity, render
from ssc_console.agenda.schema import schema
from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.plan import buffer, planned_timeline
from ssc_console.show.rundown import Rundown


def check_text(loaded: Loaded, path: PathLike[str] | str, colour: bool = False, strict: bool = False) -> str:
    """Every problem with its place, the ids that were made, and the plan in a line.

    Args:
        strict: Warnings count as errors.
    """
    parts = [render(each, path, colour, _severity(each, strict)) for each in loaded.problems]
    rundown = loaded.rundown
    if rundown is None:
        return "\n".join([*parts, _counted(loaded, strict)]) + "\n"
    if loaded.made_ids:
        parts.append("Ids made from titles (write `id:` to keep one when its title is edited):")
        parts += [f"  {made}  {rundown.by_id[made].title}" for made in loaded.made_ids]
    parts += [*_gaps(rundown), _plan_in_a_line(rundown), _counted(loaded, strict)]
    return "\n".join(part for part in parts if part) + "\n"


def check_json(loaded: Loaded, path: PathLike[str] | str, strict: bool = False) -> dict[str, Any]:
    """The object of `check --json`, as docs/interfaces.md has it; `strict`: warnings count as errors."""
    return {
        "ok": all(_severity(each, strict) is not Severity.ERROR for each in loaded.problems),
        "problems": [
            {
                "code": each.code,
                "severity": _severity(each, strict).value,
                "line": each.line,
                "column": each.column,
                "message": each.message,
                "hint": each.hint,
            }
            for each in loaded.problems
        ],
        "plan": None if loaded.rundown is None else _plan(loaded.rundown),
    }


def schema_json() -> str:
    """The JSON Schema of agenda.yaml, for editors."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _plan(rundown: Rundown) -> dict[str, Any]:
    zone = rundown.event.timezone
    return {
        "start": timecode.rfc3339_seconds(rundown.event.start, zone),
        "end": timecode.rfc3339_seconds(planned_timeline(rundown)[-1].planned_end, zone),
        "hard_out": timecode.rfc3339_seconds(rundown.event.hard_out, zone),
        "buffer_ms": timecode.milliseconds(buffer(rundown)),
        "segments": len(rundown.segments),
    }


def _plan_in_a_line(rundown: Rundown) -> str:
    zone, spare = rundown.event.timezone, buffer(rundown)
    ends = planned_timeline(rundown)[-1].planned_end
    segments = len(rundown.segments)
    verdict = f"{timecode.span(spare)} to spare" if spare >= ZERO else f"{timecode.span(-spare)} too long"
    return (
        f"{timecode.day(rundown.event.start, zone)}, {timecode.place(zone)}: "
        f"{segments} segment{'' if segments == 1 else 's'}, {timecode.clock(rundown.event.start, zone)} to "
        f"{timecode.clock(ends, zone)}, hard out {timecode.clock(rundown.event.hard_out, zone)}: {verdict}."
    )


def _gaps(rundown: Rundown) -> list[str]:
    """A line for each gap that a fixed start leaves in the plan."""
    zone = rundown.event.timezone
    lines, before = [], rundown.event.start
    for segment, times in zip(rundown.segments, planned_timeline(rundown), strict=True):
        if times.planned_start > before:
            lines.append(_gap(before, times.planned_start, segment.title, zone))
        before = times.planned_end
    return lines


def _gap(before: WallInstant, after: WallInstant, title: str, zone: str) -> str:
    length = timecode.span(after - before)
    return (
        f"Gap of {length} before “{title}”: {timecode.clock(before, zone)} to {timecode.clock(after, zone)}."
    )


def _severity(problem: Problem, strict: bool) -> Severity:
    return Severity.ERROR if strict else problem.severity


def _counted(loaded: Loaded, strict: bool) -> str:
    errors = sum(_severity(problem, strict) is Severity.ERROR for problem in loaded.problems)
    counts = ((errors, "error"), (len(loaded.problems) - errors, "warning"))
    said = " and ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)
    if errors and loaded.rundown is not None:
        return f"{said}, as --strict counts; without it the agenda can be used."
    if errors:
        return f"{said}: the agenda cannot be used yet."
    return f"{said}: the agenda can be used." if said else "The agenda is fine."
