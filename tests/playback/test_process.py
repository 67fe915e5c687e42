"""The programme of a process, in this one: what it makes and tells while a video plays."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QSize
from PySide6.QtGui import QCloseEvent, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ssc_console.displays import screen_window
from ssc_console.playback.process import PEEKS, PLACE_KEPT_AS, Programme
from ssc_console.playback.stills import NOT_WHOLE
from ssc_console.programme import messages as m
from ssc_console.programme.sheet import Sheet, VideoSheet
from ssc_console.settings.values import Settings
from ssc_console.show.instants import ZERO
from ssc_console.show.programme import Motion, Scene
from ssc_console.show.value import replace

ROOT = Path(__file__).resolve().parents[2]
SOON = 20_000


def programme(qtbot: QtBot, tmp_path: Path, told: list[m.Message]) -> Programme:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Programme(told.append, settings, Settings())
    qtbot.addWidget(made.window)
    return made


def test_no_picture_is_made_that_nobody_looks_at(qtbot: QtBot, tmp_path: Path) -> None:
    """Each costs a slow machine a tenth of a second: made for all of a large video, they held it up."""
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    made: list[bool] = []

    def note() -> None:
        deck = shown.decks.on_air
        assert deck is not None
        made.append(deck._picture is not None)

    file = str(ROOT / "resources" / "media" / "sg-message.mp4")  # ten pictures a second
    video = VideoSheet(file=file, airing=1, roll=0, motion=Motion.ROLLING, at=ZERO)
    shown.hear(m.Stand("", "Test"))
    shown.hear(m.Show(Sheet(scene=Scene.VIDEO, title="Test", video=video)))
    shown.decks.pictured.connect(note)
    qtbot.waitUntil(lambda: len(made) >= 10, timeout=SOON)
    peeks = [message for message in told if isinstance(message, m.Peek)]
    assert False in made
    assert len(peeks) <= len(made) * 100 // PEEKS + 2
    shown.window.hide()
    shown.decks.agree(m.Show(Sheet(scene=Scene.BLACK, title="Test")))


def closed_by_its_button(window: QWidget) -> bool:
    """Close it as the system does, at its own button or by Alt+F4; whether it is gone."""
    QCoreApplication.sendEvent(window.windowHandle(), QCloseEvent())
    return not window.isVisible()


def test_while_the_show_is_on_its_window_stays_and_the_desk_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    sheet = Sheet(scene=Scene.BLACK, title="Test")
    shown.hear(m.Show(sheet, is_on=True))
    qtbot.waitUntil(shown.window.isVisible)
    assert not closed_by_its_button(shown.window)
    assert m.StaysOpen() in told
    shown.hear(m.Show(sheet))  # the same picture, and the show is over
    assert closed_by_its_button(shown.window)
    assert m.Closed() in told


def test_a_programme_whose_desk_goes_before_anybody_has_seen_it_goes_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    unseen = programme(qtbot, tmp_path, [])
    with qtbot.waitSignal(unseen.left):
        unseen.be_alone()


def test_a_programme_that_is_seen_stays_when_its_desk_goes(qtbot: QtBot, tmp_path: Path) -> None:
    seen = programme(qtbot, tmp_path, [])
    seen.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test")))
    qtbot.waitUntil(seen.window.isVisible)
    with qtbot.assertNotEmitted(seen.left):
        seen.be_alone()
    assert seen.window.isVisible()


def places(told: list[m.Message]) -> list[m.Standing]:
    return [message for message in told if isinstance(message, m.Standing)]


def test_the_desk_is_told_where_the_window_has_come_to_stand_and_once_a_move(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """A window manager puts it there in several moves, after it was shown."""
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    shown.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test")))
    qtbot.waitUntil(lambda: bool(places(told)), timeout=SOON)
    for size in (QSize(700, 450), QSize(800, 450), QSize(900, 450)):
        shown.window.be_exactly(size)
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: len(places(told)) > 1, timeout=SOON)
    assert [each.where.split(" on ")[0] for each in places(told)[1:]] == ["window 900×450"]
    assert places(told)[1].monitor == shown.window.screen().name()


def test_a_window_that_waits_for_its_monitor_to_return_comes_back_to_that_next_time(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    shown.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test")))
    qtbot.waitUntil(lambda: bool(places(told)), timeout=SOON)
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue(PLACE_KEPT_AS, "HDMI-1")
    here = screen_window.monitor(shown.window.screen())
    monkeypatch.setattr(screen_window, "monitor", lambda _: replace(here, make="another/monitor/2"))
    with qtbot.waitSignal(shown._moved.timeout, timeout=SOON):
        shown.window.find_place()
    assert shown.window.is_guest
    assert kept.value(PLACE_KEPT_AS) == "HDMI-1"


def test_a_window_whose_desk_is_gone_can_be_closed_by_who_sits_there(qtbot: QtBot, tmp_path: Path) -> None:
    shown = programme(qtbot, tmp_path, [])
    shown.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test"), is_on=True))
    qtbot.waitUntil(shown.window.isVisible)
    shown.be_alone()
    assert closed_by_its_button(shown.window)


def test_a_logout_is_not_held_up_by_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown = programme(qtbot, tmp_path, [])
    shown.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test"), is_on=True))
    qtbot.waitUntil(shown.window.isVisible)
    shown.window.let_go()
    assert closed_by_its_button(shown.window)


def photo(path: Path, colour: str, size: tuple[int, int] = (640, 360)) -> str:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return str(path)


def stills(told: list[m.Message]) -> list[QImage]:
    sent = [message.image for message in told if isinstance(message, m.Still)]
    return [QImage.fromData(base64.b64decode(image)) for image in sent]


def test_the_desk_is_sent_a_small_copy_of_a_picture_once_the_audience_sees_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    file = photo(tmp_path / "photo.png", "#aa0000", (4000, 3000))
    for _ in range(2):
        shown.hear(m.Show(Sheet(scene=Scene.PICTURE, title="Test", picture=file)))
    qtbot.waitUntil(lambda: bool(stills(told)), timeout=SOON)
    (still,) = stills(told)
    assert (still.width(), still.height()) == (360, 270)
    assert still.pixelColor(180, 135).name() == "#aa0000"
    shown.hear(m.Show(Sheet(scene=Scene.BLACK, title="Test")))
    photo(tmp_path / "photo.png", "#00aa00", (40, 30))
    shown.hear(m.Show(Sheet(scene=Scene.PICTURE, title="Test", picture=file)))
    qtbot.waitUntil(lambda: len(stills(told)) == 2, timeout=SOON)
    assert stills(told)[1].pixelColor(20, 15).name() == "#00aa00"


def test_a_picture_that_is_put_right_while_it_is_on_air_is_shown_and_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    file = tmp_path / "photo.png"
    shown.hear(m.Show(Sheet(scene=Scene.PICTURE, title="Test", picture=str(file))))
    qtbot.waitUntil(shown.window.isVisible)
    assert m.Failing(str(file), "the file is not there") in told
    photo(file, "#aa0000")
    qtbot.waitUntil(lambda: bool(stills(told)), timeout=SOON)
    assert m.Failing(str(file), "") in told


def test_a_picture_whose_end_is_missing_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    file = tmp_path / "photo.png"
    photo(file, "#aa0000")
    file.write_bytes(file.read_bytes()[:-200])
    shown.hear(m.Show(Sheet(scene=Scene.PICTURE, title="Test", picture=str(file))))
    qtbot.waitUntil(lambda: m.Failing(str(file), NOT_WHOLE) in told, timeout=SOON)


def test_a_picture_that_can_not_be_shown_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[m.Message] = []
    shown = programme(qtbot, tmp_path, told)
    large = tmp_path / "large.ppm"
    large.write_bytes(b"P6 20000 10000 255\n" + bytes(300))
    words = tmp_path / "words.png"
    words.write_text("no picture", encoding="utf-8")
    for file in (large, words, tmp_path / "gone.png", ROOT / "resources" / "cover.svg"):
        shown.hear(m.Show(Sheet(scene=Scene.PICTURE, title="Test", picture=str(file))))
    failing = {Path(message.file).name: message.why for message in told if isinstance(message, m.Failing)}
    assert list(failing) == ["large.ppm", "words.png", "gone.png"]
    assert failing["large.ppm"].startswith("it is too large: 20000×10000")
    assert failing["gone.png"] == "the file is not there"
    shown.window.hide()
