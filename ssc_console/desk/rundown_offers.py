"""What can be asked of a row of the rundown: complete commands, and questions that need an answer first."""

from collections.abc import Iterator
from enum import StrEnum

from ssc_console.show import table
from ssc_console.show.commands import (
    Add,
    Command,
    Insert,
    Move,
    Redo,
    Refused,
    Reset,
    Restore,
    Retime,
    Skip,
    Take,
    Undo,
)
from ssc_console.show.figures import SegmentState
from ssc_console.show.instants import SECOND
from ssc_console.show.requests import fact_of
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.table import TABLE
from ssc_console.show.value import value


class Ask(StrEnum):
    """What the desk has to ask for before a command is complete."""

    RETIME = "retime"
    ADD = "add"
    INSERT_AFTER = "insert after"
    MOVE_BEFORE = "move before"


@value
class Question:
    """A wish about a segment that lacks something: a length, a title, a place.

    Attributes:
        before: The place that was pointed at: before which segment; empty: at the end; None: none was.
    """

    ask: Ask
    segment: str
    before: str | None = None


@value
class Offer:
    """One thing that a row's menu offers.

    Attributes:
        wish: What is asked for.
        why_not: Why it does not fit now, in the engine's words; None: it fits.
    """

    words: str
    wish: Command | Question
    why_not: str | None


def offers(snapshot: Snapshot, segment_id: str) -> tuple[Offer, ...]:
    """What can be asked of a segment, in the order of a menu."""
    row = snapshot.row(segment_id)

    def command(words: str, wish: Command) -> Offer:
        return Offer(words, wish, why_not(snapshot, wish))

    def question(words: str, ask: Ask, example: Command) -> Offer:
        return Offer(words, Question(ask, segment_id), why_not(snapshot, example))

    again = row.state in (SegmentState.ON_AIR, SegmentState.AIRED)
    skipped = row.state is SegmentState.SKIPPED
    return (
        command("Take again" if again else "Take now", Take(segment_id)),
        command("Restore", Restore(segment_id)) if skipped else command("Skip", Skip(segment_id)),
        question("Add or take time…", Ask.ADD, Add(SECOND, segment_id)),
        question("Set its length…", Ask.RETIME, Retime(segment_id, max(row.allotted, SECOND))),
        question("Insert after…", Ask.INSERT_AFTER, Insert("Item", SECOND, segment_id)),
        *(command(words, wish) for words, wish in _moves(snapshot, segment_id)),
        question("Move before…", Ask.MOVE_BEFORE, Move(segment_id, None)),
    )


def _moves(snapshot: Snapshot, segment_id: str) -> Iterator[tuple[str, Move]]:
    """Places that need no question: next, one up, one down, last; without those where it stands already."""
    order = snapshot.order
    at = order.index(segment_id)
    gone_past = snapshot.row(segment_id).state is SegmentState.NOT_AIRED
    if snapshot.next is not None and snapshot.next.segment.id != segment_id:
        words = "Bring back as next" if gone_past else "Move to be next"
        yield words, Move(segment_id, snapshot.next.segment.id)
    elif snapshot.next is None and gone_past:
        yield "Bring back as next", Move(segment_id, None)
    if at > 0:
        yield "Move up", Move(segment_id, order[at - 1])
    if at + 1 < len(order):
        yield "Move down", Move(segment_id, order[at + 2] if at + 2 < len(order) else None)
        yield "Move to the end", Move(segment_id, None)


def why_not(snapshot: Snapshot, command: Command) -> str | None:
    """Why the engine would refuse it now; None: it would not."""
    rule = TABLE[type(command)]
    if snapshot.status not in rule.fits:
        return table.why_not(rule, snapshot.status)
    if isinstance(command, Reset | Undo | Redo):
        return None  # they are about what has been, and no part of a state
    try:
        fact_of(snapshot.state, command, snapshot.now)
    except Refused as refused:
        return str(refused)
    return None
