"""On Windows: a hot key of the thread of the windows, which is told of it by a message."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

from ssc_console.hotkey import KeyIsTaken
from ssc_console.hotkey.names import Combination, combination

_ALT, _CTRL, _SHIFT, _META, _NO_REPEAT = 0x0001, 0x0002, 0x0004, 0x0008, 0x4000
_HOTKEY_MESSAGE = 0x0312
_OURS = 1


class Windows(QAbstractNativeEventFilter):
    """Holds the key until it is let go, or the thread is gone."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: Callable[[], None] | None = None

    def take(self, key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        """Have this key; see `Hotkey`. The system takes it back from nobody."""
        self.let_go()
        found = combination(key)
        if not _register(_flags(found), found.virtual):
            raise KeyIsTaken(f"Another program has {key} already: choose another key.")
        self._pressed = pressed
        running = QCoreApplication.instance()
        assert running is not None
        running.installNativeEventFilter(self)

    def let_go(self) -> None:
        """Give it back."""
        if self._pressed is not None:
            self._pressed = None
            running = QCoreApplication.instance()
            if running is not None:
                running.removeNativeEventFilter(self)
            _unregister()

    def nativeEventFilter(self, kind: object, message: object) -> tuple[bool, int]:  # noqa: N802 - Qt's name
        """Look for the one message that is about the key."""
        told = wintypes.MSG.from_address(int(message))  # type: ignore[call-overload]
        if told.message == _HOTKEY_MESSAGE and told.wParam == _OURS and self._pressed is not None:
            self._pressed()
            return True, 0
        return False, 0


def _flags(of: Combination) -> int:
    held = ((of.shift, _SHIFT), (of.ctrl, _CTRL), (of.alt, _ALT), (of.meta, _META))
    return sum(flag for is_held, flag in held if is_held) | _NO_REPEAT


def _register(flags: int, virtual: int) -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.user32.RegisterHotKey(None, _OURS, flags, virtual))
    return False


def _unregister() -> None:
    if sys.platform == "win32":
        ctypes.windll.user32.UnregisterHotKey(None, _OURS)
