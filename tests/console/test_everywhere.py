"""A key that presses the large button whichever window has the keyboard, where a person has chosen one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ssc_console import hotkey
from ssc_console.desk.elsewhere import words
from ssc_console.desk.keys import EVERYWHERE
from ssc_console.hotkey import KeyIsTaken, NoHotkey
from ssc_console.look import mode_look
from ssc_console.show.figures import Status
from tests.console.test_choices import Desk


class System:
    """Gives a program one key, unless another has it."""

    def __init__(self, *others: str) -> None:
        self.others = others
        self.key = ""
        self.press: Callable[[], None] = lambda: None
        self.lose: Callable[[], None] = lambda: None

    def take(self, key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        if key in self.others:
            raise KeyIsTaken(f"Another program has {key} already: choose another key.")
        self.key, self.press, self.lose = key, pressed, lost

    def let_go(self) -> None:
        self.key, self.press = "", lambda: None


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    made = System("F9")
    monkeypatch.setattr(hotkey, "hotkey", lambda: made)
    return made


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, system: System, qapp: object) -> Desk:
    made = Desk(qtbot, tmp_path / "settings.toml")
    made.console.desk.grab()  # painted: a press counts of what can have been read
    made.milliseconds += 5_000
    qtbot.addWidget(made.console.desk, before_close_func=lambda _: qapp.setProperty(EVERYWHERE, ""))  # type: ignore[attr-defined]
    return made


def test_no_key_is_taken_that_nobody_chose(desk: Desk, system: System) -> None:
    assert system.key == ""
    assert words() == "The keyboard is elsewhere: click here to take it back"


def test_the_chosen_key_presses_the_large_button_and_the_desk_says_which_it_is(
    desk: Desk, system: System
) -> None:
    desk.choose("everywhere")
    assert system.key == "Ctrl+Alt+Space"
    assert "only Ctrl Alt Space counts" in words()
    assert desk.line("Presses the large button").right == "Ctrl Alt Space"
    desk.console.desk.grab()
    system.press()
    assert desk.show.snapshot().status is Status.ON_AIR


def test_a_second_press_at_once_is_a_bounce_from_another_window_too(desk: Desk, system: System) -> None:
    desk.choose("everywhere")
    desk.console.desk.grab()
    system.press()
    on_air = desk.show.snapshot().on_air
    system.press()
    assert desk.show.snapshot().on_air == on_air
    assert "double press" in desk.console.desk.contents.bottom.big.refusal


def test_a_key_that_another_program_has_lights_the_lamp_and_the_next_one_puts_it_out(
    desk: Desk, system: System
) -> None:
    desk.choose("everywhere")
    desk.choose("everywhere")
    assert system.key == ""
    assert "Another program has F9 already" in desk.trouble()
    assert words() == "The keyboard is elsewhere: click here to take it back"
    desk.choose("everywhere")
    assert (system.key, desk.trouble()) == ("Pause", "")


def test_a_key_that_another_program_had_is_taken_once_that_one_is_gone(desk: Desk, system: System) -> None:
    desk.choose("everywhere")
    desk.choose("everywhere")
    assert system.key == ""
    system.others = ()
    made = desk.choices._everywhere
    assert made is not None
    made._again.timeout.emit()
    assert (system.key, desk.trouble()) == ("F9", "")
    assert "only F9 counts" in words()


def test_a_key_that_is_lost_is_said_to_be_and_taken_again(desk: Desk, system: System) -> None:
    desk.choose("everywhere")
    system.others = (system.key,)
    system.lose()
    assert "Another program has Ctrl+Alt+Space" in desk.trouble()
    assert words() == "The keyboard is elsewhere: click here to take it back"
    system.others = ()
    made = desk.choices._everywhere
    assert made is not None
    made._again.timeout.emit()
    assert (system.key, desk.trouble()) == ("Ctrl+Alt+Space", "")


def test_a_key_that_no_system_gives_is_not_asked_for_again(desk: Desk, system: System) -> None:
    def refuse(key: str, pressed: Callable[[], None], lost: Callable[[], None]) -> None:
        raise NoHotkey(f"{key} can't be taken.")

    system.take = refuse  # type: ignore[method-assign]
    desk.choose("everywhere")
    made = desk.choices._everywhere
    assert made is not None
    assert "can't be taken" in desk.trouble()
    assert not made._again.isActive()


def test_who_only_looks_on_is_not_told_of_a_key_that_is_somebody_else_s(desk: Desk, system: System) -> None:
    desk.console.desk.set_mode(mode_look.LOOKING_ON)
    desk.choose("everywhere")
    desk.choose("everywhere")
    assert (system.key, desk.trouble()) == ("", "")


def test_a_key_is_given_back_when_it_is_chosen_no_more_and_when_the_desk_is_closed(
    desk: Desk, system: System
) -> None:
    for _ in range(5):
        desk.choose("everywhere")
    assert (system.key, desk.kept.settings.everywhere) == ("", "")
    desk.choose("everywhere")
    desk.console.desk.let_go()
    desk.console.desk.close()
    assert system.key == ""


def test_from_another_window_nobody_takes_a_show_over(desk: Desk, system: System) -> None:
    desk.choose("everywhere")
    desk.console.set_mode(mode_look.LOOKING_ON)
    desk.console.desk.grab()
    system.press()
    assert desk.show.snapshot().status is Status.BEFORE
    assert "only looks on" in desk.console.desk.contents.bottom.big.refusal
