"""What can be done if somebody does not come: who could go on, what that does to the end, the fallback."""

from PySide6.QtWidgets import QWidget

from ssc_console.desk.board import Order
from ssc_console.desk.card import Card
from ssc_console.desk.green_room_board import missing_words, swap_line
from ssc_console.desk.keys import Wish
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.show.green_room import Level
from ssc_console.show.snapshot import Snapshot

_HEAD = Style(13, fonts.BOLD, lines=2, least=12)
_NAME = Style(16, fonts.SEMIBOLD, lines=2, least=13)
_TEXT = Style(14, lines=3, least=12)


class Instead(Card):
    """Hidden while nobody is missed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Swap", Wish.SWAP, "Move it before the one that is next", parent)
        self.head = Label(_HEAD, theme.amber, theme.panel, parent=self)
        self.name = Label(_NAME, theme.text, theme.panel, parent=self)
        self.effect = Label(_TEXT, theme.text_dim, theme.panel, parent=self)
        self.fallback = Label(_TEXT, theme.text, theme.panel, parent=self)
        parts = (self.head, self.name, self.effect, self.button, self.fallback)
        self.stack(*parts, head=12, edge=theme.line, edge_high=1, air=6)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        missing = snapshot.missing
        line = None if missing is None else swap_line(snapshot, missing)
        self.setVisible(missing is not None and (line is not None or missing.fallback is not None))
        if missing is None:
            return
        theme = self.theme
        self.head.set_colours(theme.red if missing.level is Level.RED else theme.amber, theme.panel)
        self.head.set_text(missing_words(snapshot, missing))
        for part in (self.name, self.effect, self.button):
            part.setVisible(line is not None)
        if line is not None:
            self.name.set_text(line.left)
            self.effect.set_text(line.below)
        self.fallback.setVisible(missing.fallback is not None)
        self.fallback.set_text(f"Or: {missing.fallback}" if line is not None else missing.fallback or "")


def swap_order(snapshot: Snapshot) -> Order | None:
    """What the button and its key do; None: there is nobody to go on instead."""
    missing = snapshot.missing
    line = None if missing is None else swap_line(snapshot, missing)
    if line is None:
        return None
    doing = line.acts[0].doing
    return doing if isinstance(doing, Order) else None
