"""The messages of obs-websocket 5: made and read here, and nowhere else. Pure.

The protocol: https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from enum import IntEnum
from typing import Any

from ssc_console.show.value import value
from ssc_console.timecode import from_milliseconds

RPC_VERSION = 1

LONGEST = 1e9
"""Milliseconds, eleven days: no recording and no video is longer."""

SUBSCRIPTIONS = (1 << 0) | (1 << 2) | (1 << 6) | (1 << 8)
"""General, scenes, outputs, media inputs: no more than is used: the interface thread reads each event."""


class Closed(IntEnum):
    """Why OBS closed the connection, as far as it makes a difference."""

    WRONG_PASSWORD = 4009
    OTHER_VERSION = 4010
    BARRED = 4011  # "the client must not reconnect automatically"


class Code(IntEnum):
    """Why OBS did not do what it was asked, as far as it makes a difference."""

    RUNS_ALREADY = 500
    DOES_NOT_RUN = 501
    NOT_FOUND = 600


class Garbage(ValueError):
    """Not what obs-websocket 5 says."""


@value
class Hello:
    """OBS greets. Both are given if it wants a password, or neither."""

    challenge: str | None = None
    salt: str | None = None


@value
class Identified:
    """OBS takes requests from now on."""


@value
class Happened:
    """An event."""

    kind: str
    data: Mapping[str, Any]


@value
class Answered:
    """OBS did what request `number` asked.

    Attributes:
        data: What it says to it.
    """

    number: str
    data: Mapping[str, Any]


@value
class Declined:
    """OBS did not do what request `number` asked.

    Attributes:
        comment: In OBS's words; may be empty.
    """

    number: str
    code: int
    comment: str


Incoming = Hello | Identified | Happened | Answered | Declined


def read(text: str) -> Incoming | None:
    """What a message says; None: something that this console has no use for.

    Raises:
        Garbage: It is no message of obs-websocket 5.
    """
    try:
        message = json.loads(text)
        reader = _READERS.get(message["op"])
        return None if reader is None else reader(_mapping(message["d"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as why:
        raise Garbage(f"no message of obs-websocket 5 ({type(why).__name__})") from why


def _mapping(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data


def _hello(data: Mapping[str, Any]) -> Incoming:
    if "rpcVersion" not in data:
        raise KeyError("rpcVersion")
    asked = data.get("authentication")
    return Hello() if asked is None else Hello(str(asked["challenge"]), str(asked["salt"]))


def _event(data: Mapping[str, Any]) -> Incoming:
    return Happened(str(data["eventType"]), _mapping(data.get("eventData") or {}))


def _response(data: Mapping[str, Any]) -> Incoming:
    number, status = str(data["requestId"]), _mapping(data["requestStatus"])
    if status["result"] is True:
        return Answered(number, _mapping(data.get("responseData") or {}))
    return Declined(number, int(status["code"]), str(status.get("comment") or ""))


_READERS = {0: _hello, 2: lambda _: Identified(), 5: _event, 7: _response}


def identify(hello: Hello, password: str) -> str:
    """The answer to OBS's greeting."""
    data: dict[str, Any] = {"rpcVersion": RPC_VERSION, "eventSubscriptions": SUBSCRIPTIONS}
    if hello.challenge is not None and hello.salt is not None:
        data["authentication"] = _hashed(_hashed(password + hello.salt) + hello.challenge)
    return _text(1, data)


def request(number: str, kind: str, data: Mapping[str, Any]) -> str:
    """A request; `number` comes back with its answer."""
    return _text(6, {"requestType": kind, "requestId": number, "requestData": data})


def _text(op: int, data: Mapping[str, Any]) -> str:
    return json.dumps({"op": op, "d": data}, ensure_ascii=False)


def _hashed(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def span(plain: Any) -> timedelta | None:
    """A count of milliseconds, as OBS gives it; None: it gives none, or no sensible one."""
    is_count = isinstance(plain, int | float) and 0 <= plain < LONGEST
    return from_milliseconds(round(plain)) if is_count else None


def name(plain: Any) -> str | None:
    """A name, as OBS gives it; None: it gives none."""
    return plain if isinstance(plain, str) else None


def rows(data: Mapping[str, Any], list_: str) -> list[Mapping[str, Any]]:
    """One of OBS's lists; what is no list has nothing in it."""
    found = data.get(list_)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
