"""The videos: there, whole, to be heard, of the planned length, and opened by the player itself."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from ssc_console import timecode
from ssc_console.media import MediaFacts, Unusable, facts
from ssc_console.preflight.item import Item, bad, good, warning
from ssc_console.preflight.subject import Subject
from ssc_console.show.instants import SECOND
from ssc_console.show.rundown import Rundown, Segment

LARGE = 2560 * 1440
"""More pixels than these are more than a call shows, and much for a machine that also runs the call."""
SMALL = 640 * 360

_BEGINNING = re.compile("^(the file is|this is|there is|it has) ")
"""Of a sentence, where a list has no room for it."""

Decode = Callable[[str], str | None]
"""Opens a file in the player and waits for its first picture; None, or in a few words why there is none."""


def videos(subject: Subject, decode: Decode) -> Iterator[Item]:
    """An item for each video."""
    for number, segment in enumerate(subject.videos(), start=1):
        path = subject.path(segment.video or "")
        yield video(_name(number, segment, subject.rundown), segment, facts(path), partial(decode, path))


def _name(number: int, segment: Segment, rundown: Rundown) -> str:
    """By who speaks in it: titles are long, and begin alike."""
    people = [rundown.people[one].name for one in segment.speakers if one in rundown.people]
    return f"Video {number}: {', '.join(people) or segment.title}"


def video(
    what: str, segment: Segment, found: MediaFacts | Unusable, why_not: Callable[[], str | None]
) -> Item:
    """What comes of the facts of a segment's file; only one that has a picture is given to the player."""
    file = os.path.basename(segment.video or "")
    if isinstance(found, Unusable):
        return bad(what, _BEGINNING.sub("", found.what), f"{found.remedy}: {file}.", segment.video or "")
    if not found.picture:
        return bad(what, "sound only, no picture", f"Ask for the video itself: {file}.")
    trouble = why_not()
    if trouble is not None:
        codecs = " and ".join(found.codecs)
        remedy = f"{file} is {codecs}: ask for it as MP4 (H.264 and AAC)."
        return bad(what, f"does not play: {trouble}", remedy)
    return _of_a_video_that_plays(what, file, found, segment.duration)


def _of_a_video_that_plays(what: str, file: str, found: MediaFacts, planned: timedelta | None) -> Item:
    length = timecode.span(found.length)
    if planned is not None and abs(found.length - planned) >= SECOND:
        remedy = (
            f"Write `duration: {_figure(found.length)}` or `duration: media` in the agenda, or change {file}."
        )
        return warning(what, f"{length}, plan says {timecode.span(planned)}", remedy)
    size = f"{found.width}×{found.height}"
    if not found.sound:
        return warning(what, f"{length}, no sound", f"Ask whether {file} is meant to be silent.")
    if found.height > found.width:
        return warning(what, f"{length}, upright: {size}", f"Ask for {file} in landscape format.")
    if found.width * found.height > LARGE:
        return warning(what, f"{length}, very large: {size}", f"Ask for {file} in 1920×1080.")
    if found.width * found.height < SMALL:
        return warning(what, f"{length}, small: {size}", f"{file} will look blurred: ask for a larger one.")
    return good(what, f"{length}, sound")


def _figure(length: timedelta) -> str:
    """A length as the agenda writes it, so that nothing of the video is cut: rounded up."""
    return timecode.span(-(-length // SECOND) * SECOND)
