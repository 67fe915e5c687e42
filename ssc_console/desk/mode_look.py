"""How a mode looks: its word, the colour of its frame, and whether there is a frame around the window."""

from PySide6.QtGui import QColor

from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.value import value


@value
class ModeLook:
    """Made where the parts are put together; the desk never asks which mode it is.

    Attributes:
        name: The word, e.g. LIVE or REHEARSAL.
        colour: Of the frame.
        frame: A frame of that colour is around the window, and words and the large button go with it.
        shape: Before the word.
        clock: Stands after the town's name, e.g. ``simulated``; perhaps empty.
    """

    name: str
    colour: QColor
    frame: bool
    shape: Shape = Shape.DISC
    clock: str = ""

    def ink(self, theme: Theme) -> QColor:
        """Of the word."""
        return theme.violet_text if self.frame else theme.live

    def fill(self, theme: Theme) -> QColor:
        """Behind the word."""
        return theme.violet_fill if self.frame else theme.live_fill

    def button(self, theme: Theme) -> QColor:
        """Ground of the large button."""
        return theme.violet_fill if self.frame else theme.button


def live(theme: Theme) -> ModeLook:
    """The show itself: a red word."""
    return ModeLook("LIVE", theme.red_strong, frame=False)


def rehearsal(theme: Theme) -> ModeLook:
    """A rehearsal: violet, with a frame."""
    return ModeLook("REHEARSAL", theme.violet, frame=True, shape=Shape.DIAMOND, clock="simulated")
