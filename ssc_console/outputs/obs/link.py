"""The connection to OBS: opened, identified, asked, watched, and opened again for ever.

It runs on the interface thread's own loop and never waits there: Qt's WebSocket sends and hears without
blocking, so no thread, no lock and no second queue stand between a key and OBS.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkProxy
from PySide6.QtWebSockets import QWebSocket

from ssc_console.outputs.obs import messages as m
from ssc_console.outputs.obs.requests import Ask, NoAnswer, Reply
from ssc_console.outputs.obs.settings import PASSWORD, ObsSettings
from ssc_console.outputs.obs.state import Phase
from ssc_console.show.instants import SECOND
from ssc_console.show.value import value
from ssc_console.timecode import milliseconds

LARGEST = 4 << 20
"""Bytes of one message; the longest list of scenes is far below."""


@value
class Patience:
    """How long OBS is waited for.

    Attributes:
        pauses: Before each new try; the last one for ever after.
        greeting: From the beginning of a try until OBS takes requests.
        answer: For the answer to a request.
        pulse: Between two signs of life, and for the second.
    """

    pauses: tuple[timedelta, ...] = (SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND, 30 * SECOND)
    greeting: timedelta = 5 * SECOND
    answer: timedelta = 3 * SECOND
    pulse: timedelta = 5 * SECOND


@value
class Standing:
    """How the connection stands: see `ObsState`."""

    phase: Phase
    why: str = ""
    retry: timedelta | None = None


class Link(QObject):
    """One connection at a time; after each loss another try, unless OBS said that there must be none.

    Attributes:
        stands: Another `Standing`.
        happened: An event of OBS: its kind and its data.
    """

    stands = Signal(object)
    happened = Signal(str, object)

    def __init__(self, settings: ObsSettings, patience: Patience, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.standing = Standing(Phase.OFF)
        self._settings = settings
        self._patience = patience
        self._socket: QWebSocket | None = None
        self._waiting: dict[str, tuple[Callable[[Reply], None], QTimer]] = {}
        self._count = 0
        self._tries = 0
        self._retry = self._timer(self._open, once=True)
        self._greeting = self._timer(self._not_greeted, once=True)
        self._pulse = self._timer(self._beat)
        self._alive = True

    def _timer(self, does: Callable[[], None], once: bool = False) -> QTimer:
        timer = QTimer(self, singleShot=once)
        timer.timeout.connect(does)
        return timer

    # ------------------------------------------------------------------------------ for the surface

    def open(self) -> None:
        """Connect, now and after each loss. Once more: try again at once, even where it was given up."""
        if self._socket is None:
            self._tries = 0
            self._open()

    def use(self, settings: ObsSettings) -> None:
        """Connect with these from the next try on; the connection that there is stays."""
        self._settings = settings

    def close(self, why: str = "") -> None:
        """Be gone, and stay so; if there is a reason, what still waits for an answer is told of it."""
        self._drop(says_goodbye=self.standing.phase is Phase.CONNECTED)
        self._retry.stop()
        self._stand(Standing(Phase.OFF, why))
        if why:
            self._answer_all(NoAnswer(f"OBS is gone ({why})"))

    def ask(self, ask: Ask, then: Callable[[Reply], None]) -> None:
        """Ask OBS for something; `then` is told its answer, or that there is none, later."""
        socket = self._socket
        if socket is None or self.standing.phase is not Phase.CONNECTED:
            then(NoAnswer(f"OBS at {self._settings.place} is not connected"))
            return
        self._count += 1
        number = str(self._count)
        timer = QTimer(self, singleShot=True, interval=milliseconds(self._patience.answer))
        timer.timeout.connect(lambda: self._answer(number, NoAnswer("OBS does not answer")))
        timer.start()
        self._waiting[number] = (then, timer)
        socket.sendTextMessage(m.request(number, ask.kind, ask.data))

    # ---------------------------------------------------------------------------------- one try

    def _open(self) -> None:
        self._retry.stop()
        if self.standing.phase in (Phase.OFF, Phase.BARRED):
            self._stand(Standing(Phase.CONNECTING))
        socket = QWebSocket(parent=self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.setMaxAllowedIncomingMessageSize(LARGEST)
        socket.textMessageReceived.connect(self._heard)
        socket.disconnected.connect(lambda: self._gone(socket))
        socket.errorOccurred.connect(lambda _: self._gone(socket))
        socket.pong.connect(self._has_pulse)
        self._socket = socket
        self._greeting.start(milliseconds(self._patience.greeting))
        socket.open(QUrl(f"ws://{self._settings.place}"))

    def _heard(self, text: str) -> None:
        try:
            message = m.read(text)
        except m.Garbage:
            self._lose("what answers there does not speak obs-websocket 5: look at the host and the port")
            return
        if isinstance(message, m.Hello):
            self._greet(message)
        elif isinstance(message, m.Identified):
            self._greeting.stop()
            self._pulse.start(milliseconds(self._patience.pulse))
            self._alive = True
            self._stand(Standing(Phase.CONNECTED))
        elif isinstance(message, m.Happened):
            self._take_up(message)
        elif isinstance(message, m.Answered | m.Declined):
            self._answer(message.number, message)

    def _greet(self, hello: m.Hello) -> None:
        if hello.challenge is not None and not self._settings.password:
            self._lose(f"it asks for a password, and {PASSWORD} is not set", Phase.REFUSED)
        elif self._socket is not None:
            self._socket.sendTextMessage(m.identify(hello, self._settings.password))

    def _take_up(self, event: m.Happened) -> None:
        if event.kind == "ExitStarted":
            self._lose("it was closed")
        else:
            self.happened.emit(event.kind, event.data)

    def _answer(self, number: str, reply: Reply) -> None:
        """The answer to a request; one that comes too late belongs to nothing any more."""
        then, timer = self._waiting.pop(number, (None, None))
        if then is not None and timer is not None:
            timer.stop()
            timer.deleteLater()
            then(reply)

    # ---------------------------------------------------------------------------------- its loss

    def _not_greeted(self) -> None:
        self._lose("it does not answer: look at the host and the port, and whether OBS hangs")

    def _beat(self) -> None:
        """A network that was unplugged says nothing by itself."""
        if not self._alive:
            self._lose("it no longer answers")
        elif self._socket is not None:
            self._alive = False
            self._socket.ping()

    def _has_pulse(self) -> None:
        self._alive = True
        self._tries = 0  # a connection that breaks off at once does not make the pauses short again

    def _gone(self, socket: QWebSocket) -> None:
        if socket is self._socket:
            phase, why = _reason(int(socket.closeCode().value), socket.errorString())
            self._lose(why, phase)

    def _lose(self, why: str, phase: Phase = Phase.LOST) -> None:
        pauses = self._patience.pauses
        pause = pauses[-1] if phase is Phase.REFUSED else pauses[min(self._tries, len(pauses) - 1)]
        self._tries += 1
        self._drop()
        if phase is Phase.BARRED:
            self._stand(Standing(phase, why))
        else:
            self._retry.start(milliseconds(pause))
            self._stand(Standing(phase, why, pause))
        self._answer_all(NoAnswer(f"OBS is gone ({why})"))

    def _answer_all(self, reply: Reply) -> None:
        for number in tuple(self._waiting):
            self._answer(number, reply)

    def _drop(self, says_goodbye: bool = False) -> None:
        socket, self._socket = self._socket, None
        self._greeting.stop()
        self._pulse.stop()
        if socket is not None:
            socket.blockSignals(True)
            if says_goodbye:
                socket.close()  # OBS shows who is connected
            else:
                socket.abort()
            socket.deleteLater()

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.stands.emit(standing)


def _reason(code: int, error: str) -> tuple[Phase, str]:
    """Why a connection is gone, by the code with which OBS closed it, or by what the network says."""
    if code == m.Closed.WRONG_PASSWORD:
        return Phase.REFUSED, "it does not take this password"
    if code == m.Closed.OTHER_VERSION:
        return Phase.REFUSED, "it speaks another obs-websocket, and 5 is needed: OBS 28 or newer"
    if code == m.Closed.BARRED:
        return Phase.BARRED, "somebody there ended this connection"
    return Phase.LOST, error[:1].lower() + error[1:].rstrip(".") if error else "the connection broke off"
