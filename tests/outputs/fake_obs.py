"""An OBS at the wire: a real WebSocket server that speaks obs-websocket 5, and misbehaves when it is told to.

It is for what the real OBS can't be made to show on demand; `real_obs.py` is about the real one.
"""

import base64
import contextlib
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

Answer = tuple[int, dict[str, Any]] | None
"""A code (100: done) and data; None: no answer at all."""


def hashed(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class FakeObs:
    """One OBS on a port of its own.

    Attributes:
        asked: Every request so far: its kind and its data.
        answers: What is answered, by the kind of request.
        keeps: Answers are kept back until `answer_all`.
        greets: It says hello.
    """

    def __init__(self, password: str = "", port: int = 0) -> None:
        self.password = password
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.identified = 0
        self.tries = 0
        self.keeps = False
        self.greets = True
        self.refuses_with: int | None = None
        self.scene = "Holding"
        self.recording: dict[str, Any] = {"outputActive": False}
        self.media: dict[str, Any] = {"mediaState": "OBS_MEDIA_STATE_NONE"}
        self.answers: dict[str, Callable[[dict[str, Any]], Answer]] = {}
        self._kept: list[str] = []
        self._connections: list[ServerConnection] = []
        self._all: list[ServerConnection] = []
        # The test and the console share a thread: neither can wait for the other to close in words.
        self._server = serve(self._serve, "127.0.0.1", port, close_timeout=0.1)
        self.port: int = self._server.socket.getsockname()[1]
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    # ------------------------------------------------------------------------------- told by a test

    def say(self, kind: str, **data: Any) -> None:
        self.send(json.dumps({"op": 5, "d": {"eventType": kind, "eventIntent": 1, "eventData": data}}))

    def send(self, text: str) -> None:
        for connection in self._connections:
            connection.send(text)

    def answer_all(self, backwards: bool = False) -> None:
        self.keeps = False
        kept, self._kept = self._kept, []
        for text in reversed(kept) if backwards else kept:
            self.send(text)

    def hang_up(self, code: int = 1000) -> None:
        for connection in tuple(self._connections):
            connection.close(code)

    def kill(self) -> None:
        """Gone in the middle of a sentence."""
        self.stop()

    def stop(self) -> None:
        for connection in tuple(self._all):
            with contextlib.suppress(OSError):
                connection.socket.shutdown(2)
        self._server.shutdown()
        self._thread.join()

    def kinds(self) -> list[str]:
        """What it was asked to do; questions left out."""
        return [kind for kind, _ in self.asked if not kind.startswith("Get")]

    # ------------------------------------------------------------------------------------ the wire

    def _serve(self, connection: ServerConnection) -> None:
        self.tries += 1
        self._all.append(connection)
        with contextlib.suppress(ConnectionClosed, OSError):
            if self._greet(connection):
                self.identified += 1
                self._connections.append(connection)
                connection.send('{"op": 2, "d": {"negotiatedRpcVersion": 1}}')
                for text in connection:
                    self._hear(json.loads(text))
        if connection in self._connections:
            self._connections.remove(connection)

    def _greet(self, connection: ServerConnection) -> bool:
        if not self.greets:
            connection.recv()
            return False
        if self.refuses_with is not None:
            connection.close(self.refuses_with)
            return False
        hello: dict[str, Any] = {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1}
        if self.password:
            hello["authentication"] = {"challenge": "ch+", "salt": "sa="}
        connection.send(json.dumps({"op": 0, "d": hello}))
        identify = json.loads(connection.recv())
        expected = hashed(hashed(self.password + "sa=") + "ch+") if self.password else None
        if identify["op"] != 1 or identify["d"].get("authentication") != expected:
            connection.close(4009, "Authentication failed.")
            return False
        return True

    def _hear(self, message: dict[str, Any]) -> None:
        asked = message["d"]
        kind, data = asked["requestType"], asked.get("requestData", {})
        self.asked.append((kind, data))
        answer = self._answer(kind, data)
        if answer is None:
            return
        code, said = answer
        status: dict[str, Any] = {"code": code, "result": code == 100}
        if code != 100:
            status["comment"] = "No."
        response = {"requestType": kind, "requestId": asked["requestId"], "requestStatus": status}
        text = json.dumps({"op": 7, "d": {**response, "responseData": said}})
        if self.keeps:
            self._kept.append(text)
        else:
            self.send(text)

    def _answer(self, kind: str, data: dict[str, Any]) -> Answer:
        if kind in self.answers:
            return self.answers[kind](data)
        if kind == "SetCurrentProgramScene":
            self.scene = data["sceneName"]
        said: dict[str, dict[str, Any]] = {
            "GetCurrentProgramScene": {"currentProgramSceneName": self.scene},
            "GetSceneItemId": {"sceneItemId": 7},
            "GetRecordStatus": self.recording,
            "GetStreamStatus": {"outputActive": False},
            "GetMediaInputStatus": self.media,
        }
        return 100, said.get(kind, {})


@contextlib.contextmanager
def fake_obs(password: str = "", port: int = 0) -> Iterator[FakeObs]:
    obs = FakeObs(password, port)
    try:
        yield obs
    finally:
        obs.stop()
