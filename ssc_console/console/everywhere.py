"""The key that presses the large button in every window: taken from the system if a person has chosen one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ssc_console.desk.desk import Desk
from ssc_console.desk.keys import EVERYWHERE, Wish, key_of
from ssc_console.desk.lamp import Trouble
from ssc_console.hotkey import Hotkey, KeyIsTaken, NoHotkey

SOURCE = "key in every window"


AGAIN = 3_000
"""Milliseconds until a key that another program has is tried again: that program may be one that broke."""


class EveryWindow(QObject):
    """Takes the key from the system, and gives its presses to the desk, which judges them like any other."""

    def __init__(self, desk: Desk, hotkey: Callable[[], Hotkey]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._hotkey = hotkey
        self._taken: Hotkey | None = None
        self._key = ""
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self.try_again)

    def agree(self, key: str) -> None:
        """Have this key; empty: none. A lamp says why it can't be had."""
        if key == self._key:
            return
        self.let_go()
        self._key = key
        self.try_again()

    def try_again(self) -> None:
        """Take it, if it is not had yet; while another program has it, again and again."""
        why = self._take(self._key)
        # Who only looks on needs no key: whoever runs the show has it.
        told = why is not None and self._desk.given.mode.acts
        self._desk.show_trouble(Trouble("No key in every window", why or "") if told else None, SOURCE)
        running = QCoreApplication.instance()
        assert running is not None
        running.setProperty(EVERYWHERE, self._key if why is None else "")
        self._desk.update()
        self._desk.contents.bottom.big.update()

    def _take(self, key: str) -> str | None:
        if not key or self._taken is not None:
            return None
        taken = self._hotkey()
        try:
            taken.take(key, self._pressed, self._lost)
        except NoHotkey as why:
            if isinstance(why, KeyIsTaken):
                self._again.start()
            return str(why)
        self._taken = taken
        return None

    def _pressed(self) -> None:
        if self._desk.given.mode.acts:
            self._desk.obey(Wish.PRESS)
        else:  # nobody takes a show over from a window in which it isn't to be seen
            self._desk.refuse(
                f"This window only looks on: {key_of(Wish.PRESS)}, here in it, does what this says."
            )

    def _lost(self) -> None:
        self._taken = None
        self.try_again()  # which says why not

    def let_go(self) -> None:
        """Other programs may have it again."""
        self._key = ""
        self._again.stop()
        if self._taken is not None:
            self._taken.let_go()
            self._taken = None
