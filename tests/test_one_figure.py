"""The desk and the report say one figure for one thing, whatever the milliseconds and the wall clock."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.desk.rundown_rows import face
from ssc_console.desk.verdict import judgement
from ssc_console.reports.run_segments import segments
from ssc_console.reports.run_words import verdict
from ssc_console.show import commands as c
from ssc_console.show.as_run import as_run
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import Playbook, rundown, segment, span

PLAN = rundown(segment("a"), segment("b", "3:00", intro="0:20"), segment("d", "1:00"), end="10:40")


def performed(first: timedelta, second: timedelta, third: timedelta, wall: str = "") -> Playbook:
    """Started at 10:30:00.700; the segments lasted so long."""
    show = Playbook(PLAN).at("10:30:00.700").do(c.Start())
    if wall:
        show.wall_stepped(wall)
    for command, lasted in ((c.Advance(), first), (c.Advance(), second), (c.End(), third)):
        show.now = ShowInstant(show.now + lasted)
        show.do(command)
    return show


def differences(show: Playbook) -> tuple[list[str], list[str]]:
    """Of each segment against its plan: in the rundown, and in the report."""
    told = [row.cells[5].text for row in segments(as_run(show.history)).rows if not row.is_heading]
    return [face(show.show, id_).end for id_ in "abd"], told[:3]


@pytest.mark.parametrize(
    ("lasted", "shown"),
    [
        ("4:59.2", "\u22120:01"),  # as it was left the countdown read 0:01
        ("5:00", "0:00"),
        ("5:00.8", "0:00"),  # and here +0:00
        ("5:01.2", "+0:01"),
        ("4:58.999", "\u22120:02"),
    ],
)
def test_a_difference_is_rounded_as_the_countdown_was(lasted: str, shown: str) -> None:
    rows, told = differences(performed(span(lasted), span("3:00"), span("1:00")))
    assert (rows[0], told[0]) == (shown, shown)


LENGTHS = st.integers(3_001, 600_000).map(lambda count: timedelta(milliseconds=count))


@given(LENGTHS, LENGTHS, LENGTHS, st.sampled_from(["", "2.4", "-3.7"]))
def test_no_row_and_no_verdict_is_a_second_off(
    first: timedelta, second: timedelta, third: timedelta, wall: str
) -> None:
    show = performed(first, second, third, wall)
    rows, told = differences(show)
    assert rows == told
    on_desk, in_report = judgement(show.show), verdict(as_run(show.history))
    if "to the second" not in in_report.text:
        assert on_desk.words.split()[:2] == in_report.text.split()[:2]
    late = re.compile(r"(\S+) (?:late|early|later|earlier)")
    assert late.findall(on_desk.because) == late.findall(in_report.below)
