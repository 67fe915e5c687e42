"""What the next press brings is made ready before it is pressed, and nobody sees it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.desk import get_ready
from ssc_console.desk.contents import Contents
from ssc_console.desk.desk import Desk
from ssc_console.desk.foresight import Foresight, foreseen
from ssc_console.desk.press import next_press
from ssc_console.look import mode_look, shaped, theme
from ssc_console.show.commands import Start
from ssc_console.show.figures import Status
from tests.desk.evening import CTRL, KEY, Evening, given
from tests.staged import Stage

NONE = Qt.KeyboardModifier.NoModifier
TIMES_OF_DAY = 3
"""Of so many lines at most: nobody can foresee when a person presses."""


def made_ready(qtbot: QtBot, evening: Evening) -> Foresight:
    found = evening.desk.foresight
    assert found is not None
    qtbot.waitUntil(lambda: found.is_ready)
    return found


def shaped_so_far() -> int:
    return shaped._shaped.cache_info().misses


def test_what_is_foreseen_is_the_show_after_the_press() -> None:
    stage = Stage().at("0:00")
    after = foreseen(stage.seen, next_press(stage.seen))
    assert after is not None
    assert after.status is Status.ON_AIR
    assert after.on_air is not None
    assert after.on_air.segment.id == "welcome"
    assert stage.seen.status is Status.BEFORE


def test_a_press_right_after_another_is_foreseen_though_it_would_be_refused_yet() -> None:
    stage = Stage().at("0:00").do(Start())
    after = foreseen(stage.seen, next_press(stage.seen))
    assert after is not None
    assert after.on_air is not None
    assert after.on_air.segment.id == "address"


def test_a_press_finds_all_its_words_shaped_but_the_time_of_day(qtbot: QtBot) -> None:
    evening = Evening(qtbot, Stage().at("0:00"))
    list(get_ready.parts(evening.desk))
    made_ready(qtbot, evening)
    evening.press(KEY.Key_Space)
    assert evening.on_air == "welcome"
    made_ready(qtbot, evening)
    evening.later("1:30")
    before = shaped_so_far()
    evening.press(KEY.Key_Space)
    assert evening.on_air == "address"
    assert shaped_so_far() - before <= TIMES_OF_DAY
    evening.leave()


def test_what_is_foreseen_is_in_no_window_that_is_shown(qtbot: QtBot) -> None:
    evening = Evening(qtbot, Stage().at("0:00"))
    list(get_ready.parts(evening.desk))
    made_ready(qtbot, evening)
    assert evening.desk.findChildren(Contents) == [evening.desk.contents]
    assert not [
        each for each in QApplication.topLevelWidgets() if isinstance(each, Contents) and each.isVisible()
    ]
    evening.leave()


def test_where_the_show_is_only_looked_at_nothing_is_foreseen(qtbot: QtBot) -> None:
    made = Desk(lambda *_: None, given(mode=mode_look.LOOKING_ON))
    qtbot.addWidget(made)
    made.present(Stage().at("0:00").seen)
    made.show()
    list(get_ready.parts(made))
    assert made.foresight is not None
    assert made.foresight.is_ready
    assert made.foresight._unseen is None


def test_another_look_is_foreseen_in_that_look(qtbot: QtBot) -> None:
    evening = Evening(qtbot, Stage().at("0:00"))
    list(get_ready.parts(evening.desk))
    before = made_ready(qtbot, evening)._unseen
    evening.desk.set_theme(theme.load("light"))
    evening.look()
    evening.press(KEY.Key_Space)
    after = made_ready(qtbot, evening)._unseen
    assert after is not before
    evening.leave()


def pictures(qtbot: QtBot, *keys: tuple[KEY, Qt.KeyboardModifier]) -> list[QImage]:
    """The desk after each of these keys, with all that was foreseen before it."""
    evening = Evening(qtbot, Stage().at("0:00"))
    list(get_ready.parts(evening.desk))
    found = []
    for key, modifier in keys:
        made_ready(qtbot, evening)
        evening.press(key, modifier)
        evening.wait(5_000)
        evening.look()
        found.append(evening.desk.grab().toImage())
    evening.leave()
    return found


@pytest.mark.parametrize(
    "keys",
    [
        [(KEY.Key_Space, NONE), (KEY.Key_Z, CTRL), (KEY.Key_L, CTRL)],
        [(KEY.Key_L, CTRL), (KEY.Key_L, CTRL), (KEY.Key_Space, NONE)],
    ],
)
def test_what_was_foreseen_leaves_no_trace_whatever_comes_instead(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, keys: list[tuple[KEY, Qt.KeyboardModifier]]
) -> None:
    foreseen_too = pictures(qtbot, *keys)
    monkeypatch.setattr(Contents, "get_ready_for", lambda *_: None)
    assert pictures(qtbot, *keys) == foreseen_too
    assert foreseen_too[0] != foreseen_too[1]


def test_the_page_that_the_next_press_brings_is_like_it_already(qtbot: QtBot) -> None:
    evening = Evening(qtbot, Stage().at("0:00"))
    list(get_ready.parts(evening.desk))
    made_ready(qtbot, evening)
    live = evening.desk.contents.live
    assert live.isHidden()
    assert live.rundown._shown_on_air == "welcome"
    evening.leave()
