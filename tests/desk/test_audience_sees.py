"""The small picture of the programme on the desk, and the words over it."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.contents import Contents
from ssc_console.desk.programme_preview import HEADING, ProgrammePreview, ProgrammeView
from ssc_console.look import theme
from ssc_console.programme.sheet import sheet_of
from ssc_console.show.commands import Do, Start
from tests.desk.evening import given
from tests.staged import Stage


def heading_is_amber(preview: ProgrammePreview) -> bool:
    picture = preview.grab().toImage()
    amber = theme.load("dark").amber
    return any(picture.pixelColor(x, y) == amber for x in range(12, 28) for y in range(HEADING))


def test_the_large_button_says_what_hides_the_show_while_the_programme_is_open(qtbot: QtBot) -> None:
    contents = Contents(given(elapsed=lambda: 0))
    qtbot.addWidget(contents)
    stage = Stage().at("0:00").do(Start(), Do("black"))
    contents.present(stage.seen)
    said = contents.bottom.big
    assert "black" not in said.accessibleDescription()
    contents.show_programme(ProgrammeView(sheet=sheet_of(stage.seen, ".", ""), where="here"))
    assert "the audience sees black" in said.accessibleDescription()
    contents.show_programme(None)
    assert "black" not in said.accessibleDescription()


def test_what_hides_the_show_stands_over_the_small_picture_until_it_is_gone(qtbot: QtBot) -> None:
    contents = Contents(given(elapsed=lambda: 0))
    qtbot.addWidget(contents)
    contents.resize(1280, 720)
    stage = Stage().at("0:00").do(Start(), Do("black"))
    contents.present(stage.seen)
    contents.show_programme(ProgrammeView(sheet=sheet_of(stage.seen, ".", ""), where="here"))
    assert heading_is_amber(contents.live.preview)
    contents.present(stage.do(Do("programme")).seen)
    assert not heading_is_amber(contents.live.preview)
    contents.present(stage.do(Do("holding picture")).seen)
    assert heading_is_amber(contents.live.preview)
