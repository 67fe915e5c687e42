"""How a mode looks: its word, the colour of its frame, and whether there is a frame around the window."""

from collections.abc import Callable

from PySide6.QtGui import QColor

from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.value import replace, value


@value
class ModeLook:
    """Made where the parts are put together; the desk never asks which mode it is.

    Attributes:
        name: The word, e.g. LIVE or REHEARSAL.
        frame: The colour of a frame around the window; None: there is no frame.
        ink: Of the word; `fill`: behind it; `button`: ground of the large button.
        shape: Before the word.
        clock: Stands after the town's name, e.g. ``simulated``; perhaps empty.
        acts: People act on the show in it; else it is only looked at, and has no buttons for it.
    """

    name: str
    ink: Callable[[Theme], QColor]
    fill: Callable[[Theme], QColor]
    button: Callable[[Theme], QColor]
    frame: Callable[[Theme], QColor] | None = None
    shape: Shape = Shape.DISC
    clock: str = ""
    acts: bool = True


LIVE = ModeLook("LIVE", lambda theme: theme.live, lambda theme: theme.live_fill, lambda theme: theme.button)
"""The show itself: a red word."""

REHEARSAL = ModeLook(
    "REHEARSAL",
    lambda theme: theme.violet_text,
    lambda theme: theme.violet_fill,
    lambda theme: theme.violet_fill,
    lambda theme: theme.violet,
    Shape.DIAMOND,
    "simulated",
)
"""A rehearsal: violet, with a frame."""

REHEARSED = replace(REHEARSAL, clock="")
"""A live run of which a person said that it is only a rehearsal: on the real clock."""


def _only_looked_at(name: str, shape: Shape, clock: str = "") -> ModeLook:
    return ModeLook(
        name,
        lambda theme: theme.teal_text,
        lambda theme: theme.teal_fill,
        lambda theme: theme.teal_fill,
        lambda theme: theme.teal,
        shape,
        clock,
        acts=False,
    )


REPLAY = _only_looked_at("REPLAY", Shape.ARROW, "recorded")
"""A run that is over, again: teal, with a frame."""

LOOKING_ON = _only_looked_at("LOOKING ON", Shape.HALF_DISC)
"""A show that another console runs: teal, with a frame."""
