"""The facts of a media file, or in one sentence each why there are none and what to do."""

import os
import stat
from datetime import timedelta
from typing import Any

from ssc_console.media.disguise import what_it_is
from ssc_console.show.instants import MILLISECOND, ZERO
from ssc_console.show.value import value


@value(kw_only=True)
class MediaFacts:
    """What is in a file that can be played.

    Attributes:
        length: Of the whole file, to the millisecond; more than nothing.
        width, height: Of the picture as it is shown, in pixels; both 0 where there is sound only.
        sound: There is something to hear, or at least a track for it.
        codecs: By name, the picture's first, e.g. ``("AVC", "AAC")``.
    """

    length: timedelta
    width: int
    height: int
    sound: bool
    codecs: tuple[str, ...] = ()

    @property
    def picture(self) -> bool:
        """Whether there is something to see."""
        return self.width > 0


@value
class Unusable:
    """A file that can't be played.

    Attributes:
        what: What it is, in a few words without a full stop: *the file is empty*.
        remedy: What a person does about it, as a sentence without its full stop.
    """

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what[0].upper()}{self.what[1:]}. {self.remedy}."


_AGAIN = "Copy or download it again"
_CUT = Unusable("the file is cut off before its end", _AGAIN)


def facts(path: str) -> MediaFacts | Unusable:
    """What is in a file; always an answer. Slow (some ten milliseconds): it is read and understood."""
    in_the_way = _not_even_a_file(path)
    if in_the_way is not None:
        return in_the_way
    from pymediainfo import MediaInfo  # 60 ms, and seldom wanted

    try:
        tracks = [track.to_data() for track in MediaInfo.parse(path).tracks]
    except (OSError, RuntimeError, ValueError) as why:
        return Unusable("the file can't be read", f"{_AGAIN} ({why})")
    return _told(path, tracks)


def length(path: str) -> timedelta | str:
    """How long a media file is; or in a few words why that can't be told."""
    found = facts(path)
    return found.length if isinstance(found, MediaFacts) else found.what


def _not_even_a_file(path: str) -> Unusable | None:
    """Why there is nothing to look into. A pipe is never opened: that would wait for ever."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            return Unusable("this is no file", "Name the file itself")
        with open(path, "rb"):
            pass
    except FileNotFoundError:
        return Unusable("there is no such file", "Put it there, or mend its name in the agenda")
    except (OSError, ValueError) as why:
        reason = getattr(why, "strerror", None) or "its name is not one"
        return Unusable(f"the file can't be opened: {reason}", "Check its name and its permissions")
    if about.st_size == 0:
        return Unusable("the file is empty", _AGAIN)
    return None


def _told(path: str, tracks: list[dict[str, Any]]) -> MediaFacts | Unusable:
    by_kind = {kind: [each for each in tracks if each["track_type"] == kind] for kind in _KINDS}
    pictures, sounds = by_kind["Video"], by_kind["Audio"]
    if not pictures and not sounds:
        return _nothing_to_play(path, by_kind)
    whole = by_kind["General"][0] if by_kind["General"] else {}
    if whole.get("istruncated") == "Yes":
        return _CUT
    lasts = _length(whole) or max(map(_length, [*pictures, *sounds]))
    if lasts <= ZERO:
        return Unusable("it has no length: nothing would play", "Ask for the file again")
    width, height = _size(pictures[0]) if pictures else (0, 0)
    return MediaFacts(
        length=lasts,
        width=width,
        height=height,
        sound=bool(sounds),
        codecs=tuple(each["format"] for each in [*pictures, *sounds] if "format" in each),
    )


_KINDS = ("General", "Video", "Audio", "Image")


def _nothing_to_play(path: str, by_kind: dict[str, list[dict[str, Any]]]) -> Unusable:
    if by_kind["Image"]:
        remedy = "Ask for the video, or show the picture by `do: picture`"
        return Unusable("this is a still picture, not a video", remedy)
    in_disguise = what_it_is(path)
    if in_disguise is not None:
        return Unusable(f"this is {in_disguise}, not a video", "Ask for the file itself")
    known = any("format" in whole for whole in by_kind["General"])
    if known and b"moov" not in _boxes(path):
        return _CUT
    if known:
        return Unusable("there is nothing in it to play", "Ask for the file again")
    return Unusable("this is not a video that can be understood", "Ask for it as MP4 (H.264 and AAC)")


def _length(track: dict[str, Any]) -> timedelta:
    try:
        return MILLISECOND * round(float(track.get("duration") or 0))
    except (ValueError, OverflowError):
        return ZERO


def _size(track: dict[str, Any]) -> tuple[int, int]:
    width, height = int(track.get("width") or 0), int(track.get("height") or 0)
    turned = round(float(track.get("rotation") or 0)) % 180 == 90
    return (height, width) if turned else (width, height)


def _boxes(path: str) -> set[bytes]:
    """The names of an MP4's outermost boxes: one that was cut off, or never closed, lacks `moov`."""
    found: set[bytes] = set()
    with open(path, "rb") as file:
        for _ in range(_BOXES):
            head = file.read(16)
            if len(head) < 8:
                break
            found.add(head[4:8])
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            if size < 8:
                break
            file.seek(size - len(head), os.SEEK_CUR)
    return found


_BOXES = 1000
"""So many are looked at: `moov` is among the first, or the last of a few."""
