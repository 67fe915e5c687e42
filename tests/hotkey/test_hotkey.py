"""A key that counts in every window: which can be taken, and a real X server that gives one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import xcffib
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ssc_console.hotkey import NoHotkey, Nothing, hotkey
from ssc_console.hotkey.names import Combination, combination
from ssc_console.hotkey.x11 import X11

HELD = 1_500
"""Milliseconds: a key of the X server repeats after 660."""


class Keyboard:
    """Of an X server of the tests' own: presses keys, whoever listens."""

    def __init__(self, display: str) -> None:
        self._around = {**os.environ, "DISPLAY": display}

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._around, check=True)

    def has(self, key: str, instead: str) -> None:
        """Give the place of a key to another one, as another keyboard does."""
        connection: Any = xcffib.connect(self._around["DISPLAY"])  # type: ignore[no-untyped-call]
        setup = connection.get_setup()
        count = setup.max_keycode - setup.min_keycode + 1
        found = connection.core.GetKeyboardMapping(setup.min_keycode, count).reply()
        before, after = combination(key).keysym, combination(instead).keysym
        changed = [after if keysym == before else keysym for keysym in found.keysyms]
        wide = found.keysyms_per_keycode
        connection.core.ChangeKeyboardMappingChecked(count, setup.min_keycode, wide, changed).check()
        connection.disconnect()


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb and xdotool are needed")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", "640x480x24", "-noreset"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads) as said:
        display = f":{said.readline().strip()}"
    monkeypatch.setenv("DISPLAY", display)
    yield Keyboard(display)
    server.terminate()
    server.wait()


@pytest.fixture
def key(qapp: QGuiApplication) -> Iterator[X11]:
    made = X11()
    yield made
    made.let_go()


def lost() -> None:
    """No key is, unless a test says so."""
    raise AssertionError("the key was lost")


def test_a_key_counts_whatever_has_the_keyboard(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("Ctrl+Alt+Space", lambda: pressed.append("space"), lost)
    keyboard.do("key", "ctrl+alt+space")
    qtbot.waitUntil(lambda: pressed == ["space"])
    keyboard.do("key", "space", "key", "ctrl+space", "key", "ctrl+alt+space")
    qtbot.waitUntil(lambda: pressed == ["space", "space"])


def test_a_key_that_is_held_down_is_one_press(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("F9", lambda: pressed.append("F9"), lost)
    keyboard.do("keydown", "F9")
    qtbot.wait(HELD)
    keyboard.do("keyup", "F9", "key", "F9")
    qtbot.waitUntil(lambda: len(pressed) > 1)
    assert pressed == ["F9", "F9"]


def test_it_is_one_press_too_if_ctrl_is_lifted_first(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("Ctrl+Alt+Space", lambda: pressed.append("space"), lost)
    keyboard.do("keydown", "ctrl", "keydown", "alt", "keydown", "space")
    qtbot.wait(HELD)
    keyboard.do("keyup", "ctrl")
    qtbot.wait(HELD)
    assert pressed == ["space"]
    keyboard.do("keyup", "alt", "keyup", "space", "key", "ctrl+alt+space")
    qtbot.waitUntil(lambda: len(pressed) > 1)
    assert pressed == ["space", "space"]


def test_caps_lock_and_num_lock_make_no_difference(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("Ctrl+Alt+A", lambda: pressed.append("A"), lost)
    for lock in ("Caps_Lock", "Num_Lock"):
        keyboard.do("key", lock, "key", "ctrl+alt+a")
    qtbot.waitUntil(lambda: pressed == ["A", "A"])


def test_a_key_that_another_program_has_is_not_taken_and_a_free_one_is(
    qtbot: QtBot, keyboard: Keyboard, key: X11
) -> None:
    pressed: list[str] = []
    other = X11()
    other.take("F9", lambda: pressed.append("other"), lost)
    with pytest.raises(NoHotkey, match="Another program has F9 already: choose another key"):
        key.take("F9", lambda: pressed.append("ours"), lost)
    key.take("F10", lambda: pressed.append("ours"), lost)
    keyboard.do("key", "F9", "key", "F10")
    qtbot.waitUntil(lambda: pressed == ["other", "ours"])
    other.let_go()
    key.take("F9", lambda: pressed.append("ours"), lost)
    keyboard.do("key", "F10", "key", "F9")
    qtbot.waitUntil(lambda: len(pressed) > 2)
    assert pressed == ["other", "ours", "ours"]


def test_a_key_that_is_let_go_is_other_programs_again(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("F9", lambda: pressed.append("ours"), lost)
    key.let_go()
    other = X11()
    other.take("F9", lambda: pressed.append("other"), lost)
    keyboard.do("key", "F9")
    qtbot.waitUntil(lambda: bool(pressed))
    assert pressed == ["other"]
    other.let_go()


def test_a_key_counts_where_another_layout_has_it(qtbot: QtBot, keyboard: Keyboard, key: X11) -> None:
    pressed: list[str] = []
    key.take("F9", lambda: pressed.append("F9"), lost)
    keyboard.has("F10", "F24")
    keyboard.has("F9", "F10")
    keyboard.has("F24", "F9")
    keyboard.do("key", "F10")
    qtbot.wait(HELD)
    keyboard.do("key", "F9")
    qtbot.waitUntil(lambda: bool(pressed))
    assert pressed == ["F9"]


def test_a_key_that_another_keyboard_lacks_is_lost_and_taken_where_it_is_on_the_next(
    qtbot: QtBot, keyboard: Keyboard, key: X11
) -> None:
    pressed: list[str] = []
    key.take("F9", lambda: pressed.append("F9"), lambda: pressed.append("lost"))
    keyboard.has("F9", "F24")
    qtbot.waitUntil(lambda: pressed == ["lost"])
    keyboard.has("F24", "F9")
    key.take("F9", lambda: pressed.append("F9"), lost)
    keyboard.do("key", "F9")
    qtbot.waitUntil(lambda: pressed == ["lost", "F9"])


def test_without_an_x_server_no_key_can_be_had(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, key: X11
) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    with pytest.raises(NoHotkey, match="X server"):
        key.take("F9", lambda: None, lost)


def test_a_screen_that_gives_no_keys_says_what_to_do_instead(qapp: QGuiApplication) -> None:
    made = hotkey()
    assert isinstance(made, Nothing)
    with pytest.raises(NoHotkey, match="click the desk before you press"):
        made.take("F9", lambda: None, lost)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ctrl+Alt+Space", Combination(keysym=0x20, virtual=0x20, ctrl=True, alt=True)),
        ("F1", Combination(keysym=0xFFBE, virtual=0x70)),
        ("Shift+F12", Combination(keysym=0xFFC9, virtual=0x7B, shift=True)),
        ("PgDown", Combination(keysym=0xFF56, virtual=0x22)),
        ("Meta+A", Combination(keysym=0x61, virtual=0x41, meta=True)),
        ("Ctrl+7", Combination(keysym=0x37, virtual=0x37, ctrl=True)),
    ],
)
def test_each_system_has_its_own_number_for_a_key(name: str, found: Combination) -> None:
    assert combination(name) == found


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Space", "Space types something in other programs: take it together with Ctrl or Alt"),
        ("A", "A types something"),
        ("Shift+A", "types something"),
        ("Hello", "“Hello” is no key"),
        ("", "is no key"),
        ("Ctrl+K, Ctrl+C", "is no key"),
        ("Ctrl+Ä", "can't be taken"),
    ],
)
def test_a_key_that_can_not_be_taken_says_why(name: str, why: str) -> None:
    with pytest.raises(NoHotkey, match=why):
        combination(name)
