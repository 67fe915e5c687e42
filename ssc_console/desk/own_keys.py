"""Keys that a part of the desk keeps for itself while it has the keyboard: elsewhere they are the show's.

Whoever has tabbed to a list chooses rows with the arrows, and Enter is about the row. A click chooses a row
too, but leaves the keyboard with the show: the arrows then still give and take time.

The desk asks here when Qt asks it, as it asks every parent of what has the keyboard. To ask in each part's
own `event` would bring every event of every button to Python.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
OF_A_ROW = ENTER | {Qt.Key.Key_Up, Qt.Key.Key_Down}
TABBED = frozenset((Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason))
"""How the keyboard comes when somebody tabs from part to part, and so wants to see where it is."""


def are_own(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Whether the widget keeps that key: those in its `own_keys`, pressed alone."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    return event.key() in getattr(widget, "own_keys", ())
