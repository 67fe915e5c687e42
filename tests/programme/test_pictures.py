"""Pictures of the programme: read once, kept whole while they are shown, whatever happens to their files."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ssc_console.programme.pictures import Shelf, read


def made(path: Path, colour: str, size: tuple[int, int] = (640, 360)) -> str:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return str(path)


def colour(image: QImage | None) -> str:
    return "" if image is None else image.pixelColor(image.width() // 2, image.height() // 2).name()


@pytest.fixture
def file(tmp_path: Path, qtbot: QtBot) -> str:
    return made(tmp_path / "photo.png", "#aa0000")


def test_a_picture_is_read_as_large_as_it_is_shown(file: str) -> None:
    image = read(file, 320, 320)
    assert image is not None
    assert (image.width(), image.height()) == (320, 180)


@pytest.mark.parametrize("wide", [320, 640])
def test_a_file_that_is_overwritten_or_broken_while_it_is_shown_changes_nothing(file: str, wide: int) -> None:
    shelf = Shelf()
    assert colour(shelf.get(file, 320, 180)) == "#aa0000"
    made(Path(file), "#00aa00")
    assert colour(shelf.get(file, wide, 180)) == "#aa0000"
    Path(file).write_bytes(b"half a pict")
    assert colour(shelf.get(file, wide, 180)) == "#aa0000"
    Path(file).unlink()
    assert colour(shelf.get(file, wide, 180)) == "#aa0000"


def test_what_was_put_in_its_place_is_shown_when_it_comes_again(file: str) -> None:
    shelf = Shelf()
    shelf.get(file, 320, 180)
    made(Path(file), "#00aa00")
    shelf.keep_only(())
    assert colour(shelf.get(file, 320, 180)) == "#00aa00"


def test_in_a_larger_window_the_same_file_is_read_for_it(file: str) -> None:
    shelf = Shelf()
    shelf.get(file, 320, 180)
    image = shelf.get(file, 640, 360)
    assert image is not None
    assert image.width() == 640


def test_what_can_not_be_read_is_read_again_only_when_that_is_wanted(tmp_path: Path, qtbot: QtBot) -> None:
    file, shelf = tmp_path / "photo.png", Shelf()
    assert shelf.get(str(file), 320, 180) is None
    made(file, "#0000aa")
    assert shelf.get(str(file), 320, 180) is None
    shelf.try_again(str(file))
    assert colour(shelf.get(str(file), 320, 180)) == "#0000aa"
    shelf.try_again(str(file))  # and what was read stays
    file.unlink()
    assert colour(shelf.get(str(file), 320, 180)) == "#0000aa"
