"""Of a second only what reads differently is painted; on the screen stands what would if all were painted."""

from collections.abc import Iterator
from functools import reduce

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.show.commands import Add, Advance, End, Hold, Resume, Start
from tests.desk.evening import Evening
from tests.staged import Stage, minutes


@pytest.fixture
def evening(qtbot: QtBot) -> Iterator[Evening]:
    made = Evening(qtbot, Stage().at("-2:00"))
    yield made
    made.leave()


def on_screen(evening: Evening) -> QImage:
    """What has been painted so far, bit by bit."""
    for _ in range(3):
        QApplication.processEvents()  # a list lays itself out anew after the loop has come round
    desk = evening.desk
    return desk.screen().grabWindow(desk.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_whole(evening: Evening) -> QImage:
    return evening.desk.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(here: QImage, there: QImage) -> QRect:
    """Where the two are not the same."""
    other = [
        QRect(x, y, 1, 1)
        for y in range(here.height() if here != there else 0)
        for x in range(here.width())
        if here.pixel(x, y) != there.pixel(x, y)
    ]
    return reduce(QRect.united, other, QRect())


def look_at(evening: Evening, first: int, last: int) -> None:
    """Look at each second between these of the show (counted from its planned start)."""
    for second in range(first, last + 1):
        evening.stage.at(f"{'-' if second < 0 else ''}{abs(second) // 60}:{abs(second) % 60:02}")
        evening.wait(1_000)
        evening.look()
        differs = difference(on_screen(evening), painted_whole(evening))
        assert differs.isEmpty(), f"after {second} seconds in {differs}"


def test_what_each_second_of_a_show_paints_leaves_what_painting_it_whole_would(evening: Evening) -> None:
    stage = evening.stage
    look_at(evening, -123, -110)
    look_at(evening, -63, -50)
    stage.at("0:00").do(Start())
    look_at(evening, 0, 22)  # undo counts in seconds, then in steps
    look_at(evening, 27, 32)  # the warning
    look_at(evening, 85, 95)  # wrap-up and overrun
    stage.do(Advance())
    look_at(evening, 96, 120)  # an intro, and a cue at its end
    stage.do(Hold())
    look_at(evening, 121, 125)
    stage.do(Resume(), Add(minutes("9:30")))
    look_at(evening, 126, 130)
    look_at(evening, 355, 365)  # from five figures to four
    stage.do(Advance())
    look_at(evening, 366, 372)  # a video without a player
    evening.desk.contents.live.rundown.choose("video")
    look_at(evening, 373, 376)  # its row is chosen
    evening.desk.resize(1440, 900)
    look_at(evening, 377, 380)
    evening.desk.contents.live.rundown.verticalScrollBar().setValue(60)
    look_at(evening, 381, 384)
    stage.do(End())
    look_at(evening, 385, 405)
