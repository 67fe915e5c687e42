"""Keys that a person has chosen instead of the usual ones: checked against all others, and kept in force."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ssc_console.desk.keys import CHOSEN, KEYS, Wish, printed

Keys = Mapping[str, tuple[str, ...]]
"""By the name of what they do."""

_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def in_force(chosen: Keys) -> None:
    """From now on these count."""
    running = QCoreApplication.instance()
    assert running is not None
    running.setProperty(CHOSEN, {name: list(keys) for name, keys in chosen.items()})


def checked(chosen: Keys) -> tuple[Keys, tuple[str, ...]]:
    """Those that can be used, and why the others can't: a sentence each."""
    good: dict[str, tuple[str, ...]] = {}
    problems = []
    for name, keys in chosen.items():
        why = _what_is_wrong(name, keys)
        if why is None:
            good[name] = tuple(map(_normal, keys))
        else:
            problems.append(why)
    # What is refused has its usual keys again, which may be another one's by now: so till all is well.
    while (clash := next(filter(None, (_clash(name, good) for name in good)), None)) is not None:
        name, why = clash
        problems.append(why)
        del good[name]
    return good, tuple(problems)


def _what_is_wrong(name: str, keys: tuple[str, ...]) -> str | None:
    if name not in set(Wish):
        return f"There is no “{name}” that a key could do."
    wrong = next((key for key in keys if not _normal(key)), None)
    return None if wrong is None else f"“{wrong}” is no key: write it as in F8, H or Ctrl+Shift+H."


def _clash(name: str, good: Keys) -> tuple[str, str] | None:
    """Whether another wish has one of its keys; of two that were chosen, the later one is refused."""
    order = list(good)
    for key in KEYS:
        other = key.wish.value
        if other == name or (other in good and order.index(other) > order.index(name)):
            continue
        for own in good[name]:
            if own in map(_normal, good.get(other, key.keys)):
                words = f"{printed(own)} does “{key.words}” already: choose another key, or change that."
                return name, words
    return None


def _normal(key: str) -> str:
    """As Qt names it; empty: it is none."""
    sequence = QKeySequence(key)
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return name if sequence.count() == 1 and name and "Unknown" not in name else ""


class KeyCatcher(QObject):
    """Takes the next key that is pressed, whoever it is for. Emits `caught`: its name, or nothing for Esc."""

    caught = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        running = QGuiApplication.instance()
        assert running is not None
        running.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ALONE or event.isAutoRepeat():
            return True
        running = QGuiApplication.instance()
        assert running is not None
        running.removeEventFilter(self)
        name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self.caught.emit("" if event.key() == Qt.Key.Key_Escape else name)
        self.deleteLater()
        return True
