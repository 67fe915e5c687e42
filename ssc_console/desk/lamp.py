"""The lamp: what is wrong with the console itself, in a few words at the top; the rest is in its tooltip."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.look import fonts, paint
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Style
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

STAYS = timedelta(minutes=2)
"""So long a step of the wall clock, or a gap, is shown after it was noticed."""

_WORDS = Style(14, fonts.BOLD)


@value
class Trouble:
    """Something that a person should know of the console.

    Attributes:
        words: A few; they stand on the lamp.
        more: The rest, for the tooltip and for those who listen.
        unkept: So many events would be lost if the console ended now.
    """

    words: str
    more: str
    unkept: int = 0


class Troubles:
    """All that is wrong with parts of the console, by the name of each part."""

    def __init__(self) -> None:
        self._by_source: dict[str, Trouble] = {}

    def are(self, source: str, trouble: Trouble | None) -> None:
        """Of that part this is wrong now; None: it is well."""
        if trouble is None:
            self._by_source.pop(source, None)
        else:
            self._by_source[source] = trouble

    @property
    def in_short(self) -> Trouble | None:
        """For the lamp: the first of it, and how much more there is."""
        if len(self._by_source) < 2:
            return next(iter(self._by_source.values()), None)
        first, *more = self._by_source.values()
        return Trouble(f"{first.words} · +{len(more)}", "\n".join(each.more for each in (first, *more)))

    @property
    def unkept(self) -> int:
        """So many events would be lost if the console ended now."""
        return sum(trouble.unkept for trouble in self._by_source.values())


def of_the_clock(snapshot: Snapshot) -> Trouble | None:
    """A step of the wall clock, or a gap, that was noticed only just now."""
    zone = snapshot.rundown.event.timezone
    step, gap = snapshot.state.wall_step, snapshot.state.gap
    if step is not None and snapshot.now - step.noticed.at < STAYS:
        size = _stepped(step.by)
        more = (
            f"The computer's clock was set by {size} at {timecode.clock(step.noticed.wall, zone)}. "
            "Countdowns were not moved; times of day are by the clock as it is now."
        )
        return Trouble(f"Clock {size}", more)
    if gap is not None and snapshot.now - gap.until.at < STAYS:
        since, until = (timecode.clock(each.wall, zone) for each in (gap.since, gap.until))
        down = timecode.span(gap.until.at - gap.since.at)
        more = (
            f"The console was not running from {since} to {until}, {down} in all. "
            "What fell due meanwhile is due and was not done by itself."
        )
        return Trouble(f"Was down {down}", more)
    return None


def _stepped(by: timedelta) -> str:
    if abs(by) < timedelta(seconds=1):
        sign = "+" if by > timedelta(0) else timecode.MINUS
        return f"{sign}{abs(timecode.milliseconds(by))} ms"
    return timecode.signed(by)


class Lamp(QWidget):
    """Dark and without width while all is well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._shown: Trouble | None = None
        self.hide()

    @property
    def shown(self) -> Trouble | None:
        """What it says."""
        return self._shown

    def show_trouble(self, trouble: Trouble | None) -> bool:
        """Say this; None: all is well. Whether that is another word than before."""
        if trouble == self._shown:
            return False
        self._shown = trouble
        self.setVisible(trouble is not None)
        if trouble is not None:
            self.setAccessibleName(trouble.words)
            self.setAccessibleDescription(trouble.more)
            self.setToolTip(trouble.more)
        self.update()
        return True

    def sizeHint(self) -> QSize:
        if self._shown is None:
            return QSize(0, 34)
        return QSize(round(paint.badge_width(self._shown.words, _WORDS, Shape.WARNING)) + 8, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        if self._shown is not None:
            paint.badge(
                painter,
                QRectF(self.rect()),
                self._shown.words,
                _WORDS,
                theme.on_amber,
                theme.amber,
                shape=Shape.WARNING,
            )
