"""The number keys, on any keyboard and system."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ssc_console.desk.number_keys import number_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEYPAD, CTRL = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ControlModifier


def pressed(text: str, scan: int = 0, virtual: int = 0, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    key = ord(text.upper()) if text else Qt.Key.Key_Shift
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize(
    ("event", "platform", "number"),
    [
        (pressed("1", 10), "xcb", "1"),
        (pressed("&", 10), "xcb", "1"),
        (pressed("\u00e7", 18), "wayland", "9"),
        (pressed("\u0e16", 14), "wayland-egl", "5"),  # Thai
        (pressed("\u011b", 3), "windows", "2"),  # Czech
        (pressed("(", virtual=0x17), "cocoa", "5"),
        (pressed("-", virtual=0x16), "cocoa", "6"),
        (pressed("1", 10, modifiers=SHIFT), "xcb", "1"),  # AZERTY, as printed
        (pressed("!", 10, modifiers=SHIFT), "xcb", ""),
        (pressed("&", 10, modifiers=CTRL), "xcb", ""),
        (pressed("7", 79, modifiers=KEYPAD), "xcb", "7"),
        (pressed("\u00e0", 19), "xcb", ""),
        (pressed("a", 38), "xcb", ""),
        (pressed("a", virtual=0x00), "cocoa", ""),
        (pressed("\u0e51"), "offscreen", ""),
        (pressed("0", 19), "xcb", ""),
    ],
)
def test_a_key_is_known_by_what_it_gives_or_where_it_is(event: QKeyEvent, platform: str, number: str) -> None:
    assert number_of(event, platform) == number
