"""How each type of value is read from its node: one function a type, gathered in `READERS`.

A reader gives the value, or notes a problem and gives None. Texts that recur are read once.
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any

from ssc_console import timecode
from ssc_console.agenda import explain
from ssc_console.agenda.explain import FIRST_YEAR, LAST_YEAR, LONGEST, Explained
from ssc_console.agenda.fields import ADVANCES, AT_ENDS, KINDS, ROLLS, Type
from ssc_console.agenda.problems import INVISIBLE, Findings, quoted
from ssc_console.agenda.syntax import MappingNode, Node, ScalarNode, SequenceNode
from ssc_console.agenda.texts import long_text, scalar, text
from ssc_console.show.actions import NotAnAction, parse
from ssc_console.show.instants import ZERO
from ssc_console.show.rundown import CHEAPEST, DEAREST, AtEnd, Kind, Moment, id_from_title

MEDIA = "media"
"""What `duration` says where the file's own length is meant."""

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
LINK_PATTERN = "https?://[^ .]+[.][^ ]+"
CUE_ID_PATTERN = f"{ID_PATTERN}(/{ID_PATTERN})*"
PRIORITY_PATTERN = f"[{DEAREST}-{CHEAPEST}]"
MOMENT_PATTERN = "(?:(.+) (before|after) )?(start|begin|end|hard out)"

DATE_PATTERN = "([0-9]{4})-([0-9]{2})-([0-9]{2})"

_KIND_BY_WORD = {kind.value: kind for kind in Kind}
_MOMENT_BY_WORD = {moment.value: moment for moment in Moment}
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

Reader = Callable[[Findings, Node], Any]  # Any: each type has a value of its own; `Entry` users know which


def _read_with(parse: Callable[[str], Any], refused: Callable[[str], Explained]) -> Reader:
    """A reader of texts that `parse` reads or gives None for, and `refused` then explains."""

    def read(found: Findings, node: Node) -> Any:
        value = node.value if type(node) is ScalarNode else None
        parsed = parse(value) if value is not None else None
        if parsed is not None:
            return parsed
        value = scalar(found, node)
        if value is None:
            return None
        parsed = parse(value)
        if parsed is None:
            explained = _refusal(value, parse, refused)
            found.add(explained.code, node, explained.message, explained.hint)
        return parsed

    return read


def _refusal(value: str, parse: Callable[[str], Any], refused: Callable[[str], Explained]) -> Explained:
    """Why a text is refused; where all that is wrong is a character that can't be seen, that."""
    if value.isprintable():
        return refused(value)
    seen = re.sub(INVISIBLE, "", value)
    if seen == value or not seen:
        return refused(value)
    if parse(seen) is None:
        return refused(seen)
    message = f"An invisible character stands in {quoted(value)}"
    return Explained(refused(value).code, message, f"Delete it, or type {quoted(seen)} anew")


@lru_cache(maxsize=4096)
def _duration(value: str) -> timedelta | None:
    try:
        length = timecode.parse_duration(value)
    except timecode.NotATime:
        return None
    return length if length <= LONGEST else None


