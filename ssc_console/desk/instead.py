"""What can be done if somebody does not come: who could go on, what that does to the end, the fallback."""

from PySide6.QtWidgets import QWidget

from ssc_console.desk.board import Line, Order
from ssc_console.desk.card import Card
from ssc_console.desk.green_room_board import fallback_line, missing_words, swap_line
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
        tip = "Do what the agenda has for it"
        self.second = self.make_button("Instead", Wish.FALLBACK, tip)
        parts = (self.head, self.name, self.effect, self.button, self.fallback, self.second)
        self.stack(*parts, head=12, edge=theme.line, edge_high=1, air=6)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        missing = snapshot.missing
        swap = None if missing is None else swap_line(snapshot, missing)
        fallback = None if missing is None else fallback_line(snapshot, missing)
        self.setVisible(swap is not None or fallback is not None)
        if missing is None:
            return
        theme = self.theme
        self.head.set_colours(theme.red if missing.level is Level.RED else theme.amber, theme.panel)
        self.head.set_text(missing_words(snapshot, missing))
        for part in (self.name, self.effect, self.button):
            part.setVisible(swap is not None)
        if swap is not None:
            self.name.set_text(swap.left)
            self.effect.set_text(swap.below)
        self._show_fallback(fallback, also=swap is not None)

    def _show_fallback(self, line: Line | None, *, also: bool) -> None:
        """`also`: beside something else that can be done."""
        can = line is not None and bool(line.acts)
        self.fallback.setVisible(line is not None)
        self.second.setVisible(can)
        if line is not None:
            words = " · ".join((line.left, line.below)) if can else line.left
            self.fallback.set_text(f"Or: {words}" if also else words)


def swap_order(snapshot: Snapshot) -> Order | None:
    """What the upper button and its key do; None: there is nobody to go on instead."""
    missing = snapshot.missing
    return None if missing is None else _order(swap_line(snapshot, missing))


def fallback_order(snapshot: Snapshot) -> Order | None:
    """What the lower button and its key do; None: the agenda has no more than words."""
    missing = snapshot.missing
    return None if missing is None else _order(fallback_line(snapshot, missing))


def _order(line: Line | None) -> Order | None:
    doing = line.acts[0].doing if line is not None and line.acts else None
    return doing if isinstance(doing, Order) else None
