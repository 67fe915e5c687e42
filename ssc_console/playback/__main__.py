"""The process itself: hears the desk on its standard input, and tells it what happens on its output."""

import contextlib
import getpass
import os
import queue
import signal
import sys
import threading
from typing import BinaryIO, NoReturn

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ssc_console.console.application import application
from ssc_console.playback.process import Programme
from ssc_console.programme.messages import Alive, Leave, Message, Peek, from_line, to_line
from ssc_console.settings.file import read, settings_file

ALONE = 15 * 60_000
"""Milliseconds that a programme stays whose desk is gone."""
RELIEVED = 200
LAST_WORDS = 0.5
"""Seconds that the desk has to hear them."""
_NAME = f"ssc-console-programme-{getpass.getuser()}"


class _Ear(QObject):
    """Reads on a thread of its own, so that it works alike on every system.

    Attributes:
        heard: A message; on the thread of whoever is connected.
        deserted: The desk has gone without a word.
    """

    heard = Signal(object)
    deserted = Signal()

    def listen(self, source: BinaryIO) -> None:
        threading.Thread(target=self._read, args=(source,), daemon=True).start()

    def _read(self, source: BinaryIO) -> None:
        for line in source:
            try:
                message = from_line(line)
            except (ValueError, KeyError, TypeError) as why:
                sys.stderr.write(f"not understood: {why}\n")
                continue
            self.heard.emit(message)
            if isinstance(message, Leave):
                return
        self.deserted.emit()


class _Mouth:
    """Speaks on a thread of its own: a desk that does not listen for a while must not hold the picture up.

    What is told again anyhow, pictures and signs of life, is left out while something still waits to be told.
    """

    def __init__(self, to: BinaryIO) -> None:
        self._to = to
        self._waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._speak, daemon=True)
        self._thread.start()

    def tell(self, message: Message) -> None:
        if isinstance(message, Peek | Alive) and not self._waiting.empty():
            return
        self._waiting.put(to_line(message))

    def close(self) -> None:
        """Say what is still to be said, if anybody listens."""
        self._waiting.put(None)
        self._thread.join(LAST_WORDS)

    def _speak(self) -> None:
        while (line := self._waiting.get()) is not None:
            with contextlib.suppress(BrokenPipeError):  # nobody is there any more: the ear has heard it, too
                self._to.write(line)


class _Deserted(QObject):
    """The desk broke while the audience is watching: the picture stays, a video plays on to its end.

    A desk that is opened again starts a programme of its own, and that one relieves this one.
    """

    relieved = Signal()

    def stay(self) -> None:
        """Wait to be relieved, but not for ever."""
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self.relieved)
        QLocalServer.removeServer(_NAME)
        self._server.listen(_NAME)
        QTimer.singleShot(ALONE, self.relieved.emit)


def relieve() -> None:
    """Let a programme that was deserted go, if there is one."""
    socket = QLocalSocket()
    socket.connectToServer(_NAME)
    socket.waitForConnected(RELIEVED)


def main() -> NoReturn:
    """Be the programme until the desk says that it is over; if it breaks, until another one comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the desk's: it tells when it is over
    mouth = _Mouth(os.fdopen(os.dup(1), "wb", buffering=0))
    os.dup2(2, 1)  # libraries that print must not speak to the desk
    settings = QSettings("ssc-console", "ssc-console")
    # A video's pictures are made by the processor. By way of OpenGL each takes ten times as long where the
    # graphics are only emulated (5 ms became 50 at 1280×720), and drivers are what breaks most.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
    running, _ = application(None, None)
    programme = Programme(mouth.tell, settings, read(settings_file()).settings)
    programme.shown.connect(relieve)
    ear = _Ear()
    ear.heard.connect(programme.hear)
    deserted = _Deserted()
    ear.deserted.connect(deserted.stay)
    ear.deserted.connect(programme.be_alone)
    deserted.relieved.connect(lambda: running.exit(0))
    programme.left.connect(lambda: running.exit(0))
    running.commitDataRequest.connect(lambda _: programme.window.let_go())
    ear.listen(sys.stdin.buffer)
    status = running.exec()
    settings.sync()
    mouth.close()
    # Before anything is deleted: a player's threads may be at work, and the ear waits for the next word.
    os._exit(status)


if __name__ == "__main__":
    main()
