"""Which run a console should go on with."""

from datetime import timedelta
from pathlib import Path

from ssc_console.journal.recovery import STILL_ON, unfinished
from ssc_console.show import commands as c
from tests.journal.runs import NOW, ended, events_of, kept, not_ended
from tests.show.playbook import Playbook, rundown, segment


def untouched() -> Playbook:
    return Playbook(rundown(segment("a")))


def test_a_run_that_was_not_ended_is_to_be_gone_on_with(tmp_path: Path) -> None:
    run = unfinished(kept(tmp_path / "j", ended(), not_ended()), NOW)
    assert run is not None
    assert (run.name, run.events) == ("L2", not_ended())


def test_a_run_that_is_over_is_not(tmp_path: Path) -> None:
    assert unfinished(kept(tmp_path / "j", not_ended(), ended()), NOW) is None


def test_a_console_that_was_only_opened_in_between_hides_no_interrupted_run(tmp_path: Path) -> None:
    run = unfinished(kept(tmp_path / "j", not_ended(), events_of(untouched())), NOW)
    assert run is not None
    assert run.name == "L1"


def test_what_was_done_before_the_start_is_worth_going_on_with(tmp_path: Path) -> None:
    prepared = untouched().do(c.SendMessage("Welcome"))
    assert unfinished(kept(tmp_path / "j", events_of(prepared)), NOW) is not None


def test_half_a_day_later_it_is_nobodys_show_any_more(tmp_path: Path) -> None:
    journal = kept(tmp_path / "j", not_ended())
    latest = not_ended()[-1].stamp.wall
    assert unfinished(journal, latest + STILL_ON - timedelta(milliseconds=1)) is not None
    assert unfinished(journal, latest + STILL_ON) is None


def test_a_journal_that_can_not_be_read_offers_nothing(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"rubbish" * 99)
    assert unfinished(tmp_path / "j", NOW) is None
