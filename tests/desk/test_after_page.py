"""After the show: what is left to do is still before the eyes, and how it went is there to be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.console.accounts import RunAccount
from ssc_console.desk.after_page import AfterPage
from ssc_console.desk.contents import Contents
from ssc_console.desk.page_parts import Figures
from ssc_console.desk.page_picture import PicturePart
from ssc_console.desk.page_table import TablePart
from ssc_console.look import theme
from ssc_console.page import Cell, Column, Drawing, Figure, Table, row
from ssc_console.reports.run_page import run_page
from ssc_console.show.as_run import as_run
from ssc_console.show.commands import Advance, End, Go, Hold, Note, Resume, Skip, Start, Take, Undo
from ssc_console.show.history import History
from ssc_console.show.rundown import Cue, Moment
from tests.desk.evening import given
from tests.reports.runs import PLAN, whole
from tests.show.playbook import Playbook
from tests.staged import CHEDIEK, ZAHEDI, Stage, an_hour, minutes, usual


def page_of(qtbot: QtBot, history: History, look: str = "dark") -> AfterPage:
    page = AfterPage(
        theme.load(look), "Asia/Bangkok", lambda: 100_000, RunAccount(lambda: history, "/reports")
    )
    qtbot.addWidget(page)
    page.resize(1280, 536)
    page.show()
    return page


def show_that_ended() -> Stage:
    stage = Stage().at("0:00").do(Start(), Skip("launch")).at("2:00").do(Advance(), Note("slides late"))
    stage.at("3:00").do(Hold()).at("4:00").do(Resume(), Go("address/name"))
    return stage.at("6:00").do(Take("remarks")).at("8:00").do(Take("address")).at("11:00").do(End())


def test_a_cue_after_the_end_can_be_seen_and_done(qtbot: QtBot) -> None:
    stop = Cue(id="show/stop", segment=None, moment=Moment.END, offset=minutes("2:00"), say="Stop recording")
    stage = (
        Stage(an_hour(*usual().segments, cues=(stop,), people=(CHEDIEK, ZAHEDI)))
        .at("0:00")
        .do(Start())
        .at("10:00")
        .do(End())
    )
    page = page_of(qtbot, stage.history)
    page.present(stage.at("12:30").seen)
    first = page.calls.cues.first_cue()
    assert page.calls.isVisible()
    assert first is not None
    assert first.cue == "show/stop"


def test_what_ran_over_and_under_and_was_left_out_is_told_as_the_report_tells_it(qtbot: QtBot) -> None:
    stage = show_that_ended()
    page = page_of(qtbot, stage.history)
    page.present(stage.seen)
    said = page.view.accessibleDescription().splitlines()
    told = run_page(as_run(stage.history))
    for table in told.tables:
        assert table.heading in said
        for one in table.rows:
            assert (
                ", ".join(filter(None, (f"{cell.text} {cell.below}".strip() for cell in one.cells))) in said
            )
    for figure in told.figures:
        assert f"{figure.name}: {figure.text}, {figure.below}" in said


def test_every_airing_the_hold_the_note_and_the_reaction_are_there(qtbot: QtBot) -> None:
    stage = show_that_ended()
    page = page_of(qtbot, stage.history)
    page.present(stage.seen)
    said = page.view.accessibleDescription()
    assert "taken again" in said
    assert "held 1:00" in said
    assert "slides late" in said
    assert "+1:40" in said  # the lower third, from when the clock began
    assert "Video, not aired, 3:04" in said
    assert "Launch, skipped, 4:00" in said


def test_where_the_report_is_stands_there(qtbot: QtBot) -> None:
    stage = show_that_ended()
    page = page_of(qtbot, stage.history)
    page.present(stage.seen)
    assert page.where.isVisible()
    assert page.where.text == "F12 opens this report in the browser, and keeps it in /reports"


def test_whoever_is_not_busy_scrolls_with_the_arrows_and_the_ends_are_ends(qtbot: QtBot) -> None:
    page = page_of(qtbot, whole())
    page.present(Stage().seen)
    view = page.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    down = view.scrolled
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < down < view.scrolled
    QTest.keyClick(view, Qt.Key.Key_End)
    last = view.scrolled
    view.read_on()
    assert view.scrolled == last
    QTest.keyClick(view, Qt.Key.Key_Home)
    view.read_again()
    assert view.scrolled == 0


def the_contents(stage: Stage) -> Contents:
    return Contents(given(account=RunAccount(lambda: stage.history, "/reports")))


def test_a_note_that_is_taken_back_with_nothing_else_stays_and_an_undone_end_shows_the_show_again(
    qtbot: QtBot,
) -> None:
    stage = show_that_ended()
    contents = the_contents(stage)
    qtbot.addWidget(contents)
    contents.resize(1280, 720)
    contents.show()
    contents.present(stage.seen)
    assert contents.after.isVisible()
    contents.present(stage.do(Undo()).seen)
    assert contents.live.isVisible()
    assert not contents.after.isVisible()


def test_the_keyboard_does_not_stay_in_a_page_that_is_gone(qtbot: QtBot) -> None:
    stage = show_that_ended()
    contents = the_contents(stage)
    qtbot.addWidget(contents)
    contents.resize(1280, 720)
    with qtbot.waitActive(contents):
        contents.show()
        contents.activateWindow()
    contents.present(stage.seen)
    contents.after.view.setFocus()
    assert contents.after.view.hasFocus()
    contents.present(stage.do(Undo()).seen)
    assert contents.focusWidget() is contents


@pytest.mark.parametrize("look", theme.NAMES)
@pytest.mark.parametrize("wide", [1016, 1268, 3828])
def test_it_is_painted_in_every_look_and_size_with_names_in_any_script(
    qtbot: QtBot, look: str, wide: int
) -> None:
    history = whole()
    page = page_of(qtbot, history, look)
    page.resize(wide, 536)
    show = Playbook(PLAN)
    show.history = history
    page.present(show.show)
    picture = page.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, wide, 3) for y in range(0, 536, 3)}
    assert theme.load(look).accent.name() in colours  # the bars of what was real


def test_figures_stand_in_rows_that_are_as_full_as_each_other(qapp: QApplication) -> None:
    six = tuple(Figure(f"Figure {number}", "1:00") for number in range(6))
    part = Figures(theme.load("dark"), six)
    one, two = part.lay(1000), part.lay(600)
    assert two > 2 * one - 20
    assert part.lay(420) == two


def test_long_words_wrap_and_figures_keep_their_width(qapp: QApplication) -> None:
    long = "Key points: South-South Volunteering as a driving force for people to people exchanges " * 4
    columns = (Column("Plan", 9), Column("Segment", 32, main=True), Column("Ran", 8, figures=True))
    short = Table("T", columns, (row("10:30:00", "Welcome", "1:30"),))
    wraps = Table("T", columns, (row("10:30:00", Cell(long, below=long), "1:30"),))
    look = theme.load("dark")
    assert TablePart(look, wraps).lay(600) > TablePart(look, short).lay(600) + 100


def test_a_picture_is_as_high_as_its_width_makes_it(qapp: QApplication) -> None:
    assert PicturePart(theme.load("dark"), Drawing(800, 200, ())).lay(400) == 100
