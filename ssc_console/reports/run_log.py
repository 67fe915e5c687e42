"""What was done and said in a run as tables: changes, notes, messages, measured times, people, the clock."""

from collections.abc import Mapping

from ssc_console import timecode
from ssc_console.page import Cell, Column, Table, row
from ssc_console.reports.run_words import brief, called, change_words, clock, quoted, reversal_words
from ssc_console.show.as_run import AsRun
from ssc_console.show.rundown import Person


def changes(run: AsRun) -> Table:
    """What was changed of the rundown or taken out of turn, what was held, and what was taken back."""
    zone = run.rundown.event.timezone
    told = [(each.at, change_words(run, each), each.by) for each in run.changes]
    told += [
        (each.since, f"{quoted(run, each.segment)} held for {timecode.span(each.length)}", "")
        for each in run.holds
    ]
    told += [(each.at, reversal_words(run, each), each.by) for each in run.reversals]
    told.sort(key=lambda each: each[0].at)
    return Table(
        heading="Changes while it ran",
        columns=(Column("At", 9), Column("What", 73, main=True), Column("By", 9)),
        rows=tuple(row(clock(at, zone), words, by) for at, words, by in told),
        empty="Nothing was changed.",
    )


def notes(run: AsRun) -> Table:
    """Remarks, each with what was on air."""
    zone = run.rundown.event.timezone
    return Table(
        heading="Notes",
        columns=(Column("At", 9), Column("Note", 73, main=True), Column("By", 9)),
        rows=tuple(
            row(clock(each.at, zone), Cell(each.text, below=_title(run, each.segment)), each.by)
            for each in run.notes
        ),
        empty="Nobody took a note.",
    )


def _title(run: AsRun, segment: str | None) -> str:
    return "" if segment is None else brief(called(run, segment))


def messages(run: AsRun) -> Table:
    """What speakers were shown."""
    zone = run.rundown.event.timezone
    return Table(
        heading="Messages to the speaker",
        columns=(Column("At", 9), Column("Message", 82, main=True)),
        rows=tuple(
            row(clock(each.at, zone), Cell(each.text, below=_title(run, each.segment)))
            for each in run.messages
        ),
    )


def measured(run: AsRun) -> Table:
    """Times of people, taken with the stopwatch."""
    zone = run.rundown.event.timezone
    return Table(
        heading="Measured by the stopwatch",
        columns=(Column("At", 9), Column("Segment", 74, main=True), Column("Time", 8, figures=True)),
        rows=tuple(
            row(clock(each.at, zone), called(run, each.segment), timecode.span(each.duration))
            for each in run.measured
        ),
    )


def green_room(run: AsRun) -> Table:
    """Who was there, and when."""
    zone, people = run.rundown.event.timezone, run.rundown.people
    return Table(
        heading="The green room",
        columns=(Column("At", 9), Column("Who", 73, main=True), Column("By", 9)),
        rows=tuple(
            row(clock(each.at, zone), f"{_name(people, each.person)}: {each.readiness.words}", each.by)
            for each in run.green_room
        ),
    )


def _name(people: Mapping[str, Person], id_: str) -> str:
    """Of a person who came with a reload that was taken back only the id is left."""
    return people[id_].name if id_ in people else id_


def the_clock(run: AsRun) -> Table:
    """Gaps, jumps of a simulated clock, and steps of the wall clock."""
    zone = run.rundown.event.timezone
    told = [
        (
            each.since,
            "The clock was moved on" if each.is_jump else "The console was away",
            timecode.span(each.length),
        )
        for each in run.gaps
    ]
    told += [(each.at, "The wall clock was stepped", timecode.signed(each.by)) for each in run.wall_steps]
    told.sort(key=lambda each: each[0].at)
    return Table(
        heading="The clock",
        columns=(Column("At", 9), Column("What", 74, main=True), Column("By", 8, figures=True)),
        rows=tuple(row(clock(at, zone), words, by) for at, words, by in told),
        lead="No figure of a segment feels a step of the wall clock.",
    )
