"""The domain in one file: what an agenda says, as values. Read this first.

A `Rundown` is an event with its sessions, segments, cues and people, checked and frozen. It says what
is planned; what happens to it during a show is in `state`.
"""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum

from ssc_console.show.instants import SECOND, ZERO, WallInstant
from ssc_console.show.value import field, value

DEFAULT_LEAD = 10 * SECOND

DEAREST, USUAL, CHEAPEST = 1, 5, 9
"""Priorities: a segment of 1 keeps its time longest, one of 9 gives first."""


class Kind(StrEnum):
    """What sort of item a segment is."""

    ADDRESS = "address"
    REMARKS = "remarks"
    VIDEO = "video"
    PRESENTATION = "presentation"
    LAUNCH = "launch"
    PHOTO = "photo"
    TESTIMONIAL = "testimonial"
    CLOSING = "closing"
    BREAK = "break"
    OTHER = "other"


class Moment(StrEnum):
    """What a cue hangs on.

    START is the take (of the show: the first take), BEGIN is when the speaker's clock begins, END is
    when the segment is left (of the show: when it ends). HARD_OUT is only for cues of the show.
    """

    START = "start"
    BEGIN = "begin"
    END = "end"
    HARD_OUT = "hard out"


class AtEnd(StrEnum):
    """What the programme shows when a video is over and its segment is not."""

    HOLD = "hold"
    HOLDING = "holding picture"


@value(kw_only=True)
class Cue:
    """One thing to do around a segment, or around the show as a whole.

    Attributes:
        id: Unique in the rundown, e.g. ``sg-video/1`` or ``show/2``.
        segment: Id of the segment it belongs to; None for a cue of the show.
        moment: What it hangs on.
        offset: From that moment; negative is before it.
        lead: How long before it is due it goes to standby on its own; not negative.
        auto: Fires by itself when it falls due; otherwise it waits for a person.
        say: The words for a person, or None where `do` says it all.
        do: What the console does, in order.
        to: Whom it is for, in the agenda's words; None for whoever runs the show.
        confirm: What it says has to be so before its segment is taken: until it is done, the next step of
            the show says that it is not confirmed, without being prevented.
    """

    id: str
    segment: str | None
    moment: Moment
    offset: timedelta = ZERO
    lead: timedelta = DEFAULT_LEAD
    auto: bool = False
    say: str | None = None
    do: tuple[str, ...] = ()
    to: str | None = None
    confirm: bool = False

    def __post_init__(self) -> None:
        if self.lead < ZERO:
            raise ValueError(f"cue {self.id}: lead is negative")
        if self.segment is not None and self.moment is Moment.HARD_OUT:
            raise ValueError(f"cue {self.id}: only a cue of the show hangs on the hard out")
        if self.segment is None and self.moment is Moment.BEGIN:
            raise ValueError(f"cue {self.id}: a show has no intro to begin after")

    @property
    def text(self) -> str:
        """What it says on a screen: the words, or what it does."""
        return self.say if self.say is not None else ", ".join(self.do)

    @property
    def is_before(self) -> bool:
        """Whether it hangs before its moment (so counts from when that moment is projected)."""
        return self.offset < ZERO


@value(kw_only=True)
class Person:
    """Somebody of the agenda.

    Attributes:
        id: The key under `people`.
        timezone: IANA name of where this person sits, or None for the event's own.
        pronounce: How to say the name, for the moderator.
        joins: Free text: in person, zoom, phone, video.
    """

    id: str
    name: str
    title: str | None = None
    organisation: str | None = None
    timezone: str | None = None
    pronounce: str | None = None
    joins: str | None = None


@value(kw_only=True)
class Publication:
    """What a launch launches.

    Attributes:
        series: It is a part of that, e.g. ``South-South in Action``.
        organisations: Who publishes it.
        cover: The picture of its cover, as the agenda writes it (relative to the agenda).
        link: Where it can be read: an address of the web.
    """

    title: str
    series: str | None = None
    organisations: tuple[str, ...] = ()
    cover: str | None = None
    link: str | None = None


