"""Which durations are written into the agenda, and how that is told."""

from pathlib import Path

import pytest

from ssc_console.agenda.edits import CannotKeep
from ssc_console.agenda.keep import keep
from ssc_console.reports.compare import compared
from ssc_console.reports.kept import chosen, kept_text
from ssc_console.show.rehearsed import Rehearsals
from tests.agenda.agendas import AGENDA
from tests.reports.runs import of
from tests.show.playbook import rundown, segment, span

PLAN = rundown(segment("address"), segment("remarks", "4:00"), segment("close", "1:00"))


@pytest.fixture
def found() -> Rehearsals:
    return compared(PLAN, [of(PLAN, "5:41", "4:00")])


def test_without_a_choice_all_that_is_suggested_is_kept(found: Rehearsals):
    assert chosen(found) == {"address": span("5:45")}


def test_a_person_may_name_segments_and_give_times_of_their_own(found: Rehearsals):
    assert chosen(found, ["remarks", "close=1:10"]) == {"remarks": span("4:00"), "close": span("1:10")}


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("close", "never rehearsed: give it a time yourself, as in close=3:10"),
        ("clos", "no segment “clos”"),
        ("close=soon", "“soon” is not a time here"),
    ],
)
def test_a_choice_that_cant_be_is_answered_with_what_to_do(
    found: Rehearsals, wanted: str, answer: str
) -> None:
    with pytest.raises(CannotKeep, match=answer):
        chosen(found, [wanted])


def test_what_was_kept_is_told_line_by_line(found: Rehearsals, tmp_path: Path):
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(AGENDA)
    told = kept_text(keep(agenda, chosen(found)), agenda)
    assert told == (
        f"{agenda}:16: “address”: 5:00 is now 5:45\n"
        "1 duration changed, and nothing else. The version before is agenda.previous.yaml, beside it.\n"
    )
    assert kept_text(keep(agenda, chosen(found)), agenda).endswith("nothing was written.\n")
