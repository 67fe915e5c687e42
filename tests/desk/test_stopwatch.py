"""The stopwatch of a rehearsal: two taps, real seconds, handed in for the segment of the first tap."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from ssc_console.desk.stopwatch import Stopwatch
from ssc_console.look import theme
from ssc_console.show.commands import Advance, Measure, Start
from tests.staged import Stage


def test_two_taps_hand_in_real_seconds_for_the_segment_of_the_first(qtbot: QtBot) -> None:
    fingers = [5_000]
    watch = Stopwatch(theme.load("dark"), lambda: fingers[0])
    qtbot.addWidget(watch)
    stage = Stage().at("0:00").do(Start())
    watch.present(stage.seen)
    taken: list[Measure] = []
    watch.taken.connect(taken.append)
    watch.tap()
    watch.present(stage.at("1:00").do(Advance()).seen)
    fingers[0] += 83_400
    watch.tap()
    assert taken == [Measure(timedelta(seconds=83.4), "welcome")]
    assert not watch.is_running


def test_while_it_runs_it_shows_the_seconds(qtbot: QtBot) -> None:
    fingers = [0]
    watch = Stopwatch(theme.load("dark"), lambda: fingers[0])
    qtbot.addWidget(watch)
    watch.present(Stage().at("0:00").do(Start()).seen)
    watch.tap()
    assert watch.text() == "0:00"
    fingers[0] = 61_000
    qtbot.waitUntil(lambda: watch.text() == "1:01", timeout=3_000)
