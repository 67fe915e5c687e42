"""One run in a file of its own: to be opened on another machine, or to be kept with the event's papers."""

import errno
import sqlite3
import tempfile
from pathlib import Path

from ssc_console.clock import wall_now
from ssc_console.journal.file import connect
from ssc_console.journal.run import KeptRun
from ssc_console.journal.store import Store


def export_run(run: KeptRun, to: Path) -> None:
    """Write the file anew; one that is there already is replaced, but only by a whole one.

    Raises:
        OSError: The place can't be written.
    """
    if to.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if to.exists() and not to.is_file():
        raise OSError(
            errno.EINVAL, "it is a device, and a run is a file"
        )  # which would take the device's place
    if not to.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder")
    # A folder of its own: of two that write the same file at once, neither touches what the other is at.
    with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as aside:
        part = Path(aside) / to.name
        try:
            _write(run, part)
        except sqlite3.Error as why:
            raise OSError(errno.EIO, str(why)) from why
        part.replace(to)


def _write(run: KeptRun, part: Path) -> None:
    store = Store(part, wall_now)
    store.put(run.info, run.events, 0)
    store.close()
    connection = connect(part)
    connection.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    connection.close()
