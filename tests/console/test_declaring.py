"""A live run that was started long before its time: what is asked, what it looks like, what is kept of it."""

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ssc_console.clock import ScriptedClock
from ssc_console.console.console import Console
from ssc_console.console.declaring import ANSWERS, Declaring, query
from ssc_console.console.programme import ProgrammeLink
from ssc_console.desk.desk import Desk
from ssc_console.desk.keys import Wish
from ssc_console.journal.reading import read_run, summaries
from ssc_console.journal.recovery import unfinished
from ssc_console.journal.run import REHEARSAL
from ssc_console.look import mode_look, theme
from ssc_console.session import Session
from ssc_console.show import commands as c
from ssc_console.show.figures import Status
from ssc_console.show.instants import ShowInstant
from tests.journal.runs import NOW, events_of, kept, not_ended
from tests.show.playbook import Playbook, instant, rundown, segment, wall


def started_at(text: str) -> Playbook:
    show = Playbook(rundown(segment("a"), segment("b")), opened="09:00:00")
    return show.at(text).do(c.Start())


@pytest.mark.parametrize(("at", "asks"), [("10:14:59", True), ("10:15:00", False), ("10:31:00", False)])
def test_only_what_is_started_more_than_a_quarter_of_an_hour_early_is_asked_about(
    at: str, asks: bool
) -> None:
    assert (query(started_at(at).show) is not None) is asks


@pytest.mark.parametrize(("at", "asks"), [("10:34:59", True), ("10:35:00", False)])
def test_a_postponed_show_is_early_by_its_new_time(at: str, asks: bool) -> None:
    show = Playbook(rundown(segment("a")), opened="09:00:00").do(c.Postpone(wall("10:50:00")))
    assert (query(show.at(at).do(c.Start()).show) is not None) is asks


@pytest.mark.parametrize("is_rehearsal", [True, False])
def test_an_answer_is_an_answer(is_rehearsal: bool) -> None:
    show = started_at("09:30:00").do(c.Declare(is_rehearsal))
    assert query(show.show) is None
    assert "already" in show.refusal(c.Declare(is_rehearsal))
    show.do(c.Declare(not is_rehearsal))  # thought better of it
    assert show.history.state.is_rehearsal is not is_rehearsal


def test_an_undo_of_the_start_takes_the_question_along_and_no_answer() -> None:
    show = started_at("09:30:00")
    assert query(show.do(c.Undo()).show) is None
    show = started_at("09:30:00").do(c.Declare(is_rehearsal=True)).do(c.Undo())
    assert show.show.status is Status.BEFORE
    assert show.history.state.is_rehearsal is True


def test_what_is_over_is_not_asked_about() -> None:
    assert query(started_at("09:30:00").do(c.End()).show) is None


def live(qtbot: QtBot, at: str) -> Console:
    session = Session(rundown(segment("a"), segment("b")), ScriptedClock(ShowInstant(instant(at))), by="desk")
    seconds = count()  # each press is read well before
    console = Console(
        session,
        theme.load("dark"),
        ScriptedClock(ShowInstant(instant(at))),
        mode_look.LIVE,
        elapsed=lambda: next(seconds) * 1000,
    )
    qtbot.addWidget(console.desk)
    console.also_shown(Declaring(console).present)
    console.open()
    return console


def test_the_question_is_a_bar_and_the_large_button_goes_on_meaning_what_it_says(qtbot: QtBot) -> None:
    console = live(qtbot, "09:30:00")
    console.ask(c.Start(), None)
    asked = console.desk.dock.asked
    assert asked is not None
    assert asked.answers == ANSWERS
    assert "1 h" in asked.words or "60 min" in asked.words
    press = console.desk.contents.bottom.big._press
    assert press is not None
    assert isinstance(press.command, c.Advance)


def test_a_rehearsal_looks_like_one_and_a_show_like_a_show(qtbot: QtBot) -> None:
    console = live(qtbot, "09:30:00")
    desk: Desk = console.desk
    console.ask(c.Start(), None)
    desk.obey(Wish.IS_REHEARSAL)
    assert desk.dock.asked is None
    assert desk.given.mode.name == "REHEARSAL"
    desk.obey(Wish.IS_SHOW)
    assert desk.given.mode is mode_look.LIVE


def test_the_keys_answer_too_and_a_new_run_is_live_again(qtbot: QtBot) -> None:
    console = live(qtbot, "09:30:00")
    console.ask(c.Start(), None)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(lambda: bool(console.desk.actions()))
    QTest.keyClick(console.desk, Qt.Key.Key_R, keys)
    assert console.session.snapshot().state.is_rehearsal is True
    console.ask(c.End(), None)
    console.ask(c.Reset(), None)
    assert console.desk.given.mode is mode_look.LIVE


def test_a_rehearsal_is_marked_in_the_journal_and_not_offered_to_be_gone_on_with(tmp_path: Path) -> None:
    rehearsed = events_of(started_at("09:30:00").do(c.Declare(is_rehearsal=True)).at("09:35:00"))
    journal = kept(tmp_path / "j", rehearsed)
    assert unfinished(journal, NOW) is None
    (summary,) = summaries(journal)
    assert (summary.name, summary.mode, summary.started) == ("L1", REHEARSAL, True)
    assert read_run(journal).mode == REHEARSAL


def test_what_was_then_said_to_be_the_show_is_offered(tmp_path: Path) -> None:
    show = started_at("09:30:00").do(c.Declare(is_rehearsal=True)).do(c.Declare(is_rehearsal=False))
    journal = kept(tmp_path / "j", events_of(show))
    assert unfinished(journal, NOW) is not None
    assert summaries(journal)[0].mode == "live"


def test_runs_of_which_nothing_was_said_are_what_they_were(tmp_path: Path) -> None:
    journal = kept(tmp_path / "j", not_ended())
    assert summaries(journal)[0].mode == "live"
    assert read_run(journal).mode == "live"


def test_the_programme_says_that_it_is_a_rehearsal_in_a_small_word(qtbot: QtBot) -> None:
    show, said = started_at("09:30:00"), []
    link = ProgrammeLink(lambda _: None, ".", "", lambda: 1.0)
    for is_rehearsal in (None, True, False):
        if is_rehearsal is not None:
            show.do(c.Declare(is_rehearsal))
        link.present(show.show)
        assert link.sheet is not None
        said.append(link.sheet.mode)
    assert said == ["", "REHEARSAL", ""]
