"""What a journal says of a run beside its events: which show, in which mode, when, by which console."""

import json
import zlib
from datetime import datetime, timedelta
from typing import Any

from ssc_console import timecode
from ssc_console.clock import ClockAnchor
from ssc_console.show.events import Event, RunDeclared
from ssc_console.show.instants import ShowInstant
from ssc_console.show.value import value

LIVE, REHEARSAL = "live", "rehearsal"
LETTERS = {LIVE: "L", REHEARSAL: "R"}
"""Before a run's number: together they name it, as in L3 or R12."""


@value(kw_only=True)
class RunInfo:
    """One run.

    Attributes:
        uid: Never the same for two runs, on whatever machine.
        mode: ``live`` or ``rehearsal``.
        opened: When it was really opened, by the wall clock; of a rehearsal too.
        title: Of the event; `timezone`: the event's own.
        agenda: The file that the rundown was read from.
        version: Of the console.
        clock: Where the show clock stood as the run was opened, so that a restart can go on with it.
    """

    uid: str
    mode: str
    opened: datetime
    title: str
    timezone: str
    agenda: str
    version: str
    clock: ClockAnchor


@value(kw_only=True)
class RunSummary:
    """A line of the list of runs.

    Attributes:
        name: As a person types it: L3, R12.
        events: How many there are, the opening included.
        started: It was on air at some time.
        ended: The show's end is in force.
        is_rehearsal: It is a live run of which a person said that it is only a rehearsal.
        latest: The instant of the latest event, as the wall clock showed it.
    """

    name: str
    info: RunInfo
    events: int
    started: bool
    ended: bool
    latest: datetime
    is_rehearsal: bool = False

    @property
    def mode(self) -> str:
        """What it was: ``live`` or ``rehearsal``."""
        return REHEARSAL if self.is_rehearsal else self.info.mode

    @property
    def worthwhile(self) -> bool:
        """More happened in it than that it was opened."""
        return self.events > 1


@value(kw_only=True)
class KeptRun:
    """A run as it was read back.

    Attributes:
        events: In order, the opening first, as far as they can be read.
        flaw: Why the rest can't be read; None: there is no rest.
    """

    name: str
    info: RunInfo
    events: tuple[Event, ...]
    flaw: str | None = None

    @property
    def mode(self) -> str:
        """What it was: ``live`` or ``rehearsal``, by what a person said of it last."""
        said = [event.fact.is_rehearsal for event in self.events if isinstance(event.fact, RunDeclared)]
        return REHEARSAL if said and said[-1] else self.info.mode


def checksum(record: str) -> int:
    """Kept beside a record: a database notices a page that is torn, but not a letter that has changed."""
    return zlib.crc32(record.encode())


def row_of(info: RunInfo) -> dict[str, Any]:
    """As it stands in the table of runs."""
    clock = info.clock
    kept = {
        "boot": clock.boot,
        "reading_us": clock.reading // timedelta(microseconds=1),
        "show": timecode.rfc3339(clock.show, "UTC"),
    }
    return {
        "uid": info.uid,
        "mode": info.mode,
        "opened": timecode.rfc3339(info.opened, info.timezone),
        "title": info.title,
        "timezone": info.timezone,
        "agenda": info.agenda,
        "version": info.version,
        "clock": json.dumps(kept),
    }


def info_of(row: dict[str, Any]) -> RunInfo:
    """From the table of runs."""
    kept = json.loads(row["clock"])
    clock = ClockAnchor(
        boot=kept["boot"],
        reading=timedelta(microseconds=kept["reading_us"]),
        show=ShowInstant(timecode.parse_rfc3339(kept["show"])),
    )
    return RunInfo(
        uid=row["uid"],
        mode=row["mode"],
        opened=timecode.parse_rfc3339(row["opened"]),
        title=row["title"],
        timezone=row["timezone"],
        agenda=row["agenda"],
        version=row["version"],
        clock=clock,
    )
