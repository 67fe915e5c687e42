import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from ssc_console.look import fonts
from ssc_console.look.shaped import Shaped, counted, shape, shaped
from ssc_console.look.text import Block, Label, Style, line, width
from ssc_console.look.theme import load
from ssc_console.preflight.scripts import without_glyph

LONG = "Her Excellency Dr Maria Wongsakulchaiyapruk de Oliveira e Souza Ferreira, Minister of Everything"


def test_a_name_that_fits_is_shown_whole_in_its_full_size(qtbot: QtBot) -> None:
    block = Block(Style(20, fonts.BOLD)).lay("Mr Jorge Chediek", 600)
    assert not block.cut
    assert block.width <= 600


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_name_never_pushes_the_layout(qtbot: QtBot, lines: int) -> None:
    block = Block(Style(32, fonts.BOLD, lines=lines, least=20)).lay(LONG, 300)
    assert block.width <= 300.5


def test_a_name_shrinks_before_it_is_cut(qtbot: QtBot) -> None:
    roomy = Block(Style(32, fonts.BOLD)).lay("Mr Jorge Chediek", 200)
    shrinking = Block(Style(32, fonts.BOLD, least=18)).lay("Mr Jorge Chediek", 200)
    assert roomy.cut
    assert not shrinking.cut


def test_a_cut_name_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    look = load("dark")
    label = Label(Style(20), look.text, look.background)
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.set_text(LONG)
    label.grab()
    assert label.toolTip() == LONG
    label.resize(2000, 30)
    label.grab()
    assert label.toolTip() == ""


def test_characters_beyond_the_basic_plane_are_not_split(qtbot: QtBot) -> None:
    block = Block(Style(20, lines=3)).lay("𠮷野家 " * 12, 90)
    assert block.height > 0


def test_a_line_that_is_painted_again_is_not_shaped_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = load("dark")
    picture = QPixmap(300, 40)
    picture.fill(look.background)
    painter = QPainter(picture)
    made: list[Shaped] = []
    monkeypatch.setattr(Shaped, "draw", lambda self, *_: made.append(self))
    for _ in range(3):
        line(painter, QRectF(0, 0, 300, 40), "Ms Gita Sabharwal", Style(17), look.text)
    Block(Style(17)).lay("Ms Gita Sabharwal", 300).draw(painter, 0, 0, look.text)
    Block(Style(17)).lay("Ms Gita\nSabharwal", 300).draw(painter, 0, 0, look.text)
    painter.end()
    assert len(made) == 5
    assert set(made) == {shaped("Ms Gita Sabharwal", 17, fonts.REGULAR)}


@pytest.mark.parametrize("words", ["Ms Gita Sabharwal · 10:30", "นางสาวภัทรัตน์ หงษ์ทอง", "السيدة ليلى حداد"])
def test_a_line_looks_the_same_whether_it_is_kept_shaped_or_drawn_at_once(qtbot: QtBot, words: str) -> None:
    look = load("dark")

    def painted(style: Style) -> QImage:
        picture = QPixmap(300, 40)
        picture.fill(look.background)
        painter = QPainter(picture)
        line(painter, QRectF(4, 0, 290, 40), words, style, look.text)
        painter.end()
        return picture.toImage()

    assert painted(Style(17)) == painted(Style(17, counts=True))


@pytest.mark.parametrize("scale", [1, 1.25, 2])
@pytest.mark.parametrize(
    "words",
    ["4:59", "12:34 of 1:02:03 spoken", "+1:23", "0:42 ago · by itself", "−0:30", "in 4 min", "6 / 12"],
)
def test_figures_that_count_look_as_if_each_text_were_shaped_anew(
    qtbot: QtBot, words: str, scale: float
) -> None:
    fonts.install()
    look = load("dark")

    def painted(style: Style) -> QImage:
        picture = QImage(round(300 * scale), round(40 * scale), QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(scale)
        picture.fill(look.background)
        painter = QPainter(picture)
        for text in (words.translate(str.maketrans("0123456789", "7210983654")), words):
            line(painter, QRectF(4, 0, 290, 40), text, style, look.text)
        painter.end()
        return picture

    assert counted(shape(words), 17, fonts.SEMIBOLD) is not None
    assert painted(Style(17, fonts.SEMIBOLD, counts=True)) == painted(Style(17, fonts.SEMIBOLD))


def test_what_our_typeface_has_not_is_not_counted_by_glyphs(qtbot: QtBot) -> None:
    fonts.install()
    for words in ("", "๔:๕๙", "4-59", "4:59 王"):
        assert counted(shape(words), 17, fonts.REGULAR) is None


def lowest_ink(picture: QImage, left: int, right: int) -> int:
    """The lowest row of pixels that is inked between two columns."""
    columns = range(left, right, 2)
    return max(
        y for y in range(picture.height()) if any(picture.pixelColor(x, y).lightness() < 128 for x in columns)
    )


@pytest.mark.parametrize("letters", ["កខ", "ကခ", "ก", "ນ", "王"])
def test_a_name_in_another_script_stands_on_the_line_of_the_latin_letters(qtbot: QtBot, letters: str) -> None:
    fonts.install()
    if without_glyph([letters]):
        pytest.skip("no font for this script")
    picture = QImage(600, 240, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    shaped(f"HH {letters}", 80, fonts.REGULAR).draw(painter, 0, 60, QColor("black"))
    painter.end()
    edge = round(shaped("HH", 80, fonts.REGULAR).width) + 4
    latin, other = lowest_ink(picture, 0, edge), lowest_ink(picture, edge, 600)
    assert abs(latin - other) <= 0.06 * 80


def test_a_line_with_raised_letters_is_as_wide_as_it_is_measured(qtbot: QtBot) -> None:
    fonts.install()
    made = shaped("លោកស្រី សុខា Sokha", 20, fonts.BOLD)
    assert abs(made.width - width("លោកស្រី សុខា Sokha", Style(20, fonts.BOLD))) <= 1


@pytest.mark.parametrize("room", range(120, 420, 20))
def test_no_line_of_a_text_with_a_hyphen_is_wider_than_its_room(qtbot: QtBot, room: int) -> None:
    """Figures are as wide in each line as when the text was broken: one line has the hyphen, others not."""
    fonts.install()
    block = Block(Style(16, lines=40)).lay("In 11/1/11/111/1 and 2011 11 of 111 came; South-South " * 4, room)
    assert max(made.width for _, made, _ in block._lines) <= room + 0.5
