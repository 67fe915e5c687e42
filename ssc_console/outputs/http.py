"""Web addresses that a cue asks or posts to: a light, a slide computer, another program.

By Qt's own client on the interface thread's loop: it never waits there, not even for a name to be looked
up, which a thread with Python's own client would need a second clock for.
"""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from ssc_console import __version__
from ssc_console.outputs.outcome import Failed, Outcome, Performed
from ssc_console.show.actions import Action, Verb

PATIENCE = 5000
"""Milliseconds in which an address has to answer."""

_HEADER = QNetworkRequest.KnownHeaders
_STATUS = QNetworkRequest.Attribute.HttpStatusCodeAttribute


_LATE = (QNetworkReply.NetworkError.TimeoutError, QNetworkReply.NetworkError.OperationCanceledError)


class Http(QObject):
    """Performs `http get` and `http post`. An answer of 2xx is success; what it says is not read.

    Attributes:
        said: An `Outcome`. Never within the call of `perform`.
    """

    said = Signal(object)
    _soon = Signal(object)

    def __init__(self, parent: QObject | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._patience = patience
        # A client deleted on the spot, as a parent or Python deletes it, is still told by its own thread and
        # crashes Qt: it belongs to the application, and goes from the loop when this object has gone.
        self._network = QNetworkAccessManager(QCoreApplication.instance())
        self.destroyed.connect(self._network.deleteLater)
        self._soon.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._visits: dict[QNetworkReply, tuple[Action, object]] = {}

    def perform(self, action: Action, token: object) -> None:
        """Ask or post to the address of an action; a redirection is followed."""
        url = QUrl(action.about or "")
        if not url.isValid() or not url.host():
            why = f"“{action.about}” is no web address: look at it in the agenda."
            self.later(Failed(action, token, why))
            return
        request = QNetworkRequest(url)
        request.setTransferTimeout(self._patience)
        request.setHeader(_HEADER.UserAgentHeader, f"ssc-console/{__version__}")
        if action.verb is Verb.HTTP_POST:
            request.setHeader(_HEADER.ContentTypeHeader, "application/octet-stream")
            reply = self._network.post(request, b"")
        else:
            reply = self._network.get(request)
        self._wait_for(reply, action, token)

    def later(self, outcome: Outcome) -> None:
        """Say this, but not now."""
        QTimer.singleShot(0, self, lambda: self.said.emit(outcome))

    def _wait_for(self, reply: QNetworkReply, action: Action, token: object) -> None:
        self._visits[reply] = (action, token)
        # Only noted here, and done from the loop: a reply that is given up within its own signal crashes Qt.
        reply.metaDataChanged.connect(lambda: self._soon.emit(reply))
        reply.finished.connect(lambda: self._soon.emit(reply))

    def _hear(self, reply: QNetworkReply) -> None:
        """The first line of the answer is enough: a page that never ends holds nothing up."""
        if reply not in self._visits or not (_is_success(reply) or reply.isFinished()):
            return
        visit, why = self._visits.pop(reply), self._why_not(reply)
        if not reply.isFinished():
            reply.abort()
        reply.deleteLater()
        self.said.emit(Performed(*visit) if why is None else Failed(*visit, why))

    def _why_not(self, reply: QNetworkReply) -> str | None:
        if reply.error() in _LATE:
            return f"{_place(reply)} did not answer within {self._patience // 1000} s: look whether it is on."
        return _why_not(reply)


def _is_success(reply: QNetworkReply) -> bool:
    status = reply.attribute(_STATUS)
    return isinstance(status, int) and 200 <= status < 300


def _why_not(reply: QNetworkReply) -> str | None:
    if _is_success(reply):
        return None
    status = reply.attribute(_STATUS)
    if isinstance(status, int):
        return f"{_place(reply)} answers {status}: look at the address in the agenda."
    said = reply.errorString().rstrip(".")
    return f"{_place(reply)} can't be reached ({said[:1].lower()}{said[1:]}): look whether it is on."


def _place(reply: QNetworkReply) -> str:
    """The host alone: what follows it in an address may be a secret."""
    url = reply.request().url()
    return url.host() if url.port() == -1 else f"{url.host()}:{url.port()}"
