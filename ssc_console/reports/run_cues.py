"""The cues of a run as a table: when each was due, when it was done and by whom, and how fast."""

from statistics import median_low

from ssc_console import timecode
from ssc_console.page import Cell, Column, Row, Table, Tone, row
from ssc_console.reports.run_words import brief, called, clock, count
from ssc_console.show.as_run import AsRun
from ssc_console.show.cue_record import LATE, CueRecord, Outcome

_CUE_COLUMNS = (
    Column("Due", 9),
    Column("Done", 9),
    Column("After", 7, figures=True),
    Column("Cue", 44, main=True),
    Column("To", 12),
    Column("By", 9),
)


def cues(run: AsRun) -> Table:
    """Those that came up, in order of time, with how fast they were done."""
    came = [each for each in run.cues if each.outcome is not Outcome.NOT_REACHED]
    return Table(
        heading="Cues",
        columns=_CUE_COLUMNS,
        rows=tuple(_cue(run, each) for each in came),
        lead=_cue_lead(run),
        empty="No cue came up in this run." if run.cues else "The agenda has no cues.",
    )


def _cue_lead(run: AsRun) -> str:
    done = by_hand(run)
    reactions = [each.reaction for each in done if each.reaction is not None]
    if not reactions:
        return ""
    late = sum(1 for each in done if each.is_late)
    middle = timecode.signed(median_low(reactions), zero="at once")
    longest = timecode.signed(max(reactions), zero="at once")
    spread = f"median {middle}, longest {longest}; {late} more than {timecode.span(LATE)} late"
    return f"{count(len(done), 'cue')} done by hand: {spread}."


def _cue(run: AsRun, each: CueRecord) -> Row:
    zone = run.rundown.event.timezone
    done = Cell(clock(each.acted, zone))
    if each.outcome is not Outcome.DONE:
        tone = Tone.BAD if each.outcome is Outcome.MISSED else Tone.FAINT
        done = Cell(each.outcome.value, tone)
    owner = "" if each.cue.segment is None else brief(called(run, each.cue.segment))
    return row(
        Cell(clock(each.due, zone), Tone.FAINT),
        done,
        _reaction(each),
        Cell(each.cue.text, below=owner),
        each.cue.to or "",
        "by itself" if each.automatic else each.by or "",
    )


def _reaction(each: CueRecord) -> Cell:
    if each.reaction is None or each.automatic or each.outcome is not Outcome.DONE:
        return Cell("")
    words = timecode.signed(each.reaction, zero="at once")
    return Cell(words, Tone.WATCH if each.is_late else Tone.PLAIN)


def by_hand(run: AsRun) -> list[CueRecord]:
    """The cues that a person did."""
    return [each for each in run.cues if each.outcome is Outcome.DONE and not each.automatic]
