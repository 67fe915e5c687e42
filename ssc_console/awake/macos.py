"""On macOS: caffeinate, which comes with the system, runs beside the console and ends with it."""

import os
import shutil
import subprocess

from ssc_console.awake import Promise


class MacOS:
    """A process of the system's own holds for us; `-w` lets it end when the console is gone."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def can(self) -> Promise:
        """Whether it is there."""
        there = shutil.which("caffeinate") is not None
        return Promise(sleep=there, dimming=there)

    def hold(self, why: str) -> None:
        """Start it; the system asks for no reason."""
        if self._running is None and self.can().sleep:
            self._running = subprocess.Popen(["caffeinate", "-d", "-i", "-w", str(os.getpid())])

    def let_go(self) -> None:
        """End it."""
        if self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None
