"""An OSC message in words: ``10.0.0.5:53000 /cue/1/start 3 0.5 "hello" true``. Pure; sent elsewhere."""

import re
from collections.abc import Iterator

from ssc_console.show.value import value

Argument = bool | int | float | str


@value
class OscMessage:
    """A message and where it goes.

    Attributes:
        host: A name or an IPv4 address.
        port: 1 to 65535.
        address: Begins with a slash.
        arguments: A whole number fits 64 bits, another one a 32-bit float.
    """

    host: str
    port: int
    address: str
    arguments: tuple[Argument, ...] = ()


class NotOsc(ValueError):
    """A text that is no OSC message; the text says why, in a few words."""


_MESSAGE = re.compile(
    r"(?P<host>[^\s:/]+):(?P<port>[0-9]{1,5}) (?P<address>/\S*)(?: (?P<rest>.*))?", re.DOTALL
)
_WORD = re.compile(r'\s*(?:"([^"]*)"|“([^”]*)”|(\S+))(?=\s|$)')
_QUOTES = '"“”'
_WHOLE = re.compile(r"[+-]?[0-9]{1,19}")
_FRACTION = re.compile(r"[+-]?[0-9]{1,30}\.[0-9]*")


def read_osc(text: str) -> OscMessage:
    """The message that a text means.

    Raises:
        NotOsc: It means none.
    """
    found = _MESSAGE.fullmatch(text)
    if found is None:
        raise NotOsc("it is not host:port, the OSC address, and its arguments")
    port = int(found["port"])
    if not 1 <= port <= 65535:
        raise NotOsc(f"{port} is no port: it is a number from 1 to 65535")
    return OscMessage(found["host"], port, found["address"], tuple(_arguments(found["rest"] or "")))


def _arguments(rest: str) -> Iterator[Argument]:
    for word in _WORD.finditer(rest):
        straight, curly, plain = word.groups()
        yield _plain(plain) if plain is not None else curly if straight is None else straight


def _plain(word: str) -> Argument:
    if word.lower() in ("true", "false"):
        return word.lower() == "true"
    if _WHOLE.fullmatch(word):
        number = int(word)
        if -(2**63) <= number < 2**63:
            return number
        raise NotOsc(f"{word} is too large")
    if _FRACTION.fullmatch(word):
        return float(word)
    if word[0] in _QUOTES:
        raise NotOsc(f"the text that begins with {word} does not end: quotes stand around all of it")
    raise NotOsc(f'{word} is no number, true or false: a text stands in quotes, "{word}"')
