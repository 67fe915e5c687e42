"""The desk: the moderator's window. Data goes down through it, commands come up."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.actions import make_actions
from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.contents import Contents, Given
from ssc_console.desk.dock import Dock
from ssc_console.desk.errands import Ask, Errands
from ssc_console.desk.keys import Group, Key, Wish
from ssc_console.desk.mode_look import ModeLook
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.store import Forgetful, Store
from ssc_console.look import theme as themes
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Command
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

FRAME = 6
LOOK_KEPT_AS = "desk/look"
_PLACE_KEPT_AS = "desk/place"
_NEEDED_SOON = ("rundown_list", "wishes", "script", "strip", "form_bar", "menu", "elsewhere", "facts_card")
_SETTLED = 800
"""Milliseconds after which a new window has the keyboard, if it is given it at all."""


class Desk(QWidget):
    """The window. `closed` says that a person closed it; the wishes are for the speaker display."""

    closed = Signal()
    display_wished = Signal()
    blackout_wished = Signal()

    def __init__(
        self,
        ask: Ask,
        theme: Theme,
        mode: ModeLook,
        zone: str,
        clock: ClockControls | None = None,
        *,
        elapsed: Callable[[], int],
        store: Store | None = None,
        notes: Sequence[PlanNote] = (),
    ) -> None:
        """`elapsed` gives milliseconds of a clock that nobody steps; `zone` is the event's own."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(1024, 640)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._snapshot: Snapshot | None = None
        self._given = Given(
            theme=theme,
            mode=mode,
            zone=zone,
            clock=clock,
            elapsed=elapsed,
            store=store or Forgetful(),
            notes=notes,
        )
        groups = [group for group in Group if group is not Group.REHEARSAL or clock is not None]
        self.dock = Dock(theme, groups, self)
        self.errands = Errands(ask, elapsed, self.dock)
        self.contents = self._make_contents()
        self.dock.filled_in.connect(self._give_from_form)
        self.dock.keyboard_wanted.connect(self.take_keyboard)
        self.dock.left.connect(self.back_to_show)
        self.actions_by_wish = make_actions(self, self.obey, self._has)
        self._come_back_to_place()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._keyboard_moved)

    def _make_contents(self) -> Contents:
        made = Contents(self._given, self)
        made.wished.connect(self.obey)
        made.header.menu.clicked.connect(self.open_menu)
        self.errands.serve(made)
        return made

    def _has(self, key: Key) -> bool:
        return key.group is not Group.REHEARSAL or self._given.clock is not None

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        if self._snapshot is None:
            self.setWindowTitle(f"{snapshot.rundown.event.title} · {self._given.mode.name}")
        if snapshot.status in (Status.ON_AIR, Status.HELD):
            self.contents.wants_rundown = False  # once it is over, what is shown is how it went
        self._snapshot = self.errands.snapshot = snapshot
        self.contents.present(snapshot)

    # ---- wishes come up

    def obey(self, wish: Wish) -> None:
        """Do what a key, a button or a menu entry asks for, or say why not."""
        own = _OF_THE_DESK.get(wish)
        if own is not None:
            own(self)
        else:
            self.errands.obey(wish)

    def _give_from_form(self, command: Command) -> None:
        if self.errands.give_from_form(command):
            self.back_to_show()

    def back_to_show(self) -> None:
        """Close what is open over the show, and let the keys be the show's."""
        self.dock.close_all()
        self.errands.forget_questions()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Ask the system for the keyboard."""
        self.raise_()
        self.activateWindow()

    def _keyboard_moved(self) -> None:
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        self.dock.keyboard_is(ours=active)

    def open_menu(self) -> None:
        """Every command, with its key."""
        from ssc_console.desk.menu import make_menu

        if self._snapshot is not None:
            menu = make_menu(self, self.actions_by_wish, self._snapshot.status)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            button = self.contents.header.menu
            corner = button.mapToGlobal(button.rect().bottomRight())
            menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y() + 4))

    def toggle_rundown(self) -> None:
        """The rundown in place of the page before or after the show, or back."""
        self.contents.wants_rundown = not self.contents.wants_rundown
        self._present_again()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in these colours; what is shown is made anew."""
        self._given = replace(self._given, theme=theme)
        rundown, old = self.contents.wants_rundown, self.contents
        self.contents = self._make_contents()
        self.contents.wants_rundown = rundown
        self.dock.set_theme(theme)
        self._place()
        self.contents.show()
        self.contents.lower()
        old.deleteLater()
        self._present_again()

    def next_look(self) -> None:
        """Dark, light, high contrast, and round again; remembered."""
        names = themes.NAMES
        name = names[(names.index(self._given.theme.name) + 1) % len(names)]
        self._given.store.setValue(LOOK_KEPT_AS, name)
        theme = themes.load(name)
        QGuiApplication.setPalette(themes.palette(theme))
        self.set_theme(theme)

    def _present_again(self) -> None:
        if self._snapshot is not None:
            self.contents.present(self._snapshot)

    # ---- the window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(_SETTLED, self, self._keyboard_moved)
        QTimer.singleShot(_SETTLED, self, lambda: self._get_ready(self._parts()))

    def _get_ready(self, parts: Iterator[None]) -> None:
        """Load and make what a press may need, a part at a time, so that no press has to wait for it."""
        if next(parts, self) is not self:
            QTimer.singleShot(0, self, lambda: self._get_ready(parts))

    def _parts(self) -> Iterator[None]:
        for name in _NEEDED_SOON:
            import_module(f"ssc_console.desk.{name}")
            yield
        yield from self.contents.get_ready()
        self._present_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.errands.may_leave():
            event.ignore()
            return
        self._given.store.setValue(_PLACE_KEPT_AS, self.saveGeometry())
        event.accept()
        self.closed.emit()

    def _come_back_to_place(self) -> None:
        kept = self._given.store.value(_PLACE_KEPT_AS)
        if not isinstance(kept, QByteArray) or not self.restoreGeometry(kept):
            self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        frame = FRAME if self._given.mode.frame else 0
        room = self.rect().adjusted(frame, frame, -frame, -frame)
        self.contents.setGeometry(room)
        self.dock.place(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._given.mode.colour)


_OF_THE_DESK: dict[Wish, Callable[[Desk], None]] = {
    Wish.PRESS: lambda desk: desk.contents.bottom.big.press(),
    Wish.UNDO: lambda desk: desk.contents.bottom.undo.press(),
    Wish.ALL_KEYS: lambda desk: desk.dock.toggle_all_keys(),
    Wish.MENU: Desk.open_menu,
    Wish.DISPLAY: lambda desk: desk.display_wished.emit(),
    Wish.BLACKOUT: lambda desk: desk.blackout_wished.emit(),
    Wish.RUNDOWN: Desk.toggle_rundown,
    Wish.LARGER: lambda desk: desk.contents.live.centre.script.larger(),
    Wish.SMALLER: lambda desk: desk.contents.live.centre.script.smaller(),
    Wish.LOOK: Desk.next_look,
    Wish.TO_SHOW: Desk.back_to_show,
    Wish.PAUSE: lambda desk: desk.contents.header.steer(Wish.PAUSE),
    Wish.FASTER: lambda desk: desk.contents.header.steer(Wish.FASTER),
    Wish.SLOWER: lambda desk: desk.contents.header.steer(Wish.SLOWER),
    Wish.JUMP: lambda desk: desk.contents.header.steer(Wish.JUMP),
}
