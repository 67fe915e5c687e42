"""What a row of the rundown says: each text and mark of one segment, and the lines that head a session."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum, StrEnum, auto

from ssc_console import timecode
from ssc_console.look.phases import SHAPES
from ssc_console.look.shapes import Shape
from ssc_console.show.figures import CountsTo, OnAirFigures, Phase, SegmentRow, SegmentState
from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.rundown import Kind, Rundown, Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace, value

MINUTE = timedelta(minutes=1)
LATE = MINUTE
"""An airing that was longer than planned by so much is worth a colour."""


class Tone(StrEnum):
    """How a text is coloured; the names are those of `look.theme.Theme`."""

    TEXT = "text"
    DIM = "text_dim"
    FAINT = "text_faint"
    ACCENT = "accent"
    AMBER = "amber"
    RED = "red"
    GREEN = "green"


@value
class Note:
    """A word beside a segment that waits, as from the green room: ``not here``, ``ready``."""

    word: str
    tone: Tone
    shape: Shape | None = None


@value
class Header:
    """The line above a session's segments.

    Attributes:
        continued: The session stood higher up already: something was moved between.
    """

    number: int
    title: str
    continued: bool = False

    @property
    def words(self) -> str:
        """As it is read."""
        return f"{self.number} (continued) {self.title}" if self.continued else f"{self.number} {self.title}"


Line = Header | str
"""A line of the rundown: a session's header, or a segment by its id."""


@value(kw_only=True)
class RowFace:
    """All that is painted of one segment.

    Attributes:
        end: The last column: against the plan, the live countdown, or a word.
        end_shape: Before that word.
        overrun: The live countdown counts up.
        wide_end: The last word takes the length's column too.
    """

    id: str
    state: SegmentState
    mark: Shape | None
    mark_tone: Tone
    start: str
    title: str
    who: str
    length: str
    end: str
    end_tone: Tone
    end_shape: Shape | None = None
    overrun: bool = False
    wide_end: bool = False


class Part(Enum):
    """What of a row reads differently: the times when others start, or the live countdown, mostly alone."""

    START = auto()
    END = auto()
    ALL = auto()


def changed(before: RowFace, now: RowFace) -> Part | None:
    """What of it is to be painted again; None: nothing."""
    if now == before:
        return None
    if now == replace(before, start=now.start):
        return Part.START
    ends = replace(before, end=now.end, end_tone=now.end_tone, end_shape=now.end_shape)
    return Part.END if now == ends and not now.overrun else Part.ALL


def lines(snapshot: Snapshot) -> tuple[Line, ...]:
    """The rundown as lines, with a header wherever another session begins.

    What was inserted belongs to the session it was put in. What was moved into another session keeps its
    own header, marked as continued: nothing stands under a title that is not its own. Sessions keep the
    numbers that they have in the agenda, wherever their segments are moved.
    """
    found: list[Line] = []
    numbers: dict[str, int] = {}
    for segment in snapshot.rundown.segments:
        if segment.session is not None:
            numbers.setdefault(segment.session, len(numbers) + 1)
    shown: set[str] = set()
    current: str | None = None
    for segment_id in snapshot.order:
        session = snapshot.segment(segment_id).session
        if session is not None and session != current:
            number = numbers.setdefault(session, len(numbers) + 1)
            found.append(Header(number, session, session in shown))
            shown.add(session)
            current = session
        found.append(segment_id)
    return tuple(found)


def face(snapshot: Snapshot, segment_id: str, note: Note | None = None) -> RowFace:
    """What the row of a segment shows."""
    row = snapshot.row(segment_id)
    on_air = snapshot.on_air if row.state is SegmentState.ON_AIR else None
    is_next = snapshot.next is not None and snapshot.next.segment.id == segment_id
    mark, mark_tone = _mark(row, on_air, is_next=is_next)
    end, end_tone, end_shape = _end(row, on_air, note)
    not_aired = row.state is SegmentState.NOT_AIRED
    zone = snapshot.rundown.event.timezone
    starts = shown_start(row)
    return RowFace(
        id=segment_id,
        state=row.state,
        mark=mark,
        mark_tone=mark_tone,
        start=timecode.hour_minute(starts, zone) if starts is not None else "",
        title=row.segment.title,
        who=who(snapshot.rundown, row.segment),
        length="" if not_aired else length(row, zone, counts_to_time=_counts_to_time(snapshot, segment_id)),
        end=end,
        end_tone=end_tone,
        end_shape=end_shape,
        overrun=on_air is not None and on_air.phase is Phase.OVERRUN,
        wide_end=not_aired,
    )


def shown_start(row: SegmentRow) -> WallInstant | None:
    """When it really started, else when it should by now, else when it was planned."""
    if row.state in (SegmentState.ON_AIR, SegmentState.AIRED) and row.actual_start is not None:
        return row.actual_start
    return row.projected_start or row.planned_start


def whole(row: SegmentRow) -> timedelta:
    """All the time that it has, intro included."""
    return row.allotted + row.intro


def length(row: SegmentRow, zone: str, *, counts_to_time: bool) -> str:
    """Its length, or what it lasts until."""
    until = row.projected_end or row.segment.until
    if counts_to_time and until is not None and row.state is not SegmentState.AIRED:
        return "to " + timecode.hour_minute(until, zone)
    return timecode.span(whole(row))


def steady_for(snapshot: Snapshot, segment_ids: Iterable[str]) -> timedelta:
    """How much later the show may run before a time of day of one of these reads differently."""
    rows = (snapshot.row(each) for each in segment_ids)
    times = (at for row in rows if row.state is SegmentState.PENDING for at in _expected(row))
    passed = (timedelta(seconds=at.second, microseconds=at.microsecond) for at in times)
    return MINUTE - max(passed, default=ZERO)


