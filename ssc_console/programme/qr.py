"""A link as a QR code that stays scannable after a meeting tool's compression."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ssc_console.programme import inks

QUIET = 4
"""Modules of white around it: what readers need to find it."""


@lru_cache(maxsize=8)
def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules, row by row, without the quiet zone; one in seven may be lost."""
    import segno  # only a launch needs it

    code = segno.make_qr(link, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def paint(painter: QPainter, room: QRectF, link: str) -> None:
    """Paint it into a square, in whole pixels a module: blurred edges are what compression spoils first."""
    rows = modules(link)
    count = len(rows) + 2 * QUIET
    ratio = painter.device().devicePixelRatioF()
    side = max(int(room.width() * ratio / count), 1) / ratio
    left = round((room.x() + (room.width() - side * len(rows)) / 2) * ratio) / ratio
    top = round((room.y() + (room.height() - side * len(rows)) / 2) * ratio) / ratio
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(room, inks.WHITE)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRectF(left + x * side, top + y * side, side, side), inks.BLACK)
    painter.restore()
