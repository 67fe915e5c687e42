"""One key that counts whichever window has the keyboard, where the system lets a program have one.

    key = hotkey()                           # of this system; nothing of it is loaded before
    key.take("Ctrl+Alt+Space", press, lost)  # from now on `press` is called, once for each time it goes down
    key.let_go()                             # so does the end of the process, however it comes

The key is taken from every other program: what they see of it is nothing.
"""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QGuiApplication


class NoHotkey(Exception):
    """The key can't be had. The text says why, and what to do, as a sentence for a person."""


class KeyIsTaken(NoHotkey):
    """Another program has it: it may be had later."""


class Hotkey(Protocol):
    """One system's way."""

    def take(self, key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        """Have this key, and none that was taken before.

        Args:
            key: As Qt writes it: ``Ctrl+Alt+Space``, ``F9``, ``PgDown``.
            pressed: Called on the thread of the windows; a key that is held down is one press.
            lost: Called there once it is had no more, as where another keyboard lacks it: take it again, and
                that says why not.

        Raises:
            KeyIsTaken: Another program has it.
            NoHotkey: It is none that can be taken, or this system gives none. No key is taken in either case.
        """
        ...

    def let_go(self) -> None:
        """Other programs may have it again."""
        ...


class Nothing:
    """A system that gives no program a key of its own, or that we know no way for."""

    def __init__(self, system: str) -> None:
        self._system = system

    def take(self, key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        """Say that it can't be."""
        raise NoHotkey(
            f"{self._system} gives no program a key in other windows: click the desk before you press."
        )

    def let_go(self) -> None:
        """Has no effect."""


def hotkey() -> Hotkey:
    """The way of this system: to be asked for once there is an application."""
    platform = QGuiApplication.platformName()
    if platform == "xcb":
        from ssc_console.hotkey.x11 import X11

        return X11()
    if sys.platform == "win32" and platform == "windows":
        from ssc_console.hotkey.windows import Windows

        return Windows()
    return Nothing({"wayland": "Wayland", "cocoa": "macOS"}.get(platform, "This screen"))
