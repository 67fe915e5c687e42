"""The desk while the show runs: the rundown, what is on air with what comes, and the cues."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ssc_console.desk.cue_list import CueList
from ssc_console.desk.next_up import NextUp
from ssc_console.desk.on_air import OnAir
from ssc_console.desk.rundown_list import RundownList
from ssc_console.desk.script import Script
from ssc_console.desk.store import Store
from ssc_console.desk.strip import Strip
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot


class LivePage(QWidget):
    """Three columns under the strip."""

    def __init__(
        self,
        theme: Theme,
        zone: str,
        elapsed: Callable[[], int],
        store: Store,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self.strip = Strip(theme, self)
        self.rundown = RundownList(theme, self)
        self.on_air = OnAir(theme, zone, self)
        self.next_up = NextUp(theme, zone, self)
        self.script = Script(theme, store, self)
        self.cues = CueList(theme, elapsed, self)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        whole.addLayout(columns, 1)
        centre = QVBoxLayout()
        centre.setContentsMargins(32, 20, 32, 16)
        centre.setSpacing(14)
        centre.addWidget(self.on_air, 11)
        centre.addWidget(self.next_up)
        centre.addWidget(self.script, 7)
        columns.addWidget(self.rundown, 30)
        columns.addLayout(centre, 47)
        columns.addWidget(self.cues, 23)
        for side, least, most in ((self.rundown, 330, 560), (self.cues, 280, 440)):
            side.setMinimumWidth(least)
            side.setMaximumWidth(most)
            side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.strip.present(snapshot)
        self.rundown.present(snapshot)
        self.on_air.present(snapshot)
        self.next_up.present(snapshot)
        self.script.present(snapshot)
        self.cues.present(snapshot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.background)
        top, bottom = self.rundown.y(), self.height()
        for x in (self.rundown.geometry().right() + 1, self.cues.x() - 1):
            painter.fillRect(x, top, 1, bottom - top, self._theme.line)
