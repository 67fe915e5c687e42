"""Rehearsals side by side: per segment what was planned, what it took, and what that suggests."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from ssc_console import timecode
from ssc_console.page import Cell, Column, Figure, Page, Row, Table, Tone, heading, row
from ssc_console.reports.compare_json import MIDDLE, NINE_TENTHS, TENTH, compare_json
from ssc_console.reports.page_text import page_text
from ssc_console.reports.run_words import NOTHING, count, names, pace_words
from ssc_console.show.as_run import as_run
from ssc_console.show.history import History
from ssc_console.show.instants import SECOND
from ssc_console.show.rehearsed import ENOUGH, Ending, Rehearsals, Rehearsed, rehearsals
from ssc_console.show.rundown import Rundown

COMPARE_FORMATS = ("text", "json")


class NothingRehearsed(ValueError):
    """No run says anything; the text says what to do."""


def compared(rundown: Rundown, histories: Sequence[History]) -> Rehearsals:
    """Several runs against an agenda: as it is now, or that of the latest run.

    Raises:
        NothingRehearsed: None of them has a whole airing, or a measured time, of any of its segments.
    """
    found = rehearsals(rundown, [as_run(each) for each in histories])
    if not any(each.known for each in found.rows):
        raise NothingRehearsed(
            "No segment of this agenda was rehearsed in these runs: rehearse it once from start to end, "
            "without jumps, and try again."
        )
    return found


def latest_of(rundown: Rundown, histories: Iterable[History], last: int) -> list[History]:
    """The latest runs in which anything was rehearsed, the oldest of them first.

    One that was only opened, or left at once, takes no other's place.

    Args:
        histories: The latest first; no more of them are asked for than are needed.
    """
    telling = (
        each for each in histories if any(row.known for row in rehearsals(rundown, [as_run(each)]).rows)
    )
    return list(islice(telling, last))[::-1]


def suggested(found: Rehearsals) -> dict[str, timedelta]:
    """The durations to keep, by segment: those that were spoken, and are not as planned already."""
    return _changes(found, pressed=False)


def only_pressed(found: Rehearsals) -> dict[str, timedelta]:
    """Those that are not to be kept unless somebody names them: nobody has spoken for so long."""
    return _changes(found, pressed=True)


def _changes(found: Rehearsals, *, pressed: bool) -> dict[str, timedelta]:
    return {
        each.segment.id: each.suggested
        for each in found.rows
        if each.suggested is not None and each.suggested != each.planned and each.only_pressed is pressed
    }


def compare_report(rundown: Rundown, histories: Sequence[History], form: str) -> str:
    """The comparison as one of `COMPARE_FORMATS`.

    Raises:
        NothingRehearsed: See `compared`.
    """
    found = compared(rundown, histories)
    if form == "json":
        return json.dumps(compare_json(found), ensure_ascii=False, indent=2) + "\n"
    return page_text(compare_page(found))


def in_words(each: Rehearsed) -> str:
    """``Testimonial: China: planned 2:30, rehearsed 3:10, 3:25, 3:02``."""
    times = ", ".join(map(timecode.span, each.known)) or "never"
    return f"{each.segment.title}: planned {timecode.span(each.planned)}, rehearsed {times}"


def compare_page(found: Rehearsals) -> Page:
    """The comparison as a page, for any format that pages have."""
    event = found.rundown.event
    return Page(
        title=event.title,
        kind="Rehearsals compared",
        when=f"{timecode.day(event.start, event.timezone)}, {timecode.place(event.timezone)}",
        mode="",
        verdict=_verdict(found),
        figures=_figures(found),
        pictures=(),
        picture_says="",
        tables=(_table(found), _runs(found)),
    )


def _verdict(found: Rehearsals) -> Cell:
    ending, event = found.ending, found.rundown.event
    rests_on = f"from {count(len(found.runs), 'run')}"
    if ending is None:
        return Cell(f"Compared {rests_on}", below=f"When it will end is said from {ENOUGH} runs on.")
    ends = [timecode.clock(ending.by(share), event.timezone) for share in (TENTH, NINE_TENTHS)]
    words = f"Ends between {ends[0]} and {ends[1]}" if ends[0] != ends[1] else f"Ends at {ends[0]}"
    late = ending.after(event.hard_out)
    tone = Tone.GOOD if not late else Tone.WATCH if late < MIDDLE else Tone.BAD
    return Cell(words, tone, _rests_on(found, ending))


def _rests_on(found: Rehearsals, ending: Ending) -> str:
    words = (
        f"From {count(ending.runs, 'run')}. Eight of ten combinations of the rehearsed times end within it."
    )
    if ending.as_planned:
        words += f" {count(ending.as_planned, 'segment')} never rehearsed, and taken as planned."
    pressed = sum(1 for each in found.rows if each.only_pressed)
    if pressed:
        words += f" {count(pressed, 'segment')} only pressed on a fast clock, never spoken."
    return words


def _figures(found: Rehearsals) -> tuple[Figure, ...]:
    ending, zone = found.ending, found.rundown.event.timezone
    if ending is None:
        return ()
    hard_out = found.rundown.event.hard_out
    late = ending.after(hard_out)
    first, last = ending.ends[0][0], ending.ends[-1][0]
    return (
        Figure("Earliest", timecode.clock(first, zone), "if all are at their shortest"),
        Figure("Middle", timecode.clock(ending.by(MIDDLE), zone), "half end by then"),
        Figure("Latest", timecode.clock(last, zone), "if all are at their longest"),
        Figure("Past the hard out", _share(late), f"after {timecode.hour_minute(hard_out, zone)}"),
    )


def _share(share: float) -> str:
    """``none``, ``all``, or in how many of a hundred combinations; never none or all unless it is."""
    if share <= 0:
        return "none"
    if share >= 1:
        return "all"
    return f"{min(max(round(share * 100), 1), 99)} of 100"


def _table(found: Rehearsals) -> Table:
    columns = (
        Column("Planned", 8, figures=True),
        Column("Rehearsed", (7 if not _any_fast(found) else 11) * max(len(found.runs), 2)),
        Column("Least", 7, figures=True),
        Column("Middle", 7, figures=True),
        Column("Most", 7, figures=True),
        Column("Suggested", 9, figures=True),
        Column("Segment", 40, main=True),
    )
    rows: list[Row] = []
    session = None
    for each in found.rows:
        if each.segment.session != session:
            session = each.segment.session
            rows.append(heading(session or ""))
        rows.append(_row(found, each))
    return Table(
        heading="Segments",
        columns=columns,
        rows=tuple(rows),
        lead=_lead(found),
    )


def _any_fast(found: Rehearsals) -> bool:
    return any(pace > SECOND for each in found.rows for pace in each.paces)


def _lead(found: Rehearsals) -> str:
    words = "The speaker's time, without introduction and holds. Suggested: the middle, rounded up to 5 s."
    if _any_fast(found):
        words += (
            " ×: pressed on a clock that ran so much faster, not spoken; it gives way to any that was, and "
            "is kept only if you choose it."
        )
    return words


def _row(found: Rehearsals, each: Rehearsed) -> Row:
    suggested = each.suggested
    changes = suggested is not None and suggested != each.planned
    longer = suggested is not None and suggested > each.planned
    tone = Tone.WATCH if longer else Tone.GOOD if changes else Tone.FAINT
    if each.only_pressed:
        tone = Tone.FAINT
    return row(
        timecode.span(each.planned),
        ", ".join(_times(each)),
        *(_span(time) for time in (each.least, each.median, each.most)),
        Cell(_span(suggested), tone),
        Cell(each.segment.title, below=names(each.segment, found.rundown)),
    )


def _times(each: Rehearsed) -> Iterator[str]:
    """What it took in each run, with how fast the clock ran where nobody can have spoken."""
    for time, pace in zip(each.times, each.paces, strict=True):
        fast = time is not None and pace > SECOND
        yield f"{_span(time)} {pace_words(pace)}" if fast else _span(time)


def _span(time: timedelta | None) -> str:
    return NOTHING if time is None else timecode.span(time)


def _runs(found: Rehearsals) -> Table:
    zone = found.rundown.event.timezone
    rows = []
    for number, run in enumerate(found.runs, 1):
        at = (run.started or run.opened).wall
        ended = "not ended" if run.ended is None else timecode.clock(run.ended.wall, zone)
        aired = sum(1 for each in found.rows if each.times[number - 1] is not None)
        rows.append(
            row(
                str(number),
                timecode.clock(at, zone),
                ended,
                Cell(f"{aired} of {len(found.rows)} segment{'' if len(found.rows) == 1 else 's'} rehearsed"),
            )
        )
    columns = (Column("Run", 5), Column("Started", 12), Column("Ended", 12), Column("What", 60, main=True))
    return Table(heading="Runs", columns=columns, rows=tuple(rows))
