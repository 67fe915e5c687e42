"""The bottom of the desk: undo, hold and time on the left, the large button, the message on the right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ssc_console.desk.big_button import BigButton
from ssc_console.desk.key_button import KeyButton
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.message_button import MessageButton
from ssc_console.desk.press import CLEAR, Caution, Press, next_press
from ssc_console.desk.undo_button import UndoButton
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot

_NARROW = 1150
"""Pixels: in a bar that is narrower undo and message leave some of their room to the large button."""
_BUTTON, _EDGE = 72, 15
_BUTTON_LOW, _EDGE_LOW = 68, 9
_RUNNING = frozenset({Status.ON_AIR, Status.HELD})
_WHEN = {
    Wish.POSTPONE: frozenset({Status.BEFORE}),
    Wish.TEST: frozenset({Status.BEFORE}),
    Wish.HOLD: _RUNNING,
    Wish.LESS: _RUNNING,
    Wish.MORE: _RUNNING,
    Wish.REPORT: frozenset({Status.ENDED}),
    Wish.COMPARE: frozenset({Status.BEFORE, Status.ENDED}),
    Wish.RESET: frozenset({Status.ENDED}),
}
_FOR_READERS = frozenset({Wish.REPORT, Wish.COMPARE})
"""What is there, too, where the show is only looked at."""
_WORDS = {
    Wish.POSTPONE: "Postpone",
    Wish.TEST: "Test a cue",
    Wish.HOLD: "Hold",
    Wish.LESS: "−0:30",
    Wish.MORE: "+0:30",
    Wish.REPORT: "Report",
    Wish.COMPARE: "Compare",
    Wish.RESET: "New run",
}


def height_in(*, low: bool) -> int:
    """How high it is, in a low window or another."""
    return _BUTTON_LOW + 2 * _EDGE_LOW if low else _BUTTON + 2 * _EDGE


class BottomBar(QWidget):
    """Which buttons there are depends on where the show stands; the large one never moves.

    Attributes:
        wished: A `Wish` whose button was pressed.
        offered: What the large button means instead of the show's next step; None: nothing is offered.
    """

    wished = Signal(object)

    def __init__(
        self,
        theme: Theme,
        mode: ModeLook,
        elapsed: Callable[[], int],
        parent: QWidget | None = None,
        *,
        compares: bool = False,
    ) -> None:
        """`compares`: there are rehearsals that can be seen side by side."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._acts = mode.acts
        self.offered: Press | None = None
        self.undo = UndoButton(theme, self)
        self.big = BigButton(theme, elapsed, mode.button(theme), self)
        self.message = MessageButton(theme, self)
        self.buttons = {wish: self._button(wish) for wish in _WORDS if compares or wish is not Wish.COMPARE}
        self.buttons[Wish.RESET].setFixedWidth(130)
        self.message.clicked.connect(lambda: self.wished.emit(Wish.MESSAGE))
        self._lay_out()
        self.message.setVisible(self._acts)
        self.set_low(low=False)

    def _button(self, wish: Wish) -> KeyButton:
        made = KeyButton(self._theme, _WORDS[wish], key_of(wish), parent=self)
        made.clicked.connect(lambda: self.wished.emit(wish))
        made.hide()
        return made

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSpacing(10)
        for widget in (self.undo, *self.buttons.values(), self.big, self.message):
            widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Expanding)
            row.addWidget(widget, 1 if widget is self.big else 0)

    def set_low(self, *, low: bool) -> None:
        """Leave more of a low window to what is above."""
        self.setFixedHeight(height_in(low=low))
        edge = _EDGE_LOW if low else _EDGE
        self._row.setContentsMargins(20, edge, 20, edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        self.undo.set_narrow(narrow=narrow)
        self.message.set_narrow(narrow=narrow)

    def present(self, snapshot: Snapshot, caution: Caution = CLEAR, *, words: bool = True) -> None:
        """Be like this; without `words` only what counts has changed.

        Args:
            caution: What stands in the way of the next press.
        """
        status = snapshot.status
        self.undo.present(snapshot)
        if not words:
            return
        for wish, button in self.buttons.items():
            fits = status in _WHEN[wish] and (self._acts or wish in _FOR_READERS)
            if button.isHidden() == fits:
                button.setVisible(fits)
        hold = self.buttons[Wish.HOLD]
        hold.set_words("Go on" if status is Status.HELD else "Hold")
        hold.set_lit(status is Status.HELD)
        nothing_to_undo = not self._acts or (status is Status.BEFORE and snapshot.can_undo is None)
        if self.undo.isHidden() != nothing_to_undo:
            self.undo.setHidden(nothing_to_undo)
        self.message.present(snapshot)
        self.big.set_press(self.offered or next_press(snapshot), CLEAR if self.offered else caution)

    def sizeHint(self) -> QSize:
        return QSize(1200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(960, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.panel)
        painter.fillRect(0, 0, self.width(), 1, self._theme.line)
