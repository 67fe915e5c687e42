"""What can be asked of a row of the rundown: complete commands, and questions that need an answer first."""

from dataclasses import dataclass
from enum import StrEnum

from ssc_console.show.commands import Command, Move, Restore, Seen, SeenShow, Skip, Take
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.snapshot import Snapshot

OPEN = (SegmentState.PENDING, SegmentState.SKIPPED, SegmentState.NOT_AIRED)


class Ask(StrEnum):
    """What the desk has to ask for before a command is complete."""

    RETIME = "retime"
    ADD = "add"
    INSERT_AFTER = "insert after"
    MOVE_BEFORE = "move before"


@dataclass(frozen=True, slots=True)
class Question:
    """A wish about a segment that lacks something: a length, a title, a place."""

    ask: Ask
    segment: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that a row's menu offers.

    Attributes:
        wish: What is asked for; None: it does not fit now, and is shown so.
    """

    words: str
    wish: Command | Question | None


def seen(snapshot: Snapshot) -> Seen:
    """What a person who looks at this sees of the show."""
    on_air = snapshot.on_air.segment.id if snapshot.on_air is not None else None
    return SeenShow(on_air, snapshot.next.segment.id if snapshot.next is not None else None)


def offers(snapshot: Snapshot, segment_id: str) -> tuple[Offer, ...]:
    """What can be asked of a segment, in the order of a menu."""
    state = snapshot.row(segment_id).state
    going = snapshot.status is not Status.ENDED
    is_open = going and state in OPEN
    question = {ask: Question(ask, segment_id) for ask in Ask}
    again = state in (SegmentState.ON_AIR, SegmentState.AIRED)
    if state is SegmentState.SKIPPED:
        leave = Offer("Restore", Restore(segment_id) if going else None)
    else:
        fits = going and state in (SegmentState.PENDING, SegmentState.NOT_AIRED)
        leave = Offer("Skip", Skip(segment_id) if fits else None)
    can_add = is_open or state is SegmentState.ON_AIR
    return (
        Offer("Take again" if again else "Take now", Take(segment_id) if going else None),
        leave,
        Offer("Add or take time…", question[Ask.ADD] if going and can_add else None),
        Offer("Set its length…", question[Ask.RETIME] if is_open else None),
        Offer("Insert after…", question[Ask.INSERT_AFTER] if _can_follow(snapshot, segment_id) else None),
        *_moves(snapshot, segment_id, is_open=is_open),
        Offer("Move before…", question[Ask.MOVE_BEFORE] if is_open else None),
    )


def _moves(snapshot: Snapshot, segment_id: str, *, is_open: bool) -> tuple[Offer, ...]:
    """Places that need no question: next, one up, one down, last."""
    order = snapshot.order
    at = order.index(segment_id)
    following = snapshot.next.segment.id if snapshot.next is not None else None
    up = order[at - 1] if at and _can_precede(snapshot, order[at - 1]) else None
    below = order[at + 1] if at + 1 < len(order) and _can_precede(snapshot, order[at + 1]) else None
    beyond = order[at + 2] if at + 2 < len(order) else None
    is_next = following == segment_id

    def move(before: str | None, *, fits: bool) -> Move | None:
        return Move(segment_id, before) if is_open and fits else None

    return (
        Offer("Move to be next", move(following, fits=following is not None and not is_next)),
        Offer("Move up", move(up, fits=up is not None)),
        Offer("Move down", move(beyond, fits=below is not None)),
        Offer("Move to the end", move(None, fits=at + 1 < len(order))),
    )


def _can_precede(snapshot: Snapshot, target: str) -> bool:
    """Whether something may be put directly before it: it is pending, or skipped and still to come."""
    state = snapshot.row(target).state
    if state is SegmentState.SKIPPED:
        return _can_follow(snapshot, target)
    return state is SegmentState.PENDING


def _can_follow(snapshot: Snapshot, target: str) -> bool:
    """Whether something may be put after it: the show has not gone past it."""
    if snapshot.status is Status.ENDED:
        return False
    if snapshot.on_air is None:
        return True
    order = snapshot.order
    return order.index(target) >= order.index(snapshot.on_air.segment.id)
