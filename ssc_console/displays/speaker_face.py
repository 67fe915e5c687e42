"""What the speaker display says at an instant: how long the one who speaks has, and little else."""

from collections.abc import Sequence
from datetime import timedelta
from enum import Enum, auto

from ssc_console import timecode
from ssc_console.look.phases import HELD, SHAPES
from ssc_console.look.shapes import Shape
from ssc_console.show.figures import CountsTo, OnAirFigures, Phase, SegmentRow, Status
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.rundown import Person, Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

_FEW = 2
"""So many are named before the rest is counted."""


class Mood(Enum):
    """How urgent it is; decides the colours."""

    CALM = auto()
    NORMAL = auto()
    WARNING = auto()
    WRAP_UP = auto()
    OVERRUN = auto()
    HELD = auto()


@value(kw_only=True)
class SpeakerFace:
    """All that is painted.

    Attributes:
        names: The same as `name`, and ever shorter, for where there is less room.
        digits: The countdown; empty: the word stands alone, large.
        pattern: The widest that the countdown becomes in this segment: it keeps its size.
        word: The phase, beside the countdown; a line break may stand in it.
        left: How much of the time is left, 1 to 0; None: no bar.
        clock: A time of day, and `clock_note` whose.
        bright: The message flashes, and is in the bright half of a flash.
    """

    mood: Mood
    name: str
    under: str
    clock: str
    clock_note: str
    names: tuple[str, ...] = ()
    digits: str = ""
    pattern: str = ""
    word: str = ""
    shape: Shape | None = None
    left: float | None = None
    message: str = ""
    bright: bool = False
    following: str = ""


def face(snapshot: Snapshot) -> SpeakerFace:
    """What it says."""
    if snapshot.on_air is not None:
        return _on_air(snapshot, snapshot.on_air)
    if snapshot.status is Status.ENDED:
        return _ended(snapshot)
    return _before(snapshot)


def _before(snapshot: Snapshot) -> SpeakerFace:
    zone = snapshot.rundown.event.timezone
    clock, note = _clock(snapshot, ())
    starts = timecode.hour_minute(snapshot.postponed_to or snapshot.rundown.event.start, zone)
    waits = snapshot.to_start > ZERO
    return SpeakerFace(
        mood=Mood.CALM,
        name=snapshot.rundown.event.title,
        under=f"Starts at {starts}",
        clock=clock,
        clock_note=note,
        digits=timecode.countdown(snapshot.to_start) if waits else "",
        pattern="00:00",
        word="until\nwe start" if waits else "We are about to start",
        message=snapshot.message_to_speaker or "",
        bright=snapshot.flash_is_lit,
        following=_following(snapshot, "First"),
    )


def _ended(snapshot: Snapshot) -> SpeakerFace:
    clock, note = _clock(snapshot, ())
    return SpeakerFace(
        mood=Mood.CALM,
        name=snapshot.rundown.event.title,
        under="The event is over",
        clock=clock,
        clock_note=note,
        word="Thank you",
        message=snapshot.message_to_speaker or "",
        bright=snapshot.flash_is_lit,
    )


def _on_air(snapshot: Snapshot, on_air: OnAirFigures) -> SpeakerFace:
    speakers = _people(snapshot, on_air.segment)
    clock, note = _clock(snapshot, speakers)
    word, shape, mood = _phase(on_air)
    digits = timecode.countdown(on_air.remaining)
    names = billed([person.name for person in speakers])
    return SpeakerFace(
        mood=mood,
        name=names[0] if names else on_air.segment.title,
        names=names,
        under=on_air.segment.title if names else "",
        clock=clock,
        clock_note=note,
        digits=digits,
        pattern=max(timecode.countdown(on_air.allotted), digits, key=len),
        word=word,
        shape=shape,
        left=_left(on_air),
        message=snapshot.message_to_speaker or "",
        bright=snapshot.flash_is_lit,
        following=_following(snapshot, "Next"),
    )


