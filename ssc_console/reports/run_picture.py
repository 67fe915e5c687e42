"""A run as a picture: a row a segment, its plan over what it was, on one axis with the hard out."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ssc_console import timecode
from ssc_console.page import Anchor, Bar, Canvas, Drawing, Mark, Stroke, Words
from ssc_console.reports.inks import paper
from ssc_console.reports.run_words import NOTHING, names
from ssc_console.reports.widths import cut
from ssc_console.show.aired import Aired, Hold
from ssc_console.show.as_run import AsRun
from ssc_console.show.figures import SegmentRow, SegmentState
from ssc_console.show.instants import LONG_AGO, SECOND, ZERO, WallInstant, to_wall
from ssc_console.show.value import value

ROWS = 28
"""In one picture: with more, the next one goes on."""

LEFT, MOST_LEFT, RIGHT = 0.343, 460, 66
"""For the words: so much of the width but not more, and so many pixels for the difference."""
ROW, TOP, BOTTOM = 26, 32, 8
MOST_TICKS = 12
ANOTHER_DAY = timedelta(hours=12)
_STEPS = tuple(timedelta(minutes=each) for each in (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440))


@value
class _Axis:
    """Where instants stand, in pixels, and in which colours things are drawn there."""

    start: WallInstant
    end: WallInstant
    canvas: Canvas

    @property
    def wide(self) -> int:
        return self.canvas.wide

    @property
    def left(self) -> int:
        return min(int(self.wide * LEFT + 0.5), MOST_LEFT)

    def ink(self, name: str) -> str:
        return self.canvas.inks[name]

    def x(self, at: datetime) -> float:
        room = self.wide - self.left - RIGHT
        return round(self.left + (at - self.start) / (self.end - self.start) * room, 1)


def pictures(run: AsRun, canvas: Canvas | None = None) -> tuple[Drawing, ...]:
    """The pictures of a run that was started; a long one goes on in the next."""
    canvas = canvas or paper()
    parts = [run.rows[first : first + ROWS] for first in range(0, len(run.rows), ROWS)]
    event = run.rundown.event
    frame = (event.start, event.hard_out) if len(parts) == 1 and not _is_far(run) else ()
    return tuple(_picture(run, part, _Axis(*_span_of(run, part, frame), canvas)) for part in parts)


def _span_of(
    run: AsRun, rows: tuple[SegmentRow, ...], frame: tuple[WallInstant, ...]
) -> tuple[WallInstant, WallInstant]:
    """Wide enough for all that happened to these rows, as the wall showed it, and for the frame."""
    shown = {row.segment.id for row in rows}
    airings = [each for each in run.airings if each.segment.id in shown]
    instants = [*frame]
    if not _is_far(run):
        instants += [at for row in rows for at in (row.planned_start, row.planned_end) if at is not None]
    instants += [stamp.wall for each in airings for stamp in (each.taken, each.until)]
    instants += [
        stamp.wall for each in run.holds if each.segment in shown for stamp in (each.since, each.until)
    ]
    first, last = min(instants, default=run.opened.wall), max(instants, default=run.opened.wall)
    room = max((last - first) / 50, SECOND)
    return WallInstant(first - room), WallInstant(last + room)


def _is_far(run: AsRun) -> bool:
    """Whether it ran on another day than it was planned for: on one axis neither could be seen."""
    return run.started is not None and abs(run.started.wall - run.rundown.event.start) > ANOTHER_DAY


def _picture(run: AsRun, rows: tuple[SegmentRow, ...], axis: _Axis) -> Drawing:
    height = TOP + ROW * len(rows) + BOTTOM
    bottom = height - BOTTOM
    marks: list[Mark] = [*_ticks(run, axis, bottom)]
    for number, row in enumerate(rows):
        marks += _row(run, row, axis, TOP + ROW * number)
    marks += _hard_out(run, axis, bottom)
    return Drawing(axis.wide, height, tuple(marks), "Planned and real times of each segment")


def _bar(x: float, y: float, wide: float, high: float, ink: str, opacity: float = 1.0) -> Bar:
    return Bar(x, y, max(round(wide, 1), 1), high, ink, opacity)


def _ticks(run: AsRun, axis: _Axis, bottom: float) -> Iterator[Mark]:
    """The hour's lines, at round times of day, none under the word of the hard out."""
    zone = run.rundown.event.timezone
    length = axis.end - axis.start
    step = next((each for each in _STEPS if length / each <= MOST_TICKS), _STEPS[-1])
    into = (axis.start - WallInstant(LONG_AGO) + timecode.utc_offset(axis.start, zone)) % step
    at = WallInstant(axis.start + (step - into) % step)
    taken = axis.x(run.rundown.event.hard_out)
    while at < axis.end:
        x = axis.x(at)
        yield Stroke(x, TOP - 6, bottom, axis.ink("line"), 1)
        if abs(x - taken) > 76:
            hour = timecode.hour_minute(at, zone)
            yield Words(x, TOP - 12, hour, 13, axis.ink("text_dim"), Anchor.MIDDLE)
        at = WallInstant(at + step)


