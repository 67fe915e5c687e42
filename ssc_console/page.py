"""A page to be read: a verdict, a few figures, pictures and tables, in words.

What each format lays out, and the desk likewise; nobody who lays a page out works out a figure.
"""

from collections.abc import Mapping
from enum import StrEnum

from ssc_console.show.value import value


class Tone(StrEnum):
    """How a figure is to be taken. A format may colour it; the words say it too."""

    PLAIN = "plain"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    FAINT = "faint"


@value
class Cell:
    """A text in a table; `below` explains it, smaller."""

    text: str
    tone: Tone = Tone.PLAIN
    below: str = ""


@value
class Column:
    """A column of a table.

    Attributes:
        share: How wide it is on paper, against the others.
        figures: It holds figures: they stand at the right.
        main: It holds names and sentences of any length. A table has one.
    """

    name: str
    share: int
    figures: bool = False
    main: bool = False


@value
class Row:
    """A row of a table; `is_heading`: one cell, over the rows that follow; `is_total`: it sums them up."""

    cells: tuple[Cell, ...]
    is_heading: bool = False
    is_total: bool = False


@value
class Table:
    """A part of the page. `lead` is a sentence before the rows, `empty` stands in place of no rows."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lead: str = ""
    empty: str = ""


@value
class Figure:
    """One of the few figures at the top of a page."""

    name: str
    text: str
    below: str = ""
    tone: Tone = Tone.PLAIN


@value
class Canvas:
    """What the pictures of a page are drawn for.

    Attributes:
        wide: In pixels.
        inks: Colours by what they mean, as ``#rrggbb``; their names are those of a theme's file.
    """

    wide: int
    inks: Mapping[str, str]


@value
class Bar:
    """A filled rectangle in a picture; `opacity` is from 0 to 1."""

    x: float
    y: float
    wide: float
    high: float
    ink: str
    opacity: float = 1.0


@value
class Stroke:
    """An upright line in a picture, so `wide`, with `x` in its middle."""

    x: float
    top: float
    bottom: float
    ink: str
    wide: float


class Anchor(StrEnum):
    """What of words stands at their place; as SVG names it."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@value
class Words:
    """A line of text in a picture: it stands on `y`, `size` pixels high; `strong`: semi-bold."""

    x: float
    y: float
    text: str
    size: int
    ink: str
    anchor: Anchor = Anchor.START
    strong: bool = False


Mark = Bar | Stroke | Words


@value
class Drawing:
    """A picture: what is drawn, in this order, on a canvas of so many pixels. `says` is what it shows."""

    wide: int
    high: int
    marks: tuple[Mark, ...]
    says: str = ""


@value(kw_only=True)
class Page:
    """The whole page.

    Attributes:
        kind: What it is, in two or three words.
        mode: ``rehearsal`` and the like, to be seen at a glance; empty for a live show.
        pictures: One below the other.
    """

    title: str
    kind: str
    when: str
    mode: str
    verdict: Cell
    figures: tuple[Figure, ...]
    pictures: tuple[Drawing, ...]
    picture_says: str
    tables: tuple[Table, ...]


def heading(text: str) -> Row:
    """A heading over the rows that follow."""
    return Row((Cell(text),), is_heading=True)


def row(*cells: Cell | str) -> Row:
    """A row of cells."""
    return Row(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))
