"""What the desk is told: of a run, and of the rehearsals of its agenda. The console that is open tells it."""

from collections.abc import Collection
from typing import Protocol

from ssc_console.page import Canvas, Page
from ssc_console.show.value import value


class Account(Protocol):
    """What is told of the run on the desk."""

    @property
    def where(self) -> str:
        """The folder that its reports are kept in."""

    def page(self, canvas: Canvas) -> Page:
        """The run as it is now, its pictures drawn for a canvas."""


@value
class Suggestion:
    """A duration that rehearsals suggest, and that the agenda does not say yet.

    Attributes:
        words: The old one and the new one, and what is to be said against it.
        is_spoken: It rests on times in which people spoke; else it has to be chosen by hand.
    """

    segment: str
    title: str
    words: str
    is_spoken: bool = True


@value
class Compared:
    """Rehearsals side by side.

    Attributes:
        agenda: The name of the file that suggestions are written into.
    """

    page: Page
    agenda: str
    suggestions: tuple[Suggestion, ...]


@value
class Written:
    """What came of writing suggestions into the agenda: a line each, the last one sums it up.

    Attributes:
        done: They stand there; if not, nothing was written, and the only line says why.
    """

    lines: tuple[str, ...]
    done: bool


class Comparison(Protocol):
    """The rehearsals of the agenda on the desk."""

    def compared(self) -> Compared | str:
        """The latest side by side, against the agenda as its file is now; or why there is nothing to see."""

    def keep(self, segments: Collection[str]) -> Written:
        """Write what was suggested for these, as it was compared last, into the agenda."""
