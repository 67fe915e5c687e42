"""The keys with a number: of the keypad, and of the row above the letters, on any keyboard.

On AZERTY, and on Czech, Thai and other keyboards, that row gives letters and signs, and its numbers only with
Shift. Its keys are the same ones, and are known by where they are.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_ON_MACOS = {
    0x12: "1",
    0x13: "2",
    0x14: "3",
    0x15: "4",
    0x17: "5",
    0x16: "6",
    0x1A: "7",
    0x1C: "8",
    0x19: "9",
}
"""Its virtual keys say where a key is; they do not lie in order."""
_FIRST = {"xcb": 10, "wayland": 10, "windows": 2}
"""The scan code of the first key of the row, by Qt's platform; the next eight follow it."""


def number_of(event: QKeyEvent, platform: str | None = None) -> str:
    """The number from 1 to 9 of the key that was pressed; empty: it has none.

    Args:
        platform: As Qt names it; None: the one that this is.
    """
    text = event.text()
    if len(text) == 1 and text in "123456789":
        return text
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    where = QGuiApplication.platformName() if platform is None else platform
    if where == "cocoa":
        return _ON_MACOS.get(event.nativeVirtualKey(), "") if text else ""
    place = event.nativeScanCode() - _FIRST.get(where.partition("-")[0], sys.maxsize)
    return str(place + 1) if 0 <= place < 9 else ""
