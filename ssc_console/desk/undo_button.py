"""Undo: what it would take back, how old that is, and by whom; apart from the large button."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.key_button import KeyButton
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import fonts
from ssc_console.look.text import Style, line
from ssc_console.look.theme import Theme
from ssc_console.show import undo_age
from ssc_console.show.figures import UndoOffer
from ssc_console.show.instants import LONG_AGO, ShowInstant, WallInstant
from ssc_console.show.snapshot import Snapshot

_WIDE, _WIDE_IF_NARROW = 210, 170
_SMALL = Style(12, counts=True)
_NAME = Style(14, fonts.SEMIBOLD)


def wants_two_presses(offer: UndoOffer) -> bool:
    """Whether taking it back would jolt a show that has moved on."""
    return offer.is_take and offer.age > undo_age.OLD


class UndoButton(KeyButton):
    """Carries what it has painted: a press means what the person has read.

    Attributes:
        pressed_offer: The offer that was painted when it was pressed; None: there was none.
    """

    pressed_offer = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Undo", key_of(Wish.UNDO), parent=parent)
        self.set_narrow(narrow=False)
        self._offer: UndoOffer | None = None
        self._painted: UndoOffer | None = None
        self._snapshot: Snapshot | None = None
        self._until = LONG_AGO
        self._lines = ("", "")
        self._asking = False
        self.clicked.connect(self.press)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave some of the room to what stands beside it."""
        self.setFixedWidth(_WIDE_IF_NARROW if narrow else _WIDE)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, 68)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        before = self._snapshot
        if before is not None and snapshot.state is before.state and before.now <= snapshot.now < self._until:
            return  # most seconds of a change that is old
        self._snapshot = snapshot
        offer = snapshot.can_undo
        self._until = ShowInstant(
            snapshot.now + (timecode.DAY if offer is None else undo_age.told_so_for(offer.age))
        )
        lines = ("nothing yet", "")
        if offer is not None:
            lines = (_what(snapshot, offer), _when(offer))
        is_another = _which(offer) != _which(self._offer)
        self._offer = offer
        if is_another and lines == self._lines:
            self.update()  # it reads the same, and a press means another one
        elif lines[0] == self._lines[0] and lines != self._lines and all((lines[1], self._lines[1])):
            self._lines = lines
            self.update(self._age_place())
        elif lines != self._lines:
            self._lines = lines
            self.setEnabled(offer is not None)
            self.setAccessibleDescription(", ".join(filter(None, lines)))
            self.setToolTip(lines[0])
            self.update()

    def ask_again(self, asking: bool) -> None:
        """Show whether it waits for a second press."""
        if asking != self._asking:
            self._asking = asking
            self.set_lit(asking)
            self.update()

    def press(self) -> None:
        """What a click or its key does."""
        self.pressed_offer.emit(self._painted)

    def _age_place(self) -> QRect:
        """Where nothing but the age is."""
        return QRect(13, self.height() // 2 + 8, self.width() - 26, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._age_place().contains(event.rect()):
            painter = QPainter(self)
            painter.fillRect(event.rect(), self.fill())
            self._paint_age(painter)
        else:
            super().paintEvent(event)
        self._painted = self._offer

    def paint_words(self, painter: QPainter) -> None:
        theme = self.theme
        wide = self.width() - 26.0
        top = self.height() / 2 - 28
        head = "Press again to undo" if self._asking else f"Undo · {key_of(Wish.UNDO)}"
        name, age = self._lines
        dim = theme.amber if self._asking else theme.text_dim
        shift = 0 if age else 9
        line(painter, QRectF(13, top + shift, wide, 17), head, _SMALL, dim)
        ink = theme.text if self._offer is not None else theme.text_faint
        line(painter, QRectF(13, top + 17 + shift, wide, 20), name, _NAME, ink)
        self._paint_age(painter)

    def _paint_age(self, painter: QPainter) -> None:
        room = QRectF(13, self.height() / 2 + 10, self.width() - 26.0, 17)
        line(painter, room, self._lines[1], _SMALL, self.theme.text_dim)


def _what(snapshot: Snapshot, offer: UndoOffer) -> str:
    if offer.segment is None or offer.segment not in snapshot.order:
        return offer.name
    joint = " to " if offer.is_take else ": "
    return f"{offer.name}{joint}{called(snapshot.segment(offer.segment), snapshot.rundown)}"


def _which(offer: UndoOffer | None) -> tuple[int, WallInstant] | None:
    """The change that it would take back; each run counts its commands anew."""
    return None if offer is None else (offer.command, offer.at)


def _when(offer: UndoOffer) -> str:
    asks = " · asks twice" if wants_two_presses(offer) else ""
    by = "" if offer.by == "desk" else f" · by {'itself' if offer.by == 'clock' else offer.by}"
    return f"{timecode.roughly(undo_age.told(offer.age))} ago{by}{asks}"
