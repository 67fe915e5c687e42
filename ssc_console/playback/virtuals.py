"""What must be known of a player's parts before threads of its own use them."""

from PySide6.QtCore import QObject


def meet_virtuals(*made: QObject) -> None:
    """Let each learn on this thread that Python overrides none of what Qt calls as connections come and go.

    The player's threads end connections to these objects under a lock of Qt's, and the binding's first look
    for an override waits there for Python's lock. Whoever stops the player holds that one and waits for
    Qt's: a programme stood still for ever at the first stop of a video. Once learnt, nobody looks again.
    """
    for each in made:
        each.objectNameChanged.connect(_nothing)
        each.objectNameChanged.disconnect(_nothing)


def _nothing() -> None:
    """Hears a signal for as long as it takes to connect and disconnect it."""
