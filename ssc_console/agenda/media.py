"""The media files that an agenda names: whether each is there, and how long it is where that is asked."""

import os
from collections.abc import Callable
from datetime import timedelta

from ssc_console.agenda.explain import nearest
from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.tree import Entry
from ssc_console.agenda.values import MEDIA

MediaLength = Callable[[str], timedelta | str]
"""How long a media file is; or in a few words why that cannot be told."""

_FIGURE = "Write the length as a figure, as in duration: 3:00"


def check_media(found: Findings, entry: Entry, folder: str, segment: str) -> bool:
    """Whether a segment's media file is there, or it names none; a missing one is noted."""
    media = entry.values.get("media")
    if media is None or entry.values.get("duration") == MEDIA or os.path.isfile(os.path.join(folder, media)):
        return True
    message = f"There is no file {quoted(media)}"
    found.add("AG404", entry.nodes["media"], message, missing_hint(media, folder), segment)
    return False


def duration_of_media(
    found: Findings, entry: Entry, folder: str, media_length: MediaLength | None
) -> timedelta | None:
    """What `duration: media` means for a segment; None, and a problem, if that cannot be told."""
    place = entry.nodes["duration"]
    media = entry.values.get("media")
    if media is None:
        if not entry.has("media"):
            hint = "Write `media:` and the file's name, or the length as a figure"
            found.add("AG317", place, "`duration: media` takes the length of a file, and none is named", hint)
        return None
    file = os.path.join(folder, media)
    if not os.path.isfile(file):
        message = f"There is no file {quoted(media)} to take the length of"
        hint = missing_hint(media, folder)
        either = f"{hint} Else write" if hint.endswith("?") else f"{hint}, or write"
        found.add("AG317", place, message, f"{either} the length as a figure")
        return None
    if media_length is None:
        found.add("AG318", place, "The length of a media file cannot be read yet", _FIGURE)
        return None
    length = media_length(file)
    if isinstance(length, str):
        found.add("AG318", place, f"The length of {quoted(media)} cannot be read: {length}", _FIGURE)
        return None
    return length


def missing_hint(media: str, folder: str) -> str:
    """What to do about a file that is not there."""
    if "://" in media:
        return "Download it, and name the file"
    if "\\" in media:
        return f"Write it with the other slash: {media.replace(chr(92), '/')}"
    inside = os.path.dirname(media)
    try:
        names = os.listdir(os.path.join(folder, inside) or ".")
    except (OSError, ValueError):
        where = quoted(inside) if os.path.isabs(inside) else f"{quoted(inside)} beside the agenda"
        return f"Make the folder {where}, and put the file into it"
    close = nearest(os.path.basename(media), names)
    if close:
        return f"Did you mean {quoted(os.path.join(inside, close))}?"
    return f"Put it into the folder {quoted(inside)}" if inside else "Put it beside the agenda"
