"""OSC messages that a cue sends: to a real socket on this machine."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.outputs.osc import Osc
from ssc_console.outputs.outcome import Failed, Outcome, Performed
from ssc_console.show.actions import Action, Verb


def _knows(name: str) -> bool:
    try:
        socket.getaddrinfo(name, 0)
    except OSError:
        return False
    return True


@pytest.fixture
def mixer() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.bind(("127.0.0.1", 0))
        udp.settimeout(5)
        yield udp


def sent(qtbot: QtBot, about: str) -> Outcome:
    osc = Osc()
    said: list[Outcome] = []
    osc.said.connect(said.append)
    osc.perform(Action(Verb.OSC, about), 7)
    assert said == []
    qtbot.waitUntil(lambda: bool(said), timeout=10000)
    return said[0]


def test_a_message_arrives_as_osc_1_0_writes_it(qtbot: QtBot, mixer: socket.socket) -> None:
    outcome = sent(qtbot, f'127.0.0.1:{mixer.getsockname()[1]} /cue/1 3 0.5 "hi" true false')
    assert isinstance(outcome, Performed)
    # By hand: address and types padded to four bytes; 3 and 0.5 big-endian; true and false have no data.
    assert mixer.recv(1000) == b"/cue/1\0\0,ifsTF\0\0\0\0\0\x03\x3f\0\0\0hi\0\0"


def test_a_message_without_arguments_has_an_empty_list_of_types(qtbot: QtBot, mixer: socket.socket) -> None:
    assert isinstance(sent(qtbot, f"127.0.0.1:{mixer.getsockname()[1]} /go"), Performed)
    assert mixer.recv(1000) == b"/go\0,\0\0\0"


@pytest.mark.skipif(not _knows("localhost"), reason="this system does not know its own name")
def test_a_name_is_looked_up(qtbot: QtBot, mixer: socket.socket) -> None:
    assert isinstance(sent(qtbot, f"localhost:{mixer.getsockname()[1]} /go"), Performed)
    assert mixer.recv(1000).startswith(b"/go")


def test_a_host_that_does_not_exist_is_said(qtbot: QtBot) -> None:
    outcome = sent(qtbot, "no-such-host.invalid:9 /go")
    assert isinstance(outcome, Failed)
    assert "no-such-host.invalid" in outcome.why


def test_a_message_that_is_too_long_for_a_packet_is_said(qtbot: QtBot, mixer: socket.socket) -> None:
    outcome = sent(qtbot, f'127.0.0.1:{mixer.getsockname()[1]} /go "{"x" * 70000}"')
    assert isinstance(outcome, Failed)
    assert "Nothing can be sent to 127.0.0.1" in outcome.why


def test_what_is_no_message_is_said(qtbot: QtBot) -> None:
    outcome = sent(qtbot, "127.0.0.1:9 /go now")
    assert isinstance(outcome, Failed)
    assert "a text stands in quotes" in outcome.why
