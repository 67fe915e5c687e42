"""The report of a run as a page: planned against real, cues, changes, notes. The one model of its formats."""

from ssc_console import timecode
from ssc_console.page import Canvas, Figure, Page, Tone
from ssc_console.reports.run_cues import by_hand, cues
from ssc_console.reports.run_log import changes, measured, messages, notes, the_clock
from ssc_console.reports.run_picture import pictures
from ssc_console.reports.run_segments import left_out, segments
from ssc_console.reports.run_words import NOTHING, clock, count, verdict, when
from ssc_console.show.as_run import AsRun
from ssc_console.show.cue_record import Outcome
from ssc_console.show.instants import SECOND, ZERO

_LEGEND = "Planned (grey, above) against real (blue). What went past a planned slot is amber, a hold is pale."


def run_page(run: AsRun, mode: str = "", canvas: Canvas | None = None) -> Page:
    """The page of a run: finished, unfinished, cut or never started.

    Args:
        mode: What kind of run it was, to be seen at a glance: ``rehearsal``; empty for a live show.
        canvas: What the pictures are drawn for; None: paper.
    """
    tables = (segments(run), left_out(run), cues(run), changes(run), notes(run))
    aside = (messages(run), measured(run), the_clock(run))
    return Page(
        title=run.rundown.event.title,
        kind="As-run report",
        when=when(run),
        mode=mode,
        verdict=verdict(run),
        figures=_figures(run),
        pictures=pictures(run, canvas) if run.airings else (),
        picture_says=_LEGEND,
        tables=tuple(table for table in tables if table.rows or table.empty)
        + tuple(table for table in aside if table.rows),
    )


# ---- figures at the top


def _figures(run: AsRun) -> tuple[Figure, ...]:
    if run.started is None:
        return ()
    zone, event = run.rundown.event.timezone, run.rundown.event
    expected = run.postponed or event.start
    late = run.started.wall - expected
    last = run.ended or run.latest
    ran, planned = last.at - run.started.at, run.planned_end - event.start
    held = sum((each.held for each in run.airings), ZERO)
    return (
        Figure(
            "Started",
            clock(run.started, zone),
            f"planned {clock(expected, zone)}",
            Tone.WATCH if late >= SECOND else Tone.PLAIN,
        ),
        Figure("Ended", clock(run.ended, zone), f"planned {clock(run.planned_end, zone)}"),
        Figure("Ran", timecode.span(ran), f"planned {timecode.span(planned)}"),
        Figure("Held", timecode.span(held), count(len(run.holds), "hold")),
        _added(run),
        _late_cues(run),
    )


def _added(run: AsRun) -> Figure:
    given = {each.segment.id: each.added for each in run.airings}
    total = sum(given.values(), ZERO)
    segments = sum(1 for added in given.values() if added)
    return Figure(
        "Added", timecode.signed(total), f"to {count(segments, 'segment')}" if segments else "nothing added"
    )


def _late_cues(run: AsRun) -> Figure:
    late = sum(1 for each in run.cues if each.is_late)
    missed = sum(1 for each in run.cues if each.outcome is Outcome.MISSED)
    tone = Tone.WATCH if late or missed else Tone.PLAIN
    done = by_hand(run)
    of_all = f"{late} of {len(done)}" if done else NOTHING
    return Figure("Late cues", of_all, f"{count(missed, 'cue')} missed", tone)
