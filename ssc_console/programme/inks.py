"""The colours of the programme: its own, whatever the desk looks like."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient

TEXT = QColor("#f2f6fa")
TEXT_DIM = QColor("#d3e2ee")
ACCENT = QColor("#5aa9ec")
PANEL = QColor("#0f1b26")
PAPER = QColor("#f4f1ea")
ON_PAPER = QColor("#12385a")
CLOTH = QColor("#17486f")
CLOTH_EDGE = QColor("#2f6f9f")
DARK, DEEP, BRIGHT = QColor("#0a2743"), QColor("#0f4166"), QColor("#186a92")
STAGE_TOP, STAGE_BOTTOM = QColor("#3a4a52"), QColor("#20262e")
BLACK = QColor("#000000")
WHITE = QColor("#ffffff")


def ground(room: QRectF) -> QLinearGradient:
    """Of what the console shows by itself."""
    made = QLinearGradient(room.topLeft(), room.bottomRight())
    made.setStops([(0.0, DARK), (0.55, DEEP), (1.0, BRIGHT)])
    return made


def stage(room: QRectF) -> QLinearGradient:
    """Behind a lower third, where the call's own picture is not."""
    made = QLinearGradient(room.topLeft(), QPointF(room.left() + room.width() * 0.3, room.bottom()))
    made.setStops([(0.0, STAGE_TOP), (1.0, STAGE_BOTTOM)])
    return made
