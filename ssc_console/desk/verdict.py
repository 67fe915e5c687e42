"""Will it be over by the hard out: one verdict, and smaller what explains it."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.look import fonts, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import RIGHT, Style, line, width
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Status
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

_HEAD = Style(12, fonts.SEMIBOLD)
_BIG = Style(27, fonts.BOLD)
_SMALL = Style(14)
_STEP = 24
"""Its width goes by steps, so that what stands beside it does not move with every digit."""


@value
class Judgement:
    """The verdict in words."""

    fits: bool
    words: str
    because: str


def judgement(snapshot: Snapshot) -> Judgement:
    """What the figures say, in words."""
    event = snapshot.rundown.event
    hard_out = timecode.hour_minute(event.hard_out, event.timezone)
    # As anybody works it out from the end that stands below it.
    left, over = spare(snapshot), snapshot.status is Status.ENDED
    if over:
        words = f"{timecode.span(abs(left))} {'before' if left >= ZERO else 'past'} {hard_out}"
    elif left >= ZERO:
        words = f"{timecode.span(left)} spare"
    else:
        words = f"{timecode.span(-left)} past {hard_out}"
    verb = "ended" if over else "ends"
    end = timecode.clock(snapshot.projected_end, event.timezone)
    late = timecode.by_the_clock(snapshot.planned_end, snapshot.projected_end)
    return Judgement(left >= ZERO, words, f"{verb} {end} · {_against_plan(late)}")


def spare(snapshot: Snapshot) -> timedelta:
    """From the end of the show, as a clock shows it, to the hard out; negative: it is past that."""
    return timecode.by_the_clock(snapshot.projected_end, snapshot.rundown.event.hard_out)


def _against_plan(over: timedelta) -> str:
    if abs(over) < SECOND:
        return "as planned"
    return f"{timecode.span(abs(over))} {'late' if over > ZERO else 'early'}"


class Verdict(QWidget):
    """The figure that matters, with a mark and a colour that say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Will it end on time")
        self._theme = theme
        self._shown = Judgement(fits=True, words="", because="")
        self._head = ""

    def sizeHint(self) -> QSize:
        words = width(self._shown.words, _BIG) + 32
        return QSize(round(max(words, width(self._shown.because, _SMALL), 150) / _STEP + 1) * _STEP, 64)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        shown = judgement(snapshot)
        event = snapshot.rundown.event
        head = f"OVER BY {timecode.hour_minute(event.hard_out, event.timezone)}?"
        if (shown, head) != (self._shown, self._head):
            self._shown, self._head = shown, head
            self.setAccessibleDescription(f"{shown.words}, {shown.because}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, shown = self._theme, self._shown
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        colour = theme.green if shown.fits else theme.red
        wide = float(self.width())
        line(painter, QRectF(0, 2, wide, 15), self._head, _HEAD, theme.text_dim, RIGHT)
        big = width(shown.words, _BIG)
        line(painter, QRectF(0, 14, wide, 34), shown.words, _BIG, colour, RIGHT)
        mark = QRectF(wide - big - 28, 22, 18, 18)
        shapes.draw(painter, Shape.CHECK if shown.fits else Shape.CROSS, mark, colour)
        line(painter, QRectF(0, 46, wide, 18), shown.because, _SMALL, theme.text_dim, RIGHT)
