"""The state of a show: what the events say, folded. Anchors only; every figure is worked out from them."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from ssc_console.show.events import Guards, How, Usual
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.instants import SECOND, ZERO, ShowInstant, Stamp, WallInstant, to_show
from ssc_console.show.media import Observation
from ssc_console.show.plan import PlannedTimes
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Cue, EventInfo, Rundown, Segment
from ssc_console.show.stage import EMPTY, Stage
from ssc_console.show.value import field, value


class Order:
    """The segments' ids in rundown order, and where each one stands. Shared by the states it holds for."""

    __slots__ = ("ids", "position")

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        self.position: Mapping[str, int] = {id_: index for index, id_ in enumerate(ids)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Order) and self.ids == other.ids

    __hash__ = None  # type: ignore[assignment]  # compared by content, never a key


@value
class MediaAnchor:
    """What the player last said, and when.

    Attributes:
        paused_by_hold: A hold paused it; the resume lets it play on.
        length: Of the video, where it is known; one that ended stands at its length.
    """

    observation: Observation
    at: ShowInstant
    paused_by_hold: bool = False
    length: timedelta | None = None


@value(kw_only=True)
class Airing:
    """The segment on air, by its anchors.

    Attributes:
        id: Sequence number of the take.
        begun: When the speaker's clock began, once that is in the past of an event; None before.
        begun_by: Sequence number of the event that made it begin.
        held: Time held so far, without a hold that is still on.
        held_before_begin: What of it lies before the speaker's clock began.
        held_since: When the hold that is on began.
        waits: Its automatic take waits for a person until the next take.
        thresholds_of: The event whose thresholds hold for it; None: the agenda's present one.
        wrapped_up: It has come to its wrap-up: the line that is shown then by itself is shown no more.
    """

    id: int
    segment: str
    how: How
    taken: Stamp
    begun: Stamp | None = None
    begun_by: int = 0
    held: timedelta = ZERO
    held_before_begin: timedelta = ZERO
    held_since: ShowInstant | None = None
    media: MediaAnchor | None = None
    waits: bool = False
    thresholds_of: EventInfo | None = None
    wrapped_up: bool = False


@value
class PastAiring:
    """An airing that is over. `ended_by` is the sequence number of the event that ended it."""

    taken: Stamp
    ended: Stamp
    ended_by: int


@value
class Progress:
    """What became of a segment so far.

    Attributes:
        retimed: What it was retimed to, in place of its plan.
        added: What was added to plan or retiming; negative: taken away.
        cut: What of that catch-ups took away; not negative.
        aired: It was on air, and is not to be aired again.
        airing: The airing that its cues' marks belong to; None: it waits to be taken.
        latest: Its latest airing that is over.
    """

    retimed: timedelta | None = None
    added: timedelta = ZERO
    cut: timedelta = ZERO
    skipped: bool = False
    aired: bool = False
    airing: int | None = None
    latest: PastAiring | None = None


@value
class Mark:
    """What a person (or the clock) did with a cue: called, done or dismissed."""

    kind: str
    stamp: Stamp
    by: str


CALLED, DONE, DISMISSED = "called", "done", "dismissed"


@value
class CueMemory:
    """What is to be remembered of a cue in the present airing of its segment.

    Attributes:
        fell_due: When it fell due; kept while it is due, and with what was then done about it.
        passed: Its moment went by without it.
        waits: It is auto, but lost its chance to fire by itself (a hold, a gap, an undo).
        rearmed: A person made it usable again: it waits for a person until its next airing.
        failed: Why what it was to do did not succeed, the last time that it was fired.
    """

    fell_due: Stamp | None = None
    passed: bool = False
    waits: bool = False
    rearmed: bool = False
    mark: Mark | None = None
    failed: str | None = None

    @property
    def settled(self) -> bool:
        """Done or dismissed."""
        return self.mark is not None and self.mark.kind != CALLED


@value
class Step:
    """One step of the undo chain: a command that changed the show, as an undo would name it."""

    command: int
    name: str
    segment: str | None
    stamp: Stamp
    by: str
    is_take: bool


@value
class Latest:
    """The latest of what a second press is measured from: the event's sequence number, and its instant."""

    seq: int
    at: ShowInstant


@value
class Trial:
    """A cue was tested before the show: what the programme would show, and since when."""

    cue: str
    stage: Stage
    at: ShowInstant


@value
class Presence:
    """Where a person stands, since when, and who said so."""

    readiness: Readiness
    stamp: Stamp
    by: str


@value
class WallStep:
    """A step of the wall clock that was noticed: how far (positive: forward) and when."""

    by: timedelta
    noticed: Stamp


@value
class Gap:
    """A time in which the console was not running, or stood still."""

    since: Stamp
    until: Stamp


NO_PROGRESS = Progress()
NO_MEMORY = CueMemory()


