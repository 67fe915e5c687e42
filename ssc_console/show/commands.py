"""What can be asked of a show: the commands, as imperatives, and what the world reports to it.

Read this and `events`, and the architecture is known: a `Request` goes in, events come out.
"""

from datetime import timedelta

from ssc_console.show.agenda_change import ChangeName, Difference
from ssc_console.show.cuts import Cut, Goal
from ssc_console.show.events import Guards, Usual
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.media import Observation
from ssc_console.show.presence import Readiness
from ssc_console.show.value import value


@value
class Postpone:
    """The show is now expected to start at `to` (not before the event's planned start)."""

    to: WallInstant


@value
class Start:
    """Take the first pending segment, at once, however early."""


@value
class Begin:
    """The speaker's clock begins now; the intro is over."""


@value
class Advance:
    """End the on-air segment and take the next; if there is none, end the show."""


@value
class Take:
    """Put this segment on air, whatever its state."""

    segment: str


@value
class Back:
    """Take the nearest earlier segment that is not skipped, afresh; the one it leaves is pending again."""


@value
class Hold:
    """The on-air segment's clock stands still."""


@value
class Resume:
    """The on-air segment's clock goes on."""


@value
class Add:
    """Give time to a segment, or (negative) take it away; None is the one on air."""

    duration: timedelta
    segment: str | None = None


@value
class Skip:
    """Leave a segment out."""

    segment: str


@value
class Restore:
    """Bring a skipped segment back in."""

    segment: str


@value
class Move:
    """Put a segment directly before another one; None is to the end of the rundown."""

    segment: str
    before: str | None


@value
class Insert:
    """Put an unplanned item directly after a segment."""

    title: str
    duration: timedelta
    after: str


@value
class Retime:
    """Set what a segment is allotted, in place of the plan and of what had been added."""

    segment: str
    duration: timedelta


@value
class CatchUp:
    """Shorten what is still to come, by the least that does, so that the show is over by its goal.

    Attributes:
        skip: Segments that are left out besides; the agenda must allow that.
    """

    goal: Goal = Goal.HARD_OUT
    skip: tuple[str, ...] = ()


@value
class Reload:
    """Take these changes of the agenda's file, as they were found: the show's rundown is like that then.

    Attributes:
        difference: What is different, as the person saw it. On another rundown it is refused.
        accept: Which of its changes.
    """

    difference: Difference
    accept: tuple[ChangeName, ...]


@value
class End:
    """End the show now."""


@value
class SendMessage:
    """Show a line to the speaker on air."""

    text: str


@value
class ClearMessage:
    """Take the line to the speaker away."""


@value
class Flash:
    """Let the line to the speaker flash, calmly, so that they look up."""


@value
class Standby:
    """Call a cue ready."""

    cue: str


@value
class Go:
    """Execute a cue."""

    cue: str


@value
class Dismiss:
    """Put a cue away without doing it."""

    cue: str


@value
class Rearm:
    """Make a done, dismissed or passed cue ready to be used again; it then waits for a person."""

    cue: str


@value
class TestCue:
    """Do what a cue does, before the show, and leave the cue as it was."""

    __test__ = False  # not a test class: pytest reads names

    cue: str


@value
class Do:
    """Do at once what a cue could do, in the agenda's words: ``black``, ``lower third: chediek``."""

    action: str


@value
class Note:
    """Keep a remark with the run, at this instant, about the segment on air."""

    text: str


@value
class Measure:
    """Keep how long a person really took for a segment, by a stopwatch; None is the one on air."""

    duration: timedelta
    segment: str | None = None


@value
class MarkPerson:
    """Say where a person of the agenda stands."""

    person: str
    readiness: Readiness


@value
class Declare:
    """Say that this run is only a rehearsal, or that it is the show itself."""

    is_rehearsal: bool


@value
class Undo:
    """Take back the latest change of the show, as if it had never happened."""


@value
class Redo:
    """Take the latest undo back."""


@value
class Reset:
    """Open a new run from the agenda's beginning; the old one is kept."""


@value
class ObserveMedia:
    """The player reports that its anchor has changed."""

    observation: Observation


@value
class NoticeWallStep:
    """The wall clock was found to be `offset` ahead of the show clock (negative: behind)."""

    offset: timedelta


@value
class NoticeGap:
    """The console was not running between `since` and now: nothing in between is done by itself."""

    since: ShowInstant


@value
class NoticeJump:
    """A simulated clock was moved on at once, from `since` to now."""

    since: ShowInstant


@value
class NoticeRecording:
    """The recorder outside is found recording, `into` (not negative) its recording; None: it has stopped.

    Reported when a recording starts, or is first seen, or has gone on after a pause: never as a tick.
    """

    into: timedelta | None


@value
class NoticeFailure:
    """What a cue (None: what a person) had the console do did not succeed, and why: one sentence."""

    cue: str | None
    action: str
    why: str


@value
class NoticePace:
    """So much of the show passes in a second of ours: a rehearsal can run faster than life."""

    per_second: timedelta


@value
class NoticeTuning:
    """Whoever runs the show has these settings: guards, and usual thresholds."""

    guards: Guards
    usual: Usual


Command = (
    Postpone
    | Start
    | Begin
    | Advance
    | Take
    | Back
    | Hold
    | Resume
    | Add
    | Skip
    | Restore
    | Move
    | Insert
    | Retime
    | CatchUp
    | Reload
    | End
    | SendMessage
    | ClearMessage
    | Flash
    | Standby
    | Go
    | Dismiss
    | Rearm
    | TestCue
    | Do
    | Note
    | Measure
    | MarkPerson
    | Declare
    | Undo
    | Redo
    | Reset
)
"""What a person, or a program in a person's place, asks for. May be refused."""

Report = (
    ObserveMedia
    | NoticeWallStep
    | NoticeGap
    | NoticeJump
    | NoticePace
    | NoticeRecording
    | NoticeFailure
    | NoticeTuning
)
"""What the world reports."""


@value
class SeenShow:
    """The sender saw this segment on air and that one next (None: nothing)."""

    on_air: str | None
    next: str | None


@value
class SeenCue:
    """The sender saw the cue in this state (a `CueState` value)."""

    cue: str
    state: str


@value
class SeenUndo:
    """The sender saw that this would be taken back; with a redo, that it would be put back.

    Attributes:
        name: As in SHOW's ``can_undo``, or ``can_redo``.
        command: The command number, where the sender knows it.
    """

    name: str | None
    command: int | None = None


@value
class SeenCatchUp:
    """The sender saw that these would give so much."""

    cuts: tuple[Cut, ...]


Seen = SeenShow | SeenCue | SeenUndo | SeenCatchUp


@value
class Request:
    """A command with who sends it and, if it was given on sight, what the sender saw.

    Attributes:
        by: Who: ``desk``, ``script``, ``web`` …
        seen: If this is no longer so when the command is obeyed, it is refused.
    """

    command: Command | Report
    by: str
    seen: Seen | None = None


class Refused(Exception):
    """A command that does not fit the show as it is. The text is one sentence a person can act on."""
