"""The desk: the moderator's window. Data goes down through it, commands come up."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from ssc_console.desk import comparing
from ssc_console.desk.account import Account, Comparison
from ssc_console.desk.actions import make_actions, set_keys
from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.contents import Contents, Given
from ssc_console.desk.dock import Dock
from ssc_console.desk.errands import Ask, Errands
from ssc_console.desk.keys import KEYS, Group, Key, Wish
from ssc_console.desk.lamp import Trouble
from ssc_console.desk.offer_bar import Offer
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.press import Accept, Press
from ssc_console.desk.sizes import Sizes, kept_sizes
from ssc_console.desk.store import Forgetful, Store
from ssc_console.look import theme as themes
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Command, Insert, SeenShow
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

if TYPE_CHECKING:
    from ssc_console.desk.agenda_news import AgendaNews
    from ssc_console.desk.board import Board
    from ssc_console.desk.programme_preview import ProgrammeView
    from ssc_console.desk.query_bar import Query
    from ssc_console.preflight.item import Item

FRAME = 6
_PLACE_KEPT_AS = "desk/place"
_LOGOUT = 60_000
"""Milliseconds after which a logout that has not happened was called off."""
_NEEDED_SOON = (
    "rundown_list",
    "wishes",
    "panel",
    "catch_up_board",
    "green_room_board",
    "script",
    "strip",
    "after_page",
    "form_bar",
    "menu",
    "elsewhere",
    "facts_card",
    "reload_board",
)
_MEND = "The agenda’s file has mistakes: mend them first, and save it."
_SETTLED = 800
"""Milliseconds after which a new window has the keyboard, if it is given it at all."""


class Desk(QWidget):
    """The window. The wishes are for the displays, and for a report of the run so far.

    Attributes:
        closed: A person closed it.
        accepted, declined: What was offered.
        news_left: What is told of the agenda's file was read, and is left for later.
    """

    closed = Signal()
    accepted = Signal()
    news_left = Signal()
    declined = Signal()
    display_wished = Signal()
    programme_wished = Signal()
    report_wished = Signal()
    checks_wished = Signal()
    obs_wished = Signal()
    blackout_wished = Signal()
    settings_wished = Signal()
    _news: "AgendaNews | None" = None
    _peeks: Mapping[str, QImage] = MappingProxyType({})

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
        account: Account | None = None,
        comparison: Comparison | None = None,
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
            sizes=kept_sizes(store or Forgetful()),
            account=account,
            comparison=comparison,
        )
        self._groups = _groups(clock)
        self._troubles: dict[str, Trouble] = {}
        self._programme: ProgrammeView | None = None
        self._is_ending = False
        self.dock = Dock(theme, self._groups, self, self._side)
        self._offer: Offer | None = None
        self.errands = Errands(ask, elapsed, self.dock, self.accepted.emit)
        self.contents = self._make_contents()
        self.dock.filled_in.connect(self._give_from_form)
        self.dock.declined.connect(self.obey)
        self.dock.keyboard_wanted.connect(self.take_keyboard)
        self.dock.left.connect(self.back_to_show)
        self._actions: dict[Wish, QAction] | None = None
        self.dock.ordered.connect(self.errands.give)
        self._come_back_to_place()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._keyboard_moved)

    def _make_contents(self) -> Contents:
        made = Contents(self._given, self)
        made.wished.connect(self.obey)
        made.header.menu.clicked.connect(self.open_menu)
        made.header.trouble = self._trouble()
        made.show_programme(self._programme)
        for file, frame in self._peeks.items():
            made.show_peek(file, frame)  # a picture is sent once, and a preview in another look lacks it
        made.show_marks({} if self._news is None else self._news.marks)
        self.errands.serve(made)
        return made

    def _has(self, key: Key) -> bool:
        return key.group in self._groups

    def _side(self) -> QRect:
        return self.contents.side()

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        if self._snapshot is None:
            self.setWindowTitle(self._title(snapshot))
        if snapshot.status in (Status.ON_AIR, Status.HELD):
            # Once it is over, what is shown is how it went.
            self.contents.wants_rundown = self.contents.wants_compared = False
        self._snapshot = self.errands.snapshot = snapshot
        self.contents.present(snapshot)
        self.dock.present(snapshot)

    def offer(self, offer: Offer | None) -> None:
        """Let the large button accept this, until something else is offered, or nothing."""
        self._offer = offer
        self.dock.offer(offer)
        self._set_offered()

    def ask_about_run(self, query: "Query | None") -> None:
        """Ask this in a bar until it is answered; what is offered goes first."""
        self.dock.query(None if self._offer is not None else query)

    def _set_offered(self) -> None:
        nothing, offer = SeenShow(None, None), self._offer
        press = None if offer is None else Press(offer.accept, offer.target, Accept(), nothing)
        self.contents.set_offered(press)
        self._present_again()

    def refuse(self, why: str) -> None:
        """Say where the eye is that something was not done, and why."""
        self.contents.bottom.big.refuse(why)

    def show_trouble(self, trouble: Trouble | None, source: str = "journal") -> None:
        """Light the lamp for something that is wrong with a part of the console, or let it be dark."""
        if trouble is None:
            self._troubles.pop(source, None)
        else:
            self._troubles[source] = trouble
        self.contents.header.trouble = self._trouble()
        self._present_again()

    def _trouble(self) -> Trouble | None:
        """All that is wrong: the lamp says the first of it, and how much more there is."""
        if len(self._troubles) < 2:
            return next(iter(self._troubles.values()), None)
        first, *more = self._troubles.values()
        return Trouble(f"{first.words} · +{len(more)}", "\n".join(each.more for each in (first, *more)))

    def show_programme(self, view: "ProgrammeView | None") -> None:
        """What the audience sees; None: the programme is closed."""
        self._programme = view
        files = frozenset() if view is None else view.files
        self._peeks = {file: frame for file, frame in self._peeks.items() if file in files}
        self.contents.show_programme(view)

    def show_peek(self, file: str, frame: QImage) -> None:
        """A small picture of a file, for the preview."""
        self._peeks = {**self._peeks, file: frame}
        self.contents.show_peek(file, frame)

    def set_plan_notes(self, notes: Sequence[PlanNote]) -> None:
        """What the agenda's problems say now."""
        if tuple(notes) != tuple(self._given.notes):
            self._be_made_with(replace(self._given, notes=tuple(notes)))

    def set_notes(self, notes: Sequence[PlanNote]) -> None:
        """What stands in the way of segments, besides what the agenda's problems say."""
        if tuple(notes) != tuple(self.contents.more_notes):
            self.contents.set_notes(notes)
            self._present_again()

    def show_checks(self, items: Sequence["Item"], *, looking: bool) -> None:
        """What was found before the show; `looking`: there is more to come."""
        self.contents.show_checks(items, looking=looking)

    def _title(self, snapshot: Snapshot) -> str:
        return f"{snapshot.rundown.event.title} · {self._given.mode.name}"

    # ---- wishes come up

    @property
    def actions_by_wish(self) -> dict[Wish, QAction]:
        """The keys; made when they are first wanted, which is just after the window has come up."""
        if self._actions is None:
            self._actions = make_actions(self, self.obey, self._has)
        return self._actions

    def obey(self, wish: Wish) -> None:
        """Do what a key, a button or a menu entry asks for, or say why not."""
        if self._offer is not None and self._offer.decline and wish is self._offer.wish:
            self.declined.emit()
            return
        own = _OF_THE_DESK.get(wish)
        if own is not None:
            own(self)
        else:
            self.errands.obey(wish)

    def _give_from_form(self, command: Command) -> None:
        if self.errands.give_from_form(command):
            self.back_to_show()
            if isinstance(command, Insert):
                from ssc_console.desk.kept_items import keep_item

                keep_item(self._given.store, command.title, command.duration)

    def back_to_show(self) -> None:
        """Close what is open over the show, and let the keys be the show's."""
        self.dock.close_all()
        self.errands.forget_questions()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.contents.let_read()

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

    def toggle_catch_up(self) -> None:
        """What it would take to be over in time, or no longer."""
        from ssc_console.desk.catch_up_board import CatchUpBoard

        self.dock.toggle_panel(CatchUpBoard())
        self._give_keyboard()

    def show_news(self, news: "AgendaNews | None") -> None:
        """Say what is new in the agenda's file: in a bar, beside the rows, and in the panel if it is open."""
        before, self._news = self._news, news
        was, found = (None if each is None else each.found for each in (before, news))
        if was is not None and was is not found and self.dock.is_about(was):
            self.back_to_show()
            if news is not None and news.asks:
                self.toggle_reload()
        reads = found is not None and self.dock.is_about(found)
        self.dock.tell(None if news is None or reads else news.notice)
        self.contents.show_marks({} if news is None else news.marks)
        self._present_again()

    def toggle_reload(self) -> None:
        """What has changed in the agenda's file, each change with a tick, or no longer."""
        news = self._news
        if news is None or news.found is None:
            self.refuse("Nothing has changed in the agenda’s file." if news is None else _MEND)
            return
        from ssc_console.desk.reload_board import ReloadBoard

        self.dock.toggle_panel(ReloadBoard(news.file, news.found))
        self._give_keyboard()
        self._news_are_read()

    def _news_are_read(self) -> None:
        if self.dock.notice is not None:
            self.dock.tell(None)
            self.news_left.emit()

    def leave_for_later(self) -> None:
        """Close what is open over the show, what is told included."""
        self._news_are_read()
        self.back_to_show()

    def toggle_board(self, board: "Board") -> None:
        """A panel about this, or no longer."""
        self.dock.toggle_panel(board)
        self._give_keyboard()

    def toggle_green_room(self) -> None:
        """Where everybody stands, or no longer."""
        from ssc_console.desk.green_room_board import GreenRoomBoard

        self.dock.toggle_panel(GreenRoomBoard())
        self._give_keyboard()

    def copy_calls(self) -> None:
        """All calls that are due now, for the meeting's chat; or it is said when one will be."""
        from ssc_console.desk.calls import calls_due, calls_text, none_due

        if self._snapshot is None:
            return
        text = calls_text(self._snapshot)
        if not text:
            self.refuse(none_due(self._snapshot))
            return
        QGuiApplication.clipboard().setText(text)
        names = [row.person.name for rows in calls_due(self._snapshot).values() for row in rows]
        who = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
        self.contents.bottom.big.tell(f"Copied: the calls of {who}")

    def _give_keyboard(self) -> None:
        if self.dock.panel is None:
            self.back_to_show()

    def toggle_rundown(self) -> None:
        """The rundown in place of the page before or after the show, or back."""
        self.contents.wants_rundown = not self.contents.wants_rundown
        self.contents.wants_compared = False
        self._present_again()

    def toggle_compared(self) -> None:
        """The rehearsals side by side, or back."""
        if self._snapshot is not None:
            comparing.toggle(self.contents, self._snapshot.status)
            self._present_again()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in these colours; what is shown is made anew."""
        self._be_made_with(replace(self._given, theme=theme))

    def keys_have_changed(self) -> None:
        """What a person has chosen counts at once, and stands on the buttons."""
        set_keys(self.actions_by_wish)
        self._be_made_with(self._given)

    def set_script_size(self, size: int) -> None:
        """Show the script's words in this size."""
        self.contents.live.centre.script.set_size(size)

    def set_sizes(self, sizes: Sizes) -> None:
        """Show texts in these sizes."""
        if sizes != self._given.sizes:
            self._given = replace(self._given, sizes=sizes)
            self.contents.set_sizes(sizes)
            self.dock.place(self.contents.geometry())

    def set_mode(self, mode: ModeLook) -> None:
        """Look like this mode from now on; what is shown is made anew."""
        self._be_made_with(replace(self._given, mode=mode))
        if self._snapshot is not None:
            self.setWindowTitle(self._title(self._snapshot))

    def _be_made_with(self, given: Given) -> None:
        self._given = given
        old = self.contents
        self.contents = self._make_contents()
        self.contents.more_notes = old.more_notes
        self.contents.wants_rundown = old.wants_rundown
        self.contents.wants_compared = old.wants_compared
        if old.wants_compared and self.contents.compare is not None:
            self.contents.compare.compare()
        self.contents.checks = old.checks
        self._set_offered()
        self.dock.set_theme(given.theme)
        self._place()
        self.contents.show()
        self.contents.lower()
        old.deleteLater()
        self._present_again()

    def next_look(self) -> None:
        """Dark, light, high contrast, and round again; remembered."""
        names = themes.NAMES
        name = names[(names.index(self._given.theme.name) + 1) % len(names)]
        self._given.store.setValue(themes.KEPT_AS, name)
        self.set_look(name)

    def set_look(self, name: str) -> None:
        """Show everything in the look of that name."""
        if name == self._given.theme.name:
            return
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
        QTimer.singleShot(0, self, lambda: self.actions_by_wish)
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

    def let_go(self) -> None:
        """The session of the person ends (a logout, a shutdown): no window asks anything any more."""
        self._is_ending = True
        QTimer.singleShot(_LOGOUT, self, self._stay)

    def _stay(self) -> None:
        """Somebody has thought better of it."""
        self._is_ending = False

    def closeEvent(self, event: QCloseEvent) -> None:
        unkept = sum(trouble.unkept for trouble in self._troubles.values())
        if not (self._is_ending or self.errands.may_leave(unkept)):
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
        frame, theme = self._given.mode.frame, self._given.theme
        QPainter(self).fillRect(event.rect(), theme.background if frame is None else frame(theme))


