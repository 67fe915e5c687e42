"""The desk after the show: when it ended, what is left to do, what ran over or under, what was not aired."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ssc_console import timecode
from ssc_console.desk.call_times import CallTimes
from ssc_console.desk.facts_card import Fact, FactsCard
from ssc_console.desk.plan_facts import show_facts
from ssc_console.desk.verdict import judgement
from ssc_console.look import fonts
from ssc_console.look.text import CENTRE, Label, Style
from ssc_console.look.theme import Theme
from ssc_console.show.instants import ZERO
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState

_HEAD = Style(17, fonts.SEMIBOLD)
_BIG = Style(64, fonts.BOLD, least=30)
_SMALL = Style(19)


class AfterPage(QWidget):
    """A verdict, three panels that explain it, and the cues that are left: somebody stops the recording."""

    def __init__(
        self, theme: Theme, zone: str, elapsed: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._zone = zone
        self._shown: ShowState | None = None
        self.head = Label(_HEAD, theme.text_dim, theme.background, CENTRE, self)
        self.verdict = Label(_BIG, theme.green, theme.background, CENTRE, self)
        self.because = Label(_SMALL, theme.text_dim, theme.background, CENTRE, self)
        self.calls = CallTimes(theme, elapsed, "STILL TO DO", self)
        self.cards = [FactsCard(theme, self) for _ in range(3)]
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 34, 32, 24)
        whole.setSpacing(10)
        for label in (self.head, self.verdict, self.because):
            whole.addWidget(label)
        whole.addSpacing(18)
        row = QHBoxLayout()
        row.setSpacing(24)
        for card in (self.calls, *self.cards):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            row.addWidget(card, 1)
        whole.addLayout(row, 1)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.calls.present(snapshot)
        if snapshot.state is self._shown:
            return  # the revision would not do: another run may end with as many events
        self._shown = snapshot.state
        self.calls.setVisible(any(True for _ in snapshot.rundown.cues()))
        shown = judgement(snapshot)
        started, ended = snapshot.started_at, snapshot.ended_at
        if started is not None and ended is not None:
            times = f"{timecode.clock(started, self._zone)} – {timecode.clock(ended, self._zone)}"
            self.head.set_text(f"THE SHOW · {times} · {timecode.elapsed(ended - started)}")
        colour = self._theme.green if shown.fits else self._theme.red
        self.verdict.set_colours(colour, self._theme.background)
        self.verdict.set_text(shown.words)
        self.because.set_text(shown.because)
        over, under, left_out = show_facts(snapshot)
        heading = "NOT AIRED"
        if snapshot.not_aired > ZERO:
            heading += f" · {timecode.span(snapshot.not_aired)}"
        for card, words, facts, none in (
            (self.cards[0], "RAN OVER", over, "Nothing ran over"),
            (self.cards[1], "RAN UNDER", under, "Nothing ran under"),
            (self.cards[2], heading, left_out, "Everything was aired"),
        ):
            card.show_facts(words, facts or (Fact(none),))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.background)
