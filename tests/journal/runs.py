"""Runs to be kept, for tests of the journal."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from ssc_console.clock import ClockAnchor
from ssc_console.journal.run import LIVE, RunInfo
from ssc_console.journal.writer import Writer
from ssc_console.show import commands as c
from ssc_console.show.events import Event
from tests.show.playbook import Playbook, cue, rundown, segment, span

NOW = datetime(2020, 9, 14, 3, 47, 12, tzinfo=UTC)
"""10:47:12 in Bangkok."""

_numbers = count(1)


def describe(opening: Event) -> RunInfo:
    """What is said of a run beside its events."""
    return RunInfo(
        uid=f"run {next(_numbers)}",
        mode=LIVE,
        opened=NOW,
        title="A show",
        timezone="Asia/Bangkok",
        agenda="agenda.yaml",
        version="0.1.0",
        clock=ClockAnchor("this boot", timedelta(seconds=5), opening.at),
    )


def an_hour_until(text: str = "10:47:12") -> Playbook:
    """A run with a bit of everything, still on air then."""
    show = Playbook(
        rundown(
            segment("a", intro="0:20", cues=(cue("a/1", "begin"), cue("a/2", "1:00 before end", auto=True))),
            segment("b", "3:00"),
            segment("c", "20:00"),
        )
    )
    show.at("10:30:00").do(c.Start()).at("10:30:15").do(c.Begin()).do(c.Go("a/1"))
    show.at("10:33:00").do(c.Hold()).at("10:33:30").do(c.Resume()).do(c.Add(span("1:00")))
    show.at("10:37:00").do(c.Advance()).at("10:37:05").do(c.Undo()).at("10:37:20").do(c.Advance())
    show.do(c.SendMessage("Closer, please")).at("10:40:00").do(c.Advance()).do(c.Note("walk-on too short"))
    show.wall_stepped("2")
    return show.at(text)


def events_of(show: Playbook) -> tuple[Event, ...]:
    """All of them, the opening first."""
    return show.history.events


def ended() -> tuple[Event, ...]:
    """A run that is over."""
    return events_of(an_hour_until().do(c.End()))


def not_ended() -> tuple[Event, ...]:
    """A run that was left on air."""
    return events_of(an_hour_until())


def kept(path: Path, *runs: tuple[Event, ...]) -> Path:
    """A journal that has these runs, one event after the other."""
    writer = Writer(path, describe)
    for events in runs:
        for event in events:
            keep(writer, (event,))
    assert writer.close()
    return path


def keep(writer: Writer, events: Sequence[Event]) -> None:
    """As the show does it before it shows them."""
    writer.keep(events)
    writer.make_sure()