def _hard_out(run: AsRun, axis: _Axis, bottom: float) -> Iterator[Mark]:
    event = run.rundown.event
    if not axis.start < event.hard_out < axis.end:
        return
    x = axis.x(event.hard_out)
    yield Stroke(x, TOP - 8, bottom, axis.ink("red"), 2)
    words = f"{timecode.hour_minute(event.hard_out, event.timezone)} hard out"
    yield Words(x, TOP - 12, words, 13, axis.ink("red"), Anchor.MIDDLE, strong=True)


def _row(run: AsRun, row: SegmentRow, axis: _Axis, top: float) -> Iterator[Mark]:
    airings = [each for each in run.airings if each.segment.id == row.segment.id]
    faint = axis.ink("text_faint")
    yield _label(run, row, axis, top, was_aired=bool(airings))
    if row.planned_start is not None and row.planned_end is not None and not _is_far(run):
        left, right = axis.x(row.planned_start), axis.x(row.planned_end)
        yield _bar(left, top + 4, right - left - 1, 5, axis.ink("done"))
    for each in airings:
        yield from _airing(run, each, axis, top)
    if airings and row.state is not SegmentState.PENDING:
        yield _difference(airings[-1], axis, top)
    elif row.state in (SegmentState.SKIPPED, SegmentState.NOT_AIRED):
        word = "skipped" if row.state is SegmentState.SKIPPED else "not aired"
        yield Words(axis.wide, top + 18, word, 13, faint, Anchor.END)


def _label(run: AsRun, row: SegmentRow, axis: _Axis, top: float, *, was_aired: bool) -> Words:
    who = names(row.segment, run.rundown)
    words = f"{row.segment.title} · {who}" if who else row.segment.title
    ink = axis.ink("text") if was_aired else axis.ink("text_faint")
    return Words(0, top + 18, cut(words, (axis.left - 16) / 14), 14, ink)


def _airing(run: AsRun, each: Aired, axis: _Axis, top: float) -> Iterator[Mark]:
    """What it was: blue, amber from where its planned slot was used up; holds are bright."""
    left, right = axis.x(each.taken.wall), axis.x(each.until.wall)
    y, high = top + 11, 10
    yield _bar(left, y, right - left - 1, high, axis.ink("accent"))
    if each.slot is not None and each.length - each.slot >= SECOND:
        over = axis.x(to_wall(each.taken.at, each.until.wall_offset) + each.slot)
        yield _bar(over, y, right - over - 1, high, axis.ink("amber_line"))
    for hold in run.holds:
        if hold.airing == each.number:
            yield from _hold(hold, axis, y, high)


def _hold(hold: Hold, axis: _Axis, y: float, high: float) -> Iterator[Mark]:
    left, right = axis.x(hold.since.wall), axis.x(hold.until.wall)
    yield _bar(left, y + 2, right - left, high - 4, "#ffffff", 0.75)


def _difference(last: Aired, axis: _Axis, top: float) -> Words:
    if last.slot is None:
        return Words(axis.wide, top + 18, "inserted", 13, axis.ink("text_dim"), Anchor.END)
    over = timecode.difference(last.length, last.slot)
    colour = (
        axis.ink("amber")
        if over >= SECOND
        else axis.ink("green")
        if over <= -SECOND
        else axis.ink("text_dim")
    )
    words = timecode.signed(over) if last.ended is not None or over > ZERO else NOTHING
    return Words(axis.wide, top + 18, words, 14, colour, Anchor.END, strong=True)
