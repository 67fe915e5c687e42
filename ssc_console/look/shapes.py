"""Marks drawn as shapes, not characters: the same on every system, and never missing from a font."""

import math
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ssc_console.look import sprites


class Shape(Enum):
    """What a mark looks like."""

    CHECK = auto()
    CROSS = auto()
    PLAY = auto()
    PLAY_OPEN = auto()
    PAUSE = auto()
    WARNING = auto()
    """A triangle that stands: the warning."""
    SQUARE = auto()
    DISC = auto()
    RING = auto()
    """A circle that nothing fills yet: what is about to begin."""
    HALF_DISC = auto()
    DIAMOND = auto()
    STAR = auto()
    ARROW = auto()
    """A triangle that points on: what a press leads to."""
    MINUS = auto()
    PLUS = auto()
    BANG = auto()
    SPEECH = auto()
    MENU = auto()
    TO_CUE = auto()
    """On to a mark."""
    STOPWATCH = auto()
    SPENT = auto()
    """An hourglass: the time is over."""


_POLYGONS = {
    Shape.PLAY: ((0.16, 0.08), (0.94, 0.5), (0.16, 0.92)),
    Shape.ARROW: ((0.22, 0.16), (0.86, 0.5), (0.22, 0.84)),
    Shape.WARNING: ((0.5, 0.08), (0.98, 0.92), (0.02, 0.92)),
    Shape.SQUARE: ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    Shape.SPENT: ((0.08, 0.04), (0.92, 0.04), (0.08, 0.96), (0.92, 0.96)),
    Shape.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Shape.STAR: (
        (0.5, 0.02), (0.62, 0.36), (0.98, 0.37), (0.69, 0.59), (0.8, 0.94),
        (0.5, 0.73), (0.2, 0.94), (0.31, 0.59), (0.02, 0.37), (0.38, 0.36),
    ),
    Shape.SPEECH: (
        (0.06, 0.14), (0.94, 0.14), (0.94, 0.7), (0.5, 0.7), (0.26, 0.94), (0.26, 0.7), (0.06, 0.7),
    ),
}  # fmt: skip
_RING = tuple((math.sin(turn * math.tau / 24), -math.cos(turn * math.tau / 24)) for turn in range(25))
_OUTLINES = {Shape.PLAY_OPEN: _POLYGONS[Shape.PLAY]}
_STROKES = {
    Shape.CHECK: (((0.08, 0.54), (0.38, 0.84), (0.94, 0.18)),),
    Shape.CROSS: (((0.14, 0.14), (0.86, 0.86)), ((0.86, 0.14), (0.14, 0.86))),
    Shape.MINUS: (((0.1, 0.5), (0.9, 0.5)),),
    Shape.PLUS: (((0.1, 0.5), (0.9, 0.5)), ((0.5, 0.1), (0.5, 0.9))),
    Shape.MENU: (((0.06, 0.2), (0.94, 0.2)), ((0.06, 0.5), (0.94, 0.5)), ((0.06, 0.8), (0.94, 0.8))),
    Shape.BANG: (((0.5, 0.06), (0.5, 0.62)), ((0.5, 0.9), (0.5, 0.91))),
    Shape.TO_CUE: (((0.1, 0.12), (0.66, 0.5), (0.1, 0.88)), ((0.9, 0.1), (0.9, 0.9))),
    Shape.STOPWATCH: (
        ((0.36, 0.04), (0.64, 0.04)),
        ((0.5, 0.04), (0.5, 0.18)),
        ((0.5, 0.58), (0.68, 0.4)),
        tuple((0.5 + 0.4 * x, 0.58 + 0.4 * y) for x, y in _RING),
    ),
}
_BARS = ((0.16, 0.1, 0.24, 0.8), (0.6, 0.1, 0.24, 0.8))


def draw(painter: QPainter, shape: Shape, rect: QRectF, colour: QColor) -> None:
    """Draw the shape into a square rectangle."""
    sprites.draw(painter, rect, _draw, shape, colour.rgba())


def _draw(painter: QPainter, rect: QRectF, shape: Shape, code: int) -> None:
    wide, high, colour = rect.width(), rect.height(), QColor.fromRgba(code)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    if shape in _STROKES or shape in _OUTLINES or shape is Shape.RING:
        painter.strokePath(_lines(shape, wide, high), _pen(shape, wide, colour))
    else:
        painter.fillPath(_solid(shape, wide, high), colour)
        if shape is Shape.HALF_DISC:
            painter.strokePath(_circle(wide, high), QPen(colour, max(1.0, wide * 0.1)))
    painter.restore()


# A page has fifty marks of a dozen shapes and sizes: to build their paths anew took a third of its painting.


def _pen(shape: Shape, wide: float, colour: QColor) -> QPen:
    pen = QPen(colour, max(1.3, wide * (0.1 if shape in _OUTLINES else 0.14)))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@lru_cache(maxsize=256)
def _lines(shape: Shape, wide: float, high: float) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.RING:
        return _circle(wide, high)
    if shape in _OUTLINES:
        path.addPolygon(_polygon(_OUTLINES[shape], wide, high))
        path.closeSubpath()
        return path
    for stroke in _STROKES[shape]:
        path.addPolygon(_polygon(stroke, wide, high))
    return path


@lru_cache(maxsize=256)
def _solid(shape: Shape, wide: float, high: float) -> QPainterPath:
    path = QPainterPath()
    if shape in _POLYGONS:
        path.addPolygon(_polygon(_POLYGONS[shape], wide, high))
        path.closeSubpath()
    elif shape is Shape.PAUSE:
        for x, y, width, height in _BARS:
            path.addRect(x * wide, y * high, width * wide, height * high)
    elif shape is Shape.HALF_DISC:
        path.moveTo(wide / 2, high / 2)
        path.arcTo(QRectF(0, 0, wide, high), 90, 180)
    else:
        path = _circle(wide, high)
    return path


def _circle(wide: float, high: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.06 * wide, 0.06 * high, 0.88 * wide, 0.88 * high))
    return path


def _polygon(points: tuple[tuple[float, float], ...], wide: float, high: float) -> QPolygonF:
    return QPolygonF([QPointF(x * wide, y * high) for x, y in points])
