"""Chapters as players read them: WebVTT, a YouTube description, ffmpeg's metadata."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import escape

from ssc_console.reports.chapters import Chapter, NoChapters, chapters, one_line, recording_of
from ssc_console.reports.event_page import event_page
from ssc_console.show.as_run import AsRun, as_run
from ssc_console.show.history import History
from ssc_console.show.instants import MILLISECOND, SECOND, ZERO
from ssc_console.show.value import value
from ssc_console.timecode import span

YOUTUBE_LEAST = 10 * SECOND
"""A shorter chapter makes YouTube show none at all."""

YOUTUBE_FEWEST = 3
YOUTUBE_LONGEST = 5000
"""Characters of a description."""


@value
class Told:
    """A text, and what a person should know about it, a sentence each."""

    text: str
    remarks: tuple[str, ...] = ()


def run_chapters(history: History, form: str, offset: timedelta | None = None) -> Told:
    """The chapters of a run's recording, or the summary for the event's page.

    Args:
        form: One of `CHAPTER_FORMATS`.
        offset: Where in the recording the show starts; negative if the recording began late. None: as the
            recorder said, or with the show if none was heard. The summary for the page does without.

    Raises:
        NoChapters: There are none, or too few for YouTube; the text is for a person.
    """
    run = as_run(history)
    told = _FORMATS[form](run, offset)
    return Told(told.text, (*told.remarks, *(_of_the_recording(run, form) if offset is None else ())))


def _of_the_recording(run: AsRun, form: str) -> tuple[str, ...]:
    """What to know where nobody said how far into the recording the show starts."""
    if not run.recordings or run.started is None or form.startswith("page"):
        return ()
    into = span(recording_of(run).position(run.started.at))
    said = f"As the recorder said, the show starts at {into} of its recording; --offset says otherwise."
    if len(run.recordings) == 1:
        return (said,)
    parts = f"It made {len(run.recordings)} recordings: these are of the one that has the most of the show."
    return (said, parts)


def webvtt(parts: tuple[Chapter, ...]) -> str:
    """A WebVTT file of chapters: for a player on a page."""
    cues = [f"{_clock(each.start)} --> {_clock(each.end)}\n{_as_text(titled(each))}" for each in parts]
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def ffmetadata(parts: tuple[Chapter, ...], title: str) -> str:
    """Ffmpeg's metadata: ``ffmpeg -i show.mp4 -i chapters.txt -map_metadata 1 -codec copy out.mp4``."""
    lines = [";FFMETADATA1", f"title={_escaped(one_line(title))}"]
    for each in parts:
        lines += ["[CHAPTER]", "TIMEBASE=1/1000"]
        lines += [f"START={each.start // MILLISECOND}", f"END={each.end // MILLISECOND}"]
        lines.append(f"title={_escaped(titled(each))}")
    return "\n".join(lines) + "\n"


def youtube(parts: tuple[Chapter, ...]) -> Told:
    """A block for a YouTube description: the first at 0:00, each of ten seconds or more, three at least.

    Raises:
        NoChapters: Even so there are fewer than three.
    """
    kept, remarks = _long_enough(parts)
    if len(kept) < YOUTUBE_FEWEST:
        raise NoChapters(
            f"YouTube shows chapters from {YOUTUBE_FEWEST} on, of 10 seconds each, and this recording has "
            f"{len(kept)}: use --format vtt or ffmetadata, or list the times by hand."
        )
    ways = (titled, _named, _only_the_title)
    texts = ["".join(f"{span(each.start)} {_harmless(way(each))}\n" for each in kept) for way in ways]
    text = next((each for each in texts if len(each) <= YOUTUBE_LONGEST), texts[-1])
    if len(text) > YOUTUBE_LONGEST:
        remarks = (*remarks, f"YouTube takes {YOUTUBE_LONGEST} characters, this has {len(text)}: shorten it.")
    return Told(text, remarks)


def titled(chapter: Chapter) -> str:
    """``Address: Mr Jorge Chediek, Director, …``."""
    return ": ".join(filter(None, (chapter.title, "; ".join(chapter.speakers))))


def _only_the_title(chapter: Chapter) -> str:
    return chapter.title


def _named(chapter: Chapter) -> str:
    names = ", ".join(each.partition(",")[0] for each in chapter.speakers)
    return ": ".join(filter(None, (chapter.title, names)))


def _long_enough(parts: tuple[Chapter, ...]) -> tuple[list[Chapter], tuple[str, ...]]:
    """Chapters of whole seconds; a short one is part of the one before it (the first: of the second)."""
    kept: list[Chapter] = []
    remarks = []
    start = ZERO
    for each in parts:
        end = each.end // SECOND * SECOND
        if end - start >= YOUTUBE_LEAST:
            kept.append(Chapter(start, end, each.title, each.speakers))
            start = end
            continue
        where = "the one before it" if kept else "the one after it"
        remarks.append(f"“{each.title}” is shorter than YouTube's 10 seconds: it is part of {where}.")
        if kept:
            last = kept.pop()
            kept.append(Chapter(last.start, end, last.title, last.speakers))
            start = end
    return kept, tuple(remarks)


def _harmless(text: str) -> str:
    """YouTube takes no angle brackets in a description."""
    return text.replace("<", "‹").replace(">", "›")


def _as_text(text: str) -> str:
    return escape(text, quote=False)


def _escaped(text: str) -> str:
    return re.sub(r"([=;#\\])", r"\\\1", text)


def _clock(position: timedelta) -> str:
    seconds, milliseconds = divmod(position // MILLISECOND, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


_FORMATS: dict[str, Callable[[AsRun, timedelta | None], Told]] = {
    "vtt": lambda run, offset: Told(webvtt(chapters(run, offset))),
    "youtube": lambda run, offset: youtube(chapters(run, offset)),
    "ffmetadata": lambda run, offset: Told(ffmetadata(chapters(run, offset), run.rundown.event.title)),
    "page-md": lambda run, _: Told(event_page(run, "md")),
    "page-html": lambda run, _: Told(event_page(run, "html")),
}

CHAPTER_FORMATS = tuple(_FORMATS)
"""What `chapters --format` may be; the last two are the summary for the event's page."""
