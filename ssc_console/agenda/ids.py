"""Ids: those that the file gives, each once; and those made where it gives none, never one that it gives."""

from collections.abc import Iterable
from functools import lru_cache

from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.syntax import Node
from ssc_console.agenda.tree import Entry
from ssc_console.show.rundown import id_from_title

SHOW = "show"
"""Stands before the ids made for cues of the event, so no segment has it."""


class Ids:
    """The ids of one agenda, as they are given out in file order.

    Attributes:
        made: The ids made from titles, in file order.
    """

    def __init__(self, found: Findings, entries: Iterable[Entry]) -> None:
        """Takes note of every explicit id of these entries (segments and cues), wherever it stands."""
        self.made: list[str] = []
        self._given: dict[str, Node] = {}
        self._taken = {SHOW}
        self._next: dict[str, int] = {}
        explicit = [(entry.values["id"], entry.nodes["id"]) for entry in entries if "id" in entry.values]
        for name, node in sorted(explicit, key=_place):
            self._give(found, name, node)

    def _give(self, found: Findings, name: str, node: Node) -> None:
        first = self._given.setdefault(name, node)
        if name == SHOW:
            hint = "Choose another, as in the-show"
            found.add("AG405", node, f"The id {quoted(SHOW)} is kept for the cues of the event", hint)
        elif first is not node:
            line = first.start_mark.line + 1
            message = f"The id {quoted(name)} is used twice: first in line {line}"
            found.add("AG403", node, message, f"Write another, as in {self._free(name)}")
        self._taken.add(name)

    def of_segment(self, entry: Entry) -> str:
        """The segment's own id, or one made from its title."""
        own = self._own(entry)
        if own is not None:
            return own
        made = self._free(_stem(entry.values.get("title", "")))
        self._taken.add(made)
        if "id" not in entry.nodes:
            self.made.append(made)
        return made

    def of_cue(self, entry: Entry, owner: str, place: int) -> str:
        """The cue's own id, or its owner's with the cue's place in the list, from 1."""
        own = self._own(entry)
        if own is not None:
            return own
        made = self._free(f"{owner}/{place}")
        self._taken.add(made)
        return made

    def made_for(self, wanted: str) -> str:
        """An id for a cue that the file does not list."""
        made = self._free(wanted)
        self._taken.add(made)
        return made

    def _own(self, entry: Entry) -> str | None:
        """The id that the entry gives, unless another has given it before."""
        name: str | None = entry.values.get("id")
        return name if name is not None and self._given[name] is entry.nodes["id"] and name != SHOW else None

    def _free(self, stem: str) -> str:
        """The first of ``stem``, ``stem-2``, ``stem-3`` … that is not taken: as `id_from_title` counts.

        Remembers how far it came, so that ten thousand equal titles do not take a hundred million looks.
        """
        if stem not in self._taken:
            return stem
        number = self._next.get(stem, 2)
        while f"{stem}-{number}" in self._taken:
            number += 1
        self._next[stem] = number
        return f"{stem}-{number}"


def _place(given: tuple[str, Node]) -> int:
    index: int = given[1].start_mark.index
    return index


@lru_cache(maxsize=4096)
def _stem(title: str) -> str:
    return id_from_title(title, ())
