"""The top of the desk: which show, which mode, what time, and whether it will end on time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.headline import Headline
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.lamp import Lamp, Trouble, of_the_clock
from ssc_console.desk.mode_badge import ModeBadge
from ssc_console.desk.small_button import SmallButton
from ssc_console.desk.verdict import Verdict
from ssc_console.desk.wall_clock import WallClock
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.desk.rehearsal_clock import RehearsalClock

_USUAL, _LOW = 78, 69
_SIDE = 20
_GAP = 26
_HEADLINE = 60


def height_in(*, low: bool) -> int:
    """How high it is, in a low window or another."""
    return _LOW if low else _USUAL


class Header(QWidget):
    """A row of parts that know nothing of each other.

    Attributes:
        trouble: What is wrong with the console; it goes before what is to be said of the clock.
    """

    def __init__(
        self,
        theme: Theme,
        mode: ModeLook,
        zone: str,
        clock: ClockControls | None,
        elapsed: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_USUAL)
        self._theme = theme
        self.headline = Headline(theme, self)
        self.badge = ModeBadge(theme, mode, clock, self)
        self.rehearsal: RehearsalClock | None = None
        if clock is not None:
            from ssc_console.desk import rehearsal_clock

            self.rehearsal = rehearsal_clock.RehearsalClock(theme, clock, elapsed, self)
            self.rehearsal.changed.connect(self._clock_changed)
        self.lamp = Lamp(theme, self)
        self.trouble: Trouble | None = None
        self.wall = WallClock(theme, zone, mode.clock, self)
        self.verdict = Verdict(theme, self)
        tip = f"Menu ({key_of(Wish.MENU)})"
        self.menu = SmallButton(theme, "", tip, theme.panel, self, Shape.MENU)

    def set_low(self, *, low: bool) -> None:
        """Leave more of a low window to what is below."""
        self.setFixedHeight(height_in(low=low))

    def present(self, snapshot: Snapshot, *, words: bool = True) -> None:
        """Be like this; without `words` only what counts has changed."""
        self.wall.present(snapshot)
        if self.lamp.show_trouble(self.trouble or of_the_clock(snapshot)):
            self._place()
        if words:
            before = self.verdict.sizeHint()
            self.headline.present(snapshot)
            self.verdict.present(snapshot)
            if self.verdict.sizeHint() != before:
                self._place()
        if self.rehearsal is not None:
            self.rehearsal.present(snapshot)
            self._clock_changed()

    def steer(self, wish: Wish) -> None:
        """Turn a knob of the rehearsal's clock, if there is one."""
        if self.rehearsal is not None:
            self.rehearsal.steer(wish)

    def _clock_changed(self) -> None:
        before = self.badge.sizeHint()
        self.badge.refresh()
        if self.badge.sizeHint() != before:
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """From the right: what is fixed; the headline has what is left.

        Knobs of the clock that find no room are gone: they have their keys.
        """
        right, high = self.width() - _SIDE, self.height()
        lit = not self.lamp.isHidden()
        fixed: list[tuple[QWidget, int]] = [
            (self.menu, _GAP - 8),
            (self.verdict, _GAP),
            (self.wall, _GAP),
            (self.badge, 10 if lit else _GAP),
            *(((self.lamp, _GAP),) if lit else ()),
        ]
        if self.rehearsal is not None:
            needed = sum(part.sizeHint().width() + gap for part, gap in (*fixed, (self.rehearsal, 10)))
            self.rehearsal.setVisible(needed <= right)
            if needed <= right:
                fixed.insert(3, (self.rehearsal, 10))
        for part, gap in fixed:
            size = part.sizeHint()
            right -= size.width()
            part.setGeometry(right, (high - 1 - size.height()) // 2, size.width(), size.height())
            right -= gap
        room = right - _SIDE
        self.headline.setVisible(room >= _HEADLINE)  # of a title that is narrower nothing is read
        self.headline.setGeometry(QRect(_SIDE, 4, max(room, 0), high - 9))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.line)
