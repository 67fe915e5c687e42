"""After the show: what is left to do is still before the eyes."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.after_page import AfterPage
from ssc_console.look import theme
from ssc_console.show.commands import End, Start
from ssc_console.show.rundown import Cue, Moment
from tests.staged import Stage, an_hour, minutes, usual


def test_a_cue_after_the_end_can_be_seen_and_done(qtbot: QtBot) -> None:
    stop = Cue(id="show/stop", segment=None, moment=Moment.END, offset=minutes("2:00"), say="Stop recording")
    stage = Stage(an_hour(*usual().segments, cues=(stop,))).at("0:00").do(Start()).at("10:00").do(End())
    page = AfterPage(theme.load("dark"), "Asia/Bangkok", lambda: 100_000)
    qtbot.addWidget(page)
    page.resize(1280, 560)
    page.show()
    page.present(stage.at("12:30").seen)
    first = page.calls.cues.first_cue()
    assert page.calls.isVisible()
    assert first is not None
    assert first.cue == "show/stop"


def test_each_run_is_judged_by_its_own_figures_though_another_had_as_many_events(qtbot: QtBot) -> None:
    page = AfterPage(theme.load("dark"), "Asia/Bangkok", lambda: 100_000)
    qtbot.addWidget(page)
    page.present(Stage().at("0:00").do(Start()).at("10:00").do(End()).seen)
    first = page.head.text
    page.present(Stage().at("0:00").do(Start()).at("20:00").do(End()).seen)
    assert first != page.head.text
