"""The check before the show, kept away from the show: a process of its own looks, and the desk shows items.

Whatever a file does to what reads it, the desk goes on: a process that hangs is ended, one that crashes is
told.
"""

import json
import os
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer
from PySide6.QtGui import QGuiApplication

from ssc_console.console.console import Console
from ssc_console.console.own_process import from_here, own
from ssc_console.preflight.item import Item, bad, from_record
from ssc_console.preflight.monitors import monitors
from ssc_console.show.figures import Status
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot

SILENCE = 45_000
"""Milliseconds without a word after which it is taken to hang; a video alone may take twenty seconds."""
ENDING = 1_000
"""Milliseconds for which the desk, as it ends, waits for what it has ended; hardly ever more than a few."""
SETTLED = 200
"""Milliseconds after which another rundown is looked at: a file may be saved in several steps."""
ONLY_BEFORE = "The check is for before the show."

Nearby = Callable[[], Iterable[Item]]
"""Gives items that this process knows by itself, at once."""


class Checking(QObject):
    """Looks when it is made, when a person wishes, and when there is another rundown; only before the show.

    Attributes:
        nearby: Where items come from that need no looking, in the order in which they are shown.
        items: All that is known now.
    """

    def __init__(self, console: Console, agenda: str, journal: str, command: Sequence[str] = ()) -> None:
        """`journal` is the folder of runs; `command` is what looks, if it is not our own."""
        super().__init__(console)
        self._console = console
        self._command = command or own("ssc_console.preflight")
        self._places = (os.path.abspath(agenda), journal)
        self._process: QProcess | None = None
        self._stopped: list[QProcess] = []
        self._rest = b""
        self._found: list[Item] = []
        self._ended_well = False
        self._of: Rundown | None = None
        self.nearby: list[Nearby] = [lambda: (monitors(_sizes()),)]
        self._hangs = QTimer(self, singleShot=True, interval=SILENCE)
        self._hangs.timeout.connect(self._give_up)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._soon.timeout.connect(self.check)
        console.also_shown(self.present)
        console.desk.checks_wished.connect(self._wished)
        console.desk.closed.connect(self.stop)
        running = QGuiApplication.instance()
        assert isinstance(running, QGuiApplication)
        running.aboutToQuit.connect(self._leave)
        for changed in (running.screenAdded, running.screenRemoved):
            changed.connect(self.show)
        self.present(console.session.snapshot())

    @property
    def items(self) -> tuple[Item, ...]:
        """What was found, and what is known nearby."""
        return (*self._found, *(item for source in self.nearby for item in source()))

    def present(self, snapshot: Snapshot) -> None:
        """Look anew at another rundown."""
        if snapshot.rundown is not self._of:
            self._of = snapshot.rundown
            if snapshot.status is Status.BEFORE:
                self._soon.start()

    def _wished(self) -> None:
        if self._console.session.snapshot().status is Status.BEFORE:
            self.check()
        else:
            self._console.desk.refuse(ONLY_BEFORE)

    def check(self) -> None:
        """Look now, from the beginning."""
        self.stop()
        self._found, self._rest, self._ended_well = [], b"", False
        process = self._process = from_here(QProcess(self))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(lambda: self._hear(process))
        process.finished.connect(lambda: self._ended(process))
        process.errorOccurred.connect(lambda error: self._could_not_start(process, error))
        program, *arguments = self._command
        process.start(program, [*arguments, *self._places])
        self._hangs.start()
        self.show()

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._hangs.stop()
        process, self._process = self._process, None
        if process is not None:
            for heard in (process.readyReadStandardOutput, process.finished, process.errorOccurred):
                heard.disconnect()
            # It outlives this, if only by a moment: a process is not to be destroyed while it runs.
            process.setParent(QGuiApplication.instance())
            self._stopped.append(process)
            process.finished.connect(lambda: self._is_gone(process))
            process.kill()

    def _is_gone(self, process: QProcess) -> None:
        self._stopped.remove(process)
        process.deleteLater()

    def _leave(self) -> None:
        """The desk ends, whatever ends it, and a window is not always asked: what looks ends before it."""
        self.stop()
        for process in tuple(self._stopped):
            process.waitForFinished(ENDING)

    def show(self) -> None:
        """Let the desk show what is known."""
        self._console.desk.show_checks(self.items, looking=self._process is not None)

    def _hear(self, process: QProcess) -> None:
        """What a process says; one that was stopped is no longer listened to."""
        if process is not self._process:
            return
        data: QByteArray = process.readAllStandardOutput()
        *lines, self._rest = (self._rest + data.data()).split(b"\n")
        for line in lines:
            self._take(line)
        self._hangs.start()
        self.show()

    def _take(self, line: bytes) -> None:
        try:
            found = json.loads(line)
            if found is None:
                self._ended_well = True
            else:
                self._found.append(from_record(found))
        except ValueError:
            return  # a library has printed something there

    def _ended(self, process: QProcess) -> None:
        if process is self._process:
            self._hear(process)
            self._end("" if self._ended_well else "it broke off")

    def _give_up(self) -> None:
        self.stop()
        self._end("it hangs")

    def _could_not_start(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if process is self._process and error is QProcess.ProcessError.FailedToStart:
            self._end("it can't be started")

    def _end(self, trouble: str) -> None:
        self._hangs.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if trouble:
            remedy = "See where, in a terminal: ssc-console preflight."
            self._found.append(bad("The check itself", trouble, remedy))
        self.show()


def _sizes() -> list[tuple[int, int]]:
    return [(each.size().width(), each.size().height()) for each in QGuiApplication.screens()]
