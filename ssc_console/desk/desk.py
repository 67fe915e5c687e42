"""The desk: the moderator's window. Data goes down through it, commands come up."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ssc_console.desk.bar import Offer, Query
from ssc_console.desk.clock_controls import groups
from ssc_console.desk.contents import Contents
from ssc_console.desk.dock import Dock
from ssc_console.desk.errands import Ask, Errands
from ssc_console.desk.file_news import FileNews
from ssc_console.desk.given import Given
from ssc_console.desk.keys import Key, Wish, counts
from ssc_console.desk.lamp import Trouble, Troubles
from ssc_console.desk.own_keys import are_own
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.press import Accept, Press
from ssc_console.desk.sizes import Sizes, kept_sizes
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
    from ssc_console.desk.foresight import Foresight
    from ssc_console.desk.programme_preview import ProgrammeView
    from ssc_console.preflight.item import Item

FRAME = 6
_PLACE_KEPT_AS = "desk/place"
_LOGOUT = 60_000
"""Milliseconds after which a logout that has not happened was called off."""
_TITLE_BAR = 40
"""Pixels that a window manager may put above a new window."""
_PAINTED = 30
"""Milliseconds after which a new window stands on the screen, and its keys are made. No hand is as quick."""
_SETTLED = 800
"""Milliseconds after which a new window has the keyboard, if it is given it at all."""


class Desk(QWidget):
    """The window. The wishes are for the displays, and for a report of the run so far.

    Attributes:
        closed: A person closed it.
        accepted, declined: What was offered.
        news_left: What is told of the agenda's file was read, and is left for later.
        given: What it is made with now.
        contents: What fills it; made anew where what it is made with changes.
        dock: What comes up over that.
        errands: What has to do with the show goes through these.
        foresight: Makes ready what the next press brings; None: not yet (see `get_ready`).
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
    _peeks: Mapping[str, QImage] = MappingProxyType({})

    def __init__(self, ask: Ask, given: Given) -> None:
        """`ask` gives a command to the show."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(1024, 640)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.given = replace(given, sizes=kept_sizes(given.store))
        self._groups = groups(given.clock)
        self._troubles = Troubles()
        self._programme: ProgrammeView | None = None
        self._offer: Offer | None = None
        self._actions: dict[Wish, QAction] | None = None
        self._is_ending = False
        self.foresight: Foresight | None = None
        self.dock = Dock(given.theme, self.counts, self, self._side)
        self.errands = Errands(ask, given.elapsed, self.dock, self.accepted.emit)
        self._news = FileNews(self.dock, self.news_left.emit)
        self.contents = self._make_contents()
        self._hear()
        self._come_back_to_place()

    def _hear(self) -> None:
        self.dock.filled_in.connect(self._give_from_form)
        self.dock.declined.connect(self.obey)
        self.dock.keyboard_wanted.connect(self.take_keyboard)
        self.dock.left.connect(self.back_to_show)
        self.dock.ordered.connect(self.errands.give)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._keyboard_moved)
        application.focusWindowChanged.connect(self._keyboard_moved)

    def _make_contents(self) -> Contents:
        made = Contents(self.given, self)
        made.wished.connect(self.obey)
        made.header.menu.clicked.connect(lambda: self.obey(Wish.MENU))
        made.header.trouble = self._troubles.in_short
        made.show_programme(self._programme)
        for file, frame in self._peeks.items():
            made.show_peek(file, frame)  # a picture is sent once, and a preview in another look lacks it
        made.show_marks(self._news.marks)
        self.errands.serve(made)
        return made

    def _has(self, key: Key) -> bool:
        return key.group in self._groups

    def counts(self, key: Key) -> bool:
        """Whether the key does anything here now, as far as the mode goes; else it says why not."""
        return self._has(key) and counts(key, acts=self.given.mode.acts)

    def _side(self) -> QRect:
        return self.contents.side()

    @property
    def snapshot(self) -> Snapshot | None:
        """The show as it was presented last."""
        return self.errands.snapshot

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        if self.snapshot is None:
            self.setWindowTitle(self._title(snapshot))
        if snapshot.status in (Status.ON_AIR, Status.HELD):
            # Once it is over, what is shown is how it went.
            self.contents.wants_rundown = self.contents.wants_compared = False
        self.errands.snapshot = snapshot
        self.contents.present(snapshot)
        self.dock.present(snapshot)
        if self.foresight is not None:
            self.foresight.follow(snapshot)

    def offer(self, offer: Offer | None) -> None:
        """Let the large button accept this, until something else is offered, or nothing."""
        if offer != self._offer:
            self.contents.bottom.big.never_mind()  # what was refused of the one before is true no longer
        self._offer = offer
        self.dock.offer(offer)
        self._set_offered()

    def ask_about_run(self, query: Query | None) -> None:
        """Ask this in a bar until it is answered; what is offered goes first."""
        self.dock.query(None if self._offer is not None else query)

    def _set_offered(self) -> None:
        nothing, offer = SeenShow(None, None), self._offer
        press = None if offer is None else Press(offer.accept, offer.target, Accept(), nothing)
        self.contents.set_offered(press)
        self.present_again()

    def refuse(self, why: str) -> None:
        """Say where the eye is that something was not done, and why."""
        self.contents.bottom.big.refuse(why)

    def tell(self, what: str) -> None:
        """Say where the eye is that something was done that is seen nowhere else."""
        self.contents.bottom.big.tell(what)

    def show_trouble(self, trouble: Trouble | None, source: str = "journal") -> None:
        """Light the lamp for something that is wrong with a part of the console, or let it be dark."""
        self._troubles.are(source, trouble)
        self.contents.header.trouble = self._troubles.in_short
        self.present_again()

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
        if tuple(notes) != tuple(self.given.notes):
            self._be_made_with(replace(self.given, notes=tuple(notes)))

    def set_notes(self, notes: Sequence[PlanNote]) -> None:
        """What stands in the way of segments, besides what the agenda's problems say."""
        if tuple(notes) != tuple(self.contents.more_notes):
            self.contents.set_notes(notes)
            self.present_again()

    def show_checks(self, items: Sequence["Item"], *, looking: bool) -> None:
        """What was found before the show; `looking`: there is more to come."""
        self.contents.show_checks(items, looking=looking)

    def show_news(self, news: "AgendaNews | None") -> None:
        """Say what is new in the agenda's file: in a bar, beside the rows, and in the panel if it is open."""
        if self._news.come(news):
            self.back_to_show()
            if self._news.asks:
                self.toggle_reload()
        self._news.tell()
        self.contents.show_marks(self._news.marks)
        self.present_again()

    def _title(self, snapshot: Snapshot) -> str:
        return f"{snapshot.rundown.event.title} · {self.given.mode.name}"

    # ---- wishes come up

    @property
    def actions_by_wish(self) -> dict[Wish, QAction]:
        """The keys; made when they are first wanted, which is just after the window has come up."""
        if self._actions is None:
            from ssc_console.desk.actions import make_actions

            self._actions = make_actions(self, self.obey, self._has)
        return self._actions

    def obey(self, wish: Wish) -> None:
        """Do what a key, a button or a menu entry asks for, or say why not."""
        if self._offer is not None and self._offer.decline and wish is self._offer.wish:
            self.declined.emit()
            return
        from ssc_console.desk import own_wishes

        if not own_wishes.obey(self, wish):
            self.errands.obey(wish)

    def _give_from_form(self, command: Command) -> None:
        if self.errands.give_from_form(command):
            self.back_to_show()
            if isinstance(command, Insert):
                from ssc_console.desk.kept_items import keep_item

                keep_item(self.given.store, command.title, command.duration)

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
        self.dock.keyboard_is(ours=active and self._is_active())

    def _is_active(self) -> bool:
        """Whether no other window of the application has the keyboard, as a display may have at a click."""
        window = QApplication.activeWindow()
        while window is not None and window is not self:
            parent = window.parentWidget()
            if parent is None:
                return False
            window = parent.window()
        return True

    def toggle_reload(self) -> None:
        """What has changed in the agenda's file, each change with a tick, or no longer."""
        board = self._news.board()
        if isinstance(board, str):
            self.refuse(board)
            return
        self.toggle_board(board)
        self._news.are_read()

    def leave_for_later(self) -> None:
        """Close what is open over the show, what is told and what is chosen included."""
        self._news.are_read()
        self.contents.forget_choice()
        self.back_to_show()

    def toggle_board(self, board: "Board") -> None:
        """A panel about this, or no longer."""
        self.dock.toggle_panel(board)
        if self.dock.panel is None:
            self.back_to_show()

    # ---- what it is made with

    def set_theme(self, theme: Theme) -> None:
        """Show everything in these colours; what is shown is made anew."""
        self._be_made_with(replace(self.given, theme=theme))

    def keys_have_changed(self) -> None:
        """What a person has chosen counts at once, and stands on the buttons."""
        from ssc_console.desk.actions import set_keys

        set_keys(self.actions_by_wish)
        self._be_made_with(self.given)

    def set_script_size(self, size: int) -> None:
        """Show the script's words in this size."""
        self.contents.live.centre.script.set_size(size)

    def set_sizes(self, sizes: Sizes) -> None:
        """Show texts in these sizes."""
        if sizes != self.given.sizes:
            self.given = replace(self.given, sizes=sizes)
            self.contents.set_sizes(sizes)
            self.dock.place(self.contents.geometry())

    def set_mode(self, mode: ModeLook) -> None:
        """Look like this mode from now on; what is shown is made anew."""
        self._be_made_with(replace(self.given, mode=mode))
        if self.snapshot is not None:
            self.setWindowTitle(self._title(self.snapshot))

    def _be_made_with(self, given: Given) -> None:
        self.given = given
        old = self.contents
        self.contents = self._make_contents()
        self.contents.take_over(old)
        self._set_offered()
        self.dock.set_theme(given.theme)
        self._place()
        self.contents.show()
        self.contents.lower()
        old.deleteLater()
        self.present_again()

    def set_look(self, name: str) -> None:
        """Show everything in the look of that name."""
        if name == self.given.theme.name:
            return
        theme = themes.load(name)
        QGuiApplication.setPalette(themes.palette(theme))
        self.set_theme(theme)

    def present_again(self) -> None:
        """What was presented last, once more, where what is shown beside it has changed."""
        if self.snapshot is not None:
            self.contents.present(self.snapshot)

    # ---- the window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(_PAINTED, self, lambda: self.actions_by_wish)
        QTimer.singleShot(_SETTLED, self, self._keyboard_moved)
        QTimer.singleShot(_SETTLED, self, self._get_ready)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._actions is None:
                self.actions_by_wish  # noqa: B018 - a key that comes sooner finds them all the same
            if isinstance(event, QKeyEvent) and are_own(self.focusWidget(), event):
                event.accept()
                return True
        return super().event(event)

    def _get_ready(self) -> None:
        from ssc_console.desk.get_ready import get_ready

        get_ready(self)

    def let_go(self) -> None:
        """The session of the person ends (a logout, a shutdown): no window asks anything any more."""
        self._is_ending = True
        QTimer.singleShot(_LOGOUT, self, self._stay)

    def _stay(self) -> None:
        """Somebody has thought better of it."""
        self._is_ending = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._is_ending or self.errands.may_leave(self._troubles.unkept)):
            event.ignore()
            return
        self.given.store.setValue(_PLACE_KEPT_AS, self.saveGeometry())
        event.accept()
        self.closed.emit()

    def _come_back_to_place(self) -> None:
        kept = self.given.store.value(_PLACE_KEPT_AS)
        if not isinstance(kept, QByteArray) or not self.restoreGeometry(kept):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(QSize(1440, 900).boundedTo(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        frame = FRAME if self.given.mode.frame else 0
        room = self.rect().adjusted(frame, frame, -frame, -frame)
        self.contents.setGeometry(room)
        self.dock.place(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        frame, theme = self.given.mode.frame, self.given.theme
        QPainter(self).fillRect(event.rect(), theme.background if frame is None else frame(theme))
