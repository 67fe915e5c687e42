"""Who has a journal: one console at a time runs a live show, and the next one is told which.

The owner holds a transaction open on a small database beside the journal. The system ends it with the
process, however that dies, so nothing stale is ever left; and everybody else can still read who it is.
"""

import os
import socket
import sqlite3
from datetime import datetime
from pathlib import Path

from ssc_console import timecode
from ssc_console.show.value import value


@value(kw_only=True)
class Owner:
    """The console that has a journal.

    Attributes:
        process: 0: it is not known which, only that there is one.
        since: When it took it, by the wall clock.
    """

    process: int
    machine: str
    since: datetime

    @property
    def words(self) -> str:
        """As a person can find it."""
        if not self.process:
            return "another console"
        here = "" if self.machine == socket.gethostname() else f" on {self.machine}"
        return f"the console with process number {self.process}{here}"


class Ownership:
    """Held until it is let go, or the process is gone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def let_go(self) -> None:
        """Let another console have the journal."""
        self._connection.close()


_A_MOMENT = 0.05
"""Seconds: somebody who only looks whether a journal is free has it for much less."""


def owner_of(journal: Path, now: datetime) -> Owner | None:
    """Who has a journal, without taking it; None: nobody, or the disk does not let anybody say."""
    path = _beside(journal)
    if not os.path.isfile(path):  # a disk that does not let anybody look raises nothing here
        return None
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.Error:
        return None
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as why:
        return _who(connection, now) if "locked" in str(why) else None
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return None


def _beside(journal: Path) -> Path:
    return journal.with_name(journal.name + ".owner")


def take(journal: Path, now: datetime) -> Ownership | Owner | None:
    """Take a journal, or find out who has it; None: the disk does not let anybody say, so nobody is asked."""
    path = _beside(journal)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_A_MOMENT, isolation_level=None)
    except (sqlite3.Error, OSError):
        return None
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS owner (process INTEGER, machine TEXT, since TEXT)")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM owner")
        me = (os.getpid(), socket.gethostname(), timecode.rfc3339(now, "UTC"))
        connection.execute("INSERT INTO owner VALUES (?, ?, ?)", me)
        connection.execute("COMMIT")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as why:
        found = _who(connection, now) if "locked" in str(why) else None
        connection.close()
        return found
    except sqlite3.DatabaseError:
        connection.close()
        return take(journal, now) if _is_removed(path) else None
    return Ownership(connection)


def _is_removed(path: Path) -> bool:
    """Whether a damaged file is out of the way: it only says who, and such a one says nothing."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _who(connection: sqlite3.Connection, now: datetime) -> Owner:
    """Who holds it; that somebody does is known, even where nothing says who."""
    try:
        row = connection.execute("SELECT process, machine, since FROM owner").fetchone()
        return Owner(process=row[0], machine=row[1], since=timecode.parse_rfc3339(row[2]))
    except (sqlite3.Error, TypeError, ValueError):
        return Owner(process=0, machine="", since=now)
