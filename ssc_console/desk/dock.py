"""What comes up over the contents, inside the window: a form, the notice of the keyboard, all keys."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from ssc_console.desk import bottom_bar, header, offer_bar
from ssc_console.desk.keys import Group
from ssc_console.desk.offer_bar import Offer, OfferBar
from ssc_console.look.theme import Theme

if TYPE_CHECKING:
    from ssc_console.desk.all_keys import AllKeys
    from ssc_console.desk.elsewhere import Elsewhere
    from ssc_console.desk.form_bar import FormBar
    from ssc_console.desk.forms import Form

_NOTICE_HIGH = 60
_FORM_HIGH = 64


class Dock(QObject):
    """Places what it shows just above the bottom bar, so that the large button is never covered.

    Attributes:
        filled_in: A complete command, from a form.
        keyboard_wanted: The notice was clicked.
        declined: What is offered is not wanted; the wish whose button said so.
        left: The form was closed without a command.
    """

    filled_in = Signal(object)
    keyboard_wanted = Signal()
    declined = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, groups: Collection[Group], window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._groups = frozenset(groups)
        self._window = window
        self._room = QRect()
        self._form: FormBar | None = None
        self._offer: Offer | None = None
        self._offer_bar: OfferBar | None = None
        self._elsewhere: Elsewhere | None = None
        self._all_keys: AllKeys | None = None

    @property
    def form(self) -> "FormBar | None":
        """The form that is open."""
        return self._form

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
        self.offer(self._offer)

    def place(self, room: QRect) -> None:
        """The window's inside is here now."""
        self._room = room
        bottom = room.bottom() + 1 - bottom_bar.HEIGHT
        if self._form is not None:
            high = self._form.height()
            self._form.setGeometry(room.x(), bottom - high, room.width(), high)
            bottom -= high
        if self._offer_bar is not None:
            bottom -= offer_bar.HIGH
            self._offer_bar.setGeometry(room.x(), bottom, room.width(), offer_bar.HIGH)
        if self._elsewhere is not None:
            self._elsewhere.setGeometry(room.x(), bottom - _NOTICE_HIGH, room.width(), _NOTICE_HIGH)
        if self._all_keys is not None:
            top = room.y() + header.HEIGHT
            high = room.height() - header.HEIGHT - bottom_bar.HEIGHT
            self._all_keys.setGeometry(room.x(), top, room.width(), high)

    def offer(self, offer: Offer | None) -> None:
        """Say what the large button offers, and why; or no longer."""
        self._offer = offer
        if self._offer_bar is not None:
            _away(self._offer_bar)
            self._offer_bar = None
        if offer is not None and offer.words:
            self._offer_bar = offer_bar.OfferBar(self._theme, offer, self._window)
            self._offer_bar.declined.connect(self.declined)
            self.place(self._room)
            self._offer_bar.show()

    # ---- a form

    def ask(self, form: "Form") -> None:
        """Open a form, in place of one that is open, and let it be typed in."""
        from ssc_console.desk.form_bar import FormBar

        self.close_form()
        self._form = FormBar(self._theme, form, self._window)
        self._form.resize(self._room.width(), _FORM_HIGH)
        self._form.filled_in.connect(self.filled_in)
        self._form.closed.connect(self.left)
        self.place(self._room)
        self._form.show()
        self._form.take_keyboard()

    def refuse(self, why: str) -> None:
        """Say in the form why its command was refused."""
        if self._form is not None:
            self._form.show_error(why)

    def close_form(self) -> None:
        """Close it, if one is open."""
        if self._form is not None:
            _away(self._form)
            self._form = None

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

        self._all_keys = AllKeys(self._theme, self._groups, self._window)
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
        self._close_all_keys()


def _away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
