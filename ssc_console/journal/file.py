"""The file that runs are kept in: SQLite, its tables, its version, and what becomes of one that is damaged.

A live run and a rehearsal never share a file. An exported run is a file of the same kind with one run in it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

VERSION = 1
"""Of the tables. A file of a later version is left alone."""

APPLICATION = 0x55_53_53_43
"""SQLite's `application_id`: a file that has another one is not ours."""

BUSY = 1.0
"""Seconds to wait for another console that is writing into the same file."""

TURNS = "type IN ('segment_taken', 'show_ended', 'undone', 'redone')"
"""Events that say whether a run was started and is over; there is an index of them."""
DECLARED = "type = 'run_declared'"
"""Events that say whether a run is only a rehearsal; likewise."""

_TABLES = f"""
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    mode TEXT NOT NULL,
    opened TEXT NOT NULL,
    title TEXT NOT NULL,
    timezone TEXT NOT NULL,
    agenda TEXT NOT NULL,
    version TEXT NOT NULL,
    clock TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS events (
    run INTEGER NOT NULL REFERENCES runs (number),
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    crc INTEGER NOT NULL,
    PRIMARY KEY (run, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS turns ON events (run, seq) WHERE {TURNS};
CREATE INDEX IF NOT EXISTS declared ON events (run, seq) WHERE {DECLARED};
PRAGMA user_version = {VERSION};
PRAGMA application_id = {APPLICATION};
"""


class JournalProblem(Exception):
    """A journal can't be used; the text is one sentence a person can act on."""


class NewerJournal(JournalProblem):
    """It was made by a console that knows more."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            f"{path} was written by a newer console (journal version {version}; this one knows {VERSION}). "
            "Use that console, or keep runs elsewhere with --journal DIR."
        )


class DamagedJournal(JournalProblem):
    """It is no journal, or not a whole one."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} is damaged ({why}).")


def connect(path: Path) -> sqlite3.Connection:
    """The file, made if it is missing, ready to be written.

    Raises:
        JournalProblem: It is newer, or damaged.
        sqlite3.OperationalError, OSError: The disk does not let it be used now.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY, isolation_level=None)
    with _closed_if_bad(connection, path):
        _prepare(connection, path)
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = _version_of(connection, path)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")  # the writer does it, when nobody waits
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    if not version:
        with transaction(connection):
            for statement in filter(None, map(str.strip, _TABLES.split(";"))):
                connection.execute(statement)


def _version_of(connection: sqlite3.Connection, path: Path) -> int:
    """0 for a file without a single table."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        if version or application or connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise DamagedJournal(path, "it is the database of another program")
        return 0
    if version > VERSION:
        raise NewerJournal(path, version)
    return int(version)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, only to be read.

    Raises:
        JournalProblem: It is newer, damaged, empty, or can't be opened.
    """

    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY)
        with _closed_if_bad(connection, path):
            if not _version_of(connection, path):
                raise DamagedJournal(path, "it is empty")
    except sqlite3.DatabaseError as why:
        raise JournalProblem(f"{path} can't be read ({why}). Check the name and the permissions.") from why
    with closing(connection):
        try:
            yield connection
        except sqlite3.DatabaseError as why:
            raise DamagedJournal(path, str(why)) from why  # whatever it is: it can't be read


@contextmanager
def _closed_if_bad(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    try:
        with damage_named(path):
            yield
    except (sqlite3.Error, JournalProblem):
        connection.close()
        raise


@contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Where SQLite finds that the file itself is bad (no fault of the moment), it is a `DamagedJournal`."""
    try:
        yield
    except sqlite3.DatabaseError as why:
        if getattr(why, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise DamagedJournal(path, str(why)) from why
        raise


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def set_aside(path: Path, stamp: str) -> Path:
    """Give a damaged journal another name, so that a new one can be begun; nothing of it is thrown away.

    Args:
        stamp: Told to the second, so that names differ.
    """
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    path.rename(aside)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside
