"""A held key is one press, also where Qt says that it was many."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from ssc_console.desk.held_keys import QUICKEST, HeldKeys

SPACE, OTHER = Qt.Key.Key_Space, Qt.Key.Key_Return


class Window(QWindow):
    """Notes which keys reach it, and whether as a repeat."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[bool] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.append(event.isAutoRepeat())


@pytest.fixture
def window(qapp: QGuiApplication) -> Window:
    made = Window()
    HeldKeys(made)._watch(made)
    return made


def sent(window: Window, kind: QEvent.Type, key: Qt.Key, at: int) -> bool:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, " ")
    event.setTimestamp(at)
    event.ignore()
    QCoreApplication.sendEvent(window, event)
    return event.isAccepted()


def overridden(window: Window, key: Qt.Key, at: int) -> bool:
    """Whether no shortcut would come of a press."""
    return sent(window, QEvent.Type.ShortcutOverride, key, at)


def test_a_press_in_the_moment_of_its_release_is_a_repeat(window: Window) -> None:
    assert not overridden(window, SPACE, 1_000)
    sent(window, QEvent.Type.KeyPress, SPACE, 1_000)
    sent(window, QEvent.Type.KeyRelease, SPACE, 1_500)
    assert overridden(window, SPACE, 1_500)
    sent(window, QEvent.Type.KeyPress, SPACE, 1_500)
    assert window.pressed == [False, True]


def test_a_finger_that_comes_down_again_presses(window: Window) -> None:
    sent(window, QEvent.Type.KeyRelease, SPACE, 1_500)
    assert not overridden(window, SPACE, 1_500 + QUICKEST)
    sent(window, QEvent.Type.KeyPress, SPACE, 1_500 + QUICKEST)
    assert window.pressed == [False]


def test_another_key_in_the_same_moment_presses(window: Window) -> None:
    sent(window, QEvent.Type.KeyRelease, SPACE, 1_500)
    assert not overridden(window, OTHER, 1_500)
    sent(window, QEvent.Type.KeyPress, OTHER, 1_500)
    assert window.pressed == [False]
