"""Lines that are ready to be shown to the speaker: which, and how they lie in the bar."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.forms import READY_MADE, ready_made
from ssc_console.desk.ready_made import ReadyMade
from ssc_console.look import theme
from ssc_console.show.commands import Start
from ssc_console.show.rundown import Segment
from ssc_console.show.value import replace
from tests.staged import Stage, an_hour, minutes


def test_the_segments_own_come_first_then_the_events_and_none_twice() -> None:
    rundown = an_hour(
        Segment(id="a", title="A", duration=minutes("1:00"), messages=("Slides stuck", "Louder"))
    )
    rundown = replace(rundown, event=replace(rundown.event, messages=("Louder", "Slower")))
    stage = Stage(rundown)
    assert ready_made(stage.seen) == ("Louder", "Slower")
    assert ready_made(stage.do(Start()).seen) == ("Slides stuck", "Louder", "Slower")


def test_an_agenda_without_any_has_those_that_come_along() -> None:
    assert ready_made(Stage().seen) == READY_MADE


def test_however_many_there_are_they_lie_on_lines_and_none_is_cut_off(qtbot: QtBot) -> None:
    made = ReadyMade(theme.load("dark"), tuple(f"{number} minutes left, please" for number in range(12)))
    qtbot.addWidget(made)
    made.resize(1000, made.height_at(1000))
    made.show()
    places = [button.geometry() for button in made._buttons]
    assert all(made.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])
    assert made.height_at(2000) < made.height_at(1000)


def test_nine_have_a_key(qtbot: QtBot) -> None:
    made = ReadyMade(theme.load("dark"), tuple("abcdefghijkl"))
    qtbot.addWidget(made)
    assert [made.of_key(key) for key in ("1", "9", "0", "10", "", "x", "\u0e51")] == ["a", "i", *[None] * 5]
