"""From the advance key to the last visible widget painted, through whole shows, each on a desk of its own.

Every other show keeps to its plan: a segment is left as its time is up, as a moderator does. The others are
hurried: each press comes as soon as the show takes it for one. `computing` is the processor time of the
same: on a machine that does other work beside, it says more.
"""

import gc
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import shared

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded

SHOWS, BOUND, WAIT = 40, 16.7, 0.04
BETWEEN = 0.3
"""Seconds of the event loop between two presses, in which the next one is foreseen."""
SPARE = timedelta(seconds=20)
"""Between two presses at least: the button and the engine refuse one that comes at once."""
SETTLED = 2.5
"""Seconds in which a new desk makes ready what a press may need; the show is never started sooner."""


class Fingers:
    """Press Space on a desk whose clock stands still, and note the milliseconds until all is painted."""

    def __init__(self, agenda: "Loaded") -> None:
        from ssc_console.clock import SimulatedClock
        from ssc_console.show.instants import ShowInstant

        assert agenda.rundown is not None
        self.moved_at = 0
        self.clock = SimulatedClock(ShowInstant(agenda.rundown.event.start))
        self.application, self.console = shared.console(agenda, self.clock, elapsed=lambda: self.moved_at)
        self.clock.pause()
        self._painted = [0.0]
        _watch_paints(self._painted)

    def press(self, *, hurried: bool = True) -> tuple[float, float] | None:
        """Once; the milliseconds that passed, and those that were computed. None: the show did not move.

        Not `hurried`, it comes as the time of what is on air is up.

        What time brought has been seen by then, and what was done with cues has faded: else a step of that,
        which no press brings, would be taken for the last that the press has painted.
        """
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        on_air = None if hurried else self.console.session.snapshot().on_air
        left = SPARE if on_air is None else on_air.remaining + (on_air.intro_remaining or timedelta(0))
        self.clock.jump_by(max(SPARE, left))
        self.console.ticker.look()
        shared.spin(self.application, WAIT)
        self.moved_at += 5_000
        shared.spin(self.application, BETWEEN)
        revision = self.console.session.snapshot().revision
        began, computed = time.perf_counter(), time.thread_time()
        QTest.keyClick(self.console.desk, Qt.Key.Key_Space)
        last, computed_last = self._until_painted(began, computed)
        if self.console.session.snapshot().revision == revision:
            return None
        return (last - began) * 1000, (computed_last - computed) * 1000

    def _until_painted(self, began: float, computed: float) -> tuple[float, float]:
        """When the last widget was painted, by both clocks.

        Qt paints among what was posted; what timers do in the same turn of the loop comes after the picture.
        """
        ends = time.perf_counter() + WAIT
        while time.perf_counter() < ends:
            for turn in (self.application.sendPostedEvents, self.application.processEvents):
                before = self._painted[0]
                turn()
                if self._painted[0] != before:
                    # What was painted is on the screen too.
                    began, computed = time.perf_counter(), time.thread_time()
        return began, computed


def desk(*, hurried: bool) -> None:
    """Press Space through a show, from its start to its end."""
    from ssc_console.console.sweeping import Sweeper
    from ssc_console.show.figures import Status

    fingers = Fingers(shared.loaded())
    console = fingers.console
    shared.spin(fingers.application, SETTLED)
    gc.collect()
    console.also_shown(Sweeper(console).present)
    took: list[tuple[float, float]] = []
    while console.session.snapshot().status is not Status.ENDED:
        milliseconds = fingers.press(hurried=hurried)
        fingers.moved_at -= 3_000  # a second press, where one is wanted, in time
        if milliseconds is not None:
            took.append(milliseconds)
    shared.report(took)


def _watch_paints(painted: list[float]) -> None:
    """Let every widget of the desk that is seen say when it has painted."""
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

    def note(kind: type) -> None:
        paint = kind.paintEvent  # type: ignore[attr-defined]

        def noted(self: QWidget, event: object) -> None:
            paint(self, event)
            if self.isVisible():  # what is made ready for the next press is not
                painted[0] = time.perf_counter()

        kind.paintEvent = noted  # type: ignore[attr-defined]

    kinds = [QWidget, QAbstractScrollArea]
    while kinds:
        kind = kinds.pop()
        kinds.extend(kind.__subclasses__())
        if kind.__module__.startswith("ssc_console.") and "paintEvent" in vars(kind):
            note(kind)


def _row(screen: str, scale: int, shows: int) -> tuple[str, ...]:
    took: list[float] = []
    computed: list[float] = []
    for number in range(shows):
        more = ("--hurried", str(number % 2))
        for passed, worked in shared.measured("desk", screen, *more, QT_SCALE_FACTOR=str(scale)):
            took.append(passed)
            computed.append(worked)
    most = shared.part_of(took, 0.99)
    return (
        f"{scale}00 %",
        str(len(took)),
        *(f"{each:.1f} ms" for each in (shared.median(took), most, max(took))),
        *(f"{each:.1f} ms" for each in (shared.median(computed), shared.part_of(computed, 0.99))),
        shared.verdict(most <= BOUND) if scale == 1 else "reported",
    )


def main() -> None:
    """At 100 %, and for a quarter of the shows at 200 %."""
    given = shared.options(__doc__, shows=SHOWS, hurried=0)
    if given.part:
        return desk(hurried=bool(given.hurried))
    shared.table(
        ("1440 × 900 at", "presses", "median", "99 %", "most", "computing", "99 %", f"bound {BOUND} ms"),
        _row(given.screen, 1, given.shows),
        _row(given.screen, 2, max(2, given.shows // 4)),
    )
    return None


if __name__ == "__main__":
    main()
