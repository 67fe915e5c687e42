"""The check before the show: lines with their marks, a button where a person has to confirm something."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.facts_card import ASKED, ROWS_BEGIN, SIDE, Fact, FactsCard
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Go, SeenCue

_BUTTON = QSize(ASKED, 30)


class CheckCard(FactsCard):
    """Emits `commanded`, a command and what was seen, for a confirmation, and `wished` to look again."""

    commanded = Signal(object, object)
    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        tip = f"Look again ({key_of(Wish.CHECK)})"
        self.again = SmallButton(theme, "Again", tip, theme.panel, self)
        self.again.clicked.connect(lambda: self.wished.emit(Wish.CHECK))
        self.head_right = self.again.sizeHint().width() + 12
        self._buttons: dict[str, SmallButton] = {}
        self._seen: dict[str, SeenCue] = {}

    def show_facts(self, heading: str, facts: tuple[Fact, ...]) -> None:
        self._seen = {fact.asks.cue: fact.asks for fact in facts if fact.asks is not None}
        for cue in self._buttons.keys() - self._seen.keys():
            self._buttons.pop(cue).deleteLater()
        for fact in facts:
            if fact.asks is not None and fact.asks.cue not in self._buttons:
                self._buttons[fact.asks.cue] = self._button(fact.asks.cue, fact.left)
        super().show_facts(heading, facts)

    def _button(self, cue: str, what: str) -> SmallButton:
        made = SmallButton(self.theme, "Confirm", f"Confirm: {what}", self.theme.panel, self)
        made.setFixedSize(_BUTTON)
        made.clicked.connect(lambda: self._confirm(cue))
        return made

    def _confirm(self, cue: str) -> None:
        seen = self._seen.get(cue)
        if seen is not None:
            self.commanded.emit(Go(cue), seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.again.sizeHint()
        self.again.setGeometry(self.width() - SIDE - size.width(), 9, size.width(), size.height())
        super().resizeEvent(event)

    def lay(self) -> None:
        """Each button is in its row; one that is not wholly in view is away."""
        room = QRectF(self.rect()).adjusted(0, ROWS_BEGIN - 2, 0, -2)
        for fact, row in self.rows():
            if fact.asks is None:
                continue
            button = self._buttons[fact.asks.cue]
            place = QRectF(row.right() - _BUTTON.width(), row.center().y() - 15.5, *_BUTTON.toTuple())
            button.setGeometry(place.toRect())
            button.setVisible(room.contains(place))
