"""Paints what nobody sees yet: its words are shaped by then, and what Qt makes at a first paint is there."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def paint_unseen(part: QWidget) -> None:
    """Into a picture in grey, which needs a quarter of the memory, and is forgotten."""
    ratio = part.devicePixelRatioF()
    picture = QImage(part.size() * ratio, QImage.Format.Format_Grayscale8)
    if not picture.isNull():
        picture.setDevicePixelRatio(ratio)
        part.render(picture, QPoint(0, 0))
