"""Which keys can be taken, and what they are called by Qt, by X11 and by Windows."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from ssc_console.hotkey import NoHotkey
from ssc_console.show.value import value

_TYPED = "types something in other programs: take it together with Ctrl or Alt, as in Ctrl+Alt+Space."

# Name of Qt: keysym of X11 (X11/keysymdef.h), virtual key of Windows (winuser.h).
_NAMED = {
    Qt.Key.Key_Space: (0x0020, 0x20),
    Qt.Key.Key_Pause: (0xFF13, 0x13),
    Qt.Key.Key_ScrollLock: (0xFF14, 0x91),
    Qt.Key.Key_Insert: (0xFF63, 0x2D),
    Qt.Key.Key_Home: (0xFF50, 0x24),
    Qt.Key.Key_End: (0xFF57, 0x23),
    Qt.Key.Key_PageUp: (0xFF55, 0x21),
    Qt.Key.Key_PageDown: (0xFF56, 0x22),
    Qt.Key.Key_Left: (0xFF51, 0x25),
    Qt.Key.Key_Up: (0xFF52, 0x26),
    Qt.Key.Key_Right: (0xFF53, 0x27),
    Qt.Key.Key_Down: (0xFF54, 0x28),
    Qt.Key.Key_Return: (0xFF0D, 0x0D),
}
_F1 = (Qt.Key.Key_F1, 0xFFBE, 0x70)
_TYPES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return})


@value(kw_only=True)
class Combination:
    """A key, and what is held down with it.

    Attributes:
        keysym: Of X11.
        virtual: The virtual-key code of Windows.
        shift, ctrl, alt, meta: Held down with it.
    """

    keysym: int
    virtual: int
    shift: bool = False
    ctrl: bool = False
    alt: bool = False
    meta: bool = False


def combination(name: str) -> Combination:
    """What Qt calls by this name.

    Raises:
        NoHotkey: It is no key, none that can be taken, or one that other programs type with.
    """
    sequence = QKeySequence(name)
    if sequence.count() != 1 or sequence[0].key() is Qt.Key.Key_unknown:  # type: ignore[index]
        raise NoHotkey(f"“{name}” is no key: write it as in Ctrl+Alt+Space or F9.")
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # its stubs don't know that it can be
    key, held = pressed.key(), pressed.keyboardModifiers()
    keysym, virtual, types = _codes(key, name)
    ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    meta = bool(held & Qt.KeyboardModifier.MetaModifier)
    if types and not (ctrl or alt or meta):
        raise NoHotkey(f"{name} {_TYPED}")
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    return Combination(keysym=keysym, virtual=virtual, shift=shift, ctrl=ctrl, alt=alt, meta=meta)


def _codes(key: Qt.Key, name: str) -> tuple[int, int, bool]:
    if key in _NAMED:
        return *_NAMED[key], key in _TYPES
    number = key.value - _F1[0].value
    if 0 <= number < 24:
        return _F1[1] + number, _F1[2] + number, False
    letter = chr(key.value) if key.value < 0x80 else ""
    if letter.isalnum():
        return ord(letter.lower()), ord(letter.upper()), True
    raise NoHotkey(f"{name} can't be taken from other programs: choose a function key, a letter or Space.")
