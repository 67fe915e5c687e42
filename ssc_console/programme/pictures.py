"""Pictures of the programme from files: never larger than they are shown, and None where they can't be."""

import os
from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from ssc_console.show.value import value

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


def read(file: str, wide: int, high: int) -> QImage | None:
    """The picture, as large as fits into so many device pixels; None: there is none, or it can't be read.

    That may take a third of a second: a PNG of 24 million pixels has to be read whole, however small.
    """
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    room = QSize(max(wide, 1), max(high, 1))
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


Source = Callable[[str, int, int], QImage | None]
"""Gives a picture by its file, for so many device pixels, as `read` does; an empty one is still to come."""


@value
class _Kept:
    """A picture as it was read; `stamp` tells which content of the file that was."""

    image: QImage | None
    room: tuple[int, int]
    stamp: tuple[int, int, int] | None


class Shelf:
    """The pictures that are shown now: each is read once, when it comes.

    A file that is overwritten while its picture is shown changes nothing: what was read stays, whole, until
    the picture goes, and is read anew when it comes again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def get(self, file: str, wide: int, high: int) -> QImage | None:
        """The picture, for so many device pixels; None: it can't be read."""
        kept, room = self._kept.get(file), (wide, high)
        if kept is not None and (
            kept.room == room or (kept.image is not None and kept.stamp != _stamp(file))
        ):
            return kept.image
        stamp = _stamp(file)
        image = read(file, wide, high)
        if image is None and kept is not None:
            image = kept.image
        self._kept[file] = _Kept(image, room, stamp)
        return image

    def image(self, file: str) -> QImage | None:
        """The picture, if it is there."""
        kept = self._kept.get(file)
        return None if kept is None else kept.image

    def was_tried(self, file: str) -> bool:
        """Whether it was wanted, and read as far as it could be."""
        return file in self._kept

    def try_again(self, file: str) -> None:
        """Read it anew when it is painted next, if it could not be read."""
        if file in self._kept and self._kept[file].image is None:
            del self._kept[file]

    def keep_only(self, files: Collection[str]) -> None:
        """Nothing else is shown any more."""
        self._kept = {file: kept for file, kept in self._kept.items() if file in files}


def _stamp(file: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def fitted(room: QRectF, image: QImage) -> QRectF:
    """Where an image stands in a room: as large as fits, in the middle."""
    size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(room.center() - QPointF(size.width() / 2, size.height() / 2), size)
