"""The hour as a picture, worked out without Qt: what lies where, and where the labels stand."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.show.figures import SegmentState
from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.rundown import Kind
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

MINUTE = timedelta(minutes=1)
MOST_BLOCKS = 500
"""More would be narrower than a pixel: neighbours are then drawn as one."""
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440)
"""Minutes between two labels."""


@value
class Scale:
    """What the strip's width stands for.

    Attributes:
        start: At its left edge.
        end: At its right edge: the hard out, or later when the show goes past it.
    """

    start: WallInstant
    end: WallInstant

    def x(self, at: WallInstant, width: float) -> float:
        """Where an instant lies in a strip so wide; may lie outside."""
        return (at - self.start) / (self.end - self.start) * width

    def at(self, x: float, width: float) -> WallInstant:
        """The instant that lies there."""
        return WallInstant(self.start + (self.end - self.start) * (x / width))


@value
class Block:
    """A segment, or several that are too narrow to tell apart.

    Attributes:
        ids: The first and the last one's.
    """

    ids: tuple[str, str]
    start: WallInstant
    end: WallInstant
    state: SegmentState
    is_launch: bool


def scale(snapshot: Snapshot) -> Scale:
    """From the start (planned, or real if earlier) to the hard out.

    A show that goes past the hard out takes more room in steps of five minutes, so that the picture keeps
    still while it overruns.
    """
    event = snapshot.rundown.event
    start = min(event.start, snapshot.started_at or event.start)
    over = max(snapshot.ended_at or snapshot.projected_end, snapshot.planned_end) - event.hard_out
    steps = -(-over // (5 * MINUTE)) if over > ZERO else 0
    return Scale(start, WallInstant(event.hard_out + steps * 5 * MINUTE))


def real_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """What was aired, what is on air and what is to come, each when it was or is expected, in order of time.

    What is skipped or not aired takes no time and has no block.
    """
    every = -(-len(snapshot.order) // MOST_BLOCKS)
    found: list[Block] = []
    for first in range(0, len(snapshot.order), every):
        block = _block(snapshot, snapshot.order[first : first + every])
        if block is not None:
            found.append(block)
    return tuple(sorted(found, key=lambda block: block.start))


def _block(snapshot: Snapshot, ids: tuple[str, ...]) -> Block | None:
    """The block of one segment; of several, from the first one that has a time to the last."""
    first, last = snapshot.row(ids[0]), snapshot.row(ids[-1])
    start = first.projected_start or last.projected_start
    end = last.projected_end or first.projected_end
    if start is None or end is None or first.state in _WITHOUT_TIME:
        return None
    is_launch = len(ids) == 1 and first.segment.kind is Kind.LAUNCH
    return Block((ids[0], ids[-1]), start, end, first.state, is_launch)


_WITHOUT_TIME = (SegmentState.SKIPPED, SegmentState.NOT_AIRED)


def planned_blocks(snapshot: Snapshot) -> tuple[tuple[WallInstant, WallInstant], ...]:
    """The plan, as spans in order of time."""
    plan = tuple(snapshot.state.plan.values())
    every = -(-len(plan) // MOST_BLOCKS)
    spans = []
    for first in range(0, len(plan), every):
        last = min(first + every, len(plan)) - 1
        spans.append((plan[first].planned_start, plan[last].planned_end))
    return tuple(spans)


def labels(shown: Scale, zone: str, most: int) -> list[tuple[WallInstant, str]]:
    """Round times of day along the strip, at most so many; none along a strip that is many days long."""
    length = shown.end - shown.start
    fitting = (minutes for minutes in STEPS if length / (minutes * MINUTE) <= max(most, 1))
    step = next(fitting, None)
    if step is None:
        return []  # of a show that is weeks away from its plan; a time of day would say nothing there
    hours, minutes = timecode.hour_minute(shown.start, zone).split(":")
    past = (int(hours) * 60 + int(minutes)) % step
    at = WallInstant(shown.start.replace(second=0, microsecond=0) - past * MINUTE)
    found = []
    while at <= shown.end:
        if at >= shown.start:
            found.append((at, timecode.hour_minute(at, zone)))
        at = WallInstant(at + step * MINUTE)
    return found
