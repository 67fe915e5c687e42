"""What the check says of pictures and of fonts."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ssc_console.preflight.item import Item, Verdict
from ssc_console.preflight.pictures import picture, pictures
from ssc_console.preflight.scripts import scripts, without_glyph
from ssc_console.preflight.subject import Subject
from ssc_console.resources import resource
from ssc_console.show.rundown import Cue, Kind, Moment, Person, Publication, Segment
from tests.staged import an_hour, minutes

pytestmark = pytest.mark.usefixtures("qapp")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_head(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and has next to nothing of it: to read it would fail."""
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0"))


def looked_at(path: Path) -> Item:
    return picture("Picture", path.name, str(path))


def saved(path: Path, width: int, height: int) -> Path:
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path))
    return path


def test_a_picture_is_good_and_its_size_is_told(tmp_path: Path):
    assert looked_at(saved(tmp_path / "a.png", 1280, 720)) == Item("Picture", Verdict.GOOD, "1280×720")


def test_a_drawing_has_no_size_to_be_told():
    assert picture("Cover", "cover.svg", resource("cover.svg")) == Item("Cover", Verdict.GOOD)


def test_a_picture_of_200_megapixels_is_told_and_not_read(tmp_path: Path):
    giant = tmp_path / "giant.png"
    giant.write_bytes(png_head(20_000, 10_000))
    item = looked_at(giant)
    assert (item.verdict, item.words) == (Verdict.BAD, "200 megapixels: too large")


def test_one_that_is_small_enough_is_read(tmp_path: Path):
    (tmp_path / "a.png").write_bytes(png_head(2_000, 1_000))
    assert looked_at(tmp_path / "a.png").words == "damaged"


def test_a_picture_that_breaks_off_is_damaged(tmp_path: Path):
    whole = saved(tmp_path / "a.png", 800, 600).read_bytes()
    cut = tmp_path / "cut.png"
    cut.write_bytes(whole[: len(whole) // 2])
    assert looked_at(cut).words == "damaged"


def test_a_small_picture_is_a_warning(tmp_path: Path):
    item = looked_at(saved(tmp_path / "a.png", 200, 100))
    assert (item.verdict, item.words) == (Verdict.WARNING, "small: 200×100")


def test_what_is_no_picture_or_not_there_is_bad(tmp_path: Path):
    (tmp_path / "a.png").write_text("Please find the logo attached.")
    assert looked_at(tmp_path / "a.png").words == "not a picture"
    assert looked_at(tmp_path / "b.png").words == "no such file"


def test_covers_and_pictures_of_cues_are_looked_at_once(tmp_path: Path):
    saved(tmp_path / "cover.png", 800, 1120)
    cues = tuple(
        Cue(id=f"launch/{n}", segment="launch", moment=Moment.START, do=(f"picture: {file}",))
        for n, file in enumerate(("group.png", "cover.png", "group.png"))
    )
    launch = Segment(
        id="launch",
        title="Launch",
        kind=Kind.LAUNCH,
        duration=minutes("4:00"),
        publication=Publication(title="Volunteering", cover="cover.png"),
        cues=cues,
    )
    found = pictures(Subject(rundown=an_hour(launch), folder=str(tmp_path), journal=""))
    assert [(item.what, item.verdict) for item in found] == [
        ("Cover of the publication", Verdict.GOOD),
        ("Picture: group.png", Verdict.BAD),
    ]


def test_a_character_that_no_font_has_is_found_with_where_it_stands():
    assert without_glyph(["Mr Chediek", "a \U0010fffd b"]) == {}  # of no script: nobody writes it
    assert without_glyph(["António", "a \U00013000 b"]) in ({}, {"\U00013000": "a \U00013000 b"})


def test_names_that_cannot_be_shown_are_told_with_their_script(qtbot: QtBot):
    name = "ancient \U0001e900 name"  # Adlam
    rundown = an_hour(
        Segment(id="a", title="A", duration=minutes("1:00")), people=(Person(id="x", name=name),)
    )
    (item,) = scripts(Subject(rundown=rundown, folder="", journal=""))
    if without_glyph([name]):
        assert (item.verdict, item.words) == (Verdict.BAD, f"none for Adlam: “{name}” shows as boxes")
    else:
        assert item.verdict is Verdict.GOOD
