"""On X11: the key is grabbed from the root window, over a connection of our own beside Qt's."""

from collections.abc import Callable, Iterator
from typing import Any

import xcffib
import xcffib.xkb
from PySide6.QtCore import QSocketNotifier
from xcffib.xproto import (
    AccessError,
    GrabMode,
    KeyPressEvent,
    KeyReleaseEvent,
    ModMask,
)

from ssc_console.hotkey import KeyIsTaken, NoHotkey
from ssc_console.hotkey.names import Combination, combination

_LOCKS = (0, ModMask.Lock, ModMask._2, ModMask.Lock | ModMask._2)
"""Caps Lock and, on every keyboard map of today, Num Lock: X11 takes each for another combination."""
_DETECTABLE_REPEAT = 1
_CORE_KEYBOARD = 0x100
_LAYOUT = xcffib.xkb.EventType.NewKeyboardNotify | xcffib.xkb.EventType.MapNotify
"""Another keyboard, or another layout: asked for, since who uses this extension is not told otherwise."""
_ALL = 0xFF


class X11:
    """Holds the key as long as the connection stands."""

    def __init__(self) -> None:
        self._connection: Any = None
        self._notifier: QSocketNotifier | None = None
        self._wanted: tuple[str, Callable[[], None], Callable[[], None]] | None = None
        self._down: int | None = None
        self._codes: list[int] = []

    def take(self, key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        """Have this key; see `Hotkey`."""
        self.let_go()
        found = combination(key)
        try:
            self._connection = _connected()
            self._codes = self._grab(self._connection, found, key)
        except xcffib.ConnectionException as why:
            self.let_go()
            raise NoHotkey(
                "The X server takes no other connection: close some programs, and choose again."
            ) from why
        except NoHotkey:
            self.let_go()
            raise
        self._wanted, self._down = (key, pressed, lost), None
        descriptor = self._connection.get_file_descriptor()
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)

    def let_go(self) -> None:
        """Close the connection: the server forgets its grabs."""
        self._wanted = None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._connection is not None:
            self._connection.disconnect()
            self._connection = None

    def _grab(self, connection: Any, wanted: Combination, name: str) -> list[int]:
        codes = list(_keycodes(connection, wanted.keysym))
        if not codes:
            raise NoHotkey(f"This keyboard has no {name}: choose another key.")
        root = connection.get_setup().roots[connection.pref_screen].root
        for code in codes:
            for locks in _LOCKS:
                asked = connection.core.GrabKeyChecked(
                    False, root, _modifiers(wanted) | locks, code, GrabMode.Async, GrabMode.Async
                )
                try:
                    asked.check()
                except AccessError as why:
                    raise KeyIsTaken(f"Another program has {name} already: choose another key.") from why
        return codes

    def _hear(self) -> None:
        """All that has come: of what stays in the connection's own queue the socket says nothing."""
        connection = self._connection
        try:
            while connection is not None and connection is self._connection:
                event = connection.poll_for_event()
                if event is None:
                    return
                self._happened(event)
        except xcffib.ConnectionException:
            self.let_go()  # the X server is gone, and with it every window

    def _happened(self, event: xcffib.Event) -> None:
        if self._wanted is None:
            return
        name, pressed, lost = self._wanted
        if isinstance(event, KeyReleaseEvent):
            if event.detail == self._down:  # Ctrl and Alt are told of, too, and may be lifted first
                self._down = None
        elif isinstance(event, KeyPressEvent):
            if self._down is None:
                self._down = event.detail
                pressed()
        elif isinstance(event, xcffib.xkb.NewKeyboardNotifyEvent):  # as which all of this extension come
            self._go_after(name, pressed, lost)

    def _go_after(self, name: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        """Take the key where it is now. Where it is still, nothing is done: a press may be on its way."""
        if list(_keycodes(self._connection, combination(name).keysym)) == self._codes:
            return
        try:
            self.take(name, pressed, lost)
        except NoHotkey:
            lost()


def _connected() -> Any:
    """A connection that is told of a key that is held down only once."""
    connection: Any = xcffib.connect()  # type: ignore[no-untyped-call]
    keyboard = connection(xcffib.xkb.key)
    keyboard.UseExtension(1, 0).reply()
    keyboard.PerClientFlags(_CORE_KEYBOARD, _DETECTABLE_REPEAT, _DETECTABLE_REPEAT, 0, 0, 0).reply()
    keyboard.SelectEvents(_CORE_KEYBOARD, _LAYOUT, 0, _LAYOUT, _ALL, _ALL, [])
    return connection


def _keycodes(connection: Any, keysym: int) -> Iterator[int]:
    """Of the keys that have it without Shift; if there are none, with."""
    setup = connection.get_setup()
    first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
    found = connection.core.GetKeyboardMapping(first, count).reply()
    wide = found.keysyms_per_keycode
    for column in range(wide):
        codes = [first + row for row in range(count) if found.keysyms[row * wide + column] == keysym]
        if codes:
            yield from codes
            return


def _modifiers(of: Combination) -> int:
    held = (
        (of.shift, ModMask.Shift),
        (of.ctrl, ModMask.Control),
        (of.alt, ModMask._1),
        (of.meta, ModMask._4),
    )
    return sum(mask for is_held, mask in held if is_held)
