"""The keys as actions of the whole application: they work whichever of our windows is in front.

A key that is held down acts once. Fields keep what is typed in them (see `field_line`).
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ssc_console.desk.held_keys import HeldKeys
from ssc_console.desk.keys import Key, Wish, key_table, keys_for


def make_actions(
    window: QWidget, wished: Callable[[Wish], None], wanted: Callable[[Key], bool]
) -> dict[Wish, QAction]:
    """An action for each wanted line of the table of keys, with its keys, on the window."""
    HeldKeys(window)
    return {key.wish: _action(window, key, wished) for key in key_table() if wanted(key)}


def set_keys(actions: Mapping[Wish, QAction]) -> None:
    """Let the actions have the keys that count now."""
    for wish, action in actions.items():
        action.setShortcuts([QKeySequence(one) for one in keys_for(wish)])


def _action(window: QWidget, key: Key, wished: Callable[[Wish], None]) -> QAction:
    action = QAction(key.words, window)
    action.setShortcuts([QKeySequence(one) for one in key.keys])
    action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    action.setAutoRepeat(False)
    action.triggered.connect(lambda: wished(key.wish))
    window.addAction(action)
    return action
