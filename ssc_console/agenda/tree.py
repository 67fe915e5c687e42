"""From nodes to entries: each part of the file checked against its table, and each value read."""

import re
from collections.abc import Callable
from typing import Any

from ssc_console.agenda.explain import nearest
from ssc_console.agenda.fields import (
    AGENDA,
    CUE,
    EVENT,
    FALLBACK,
    PERSON,
    PUBLICATION,
    SEGMENT,
    SESSION,
    TABLES,
    Table,
    Type,
)
from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.syntax import MappingNode, Node, ScalarNode, SequenceNode
from ssc_console.agenda.values import READERS, Reader

_NULLS = frozenset({"null", "~"})
_NO_SPACE = r"([a-z_]+):([^ ].*?)(?: [a-z_]+:.*)?"
"""A key and its value, without the space between them; further keys may follow."""


class Entry:
    """A part of the file that has been read.

    Attributes:
        node: Where it stands.
        values: What could be read, by key; a key that is absent, empty or wrong is not in it. The type of
            a value follows from the key's row in the table.
        nodes: Every key that is there, with the node of its value.
        key: The key it stands under, where that is a name of its own (a person's).
    """

    __slots__ = ("key", "node", "nodes", "values")

    def __init__(self, node: Node, nodes: dict[str, Node] | None = None) -> None:
        self.node = node
        self.values: dict[str, Any] = {}
        self.nodes: dict[str, Node] = {} if nodes is None else nodes
        self.key: Node | None = None

    def has(self, key: str) -> bool:
        """Whether the key is there with something after it, readable or not."""
        node = self.nodes.get(key)
        return node is not None and not _is_left_empty(node)


def read_agenda(found: Findings, root: Node) -> Entry:
    """The whole file, as entries within entries."""
    if type(root) is not MappingNode:
        hint = "Begin with `event:`, `people:` and `sessions:`, each with its keys below it"
        found.add("AG204", None, "This is not an agenda: it has no keys", hint)
        return Entry(root)
    return _entry(found, root, AGENDA)


def _entry(found: Findings, node: Node, table: Table) -> Entry:
    """One mapping, by its table."""
    if type(node) is not MappingNode:
        found.add("AG204", node, f"The keys of {_a(table.name)} are expected here", _keys_hint(node, table))
        return Entry(node)
    nodes = _nodes_by_key(found, node, table)
    entry = Entry(node, nodes=nodes)
    readers, values = _READERS[table.name], entry.values
    for key, value in nodes.items():
        read = readers.get(key)
        if read is None or _is_left_empty(value):
            continue
        got = read(found, value)
        if got is not None:
            values[key] = got
    for key in table.required:
        if key not in values:
            _missing(found, entry, table, key)
    return entry


def _is_left_empty(node: Node) -> bool:
    value = node.value
    if not value:
        return True
    return type(node) is ScalarNode and ((value in _NULLS and not node.style) or value.isspace())


def _nodes_by_key(found: Findings, node: Node, table: Table) -> dict[str, Node]:
    """The values of a mapping by key; what is wrong with the keys is noted."""
    try:
        nodes = {key.value: value for key, value in node.value}
    except TypeError:  # a list or a mapping as a key
        nodes = {key.value: value for key, value in node.value if type(key) is ScalarNode}
    if len(nodes) != len(node.value):
        _odd_keys(found, node)
    if not nodes.keys() <= table.fields.keys():
        unknown = {key.value: key for key, _ in reversed(node.value) if type(key) is ScalarNode}
        for name in (name for name in reversed(unknown) if name not in table.fields):
            meant = _unknown(found, unknown[name], table, nodes)
            if meant is not None:
                nodes.setdefault(meant, nodes[name])
    return nodes


def _odd_keys(found: Findings, node: Node) -> None:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        if type(key) is not ScalarNode:
            hint = "If the brackets or braces are part of a text, put quotes around it"
            found.add("AG201", key, "A list or keys stand where a key is expected", hint)
        elif key.value in lines:
            message = f"The key {quoted(key.value)} stands here twice: first in line {lines[key.value]}"
            found.add("AG119", key, message, "Delete one of the two")
        else:
            lines[key.value] = key.start_mark.line + 1


def _unknown(found: Findings, key: Node, table: Table, nodes: dict[str, Node]) -> str | None:
    """Notes an unknown key; the key that was probably meant, so that its value is read as that."""
    name = key.value
    if name == "<<":
        message = "`<<` would merge keys from elsewhere, and an agenda does not have that"
        found.add("AG212", key, message, "Write the keys out")
        return None
    close = nearest(name, [key for key in table.fields if key not in nodes]) or nearest(name, table.fields)
    hint = f"Did you mean {quoted(close)}?" if close else _known_keys_hint(name, table)
    found.add("AG201", key, f"{_A(table.name)} has no key {quoted(name)}", hint)
    return close


