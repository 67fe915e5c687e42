"""The menu: every command with its key, made when it is opened; what does not fit now is grey."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ssc_console.desk.keys import KEYS, Group, Key, Wish
from ssc_console.show.figures import Status
from ssc_console.show.table import allowed


def open_menu(
    window: QWidget,
    button: QWidget,
    actions: Mapping[Wish, QAction],
    status: Status,
    counts: Callable[[Key], bool],
) -> None:
    """Open it under its button, flush with the right edge; it goes when it is closed."""
    menu = make_menu(window, actions, status, counts)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    corner = button.mapToGlobal(button.rect().bottomRight())
    menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y() + 4))


def make_menu(
    window: QWidget, actions: Mapping[Wish, QAction], status: Status, counts: Callable[[Key], bool]
) -> QMenu:
    """A menu of all actions, group by group; `counts` answers whether a key does anything in this mode.

    Its entries trigger the actions rather than being them: an action stays enabled, so that a key pressed at
    the wrong time is answered with the reason instead of nothing.
    """
    menu = QMenu(window)
    menu.setAccessibleName("Menu")
    for group in Group:
        keys = [key for key in KEYS if key.group is group and key.wish in actions]
        if not keys:
            continue
        part = menu.addMenu(group.value)
        for key in keys:
            part.addAction(_entry(part, key, actions[key.wish], counts(key) and fits(key, status)))
    return menu


def _entry(menu: QMenu, key: Key, action: QAction, fits_now: bool) -> QAction:
    # The key stands after a tab: as a second shortcut it would make both ambiguous, and neither would work.
    keys = action.shortcuts()
    shown = keys[0].toString(keys[0].SequenceFormat.NativeText) if keys else ""
    entry = QAction(f"{key.words}\t{shown}", menu)
    entry.setEnabled(fits_now)
    entry.triggered.connect(action.trigger)
    return entry


def fits(key: Key, status: Status) -> bool:
    """Whether any of what the key may ask for fits the show in that state."""
    return not key.commands or any(allowed(name, status) for name in key.commands)
