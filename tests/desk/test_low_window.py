"""The desk in a low window: what the show is run by is there, whole."""

from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ssc_console.agenda.loading import load
from ssc_console.clock import SimulatedClock
from ssc_console.console.ticker import Knobs
from ssc_console.desk.big_button import _cautioned
from ssc_console.desk.contents import Contents
from ssc_console.desk.desk import Desk
from ssc_console.desk.headline import Headline
from ssc_console.desk.script_feed import LOST
from ssc_console.look import fonts, mode_look, theme
from ssc_console.look.text import width
from ssc_console.show.commands import Begin, Command, End, ObserveMedia, Start, Take
from ssc_console.show.instants import ShowInstant
from ssc_console.show.media import MediaState, Observation
from tests.desk.evening import given
from tests.show.playbook import instant
from tests.staged import Stage

SHIPS = Path(__file__).parents[2] / "agenda.yaml"


@pytest.fixture(autouse=True)
def our_own_font(qapp: QApplication) -> None:
    fonts.install()


def the_desk(qtbot: QtBot, stage: Stage, wide: int, high: int) -> Contents:
    made = Contents(given(elapsed=lambda: 0))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.present(stage.seen)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def on_air() -> Stage:
    rundown = load(str(SHIPS)).rundown
    assert rundown is not None
    stage = Stage(rundown)
    stage.do(Start())
    return stage


@pytest.mark.parametrize(("on_the_air", "lines"), [("welcome", 2), ("adam-video", 3)])
def test_at_1280_by_720_two_or_three_lines_of_the_script_are_read_at_once(
    qtbot: QtBot, on_the_air: str, lines: int
) -> None:
    """Before Mr Chediek, whose title takes two lines, it is two; before Mr Zahedi three."""
    contents = the_desk(qtbot, on_air().do(Take(on_the_air)), 1268, 708)
    script = contents.live.centre.script
    a_line = script._blocks[0][1]._lines[1][2]
    assert script._room().height() + 4 >= lines * a_line


def test_at_1280_by_720_no_title_that_protocol_wants_is_cut(qtbot: QtBot) -> None:
    stage = on_air()
    contents = the_desk(qtbot, stage, 1268, 708)
    for segment in stage.seen.order[:-1]:
        contents.present(stage.do(Take(segment)).seen)
        QApplication.processEvents()
        centre = contents.live.centre
        assert not centre.on_air.heading._about.cut, segment
        assert not centre.next_up._about.cut, segment


def test_in_a_low_window_the_countdown_keeps_its_size_beside_the_longest_title(qtbot: QtBot) -> None:
    contents = the_desk(qtbot, on_air(), 1268, 708)
    assert contents.live.centre.on_air.digits.height() >= 112


def test_a_long_title_takes_two_lines_before_it_is_cut(qtbot: QtBot) -> None:
    headline = Headline(theme.load("dark"))
    qtbot.addWidget(headline)
    headline.resize(230, 60)
    headline.present(on_air().seen)
    headline.grab()
    assert headline._title.cut
    assert not headline._long.cut


def test_words_for_a_video_that_does_not_play_are_in_view_wherever_the_script_was(qtbot: QtBot) -> None:
    stage = on_air()
    stage.do(Take("sg-video"), Begin())
    stage.do(ObserveMedia(Observation(MediaState.PLAYING, timedelta(), timedelta(minutes=3))))
    contents = the_desk(qtbot, stage, 1268, 708)
    stage.now = ShowInstant(stage.now + timedelta(seconds=30))
    contents.present(stage.seen)
    script = contents.live.centre.script
    assert script._scrolled > 0  # what comes next is at the top
    contents.present(stage.do(ObserveMedia(Observation(MediaState.LOST))).seen)
    assert script._shown[0].words == LOST
    assert script._scrolled == 0


def test_edges_give_up_room_in_a_low_window_only(qtbot: QtBot) -> None:
    contents = the_desk(qtbot, on_air(), 1268, 900)
    usual = contents.header.height() + contents.bottom.height()
    contents.resize(1268, 708)
    assert contents.header.height() + contents.bottom.height() < usual
    contents.resize(1268, 900)
    assert contents.header.height() + contents.bottom.height() == usual


def test_what_stands_in_the_way_is_read_whole_before_the_key_is(qapp: QApplication) -> None:
    words = "not confirmed: The call shares our sound"
    usual, beside, _ = _cautioned(words, "Space · on hold · F8 goes on", 700)
    assert beside == "Space · on hold · F8 goes on"
    style, beside, wide = _cautioned(words, "Space · on hold · F8 goes on", 400)
    assert (style, beside) == (usual, "Space")
    assert width(words, style) < wide <= 400
    smaller, beside, wide = _cautioned(words, "Space", 310)
    assert beside == ""
    assert smaller.size < usual.size
    assert width(words, smaller) < wide <= 310


@pytest.mark.parametrize("steps", [(), (Start(),), (Start(), Take("chediek-address")), (Start(), End())])
def test_in_the_smallest_window_no_part_of_header_or_bottom_covers_another(
    qtbot: QtBot, steps: tuple[Command, ...]
) -> None:
    clock = Knobs(SimulatedClock(ShowInstant(instant("10:29:00")), 1, lambda: 0.0))
    desk = Desk(lambda *_: None, given(mode=mode_look.REHEARSAL, clock=clock))
    qtbot.addWidget(desk)
    desk.resize(desk.minimumSize())
    desk.present(Stage(on_air().seen.rundown).do(*steps).seen)
    desk.show()
    qtbot.waitExposed(desk)
    QApplication.processEvents()
    for bar in (desk.contents.header, desk.contents.bottom):
        assert desk.contents.rect().contains(bar.geometry())
        parts = [each for each in bar.children() if isinstance(each, QWidget) and each.isVisible()]
        assert not [
            (one, other)
            for one, other in combinations(parts, 2)
            if one.geometry().intersects(other.geometry())
        ]
        assert all(bar.rect().contains(part.geometry()) for part in parts)


@pytest.mark.parametrize("high", range(600, 720, 12))
def test_in_a_low_window_the_phase_is_whole(qtbot: QtBot, high: int) -> None:
    contents = the_desk(qtbot, on_air().do(Take("sabharwal-remarks")), 1268, high)
    phase = contents.live.centre.on_air.phase
    assert phase._in_line or phase.height() >= phase.LEAST
    assert phase.y() + phase.height() < contents.live.centre.on_air.bar.y()
