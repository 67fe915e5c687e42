"""Garbage is looked for where the windows are, when nobody waits."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ssc_console.console.sweeping import Sweeper
from ssc_console.show.commands import Start
from tests.show.playbook import Playbook, rundown, segment


class InACircle:
    """Refers to itself: only a search finds it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_garbage_is_gone_some_time_after_something_has_happened(qtbot: QtBot) -> None:
    parent = QObject()
    sweeper = Sweeper(parent)
    try:
        gone = weakref.ref(InACircle())
        show = Playbook(rundown(segment("a"))).at("10:30").do(Start())
        sweeper.present(show.show)
        assert gone() is not None
        qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    finally:
        gc.unfreeze()


def test_another_thread_never_looks_for_it(qtbot: QtBot) -> None:
    parent = QObject()
    Sweeper(parent)
    try:
        gone = weakref.ref(InACircle())
        busy = threading.Thread(target=lambda: [[number] for number in range(100_000)])
        busy.start()
        busy.join()
        assert gone() is not None
    finally:
        gc.unfreeze()
