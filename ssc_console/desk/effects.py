"""What a change would do to the end of the show, in words, before it is made: the engine's own figures."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.verdict import spare
from ssc_console.show.commands import (
    Add,
    CatchUp,
    Command,
    Insert,
    Move,
    Postpone,
    Refused,
    Restore,
    Retime,
    Skip,
    Take,
)
from ssc_console.show.effect import effect, would_be
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.snapshot import Snapshot


def spare_words(spare: timedelta) -> str:
    """``2:20 spare``, ``0:40 past``."""
    return f"{timecode.span(spare)} spare" if spare >= ZERO else f"{timecode.countdown(-spare)} past"


def effect_words(snapshot: Snapshot, command: Command) -> str:
    """``ends 11:27:40 · 2:20 spare → 0:20 spare``, and what becomes of what is next; or why it is refused."""
    try:
        after = effect(snapshot.state, command, snapshot.now)
    except Refused as why:
        return str(why)
    return difference(snapshot, after)


CHANGES = (Add, CatchUp, Insert, Move, Postpone, Restore, Retime, Skip, Take)
"""What changes when the show ends, or what is next."""


def difference(before: Snapshot, after: Snapshot) -> str:
    """What is different at the end, and next."""
    zone = before.rundown.event.timezone
    ends = f"ends {timecode.clock(after.projected_end, zone)}"
    now, then = spare_words(spare(before)), spare_words(spare(after))
    moved = abs(after.to_hard_out - before.to_hard_out) >= SECOND
    parts = [ends, f"{now} → {then}" if moved else f"still {then}", _next(before, after)]
    return " · ".join(filter(None, parts))


def changes_next(snapshot: Snapshot, command: Command) -> bool:
    """Whether something else would be next, or on air."""
    after = would_be(snapshot, command)
    return after is not None and _ids(snapshot) != _ids(after)


def _ids(snapshot: Snapshot) -> tuple[str | None, str | None]:
    on_air, following = snapshot.on_air, snapshot.next
    return (
        None if on_air is None else on_air.segment.id,
        None if following is None else following.segment.id,
    )


def _next(before: Snapshot, after: Snapshot) -> str:
    was, now = before.next, after.next
    if now is None:
        return "" if was is None else "nothing is next"
    name = called(now.segment, after.rundown)
    if was is None or was.segment.id != now.segment.id:
        return f"next is {name}"
    if was.allotted != now.allotted:
        return f"next, {name}, has {timecode.span(now.allotted)} instead of {timecode.span(was.allotted)}"
    return ""