def _expected(row: SegmentRow) -> list[WallInstant]:
    return [at for at in (row.projected_start, row.projected_end) if at is not None]


def _counts_to_time(snapshot: Snapshot, segment_id: str) -> bool:
    """Whether it lasts until a time of day: one that was retimed does not any more."""
    return snapshot.state.until(segment_id) is not None


SEPARATOR = " · "
"""Between the parts of what stands below a title; the first says most."""


def who(rundown: Rundown, segment: Segment) -> str:
    """Who speaks, with the organisation; else what sort of item it is."""
    people = [rundown.people[each] for each in segment.speakers if each in rundown.people]
    names = ", ".join(person.name for person in people)
    homes = list(dict.fromkeys(person.organisation for person in people if person.organisation))
    words = f"{names}{SEPARATOR}{homes[0]}" if len(homes) == 1 else names
    kind = segment.kind.value
    if not words and segment.kind is not Kind.OTHER and kind not in segment.title.lower():
        words = kind.capitalize()
    if segment.inserted:
        return f"Inserted{SEPARATOR}{words}" if words else "Inserted"
    return words


def against_plan(row: SegmentRow) -> timedelta | None:
    """How much longer it was (or is to be) than planned, as the report says it; None where no plan had it."""
    if row.planned is None or row.planned_start is None or row.planned_end is None:
        return None
    if row.state is SegmentState.AIRED and row.lasted is not None:
        return timecode.difference(row.lasted, row.planned_end - row.planned_start)
    if row.segment.until is not None:
        return None
    return timecode.difference(row.allotted, row.planned)


def _mark(row: SegmentRow, on_air: OnAirFigures | None, *, is_next: bool) -> tuple[Shape | None, Tone]:
    if on_air is not None:
        return (Shape.PAUSE, Tone.AMBER) if on_air.held else (Shape.PLAY, Tone.ACCENT)
    if row.state is SegmentState.AIRED:
        return Shape.CHECK, Tone.FAINT
    if row.state is SegmentState.SKIPPED:
        return Shape.CROSS, Tone.FAINT
    if row.state is SegmentState.NOT_AIRED:
        return Shape.MINUS, Tone.FAINT
    if is_next:
        return Shape.PLAY_OPEN, Tone.AMBER
    return (Shape.STAR, Tone.AMBER) if row.segment.kind is Kind.LAUNCH else (None, Tone.DIM)


_PHASE_TONES = {Phase.WARNING: Tone.AMBER, Phase.WRAP_UP: Tone.RED, Phase.OVERRUN: Tone.RED}


def _end(row: SegmentRow, on_air: OnAirFigures | None, note: Note | None) -> tuple[str, Tone, Shape | None]:
    if on_air is not None:
        tone = _PHASE_TONES.get(on_air.phase, Tone.TEXT)
        return timecode.countdown(on_air.remaining), tone, _counts_shape(on_air)
    if row.state is SegmentState.SKIPPED:
        return "skipped", Tone.FAINT, None
    if row.state is SegmentState.NOT_AIRED:
        return f"not aired: {timecode.span(whole(row))}", Tone.AMBER, None
    changed = against_plan(row)
    if row.state is SegmentState.AIRED:
        if changed is None:
            return "inserted", Tone.FAINT, None
        return timecode.signed(changed), Tone.AMBER if changed >= LATE else Tone.FAINT, None
    if note is not None:
        return note.word, note.tone, note.shape
    if changed is None:
        return "inserted" if row.segment.inserted else "", Tone.DIM, None
    return timecode.signed(changed, zero=""), Tone.DIM, None


def _counts_shape(on_air: OnAirFigures) -> Shape | None:
    """A countdown in trouble has a shape as well as a colour."""
    if on_air.phase is Phase.WARNING:
        return SHAPES[on_air.phase]
    if on_air.phase in (Phase.WRAP_UP, Phase.OVERRUN):
        return SHAPES[on_air.phase] if on_air.counts_to is not CountsTo.MEDIA else None
    return None


_STATE_WORDS = {
    SegmentState.PENDING: "to come",
    SegmentState.ON_AIR: "on air",
    SegmentState.AIRED: "aired",
    SegmentState.SKIPPED: "skipped",
    SegmentState.NOT_AIRED: "not aired",
}


def spoken(shown: RowFace) -> str:
    """The row as a sentence, for a screen reader."""
    state = "next" if shown.mark is Shape.PLAY_OPEN else _STATE_WORDS[shown.state]
    if shown.mark is Shape.PAUSE:
        state = "on air, on hold"
    parts = (shown.start, shown.title, shown.who, state, shown.length, shown.end)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def tip(snapshot: Snapshot, segment_id: str) -> str:
    """Everything about a segment's time, and its title and speakers in full."""
    row = snapshot.row(segment_id)
    zone = snapshot.rundown.event.timezone
    parts = [row.segment.title, who(snapshot.rundown, row.segment)]
    for word, starts, ends in (
        ("planned", row.planned_start, row.planned_end),
        ("on air", row.actual_start, row.actual_end),
        ("expected", row.projected_start if row.actual_start is None else None, row.projected_end),
    ):
        if starts is not None:
            until = f"–{timecode.clock(ends, zone)}" if ends is not None else ""
            parts.append(f"{word} {timecode.clock(starts, zone)}{until}")
    return "\n".join(part for part in parts if part)
