"""A file that people save while it is open here: when it has come to rest, it is read, away from the show.

The system tells of changes of the file and of its folder, since many editors write another file and rename
it. A change is taken for whole only when the file has been quiet for `QUIET` and its size and time stayed the
same, before and after reading: a half-written file is never looked at. On a network drive nobody tells what
others write there: so it is also looked at when the keyboard comes back, and every `EVERY`. That is one
question to the disk, asked by a thread that nothing waits for, and by a timer of its own: the show's never
asks a disk.
"""

import os
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

QUIET = 300
"""Milliseconds without a change after which a file is taken to be saved."""
EVERY = 30_000
"""Milliseconds after which it is looked at, though nobody told of a change."""

Stamp = tuple[int, int, int] | None
"""Of a file: when it was changed, how large it is, and which file it is; None: it is not there."""


class Reading:
    """What a thread found: the file's stamp, and what was read of it (None: it was only looked at)."""

    def __init__(self, stamp: Stamp, read: Any = None) -> None:
        self.stamp = stamp
        self.read = read


class _Teller(QObject):
    """Brings what a thread found to the watch.

    A thread knows this and not the watch: whoever lets go of an object last deletes it, and timers that are
    deleted on a thread other than their own take the process along.
    """

    found = Signal(object)


class FileWatch(QObject):
    """Emits `read` with what `read` gave, once for each time that the file has come to rest.

    Attributes:
        changing: The file is known to be another than what was read last.
    """

    read = Signal(object)

    def __init__(self, path: str, read: Callable[[], Any], parent: QObject | None = None) -> None:
        """`read` is called in a thread of its own; it must not raise, nor hold on to the watch."""
        super().__init__(parent)
        self._path = os.path.abspath(path)
        self._read = read
        self._known: Stamp | bool = False  # of what was read last; False: nothing was
        self._seen: Stamp = None
        self._is_busy = self._is_wanted = self._is_stopped = self._is_told = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._told)
        self._watcher.directoryChanged.connect(self.look)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._has_been_quiet)
        self._every = QTimer(self, interval=EVERY, timerType=Qt.TimerType.VeryCoarseTimer)
        self._every.timeout.connect(self.look)
        self._every.start()
        self._teller = _Teller()
        self._teller.found.connect(self._take, Qt.ConnectionType.QueuedConnection)
        running = QGuiApplication.instance()
        assert isinstance(running, QGuiApplication)
        running.applicationStateChanged.connect(self._keyboard_moved)
        self.look()

    @property
    def changing(self) -> bool:
        """Whether the file is known to be another than what was read last."""
        return self._is_told or self._quiet.isActive() or self._seen != self._known

    def stop(self) -> None:
        """Look no more."""
        self._is_stopped = True
        self._quiet.stop()
        self._every.stop()

    def look(self) -> None:
        """See whether it has changed."""
        self._begin(partial(_looked, self._path))

    def _told(self) -> None:
        """It has been written to, even if its stamp is the same: on some disks a tick is two seconds."""
        self._is_told = True
        self.look()

    def _has_been_quiet(self) -> None:
        if not self._is_busy:  # else it is looked at once more
            self._is_told = False
        self._begin(partial(_read_if_at_rest, self._path, self._seen, self._read))

    def _keyboard_moved(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    # ---- what a thread does

    def _begin(self, job: Callable[[], Reading]) -> None:
        """Do this in a thread; while another one is at it, the file is looked at once more after that."""
        if self._is_stopped:
            return
        if self._is_busy:
            self._is_wanted = True
            return
        self._is_busy = True
        # A thread that hangs on a dead network drive must not keep the console from ending.
        threading.Thread(target=_do, args=(job, self._teller), name="agenda", daemon=True).start()

    # ---- back here

    def _take(self, found: Reading) -> None:
        self._is_busy = False
        if self._is_stopped:
            return
        self._watch_again()
        if found.read is not None:
            self._known = self._seen = found.stamp
            self.read.emit(found.read)
        elif found.stamp == self._known and not self._is_told:
            self._quiet.stop()
        elif found.stamp != self._seen or not self._quiet.isActive():
            self._quiet.start()
        self._seen = found.stamp
        if self._is_wanted:
            self._is_wanted = False
            self.look()

    def _watch_again(self) -> None:
        """A file that was renamed over is no longer watched, nor is one that was not there."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._path, os.path.dirname(self._path)):
            if path not in watched:
                self._watcher.addPath(path)  # if it can't be, the look every now and then is there


def _do(job: Callable[[], Reading], teller: _Teller) -> None:
    teller.found.emit(job())


def _looked(path: str) -> Reading:
    return Reading(stamp_of(path))


def _read_if_at_rest(path: str, seen: Stamp, read: Callable[[], Any]) -> Reading:
    before = stamp_of(path)
    if before != seen:
        return Reading(before)
    found = read()
    after = stamp_of(path)
    return Reading(after, found) if after == before else Reading(after)


def stamp_of(path: str) -> Stamp:
    """Of the file that is there now."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
