"""Whether a window is low: there the edges of the desk give up room to what the show is run by."""

LOW = 800
"""Lower than this, in logical pixels of the window's inside, it is low."""


def is_low(window: int) -> bool:
    """Whether a window of that height is low."""
    return window < LOW
