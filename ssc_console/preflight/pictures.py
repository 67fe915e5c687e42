"""The pictures that the programme will show: there, whole, of a sensible size. Needs a QGuiApplication."""

import os
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader

from ssc_console.preflight.item import Item, bad, good, warning
from ssc_console.preflight.subject import Subject
from ssc_console.show.actions import Verb, readable

MOST = 60_000_000
"""Pixels of a picture that is shown: more of them would fill a quarter of a gigabyte of memory."""
SMALL = QSize(640, 360)
_TRIED = QSize(1920, 1080)
"""What it is read for: many formats can be read smaller than they are."""
_SMALLER = "Save it with at most 4000 pixels to a side."


def pictures(subject: Subject) -> Iterator[Item]:
    """An item for each cover and each picture of a cue, once."""
    seen = set()
    for what, file in _named(subject):
        if file not in seen:
            seen.add(file)
            yield picture(what, file, subject.path(file))


def _named(subject: Subject) -> Iterator[tuple[str, str]]:
    for segment in subject.rundown.segments:
        if segment.publication is not None and segment.publication.cover is not None:
            yield "Cover of the publication", segment.publication.cover
    for cue in subject.rundown.cues():
        for action in readable(cue.do):
            if action.verb is Verb.PICTURE and action.about is not None:
                yield f"Picture: {os.path.basename(action.about)}", action.about


def picture(what: str, file: str, path: str) -> Item:
    """What comes of looking at one. Its size is asked first: a giant is told, not read."""
    if not os.path.isfile(path):
        return bad(what, "no such file", f"Put it there, or mend its name in the agenda: {file}.", file)
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    if not reader.canRead():
        return bad(what, "not a picture", f"{file} can't be read: save it as PNG or JPEG.")
    size, scalable = reader.size(), reader.format().startsWith(b"svg")
    pixels = size.width() * size.height()
    if pixels > MOST:
        words = f"{round(pixels / 1e6)} megapixels: too large"
        return bad(what, words, _SMALLER)
    if size.isValid() and pixels > _TRIED.width() * _TRIED.height():
        reader.setScaledSize(size.scaled(_TRIED, Qt.AspectRatioMode.KeepAspectRatio))
    if reader.read().isNull():
        return bad(what, "damaged", f"{file} can't be read to its end: copy it again.")
    measures = f"{size.width()}×{size.height()}"
    if not scalable and size.width() < SMALL.width() and size.height() < SMALL.height():
        return warning(what, f"small: {measures}", f"{file} will look blurred: ask for a larger one.")
    return good(what, "" if scalable else measures)
