"""The preview of the programme: what the programme sends, and no file that the desk would open itself."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ssc_console.clock import elapsed_milliseconds
from ssc_console.desk.desk import Desk
from ssc_console.desk.programme_preview import ProgrammePreview, ProgrammeView, _beside
from ssc_console.look import theme
from ssc_console.programme.sheet import LaunchSheet, Sheet, VideoSheet
from ssc_console.show.commands import Start
from ssc_console.show.instants import ZERO
from ssc_console.show.programme import Motion, Scene
from ssc_console.show.value import replace
from tests.desk.evening import given
from tests.staged import Stage


def plain(colour: str) -> QImage:
    image = QImage(480, 270, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def file(tmp_path: Path, qtbot: QtBot) -> str:
    """A picture in green, of which the programme still shows what it was before: red."""
    path = tmp_path / "photo.png"
    assert plain("#00aa00").save(str(path))
    return str(path)


def middle(preview: ProgrammePreview) -> str:
    spot = preview._picture().center().toPoint()
    return preview.grab().toImage().pixelColor(spot).name()


def of(file: str) -> Sheet:
    return Sheet(scene=Scene.PICTURE, title="A show", picture=file)


def test_a_picture_is_what_the_programme_sent_whatever_its_file_has_become(qtbot: QtBot, file: str) -> None:
    preview = ProgrammePreview(theme.load("dark"))
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show_view(ProgrammeView(sheet=of(file)))
    assert middle(preview) == "#000000"  # nothing has come yet: not green, and no holding picture
    preview.show_peek(file, plain("#aa0000"))
    assert middle(preview) == "#aa0000"
    preview.show_view(ProgrammeView(sheet=Sheet(scene=Scene.BLACK, title="A show")))
    preview.show_view(ProgrammeView(sheet=of(file)))
    assert middle(preview) == "#000000"  # it comes again: what was sent before may be of an older file


def test_while_a_video_is_on_its_keys_stand_beside_the_heading() -> None:
    video = ProgrammeView(sheet=Sheet(scene=Scene.VIDEO, title="A show"), where="in a window")
    assert _beside(video) == "Shift F8 pauses · Shift F9 fades out"
    assert _beside(ProgrammeView(sheet=Sheet(scene=Scene.HOLDING, title="A show"))) == "opening …"


def test_a_video_that_was_faded_out_is_not_seen_here_any_more_either(qtbot: QtBot) -> None:
    preview = ProgrammePreview(theme.load("dark"))
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    rolling = VideoSheet(file="message.mp4", airing=1, roll=0, motion=Motion.ROLLING, at=ZERO)
    preview.show_view(ProgrammeView(sheet=Sheet(scene=Scene.VIDEO, title="A show", video=rolling)))
    preview.show_peek("message.mp4", plain("#aa0000"))
    assert middle(preview) == "#aa0000"
    faded = replace(rolling, motion=Motion.STOPPED)
    preview.show_view(ProgrammeView(sheet=Sheet(scene=Scene.HOLDING, title="A show", video=faded)))
    assert middle(preview) != "#aa0000"


def test_a_picture_that_can_not_be_shown_is_the_holding_picture_here_too(qtbot: QtBot, file: str) -> None:
    preview = ProgrammePreview(theme.load("dark"))
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show_view(ProgrammeView(sheet=Sheet(scene=Scene.HOLDING, title="A show")))
    holding = preview.grab().toImage()
    preview.show_view(ProgrammeView(sheet=of(file), failing=(file,)))
    assert preview.grab().toImage() == holding


def test_a_cover_is_what_the_programme_sent(qtbot: QtBot, file: str) -> None:
    preview = ProgrammePreview(theme.load("dark"))
    qtbot.addWidget(preview)
    preview.resize(800, 500)
    launch = LaunchSheet(title="A book", revealed=True, cover=file)
    preview.show_view(ProgrammeView(sheet=Sheet(scene=Scene.LAUNCH, title="A show", launch=launch)))

    def has(colour: str) -> bool:
        image = preview.grab().toImage()
        return any(
            image.pixelColor(x, y).name() == colour
            for x in range(0, image.width(), 20)
            for y in range(0, image.height(), 20)
        )

    assert not has("#00aa00")
    preview.show_peek(file, plain("#aa0000"))
    assert has("#aa0000")


def test_a_desk_in_another_look_previews_the_same_picture(qtbot: QtBot, file: str) -> None:
    desk = Desk(lambda *_: None, given(elapsed=elapsed_milliseconds))
    qtbot.addWidget(desk, before_close_func=Desk.let_go)
    desk.resize(1440, 900)
    desk.present(Stage().do(Start()).seen)
    desk.show_programme(ProgrammeView(sheet=of(file)))
    desk.show_peek(file, plain("#aa0000"))
    desk.set_look("light")
    desk.grab()
    assert middle(desk.contents.live.preview) == "#aa0000"