def _left(on_air: OnAirFigures) -> float:
    """The part of the time that is left; of a video, of its own length."""
    whole = on_air.allotted
    if on_air.media is not None and on_air.media.length is not None:
        whole = on_air.media.length
    return min(max(on_air.remaining / whole, 0.0), 1.0) if whole > ZERO else 0.0


_MOODS = {
    Phase.INTRO: Mood.CALM,
    Phase.NORMAL: Mood.NORMAL,
    Phase.WARNING: Mood.WARNING,
    Phase.WRAP_UP: Mood.WRAP_UP,
    Phase.OVERRUN: Mood.OVERRUN,
}


def _phase(on_air: OnAirFigures) -> tuple[str, Shape, Mood]:
    """A word, a shape and a mood: colour is never the only sign."""
    if on_air.held:
        return "on hold", HELD, Mood.HELD
    return _word(on_air), SHAPES[on_air.phase], _MOODS[on_air.phase]


def _word(on_air: OnAirFigures) -> str:
    match on_air.phase:
        case Phase.INTRO:
            return "about\nto begin"
        case Phase.NORMAL:
            return "video" if on_air.counts_to is CountsTo.MEDIA else "time left"
        case Phase.WARNING:
            return _so_much_left(on_air.warning or ZERO)
        case Phase.WRAP_UP:
            return "wrap up"
        case Phase.OVERRUN:
            return "time\nis over"


_MINUTES = ("one\nminute", "two\nminutes", "three\nminutes", "four\nminutes", "five\nminutes")


def _so_much_left(threshold: timedelta) -> str:
    """The threshold in words: what is left when it begins, as a person at the desk would call it."""
    minutes, rest = divmod(threshold, timedelta(minutes=1))
    if not rest and 1 <= minutes <= len(_MINUTES):
        return _MINUTES[minutes - 1]
    if threshold < timedelta(minutes=1):
        return f"last {threshold // SECOND}\nseconds"
    return "coming\nto the end"


def _people(snapshot: Snapshot, segment: Segment) -> list[Person]:
    people = snapshot.rundown.people
    return [people[each] for each in segment.speakers if each in people]


def billed(names: Sequence[str]) -> tuple[str, ...]:
    """All of them, and then ever fewer, with how many more there are."""
    if not names:
        return ()
    all_of_them = f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
    fewer = range(min(len(names) - 2, _FEW), 0, -1)
    return all_of_them, *(f"{', '.join(names[:n])} and {len(names) - n} more" for n in fewer)


def _clock(snapshot: Snapshot, speakers: Sequence[Person]) -> tuple[str, str]:
    """The time of day where the speakers sit, and a note that says so where it differs from the event's.

    Of speakers whose clocks differ it is nobody's: then the event's is shown, and is called that.
    """
    home = snapshot.rundown.event.timezone
    now = snapshot.wall_now
    zones = [person.timezone or home for person in speakers] or [home]
    if len({timecode.utc_offset(now, zone) for zone in zones}) > 1:
        return timecode.clock(now, home), f"event time · {timecode.place(home)}"
    zone = zones[0]
    if timecode.utc_offset(now, zone) == timecode.utc_offset(now, home):
        return timecode.clock(now, home), timecode.place(home)
    note = f"your time · {timecode.place(zone)}"
    if timecode.local_date(now, zone) != timecode.local_date(now, home):
        note += f", {timecode.weekday(now, zone)}"
    return timecode.clock(now, zone), note


def _following(snapshot: Snapshot, word: str) -> str:
    """What comes next, and who speaks then."""
    following: SegmentRow | None = snapshot.next
    if following is None:
        return "Next: the end" if snapshot.on_air is not None else ""
    names = billed([person.name for person in _people(snapshot, following.segment)])[-_FEW:]
    title = following.segment.title
    return f"{word}: {names[0]} · {title}" if names else f"{word}: {title}"
