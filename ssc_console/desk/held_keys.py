"""A key that is held down is one press, also where Qt takes its repeats for presses of their own.

X11 says a repeat as a release and a press with the same time. Qt knows it by the press that already waits
behind the release; where that one comes a moment later, as it often does on a busy machine, the repeat looks
like a finger that was lifted and came down again: and a held Space would begin, advance and begin again. No
finger is that quick.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

QUICKEST = 10
"""Milliseconds: nobody lifts a finger and presses the same key again in less."""


class HeldKeys(QObject):
    """Watches the keys of the window that has the keyboard, before anything else sees them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._released: tuple[int, int] | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time is none

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        kind = event.type()
        if kind is QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
        elif kind is QEvent.Type.ShortcutOverride:
            if self._is_repeat(event):
                event.accept()  # no shortcut: it comes back as a press of a key, just below
                return True
        elif kind is QEvent.Type.KeyPress and self._is_repeat(event):
            QCoreApplication.sendEvent(watched, _repeat(event))
            return True
        return False

    def _is_repeat(self, event: QKeyEvent) -> bool:
        """Whether it is a repeat that Qt does not call one."""
        if event.isAutoRepeat() or self._released is None:
            return False
        key, at = self._released
        return event.key() == key and 0 <= event.timestamp() - at < QUICKEST


def _repeat(press: QKeyEvent) -> QKeyEvent:
    """The same press, as what it is: a field types it again, and nothing else does anything."""
    return QKeyEvent(
        QEvent.Type.KeyPress, press.key(), press.modifiers(), press.text(), autorep=True, count=press.count()
    )