@value(kw_only=True)
class ShowState:
    """The whole show at its latest event.

    Attributes:
        plan: The planned times by segment id, in planned order: of the agenda as it was when the show
            started. None for segments that came later.
        at: The instant of the latest event.
        revision: Its sequence number.
        last_command: The highest command number so far.
        waiting: Airings whose automatic take waits for a person for good, whatever is undone.
        started_by: Sequence number of the take that started the show.
        message_by: Sequence number of the event that showed the message.
        flashed: When the message was last made to flash.
        trial, wall_step, gap: The latest of each.
        jumped: Number of the latest event by which a simulated clock was moved on; 0: there was none.
        usual: The thresholds where the agenda gives none.
        pace: How much of the show passes in a second of ours: more than a second only in a rehearsal.
        is_rehearsal: What a person said of this run: only a rehearsal, or the show; None: nobody has.
        people: Where those people stand of whom that was said.
        chain: What can be undone, the latest last; `undone`: what can be redone, the next last.
        derived: What was worked out from it once (see `once_per_state`).
    """

    rundown: Rundown
    guards: Guards
    segments: Mapping[str, Segment]
    cues: Mapping[str, Cue]
    plan: dict[str, PlannedTimes]
    order: Order
    at: ShowInstant
    wall_offset: timedelta = ZERO
    revision: int = 0
    last_command: int = 0
    airing: Airing | None = None
    progress: Mapping[str, Progress] = field(default_factory=dict)
    memory: Mapping[str, CueMemory] = field(default_factory=dict)
    waiting: frozenset[int] = frozenset()
    postponed: WallInstant | None = None
    started: Stamp | None = None
    started_by: int = 0
    ended: Stamp | None = None
    ended_by: int = 0
    message: str | None = None
    message_by: int = 0
    flashed: ShowInstant | None = None
    stage: Stage = EMPTY
    trial: Trial | None = None
    jumped: int = 0
    people: Mapping[str, Presence] = field(default_factory=dict)
    is_rehearsal: bool | None = None
    wall_step: WallStep | None = None
    gap: Gap | None = None
    pace: timedelta = SECOND
    usual: Usual = Usual()
    last_go: Latest | None = None
    last_take_by_hand: Latest | None = None
    last_automatic_take: Latest | None = None
    chain: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    derived: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def forget(self, *but: object) -> None:
        """Drop the answers that are kept beside it, but these. A run has hundreds of states; one is shown."""
        for question in self.derived.keys() - set(but):
            del self.derived[question]

    @property
    def status(self) -> Status:
        """Where the show as a whole stands."""
        if self.ended is not None:
            return Status.ENDED
        if self.airing is None:
            return Status.BEFORE
        return Status.ON_AIR if self.airing.held_since is None else Status.HELD

    @property
    def expected_start(self) -> ShowInstant:
        """When the show is to start: as planned, or as postponed."""
        return to_show(self.postponed or self.rundown.event.start, self.wall_offset)

    def progress_of(self, segment: str) -> Progress:
        """What became of a segment so far."""
        return self.progress.get(segment, NO_PROGRESS)

    def memory_of(self, cue: str) -> CueMemory:
        """What is remembered of a cue."""
        return self.memory.get(cue, NO_MEMORY)

    def readiness(self, person: str) -> Readiness:
        """Where a person stands; whoever was never marked is not there."""
        presence = self.people.get(person)
        return Readiness.ABSENT if presence is None else presence.readiness

    def segment_state(self, segment: str) -> SegmentState:
        """Where a segment stands."""
        if self.airing is not None and self.airing.segment == segment:
            return SegmentState.ON_AIR
        progress = self.progress_of(segment)
        if progress.skipped:
            return SegmentState.SKIPPED
        if progress.aired:
            return SegmentState.AIRED
        if self.ended is not None:
            return SegmentState.NOT_AIRED
        if self.airing is None or self.is_after_on_air(segment):
            return SegmentState.PENDING
        return SegmentState.NOT_AIRED

    def is_after_on_air(self, segment: str) -> bool:
        """Whether it stands after the on-air segment in rundown order (before the show: always)."""
        if self.airing is None:
            return True
        return self.order.position[segment] > self.order.position[self.airing.segment]

    def next_pending(self) -> str | None:
        """The first pending segment in rundown order: what an advance takes."""
        if self.ended is not None:
            return None
        first = 0 if self.airing is None else self.order.position[self.airing.segment] + 1
        for index in range(first, len(self.order.ids)):
            id_ = self.order.ids[index]
            progress = self.progress.get(id_)
            if progress is None or not (progress.skipped or progress.aired):
                return id_
        return None

    def allotted(self, segment: str) -> timedelta | None:
        """What a segment has for itself, without its intro; None: it counts to a time of day."""
        progress = self.progress_of(segment)
        base = progress.retimed if progress.retimed is not None else self.segments[segment].duration
        return None if base is None else base + progress.added

    def until(self, segment: str) -> ShowInstant | None:
        """The instant it counts to, additions included; None: it has a duration."""
        until = self.segments[segment].until
        progress = self.progress_of(segment)
        if until is None or progress.retimed is not None:
            return None
        return to_show(WallInstant(until + progress.added), self.wall_offset)

    def fixed_start(self, segment: str) -> ShowInstant | None:
        """Before this it is not projected to start and not taken automatically."""
        fixed = self.segments[segment].fixed_start
        return None if fixed is None else to_show(fixed, self.wall_offset)


def planned_end(state: ShowState) -> WallInstant:
    """Of the last segment of the plan."""
    return next(reversed(state.plan.values())).planned_end


T = TypeVar("T")


def once_per_state(question: Callable[[ShowState], T]) -> Callable[[ShowState], T]:
    """Let a pure question about a state be answered once, and the answer be kept beside the state."""

    def answer(state: ShowState) -> T:
        kept = state.derived
        if question not in kept:
            kept[question] = question(state)
        found: T = kept[question]
        return found

    answer.__doc__, answer.__name__ = question.__doc__, question.__name__
    return answer
