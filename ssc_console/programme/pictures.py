"""Pictures of the programme from files: never larger than they are shown, and None where they can't be."""

import os
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS = 60_000_000
"""A picture of more is not opened: it would take a quarter of a gigabyte, which is what Qt allows."""


def why_not(file: str) -> str | None:
    """Why a picture can't be shown, in a few words, by its beginning; None: nothing speaks against it."""
    reader = QImageReader(file)
    size = reader.size()
    if not os.path.isfile(file):
        return "the file is not there"
    if not reader.canRead() or not size.isValid():
        return "it is no picture that can be read"
    if size.width() * size.height() > MOST_PIXELS:
        return f"it is too large: {size.width()}×{size.height()}, at most 60 million pixels"
    return None


@lru_cache(maxsize=6)
def picture(file: str, wide: int, high: int) -> QImage | None:
    """The picture, as large as fits into so many device pixels; None: there is none, or it can't be read."""
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    room = QSize(max(wide, 1), max(high, 1))
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def fitted(room: QRectF, image: QImage) -> QRectF:
    """Where an image stands in a room: as large as fits, in the middle."""
    size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(room.center() - QPointF(size.width() / 2, size.height() / 2), size)
