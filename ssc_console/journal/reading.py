"""Reading runs back: the list of them, and one of them with all of its events that can be read."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ssc_console import timecode
from ssc_console.journal.file import DECLARED, TURNS, DamagedJournal, JournalProblem, reading
from ssc_console.journal.run import LETTERS, KeptRun, RunInfo, RunSummary, checksum, info_of
from ssc_console.records import UnreadableRecord, event_of
from ssc_console.show.events import Event


class NoSuchRun(JournalProblem):
    """A journal does not have the run that was asked for."""

    def __init__(self, path: Path, number: int | None) -> None:
        which = "run yet" if number is None else f"run {number}"
        super().__init__(f"{path} has no {which}. `ssc-console runs` lists those there are.")


class NothingKept(JournalProblem):
    """There is no journal: nothing was ever kept in that place.

    Attributes:
        path: Where it would be.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"No run is kept in {path}: there is no such file.")
        self.path = path


def summaries(path: Path) -> tuple[RunSummary, ...]:
    """The runs of a journal, newest first; none if there is no such file.

    Costs by the number of runs, not of events.

    Raises:
        JournalProblem: The journal can't be used.
    """
    if not _is_there(path):
        return ()
    with reading(path) as connection:
        runs = _rows(connection, "SELECT * FROM runs ORDER BY number DESC")
        turns, rehearsed = _turns(connection), _rehearsed(connection)
        return tuple(
            _summary(connection, path, row, turns.get(row["number"], ()), rehearsed.get(row["number"], False))
            for row in runs
        )


def numbers(path: Path) -> tuple[int, ...]:
    """The numbers of a journal's runs, newest first; none if there is no such file.

    Raises:
        JournalProblem: The journal can't be used.
    """
    if not _is_there(path):
        return ()
    with reading(path) as connection:
        return tuple(
            number for (number,) in connection.execute("SELECT number FROM runs ORDER BY number DESC")
        )


def read_run(path: Path, number: int | None = None) -> KeptRun:
    """One run with its events; without a number, the newest.

    A record that can't be read ends the run there: what comes before it is a run all the same.

    Raises:
        JournalProblem: The journal can't be used, or has no such run, or not even its opening can be read.
        NothingKept: There is no journal.
    """
    if not _is_there(path):
        raise NothingKept(path)
    with reading(path) as connection:
        which = "number = ?" if number is not None else "? IS NULL ORDER BY number DESC LIMIT 1"
        rows = _rows(connection, f"SELECT * FROM runs WHERE {which}", number)
        for row in rows:
            events, flaw = _events(connection, row["number"], 0)
            if not events:
                raise DamagedJournal(path, flaw or f"run {_name(row)} has no events")
            return KeptRun(name=_name(row), info=_info(path, row), events=events, flaw=flaw)
    raise NoSuchRun(path, number)


def events_since(path: Path, number: int, seq: int) -> tuple[Event, ...]:
    """The events of a run from that sequence number on: what somebody who looks on has not seen yet."""
    with reading(path) as connection:
        return _events(connection, number, seq)[0]


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # there may be runs: opening it says why they can't be read
    return True


def _rows(connection: sqlite3.Connection, query: str, *given: Any) -> list[dict[str, Any]]:
    cursor = connection.execute(query, given)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _name(row: dict[str, Any]) -> str:
    return f"{LETTERS.get(row['mode'], '')}{row['number']}"


def _info(path: Path, row: dict[str, Any]) -> RunInfo:
    try:
        return info_of(row)
    except (KeyError, TypeError, ValueError) as why:
        raise DamagedJournal(path, f"what it says of run {row['number']} can't be read: {why}") from why


def _turns(connection: sqlite3.Connection, number: int | None = None) -> dict[int, list[tuple[str, str]]]:
    """By run: the events that say whether it was started and is over, in order."""
    of_one = "" if number is None else f" AND run = {number}"
    found: dict[int, list[tuple[str, str]]] = {}
    query = f"SELECT run, type, record FROM events WHERE {TURNS}{of_one} ORDER BY run, seq"
    for run, kind, record in connection.execute(query):
        found.setdefault(run, []).append((kind, record))
    return found


def _rehearsed(connection: sqlite3.Connection) -> dict[int, bool]:
    """By run, where a person said so: whether it is only a rehearsal."""
    query = f"SELECT run, record FROM events WHERE {DECLARED} ORDER BY run, seq"
    found: dict[int, bool] = {}
    for run, record in connection.execute(query):
        try:
            found[run] = bool(json.loads(record)["is_rehearsal"])
        except (KeyError, TypeError, ValueError):
            continue  # reading the run itself will say that it is damaged
    return found


def _summary(
    connection: sqlite3.Connection,
    path: Path,
    row: dict[str, Any],
    turns: Sequence[tuple[str, str]],
    is_rehearsal: bool,
) -> RunSummary:
    info = _info(path, row)
    query = "SELECT seq, record FROM events WHERE run = ? ORDER BY seq DESC LIMIT 1"
    seq, record = next(iter(connection.execute(query, (row["number"],))), (-1, "{}"))
    if not isinstance(seq, int):
        raise DamagedJournal(path, f"it has an event without a number in {_name(row)}")
    latest = _wall_of(record)
    return RunSummary(
        name=_name(row),
        info=info,
        events=seq + 1,
        started=any(kind == "segment_taken" for kind, _ in turns),
        ended=_is_over(turns),
        is_rehearsal=is_rehearsal,
        latest=info.opened if latest is None else latest,
    )


def _wall_of(record: str) -> Any:
    try:
        plain = json.loads(record)
        return timecode.parse_rfc3339(plain["at"]) + timecode.from_milliseconds(plain["wall_offset_ms"])
    except (KeyError, TypeError, ValueError):
        return None  # reading the run itself will say that it is damaged


def _is_over(turns: Iterable[tuple[str, str]]) -> bool:
    """Whether an end is in force: made, and not taken back."""
    ends: dict[int, bool] = {}
    for kind, record in turns:
        if kind == "segment_taken":
            continue
        try:
            plain = json.loads(record)
            if kind == "show_ended":
                ends[plain["command"]] = True
            elif plain["target"] in ends:
                ends[plain["target"]] = kind == "redone"
        except (KeyError, TypeError, ValueError):
            continue  # reading the run itself will say that it is damaged
    return any(ends.values())


def _events(connection: sqlite3.Connection, run: int, since: int) -> tuple[tuple[Event, ...], str | None]:
    events: list[Event] = []
    query = "SELECT seq, record, crc FROM events WHERE run = ? AND seq >= ? ORDER BY seq"
    for seq, record, crc in connection.execute(query, (run, since)):
        expected = since + len(events)
        if seq != expected:
            return tuple(events), f"event {expected} is missing"
        try:
            if checksum(record) != crc:
                return tuple(events), f"event {seq} is not as it was written"
            event = event_of(json.loads(record))
        except (UnreadableRecord, ValueError, AttributeError) as why:
            return tuple(events), f"event {seq} can't be read: {why}"
        events.append(event)
    return tuple(events), None
