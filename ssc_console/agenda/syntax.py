"""From text to a tree of YAML nodes that know their lines: composed as YAML 1.2, nothing interpreted.

Everything is text until the format reads it: `10:30` is no base-60 integer and `no` is no boolean, because
no scalar is resolved at all. No tag constructs anything, because nothing is constructed: the loader reads
the nodes. The tree is bounded: nesting by `DEEPEST`, what aliases repeat by `MOST_REPEATED`.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import AliasEvent
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from ssc_console.agenda.problems import Findings, quoted

try:
    from yaml import CSafeLoader as _Parser
except ImportError:  # PyYAML without its C part: ten times slower, and right
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

DEEPEST = 60
"""Levels of nesting; an agenda has nine. The C parser would overflow its stack at some ten thousand."""

MOST_REPEATED = 10_000
"""Nodes that all aliases of a file together may repeat."""


class TooDeep(yaml.YAMLError):
    """The nesting goes beyond `DEEPEST`.

    Attributes:
        mark: The innermost part that was read.
    """

    def __init__(self, mark: yaml.Mark | None) -> None:
        super().__init__("too deep")
        self.mark = mark


class SecondDocument(yaml.YAMLError):
    """Another document begins after the first.

    Attributes:
        mark: Where.
    """

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__("a second document")
        self.mark = mark


class _Composer(_Parser):
    """PyYAML's composer with its two questions about each node answered at once.

    `resolve` is asked for the tag of a node without one: so a node with a tag other than None was given it
    in the file. `descend_resolver` and `ascend_resolver` go in and out of each node.
    """

    def __init__(self, text: str) -> None:
        self.depth = 0
        super().__init__(text)

    def resolve(self, kind: Any, value: Any, implicit: Any) -> None:
        return None

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeep(current_node.start_mark if current_node is not None else None)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def compose(text: str) -> Node | None:
    """The tree of the text's one document; None if it has none (empty, or comments only).

    Raises:
        yaml.YAMLError: It is not YAML, is nested too deep, or has more than one document.
    """
    composer = _Composer(text)
    try:
        if not composer.check_node():
            return None
        root = composer.get_node()
        if composer.check_node():
            second = composer.get_node()
            if second is not None and not is_empty(second):
                raise SecondDocument(second.start_mark)
        return None if root is None or is_empty(root) else root
    finally:
        composer.dispose()


def is_empty(node: Node) -> bool:
    """Whether there is nothing: no text at all without quotes, or YAML's `null` and `~`."""
    return type(node) is ScalarNode and not node.style and node.value in {"", "null", "~"}


def audit(found: Findings, root: Node, text: str) -> bool:
    """Whether a tree can be read; notes what must not be in it: tags, aliases that loop or repeat too much.

    Cheap for the usual file, which has neither.
    """
    if "!" not in text and "*" not in text:
        return True
    sizes: dict[int, int] = {}
    _measure(found, root, sizes)
    if any(problem.code == "AG120" for problem in found.problems):
        return False
    repeated = sizes[id(root)] - len(sizes)
    if 0 < repeated <= MOST_REPEATED:
        _stand_where_they_are_written(root, text)
    if repeated > MOST_REPEATED:
        message = f"The aliases (`*name`) of this file repeat {repeated:,} pieces of it".replace(",", " ")
        found.add("AG120", None, message, "Write out what you need")
    return repeated <= MOST_REPEATED


_OPEN = -1


def _measure(found: Findings, node: Node, sizes: dict[int, int]) -> int:
    """How many nodes there are below a node when every alias is written out; each node is visited once."""
    known = sizes.get(id(node))
    if known is not None:
        if known == _OPEN:
            found.add("AG120", node, "This part of the file contains an alias to itself", "Write it out")
            return 0
        return known
    if node.tag not in {None, "!"}:
        _note_tag(found, node)
    if not isinstance(node, CollectionNode):
        sizes[id(node)] = 1
        return 1
    sizes[id(node)] = _OPEN
    total = 1
    for child in node.value:
        for part in child if isinstance(node, MappingNode) else (child,):
            total += _measure(found, part, sizes)
    sizes[id(node)] = total
    return total


def _stand_where_they_are_written(root: Node, text: str) -> None:
    """Gives each alias a place of its own: composed, it is the very node that it repeats.

    What is wrong with `duration: *name` is told on that line, and not where the name is given.
    """
    try:
        events = yaml.parse(text, Loader=_Parser)
        marks = iter([event.start_mark for event in events if type(event) is AliasEvent])
    except yaml.YAMLError:
        return  # it was mended to be read, and stands in the file otherwise
    _place_aliases(root, marks, set())


def _place_aliases(node: Node, marks: Iterator[Any], seen: set[int]) -> Node:
    """The node, or where it stands for an alias a copy of it at the alias's place; in file order."""
    if id(node) in seen:
        from copy import copy  # few files have an alias

        alias = copy(node)
        alias.start_mark = next(marks, node.start_mark)
        return alias
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        node.value[:] = [_place_aliases(item, marks, seen) for item in node.value]
    elif isinstance(node, MappingNode):
        node.value[:] = [
            (_place_aliases(key, marks, seen), _place_aliases(value, marks, seen))
            for key, value in node.value
        ]
    return node


def _note_tag(found: Findings, node: Node) -> None:
    tag = str(node.tag).replace("tag:yaml.org,2002:", "!!")
    hint = "Delete it; if the text is to begin with an exclamation mark, put it in quotes"
    found.add("AG121", node, f"{quoted(tag)} is a YAML tag, and an agenda has none", hint)


__all__ = ["MappingNode", "Node", "ScalarNode", "SequenceNode", "audit", "compose", "is_empty"]
