"""Garbage is looked for on the windows' own thread, and never in a press.

Python looks for it on whichever thread happens to make an object. On the journal's it would delete windows'
timers there, and they would fire into nothing; in a press it would hold that up.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from ssc_console.show.snapshot import Snapshot

QUIET = 1_500
"""Milliseconds after the latest event, when nobody waits for anything."""


class Sweeper(QObject):
    """Looks for garbage some time after something has happened: while time passes there is hardly any."""

    def __init__(self, parent: QObject) -> None:
        """What there is by now is never looked at again: it stays as long as the desk."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._revision = -1
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(gc.collect)

    def present(self, snapshot: Snapshot) -> None:
        """Something has happened, or not."""
        if snapshot.revision != self._revision:
            self._revision = snapshot.revision
            self._timer.start()
