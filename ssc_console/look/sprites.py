"""Marks and grounds, painted once and drawn many times: a smooth edge takes ten times as long as its copy."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from math import floor
from typing import Any, cast

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

LARGEST = 14_000
"""Square pixels: what is larger takes little of a page's painting, and much memory."""
_AROUND = 2
"""Pixels that a smoothed edge may reach beyond its place."""

Paint = Callable[..., None]


def draw(painter: QPainter, rect: QRectF, paint: Paint, *how: Hashable) -> None:
    """Draw what `paint(painter, rect, *how)` paints, as it paints it: pixel by pixel the same.

    On a widget from a picture that is kept; on paper, or where pixels don't lie on pixels, it is painted.
    """
    left, top, wide, high = cast(tuple[float, float, float, float], rect.getRect())  # one call for four
    ratio = 0 if wide * high > LARGEST else _pixels(painter)
    if not ratio:
        paint(painter, rect, *how)
        return
    x, y = floor(left), floor(top)
    picture = _painted(paint, how, left - x, top - y, wide, high, ratio)
    painter.drawPixmap(x - _AROUND, y - _AROUND, picture)


def draw_corners(painter: QPainter, rect: QRectF, size: int, paint: Paint, *how: Hashable) -> bool:
    """Draw the corners, `size` pixels wide and high, of what `paint` paints, and nothing between them.

    Returns:
        False: nothing was drawn, since here pixels don't lie on pixels, or it has no room for four corners.
    """
    left, top, wide, high = cast(tuple[float, float, float, float], rect.getRect())
    is_whole = left.is_integer() and top.is_integer() and wide.is_integer() and high.is_integer()
    ratio = _pixels(painter) if is_whole and min(wide, high) >= 2 * size else 0
    if not ratio:
        return False
    picture = _painted(paint, how, 0.0, 0.0, 2.0 * size, 2.0 * size, ratio)
    first, part = _AROUND * ratio, size * ratio
    near, far = (int(left), int(top)), (int(left + wide) - size, int(top + high) - size)
    for x, from_x in ((near[0], first), (far[0], first + part)):
        for y, from_y in ((near[1], first), (far[1], first + part)):
            painter.drawPixmap(x, y, picture, from_x, from_y, part, part)
    return True


def _pixels(painter: QPainter) -> int:
    """How many of a widget's pixels, wide and high, are one of the painter's; 0: it is no whole number."""
    if not isinstance(painter.device(), QWidget):
        return 0
    placed = painter.deviceTransform()
    ratio = placed.m11()
    return int(ratio) if ratio >= 1 and ratio.is_integer() and not placed.isRotating() else 0


@lru_cache(maxsize=256)
def _painted(
    paint: Paint, how: tuple[Any, ...], x: float, y: float, wide: float, high: float, ratio: int
) -> QPixmap:
    size = QSize(floor(x + wide) + 1 + 2 * _AROUND, floor(y + high) + 1 + 2 * _AROUND)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(x + _AROUND, y + _AROUND, wide, high), *how)
    painter.end()
    return picture
