"""A child of startup.py: opens a window and prints the instant at which its first paint was through.

It imports nothing that the window has no need of: all of it would count.
"""

import os
import sys
import time
from importlib.machinery import PathFinder

TYPE_CHECKING = False  # `typing`'s own would be imported for this alone
if TYPE_CHECKING:
    from typing import Any

SIZE = (1440, 900)


def bare() -> None:
    """A window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

    _tell_once_painted(QLabel)
    application = QApplication(["bare"])
    window = QWidget()
    window.resize(*SIZE)
    label = QLabel("5:00")
    QVBoxLayout(window).addWidget(label)
    window.show()
    application.exec()


def desk() -> None:
    """What the command does, in its own order of imports."""
    sys.meta_path.insert(0, _Watched())
    from ssc_console.__main__ import main

    sys.argv = ["ssc-console", "desk", "agenda.yaml"]
    main()


class _Watched(PathFinder):
    """Lets the large button say when it is first painted, once the command has come to import it."""

    @classmethod
    def find_spec(cls, fullname: "str", path: "object" = None, target: "object" = None) -> "Any":
        if fullname != "ssc_console.desk.big_button":
            return None
        spec = super().find_spec(fullname, path, target)  # type: ignore[arg-type]
        load = spec.loader.exec_module

        def load_and_watch(module: "Any") -> None:
            load(module)
            _tell_once_painted(module.BigButton)

        spec.loader.exec_module = load_and_watch
        return spec


def _tell_once_painted(kind: "Any") -> None:
    """Print the instant at which the first paint of a window of this class is through, and end."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent

    def first(self: "Any", event: "Any") -> None:
        kind.paintEvent, kind.painted_first = paint, first  # Qt still holds on to what it has just called
        paint(self, event)
        QTimer.singleShot(0, tell)  # after what is being painted, the children included

    def tell() -> None:
        print(time.monotonic(), flush=True)
        os._exit(0)

    kind.paintEvent = first


if __name__ == "__main__":
    {"bare": bare, "desk": desk}[sys.argv[1]]()
