"""The segments of a run as tables: planned against real, an airing a row; and what was not on air."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.page import Cell, Column, Row, Table, Tone, heading, row
from ssc_console.reports.run_words import NOTHING, clock, difference_cell, names, pace_words
from ssc_console.show.aired import Aired
from ssc_console.show.as_run import AsRun
from ssc_console.show.events import How
from ssc_console.show.figures import SegmentRow, SegmentState
from ssc_console.show.instants import SECOND, ZERO

_SEGMENT_COLUMNS = (
    Column("Plan", 9),
    Column("Start", 9),
    Column("Segment", 32, main=True),
    Column("Slot", 7, figures=True),
    Column("Ran", 8, figures=True),
    Column("±", 7, figures=True),
    Column("Had", 7, figures=True),
    Column("Spoke", 7, figures=True),
    Column("±", 7, figures=True),
)


def segments(run: AsRun) -> Table:
    """Each airing against its plan, under the sessions of the agenda, and the show as a whole."""
    rows: list[Row] = []
    session = None
    seen: set[str] = set()
    out_of_turn = {each.at for each in run.changes if each.turn is not None}
    for each in run.airings:
        if each.segment.session != session:
            session = each.segment.session
            rows.append(heading(session or "Inserted"))
        again, turned = each.segment.id in seen, each.taken in out_of_turn
        rows.append(_airing(run, each, again=again, out_of_turn=turned))
        seen.add(each.segment.id)
    if run.airings:
        rows.append(_total(run))
    return Table(
        heading="Segments: planned against real",
        columns=_SEGMENT_COLUMNS,
        rows=tuple(rows),
        lead="A slot is the introduction and the speaker's time; what the speaker had counts what was added. "
        "± is longer (+) or shorter (−)."
        if rows
        else "",
        empty="Nothing was on air in this run.",
    )


def _airing(run: AsRun, each: Aired, *, again: bool, out_of_turn: bool) -> Row:
    zone = run.rundown.event.timezone
    below = (names(each.segment, run.rundown), *_remarks(each, again=again, out_of_turn=out_of_turn))
    return row(
        Cell(clock(each.planned_start, zone), Tone.FAINT),
        clock(each.taken, zone),
        Cell(each.segment.title, below=" · ".join(filter(None, below))),
        Cell(_span(each.slot), Tone.FAINT),
        timecode.span(each.length),
        _against(each, each.length, each.slot),
        Cell(timecode.span(each.allotted), Tone.FAINT),
        timecode.span(each.spoken),
        _against(each, each.spoken, each.allotted),
    )


def _against(each: Aired, real: timedelta, planned: timedelta | None) -> Cell:
    """A difference; while it is on air, only once it is over: it may still get there."""
    if each.ended is None and planned is not None and real < planned:
        return Cell(NOTHING, Tone.FAINT)
    return difference_cell(real, planned)


def _remarks(each: Aired, *, again: bool, out_of_turn: bool) -> list[str]:
    """What was unusual about an airing."""
    length = timecode.span(abs(each.added))
    said = {
        "inserted": each.segment.inserted,
        "taken again": again,
        "taken by itself": each.how is How.AUTOMATIC,
        "taken out of order": out_of_turn and not again,
        f"{length} {'added' if each.added > ZERO else 'taken away'}": each.added != ZERO,
        f"held {timecode.span(each.held)}": each.held >= SECOND,
        "left in its introduction": each.ended is not None and each.begun is None,
        "still on air when the record ends": each.ended is None,
        "its clock was moved on": each.jumped,
        f"its clock ran {pace_words(each.pace)}": each.pace > SECOND,
        "the console was away": each.gap,
    }
    return [words for words, is_so in said.items() if is_so]


def _total(run: AsRun) -> Row:
    planned = run.planned_end - run.rundown.event.start
    ran = sum((each.length for each in run.airings), ZERO)
    spoken = sum((each.spoken for each in run.airings), ZERO)
    zone = run.rundown.event.timezone
    cells = (
        Cell(clock(run.rundown.event.start, zone), Tone.FAINT),
        Cell(clock(run.started, zone)),
        Cell("The show" if run.ended else "The show so far"),
        Cell(timecode.span(planned), Tone.FAINT),
        Cell(timecode.span(ran)),
        difference_cell(ran, planned) if run.ended else Cell(NOTHING, Tone.FAINT),
        Cell(""),
        Cell(timecode.span(spoken)),
        Cell(""),
    )
    return Row(cells, is_total=True)


def _span(duration: timedelta | None) -> str:
    return NOTHING if duration is None else timecode.span(duration)


_WORDS = {
    SegmentState.SKIPPED: "skipped",
    SegmentState.NOT_AIRED: "not aired",
    SegmentState.PENDING: "still to come",
}


def left_out(run: AsRun) -> Table:
    """What was skipped, passed over, or is still to come."""
    left = [each for each in run.rows if each.state in _WORDS and run.airings]
    return Table(
        heading="Not on air",
        columns=(
            Column("Plan", 9),
            Column("Segment", 56, main=True),
            Column("What became of it", 20),
            Column("Time", 8, figures=True),
        ),
        rows=tuple(_never(run, each) for each in left),
    )


def _never(run: AsRun, each: SegmentRow) -> Row:
    tone = Tone.WATCH if each.state is SegmentState.NOT_AIRED else Tone.PLAIN
    time = each.intro + each.allotted
    below = (names(each.segment, run.rundown), _as_planned(each, time))
    return row(
        Cell(clock(each.planned_start, run.rundown.event.timezone), Tone.FAINT),
        Cell(each.segment.title, below=" · ".join(filter(None, below))),
        Cell(_WORDS[each.state], tone),
        timecode.span(time),
    )


def _as_planned(each: SegmentRow, time: timedelta) -> str:
    """The time of its plan, where what it had at the end is another one: else that would be taken for it."""
    if each.planned_start is None or each.planned_end is None:
        return ""
    planned = each.planned_end - each.planned_start
    return "" if planned == time else f"planned {timecode.span(planned)}"
