"""The middle of the desk: on air, next, script. Where room is short the countdown keeps its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.next_up import NextUp
from ssc_console.desk.on_air import OnAir
from ssc_console.desk.script import Script
from ssc_console.desk.store import Store
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot

_LOW = 600
"""Below this height names have a single line."""
_ON_AIR, _ON_AIR_LOW = 0.47, 0.51
"""Of the height, at least, is for what is on air: more of it where there is little."""
_GROWN = (0.3, 0.2, 0.0)
"""Of the height, beyond its least, is left to the script, at each size of the countdown."""
_LEAST_SCRIPT, _LEAST_SCRIPT_LOW = 106, 100
"""Pixels: two lines of the usual size are whole, however long a title is."""


class Centre(QWidget):
    """Three parts above each other; how they share the height is this widget's whole business."""

    def __init__(self, theme: Theme, zone: str, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self.on_air = OnAir(theme, zone, self)
        self.next_up = NextUp(theme, zone, self)
        self.script = Script(theme, store, self)
        self._next_high = 0
        self._grown = 0

    def present(self, snapshot: Snapshot, *, words: bool = True) -> None:
        """Be like this; without `words` only what counts, and times to come, have changed."""
        self.on_air.present(snapshot, words=words)
        self.next_up.present(snapshot)
        if words:
            self.script.present(snapshot)
        if self.next_up.height_at(self.next_up.width()) != self._next_high:
            self._place()

    def count(self, snapshot: Snapshot) -> None:
        """Be like this, where nothing has changed but what counts."""
        self.on_air.count(snapshot)

    def set_grown(self, grown: int) -> None:
        """Let the countdown be so many steps above the usual, 0 to 2: the script gives what it takes."""
        if grown != self._grown:
            self._grown = grown
            self.on_air.set_grown(grown)
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        low = self.height() < _LOW
        tight = low or self._grown == 2
        side, edge, gap = (24, 10, 9) if low else (32, 20, 16)
        wide, high = self.width() - 2 * side, self.height() - 2 * edge
        self.on_air.set_compact(tight)
        self.next_up.set_compact(tight)
        self.script.set_compact(low)
        self._next_high = self.next_up.height_at(wide)
        rest, least = high - self._next_high - 2 * gap, _LEAST_SCRIPT_LOW if low else _LEAST_SCRIPT
        on_air = max(
            round((_ON_AIR_LOW if low else _ON_AIR) * high),
            rest - max(least, round(high * _GROWN[self._grown])),
        )
        on_air = min(on_air, rest - least)
        self.on_air.setGeometry(side, edge, wide, on_air)
        y = edge + on_air + gap
        self.next_up.setGeometry(side, y, wide, self._next_high)
        y += self._next_high + gap
        self.script.setGeometry(side, y, wide, edge + high - y)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.background)
