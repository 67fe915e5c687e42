"""Painted grounds: rounded panels, and badges with a word and a shape."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from ssc_console.look import shapes, sprites
from ssc_console.look.shaped import rise
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Style, line, width


def panel(
    painter: QPainter, rect: QRectF, fill: QColor | None, edge: QColor | None = None, radius: float = 8.0
) -> None:
    """A rounded ground, with a hairline around it if `edge` is given."""
    how = _code(fill), _code(edge), radius
    if rect.width() * rect.height() <= sprites.LARGEST:
        sprites.draw(painter, rect, _panel, *how)
        return
    corner = ceil(radius) + 1
    if sprites.draw_corners(painter, rect, corner, _panel, *how):
        _between_corners(painter, rect.toRect(), corner, fill, edge)
    else:
        _panel(painter, rect, *how)


def _between_corners(
    painter: QPainter, rect: QRect, corner: int, fill: QColor | None, edge: QColor | None
) -> None:
    """What of a panel is straight: there, smoothing its edges would change nothing."""
    x, y, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
    along, down = wide - 2 * corner, high - 2 * corner
    line = 0 if edge is None else 1
    if fill is not None:
        painter.fillRect(x + corner, y + line, along, corner - line, fill)
        painter.fillRect(x + line, y + corner, wide - 2 * line, down, fill)
        painter.fillRect(x + corner, y + high - corner, along, corner - line, fill)
    if edge is not None:
        painter.fillRect(x + corner, y, along, 1, edge)
        painter.fillRect(x + corner, y + high - 1, along, 1, edge)
        painter.fillRect(x, y + corner, 1, down, edge)
        painter.fillRect(x + wide - 1, y + corner, 1, down, edge)


def _code(colour: QColor | None) -> int | None:
    """A colour itself can't be looked up."""
    return None if colour is None else colour.rgba()


def _panel(painter: QPainter, rect: QRectF, fill: int | None, edge: int | None, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = rect
    if edge is not None:
        # What lies between two outlines is filled: to draw a line with a pen takes five times as long.
        hairline = QPainterPath()
        hairline.addRoundedRect(rect, radius, radius)
        inside, radius = rect.adjusted(1, 1, -1, -1), radius - 1
        hairline.addRoundedRect(inside, radius, radius)
        painter.fillPath(hairline, QColor.fromRgba(edge))
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(fill))
        painter.drawRoundedRect(inside, radius, radius)
    painter.restore()


def between(one: QColor, other: QColor, part: float) -> QColor:
    """A colour on the way from one to the other: 0 is the one, 1 the other."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * part),
        round(one.green() + (other.green() - one.green()) * part),
        round(one.blue() + (other.blue() - one.blue()) * part),
    )


def badge_width(word: str, style: Style, shape: Shape | None = None) -> float:
    """How wide `badge` will be, in logical pixels."""
    high, _, capital = rise(style.size, style.weight)
    mark = capital * 1.15 + high * 0.38 if shape else 0.0
    return width(word, style) + mark + high * 0.9


def badge(
    painter: QPainter,
    rect: QRectF,
    word: str,
    style: Style,
    ink: QColor,
    fill: QColor | None,
    *,
    shape: Shape | None = None,
    edge: QColor | None = None,
) -> None:
    """A word on a rounded ground, with a shape before it; both centred in `rect`."""
    if fill is not None or edge is not None:
        panel(painter, rect, fill, edge, radius=4.0)
    high, ascent, capital = rise(style.size, style.weight)
    size = capital * 1.15 if shape else 0.0
    gap = high * 0.38 if shape else 0.0
    wide = width(word, style)
    x = rect.x() + (rect.width() - wide - size - gap) / 2
    baseline = rect.y() + (rect.height() + capital) / 2
    if shape is not None:
        shapes.draw(painter, shape, QRectF(x, baseline - (capital + size) / 2, size, size), ink)
    line(painter, QRectF(x + size + gap, baseline - ascent, wide + 1, high), word, style, ink)
