import pytest
from pytestqt.qtbot import QtBot

from ssc_console.look import fonts
from ssc_console.look.text import Block, Label, Style
from ssc_console.look.theme import load

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
    label.show()
    assert label.toolTip() == LONG
    label.resize(2000, 30)
    assert label.toolTip() == ""


def test_characters_beyond_the_basic_plane_are_not_split(qtbot: QtBot) -> None:
    block = Block(Style(20, lines=3)).lay("𠮷野家 " * 12, 90)
    assert block.height > 0
