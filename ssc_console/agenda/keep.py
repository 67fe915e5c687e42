"""Chosen durations written into agenda.yaml, safely: whole or not at all, and the previous version kept.

The new file is written beside the old one, synced and renamed onto it, so that whoever reads the agenda at
that moment reads one or the other. If the file is not what it was when it was read, nothing is written.
"""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from ssc_console.agenda.edits import CannotKeep, Edit, with_durations
from ssc_console.agenda.problems import Problem
from ssc_console.agenda.source import read_bytes
from ssc_console.show.value import value


@value
class Kept:
    """What was written; without edits, nothing had to be.

    Attributes:
        previous: Where the version before stands; None: nothing was written.
    """

    edits: tuple[Edit, ...]
    previous: Path | None


def keep(path: Path, durations: Mapping[str, timedelta], as_read: bytes | None = None) -> Kept:
    """Write durations, by segment id, into an agenda.

    Args:
        as_read: The bytes that the durations were chosen on sight of; None: those that stand there now.

    Raises:
        CannotKeep: The file has changed, can't be written, or a duration does not fit; nothing was changed.
    """
    file = path.resolve()
    found = read_bytes(file)
    if isinstance(found, Problem):
        raise CannotKeep(f"{path}: {found.message}. {found.hint}")
    if as_read is not None and found != as_read:
        raise CannotKeep(_changed(path))
    edited = with_durations(found, durations, path)
    if not edited.edits:
        return Kept((), None)
    try:
        previous = _replace(file, found, edited.data)
    except OSError as why:
        raise CannotKeep(
            f"{path}: can't write: {why.strerror}. Nothing was changed: look at the folder's permissions."
        ) from None
    if previous is None:
        raise CannotKeep(_changed(path))
    return Kept(edited.edits, previous)


def _changed(path: Path) -> str:
    return f"{path} has changed since it was read, so nothing was written: look at it, and try again."


def _replace(file: Path, old: bytes, new: bytes) -> Path | None:
    """Put new bytes in the place of old ones; where the old ones are now, or None if they had changed."""
    previous = file.with_name(f"{file.stem}.previous{file.suffix}")
    written = _written_beside(file, new)
    try:
        _written_beside(file, old).replace(previous)
        if read_bytes(file) != old:
            return None
        written.replace(file)
        _sync_folder(file.parent)
    finally:
        with contextlib.suppress(FileNotFoundError):
            written.unlink()
    return previous


def _written_beside(file: Path, data: bytes) -> Path:
    """A file of its own in the same folder, with the same permissions, on the disk when this returns."""
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            os.fchmod(stream.fileno(), file.stat().st_mode & 0o7777)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
