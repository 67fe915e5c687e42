"""A window of the show that can fill any monitor, and finds its way when monitors come and go."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QScreen,
    QShowEvent,
    QWindowStateChangeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from ssc_console.displays.homes import Home, Monitor, Placement, corner, found, place, with_twins

SETTLED = 1_500
"""Milliseconds after which a window that was placed, or whose monitor came or went, stands as it will."""


class ScreenWindow(QWidget):
    """A double click fills the monitor or leaves it, the context menu lists the monitors.

    It is looked at, and wants no keyboard. Some systems give it one all the same, at a click: then no key in
    it is the show's, F11 is like a double click, and Esc returns the keyboard to the desk.

    Attributes:
        stays: Somebody would have closed it by the window's own button or key while it is needed.
        is_needed: People look at it: only the console itself closes it.
        moved: It stands elsewhere, or does not stand there any more.
        taken: The name of the monitor that another display is on, which is not to be covered; empty: none.
    """

    stays = Signal()
    moved = Signal()

    def __init__(self, desk: QWidget | None = None) -> None:
        """`desk` is the window that must never be covered."""
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._desk = desk
        self._keyboard_is_the_desks = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self._has_settled)
        self._home: Home | None = None
        self._is_guest = self._is_followed = False
        self.is_needed = self._is_let_go = False
        self.taken = ""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.find_place)
            app.screenRemoved.connect(self.find_place)

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    # ---- what a person asks for

    def fill(self, screen: QScreen) -> None:
        """Fill this monitor; it is home from now on."""
        self._be_at_home(screen, full_screen=True)
        area = screen.geometry()
        at = (area.x(), area.y(), area.width(), area.height())
        self._stand(Placement(screen.name(), full_screen=True, at=at))

    def stand_behind(self, screen: QScreen, size: tuple[int, int]) -> None:
        """Be a window in a corner of the desk's own monitor, behind it: a meeting tool captures it there."""
        self._home = None
        self._is_guest = False
        self._stand(
            Placement(screen.name(), full_screen=False, at=corner(monitor(screen), size), behind=True)
        )

    def leave_full_screen(self) -> None:
        """Be a normal window on this monitor; it is home from now on."""
        if self.isFullScreen():
            self.showNormal()
        self._stay_here(full_screen=False)

    def toggle_full_screen(self) -> None:
        """Fill the monitor that it is on, or leave it."""
        if self.isFullScreen():
            self.leave_full_screen()
        else:
            self.fill(self.screen())

    def _stay_here(self, *, full_screen: bool) -> None:
        self._be_at_home(self.screen(), full_screen=full_screen)
        self.moved.emit()

    def _be_at_home(self, screen: QScreen, *, full_screen: bool) -> None:
        home = Home(screen.name(), _make(screen), full_screen)
        self._home = with_twins(home, _monitors())
        self._is_guest = False

    @property
    def is_guest(self) -> bool:
        """It is where it is only until its own monitor returns."""
        return self._is_guest

    # ---- monitors come and go

    def find_place(self, _screen: QScreen | None = None) -> None:
        """A monitor was plugged in or out: go home, or to where there is room."""
        self.moved.emit()
        if not self.isVisible() or self._home is None:
            return
        self._settling.start()
        monitors = _monitors()
        self._home = with_twins(self._home, monitors)
        at_home = found(self._home, monitors) is not None
        if at_home and not self._is_guest:
            return
        desk = self._desk_monitor({each.name for each in monitors})
        wanted = place(self._home, monitors, desk, self.taken or None)
        if wanted is not None:
            self._is_guest = not at_home
            self._stand(wanted)

    def _desk_monitor(self, present: set[str]) -> str | None:
        """Where the desk is, or will be: what stood on a monitor that went falls back on the primary one."""
        if self._desk is None:
            return None
        name = self._desk.screen().name()
        return name if name in present else QGuiApplication.primaryScreen().name()

    def _stand(self, wanted: Placement) -> None:
        """Stand as wanted. A full-screen window has to be normal to change its monitor."""
        screen = next(each for each in QGuiApplication.screens() if each.name() == wanted.monitor)
        self._keyboard_is_the_desks = self._desk is not None and self._desk.isActiveWindow()
        self._settling.start()
        self.showNormal()
        self.setScreen(screen)
        self.setGeometry(*wanted.at)
        if wanted.full_screen:
            self.showFullScreen()
        if wanted.behind:
            self.lower()
            if self._desk is not None:
                self._desk.raise_()
        self._give_keyboard_back()

    def _give_keyboard_back(self) -> None:
        """Only to a desk that had it: one who types in the meeting goes on typing there."""
        if self._desk is not None and self._keyboard_is_the_desks:
            self._desk.activateWindow()

    def _has_settled(self) -> None:
        self._keyboard_is_the_desks = False

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.WindowActivate:
            # A window manager that activates what has just come up does so when it is mapped, which is later.
            QTimer.singleShot(0, self, self._give_keyboard_back)
        elif kind is QEvent.Type.MouseButtonPress:
            self._keyboard_is_the_desks = False  # a person wants something of this window
        elif kind is QEvent.Type.ShortcutOverride:
            event.accept()  # who types here does not see what the keys would do to the show
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not isinstance(event, QWindowStateChangeEvent) or self._is_guest or self._settling.isActive():
            return
        # Filled by other means (the window's own button) counts as put there by a person. A window manager
        # that finds the window a place, as its monitor goes, does not.
        was_full = bool(event.oldState() & Qt.WindowState.WindowFullScreen)
        if was_full != self.isFullScreen():
            self._stay_here(full_screen=self.isFullScreen())

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_followed:
            self._is_followed = True
            self.windowHandle().screenChanged.connect(self.moved)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.moved.emit()

    # ---- closing

    def let_go(self) -> None:
        """The session of the person ends (a logout, a shutdown): it stands in nobody's way."""
        self._is_let_go = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """A slip (Alt+F4, the X) takes nothing from people who look at it. The console closes it."""
        if event.spontaneous() and self.is_needed and not self._is_let_go:
            event.ignore()
            self.stays.emit()
        else:
            event.accept()

    # ---- keys, pointer, menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11 and not event.isAutoRepeat():
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape and self._desk is not None:
            self._desk.activateWindow()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_full_screen()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.toggle_full_screen()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The monitors that it can fill."""
        menu = QMenu(self)
        for screen in QGuiApplication.screens():
            here = screen is self.screen() and self.isFullScreen()
            action = QAction(_words(screen), menu, checkable=True, checked=here)
            action.triggered.connect(lambda _=False, screen=screen: self.fill(screen))
            menu.addAction(action)
        menu.addSeparator()
        window = QAction("Window", menu, checkable=True, checked=not self.isFullScreen())
        window.triggered.connect(self.leave_full_screen)
        menu.addAction(window)
        return menu


def _monitors() -> list[Monitor]:
    return [monitor(screen) for screen in QGuiApplication.screens()]


def monitor(screen: QScreen) -> Monitor:
    """A screen of Qt's as a value."""
    area = screen.availableGeometry()
    return Monitor(screen.name(), _make(screen), area.x(), area.y(), area.width(), area.height())


def _make(screen: QScreen) -> str:
    return "/".join((screen.manufacturer(), screen.model(), screen.serialNumber()))


def _words(screen: QScreen) -> str:
    size = screen.size() * screen.devicePixelRatio()
    return f"Full screen on {screen.model() or screen.name()} ({size.width()}×{size.height()})"
