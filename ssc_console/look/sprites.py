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
    device = painter.device()
    left, top, wide, high = cast(tuple[float, float, float, float], rect.getRect())  # one call for four
    if wide * high > LARGEST or not isinstance(device, QWidget) or painter.transform().isScaling():
        paint(painter, rect, *how)
        return
    ratio = device.devicePixelRatioF()
    if not ratio.is_integer():
        paint(painter, rect, *how)
        return
    x, y = floor(left), floor(top)
    picture = _painted(paint, how, left - x, top - y, wide, high, ratio)
    painter.drawPixmap(x - _AROUND, y - _AROUND, picture)


@lru_cache(maxsize=256)
def _painted(
    paint: Paint, how: tuple[Any, ...], x: float, y: float, wide: float, high: float, ratio: float
) -> QPixmap:
    size = QSize(floor(x + wide) + 1 + 2 * _AROUND, floor(y + high) + 1 + 2 * _AROUND)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(x + _AROUND, y + _AROUND, wide, high), *how)
    painter.end()
    return picture
