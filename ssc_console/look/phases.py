"""How each phase looks: a word, a shape and colours, the same on every screen."""

from PySide6.QtGui import QColor

from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Phase
from ssc_console.show.value import value

SHAPES = {
    Phase.INTRO: Shape.RING,
    Phase.NORMAL: Shape.PLAY,
    Phase.WARNING: Shape.WARNING,
    Phase.WRAP_UP: Shape.SQUARE,
    Phase.OVERRUN: Shape.SPENT,
}
"""Nobody learns two alphabets: each phase has one shape on all screens, and no two phases share one."""
HELD = Shape.PAUSE
"""The clock stands still, whatever the phase."""


@value
class PhaseLook:
    """The look of a phase.

    Attributes:
        ink: Of the countdown, on `ground`.
        badge_ink: Of the word, on `badge_ground`.
        bar: Of the bar that shows how much is left.
    """

    word: str
    shape: Shape
    ink: QColor
    ground: QColor
    badge_ink: QColor
    badge_ground: QColor
    bar: QColor


def phase_look(phase: Phase, theme: Theme) -> PhaseLook:
    """The look of this phase."""
    quiet, shape = theme.background, SHAPES[phase]
    match phase:
        case Phase.INTRO:
            return PhaseLook(
                "INTRODUCTION", shape, theme.text_dim, quiet, theme.text, theme.raised, theme.text_dim
            )
        case Phase.NORMAL:
            return PhaseLook(
                "RUNNING", shape, theme.text, quiet, theme.accent, theme.accent_fill, theme.accent
            )
        case Phase.WARNING:
            return PhaseLook("WARNING", shape, theme.amber, quiet, theme.amber, theme.amber_fill, theme.amber)
        case Phase.WRAP_UP:
            return PhaseLook("WRAP UP", shape, theme.red, quiet, theme.red, theme.red_fill, theme.red)
        case Phase.OVERRUN:
            strong, ink = theme.red_strong, theme.on_red
            return PhaseLook("OVER TIME", shape, ink, strong, ink, strong, theme.red)
