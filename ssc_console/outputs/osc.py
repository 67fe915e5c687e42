"""OSC messages that a cue sends: over UDP, so nobody answers, and what can be known is that it went out."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QHostInfo, QUdpSocket

from ssc_console.outputs.outcome import Failed, Outcome, Performed
from ssc_console.show.actions import Action
from ssc_console.show.osc import NotOsc, OscMessage, read_osc

PATIENCE = 5000
"""Milliseconds in which the name of a host has to be found."""


class Osc(QObject):
    """Performs `osc`. A name is looked up without waiting; an address goes out at once.

    Attributes:
        said: An `Outcome`. Never within the call of `perform`.
    """

    said = Signal(object)

    def __init__(self, parent: QObject | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        self._socket = QUdpSocket(self)
        self._on_their_way: dict[int, tuple[Action, object]] = {}
        self._count = 0

    def perform(self, action: Action, token: object) -> None:
        """Send the message of an action."""
        self._count += 1
        number = self._count
        self._on_their_way[number] = (action, token)
        try:
            message = read_osc(action.about or "")
            packet = packet_of(message)
        except NotOsc as why:
            self._end(number, f"“{action.about}” can't be sent: {why}.")
            return
        address = QHostAddress(message.host)
        if not address.isNull():
            self._end(number, self._send(packet, address, message))
            return
        QHostInfo.lookupHost(  # type: ignore[call-overload] # the stubs lack the form that the docs have
            message.host, lambda found: self._found(number, found, packet, message)
        )
        late = f"The name “{message.host}” was not found within {self._patience // 1000} s: look at it."
        QTimer.singleShot(self._patience, self, lambda: self._end(number, late))

    def _found(self, number: int, found: QHostInfo, packet: bytes, message: OscMessage) -> None:
        if number not in self._on_their_way:
            return  # too late
        # An IPv4 address first: few consoles that speak OSC listen on the other kind.
        addresses = sorted(found.addresses(), key=lambda each: each.protocol() is not _IPV4)
        if addresses:
            self._end(number, self._send(packet, addresses[0], message))
        else:
            self._end(number, f"There is no host “{message.host}”: look at its name, or write its address.")

    def _send(self, packet: bytes, address: QHostAddress, message: OscMessage) -> str | None:
        """Send it; None, or why it did not go out."""
        if self._socket.writeDatagram(packet, address, message.port) == len(packet):
            return None
        said = self._socket.errorString().rstrip(".")
        return f"Nothing can be sent to {message.host} ({said[:1].lower()}{said[1:]}): look at the network."

    def _end(self, number: int, why: str | None) -> None:
        """Say what became of it, once, and not within `perform`."""
        if number not in self._on_their_way:
            return
        action, token = self._on_their_way.pop(number)
        outcome: Outcome = Performed(action, token) if why is None else Failed(action, token, why)
        QTimer.singleShot(0, self, lambda: self.said.emit(outcome))


_IPV4 = QAbstractSocket.NetworkLayerProtocol.IPv4Protocol


def packet_of(message: OscMessage) -> bytes:
    """The message as it goes over the wire.

    Raises:
        NotOsc: It can't be written.
    """
    from pythonosc.osc_message_builder import BuildError, OscMessageBuilder

    builder = OscMessageBuilder(address=message.address)
    try:
        for argument in message.arguments:
            builder.add_arg(argument)
        packet: bytes = builder.build().dgram
    except BuildError as why:
        raise NotOsc(str(why)) from why
    return packet
