"""The key that presses the large button in every window: taken from the system if a person has chosen one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ssc_console.desk.desk import Desk
from ssc_console.desk.keys import EVERYWHERE, Wish
from ssc_console.desk.lamp import Trouble
from ssc_console.hotkey import Hotkey, NoHotkey

SOURCE = "key in every window"


class EveryWindow:
    """Takes the key from the system, and gives its presses to the desk, which judges them like any other."""

    def __init__(self, desk: Desk, hotkey: Callable[[], Hotkey]) -> None:
        self._desk = desk
        self._hotkey = hotkey
        self._taken: Hotkey | None = None
        self._key = ""

    def agree(self, key: str) -> None:
        """Have this key; empty: none. A lamp says why it can't be had."""
        if key == self._key:
            return
        self.let_go()
        self._key, why = key, self._take(key)
        self._desk.show_trouble(None if why is None else Trouble("No key in every window", why), SOURCE)
        running = QCoreApplication.instance()
        assert running is not None
        running.setProperty(EVERYWHERE, key if why is None else "")
        self._desk.keys_have_changed()

    def _take(self, key: str) -> str | None:
        if not key:
            return None
        taken = self._hotkey()
        try:
            taken.take(key, lambda: self._desk.obey(Wish.PRESS))
        except NoHotkey as why:
            return str(why)
        self._taken = taken
        return None

    def let_go(self) -> None:
        """Other programs may have it again."""
        self._key = ""
        if self._taken is not None:
            self._taken.let_go()
            self._taken = None