@value(kw_only=True)
class Segment:
    """One item that is on air by itself.

    Attributes:
        id: Unique in the rundown, lower case with hyphens.
        session: Title of the session it was planned in; None for an inserted one.
        speakers: Ids of people, in the order in which they speak.
        duration: Planned time without the intro, not negative; None exactly if `until` is given.
        until: The wall instant it counts to instead of having a duration.
        intro: The moderator's words before the speaker's clock begins; part of the segment's time.
        fixed_start: It is not planned, projected or taken automatically before this wall instant.
        warning: Its own amber threshold, taken as it stands; None for the usual one.
        wrap_up: Its own red threshold, likewise.
        min_duration: How short it may be trimmed when the show is late.
        priority: From 1 to 9: 1 keeps its time longest, 9 gives first when the show is late.
        may_skip: It may be left out when the show is late.
        fallback: What is done if its people are not there, in the agenda's words.
        fallback_picture: What the programme shows meanwhile, as the agenda writes it.
        fallback_segment: Id of the segment that goes on instead.
        auto_advance: When it is over, the next segment is taken by itself.
        media: The file that plays, as the agenda writes it (relative to the agenda).
        roll_by_hand: Its video stays at its first frame until a person rolls it.
        at_end: What the programme shows once its video is over.
        publication: What it launches.
        messages: Lines to the speaker that are ready to be shown, before those of the event.
        wrap_up_message: The line that its speaker is shown by itself at the wrap-up; None: the event's.
        inserted: It was put in during the show: it has no planned times.
    """

    id: str
    title: str
    kind: Kind = Kind.OTHER
    session: str | None = None
    speakers: tuple[str, ...] = ()
    duration: timedelta | None = None
    until: WallInstant | None = None
    intro: timedelta = ZERO
    fixed_start: WallInstant | None = None
    warning: timedelta | None = None
    wrap_up: timedelta | None = None
    min_duration: timedelta | None = None
    priority: int = USUAL
    may_skip: bool = False
    fallback: str | None = None
    fallback_picture: str | None = None
    fallback_segment: str | None = None
    auto_advance: bool = False
    media: str | None = None
    roll_by_hand: bool = False
    at_end: AtEnd = AtEnd.HOLD
    publication: Publication | None = None
    messages: tuple[str, ...] = ()
    wrap_up_message: str | None = None
    script: str | None = None
    notes: str | None = None
    cues: tuple[Cue, ...] = ()
    inserted: bool = False

    def __post_init__(self) -> None:
        if (self.duration is None) == (self.until is None):
            raise ValueError(f"segment {self.id}: either a duration or an until, not both or neither")
        if self.until is not None and self.intro:
            raise ValueError(f"segment {self.id}: until goes without an intro")
        if (self.duration is not None and self.duration < ZERO) or self.intro < ZERO:
            raise ValueError(f"segment {self.id}: a negative time")
        if not DEAREST <= self.priority <= CHEAPEST:
            raise ValueError(f"segment {self.id}: a priority is from {DEAREST} to {CHEAPEST}")

    @property
    def video(self) -> str | None:
        """The file that rolls when it is on air; None: nothing rolls."""
        return self.media if self.kind is Kind.VIDEO else None


@value(kw_only=True)
class EventInfo:
    """The event as a whole.

    Attributes:
        timezone: IANA name of the event's own zone.
        start: When it is planned to start.
        hard_out: The instant by which it must be over; after `start`.
        warning: Amber threshold for all segments but videos, taken as it stands; None for the usual one.
        wrap_up: Red threshold, likewise.
        messages: Lines to the speaker that are ready to be shown in every segment.
        wrap_up_message: The line that whoever speaks is shown by itself at the wrap-up; None: none.
        cues: Cues of the show as a whole.
    """

    title: str
    timezone: str
    start: WallInstant
    hard_out: WallInstant
    warning: timedelta | None = None
    wrap_up: timedelta | None = None
    messages: tuple[str, ...] = ()
    wrap_up_message: str | None = None
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if self.hard_out <= self.start:
            raise ValueError("the hard out is not after the start")


@value(kw_only=True)
class Rundown:
    """The ordered list of segments that is to be performed, with all that belongs to it.

    Attributes:
        segments: In planned order; at least one; ids unique.
        people: By id, in the agenda's order.
        by_id: The segments by id (made from `segments`).
    """

    event: EventInfo
    segments: tuple[Segment, ...]
    people: Mapping[str, Person] = field(default_factory=dict)
    by_id: Mapping[str, Segment] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {segment.id: segment for segment in self.segments}
        if not by_id:
            raise ValueError("a rundown has at least one segment")
        if len(by_id) != len(self.segments):
            raise ValueError("two segments have the same id")
        cue_ids = [cue.id for cue in self.cues()]
        if len(set(cue_ids)) != len(cue_ids):
            raise ValueError("two cues have the same id")
        object.__setattr__(self, "by_id", by_id)

    def cues(self) -> Iterator[Cue]:
        """Every cue: those of the show, then those of each segment in planned order."""
        yield from self.event.cues
        for segment in self.segments:
            yield from segment.cues


def _with_latin_letters_only(title: str) -> str:
    import unicodedata  # most titles do without, and it takes a part of the start

    return unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()


def id_from_title(title: str, taken: Container[str]) -> str:
    """An id made from a title: lower case, hyphens, ``-2`` and so on if it is taken already.

    A title without a single Latin letter or digit (Thai, Chinese …) gives ``segment``.
    """
    plain = title if title.isascii() else _with_latin_letters_only(title)
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "segment"
    candidate, number = stem, 1
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate
