"""What happened: the facts that a run is made of, in the past tense, and the envelope they travel in.

State is what the events say, in order, less what was undone.
"""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show.agenda_change import ChangeName
from ssc_console.show.cuts import Cut, Goal
from ssc_console.show.instants import SECOND, ShowInstant, Stamp, WallInstant
from ssc_console.show.media import Observation
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.value import value


@value
class Guards:
    """How long after something a press of the same kind is taken for a bounce, and refused.

    Attributes:
        after_take: Advance, after the latest take by hand.
        after_automatic_take: Advance, after an automatic one.
        after_go: Go, after the latest go.
    """

    after_take: timedelta = SECOND
    after_automatic_take: timedelta = 3 * SECOND
    after_go: timedelta = SECOND / 2


@value
class Usual:
    """The thresholds of a long segment where the agenda gives none."""

    warning: timedelta = 60 * SECOND
    wrap_up: timedelta = 30 * SECOND


class How(StrEnum):
    """What brought a take, or the end of the show, about."""

    START = "start"
    ADVANCE = "advance"
    AUTOMATIC = "automatic advance"
    TAKE = "take"
    BACK = "back"
    END = "end"


@value
class RunOpened:
    """A run begins: its whole rundown, so that the run is a complete show by itself.

    Attributes:
        per_second: How much of the show passes in a second of ours, until it is said otherwise.
    """

    rundown: Rundown
    guards: Guards = Guards()
    per_second: timedelta = SECOND


@value
class SegmentTaken:
    """A segment went on air; the one before it, if any, was left."""

    segment: str
    how: How


@value
class ClockBegun:
    """A person said that the speaker's clock begins."""


@value
class Held:
    """The on-air segment's clock was stopped."""


@value
class Resumed:
    """The on-air segment's clock went on."""


@value
class TimeAdded:
    """A segment was given time (negative: time was taken); `duration` is what was really added."""

    segment: str
    duration: timedelta


@value
class SegmentSkipped:
    """A segment was left out."""

    segment: str


@value
class SegmentRestored:
    """A skipped segment was brought back in."""

    segment: str


@value
class SegmentMoved:
    """A segment was put before another one; None: to the end."""

    segment: str
    before: str | None


@value
class SegmentInserted:
    """An unplanned segment was put in."""

    segment: Segment
    after: str


@value
class SegmentRetimed:
    """What a segment is allotted was set."""

    segment: str
    duration: timedelta


@value
class CaughtUp:
    """Segments were shortened, and perhaps some left out, for the show to be over by its goal."""

    goal: Goal
    cuts: tuple[Cut, ...]
    skipped: tuple[str, ...] = ()


@value
class AgendaReloaded:
    """Changes of the agenda's file were taken into the show.

    Attributes:
        rundown: The whole agenda from now on, so that the run stays a complete show by itself.
        accepted: Which changes were taken.
        order: All segments in rundown order from now on, inserted ones included.
        retimed: Segments that lose what the desk had made of their time: the file changed it.
        keeps_postponement: A postponed start stays.
    """

    rundown: Rundown
    accepted: tuple[ChangeName, ...]
    order: tuple[str, ...]
    retimed: tuple[str, ...] = ()
    keeps_postponement: bool = True


@value
class StartPostponed:
    """The show is expected to start at `to`."""

    to: WallInstant


@value
class ShowEnded:
    """The show is over."""

    how: How


@value
class MessageShown:
    """A line was shown to the speaker on air.

    Attributes:
        automatic: By itself, as the agenda says, at the wrap-up.
    """

    text: str
    automatic: bool = False


@value
class MessageCleared:
    """The line to the speaker was taken away."""


@value
class MessageFlashed:
    """The line to the speaker was made to flash."""


@value
class CueCalled:
    """A person called a cue to standby."""

    cue: str


@value
class CueFired:
    """A cue was executed.

    Attributes:
        automatic: By itself, when it fell due.
        moment: For an automatic one at or after a moment: the sequence number of the event that made that
            moment happen (0: the moment is a time of day). If that event is undone, this mark goes too.
    """

    cue: str
    automatic: bool = False
    moment: int = 0


@value
class CueDismissed:
    """A person put a cue away without doing it."""

    cue: str


@value
class CueRearmed:
    """A person made a cue usable again."""

    cue: str


@value
class CueTested:
    """What a cue does was done before the show; the cue stayed as it was."""

    cue: str


@value
class ActionDone:
    """A person did, without a cue, what a cue can do; `action` is in the agenda's words."""

    action: str


@value
class ActionFailed:
    """What a cue was to do did not succeed; `cue` is None for what was done without one."""

    cue: str | None
    action: str
    why: str


@value
class MediaObserved:
    """The player reported where it is."""

    observation: Observation


@value
class WallStepped:
    """The wall clock was stepped by `by` (positive: forward) against the show clock."""

    by: timedelta


@value
class GapNoticed:
    """The console was not running from `since` until this event."""

    since: ShowInstant


@value
class ClockJumped:
    """A simulated clock was moved on at once, from `since` to this event."""

    since: ShowInstant


@value
class ClockPaced:
    """From now on so much of the show passes in a second of ours."""

    per_second: timedelta


@value
class Tuned:
    """The settings of whoever runs the show are these from now on: guards, and usual thresholds."""

    guards: Guards
    usual: Usual


@value
class Noted:
    """A person made a remark; `segment` is what was on air, or None."""

    text: str
    segment: str | None


@value
class Measured:
    """A person's time for a segment was taken with a stopwatch."""

    segment: str
    duration: timedelta


@value
class RecordingStarted:
    """The recorder outside was found recording; `into` is how far into its recording it was at this event."""

    into: timedelta


@value
class RecordingStopped:
    """The recorder outside stopped: what it records next is another recording."""


@value
class PersonMarked:
    """It was said where a person of the agenda stands."""

    person: str
    readiness: Readiness


@value
class RunDeclared:
    """A person said whether this run is only a rehearsal, or the show itself."""

    is_rehearsal: bool


@value
class Undone:
    """What command number `target` had done was taken back."""

    target: int


@value
class Redone:
    """What command number `target` had done was put in force again."""

    target: int


Fact = (
    RunOpened
    | SegmentTaken
    | ClockBegun
    | Held
    | Resumed
    | TimeAdded
    | SegmentSkipped
    | SegmentRestored
    | SegmentMoved
    | SegmentInserted
    | SegmentRetimed
    | CaughtUp
    | AgendaReloaded
    | StartPostponed
    | ShowEnded
    | MessageShown
    | MessageCleared
    | MessageFlashed
    | CueCalled
    | CueFired
    | CueDismissed
    | CueRearmed
    | CueTested
    | ActionDone
    | ActionFailed
    | MediaObserved
    | WallStepped
    | GapNoticed
    | ClockJumped
    | ClockPaced
    | Tuned
    | Noted
    | Measured
    | RecordingStarted
    | RecordingStopped
    | PersonMarked
    | RunDeclared
    | Undone
    | Redone
)


@value(kw_only=True)
class Event:
    """A fact with its envelope.

    Attributes:
        seq: 0 for the opening of a run, then one more with every event. It is SHOW's revision.
        command: Number of the command that brought it about; all its events share it.
        airing: Which airing it belongs to: the `seq` of that airing's take. For a cue of a segment that
            waits to be taken, for a cue of the show, and where nothing is on air: None.
        at: On the show clock.
        wall_offset: Wall minus show clock, as it is after this event.
        by: Who: ``desk``, ``script``, ``web`` …, or ``clock`` for what happened by itself.
        fact: What happened.
    """

    seq: int
    command: int
    airing: int | None
    at: ShowInstant
    wall_offset: timedelta
    by: str
    fact: Fact

    @property
    def stamp(self) -> Stamp:
        """When, with the wall offset in force."""
        return Stamp(self.at, self.wall_offset)