_OF_A_CLOCK = frozenset({Group.CLOCK, Group.REHEARSAL, Group.REPLAY})


def _groups(clock: ClockControls | None) -> frozenset[Group]:
    """Whose keys there are."""
    its_own: frozenset[Group] = frozenset()
    if clock is not None:
        its_own = frozenset({Group.CLOCK, Group.REPLAY if clock.goes_back else Group.REHEARSAL})
    of_a_live_run = {Group.RUN} if clock is not None else set()
    return frozenset(Group) - _OF_A_CLOCK - of_a_live_run | its_own


def _steer(wish: Wish) -> Callable[[Desk], None]:
    return lambda desk: desk.contents.header.steer(wish)


_OF_THE_DESK: dict[Wish, Callable[[Desk], None]] = {
    **{key.wish: _steer(key.wish) for key in KEYS if key.group in _OF_A_CLOCK},
    Wish.PRESS: lambda desk: desk.contents.bottom.big.press(),
    Wish.UNDO: lambda desk: desk.contents.bottom.undo.press(),
    Wish.ALL_KEYS: lambda desk: desk.dock.toggle_all_keys(),
    Wish.MENU: Desk.open_menu,
    Wish.DISPLAY: lambda desk: desk.display_wished.emit(),
    Wish.PROGRAMME: lambda desk: desk.programme_wished.emit(),
    Wish.REPORT: lambda desk: desk.report_wished.emit(),
    Wish.CHECK: lambda desk: desk.checks_wished.emit(),
    Wish.OBS_AGAIN: lambda desk: desk.obs_wished.emit(),
    Wish.BLACKOUT: lambda desk: desk.blackout_wished.emit(),
    Wish.RUNDOWN: Desk.toggle_rundown,
    Wish.COMPARE: Desk.toggle_compared,
    Wish.KEEP: lambda desk: comparing.keep(desk.contents, desk.errands),
    Wish.READ_ON: lambda desk: desk.contents.read.read_on(),
    Wish.READ_AGAIN: lambda desk: desk.contents.read.read_again(),
    Wish.CATCH_UP: Desk.toggle_catch_up,
    Wish.GREEN_ROOM: Desk.toggle_green_room,
    Wish.CALLS: Desk.copy_calls,
    Wish.LARGER: lambda desk: desk.contents.live.centre.script.larger(),
    Wish.SMALLER: lambda desk: desk.contents.live.centre.script.smaller(),
    Wish.LOOK: Desk.next_look,
    Wish.SETTINGS: lambda desk: desk.settings_wished.emit(),
    Wish.RELOAD: Desk.toggle_reload,
    Wish.TO_SHOW: Desk.leave_for_later,
}
