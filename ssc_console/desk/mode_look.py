"""How a mode looks: its word, its colours, and whether a frame is around the window."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme


@dataclass(frozen=True, slots=True)
class ModeLook:
    """Made where the parts are put together; the desk never asks which mode it is.

    Attributes:
        name: The word, e.g. LIVE or REHEARSAL.
        colour: Of the frame.
        frame: A frame of that colour is around the window.
        ink: Of the word, on `fill`; None: chosen from the theme by `frame`. `fill` likewise.
        button: Ground of the large button; None: the theme's.
        shape: Before the word.
        clock: After the town's name, e.g. ``simulated``; perhaps empty.
    """

    name: str
    colour: QColor
    frame: bool
    ink: QColor | None = None
    fill: QColor | None = None
    button: QColor | None = None
    shape: Shape = Shape.DISC
    clock: str = ""


def live(theme: Theme) -> ModeLook:
    """The show itself: a red word."""
    return ModeLook("LIVE", theme.red_strong, frame=False, ink=theme.live, fill=theme.live_fill)


def rehearsal(theme: Theme) -> ModeLook:
    """A rehearsal: violet, with a frame."""
    return ModeLook(
        "REHEARSAL",
        theme.violet,
        frame=True,
        ink=theme.violet_text,
        fill=theme.violet_fill,
        button=theme.violet_fill,
        shape=Shape.DIAMOND,
        clock="simulated",
    )
