import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from ssc_console.look.digits import Digits
from ssc_console.look.theme import load


class Painted(QObject):
    """Notes which rectangles of a widget are painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.rects: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@pytest.fixture
def digits(qtbot: QtBot) -> Digits:
    look = load("dark")
    made = Digits(look.text, look.background, align=Qt.AlignmentFlag.AlignLeft)
    qtbot.addWidget(made)
    made.resize(600, 160)
    made.set_text("5:00")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_only_the_digit_that_changed_is_painted_again(digits: Digits, qtbot: QtBot) -> None:
    digits.set_text("4:59")
    qtbot.wait(30)
    painted = Painted(digits)
    digits.set_text("4:58")
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert all(rect.width() < digits.width() / 4 for rect in painted.rects)


def test_nothing_is_painted_when_nothing_changed(digits: Digits, qtbot: QtBot) -> None:
    qtbot.wait(30)
    painted = Painted(digits)
    digits.set_text("5:00")
    qtbot.wait(30)
    assert painted.rects == []


@pytest.mark.parametrize("text", ["5:00", "1:11", "0:48"])
def test_digits_do_not_wobble(digits: Digits, text: str) -> None:
    edge = digits.right_edge()
    digits.set_text(text)
    assert digits.right_edge() == edge


@pytest.mark.parametrize("text", ["0:36", "10:00", "1:02:03", "+0:00", "+1:02:03"])
def test_every_countdown_fits_its_room(digits: Digits, text: str) -> None:
    digits.set_text(text)
    assert digits.right_edge() <= digits.width()


@pytest.mark.parametrize("size", [(600, 160), (200, 160), (300, 40)])
def test_days_are_whole_within_their_room(digits: Digits, size: tuple[int, int]) -> None:
    digits.resize(*size)
    digits.set_text("+2261 days")
    shown = digits.grab().toImage()
    ground = load("dark").background.rgb()
    assert {shown.pixel(x, y) for x in range(size[0]) for y in (0, size[1] - 1)} == {ground}
    assert digits.right_edge() <= size[0]
    assert any(shown.pixel(x, size[1] // 2) != ground for x in range(size[0]))
