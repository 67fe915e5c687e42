"""What the next press of the large button means: worked out from a snapshot, before it is painted."""

from collections.abc import Iterable
from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.show.actions import Verb
from ssc_console.show.commands import Advance, Begin, Command, Do, Resume, SeenShow, Start
from ssc_console.show.figures import CueState, Phase, Status
from ssc_console.show.green_room import Level
from ssc_console.show.instants import ZERO
from ssc_console.show.programme import Motion
from ssc_console.show.reminder import Reminder, Why
from ssc_console.show.rundown import Kind
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.stage import Instead
from ssc_console.show.value import value

SHOWN = 2
"""So much of what stands in the way is on the button; how much more there is, stands beside it."""
EARLY = timedelta(minutes=5)
"""A start that is earlier than this wants a second press."""


@value
class Accept:
    """No command of the show: what the console offers is accepted."""


@value
class Press:
    """One press of the large button.

    Attributes:
        words: What it does.
        target: What that leads to, after an arrow; perhaps empty.
        command: None: a press does nothing now.
        twice: It can't be taken back easily: it wants a second press.
        note: Explains it, smaller; may change without changing what the press means.
    """

    words: str
    target: str
    command: Command | Accept | None
    seen: SeenShow
    twice: bool = False
    note: str = ""

    @property
    def meaning(self) -> tuple[str, str, Command | Accept | None, SeenShow]:
        """What a person relies on who has read it."""
        return self.words, self.target, self.command, self.seen


@value
class Caution:
    """What stands in the way of the next press, without preventing it.

    Attributes:
        all: Each thing that does, the gravest first; empty: nothing does.
        grave: It is pressing.
    """

    all: tuple[str, ...] = ()
    grave: bool = False

    @property
    def words(self) -> str:
        """As much of it as the button has room for, and how much more there is."""
        more = len(self.all) - SHOWN
        return " · ".join((*self.all[:SHOWN], *((f"+{more}",) if more > 0 else ())))


CLEAR = Caution()
"""Nothing stands in the way."""


def next_press(snapshot: Snapshot) -> Press:
    """What a press of the large button would mean."""
    seen = seen_show(snapshot)
    status = snapshot.status
    if status is Status.ENDED:
        ended = snapshot.ended_at
        at = f"at {timecode.clock(ended, snapshot.rundown.event.timezone)}" if ended else ""
        return Press("The show has ended", "", None, seen, note=at)
    if status is Status.BEFORE:
        return _start(snapshot, seen)
    on_air = snapshot.on_air
    if on_air is not None and on_air.phase is Phase.INTRO:
        return _in_the_intro(snapshot, seen)
    held = "on hold · F8 goes on" if status is Status.HELD else ""
    if snapshot.next is None:
        return Press("End the show", "", Advance(), seen, twice=True, note=held or "asks twice")
    return Press("Advance", called(snapshot.next.segment, snapshot.rundown), Advance(), seen, note=held)


def seen_show(snapshot: Snapshot) -> SeenShow:
    """What a person who looks at this snapshot takes to be so."""
    on_air, following = snapshot.on_air, snapshot.next
    return SeenShow(on_air.segment.id if on_air else None, following.segment.id if following else None)


def reminder_words(snapshot: Snapshot, reminder: Reminder) -> str:
    """What nobody seems to have noticed, and what to do about it."""
    step = "end the show" if snapshot.next is None else "advance"
    if reminder.why is Why.VIDEO_ENDED:
        return f"the video has ended: {step}?"
    return f"over by more than {timecode.span(reminder.so_far)}: {step}, or give time"


_SEES = {
    Instead.HOLDING: ("the audience sees the holding picture", Wish.HOLDING),
    Instead.CLOSING: ("the audience sees the closing picture", None),
    Instead.BLACK: ("the audience sees black", Wish.BLACK),
}


def _hidden(snapshot: Snapshot) -> str:
    """What hides the show from the audience, and the key that takes it away; empty: nothing does."""
    instead = snapshot.programme.instead
    if instead is None:
        return ""
    words, wish = _SEES[instead]
    return words if wish is None else f"{words}: {key_of(wish)} ends it"


def caution(snapshot: Snapshot, notes: Iterable[PlanNote], *, programme_is_open: bool = True) -> Caution:
    """What stands in the way of the next press.

    Args:
        notes: What is known to stand in the way of segments; the first of a segment counts.
        programme_is_open: The audience sees what the programme shows; else what hides the show there hides it
            from nobody.
    """
    found: list[str] = []
    missing = snapshot.missing
    if missing is not None:
        from ssc_console.desk.green_room_board import missing_words

        found.append(missing_words(snapshot, missing))
    hidden = _hidden(snapshot) if programme_is_open else ""
    if hidden:
        found.append(hidden)
    coming = snapshot.next.segment.id if snapshot.next is not None else None
    if snapshot.on_air is not None and snapshot.on_air.begun_at is None:
        coming = snapshot.on_air.segment.id
    found += [note.short for note in notes if note.segment == coming and note.short][:1]
    if coming is not None:
        found += _unconfirmed(snapshot, coming)
    if snapshot.reminder is not None:
        found.append(reminder_words(snapshot, snapshot.reminder))
    grave = missing is not None and missing.level is Level.RED
    return Caution(tuple(found), grave)


def _unconfirmed(snapshot: Snapshot, segment: str) -> list[str]:
    """What nobody has confirmed of what has to be so before a segment is on air."""
    return [
        f"not confirmed: {cue.text}"
        for cue in snapshot.segment(segment).cues
        if cue.confirm and snapshot.cue(cue.id).state not in (CueState.DONE, CueState.DISMISSED)
    ]


def _start(snapshot: Snapshot, seen: SeenShow) -> Press:
    early = snapshot.to_start
    note = f"{timecode.countdown(early)} early" if early > ZERO else ""
    twice = early > EARLY
    if twice:
        note += ": asks twice"
    if snapshot.next is None:
        return Press("Nothing to start", "", None, seen, note="every segment is skipped")
    name = called(snapshot.next.segment, snapshot.rundown)
    return Press("Start", name, Start(), seen, twice=twice, note=note)


def _waits_to_be_rolled(snapshot: Snapshot) -> bool:
    """A video that rolls by hand is loaded, and the introduction is over or has none."""
    video, on_air = snapshot.programme.video, snapshot.on_air
    if video is None or on_air is None or on_air.media is None or on_air.held:
        return False
    return video.motion is Motion.CUED and on_air.segment.roll_by_hand


def _in_the_intro(snapshot: Snapshot, seen: SeenShow) -> Press:
    on_air = snapshot.on_air
    assert on_air is not None
    name = called(on_air.segment, snapshot.rundown)
    if _waits_to_be_rolled(snapshot):
        return Press("Roll", name, Do(Verb.ROLL.value), seen, note="it is at its first frame")
    if on_air.held:
        return Press("Go on", name, Resume(), seen, note="the introduction is on hold")
    allotted = timecode.span(on_air.allotted)
    if on_air.segment.video is not None and not on_air.segment.roll_by_hand:
        return Press("Roll", name, Begin(), seen, note=allotted)
    if on_air.segment.speakers and on_air.segment.kind is not Kind.VIDEO:
        return Press(f"Begin {name}’s {allotted}", "", Begin(), seen)
    return Press(f"Begin {name} · {allotted}", "", Begin(), seen)
