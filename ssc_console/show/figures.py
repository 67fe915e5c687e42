"""The words and values in which a snapshot answers: states, phases, and the rows that screens show."""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show.instants import WallInstant
from ssc_console.show.media import MediaState
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Cue, Person, Segment
from ssc_console.show.value import value


class Status(StrEnum):
    """Where the show as a whole stands."""

    BEFORE = "before"
    ON_AIR = "on_air"
    HELD = "held"
    ENDED = "ended"


class SegmentState(StrEnum):
    """Where a segment stands. *Open* means pending, skipped or not_aired."""

    PENDING = "pending"
    ON_AIR = "on_air"
    AIRED = "aired"
    SKIPPED = "skipped"
    NOT_AIRED = "not_aired"


class Phase(StrEnum):
    """Where the on-air segment stands in its time."""

    INTRO = "intro"
    NORMAL = "normal"
    WARNING = "warning"
    WRAP_UP = "wrap_up"
    OVERRUN = "overrun"


class CueState(StrEnum):
    """Where a cue stands."""

    PENDING = "pending"
    STANDBY = "standby"
    DUE = "due"
    DONE = "done"
    DISMISSED = "dismissed"
    PASSED = "passed"


class CountsTo(StrEnum):
    """What the countdown of the on-air segment counts to."""

    DURATION = "duration"
    UNTIL = "until"
    MEDIA = "media"


@value
class MediaFigures:
    """Where the video is now. `state` is playing, paused or ended; None: not known."""

    state: MediaState
    position: timedelta | None
    length: timedelta | None


@value(kw_only=True)
class OnAirFigures:
    """The figures of the segment on air, at one instant.

    Attributes:
        begun_at: When the speaker's clock began; None in the intro.
        intro: All the time that the intro has.
        intro_remaining: What is left of it; None once the clock has begun; never negative.
        allotted: Without the intro.
        added: What was added to it so far (negative: taken away).
        elapsed: Since the speaker's clock began, less the time held.
        remaining: Negative is overrun.
        warning: Its amber threshold; None: it has none. `wrap_up` likewise.
        held: Its clock stands still.
        held_for: How long it has been held in all, in this airing.
    """

    segment: Segment
    taken_at: WallInstant
    begun_at: WallInstant | None
    intro: timedelta
    intro_remaining: timedelta | None
    allotted: timedelta
    added: timedelta
    elapsed: timedelta
    remaining: timedelta
    phase: Phase
    warning: timedelta | None
    wrap_up: timedelta | None
    held: bool
    held_for: timedelta
    media: MediaFigures | None
    counts_to: CountsTo


@value(kw_only=True)
class SegmentRow:
    """One row of the rundown, at one instant.

    Attributes:
        planned_start: None for an inserted segment, as are `planned_end` and `planned`.
        projected_start: None for a skipped or not aired one; for an aired one when it really started.
        actual_start: Of the latest airing; None if there was none.
        planned: Planned time without the intro.
        allotted: Time without the intro, as changed during the show.
        intro: Of its time.
        lasted: How long its latest airing was that is over: on the show clock, which nobody steps.
    """

    segment: Segment
    state: SegmentState
    planned_start: WallInstant | None
    planned_end: WallInstant | None
    projected_start: WallInstant | None
    projected_end: WallInstant | None
    actual_start: WallInstant | None
    actual_end: WallInstant | None
    planned: timedelta | None
    allotted: timedelta
    intro: timedelta
    lasted: timedelta | None = None


@value(kw_only=True)
class CueRow:
    """One cue, at one instant.

    Attributes:
        due_at: When it is due or fell due; None where it has no due time.
        waits: It is auto, but waits for a person all the same.
        marked_at: When it was done or dismissed, and `marked_by` by whom (``clock``: by itself).
        failed: Why what it was to do did not succeed, the last time that it was fired.
    """

    cue: Cue
    state: CueState
    due_at: WallInstant | None
    waits: bool
    marked_at: WallInstant | None
    marked_by: str | None
    failed: str | None = None


@value(kw_only=True)
class PersonRow:
    """One person of the agenda, at one instant.

    Attributes:
        since: When that was said last, and `by` by whom; None: never in this run.
        segment: For which segment the person has to be there next; None: for none that is still to come.
        on_at: When that one is projected to start; of the one on air when it was taken.
        is_recorded: A recording speaks wherever the person is named.
    """

    person: Person
    readiness: Readiness
    since: WallInstant | None
    by: str | None
    segment: str | None
    on_at: WallInstant | None
    is_recorded: bool


@value(kw_only=True)
class UndoOffer:
    """What an undo (or a redo) would take back (or put in force again).

    Attributes:
        command: Its command number.
        name: As in SHOW's ``can_undo``.
        segment: Id of the segment it was about, if any (for a take, the one taken).
        at: When it happened, and `by` by whom.
        age: How long ago that is.
        is_take: It changed what is on air.
    """

    command: int
    name: str
    segment: str | None
    at: WallInstant
    by: str
    age: timedelta
    is_take: bool
