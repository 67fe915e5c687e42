"""On Windows: the thread of the windows says that it needs the system, and the display."""

import ctypes
import sys

from ssc_console.awake import Promise

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002


class Windows:
    """Holds for the thread that asks, until it asks again or is gone."""

    def can(self) -> Promise:
        """Every Windows can."""
        return Promise(sleep=True, dimming=True)

    def hold(self, why: str) -> None:
        """Say so; the system asks for no reason."""
        _set(_CONTINUOUS | _SYSTEM | _DISPLAY)

    def let_go(self) -> None:
        """Say that it is over."""
        _set(_CONTINUOUS)


def _set(flags: int) -> None:
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetThreadExecutionState(flags)
