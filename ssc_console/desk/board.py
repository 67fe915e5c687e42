"""What a panel shows and what can be done there, as values: a board makes it and takes up what is chosen."""

from typing import Protocol

from ssc_console.desk.facts_card import Tone
from ssc_console.show.commands import Command, Seen
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value


@value
class Copy:
    """Put a text where it can be pasted from."""

    text: str


@value
class Order:
    """A command, with what the person saw who gives it."""

    command: Command
    seen: Seen | None = None


@value
class Choose:
    """Something about the board itself: a goal, a segment that is left out besides."""

    what: str


Doing = Copy | Order | Choose


@value
class Act:
    """One thing that can be done, on a button.

    Attributes:
        doing: None: it can't be done now, and the button is grey.
        key: Does it where its line is chosen, beside Enter for the first act; perhaps empty.
    """

    words: str
    doing: Doing | None
    tip: str = ""
    key: str = ""


@value
class Line:
    """One line of a panel.

    Attributes:
        left: What it is about.
        right: What is so.
        below: Smaller, under `left`; perhaps empty.
        acts: What can be done about it; Enter does the first.
        rest: What else can be done: on buttons that are there while the line is chosen.
        heading: It heads the lines below it.
    """

    left: str
    right: str = ""
    tone: Tone = Tone.PLAIN
    below: str = ""
    acts: tuple[Act, ...] = ()
    rest: tuple[Act, ...] = ()
    heading: bool = False


@value
class Page:
    """All that a panel shows.

    Attributes:
        note: What is so as a whole, in a sentence or two.
        main: What Enter does where no line is chosen; None: nothing.
        others: What else can be done, on buttons beside it.
    """

    title: str
    note: str
    tone: Tone
    lines: tuple[Line, ...]
    main: Act | None = None
    others: tuple[Act, ...] = ()


class Board(Protocol):
    """What a panel is about."""

    def page(self, snapshot: Snapshot) -> Page:
        """What there is to see."""

    def choose(self, what: str) -> None:
        """Take up a choice about the board itself."""
