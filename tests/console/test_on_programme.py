"""The programme on the desk: opened and closed by its key, as last time, and what stands in a video's way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ssc_console.clock import RealClock
from ssc_console.console.console import Console
from ssc_console.console.on_programme import OnProgramme
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import mode_look, theme
from ssc_console.session import Session
from ssc_console.show import commands as c
from tests.show.playbook import rundown, segment

MEDIA = str(Path(__file__).resolve().parents[1] / "media")
SOON = 30_000
"""Milliseconds within which anything has happened, however busy the machine."""


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


class Fingers:
    """Milliseconds between presses, that the test sets."""

    now = 100_000


@pytest.fixture
def fingers() -> Fingers:
    return Fingers()


@pytest.fixture
def console(qtbot: QtBot, fingers: Fingers) -> Console:
    show = rundown(segment("a"), segment("v", "0:02", kind="video", media="whole.mp4"))
    clock = RealClock()
    made = Console(
        Session(show, clock, by="desk"),
        theme.load("dark"),
        clock,
        mode_look.LIVE,
        elapsed=lambda: fingers.now,
    )
    qtbot.addWidget(made.desk)
    made.open()
    return made


@pytest.fixture
def programme(console: Console, settings: QSettings) -> Iterator[OnProgramme]:
    made = OnProgramme(console, MEDIA, "", settings)
    made.open_as_last_time()
    yield made
    made.leave()


def caution(console: Console) -> str:
    return console.desk.contents.bottom.big.accessibleDescription()


def test_live_a_video_whose_programme_is_closed_says_so_on_the_large_button(
    console: Console, programme: OnProgramme, qtbot: QtBot
) -> None:
    assert console.ask(c.Start(), None) is None
    assert "the programme is closed: Ctrl F6" in caution(console)
    console.desk.obey(Wish.PROGRAMME)
    qtbot.waitUntil(lambda: bool(programme.link.ready), timeout=SOON)
    assert "closed" not in caution(console)


def test_a_rehearsal_without_a_programme_goes_by_the_plan_and_says_nothing(
    console: Console, settings: QSettings
) -> None:
    OnProgramme(console, MEDIA, "REHEARSAL", settings).open_as_last_time()
    assert console.ask(c.Start(), None) is None
    assert "closed" not in caution(console)


def test_the_preview_shows_the_programme_and_the_next_video_at_its_first_frame(
    console: Console, programme: OnProgramme, qtbot: QtBot
) -> None:
    console.desk.obey(Wish.PROGRAMME)
    assert console.ask(c.Start(), None) is None
    preview = console.desk.contents.live.preview
    qtbot.waitUntil(lambda: bool(preview._frames), timeout=SOON)
    assert preview.isVisible()
    assert [Path(file).name for file in preview._frames] == ["whole.mp4"]


def test_a_picture_on_the_programme_is_sent_to_the_preview(
    console: Console, programme: OnProgramme, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa0000"))
    file = str(tmp_path / "photo.png")
    assert image.save(file)
    programme.toggle()
    assert console.ask(c.Start(), None) is None
    assert console.ask(c.Do(f"picture: {file}"), None) is None
    preview = console.desk.contents.live.preview

    def shows_it() -> bool:
        spot = preview._picture().center().toPoint()
        return preview.grab().toImage().pixelColor(spot).name() == "#aa0000"

    qtbot.waitUntil(shows_it, timeout=SOON)
    programme.toggle()
    programme.leave()


def test_while_the_show_is_on_air_it_is_closed_by_two_presses_only(
    console: Console, programme: OnProgramme, fingers: Fingers
) -> None:
    console.desk.obey(Wish.PROGRAMME)
    assert console.ask(c.Start(), None) is None
    console.desk.obey(Wish.PROGRAMME)
    is_open = [programme.link.is_open]
    assert "press Ctrl F6 again" in console.desk.contents.bottom.big.refusal
    fingers.now += 1000
    console.desk.obey(Wish.PROGRAMME)
    is_open.append(programme.link.is_open)
    assert is_open == [True, False]
    assert not console.desk.contents.live.preview.isVisible()


def test_a_programme_that_was_open_when_the_desk_was_closed_is_open_again(
    console: Console, programme: OnProgramme, settings: QSettings
) -> None:
    console.desk.obey(Wish.PROGRAMME)
    programme.leave()
    again = OnProgramme(console, MEDIA, "", settings)
    again.open_as_last_time()
    assert again.link.is_open
    again.toggle()
    third = OnProgramme(console, MEDIA, "", settings)
    third.open_as_last_time()
    assert not third.link.is_open


def test_a_slip_at_its_window_is_told_on_the_desk_with_what_closes_it(
    console: Console, programme: OnProgramme
) -> None:
    programme.link.stays.emit()
    said = console.desk.contents.bottom.big.refusal
    key = key_of(Wish.PROGRAMME)
    assert said == f"The audience sees the programme: it stays open. {key}, twice, closes it."
