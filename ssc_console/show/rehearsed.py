"""What rehearsals say of an agenda: how long each segment really took, and when the show would end.

What counts as a segment's time in a run: the latest time that a person measured of it, for somebody then
wanted it to count. Else the speaker's time in its longest whole airing: one that was broken off (a wrong
turn, a false start) is shorter than the one in which it was spoken through. An airing that a jump or a gap
cut short, or that the end of the record did, is no rehearsal of anything, nor is one that was stepped
through to come to what follows it.

On a clock that runs faster than life nobody speaks: somebody presses when the time seems right, and the
figure is that person's idea of it. Such a time gives way to any that was spoken, in the same run or in
another; where there is none it stands, marked with how fast it ran.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun
from ssc_console.show.instants import SECOND, WallInstant
from ssc_console.show.plan import planned_timeline
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.value import value

STEP = 5 * SECOND
"""A suggested duration is rounded up to this."""

STEPPED_THROUGH = 10
"""Less than this part of what was planned is no rehearsal: somebody went on to what comes after it."""

ENOUGH = 3
"""From so many runs on it is said when the show would end: from fewer, a range would be a guess."""


@value
class Rehearsed:
    """A segment in several runs.

    Attributes:
        planned: Its time in the agenda, without its intro.
        times: What it took in each run, in the order of the runs; None: it was not rehearsed there.
        paces: How much of the show passed in a second of ours while it did: a second is life. Empty: all are.
    """

    segment: Segment
    planned: timedelta
    times: tuple[timedelta | None, ...]
    paces: tuple[timedelta, ...] = ()

    @property
    def known(self) -> tuple[timedelta, ...]:
        """The times that count, in the order of the runs: those that were spoken, else all there are."""
        return self._spoken or tuple(each for each in self.times if each is not None)

    @property
    def _spoken(self) -> tuple[timedelta, ...]:
        paces = self.paces or (SECOND,) * len(self.times)
        pairs = zip(self.times, paces, strict=True)
        return tuple(time for time, pace in pairs if time is not None and pace <= SECOND)

    @property
    def only_pressed(self) -> bool:
        """There are times, and none of them was spoken: all are of clocks that ran faster than life."""
        return bool(self.known) and not self._spoken

    @property
    def least(self) -> timedelta | None:
        """The shortest."""
        return min(self.known, default=None)

    @property
    def most(self) -> timedelta | None:
        """The longest."""
        return max(self.known, default=None)

    @property
    def median(self) -> timedelta | None:
        """The one in the middle; of an even number the longer of the two, so that it is one that happened."""
        known = sorted(self.known)
        return known[len(known) // 2] if known else None

    @property
    def suggested(self) -> timedelta | None:
        """The median, rounded up to `STEP`; None: never rehearsed, or it counts to a time of day."""
        if self.median is None or self.segment.duration is None:
            return None
        return -(-self.median // STEP) * STEP


@value
class Ending:
    """When the show would end if each segment took one of the times it took in rehearsal.

    Every combination counts alike, and all are counted: nothing is drawn by chance. Times are taken to the
    nearest second, intros as planned, and what was never rehearsed as planned.

    Attributes:
        ends: Every possible end, the earliest first, with the share of combinations that it comes of (0–1).
        runs: How many runs that rests on.
        as_planned: How many segments count as planned.
    """

    ends: tuple[tuple[WallInstant, float], ...]
    runs: int
    as_planned: int

    def by(self, share: float) -> WallInstant:
        """The first end that this share of the combinations (0–1) does not exceed."""
        so_far = 0.0
        for end, weight in self.ends:
            so_far += weight
            if so_far >= share - 1e-9:
                return end
        return self.ends[-1][0]

    def after(self, instant: WallInstant) -> float:
        """The share of combinations (0–1) that end after an instant."""
        return sum(weight for end, weight in self.ends if end > instant)


@value
class Rehearsals:
    """Several runs of an agenda side by side.

    Attributes:
        rundown: The agenda that they are held against; segments that it does not have are left out.
        runs: In the given order.
        rows: Its segments, in planned order.
        ending: None with fewer than `ENOUGH` runs in which anything was rehearsed.
    """

    rundown: Rundown
    runs: tuple[AsRun, ...]
    rows: tuple[Rehearsed, ...]
    ending: Ending | None


def rehearsals(rundown: Rundown, runs: Sequence[AsRun]) -> Rehearsals:
    """What these runs say of an agenda."""
    times = [_times(run) for run in runs]
    rows = tuple(
        Rehearsed(
            segment,
            segment.duration if segment.duration is not None else plan.planned_end - plan.planned_start,
            tuple(each[segment.id].length if segment.id in each else None for each in times),
            tuple(each[segment.id].pace if segment.id in each else SECOND for each in times),
        )
        for segment, plan in zip(rundown.segments, planned_timeline(rundown), strict=True)
    )
    counted = sum(1 for each in times if each.keys() & rundown.by_id.keys())
    ending = combined(rundown, rows, counted) if counted >= ENOUGH else None
    return Rehearsals(rundown, tuple(runs), rows, ending)


@value
class _Time:
    """How long a segment took in a run, and how fast that run's clock then ran."""

    length: timedelta
    pace: timedelta = SECOND

    @property
    def worth(self) -> tuple[bool, timedelta]:
        """The larger, the better: spoken before pressed, and then the longest."""
        return self.pace <= SECOND, self.length


def _times(run: AsRun) -> Mapping[str, _Time]:
    """What each segment took in a run; a stopwatch runs as life does."""
    aired: dict[str, _Time] = {}
    for each in run.airings:
        if each.is_whole and not _was_stepped_through(each):
            took = _Time(each.spoken, each.pace)
            aired[each.segment.id] = max(took, aired.get(each.segment.id, took), key=lambda one: one.worth)
    return aired | {each.segment: _Time(each.duration) for each in run.measured}


def _was_stepped_through(each: Aired) -> bool:
    return each.planned is not None and each.spoken * STEPPED_THROUGH < each.planned


def combined(rundown: Rundown, rows: Sequence[Rehearsed], runs: int) -> Ending:
    """All combinations at once: the ends that are possible after each segment, and how many ways lead there.

    They stay few (a second has one place), however many combinations there are.
    """
    ways: Mapping[WallInstant, int] = {rundown.event.start: 1}
    for row in rows:
        after: dict[WallInstant, int] = {}
        for before, count in ways.items():
            for time in row.known or (row.planned,):
                end = _end(row.segment, before, time)
                after[end] = after.get(end, 0) + count
        ways = after
    total = sum(ways.values())
    ends = tuple((end, count / total) for end, count in sorted(ways.items()))
    return Ending(ends, runs, sum(1 for row in rows if not row.known and row.segment.until is None))


def _end(segment: Segment, before: WallInstant, time: timedelta) -> WallInstant:
    """When a segment that follows `before` ends, as the plan is worked out: docs/show-timing.md."""
    start = before if segment.fixed_start is None else max(before, segment.fixed_start)
    if segment.until is not None:
        return max(start, segment.until)
    whole = (time + SECOND / 2) // SECOND * SECOND
    return WallInstant(start + segment.intro + whole)
