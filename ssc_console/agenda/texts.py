"""Texts as they are read from their nodes: what nobody can see in them, and quotes that would be shown."""

import re

from ssc_console.agenda.explain import TYPOGRAPHIC_QUOTES
from ssc_console.agenda.problems import TURNING, Findings
from ssc_console.agenda.syntax import MappingNode, Node, ScalarNode, SequenceNode

CONTROL_PATTERN = "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""Slow to compile, so that waits for a text that looks like it."""

_OPENING, _CLOSING = "“„«", '"”»'
_QUOTES = '"“”„«»'


def scalar(found: Findings, node: Node) -> str | None:
    """The one text that a node holds, without space around it."""
    if type(node) is ScalarNode:
        text: str = node.value
        return text.strip()
    what = "a list" if type(node) is SequenceNode else "keys and values"
    found.add("AG206", node, f"One text is expected here, not {what}", _one_text_hint(node))
    return None


def _one_text_hint(node: Node) -> str:
    if type(node) is SequenceNode:
        return "Write one text after the key, without a hyphen or brackets"
    if type(node) is MappingNode and node.flow_style:
        return "If the braces are part of the text, put quotes around it"
    return "Write the text on the key's own line"


def text(found: Findings, node: Node) -> str | None:
    """One line of text; line breaks within it become spaces."""
    value = scalar(found, node)
    if not value:
        return value
    if not value.isprintable():
        value = " ".join(value.split())
        _note_unseen_characters(found, node, value)
    if value[0] in TYPOGRAPHIC_QUOTES and value[-1] in TYPOGRAPHIC_QUOTES and _is_plain(node):
        message = "These typographic quotes will be shown as part of the text"
        hint = f'Delete them, or keep them by straight ones around all: "{value if len(value) < 40 else "…"}"'
        found.add("AG124", node, message, hint)
    else:
        _note_lone_quote(found, node, value)
    return value


def _note_lone_quote(found: Findings, node: Node, value: str) -> None:
    """Where one of two quotes was typed; an apostrophe may well be the last character of a text."""
    begins, ends = value[0] in _OPENING, value[-1] in _CLOSING
    if begins == ends or not _is_plain(node) or sum(map(value.count, _QUOTES)) > 1:
        return
    where, mark = ("begins", value[0]) if begins else ("ends", value[-1])
    message = f"The text {where} with a quotation mark that stands alone: {mark} will be shown"
    hint = "Delete it, or write the other one, too; if it is meant, put ' around the text"
    found.add("AG128", node, message, hint)


def _is_plain(node: Node) -> bool:
    """Whether the text stands without straight quotes around it."""
    return isinstance(node, ScalarNode) and not node.style


def long_text(found: Findings, node: Node) -> str | None:
    """A text of any number of lines."""
    value = scalar(found, node)
    if value and not value.isprintable():
        _note_unseen_characters(found, node, value)
    if value:
        _note_lone_quote(found, node, value)
    return value


def _note_unseen_characters(found: Findings, node: Node, value: str) -> None:
    control = re.search(CONTROL_PATTERN, value)
    if control is not None:
        message = f"The text holds an invisible control character (U+{ord(control[0]):04X})"
        found.add("AG319", node, message, "Delete the backslash and what belongs to it")
    turning = re.search(TURNING, value)
    if turning is not None:
        message = f"An invisible character (U+{ord(turning[0]):04X}) turns around what is shown of this text"
        found.add("AG129", node, message, "Delete it: names written from right to left need none")
