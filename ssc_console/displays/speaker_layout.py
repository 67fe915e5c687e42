"""Where everything stands on the speaker display, at any size: parts of the picture's own unit."""

from PySide6.QtCore import QRectF, QSizeF

from ssc_console.show.value import value

WIDE, HIGH = 1280.0, 720.0


@value
class Places:
    """The rectangles of one size.

    Attributes:
        unit: One pixel of a picture of 1280×720: every size is so many of them.
    """

    unit: float
    name: QRectF
    under: QRectF
    clock: QRectF
    clock_note: QRectF
    digits: QRectF
    word: QRectF
    alone: QRectF
    bar: QRectF
    message: QRectF
    following: QRectF

    def pixels(self, size: float) -> int:
        """A font size, never too small to be read after a meeting tool's compression."""
        return max(round(size * self.unit), 11)


def places(size: QSizeF, *, has_message: bool, has_bar: bool) -> Places:
    """Lay out a picture of this size. A message takes its room from the countdown."""
    unit = min(size.width() / WIDE, size.height() / HIGH)
    side, edge = 56 * unit, 40 * unit
    inside = QRectF(side, edge, size.width() - 2 * side, size.height() - edge - 30 * unit)
    right = 430 * unit
    left = inside.width() - right - 30 * unit
    bottom = inside.bottom()
    following = QRectF(inside.x(), bottom - 40 * unit, inside.width(), 40 * unit)
    message_height = 118 * unit if has_message else 0.0
    message = QRectF(inside.x(), following.y() - message_height - 10 * unit, inside.width(), message_height)
    bar_height = 18 * unit if has_bar else 0.0
    bar = QRectF(inside.x(), message.y() - bar_height - 18 * unit, inside.width(), bar_height)
    top = inside.y() + 112 * unit
    middle = QRectF(inside.x(), top, inside.width(), bar.y() - top - 22 * unit)
    word_width = min(260 * unit, inside.width() / 4)
    return Places(
        unit=unit,
        name=QRectF(inside.x(), inside.y(), left, 54 * unit),
        under=QRectF(inside.x(), inside.y() + 54 * unit, left, 42 * unit),
        clock=QRectF(inside.right() - right, inside.y(), right, 54 * unit),
        clock_note=QRectF(inside.right() - right, inside.y() + 54 * unit, right, 42 * unit),
        digits=QRectF(middle.x(), middle.y(), middle.width() - word_width, middle.height()),
        word=QRectF(middle.right() - word_width, middle.y(), word_width, middle.height()),
        alone=middle,
        bar=bar,
        message=message,
        following=following,
    )
