"""How each phase looks."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ssc_console.look import mode_look, shapes, theme
from ssc_console.look.phases import HELD, SHAPES, phase_look
from ssc_console.show.figures import Phase


def test_no_two_phases_share_a_shape_and_none_has_that_of_a_hold_or_of_a_mode() -> None:
    modes = [mode_look.LIVE, mode_look.REHEARSAL, mode_look.REPLAY, mode_look.LOOKING_ON]
    used = [*SHAPES.values(), HELD, *{mode.shape for mode in modes}]
    assert len(used) == len(set(used))
    assert set(SHAPES) == set(Phase)


@pytest.mark.parametrize("phase", Phase)
def test_the_desk_shows_the_shape_that_the_speaker_sees(phase: Phase) -> None:
    assert phase_look(phase, theme.load("dark")).shape is SHAPES[phase]


def test_the_shapes_of_the_phases_look_different_where_they_are_small(qtbot: QtBot) -> None:
    pictures = [_small(shape) for shape in (*SHAPES.values(), HELD)]
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) > 0.15 * len(one)


def _small(shape: shapes.Shape) -> list[bool]:
    """Which of 20×20 pixels are inked."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    shapes.draw(painter, shape, QRectF(0, 0, 20, 20), QColor("white"))
    painter.end()
    return [image.pixelColor(x, y).lightness() > 127 for y in range(20) for x in range(20)]
