"""What a row of the cue list says, and what can be done with the cue."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum

from ssc_console import timecode
from ssc_console.look.shapes import Shape
from ssc_console.show.commands import Command, Dismiss, Go, Rearm, Standby, TestCue
from ssc_console.show.figures import CueRow, CueState, Status
from ssc_console.show.instants import SECOND
from ssc_console.show.rundown import Cue, Moment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

SOON = timedelta(minutes=5)
"""Nearer than this a cue is counted down to; farther off it has a time of day, which is calm."""
FOR_EVER = timedelta(days=1)
FINISHED = (CueState.DONE, CueState.DISMISSED, CueState.PASSED)


class Act(StrEnum):
    """What a person can do with a cue."""

    GO = "Go"
    STANDBY = "Standby"
    DISMISS = "Dismiss"
    REARM = "Rearm"
    TEST = "Test"

    def command(self, cue: str) -> Command:
        """The command for it."""
        return _COMMANDS[self](cue)


_COMMANDS: dict[Act, Callable[[str], Command]] = {
    Act.GO: Go,
    Act.STANDBY: Standby,
    Act.DISMISS: Dismiss,
    Act.REARM: Rearm,
    Act.TEST: TestCue,
}
_ACTS = {
    CueState.PENDING: (Act.GO, Act.STANDBY, Act.DISMISS),
    CueState.STANDBY: (Act.GO, Act.DISMISS),
    CueState.DUE: (Act.GO, Act.DISMISS),
    CueState.DONE: (Act.REARM,),
    CueState.DISMISSED: (Act.REARM,),
    CueState.PASSED: (Act.GO, Act.DISMISS, Act.REARM),
}


@value(kw_only=True)
class CueFace:
    """All that is painted of one cue.

    Attributes:
        detail: To whom, how, and around what.
        badge: Its state in a word, or when it is due.
        acts: What fits it, the likeliest first.
    """

    id: str
    state: CueState
    title: str
    detail: str
    badge: str
    badge_shape: Shape | None
    acts: tuple[Act, ...]


def face(snapshot: Snapshot, cue_id: str) -> CueFace:
    """What the row of a cue shows."""
    row = snapshot.cue(cue_id)
    badge, shape = _badge(snapshot, row)
    acts = _ACTS[row.state]
    if cue_id in snapshot.photo_again:
        acts = (Act.GO, *acts)
    if snapshot.status is Status.BEFORE:
        acts = (*acts, Act.TEST)
    return CueFace(
        id=cue_id,
        state=row.state,
        title=row.cue.text[:1].upper() + row.cue.text[1:],
        detail=" · ".join(part for part in _details(snapshot, row) if part),
        badge=badge,
        badge_shape=shape,
        acts=acts,
    )


def _details(snapshot: Snapshot, row: CueRow) -> tuple[str, ...]:
    cue = row.cue
    belongs = "of the show" if cue.segment is None else snapshot.segment(cue.segment).title
    to = f"to {cue.to}" if cue.to else ""
    if cue.id in snapshot.photo_again:
        return ("go takes another one", to, belongs)
    if row.state in FINISHED:
        return (_how_finished(row), to, belongs)
    if row.failed is not None:
        return (f"FAILED: {row.failed}",)
    return (to, _by_itself(snapshot, row), belongs)


def _by_itself(snapshot: Snapshot, row: CueRow) -> str:
    """Who sets it off, and how soon where that is near."""
    waits = row.waits or not row.cue.auto
    if row.state is CueState.DUE:
        return "waits for you" if row.cue.auto else ""
    words = "" if waits else "by itself"
    if row.state is CueState.STANDBY and row.due_at is not None:
        left = timecode.countdown(max(row.due_at - snapshot.wall_now, timedelta(0)))
        return f"{words} in {left}".strip()
    return words


def _how_finished(row: CueRow) -> str:
    if row.state is CueState.PASSED:
        return ""
    if row.marked_by == "clock":
        return "by itself"
    return f"by {row.marked_by}" if row.marked_by else ""


def _badge(snapshot: Snapshot, row: CueRow) -> tuple[str, Shape | None]:
    zone = snapshot.rundown.event.timezone
    if row.state in (CueState.DONE, CueState.DISMISSED):
        word = timecode.clock(row.marked_at, zone) if row.marked_at is not None else row.state.value
        return word, Shape.CHECK if row.state is CueState.DONE else Shape.CROSS
    if row.state is CueState.PASSED:
        return "passed", Shape.MINUS
    if row.state is CueState.STANDBY:
        return "STANDBY", Shape.HALF_DISC
    if row.due_at is None:
        return "", None
    if row.state is CueState.DUE:
        return f"DUE {timecode.roughly(snapshot.wall_now - row.due_at)}", Shape.BANG
    left = row.due_at - snapshot.wall_now
    if left < SOON:
        return f"in {timecode.roughly(left, up=True)}", None
    return f"at {timecode.hour_minute(row.due_at, zone)}", None


def holds_for(snapshot: Snapshot, cue_id: str) -> timedelta:
    """How long from now its row stays as it is, as long as it is neither due nor on standby before that."""
    row = snapshot.cue(cue_id)
    if row.due_at is None or row.state in FINISHED:
        return FOR_EVER
    if row.state is CueState.STANDBY:
        return timedelta(0)
    if row.state is CueState.DUE:
        gone = snapshot.wall_now - row.due_at
        step = SECOND if gone < timecode.MINUTE else timecode.MINUTE
        return step - gone % step
    left = row.due_at - snapshot.wall_now
    if left >= SOON:
        return left - SOON
    step = SECOND if left <= timecode.MINUTE else timecode.MINUTE
    return left % step or step


_MOMENTS = {
    Moment.START: "start",
    Moment.BEGIN: "the speaker’s clock begins",
    Moment.END: "end",
    Moment.HARD_OUT: "the hard out",
}


def when(cue: Cue) -> str:
    """What it hangs on, in words."""
    moment = _MOMENTS[cue.moment]
    if not cue.offset:
        return f"when {moment}" if cue.moment is Moment.BEGIN else f"at {moment}"
    side = "before" if cue.is_before else "after"
    return f"{timecode.span(abs(cue.offset))} {side} {moment}"


def spoken(shown: CueFace) -> str:
    """The row as a sentence, for a screen reader."""
    state = "" if shown.state in (CueState.DUE, CueState.STANDBY) else shown.state.value
    return ", ".join(part for part in (shown.title, state, shown.badge.lower(), shown.detail) if part)


def tip(snapshot: Snapshot, cue_id: str) -> str:
    """The whole text of a cue, what it hangs on, and when it is due."""
    row = snapshot.cue(cue_id)
    cue = row.cue
    belongs = "the show" if cue.segment is None else snapshot.segment(cue.segment).title
    parts = [cue.text, f"{when(cue)} of {belongs}"]
    if cue.to:
        parts.append(f"to {cue.to}")
    if cue.auto:
        parts.append("waits for you" if row.waits else "by itself")
    if row.due_at is not None:
        parts.append(f"due at {timecode.clock(row.due_at, snapshot.rundown.event.timezone)}")
    return "\n".join(parts)
