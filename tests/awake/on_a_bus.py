"""Run on a bus of its own: the desktop's part is played here, and what Linux says and does is printed."""

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

from ssc_console.awake import keeper
from ssc_console.awake.linux import Linux


class Desktop(QDBusVirtualObject):
    """Remembers who asked it for what, and says yes."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[str]] = []
        self.by: list[str] = []

    def introspect(self, _: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        self.asked.append([message.member(), *message.arguments()])
        self.by.append(message.service())
        connection.send(message.createReply(7))
        return True


def until(so: Callable[[], bool]) -> None:
    """Go on as soon as that is so; the test gives up before this does.

    The bus tells nobody that a connection has gone: without a look now and then it might be waited for ever.
    """
    loop, look = QEventLoop(), QTimer(interval=20)
    look.start()
    while not so():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
desktop = Desktop()
made = keeper()
assert isinstance(made, Linux)
linux: Linux = made
found: dict[str, Any] = {"before": linux.can().dimming}
bus.registerVirtualObject("/org/freedesktop/ScreenSaver", desktop)
bus.registerService("org.freedesktop.ScreenSaver")
found["can"] = linux.can().dimming
linux.hold("A show")
linux.hold("A show")
until(lambda: bool(linux.answers))
found["asked"] = list(desktop.asked)
found["promised"] = len(linux.answers)
found["is_there"] = bool(bus.interface().isServiceRegistered(desktop.by[0]).value())
linux.let_go()
until(lambda: not bus.interface().isServiceRegistered(desktop.by[0]).value())
linux.hold("Another show")
until(lambda: bool(linux.answers))
found["again"] = len(desktop.asked)
sys.stdout.write(json.dumps(found))
