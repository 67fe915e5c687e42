"""Where a display stands when monitors come and go."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ssc_console.displays import screen_window
from ssc_console.displays.homes import Home, Monitor, found, place, with_twins
from ssc_console.displays.screen_window import ScreenWindow

LAPTOP = Monitor("eDP-1", "BOE/laptop/1", 0, 0, 1920, 1040)
STAGE = Monitor("HDMI-1", "Dell/U24/A1", 1920, 0, 1920, 1080)
SPARE = Monitor("DP-1", "Dell/U27/B2", 3840, 0, 2560, 1440)
FULL = Home("HDMI-1", "Dell/U24/A1", full_screen=True)


def test_at_home_it_fills_its_monitor() -> None:
    wanted = place(FULL, [LAPTOP, STAGE], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen, wanted.behind) == ("HDMI-1", True, False)


def test_unplugged_it_is_a_window_on_a_monitor_without_the_desk() -> None:
    wanted = place(FULL, [LAPTOP, SPARE], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen, wanted.behind) == ("DP-1", False, False)


def test_where_only_the_desk_s_monitor_is_left_it_stands_behind_the_desk() -> None:
    wanted = place(FULL, [LAPTOP], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen, wanted.behind) == ("eDP-1", False, True)
    left, top, width, height = wanted.at
    assert 0 <= left < left + width <= LAPTOP.width
    assert 0 <= top < top + height <= LAPTOP.height


def test_the_desk_that_fled_to_its_home_is_not_covered_when_it_returns() -> None:
    wanted = place(FULL, [LAPTOP, STAGE], desk="HDMI-1")
    assert wanted is not None
    assert (wanted.full_screen, wanted.behind) == (False, True)


def test_a_monitor_that_is_plugged_in_elsewhere_is_still_its_home() -> None:
    moved = Monitor("DP-3", STAGE.make, 1920, 0, 1920, 1080)
    wanted = place(FULL, [LAPTOP, moved], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen) == ("DP-3", True)


def test_of_two_monitors_of_one_make_it_goes_to_the_one_it_was_on() -> None:
    twin = Monitor("DP-2", STAGE.make, 5000, 0, 1920, 1080)
    wanted = place(FULL, [LAPTOP, twin, STAGE], desk="eDP-1")
    assert wanted is not None
    assert wanted.monitor == "HDMI-1"


def test_monitors_that_say_nothing_of_themselves_are_told_by_their_outputs() -> None:
    """Cheap adapters and capture cards: what remains, the desk's, is not taken for the stage's."""
    laptop = Monitor("eDP-1", "//", 0, 0, 1920, 1040)
    stage = Monitor("HDMI-1", "//", 1920, 0, 1920, 1080)
    home = Home("HDMI-1", "//", full_screen=True)
    away, back = place(home, [laptop], desk="eDP-1"), place(home, [laptop, stage], desk="eDP-1")
    assert away is not None
    assert back is not None
    assert (away.full_screen, away.behind) == (False, True)
    assert (back.monitor, back.full_screen) == ("HDMI-1", True)
    assert found(home, [Monitor("DP-1", "//", 1920, 0, 1920, 1080)]) is None


def test_a_monitor_that_stood_beside_its_twin_is_not_taken_for_it_when_that_goes() -> None:
    twin = Monitor("DP-2", STAGE.make, 5000, 0, 1920, 1080)
    home = with_twins(FULL, [LAPTOP, STAGE, twin])
    assert found(home, [LAPTOP, twin]) is None
    assert found(with_twins(home, [LAPTOP, twin]), [LAPTOP, STAGE, twin]) == STAGE


def test_a_display_that_lost_its_monitor_does_not_go_to_the_one_that_the_programme_has() -> None:
    wanted = place(FULL, [LAPTOP, SPARE], desk="eDP-1", taken="DP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen, wanted.behind) == ("eDP-1", False, True)


def test_another_monitor_at_its_output_is_not_its_home() -> None:
    other = Monitor("HDMI-1", "LG/34/9", 1920, 0, 3440, 1440)
    wanted = place(FULL, [LAPTOP, other], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen) == ("HDMI-1", False)


def test_a_window_that_was_no_full_screen_comes_home_as_a_window() -> None:
    wanted = place(Home("HDMI-1", STAGE.make, full_screen=False), [LAPTOP, STAGE], desk="eDP-1")
    assert wanted is not None
    assert (wanted.monitor, wanted.full_screen) == ("HDMI-1", False)


def test_without_any_monitor_there_is_no_place() -> None:
    assert place(FULL, [], desk=None) is None


@pytest.fixture
def window(qtbot: QtBot) -> ScreenWindow:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    widget = ScreenWindow(desk)
    qtbot.addWidget(widget)
    widget.resize(640, 360)
    widget.show()
    return widget


class Stacked(QWidget):
    """A desk that remembers whether it was raised."""

    is_on_top = False

    def raise_(self) -> None:
        self.is_on_top = True
        super().raise_()


class Lowered(ScreenWindow):
    """A display that remembers whether it was put behind everything."""

    is_behind = False

    def lower(self) -> None:
        self.is_behind = self.isVisible()
        super().lower()


def test_it_can_stand_behind_the_desk_on_the_desk_s_own_monitor(qtbot: QtBot) -> None:
    desk = Stacked()
    display = Lowered(desk)
    for widget in (desk, display):
        qtbot.addWidget(widget)
    desk.show()
    display.stand_behind(desk.screen(), (640, 360))
    assert display.is_behind
    assert desk.is_on_top
    assert (display.width(), display.height()) == (640, 360)
    assert display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


class Watched(QWidget):
    """A desk that counts how often it was given the keyboard, and has it as the test says."""

    had, given = True, 0

    def isActiveWindow(self) -> bool:
        return self.had

    def activateWindow(self) -> None:
        self.given += 1


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    desk = Watched()
    qtbot.addWidget(desk)
    desk.show()
    return desk


@pytest.fixture
def display(watched: Watched, qtbot: QtBot) -> ScreenWindow:
    made = ScreenWindow(watched)
    qtbot.addWidget(made)
    return made


def test_a_display_that_fills_a_monitor_leaves_the_desk_the_keyboard(
    watched: Watched, display: ScreenWindow
) -> None:
    display.fill(watched.screen())
    assert display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert display.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert watched.given


def test_a_display_that_is_given_the_keyboard_as_it_comes_up_gives_it_back(
    watched: Watched, display: ScreenWindow, qtbot: QtBot
) -> None:
    display.fill(watched.screen())
    before = watched.given
    QApplication.sendEvent(display, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: watched.given > before)


def test_a_display_that_comes_up_while_somebody_types_in_the_meeting_takes_the_keyboard_to_no_desk(
    watched: Watched, display: ScreenWindow, qtbot: QtBot
) -> None:
    watched.had = False
    display.fill(watched.screen())
    QApplication.sendEvent(display, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    assert not watched.given


def test_what_is_typed_in_a_display_runs_nothing_and_esc_returns_the_keyboard(
    watched: Watched, display: ScreenWindow
) -> None:
    pressed: list[str] = []
    press = QAction(watched)
    press.setShortcut("Space")
    press.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    press.triggered.connect(lambda: pressed.append("Space"))
    watched.addAction(press)
    watched.had = False
    display.fill(watched.screen())
    QTest.keyClick(display, Qt.Key.Key_Space)
    assert not pressed
    QTest.keyClick(display, Qt.Key.Key_Escape)
    assert watched.given == 1
    assert display.isFullScreen()


def test_f11_and_a_double_click_fill_the_monitor_and_leave_it(window: ScreenWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton)
    assert window.isFullScreen()
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton)
    assert not window.isFullScreen()


def test_the_menu_lists_the_monitors(window: ScreenWindow) -> None:
    menu = window.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0].startswith("Full screen on")
    menu.actions()[0].trigger()
    assert window.isFullScreen()


def test_it_leaves_full_screen_when_its_monitor_goes_and_returns_with_it(
    window: ScreenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QApplication.primaryScreen()
    window.fill(here)
    real = screen_window.monitor(here)
    other = Monitor(real.name, "another/monitor/2", *(real.left, real.top, real.width, real.height))
    monkeypatch.setattr(screen_window, "monitor", lambda _: other)
    window.find_place()
    assert not window.isFullScreen()
    monkeypatch.undo()
    monkeypatch.setattr(window, "_desk", None)  # the desk is on the only screen of a test
    window.find_place()
    assert window.isFullScreen()


def test_a_window_that_the_system_moves_as_its_monitor_goes_keeps_its_home(
    window: ScreenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = QApplication.primaryScreen()
    window.fill(here)
    home = window._home
    window._settling.stop()  # it has stood there for a while
    window.find_place()
    window.showNormal()  # as a window manager does
    assert window._home == home


def test_a_window_that_a_person_fills_by_its_own_button_is_at_home_there(window: ScreenWindow) -> None:
    window.showFullScreen()
    assert window._home is not None
    assert window._home.full_screen


def test_a_window_that_nobody_put_anywhere_stays_where_it_is(window: ScreenWindow) -> None:
    before = window.geometry()
    window.find_place()
    assert window.geometry() == before