def _duration_refused(value: str) -> Explained:
    try:
        length = timecode.parse_duration(value)
    except timecode.NotATime:
        return explain.not_a_duration(value)
    message = f"{quoted(value)} is more than a day"
    minutes, seconds = divmod(length // timedelta(minutes=1), 60)
    if value.count(":") == 2 and value.endswith(":00"):
        return Explained("AG312", message, f"Write {minutes}:{seconds:02} if minutes and seconds are meant")
    return Explained("AG312", message, f"Write {timecode.DURATION_FORM}")


def _duration_or_media(value: str) -> timedelta | str | None:
    return MEDIA if value == MEDIA else _duration(value)


@lru_cache(maxsize=4096)
def _time(value: str) -> time | None:
    try:
        return timecode.parse_time_of_day(value)
    except timecode.NotATime:
        return None


def _date(value: str) -> date | None:
    found = re.fullmatch(DATE_PATTERN, value)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _zone(value: str) -> str | None:
    return value if timecode.known_zone(value) else None


@lru_cache(maxsize=4096)
def _moment(value: str) -> tuple[Moment, timedelta] | None:
    found = re.fullmatch(MOMENT_PATTERN, value) or re.fullmatch(MOMENT_PATTERN, " ".join(value.split()))
    if found is None:
        return None
    length, side, word = found.groups()
    offset = ZERO if length is None else _duration(length)
    if offset is None:
        return None
    return _MOMENT_BY_WORD[word], -offset if side == "before" else offset


def _link(value: str) -> str | None:
    return value if re.fullmatch(LINK_PATTERN, value) else None


def _link_refused(value: str) -> Explained:
    near = value if _link(f"https://{value}") is None else f"https://{value}"
    hint = f"Write {quoted(near)}" if near != value else "Write it as in https://www.un.org/publication"
    return Explained("AG322", f"{quoted(value)} is not an address of the web", hint)


def _priority(value: str) -> int | None:
    return int(value) if re.fullmatch(PRIORITY_PATTERN, value) else None


def _id(value: str) -> str | None:
    return value if re.fullmatch(ID_PATTERN, value) else None


def _cue_id(value: str) -> str | None:
    return value if re.fullmatch(CUE_ID_PATTERN, value) else None


def _id_refused(value: str) -> Explained:
    message = f"{quoted(value)} is not an id: lower case letters a–z, figures and hyphens"
    return Explained(
        "AG320", message, f"Write {quoted('/'.join(id_from_title(part, ()) for part in value.split('/')))}"
    )


def persons(found: Findings, node: Node) -> tuple[tuple[str, Node], ...] | None:
    """Keys of people, each with its own place."""
    if type(node) is not SequenceNode:
        named = explain.several(node.value) if type(node) is ScalarNode else []
        hint = (
            f"Write `speaker: {node.value}`"
            if len(named) == 1
            else f"Write [{', '.join(named) or 'a, b, c'}]"
        )
        found.add("AG205", node, "A list of people is expected here", hint)
        return tuple((each, node) for each in named) or None
    keys = ((scalar(found, item), item) for item in node.value)
    return tuple((key, item) for key, item in keys if key)


def person(found: Findings, node: Node) -> tuple[tuple[str, Node], ...] | None:
    """The key of one person, as a list of one."""
    if type(node) is SequenceNode:
        found.add("AG206", node, "One person is expected here, not a list", "Name several with `speakers:`")
        return persons(found, node)
    key = scalar(found, node)
    return ((key, node),) if key else None


def texts(found: Findings, node: Node) -> tuple[str, ...] | None:
    """One text or several."""
    if type(node) is SequenceNode:
        several = (text(found, item) for item in node.value)
        return tuple(each for each in several if each)
    only = text(found, node)
    return (only,) if only else None


def actions(found: Findings, node: Node) -> tuple[str, ...] | None:
    """One thing that a cue does, or several; each as text, or as a key with what it is about."""
    items = node.value if type(node) is SequenceNode else [node]
    made = (_action(found, item) for item in items)
    return tuple(action for action in made if action) or None


def _action(found: Findings, node: Node) -> str | None:
    words = _words_of_action(found, node)
    if not words:
        return None
    try:
        parse(words)
    except NotAnAction as why:
        found.add("AG321", node, str(why), why.hint)
        return None
    return words


def _words_of_action(found: Findings, node: Node) -> str | None:
    """``obs scene: Speaker`` without quotes is a key and its value, to YAML."""
    if type(node) is not MappingNode or len(node.value) != 1:
        return text(found, node)
    key, about = node.value[0]
    what, which = text(found, key), text(found, about)
    return f"{what}: {which}" if which else what


READERS: dict[Type, Reader] = {
    Type.TEXT: text,
    Type.LONG_TEXT: long_text,
    Type.FILE: text,
    Type.ID: _read_with(_id, _id_refused),
    Type.CUE_ID: _read_with(_cue_id, _id_refused),
    Type.PERSON: person,
    Type.PERSONS: persons,
    Type.DATE: _read_with(_date, explain.not_a_date),
    Type.TIME: _read_with(_time, explain.not_a_time_of_day),
    Type.DURATION: _read_with(_duration, _duration_refused),
    Type.DURATION_OR_MEDIA: _read_with(_duration_or_media, _duration_refused),
    Type.ZONE: _read_with(_zone, explain.not_a_zone),
    Type.KIND: _read_with(_KIND_BY_WORD.get, lambda value: explain.not_one_of(value, KINDS, "a kind")),
    Type.ADVANCE: _read_with(
        {word: word for word in ADVANCES}.get,
        lambda value: explain.not_one_of(value, ADVANCES, "a way to advance"),
    ),
    Type.ROLL: _read_with(
        {word: word == "by hand" for word in ROLLS}.get,
        lambda value: explain.not_one_of(value, ROLLS, "a way to roll"),
    ),
    Type.AT_END: _read_with(
        {each.value: each for each in AtEnd}.get,
        lambda value: explain.not_one_of(value, AT_ENDS, "what can be shown at the end of a video"),
    ),
    Type.MOMENT: _read_with(_moment, explain.not_a_moment),
    Type.FLAG: _read_with(_FLAGS.get, explain.not_a_flag),
    Type.PRIORITY: _read_with(_priority, explain.not_a_priority),
    Type.ACTIONS: actions,
    Type.TEXTS: texts,
    Type.LINK: _read_with(_link, _link_refused),
}
