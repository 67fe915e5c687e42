"""Said under the rundown while the show would run past its hard out: by how much, and what would do."""

from PySide6.QtWidgets import QWidget

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.card import Card
from ssc_console.desk.keys import Wish
from ssc_console.desk.verdict import spare
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Status
from ssc_console.show.instants import SECOND
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.timeline import timeline

_HEAD = Style(15, fonts.SEMIBOLD, lines=2, least=13)
_TEXT = Style(14, lines=3, least=12)


LONG = 200
"""With more segments to come than this, it would take too much of each second."""


class LateCard(Card):
    """Hidden while the show will be over in time. Its room is the rundown’s, never the countdown’s."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Catch up", Wish.CATCH_UP, "See who would give how much", parent)
        self.head = Label(_HEAD, theme.red, theme.panel, parent=self)
        self.text = Label(_TEXT, theme.text, theme.panel, parent=self)
        self.stack(self.head, self.text, self.button, head=10, edge=theme.red, edge_high=2)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        late = is_late(snapshot)
        self.setVisible(late)
        if late:
            self.head.set_text(how_late(snapshot))
            self.text.set_text(what_would_do(snapshot))


def is_late(snapshot: Snapshot) -> bool:
    """Whether it would run past its hard out by a second or more, and that can still be changed."""
    return snapshot.status is not Status.ENDED and snapshot.to_hard_out <= -SECOND


def how_late(snapshot: Snapshot) -> str:
    """By how much it would run past its hard out."""
    event = snapshot.rundown.event
    hard_out = timecode.hour_minute(event.hard_out, event.timezone)
    return f"The show would end {timecode.span(-spare(snapshot))} past {hard_out}"


def what_would_do(snapshot: Snapshot) -> str:
    """What shortening could do about it; in a very long show that is worked out in the list alone."""
    if len(timeline(snapshot.state).pending) > LONG:
        return "See who could give how much."
    proposal = snapshot.catching_up()
    count = len(proposal.cuts)
    if not count:
        return "Nothing that is still to come can be shortened."
    if proposal.missing:
        return "Shortening all that can be shortened would not be enough."
    first = called(snapshot.segment(proposal.cuts[0].segment), snapshot.rundown)
    return f"Shortening {first if count == 1 else f'{count} segments'} would end it in time."
