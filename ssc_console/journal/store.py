"""The present run on the disk: what has happened and is not there yet is put there, in one go or not at all.

Used by one thread. A file that went missing under it is made anew, and the whole run is put into it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ssc_console.journal.file import DamagedJournal, connect, damage_named, set_aside, transaction
from ssc_console.journal.run import RunInfo, checksum, row_of
from ssc_console.records import event_record
from ssc_console.show.events import Event

_INSERT_RUN = (
    "INSERT OR IGNORE INTO runs (uid, mode, opened, title, timezone, agenda, version, clock) "
    "VALUES (:uid, :mode, :opened, :title, :timezone, :agenda, :version, :clock)"
)
_INSERT_EVENT = "INSERT OR IGNORE INTO events (run, seq, type, record, crc) VALUES (?, ?, ?, ?, ?)"


class Store:
    """Where one run at a time is kept.

    Attributes:
        set_aside: The latest damaged journal that was put aside, under its new name.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """`now` names what is set aside."""
        self.path = path
        self.set_aside: Path | None = None
        self._now = now
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._number: int | None = None
        self._info: RunInfo | None = None

    def put(self, info: RunInfo, events: Sequence[Event], kept: int) -> None:
        """Have all these events of a run on the disk, where the first `kept` already are if all is well.

        Raises:
            sqlite3.Error, OSError, JournalProblem: They are not there; try again later.
        """
        try:
            self._put(info, events, kept)
        except DamagedJournal:
            self.close()
            self.set_aside = set_aside(self.path, self._now().strftime("%Y%m%d-%H%M%S"))
            self._put(info, events, kept)
        except BaseException:
            self.close()  # the next try begins with a fresh look at the disk
            raise

    def _put(self, info: RunInfo, events: Sequence[Event], kept: int) -> None:
        if self._connection is not None and self._identity() != self._file:
            self.close()
        if self._connection is None:
            self._connection = connect(self.path)
            self._file = self._identity()
        connection = self._connection
        with damage_named(self.path), transaction(connection):
            if self._number is None or info is not self._info:
                connection.execute(_INSERT_RUN, row_of(info))
                query = "SELECT number FROM runs WHERE uid = ?"
                (self._number,) = connection.execute(query, (info.uid,)).fetchone()
                self._info, kept = info, 0
            connection.executemany(_INSERT_EVENT, self._rows(events[kept:], info.timezone))

    def _rows(self, events: Sequence[Event], zone: str) -> Iterator[tuple[int | None, int, str, str, int]]:
        for event in events:
            record = event_record(event, zone)
            text = json.dumps(record, ensure_ascii=False)
            yield self._number, event.seq, record["type"], text, checksum(text)

    def _identity(self) -> tuple[int, int] | None:
        """Which file it is: another one of the same name is not ours."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def make_safe(self) -> None:
        """Let what was put be on the disk itself, not only in the system's memory."""
        if self._connection is not None:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._file = self._number = self._info = None
