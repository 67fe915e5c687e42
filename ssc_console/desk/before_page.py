"""The desk before the show: the countdown to the start, the calls as they fall due, the check, the people."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ssc_console import timecode
from ssc_console.desk.call_times import CallTimes
from ssc_console.desk.check_card import CheckCard
from ssc_console.desk.check_facts import check_facts, heading, said_already
from ssc_console.desk.facts_card import FactsCard
from ssc_console.desk.people_facts import people_facts, people_heading
from ssc_console.desk.plan_facts import first_words, plan_facts
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.look import fonts
from ssc_console.look.digits import Digits
from ssc_console.look.text import CENTRE, Label, Style
from ssc_console.look.theme import Theme
from ssc_console.show.change import next_turn
from ssc_console.show.instants import ZERO, ShowInstant
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.preflight.item import Item

_HEAD = Style(17, fonts.SEMIBOLD)
_FIRST = Style(19, lines=2, least=16)
_LOW = 600
_CARDS, _CARDS_LOW = 9, 13
"""How much of the height is for the cards, where the digits have 5."""


class BeforePage(QWidget):
    """Calm until a call falls due. Late: the countdown is amber and counts up."""

    def __init__(
        self,
        theme: Theme,
        zone: str,
        elapsed: Callable[[], int],
        notes: Sequence[PlanNote],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._zone = zone
        self._notes = notes
        self._minute = ""
        self._turn: ShowInstant | None = None
        self._items: Sequence[Item] = ()
        self._looking = False
        self._snapshot: Snapshot | None = None
        self.head = Label(_HEAD, theme.text_dim, theme.background, CENTRE, self)
        self.digits = Digits(theme.text, theme.background, parent=self)
        self.digits.setAccessibleName("Time to the start")
        self.first = Label(_FIRST, theme.text_dim, theme.background, CENTRE, self)
        self.calls = CallTimes(theme, elapsed, "CALL TIMES", self)
        self.check = CheckCard(theme, self)
        self.people = FactsCard(theme, self)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 26, 32, 24)
        whole.setSpacing(12)
        for widget, share in ((self.head, 0), (self.digits, 5), (self.first, 0)):
            whole.addWidget(widget, share)
        whole.addSpacing(10)
        cards = QHBoxLayout()
        cards.setSpacing(24)
        for card in (self.calls, self.check, self.people):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            cards.addWidget(card, 1)
        whole.addLayout(cards, _CARDS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the cards have more of the height."""
        low = self.height() < _LOW
        self._whole.setContentsMargins(32, 14 if low else 26, 32, 14 if low else 24)
        self._whole.setStretch(self._whole.count() - 1, _CARDS_LOW if low else _CARDS)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        before, self._snapshot = self._snapshot, snapshot
        theme, left = self._theme, snapshot.to_start
        late = left < ZERO
        self.digits.set_colours(theme.amber if late else theme.text, theme.background)
        self.digits.set_text(timecode.countdown(left))
        self.head.set_text(_heading(snapshot, self._zone))
        self.calls.present(snapshot)
        happened = before is None or snapshot.state is not before.state or snapshot.now < before.now
        minute = timecode.hour_minute(snapshot.wall_now, self._zone)
        if happened or minute != self._minute:
            self._minute = minute
            self.first.set_text(first_words(snapshot))
        if happened or late or (self._turn is not None and snapshot.now >= self._turn):
            # Else all times stand still, and what is to be confirmed is not due yet.
            self._turn = next_turn(snapshot.state, snapshot.now)
            self._show_check(snapshot)
            self.people.show_facts(people_heading(snapshot), people_facts(snapshot))

    def show_checks(self, items: "Sequence[Item]", *, looking: bool) -> None:
        """Show what was found; `looking`: there is more to come."""
        self._items, self._looking = items, looking
        if self._snapshot is not None:
            self._show_check(self._snapshot)

    def _show_check(self, snapshot: Snapshot) -> None:
        plan = plan_facts(snapshot, self._notes, said_already(self._notes, self._items))
        facts = check_facts(snapshot, plan, self._items)
        self.check.show_facts(heading(facts, looking=self._looking), facts)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.background)


def _heading(snapshot: Snapshot, zone: str) -> str:
    planned = timecode.hour_minute(snapshot.rundown.event.start, zone)
    word = "SHOULD HAVE STARTED AT" if snapshot.to_start < ZERO else "STARTS AT"
    if snapshot.postponed_to is None:
        return f"{word} {planned}"
    return f"{word} {timecode.hour_minute(snapshot.postponed_to, zone)} · POSTPONED FROM {planned}"
