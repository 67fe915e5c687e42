"""Pictures of the programme from files: never larger than they are shown, and None where they can't be."""

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS = 120_000_000
"""A picture of more is not opened: it would take half a gigabyte."""


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
