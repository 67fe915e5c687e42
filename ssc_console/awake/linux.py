"""On Linux: the desktop is asked to leave the screen on, and logind not to sleep.

Both end what they promised when the connection that asked is gone, so no answer's number has to be kept; what
logind gives is a file that is open as long as its answer is kept.
"""

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from ssc_console.awake import APP, Promise
from ssc_console.awake.buses import has_a_session_bus, has_a_system_bus
from ssc_console.show.value import value

_PATIENCE = 3000
"""Milliseconds for which an answer is waited for, beside the show."""
_OURS = "ssc-console-awake-"


@value
class _Service:
    """Somebody on a bus who can be asked."""

    bus: QDBusConnection.BusType
    name: str
    path: str
    interface: str

    def is_on(self, connection: QDBusConnection) -> bool:
        """Whether it is there."""
        return bool(connection.interface().isServiceRegistered(self.name).value())

    def call(self, *arguments: str) -> QDBusMessage:
        """The question."""
        message = QDBusMessage.createMethodCall(self.name, self.path, self.interface, "Inhibit")
        message.setArguments(list(arguments))
        return message


_SCREEN = _Service(
    QDBusConnection.BusType.SessionBus,
    "org.freedesktop.ScreenSaver",
    "/org/freedesktop/ScreenSaver",
    "org.freedesktop.ScreenSaver",
)
_LOGIND = _Service(
    QDBusConnection.BusType.SystemBus,
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
)


class Linux(QObject):
    """What was promised is kept in `answers` until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[str] = []
        self._asked: list[QDBusPendingCallWatcher] = []
        self.answers: list[QDBusMessage] = []

    def can(self) -> Promise:
        """Who is there to be asked."""
        screen = has_a_session_bus() and self._is_there(_SCREEN)
        logind = has_a_system_bus() and self._is_there(_LOGIND)
        return Promise(sleep=screen or logind, dimming=screen)

    def _is_there(self, service: _Service) -> bool:
        name = f"{_OURS}ask"
        connection = QDBusConnection.connectToBus(service.bus, name)
        there = connection.isConnected() and service.is_on(connection)
        del connection
        QDBusConnection.disconnectFromBus(name)
        return there

    def hold(self, why: str) -> None:
        """Ask both; nobody waits for an answer."""
        if self._held:
            return
        if has_a_session_bus():
            self._ask(_SCREEN, APP, why)
        if has_a_system_bus():
            self._ask(_LOGIND, "sleep:idle", APP, why, "block")

    def _ask(self, service: _Service, *arguments: str) -> None:
        name = f"{_OURS}{service.name}"
        self._held.append(name)
        connection = QDBusConnection.connectToBus(service.bus, name)
        if connection.isConnected():
            asked = QDBusPendingCallWatcher(connection.asyncCall(service.call(*arguments), _PATIENCE), self)
            asked.finished.connect(self._answered)
            self._asked.append(asked)

    def _answered(self, asked: QDBusPendingCallWatcher) -> None:
        if asked in self._asked:
            self._asked.remove(asked)
            if not asked.isError():
                self.answers.append(asked.reply())

    def let_go(self) -> None:
        """Be gone from the buses."""
        for asked in self._asked:
            asked.deleteLater()
        self._asked.clear()
        self.answers.clear()
        for name in self._held:
            QDBusConnection.disconnectFromBus(name)
        self._held.clear()
