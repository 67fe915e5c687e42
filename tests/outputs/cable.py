"""A network cable that can be unplugged: a connection over it stays open and says nothing more."""

import contextlib
import socket
import threading


class Cable:
    """What connects to `port` is connected to another one on this machine."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._listens = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listens.getsockname()[1]
        self._plugged = threading.Event()
        self._plugged.set()
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def unplug(self) -> None:
        self._plugged.clear()

    def plug_in(self) -> None:
        self._plugged.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                one, _ = self._listens.accept()
                other = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [one, other]
                for ends in ((one, other), (other, one)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._plugged.wait()
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)

    def __enter__(self) -> "Cable":
        return self

    def __exit__(self, *_: object) -> None:
        self._plugged.set()
        for end in (self._listens, *self._ends):
            end.close()
