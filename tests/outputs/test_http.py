"""Web addresses that a cue asks: against a real server on this machine."""

import gc
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.outputs.http import Http
from ssc_console.outputs.outcome import Failed, Outcome, Performed
from ssc_console.show.actions import Action, Verb, parse


class Light(BaseHTTPRequestHandler):
    """A light that can be switched on, and behaves badly at some addresses."""

    asked: list[str]
    hanging = threading.Event()

    def _answer(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if self.path == "/silent":
            self.hanging.wait(10)
            return
        self.send_response({"/gone": 404, "/broken": 500, "/none": 204, "/moved": 302}.get(self.path, 200))
        if self.path == "/moved":
            self.send_header("Location", "/on")
        if self.path == "/endless":
            self.send_header("Content-Length", "1000000")
        elif self.path != "/none":
            self.send_header("Content-Length", "0")
        self.end_headers()
        if self.path == "/endless":
            self.wfile.write(b"x")
            self.wfile.flush()
            self.hanging.wait(10)

    do_GET = do_POST = _answer  # noqa: N815 - the names of http.server

    def log_message(self, *_: object) -> None:
        """A test is quiet."""


@pytest.fixture
def light() -> Iterator[ThreadingHTTPServer]:
    Light.asked = []
    Light.hanging = threading.Event()
    with ThreadingHTTPServer(("127.0.0.1", 0), Light) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        Light.hanging.set()
        server.shutdown()
        thread.join()


def done(qtbot: QtBot, action: Action, patience: int = 5000) -> Outcome:
    http = Http(patience=patience)
    said: list[Outcome] = []
    http.said.connect(said.append)
    http.perform(action, "light/1")
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    return said[0]


def asked(qtbot: QtBot, light: ThreadingHTTPServer, path: str, method: str = "get") -> Outcome:
    return done(qtbot, parse(f"http {method}: http://127.0.0.1:{light.server_port}{path}"))


def why(outcome: Outcome) -> str:
    assert isinstance(outcome, Failed), outcome
    return outcome.why


@pytest.mark.parametrize("path", ["/on", "/none", "/moved", "/endless"])
def test_an_answer_of_2xx_is_success_whatever_follows_it(
    qtbot: QtBot, light: ThreadingHTTPServer, path: str
) -> None:
    outcome = asked(qtbot, light, path)
    assert isinstance(outcome, Performed)
    assert outcome.token == "light/1"
    assert Light.asked[0] == f"GET {path}"


def test_a_post_is_a_post(qtbot: QtBot, light: ThreadingHTTPServer) -> None:
    assert isinstance(asked(qtbot, light, "/on", "post"), Performed)
    assert Light.asked == ["POST /on"]


@pytest.mark.parametrize(("path", "code"), [("/gone", 404), ("/broken", 500)])
def test_another_answer_is_said_with_its_number(
    qtbot: QtBot, light: ThreadingHTTPServer, path: str, code: int
) -> None:
    place = f"127.0.0.1:{light.server_port}"
    assert why(asked(qtbot, light, path)) == f"{place} answers {code}: look at the address in the agenda."


def test_a_light_that_is_silent_is_not_waited_for(qtbot: QtBot, light: ThreadingHTTPServer) -> None:
    action = parse(f"http get: http://127.0.0.1:{light.server_port}/silent")
    assert "did not answer within 1 s" in why(done(qtbot, action, patience=1000))


def test_a_light_that_is_off_is_said(qtbot: QtBot) -> None:
    said = why(done(qtbot, parse("http get: http://127.0.0.1:9/key?secret=1")))
    assert said == "127.0.0.1:9 can't be reached (connection refused): look whether it is on."


def test_an_address_that_is_none_is_said(qtbot: QtBot) -> None:
    assert "no web address" in why(done(qtbot, Action(Verb.HTTP_GET, "http://x:99999/")))


def test_a_console_that_closes_in_the_midst_of_an_answer_does_not_crash(
    qtbot: QtBot, light: ThreadingHTTPServer
) -> None:
    """Where Qt's client is deleted on the spot, this ends the process within some hundred answers."""
    action = parse(f"http get: http://127.0.0.1:{light.server_port}/moved")
    for turns in range(300):
        Http().perform(action, "light/1")
        for _ in range(turns % 30):
            QApplication.processEvents()
        if turns % 10 == 0:
            gc.collect()
    qtbot.waitUntil(lambda: len(Light.asked) > 0)
