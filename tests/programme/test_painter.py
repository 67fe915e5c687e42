"""The picture of the programme: a QR code that a telephone reads, names that stay inside."""

from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ssc_console.look import fonts
from ssc_console.programme import inks
from ssc_console.programme.painter import Moving, paint
from ssc_console.programme.sheet import LaunchSheet, Name, Sheet, VideoSheet
from ssc_console.show.instants import ZERO
from ssc_console.show.programme import Motion, Scene

TITLE = "Asia-Pacific Commemoration of the UN Day for South-South Cooperation"
LINK = "https://www.unsouthsouth.org/south-south-in-action/volunteering"


@pytest.fixture(autouse=True)
def _type(qtbot: QtBot) -> None:
    fonts.install()


def painted(sheet: Sheet, size: tuple[int, int] = (1280, 720), moving: Moving | None = None) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, *size), sheet, None, moving or Moving())
    painter.end()
    return image


def read(image: QImage) -> str:
    """What the link of the code in it is, or empty."""
    found = found_in(image)
    return found.text if found else ""


def found_in(image: QImage) -> Any:
    """What a reader of QR codes finds."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    high, wide = grey.height(), grey.bytesPerLine()
    found = zxingcpp.read_barcodes(memoryview(grey.constBits()).cast("B", (high, wide)))
    return found[0] if found else None


def launched(**given: object) -> Sheet:
    told = {"title": "Volunteering", "revealed": True, **given}
    return Sheet(scene=Scene.LAUNCH, title=TITLE, launch=LaunchSheet(**told))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (640, 360)])
def test_the_link_can_be_scanned_at_every_size(size: tuple[int, int]) -> None:
    assert read(painted(launched(link=LINK), size)) == LINK


def test_the_link_can_be_scanned_after_a_meeting_tool_has_made_it_small_and_blurred() -> None:
    image = painted(launched(link=LINK))
    small = image.scaled(
        960, 540, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    assert read(small) == LINK


@pytest.mark.parametrize(
    "size", [(1280, 720), (1920, 1080), (1366, 768), (3840, 2160), (640, 360), (1024, 768)]
)
@pytest.mark.parametrize("length", [0, 12, 20, 40, 60, 110, 200])
def test_the_modules_of_the_code_are_a_quarter_of_the_picture_s_height(
    size: tuple[int, int], length: int
) -> None:
    link = f"https://a.org/{'x' * length}"
    image = painted(launched(link=link), size)
    picture = min(size[1], size[0] * 9 / 16)
    found = found_in(image)
    assert found.text == link
    high = found.position.bottom_left.y - found.position.top_left.y + 1
    assert high >= picture / 4 - 1
    assert found.position.bottom_left.y < (size[1] + picture) / 2


def test_there_is_no_code_before_the_link_is_to_be_shown() -> None:
    assert read(painted(launched())) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Ms Ann",
        "Her Excellency Dr Maria-Magdalena Konstantinopoulou-Vandenberghe of the Ministry of International "
        "Development Cooperation",
        "志愿者" * 40,
        "ผู้แทนถาวร" * 14,
    ],
)
def test_a_lower_third_of_any_name_stays_inside_the_picture(name: str) -> None:
    image = painted(Sheet(scene=Scene.LIVE, title=TITLE, names=(Name(name, "Director " * 20),)))
    bare = painted(Sheet(scene=Scene.LIVE, title=TITLE))
    inside = QRectF(60, 300, 1000, 360)
    for x in range(0, 1280, 10):
        for y in range(0, 720, 10):
            if not inside.contains(x, y):
                assert image.pixelColor(x, y) == bare.pixelColor(x, y)
    assert image.pixelColor(75, 630) == inks.ACCENT


def test_a_lower_third_comes_in_from_nothing() -> None:
    sheet = Sheet(scene=Scene.LIVE, title=TITLE, names=(Name("Ms Ann", ""),))
    bare = painted(Sheet(scene=Scene.LIVE, title=TITLE))
    assert painted(sheet, moving=Moving(third=0.0)) == bare
    assert painted(sheet, moving=Moving(third=0.5)) not in (bare, painted(sheet))


def test_the_covered_publication_is_the_same_picture_whatever_is_under_the_cloth() -> None:
    one = Sheet(scene=Scene.LAUNCH, title=TITLE, launch=LaunchSheet(series="In Action"))
    assert painted(one).pixelColor(990, 350) != inks.PAPER


def test_a_cover_that_is_not_there_is_its_title_on_paper() -> None:
    image = painted(launched(cover="/nowhere/cover.png"))
    assert image.pixelColor(1150, 600) == inks.PAPER


def test_a_picture_of_two_hundred_megapixels_is_not_opened_and_the_holding_picture_comes(
    tmp_path: Path,
) -> None:
    huge = tmp_path / "huge.pgm"
    huge.write_bytes(b"P5 20000 10000 255\n")  # its head alone says how large it is
    shown = painted(Sheet(scene=Scene.PICTURE, title=TITLE, picture=str(huge)))
    assert shown == painted(Sheet(scene=Scene.HOLDING, title=TITLE))


def test_black_is_black_and_says_not_even_that_it_is_a_rehearsal() -> None:
    image = painted(Sheet(scene=Scene.BLACK, title=TITLE, mode="REHEARSAL"))
    black = QImage(1280, 720, QImage.Format.Format_RGB32)
    black.fill(QColor("black"))
    assert image == black


def test_a_rehearsal_says_so_in_a_small_word() -> None:
    assert painted(Sheet(scene=Scene.LIVE, title=TITLE, mode="REHEARSAL")) != painted(
        Sheet(scene=Scene.LIVE, title=TITLE)
    )


def test_a_monitor_that_is_not_sixteen_to_nine_has_black_bars() -> None:
    image = painted(Sheet(scene=Scene.HOLDING, title=TITLE), (1440, 900))
    assert image.pixelColor(720, 10) == QColor("black")


def test_a_video_fades_out_over_the_holding_picture() -> None:
    video = VideoSheet(file="message.mp4", airing=1, roll=0, motion=Motion.STOPPED, at=ZERO)
    sheet = Sheet(scene=Scene.HOLDING, title="", video=video)
    frame = QImage(1280, 720, QImage.Format.Format_RGB32)
    frame.fill(QColor("#ff0000"))

    def red(there: float) -> int:
        image = QImage(320, 180, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint(painter, QRectF(0, 0, 320, 180), sheet, frame, Moving(video=there))
        painter.end()
        return image.pixelColor(40, 40).red()

    assert red(1.0) == 255
    assert 255 > red(0.5) > red(0.0)
