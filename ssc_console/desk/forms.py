"""Questions that a bar asks before a command is complete: their fields, and what the answers make."""

from collections.abc import Callable
from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.kept_items import Item
from ssc_console.show.commands import Add, Command, Insert, Move, Note, Postpone, Retime, SendMessage
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

LAST = "to the end"
READY_MADE = ("Please come to your closing words", "One minute left", "Please speak up")


@value
class Field:
    """One thing to fill in.

    Attributes:
        text: What stands in it at first.
        hint: What to write, while it is empty.
        choices: Pairs of what is chosen and what is shown; not empty: one of these, not free text; `text`
            is then the one that is chosen at first.
    """

    words: str
    text: str = ""
    hint: str = ""
    width: int = 110
    choices: tuple[tuple[str, str], ...] = ()


@value
class Form:
    """A question in a bar, with the fields to answer it.

    Attributes:
        obey: The word on the button that gives the command.
        make: The command from the answers, in the order of the fields. Raises ValueError with a sentence.
        ready_made: Answers to the first field that one click gives, or a key from 1 to 9 in the empty field.
        templates: Pairs of a word and answers to all fields, which one click fills in and does not give.
    """

    title: str
    fields: tuple[Field, ...]
    obey: str
    make: Callable[[tuple[str, ...]], Command]
    ready_made: tuple[str, ...] = ()
    templates: tuple[tuple[str, tuple[str, ...]], ...] = ()


def postpone(snapshot: Snapshot) -> Form:
    """Postpone the start to a time of day."""
    event = snapshot.rundown.event

    def make(answers: tuple[str, ...]) -> Command:
        at = timecode.parse_time_of_day(answers[0].strip())
        return Postpone(timecode.nearest(at, event.timezone, event.start))

    shown = timecode.hour_minute(snapshot.expected_start, event.timezone)
    field = Field("to", shown, "10:45", 90)
    return Form(f"Postpone the start · {timecode.place(event.timezone)} time", (field,), "Postpone", make)


def message(snapshot: Snapshot) -> Form:
    """A line to the speaker."""

    def make(answers: tuple[str, ...]) -> Command:
        text = " ".join(answers[0].split())
        if not text:
            raise ValueError("Write what the speaker should read.")
        return SendMessage(text)

    field = Field("", snapshot.message or "", "a short line; or a number above, and Enter", 520)
    return Form("To the speaker", (field,), "Show", make, ready_made(snapshot))


def ready_made(snapshot: Snapshot) -> tuple[str, ...]:
    """The agenda's lines, those of the segment on air first; where it has none, those that come along."""
    own = () if snapshot.on_air is None else snapshot.on_air.segment.messages
    return tuple(dict.fromkeys((*own, *snapshot.rundown.event.messages))) or READY_MADE


def note(snapshot: Snapshot) -> Form:
    """A remark for later, kept with this instant."""
    about = "the show" if snapshot.on_air is None else _name(snapshot, snapshot.on_air.segment.id)
    field = Field("", "", "needs a longer walk-on", 520)
    return Form(f"Note on {about}", (field,), "Keep", lambda answers: Note(" ".join(answers[0].split())))


def insert(snapshot: Snapshot, after: str, kept: tuple[Item, ...] = ()) -> Form:
    """An unplanned item."""

    def make(answers: tuple[str, ...]) -> Command:
        title = " ".join(answers[0].split())
        if not title:
            raise ValueError("Give it a title.")
        return Insert(title, _length(answers[1]), after)

    fields = (Field("", "", "what it is", 300), Field("for", "2:00", "2:00", 80))
    templates = tuple((f"{item.title} {item.length}", (item.title, item.length)) for item in kept)
    return Form(f"Insert after {_name(snapshot, after)}", fields, "Insert", make, templates=templates)


def retime(snapshot: Snapshot, segment: str) -> Form:
    """Another length for a segment."""
    shown = timecode.span(snapshot.row(segment).allotted)
    return Form(
        f"Length of {_name(snapshot, segment)}",
        (Field("", shown, "5:00", 90),),
        "Set",
        lambda answers: Retime(segment, _length(answers[0])),
    )


def add(snapshot: Snapshot, segment: str) -> Form:
    """More time, or less."""
    return Form(
        f"Add to {_name(snapshot, segment)}",
        (Field("", "", "1:00 or −0:30", 110),),
        "Add",
        lambda answers: Add(_signed(answers[0]), segment),
    )


def move(snapshot: Snapshot, segment: str, before: str | None = None) -> Form:
    """Another place in the rundown; `before` is the one that was pointed at, if any."""
    order = snapshot.order
    on_air = snapshot.on_air.segment.id if snapshot.on_air else None
    after = order.index(on_air) if on_air in order else -1
    places = [
        (other, f"before {_name(snapshot, other)}")
        for place, other in enumerate(order)
        if other != segment and _may_precede(snapshot, other, after_on_air=place > after)
    ]
    at_first = _nearest_place(snapshot, places, before)
    field = Field("", at_first, width=360, choices=(*places, ("", LAST)))
    return Form(
        f"Move {_name(snapshot, segment)}",
        (field,),
        "Move",
        lambda answers: Move(segment, answers[0] or None),
    )


def _nearest_place(snapshot: Snapshot, places: list[tuple[str, str]], before: str | None) -> str:
    """The place that was pointed at, or the first behind it that is possible."""
    if before is None:
        return places[0][0] if places else ""
    if before == "":
        return ""
    order = snapshot.order
    possible = (other for other, _ in places if order.index(other) >= order.index(before))
    return next(possible, "")


def _may_precede(snapshot: Snapshot, segment: str, *, after_on_air: bool) -> bool:
    state = snapshot.row(segment).state
    if state is SegmentState.SKIPPED:
        return after_on_air or snapshot.status is Status.BEFORE
    return state is SegmentState.PENDING


def _name(snapshot: Snapshot, segment: str) -> str:
    return called(snapshot.segment(segment), snapshot.rundown)


def _length(text: str) -> timedelta:
    return timecode.parse_duration(text.strip())


def _signed(text: str) -> timedelta:
    plain = text.strip().replace(timecode.MINUS, "-")
    if plain.startswith("-"):
        return -_length(plain[1:])
    return _length(plain.removeprefix("+"))
