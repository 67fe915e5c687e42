"""Which texts the bundled typeface draws alone, and that none of them lacks a sign."""

from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from ssc_console.look import fonts
from ssc_console.resources import resource

PRINTED = [chr(code) for code in range(0x20, 0x249) if chr(code).isprintable()]


@pytest.mark.parametrize("file", sorted(path.name for path in Path(resource("fonts")).glob("*.ttf")))
def test_what_is_drawn_alone_is_in_the_typeface_in_every_weight(qapp: QApplication, file: str) -> None:
    fonts.install()
    face = QRawFont(str(Path(resource("fonts")) / file), 16)
    drawn = [*PRINTED, *"‐‑‒–—―‘’‚“”„†‡•…‹›←↑→↓−×≈≠≤≥▲▶▼◀●○✓✗⚠", *"កนក王م"]
    alone = [each for each in drawn if fonts.has_all_of(each)]
    assert len(alone) > 250
    assert [each for each in alone if not face.supportsCharacter(ord(each))] == []


@pytest.mark.parametrize(
    "text", ["សុខ", "นางสาว", "王小明 (China)", "السيدة", "naïve ☂", "a\N{COMBINING LOW LINE}"]
)
def test_other_scripts_and_rare_signs_are_looked_for_in_the_systems_fonts(
    qapp: QApplication, text: str
) -> None:
    fonts.install()
    assert not fonts.has_all_of(text)


@pytest.mark.parametrize("text", ["11:30", "Señora Núñez — “Łódź” … −0:05", ""])
def test_latin_text_is_drawn_alone(qapp: QApplication, text: str) -> None:
    fonts.install()
    assert fonts.has_all_of(text)


def test_what_was_measured_in_one_typeface_is_not_taken_for_another(qapp: QApplication) -> None:
    fonts.install()
    asked = []

    @fonts.remembered(8)
    def measured(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [measured("12:00"), measured("12:00")] == [5, 5]
    assert asked == ["12:00"]
    fonts.install()
    assert measured("12:00") == 5
    assert asked == ["12:00", "12:00"]
