"""From the advance key to the last visible widget painted, through whole shows.

`computing` is the processor time of the same: on a machine that does other work beside, it says more.
"""

import gc
import time

import shared

SHOWS, BOUND, WAIT = 8, 16.7, 0.04
SETTLED = 2.5
"""Seconds in which a new desk makes ready what a press may need; the show is never started sooner."""


def desk(shows: int) -> None:
    """Press Space through the show, over and over, on a clock that stands still; note the milliseconds."""
    from datetime import timedelta

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ssc_console.clock import SimulatedClock
    from ssc_console.show.commands import Reset
    from ssc_console.show.figures import Status
    from ssc_console.show.instants import ShowInstant

    fingers = [0]

    agenda = shared.loaded()
    assert agenda.rundown is not None
    clock = SimulatedClock(ShowInstant(agenda.rundown.event.start))
    application, made = shared.console(agenda, clock, elapsed=lambda: fingers[0])  # nobody waits
    clock.pause()
    painted = [0.0]
    _watch_paints(painted)
    shared.spin(application, SETTLED)
    gc.collect()
    gc.freeze()  # as an open console does (`sweeping`)

    def press() -> tuple[float, float]:
        fingers[0] += 5_000
        clock.jump_by(timedelta(seconds=20))  # the engine, too, refuses a second press that comes at once
        made.ticker.look()
        shared.spin(application, WAIT)
        began, computed = time.perf_counter(), time.thread_time()
        QTest.keyClick(made.desk, Qt.Key.Key_Space)
        ends = time.perf_counter() + WAIT
        last, computed_last = began, computed
        while time.perf_counter() < ends:
            before = painted[0]
            QApplication.processEvents()
            if painted[0] != before:
                # What was painted is on the screen too.
                last, computed_last = time.perf_counter(), time.thread_time()
        return (last - began) * 1000, (computed_last - computed) * 1000

    took: list[tuple[float, float]] = []
    for _ in range(shows):
        while made.session.snapshot().status is not Status.ENDED:
            revision = made.session.snapshot().revision
            milliseconds = press()
            fingers[0] -= 3_000  # a second press, where one is wanted, in time
            if made.session.snapshot().revision != revision:
                took.append(milliseconds)
        made.ask(Reset(), None)
        shared.spin(application, WAIT)
    shared.report(took)


def _watch_paints(painted: list[float]) -> None:
    """Let every widget of the desk say when it has painted."""
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget

    def note(kind: type) -> None:
        paint = kind.paintEvent  # type: ignore[attr-defined]

        def noted(self: QWidget, event: object) -> None:
            paint(self, event)
            painted[0] = time.perf_counter()

        kind.paintEvent = noted  # type: ignore[attr-defined]

    kinds = [QWidget, QAbstractScrollArea]
    while kinds:
        kind = kinds.pop()
        kinds.extend(kind.__subclasses__())
        if kind.__module__.startswith("ssc_console.") and "paintEvent" in vars(kind):
            note(kind)


def main() -> None:
    """At 100 % and at 200 %."""
    given = shared.options(__doc__, shows=SHOWS)
    if given.part:
        return desk(given.shows)
    rows = []
    for scale in (1, 2):
        more = ("--shows", str(given.shows))
        found = shared.measured("desk", given.screen, *more, QT_SCALE_FACTOR=str(scale))
        took, computed = ([each[which] for each in found] for which in (0, 1))
        most = shared.part_of(took, 0.99)
        rows.append(
            (
                f"{scale}00 %",
                str(len(took)),
                *(f"{each:.1f} ms" for each in (shared.median(took), most, max(took))),
                *(f"{each:.1f} ms" for each in (shared.median(computed), shared.part_of(computed, 0.99))),
                shared.verdict(most <= BOUND) if scale == 1 else "reported",
            )
        )
    shared.table(
        ("1440 × 900 at", "presses", "median", "99 %", "most", "computing", "99 %", f"bound {BOUND} ms"),
        *rows,
    )
    return None


if __name__ == "__main__":
    main()
