"""The process itself: hears the desk on its standard input, and tells it what happens on its output."""

import os
import signal
import sys
import threading
from typing import BinaryIO

from PySide6.QtCore import QObject, QSettings, Signal

from ssc_console.console.application import application
from ssc_console.playback.process import Programme
from ssc_console.programme.messages import Leave, Message, from_line, to_line


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


def main() -> int:
    """Be the programme until the desk says that it is over, or goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the desk's: it tells when it is over
    said = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # libraries that print must not speak to the desk

    def tell(message: Message) -> None:
        try:
            said.write(to_line(message))
        except BrokenPipeError:
            running.exit(0)  # nobody is there any more

    settings = QSettings("ssc-console", "ssc-console")
    running, _ = application(None, None)
    programme = Programme(tell, settings)
    ear = _Ear()
    ear.heard.connect(programme.hear)
    ear.deserted.connect(lambda: running.exit(0))
    programme.left.connect(lambda: running.exit(0))
    ear.listen(sys.stdin.buffer)
    status = running.exec()
    settings.sync()
    return status


if __name__ == "__main__":
    sys.stdout.flush()
    status = main()
    os._exit(status)  # a thread may still wait for the desk's next word
