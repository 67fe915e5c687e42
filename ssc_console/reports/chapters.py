"""Chapters for the recording of a show: where each segment begins in it, and what it is called.

`offset` is where in the recording the show starts. The recording usually began before: then it is positive,
and what comes first is a chapter of its own. If it began late, it is negative, and what is missing is cut.
"""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.reports.run_words import people_of
from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.recorded import Found, Recording
from ssc_console.show.rundown import Person, Segment
from ssc_console.show.value import value

BEFORE = "Before the start"

OFFSET_FORM = "H:MM:SS, such as 0:03:25, or -0:01:10 if the recording began after the show"


class NoChapters(ValueError):
    """There are none; the text says why, and what to do."""


@value
class Chapter:
    """A part of the recording, from its beginning on. `start` is not negative and before `end`.

    Attributes:
        title: What it is, in one line.
        speakers: Who speaks, each with title and organisation.
    """

    start: timedelta
    end: timedelta
    title: str
    speakers: tuple[str, ...] = ()

    @property
    def length(self) -> timedelta:
        """Of this part."""
        return self.end - self.start


def parse_offset(text: str) -> timedelta:
    """Where in the recording the show starts: ``0:03:25``, ``3:25``, ``-0:01:10``.

    Raises:
        NotATime: It is in no such form.
    """
    plain = text.strip().replace(timecode.MINUS, "-")
    try:
        found = timecode.parse_position(plain.removeprefix("-"))
    except timecode.NotATime:
        raise timecode.NotATime(text, OFFSET_FORM) from None
    return -found if plain.startswith("-") else found


def chapters(run: AsRun, offset: timedelta | None = None) -> tuple[Chapter, ...]:
    """The chapters of a run's recording, without gaps, in order.

    Airings of one segment that follow each other are one chapter. What was on air when the record ends
    lasts until then.

    Args:
        offset: None: as the recorder said, or 0 if none was heard.

    Raises:
        NoChapters: Nothing was on air, or the recording has nothing of it.
    """
    if run.started is None:
        raise NoChapters("Nothing was on air in this run, so it has no chapters: choose another run.")
    recording = by_hand(run.started.at, offset) if offset is not None else recording_of(run)
    offset = recording.position(run.started.at)
    found: list[Chapter] = [Chapter(ZERO, offset, BEFORE)] if offset > ZERO else []
    latest: Aired | None = None
    for each in run.airings:
        start, end = _within(recording, each)
        if end <= ZERO or start >= end:
            continue
        if latest is not None and latest.segment.id == each.segment.id:
            start = found.pop().start
        found.append(_chapter(run, each.segment, max(start, ZERO), end))
        latest = each
    if latest is None:
        raise NoChapters(_nothing_left(run, offset))
    return tuple(found)


def by_hand(started: ShowInstant, offset: timedelta) -> Recording:
    """The recording in which the show starts at `offset`."""
    return Recording((Found(started, offset),))


def recording_of(run: AsRun) -> Recording:
    """The one that has the most of the show; where none was heard, one that began with the show."""
    assert run.started is not None
    start, end = run.started.at, run.airings[-1].until.at
    if not run.recordings:
        return by_hand(start, ZERO)
    return max(run.recordings, key=lambda each: each.has_of(start, end))


def _within(recording: Recording, aired: Aired) -> tuple[timedelta, timedelta]:
    start, end = recording.position(aired.taken.at), recording.position(aired.until.at)
    return start, end if recording.length is None else min(end, recording.length)


def _nothing_left(run: AsRun, offset: timedelta) -> str:
    lasted = timecode.span(run.airings[-1].until.at - run.airings[0].taken.at)
    if offset >= ZERO:
        return f"This run lasted {lasted}, so its recording has no chapters: choose another run."
    late = timecode.span(-offset)
    return (
        f"The show lasted {lasted}, and a recording that began {late} after its start has nothing of it: "
        "look at --offset again."
    )


def _chapter(run: AsRun, segment: Segment, start: timedelta, end: timedelta) -> Chapter:
    people = tuple(map(billing, people_of(segment, run.rundown)))
    return Chapter(start, end, one_line(segment.title), people)


def billing(person: Person) -> str:
    """A name with title and organisation, unless the one says the other: ``Mr Kaveh Zahedi, UNESCAP``."""
    parts = [person.name, *(part for part in (person.title, person.organisation) if part)]
    if person.organisation and person.title and person.organisation in person.title:
        parts.pop()
    return one_line(", ".join(parts))


def one_line(text: str) -> str:
    """Without line breaks."""
    return " ".join(text.split())
