"""What comes up over the contents, inside the window: a form, the notice of the keyboard, all keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from ssc_console.desk import bottom_bar, header
from ssc_console.desk.bar import HIGH, Bar, Notice, Offer, Query, Saying
from ssc_console.desk.keys import Key
from ssc_console.desk.low import is_low
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Command
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.desk.all_keys import AllKeys
    from ssc_console.desk.board import Board, Doing
    from ssc_console.desk.elsewhere import Elsewhere
    from ssc_console.desk.form_bar import FormBar
    from ssc_console.desk.forms import Form
    from ssc_console.desk.panel import Panel
    from ssc_console.show.agenda_change import Difference

_ELSEWHERE_HIGH = 60
_UPWARDS: tuple[type[Saying], ...] = (Offer, Notice, Query)
"""How bars lie over each other: the nearest to the large button is the one that it answers."""


class Dock(QObject):
    """Places what it shows just above the bottom bar, so that the large button is never covered.

    Attributes:
        filled_in: A complete command, from a form.
        keyboard_wanted: The notice was clicked.
        declined: The wish of a button on a bar: what is offered is not wanted, or what is told is looked at.
        left: The form was closed without a command.
        ordered: A command and what was seen, from the panel.
    """

    filled_in = Signal(object)
    keyboard_wanted = Signal()
    declined = Signal(object)
    left = Signal()
    ordered = Signal(object, object)

    def __init__(
        self, theme: Theme, has: Callable[[Key], bool], window: QWidget, side: Callable[[], QRect]
    ) -> None:
        """What it is made with.

        Args:
            has: Answers whether a key of the table counts.
            side: Answers where a panel may lie: beside what the show is run by.
        """
        super().__init__(window)
        self._side = side
        self._theme = theme
        self._has = has
        self._window = window
        self._room = QRect()
        self._form: FormBar | None = None
        self._offer: Offer | None = None
        self._notice: Notice | None = None
        self._query: Query | None = None
        self._bars: dict[type[Saying], Bar] = {}
        self._elsewhere: Elsewhere | None = None
        self._all_keys: AllKeys | None = None
        self._panel: Panel | None = None
        self._board: Board | None = None
        self._snapshot: Snapshot | None = None

    @property
    def form(self) -> "FormBar | None":
        """The form that is open."""
        return self._form

    @property
    def panel(self) -> "Panel | None":
        """The panel that is open."""
        return self._panel

    @property
    def board(self) -> "Board | None":
        """What it is about."""
        return self._board

    @property
    def says_elsewhere(self) -> bool:
        """Whether it is said that the keyboard is elsewhere."""
        return self._elsewhere is not None

    @property
    def shows_all_keys(self) -> bool:
        """Whether all keys are shown."""
        return self._all_keys is not None

    def set_theme(self, theme: Theme) -> None:
        """What is opened from now on has these colours; what is open is closed."""
        self._theme = theme
        self.close_all()
        for kind, saying in ((Offer, self._offer), (Notice, self._notice), (Query, self._query)):
            self._say(kind, saying)

    def place(self, room: QRect) -> None:
        """The window's inside is here now."""
        self._room = room
        low = is_low(room.height())
        bottom = room.bottom() + 1 - bottom_bar.height_in(low=low)
        if self._form is not None:
            high = self._form.high_at(room.width())
            self._form.setGeometry(room.x(), bottom - high, room.width(), high)
            bottom -= high
        for bar in (self._bars[kind] for kind in _UPWARDS if kind in self._bars):
            bottom -= HIGH
            bar.setGeometry(room.x(), bottom, room.width(), HIGH)
        self._place_panel()
        if self._elsewhere is not None:
            self._elsewhere.setGeometry(room.x(), bottom - _ELSEWHERE_HIGH, room.width(), _ELSEWHERE_HIGH)
        if self._all_keys is not None:
            head = header.height_in(low=low)
            high = room.height() - head - bottom_bar.height_in(low=low)
            self._all_keys.setGeometry(room.x(), room.y() + head, room.width(), high)

    def _place_panel(self) -> None:
        if self._panel is not None:
            self._panel.setGeometry(self._side())

    # ---- the bars

    def offer(self, offer: Offer | None) -> None:
        """Say what the large button offers, and why; or no longer."""
        self._offer = offer
        self._say(Offer, offer)

    @property
    def notice(self) -> Notice | None:
        """What is told."""
        return self._notice

    def tell(self, notice: Notice | None) -> None:
        """Say this in a bar, until it is put away; None: nothing any more."""
        if notice != self._notice:
            self._notice = notice
            self._say(Notice, notice)
            if self._panel is not None:
                self._panel.raise_()

    @property
    def asked(self) -> Query | None:
        """What is asked about the run."""
        return self._query

    def query(self, query: Query | None) -> None:
        """Ask this about the run, or nothing any more."""
        if query != self._query:
            self._query = query
            self._say(Query, query)

    def _say(self, kind: type[Saying], saying: Saying | None) -> None:
        """Let the bar of that kind say this; None, or no words: there is no such bar."""
        before = self._bars.pop(kind, None)
        if before is not None:
            _away(before)
        if saying is not None and saying.words:
            self._bars[kind] = Bar(self._theme, saying, self._window)
            self._bars[kind].wished.connect(self.declined)
        self.place(self._room)
        if kind in self._bars:
            self._bars[kind].show()

    def present(self, snapshot: Snapshot) -> None:
        """The panel that is open is like this."""
        before, self._snapshot = self._snapshot, snapshot
        if self._form is not None and _differ(before, snapshot):
            self._form.tell_effect()
        if self._panel is not None and self._board is not None:
            self._panel.show_page(self._board.page(snapshot))
            self._place_panel()

    # ---- a panel

    def toggle_panel(self, board: "Board") -> None:
        """Open a panel about this, in place of another one; one about the same is closed."""
        same = type(board) is type(self._board)
        self.close_all()
        if same or self._snapshot is None:
            return
        from ssc_console.desk.panel import Panel

        self._board = board
        self._panel = Panel(self._theme, self._window)
        self._panel.wanted.connect(self._do)
        self._panel.closed.connect(self.left)
        self._panel.show_page(board.page(self._snapshot))
        self.place(self._room)
        self._panel.show()
        self._panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _do(self, doing: "Doing") -> None:
        from ssc_console.desk.board import Choose, Order

        if isinstance(doing, Choose) and self._board is not None and self._snapshot is not None:
            self._board.choose(doing.what)
            self.present(self._snapshot)
        elif isinstance(doing, Order):
            self.ordered.emit(doing.command, doing.seen)

    def is_about(self, found: "Difference") -> bool:
        """Whether the panel that is open is about these changes."""
        return getattr(self._board, "found", None) is found

    def close_panel(self) -> None:
        """Close it, if one is open."""
        if self._panel is not None:
            _away(self._panel)
        self._panel = self._board = None

    # ---- a form

    def ask(self, form: "Form") -> None:
        """Open a form, in place of one that is open, and let it be typed in."""
        from ssc_console.desk.form_bar import FormBar

        self.close_form()
        self._form = FormBar(self._theme, form, self._effect_of, self._window)
        self._form.resize(self._room.width(), self._form.high_at(self._room.width()))
        self._form.filled_in.connect(self.filled_in)
        self._form.closed.connect(self.left)
        self.place(self._room)
        self._form.show()
        self._form.take_keyboard()

    def _effect_of(self, command: Command) -> str:
        from ssc_console.desk.effects import CHANGES, effect_words

        if self._snapshot is None or not isinstance(command, CHANGES):
            return ""
        return effect_words(self._snapshot, command)

    def refuse(self, why: str) -> None:
        """Say in the form why its command was refused."""
        if self._form is not None:
            self._form.show_error(why)

    def close_form(self) -> None:
        """Close it, if one is open."""
        if self._form is not None:
            _away(self._form)
            self._form = None
            self.place(self._room)

    # ---- the keyboard

    def keyboard_is(self, *, ours: bool) -> None:
        """Say that it is elsewhere, or no longer."""
        if ours and self._elsewhere is not None:
            _away(self._elsewhere)
            self._elsewhere = None
        elif not ours and self._elsewhere is None:
            from ssc_console.desk.elsewhere import Elsewhere

            self._elsewhere = Elsewhere(self._theme, self._window)
            self._elsewhere.wanted_back.connect(self.keyboard_wanted)
            self.place(self._room)
            self._elsewhere.show()

    def toggle_all_keys(self) -> None:
        """Show them, or no longer."""
        if self._all_keys is not None:
            self._close_all_keys()
            return
        from ssc_console.desk.all_keys import AllKeys

        self._all_keys = AllKeys(self._theme, self._has, self._window)
        self._all_keys.closed.connect(self._close_all_keys)
        self.place(self._room)
        self._all_keys.show()

    def _close_all_keys(self) -> None:
        if self._all_keys is not None:
            _away(self._all_keys)
            self._all_keys = None

    def close_all(self) -> None:
        """Close what a person has opened."""
        self.close_form()
        self.close_panel()
        self._close_all_keys()


def _differ(before: Snapshot | None, now: Snapshot) -> bool:
    """Whether a change would come to something else now."""
    return before is None or before.state is not now.state or before.projected_end != now.projected_end


def _away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
