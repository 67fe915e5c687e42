"""The page before the show keeps up with the time, also when the start has been missed."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.before_page import BeforePage
from ssc_console.look import theme
from ssc_console.show.commands import Dismiss, Postpone
from tests.staged import Stage, at


def a_page(qtbot: QtBot) -> BeforePage:
    page = BeforePage(theme.load("dark"), "Asia/Bangkok", lambda: 100_000, ())
    qtbot.addWidget(page)
    page.resize(1200, 700)
    return page


def says(page: BeforePage) -> tuple[object, ...]:
    return page.head.text, page.digits.text, page.first.text, page.check._facts, page.people._facts


def test_second_by_second_it_says_what_a_page_made_anew_says(qtbot: QtBot) -> None:
    page, stage = a_page(qtbot), Stage()
    for second in range(-70, 130):
        stage.at(f"{'-' if second < 0 else ''}{abs(second) // 60}:{abs(second) % 60:02}")
        if second == 40:
            stage.do(Dismiss("show/recording"))
        if second == 80:
            stage.do(Postpone(at("1:50")))
        anew = a_page(qtbot)
        for each in (page, anew):
            each.present(stage.seen)
        assert says(page) == says(anew)


def test_once_the_start_is_missed_what_is_spare_is_said_calmly(qtbot: QtBot) -> None:
    """The header has its seconds; a card that changed every second would be spoken every second."""
    page, stage = a_page(qtbot), Stage()
    said = set()
    for second in range(-5, 60):
        page.present(stage.at(f"{'-' if second < 0 else ''}0:{abs(second):02}").seen)
        said.add(page.check._facts[1].right)
    assert said == {"38:06 spare", "38 min spare", "37 min spare"}


def test_put_back_to_an_earlier_instant_it_says_what_was_so_then(qtbot: QtBot) -> None:
    """As in a replay."""
    page, anew, stage = a_page(qtbot), a_page(qtbot), Stage()
    page.present(stage.at("0:50").seen)
    for each in (page, anew):
        each.present(stage.at("-1:00").seen)
    assert says(page) == says(anew)
