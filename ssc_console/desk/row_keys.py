"""Keys in a list: whoever has tabbed to it chooses rows with the arrows, and Enter is about the row.

A click chooses a row too, but leaves the keyboard with the show: the arrows then still give and take time.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

_OF_A_ROW = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowKeys(QObject):
    """Keeps those keys for the list while it has the keyboard."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OF_A_ROW
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return False
