"""How a part of the console that is a process of its own is started."""

import os
import sys

from PySide6.QtCore import QProcess, QProcessEnvironment

_HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
_INSTALLED = ("site-packages", "dist-packages")


def own(module: str) -> tuple[str, ...]:
    """What runs that module of ours. It looks for nothing in the folder where somebody started the console.

    A file there that has the name of one of Python's modules would be taken for it.
    """
    return sys.executable, "-P", "-m", module


def from_here(process: QProcess) -> QProcess:
    """The same; it will find this very copy of the console."""
    if os.path.basename(_HOME) in _INSTALLED:
        return process  # Python looks there anyway, and behind its own modules, which come first
    environment = QProcessEnvironment.systemEnvironment()
    more = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", f"{_HOME}{os.pathsep}{more}" if more else _HOME)
    process.setProcessEnvironment(environment)
    return process
