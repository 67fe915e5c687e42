"""A picture of a page, drawn on the desk where its document has it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ssc_console.desk.page_picture import PicturePart
from ssc_console.look import theme
from ssc_console.page import Anchor, Bar, Drawing, Mark, Stroke, Words

RED, BLUE, WHITE = "#ff0000", "#0000ff", "#ffffff"
WIDE, HIGH = 200, 100


def seen(*marks: Mark, wide: int = WIDE) -> QImage:
    """The picture in a room so wide, on black."""
    picture = QImage(wide, HIGH * wide // WIDE, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    part = PicturePart(theme.load("dark"), Drawing(WIDE, HIGH, marks))
    part.lay(wide)
    painter = QPainter(picture)
    part.paint(painter, 0, QRectF(0, 0, wide, picture.height()))
    painter.end()
    return picture


def inked(picture: QImage) -> tuple[int, int]:
    """From where to where, from left to right, there is ink."""
    rows, columns = range(picture.height()), range(picture.width())
    found = [x for x in columns if any(picture.pixelColor(x, y) != QColor("black") for y in rows)]
    return found[0], found[-1]


def test_bars_and_lines_lie_where_they_were_drawn(qapp: QApplication) -> None:
    picture = seen(Bar(10, 20, 50, 10, RED), Stroke(101, 0, 50, BLUE, 2))
    assert inked(seen(Bar(10, 20, 50, 10, RED))) == (10, 59)
    assert picture.pixelColor(30, 25) == QColor(RED)
    assert picture.pixelColor(30, 35) == QColor("black")
    assert [picture.pixelColor(x, 25).blue() for x in (99, 100, 101, 102)] == [0, 255, 255, 0]


def test_what_is_drawn_later_lies_above_and_may_let_through(qapp: QApplication) -> None:
    picture = seen(Bar(0, 0, 100, 50, RED), Bar(0, 0, 100, 50, WHITE, 0.5))
    colour = picture.pixelColor(50, 25)
    assert colour.red() == 255
    assert 120 <= colour.blue() <= 135


def test_words_begin_end_or_are_centred_at_their_place(qapp: QApplication) -> None:
    ends = {anchor: inked(seen(Words(100, 50, "hard out", 14, WHITE, anchor))) for anchor in Anchor}
    assert 100 <= ends[Anchor.START][0] <= 103
    assert 97 <= ends[Anchor.END][1] <= 100
    assert abs(sum(ends[Anchor.MIDDLE]) / 2 - 100) <= 1.5


def test_in_a_narrower_room_all_of_it_is_smaller(qapp: QApplication) -> None:
    assert inked(seen(Bar(20, 20, 100, 10, RED), wide=100)) == (10, 59)
