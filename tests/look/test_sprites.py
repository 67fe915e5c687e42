"""What is kept as a picture looks as if it had been painted in its place."""

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ssc_console.look import paint, shapes, sprites
from ssc_console.look.shapes import Shape

GROUND, INK, EDGE = QColor("#101418"), QColor("#f0c040"), QColor("#405060")
WIDE, HIGH = 320, 240
ROUNDING = 1
"""Of 255: ink on nothing, and that on a ground, is rounded twice."""


def picture(painter: QPainter, shape: Shape, off: float) -> None:
    painter.fillRect(0, 0, WIDE, HIGH, GROUND)
    paint.panel(painter, QRectF(4 + off, 6, 40, 22 + off), INK, EDGE, 6)
    paint.panel(painter, QRectF(50, 6 + off, 60, 30), None, EDGE)
    shapes.draw(painter, shape, QRectF(8 + off, 34 - off, 14, 14), INK)
    shapes.draw(painter, shape, QRectF(60, 42, 9 + off, 9 + off), EDGE)
    paint.panel(painter, QRectF(4, 70 + off, 200, 80), INK, EDGE)
    paint.panel(painter, QRectF(210, 70, 100, 160), INK, None, 6)
    paint.panel(painter, QRectF(4, 154, 203, 81), None, EDGE, 9)


class Seen(QWidget):
    """Where pictures are kept."""

    def __init__(self, shape: Shape, off: float) -> None:
        super().__init__()
        self.resize(WIDE, HIGH)
        self._seen = shape, off

    def paintEvent(self, _: QPaintEvent) -> None:
        picture(QPainter(self), *self._seen)


def furthest(one: QImage, other: QImage) -> int:
    """How far two pictures are apart where they differ most, of 255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def device(ratio: int) -> QImage:
    seen = QImage(WIDE * ratio, HIGH * ratio, QImage.Format.Format_RGB32)
    seen.setDevicePixelRatio(ratio)
    return seen


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("off", [0.0, 0.5, 0.3])
@pytest.mark.parametrize("shape", Shape)
def test_what_is_drawn_from_its_picture_looks_like_what_is_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shape: Shape, off: float, ratio: int
) -> None:
    kept = Seen(shape, off)
    qtbot.addWidget(kept)
    drawn, painted = device(ratio), device(ratio)
    sprites._painted.cache_clear()
    kept.render(drawn, QPoint())
    assert sprites._painted.cache_info().currsize >= 2, "nothing was drawn from a picture"
    monkeypatch.setattr(sprites, "_pixels", lambda _: 0)
    kept.render(painted, QPoint())
    assert furthest(drawn, painted) <= ROUNDING


def test_a_mark_that_is_drawn_again_is_not_painted_again(qtbot: QtBot) -> None:
    kept = Seen(Shape.STAR, 0.7)
    qtbot.addWidget(kept)
    kept.grab()
    before = sprites._painted.cache_info().misses
    kept.grab()
    assert sprites._painted.cache_info().misses == before
