"""Painted grounds: rounded panels, and badges with a word and a shape."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ssc_console.look import shapes
from ssc_console.look.shapes import Shape


def panel(
    painter: QPainter, rect: QRectF, fill: QColor, line: QColor | None = None, radius: float = 8.0
) -> None:
    """A rounded ground, with a hairline around it if `line` is given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def badge_width(word: str, font: QFont, shape: Shape | None = None) -> float:
    """How wide `badge` will be, in logical pixels."""
    metrics = QFontMetricsF(font)
    mark = metrics.capHeight() * 1.15 + metrics.height() * 0.38 if shape else 0.0
    return metrics.horizontalAdvance(word) + mark + metrics.height() * 0.9


def badge(
    painter: QPainter,
    rect: QRectF,
    word: str,
    font: QFont,
    ink: QColor,
    fill: QColor | None,
    *,
    shape: Shape | None = None,
    line: QColor | None = None,
) -> None:
    """A word on a rounded ground, with a shape before it; both centred in `rect`."""
    if fill is not None or line is not None:
        panel(painter, rect, fill or QColor(0, 0, 0, 0), line, radius=4.0)
    metrics = QFontMetricsF(font)
    size = metrics.capHeight() * 1.15
    gap = metrics.height() * 0.38 if shape else 0.0
    wide = metrics.horizontalAdvance(word) + (size + gap if shape else 0.0)
    x = rect.x() + (rect.width() - wide) / 2
    baseline = rect.y() + (rect.height() + metrics.capHeight()) / 2
    if shape is not None:
        middle = baseline - metrics.capHeight() / 2
        shapes.draw(painter, shape, QRectF(x, middle - size / 2, size, size), ink)
        x += size + gap
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(x, baseline), word)
