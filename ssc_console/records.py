"""The record of an event, or of any value: what is written down of it, and read again by the values' types.

Instants are RFC 3339 with milliseconds, spans are integer milliseconds. There is one version so far; a record
of a newer one is refused with that version's number.
"""

import re
import types
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from ssc_console import timecode
from ssc_console.show.events import Event, Fact
from ssc_console.show.instants import ShowInstant
from ssc_console.show.value import fields, is_value

Json = dict[str, Any]

EVENT_VERSION = 1
"""Of an event's record; a reader that knows less says so."""


def type_name(fact: object) -> str:
    """``SegmentTaken`` as ``segment_taken``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", str(getattr(fact, "__name__", fact))).lower()


FACTS: dict[str, type] = {type_name(fact): fact for fact in get_args(Fact)}
"""The kinds of facts by the `type` of their records."""

_ENVELOPE = frozenset({"version", "seq", "command", "airing", "at", "wall_offset_ms", "by", "type"})


# ---- written


def event_record(event: Event, zone: str) -> Json:
    """An event as the journal has it: the envelope, then the fact's own fields."""
    return {
        "version": EVENT_VERSION,
        "seq": event.seq,
        "command": event.command,
        "airing": event.airing,
        "at": timecode.rfc3339(event.at, zone),
        "wall_offset_ms": timecode.milliseconds(event.wall_offset),
        "by": event.by,
        "type": type_name(type(event.fact)),
        **record_of(event.fact, zone),
    }


def record_of(value: Any, zone: str = "UTC") -> Json:
    """A value's fields, values within it included; instants in that zone's offset."""
    record: Json = {}
    for each in fields(value):
        if not each.init:
            continue  # made from the others
        plain = _plain(getattr(value, each.name), zone)
        is_span = isinstance(getattr(value, each.name), timedelta)
        record[f"{each.name}_ms" if is_span else each.name] = plain
    return record


def _plain(value: Any, zone: str) -> Any:
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return timecode.rfc3339(value, zone)
    if isinstance(value, timedelta):
        return timecode.milliseconds(value)
    if isinstance(value, tuple):
        return [_plain(each, zone) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each, zone) for key, each in value.items()}
    return record_of(value, zone) if is_value(value) else value


_AS_THEY_ARE = frozenset({str, int, bool, float})
"""Most of what is written down: not asked what else they might be, which takes longer than all the rest."""


# ---- read


class UnreadableRecord(ValueError):
    """A record that no event can be made of; the text says why."""


def event_of(record: Json) -> Event:
    """The event that a record is of.

    Raises:
        UnreadableRecord: It is of a newer version, or no record at all.
    """
    try:
        _check_version(record["version"])
        kind = FACTS[record["type"]]
        own = {name: each for name, each in record.items() if name not in _ENVELOPE}
        return Event(
            seq=record["seq"],
            command=record["command"],
            airing=record["airing"],
            at=ShowInstant(timecode.parse_rfc3339(record["at"])),
            wall_offset=timecode.from_milliseconds(record["wall_offset_ms"]),
            by=record["by"],
            fact=_value(kind, own),
        )
    except UnreadableRecord:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as why:
        raise UnreadableRecord(f"it is damaged ({why})") from why


def _check_version(version: object) -> None:
    if not isinstance(version, int) or version > EVENT_VERSION:
        raise UnreadableRecord(
            f"it was written by a newer console (events of version {version}; this one reads up to "
            f"{EVENT_VERSION}): use that console, or a newer one"
        )


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def value_of(kind: type, record: Json) -> Any:
    """The value that `record_of` wrote down.

    Raises:
        KeyError, TypeError, ValueError: The record is not one of such a value.
    """
    return _value(kind, record)


def _value(kind: type, record: Json) -> Any:
    given = {}
    for name, hint in _hints(kind).items():
        key = name if name in record else f"{name}_ms"  # a span carries its unit
        if key in record:
            given[name] = _read(hint, record[key])
    return kind(**given)


def _read(hint: Any, plain: Any) -> Any:
    if plain is None:
        return None
    hint = _without_none(getattr(hint, "__supertype__", hint))
    if hint is datetime:
        return timecode.parse_rfc3339(plain)
    if hint is timedelta:
        return timecode.from_milliseconds(plain)
    origin = get_origin(hint)
    if origin is tuple:
        return tuple(_read(get_args(hint)[0], each) for each in plain)
    if origin is not None:  # a mapping by text
        return {key: _read(get_args(hint)[1], each) for key, each in plain.items()}
    return _read_single(hint, plain)


def _read_single(kind: type, plain: Any) -> Any:
    if issubclass(kind, Enum):
        return kind(plain)
    if not issubclass(kind, str | bool | int):
        return _value(kind, plain)
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is not {kind.__name__}")
    return plain


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        (only,) = (each for each in get_args(hint) if each is not type(None))
        return _without_none(getattr(only, "__supertype__", only))
    return hint
