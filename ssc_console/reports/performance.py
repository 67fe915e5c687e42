"""A scripted rehearsal for people: what each read showed, what was refused, and how it ended."""

from ssc_console import timecode
from ssc_console.show.instants import ZERO
from ssc_console.show.snapshot import Snapshot
from ssc_console.simulate import Performance


def performance_text(performance: Performance) -> str:
    """A line a read, then the refusals, then the verdict at the script's end."""
    lines = [_read(snapshot) for snapshot in performance.reads]
    lines += [f"line {each.line}: {each.command} was refused. {each.reason}" for each in performance.refused]
    lines.append(_verdict(performance.final))
    return "\n".join(lines) + "\n"


def _read(snapshot: Snapshot) -> str:
    clock = timecode.clock(snapshot.wall_now, snapshot.rundown.event.timezone)
    figures = snapshot.on_air
    if figures is None:
        return f"{clock}  {snapshot.status.value:8}  {_verdict(snapshot)}"
    shown = timecode.countdown(figures.remaining)
    return f"{clock}  {figures.phase.value:8}  {shown:>7}  {figures.segment.title}  ({_verdict(snapshot)})"


def _verdict(snapshot: Snapshot) -> str:
    zone = snapshot.rundown.event.timezone
    ends = timecode.clock(snapshot.projected_end, zone)
    spare = timecode.by_the_clock(snapshot.projected_end, snapshot.rundown.event.hard_out)
    verb = "ended" if snapshot.ended_at is not None else "ends"
    if spare < ZERO:
        return f"{verb} {ends}, {timecode.span(-spare)} past the hard out"
    return f"{verb} {ends}, {timecode.span(spare)} spare"
