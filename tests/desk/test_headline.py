"""The headline: which show, and where it stands."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.headline import Headline
from ssc_console.look import theme
from ssc_console.show.value import replace
from tests.staged import Stage, usual


def test_of_another_run_it_has_the_title_though_as_much_has_happened(qtbot: QtBot) -> None:
    headline = Headline(theme.load("dark"))
    qtbot.addWidget(headline)
    headline.present(Stage().seen)
    renamed = replace(usual(), event=replace(usual().event, title="Closing ceremony"))
    headline.present(Stage(renamed).seen)
    assert headline.accessibleName().startswith("Closing ceremony · ")
