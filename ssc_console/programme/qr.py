"""A link as a QR code that stays scannable after a meeting tool's compression."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ssc_console.programme import inks

QUIET = 4
"""Modules of white around it: what readers need to find it."""
_NEARLY = 1e-6
"""A room made to measure may be a rounding short of it."""
_MOST = 1.2
"""A room may become so many times as large. In a picture so small that this does not do nobody scans it."""


@lru_cache(maxsize=8)
def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules, row by row, without the quiet zone; one in seven may be lost."""
    import segno  # only a launch needs it

    code = segno.make_qr(link, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def roomy(room: QRectF, link: str, high: float, ratio: float) -> QRectF:
    """A square that begins in the same lower left corner, and is so large that the modules are so high.

    In whole pixels a module they are often much smaller than their room.

    Args:
        high: Of the modules alone, without the white around them.
        ratio: Device pixels in one of `room` and `high`.
    """
    rows = len(modules(link))
    side = ceil(high * ratio / rows)
    wanted = side * (rows + 2 * QUIET) / ratio
    if not room.width() < wanted <= _MOST * room.width():
        return room
    return QRectF(room.x(), room.bottom() - wanted, wanted, wanted)


def paint(painter: QPainter, room: QRectF, link: str) -> None:
    """Paint it into a white square, in whole pixels a module: compression spoils blurred edges first."""
    rows = modules(link)
    count = len(rows) + 2 * QUIET
    ratio = painter.device().devicePixelRatioF()
    side = max(int(room.width() * ratio / count + _NEARLY), 1) / ratio
    left = round((room.x() + (room.width() - side * len(rows)) / 2) * ratio) / ratio
    top = round((room.y() + (room.height() - side * len(rows)) / 2) * ratio) / ratio
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRectF(left + x * side, top + y * side, side, side), inks.BLACK)
    painter.restore()
