"""What can be done if somebody does not come: who could go on, what that does to the end, the fallback."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ssc_console.desk.board import Order
from ssc_console.desk.green_room_board import missing_words, swap_line
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.show.green_room import Level
from ssc_console.show.snapshot import Snapshot

_HEAD = Style(13, fonts.BOLD, lines=2, least=12)
_NAME = Style(16, fonts.SEMIBOLD, lines=2, least=13)
_TEXT = Style(14, lines=3, least=12)


class Instead(QWidget):
    """Hidden while nobody is missed.

    Attributes:
        wished: The wish whose key is printed on the button.
    """

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.head = Label(_HEAD, theme.amber, theme.panel, parent=self)
        self.name = Label(_NAME, theme.text, theme.panel, parent=self)
        self.effect = Label(_TEXT, theme.text_dim, theme.panel, parent=self)
        self.fallback = Label(_TEXT, theme.text, theme.panel, parent=self)
        key = key_of(Wish.SWAP)
        self.swap = SmallButton(
            theme, f"Swap · {key}", "Move it before the one that is next", theme.panel, self
        )
        self.swap.setFixedHeight(32)
        self.swap.clicked.connect(lambda: self.wished.emit(Wish.SWAP))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 12)
        column.setSpacing(6)
        for part in (self.head, self.name, self.effect, self.swap, self.fallback):
            column.addWidget(part)
        self.hide()

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        missing = snapshot.missing
        line = None if missing is None else swap_line(snapshot, missing)
        self.setVisible(missing is not None and (line is not None or missing.fallback is not None))
        if missing is None:
            return
        theme = self._theme
        self.head.set_colours(theme.red if missing.level is Level.RED else theme.amber, theme.panel)
        self.head.set_text(missing_words(snapshot, missing))
        for part in (self.name, self.effect, self.swap):
            part.setVisible(line is not None)
        if line is not None:
            self.name.set_text(line.left)
            self.effect.set_text(line.below)
        self.fallback.setVisible(missing.fallback is not None)
        self.fallback.set_text(f"Or: {missing.fallback}" if line is not None else missing.fallback or "")

    def height_for(self, wide: int) -> int:
        """How much room it wants at that width; 0 while it is hidden."""
        if self.isHidden():
            return 0
        inner = wide - 32
        parts = [part for part in (self.head, self.name, self.effect, self.fallback) if not part.isHidden()]
        high = sum(part.heightForWidth(inner) + 6 for part in parts) + 24
        return high + (0 if self.swap.isHidden() else 38)

    def sizeHint(self) -> QSize:
        return QSize(300, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.panel)
        painter.fillRect(0, 0, self.width(), 1, self._theme.line)


def swap_order(snapshot: Snapshot) -> Order | None:
    """What the button and its key do; None: there is nobody to go on instead."""
    missing = snapshot.missing
    line = None if missing is None else swap_line(snapshot, missing)
    if line is None:
        return None
    doing = line.acts[0].doing
    return doing if isinstance(doing, Order) else None
