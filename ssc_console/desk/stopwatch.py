"""A stopwatch for a person who reads aloud: tap as the speaker begins, tap again as the speaker ends.

It counts real seconds, however fast the rehearsal's clock runs.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ssc_console import timecode
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look.shapes import Shape
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Measure
from ssc_console.show.snapshot import Snapshot

_SECOND = 1000
_WIDE = 58
"""Room for the time that it shows while it runs, so that nothing moves as it starts."""


class Stopwatch(SmallButton):
    """Emits `taken`, a `Measure` for the segment that was on air at the first tap (or is next)."""

    taken = Signal(object)

    def __init__(self, theme: Theme, elapsed: Callable[[], int], parent: QWidget | None = None) -> None:
        """`elapsed` gives milliseconds of a clock that nobody steps."""
        self._tip = (
            f"Stopwatch: tap as the speaker begins, and as the speaker ends ({key_of(Wish.STOPWATCH)})"
        )
        super().__init__(theme, "", self._tip, theme.panel, parent, Shape.STOPWATCH)
        self.setFixedWidth(_WIDE)
        self._elapsed = elapsed
        self._began: int | None = None
        self._segment: str | None = None
        self._about: str | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._count)
        self.clicked.connect(self.tap)

    @property
    def is_running(self) -> bool:
        """Between the two taps."""
        return self._began is not None

    def present(self, snapshot: Snapshot) -> None:
        """Be about what is on air, else about what is next."""
        following = None if snapshot.next is None else snapshot.next.segment.id
        self._about = following if snapshot.on_air is None else snapshot.on_air.segment.id

    def tap(self) -> None:
        """Begin, or end and hand in the time."""
        if self._began is None:
            if self._about is not None:
                self._began, self._segment = self._elapsed(), self._about
                self.set_shape(None)
                self._count()
            return
        took = timedelta(milliseconds=self._elapsed() - self._began)
        self._began = None
        self._timer.stop()
        self.set_shape(Shape.STOPWATCH)
        self.taken.emit(Measure(took, self._segment))

    def _count(self) -> None:
        """Show whole seconds, and wait for the next."""
        if self._began is not None:
            counted = self._elapsed() - self._began
            self.setText(timecode.elapsed(timedelta(milliseconds=counted)))
            self.setAccessibleName(f"Stopwatch {self.text()}")
            self._timer.start(_SECOND - counted % _SECOND)
