"""Qt's libraries linked on another thread, while this one imports what needs no Qt yet.

To link them, and to read which fonts the system has, takes a tenth of a desk's start, and Python has no part
in it: on a second processor it costs little. Whatever goes wrong, nothing is lost: it is done later, as ever.
"""

import os
import sys
from _thread import start_new_thread
from contextlib import suppress
from importlib.machinery import PathFinder

_NOW = 2
"""How Python links, too (`RTLD_NOW`)."""

linked: list[str] = []
"""What was begun to be linked: from then on this process has a thread that Python does not count."""


def link_qt() -> None:
    """Begin. Not on systems where it wasn't tried, nor where PySide6 isn't."""
    if not sys.platform.startswith("linux"):
        return
    found = PathFinder.find_spec("PySide6")
    if found is not None and found.origin is not None:
        library = os.path.join(os.path.dirname(found.origin), "QtWidgets.abi3.so")
        with suppress(RuntimeError):  # as many threads as there may be
            start_new_thread(_link, (library,))
            linked.append(library)


def _link(library: str) -> None:
    try:
        from _ctypes import call_cdeclfunction, dlopen, dlsym  # all of `ctypes` takes longer than it saves

        program = dlopen(None, _NOW)  # type: ignore[arg-type] # Python's own `dlopen` would keep Python waiting
        call_cdeclfunction(dlsym(program, "dlopen"), (os.fsencode(library), _NOW))
        fonts = dlopen("libfontconfig.so.1", _NOW)
        call_cdeclfunction(dlsym(fonts, "FcInit"), ())
    except (ImportError, OSError, TypeError):
        return
