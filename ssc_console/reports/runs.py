"""The list of runs: as text for people, as JSON for programs."""

from collections.abc import Sequence
from typing import Any

from ssc_console import timecode
from ssc_console.journal.run import RunSummary


def runs_text(runs: Sequence[RunSummary]) -> str:
    """A line a run, newest first."""
    if not runs:
        return "No run is kept yet: rehearse, or open the desk, and there will be one.\n"
    wide = max(len(run.name) for run in runs)
    return "".join(f"{run.name:<{wide}}  {_line(run)}\n" for run in runs)


def _line(run: RunSummary) -> str:
    info = run.info
    day, clock = (
        timecode.local_date(info.opened, info.timezone),
        timecode.hour_minute(info.opened, info.timezone),
    )
    return f"{day} {clock}  {run.mode:<9}  {_standing(run):<11}  {run.events:>4} events  {info.title}"


def _standing(run: RunSummary) -> str:
    if run.ended:
        return "ended"
    return "not ended" if run.started else "not started"


def runs_json(runs: Sequence[RunSummary]) -> list[dict[str, Any]]:
    """One object a run, newest first."""
    return [
        {
            "run": run.name,
            "uid": run.info.uid,
            "mode": run.mode,
            "opened": timecode.rfc3339(run.info.opened, run.info.timezone),
            "latest": timecode.rfc3339(run.latest, run.info.timezone),
            "started": run.started,
            "ended": run.ended,
            "events": run.events,
            "title": run.info.title,
            "timezone": run.info.timezone,
            "agenda": run.info.agenda,
            "version": run.info.version,
        }
        for run in runs
    ]