def _known_keys_hint(name: str, table: Table) -> str:
    others = TABLES if table is AGENDA else (SEGMENT, *TABLES)
    elsewhere = [other.name for other in others if name in other.fields]
    if elsewhere:
        return f"It belongs to {_a(elsewhere[0])}: move it there, with the right indentation"
    return f"The keys are: {', '.join(table.fields)}"


def _missing(found: Findings, entry: Entry, table: Table, key: str) -> None:
    node = entry.nodes.get(key)
    row = table.fields[key]
    example = f"Write `{key}: {row.example}`" if row.example else f"Write `{key}:` and what belongs to it"
    if node is None:
        whole_file = table is AGENDA
        found.add("AG203", None if whole_file else entry.node, f"{_A(table.name)} needs `{key}`", example)
    elif _is_left_empty(node):
        found.add("AG207", node, f"`{key}` is left empty, and {_a(table.name)} needs it", example)


def _keys_hint(node: Node, table: Table) -> str:
    first = table.rows[0]
    shape = f"`{first.key}: {first.example or '…'}`"
    if type(node) is SequenceNode:
        return f"Begin with {shape}, without a hyphen before it"
    missing = re.fullmatch(_NO_SPACE, node.value) if type(node) is ScalarNode else None
    if missing is not None and missing[1] in table.fields:
        a_space = "a space" if missing[2][0].isprintable() else "a plain space"
        return f"Write {a_space} after the colon: {quoted(f'{missing[1]}: {missing[2]}')}"
    if table is PERSON and type(node) is ScalarNode:
        return f"Write it on the next line, two more spaces in: {quoted(f'name: {node.value}')}"
    return f"Begin with {shape}"


def _list_of(table: Table) -> Reader:
    """A reader of lists whose items have a table."""

    def read(found: Findings, node: Node) -> list[Entry] | None:
        if type(node) is SequenceNode:
            return [_entry(found, item, table) for item in node.value]
        hint = f"Put a hyphen before each: `- {table.rows[0].key}: …`"
        found.add("AG205", node, f"A list is expected here, of one {table.name} or several", hint)
        return None

    return read


def _people(found: Findings, node: Node) -> dict[str, Entry] | None:
    """The people by their keys."""
    if type(node) is not MappingNode:
        hint = "Write a short key for each, as in `chediek:`, and below it `name: …`"
        found.add("AG204", node, "People are expected here, each under a key", hint)
        return None
    scalars = [(key, value) for key, value in node.value if type(key) is ScalarNode]
    people = {}
    for key, value in scalars:
        if key.value == "<<":
            _unknown(found, key, PERSON, {})
            continue
        if key.value in PERSON.fields and type(value) is ScalarNode:
            message = f"{quoted(key.value)} stands where the key of a person is expected"
            found.add(
                "AG204", key, message, "Indent it by two more spaces, so that it stands below the person"
            )
            continue
        people[key.value] = _entry(found, value, PERSON)
        people[key.value].key = key
    if len({key.value for key, _ in scalars}) != len(node.value):
        _odd_keys(found, node)
    return people


def _event(found: Findings, node: Node) -> Entry:
    return _entry(found, node, EVENT)


def _publication(found: Findings, node: Node) -> Entry:
    return _entry(found, node, PUBLICATION)


def _fallback(found: Findings, node: Node) -> Entry:
    """A text alone is what is said."""
    if type(node) is not ScalarNode:
        return _entry(found, node, FALLBACK)
    entry = Entry(node)
    say = READERS[Type.TEXT](found, node)
    if say is not None:
        entry.values["say"], entry.nodes["say"] = say, node
    return entry


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _A(name: str) -> str:  # noqa: N802 - the same at the beginning of a sentence
    return _a(name).capitalize()


_PARTS: dict[Type, Reader] = {
    Type.EVENT: _event,
    Type.PEOPLE: _people,
    Type.SESSIONS: _list_of(SESSION),
    Type.SEGMENTS: _list_of(SEGMENT),
    Type.CUES: _list_of(CUE),
    Type.PUBLICATION: _publication,
    Type.FALLBACK: _fallback,
}

_READERS: dict[str, dict[str, Callable[[Findings, Node], Any]]] = {
    table.name: {row.key: (READERS.get(row.type) or _PARTS[row.type]) for row in table.rows}
    for table in TABLES
}
