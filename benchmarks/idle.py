"""Processor time while a segment counts down, against a bare window with two labels that change as often.

Both windows are 1440 × 900. The bare one's labels are as large as the desk's countdown and wall clock; one
changes with the countdown's second, one with the wall's, which are half a second apart in both.
"""

from datetime import UTC, datetime

import shared

SECONDS, SETTLE, BOUND = 120, 3, 1.5


def _count(application: object, seconds: int) -> None:
    shared.spin(application, SETTLE)
    began = shared.processor_time()
    shared.spin(application, seconds)
    shared.report(shared.processor_time() - began)


def bare(seconds: int) -> None:
    """Two labels, each with a timer of its own that waits for its next second."""
    from PySide6.QtCore import Qt, QTimer

    application, (window, countdown, wall) = shared.bare_window(shared.BIG, shared.SMALL)

    def tick(label: object, words: object, phase: float) -> None:
        timer = QTimer(window, singleShot=True, timerType=Qt.TimerType.PreciseTimer)

        def change() -> None:
            second = int(shared.now() - phase)
            label.setText(words(second))  # type: ignore[attr-defined, operator]
            timer.start(int((second + 1 + phase - shared.now()) * 1000) + 1)

        timer.timeout.connect(change)
        change()

    tick(countdown, lambda second: f"{9 - second // 60 % 10}:{59 - second % 60:02}", 0.0)
    tick(wall, lambda second: f"10:{second // 60 % 60:02}:{second % 60:02}", 0.5)
    _count(application, seconds)


def desk(seconds: int) -> None:
    """The live desk on the real clock, with a segment that counts down all the time."""
    from ssc_console.clock import RealClock

    agenda = shared.loaded()
    rundown = agenda.rundown
    assert rundown is not None
    behind = datetime.now(UTC).replace(microsecond=500_000) - rundown.event.start
    clock = RealClock(wall=lambda: datetime.now(UTC) - behind)
    application, made = shared.console(agenda, clock, live=True)
    shared.put_on_air(made, rundown.segments[1].id, 30)
    _count(application, seconds)


def main() -> None:
    """Both at the same time: what else the machine does meets both."""
    given = shared.options(__doc__, seconds=SECONDS)
    if given.part:
        return {"bare": bare, "desk": desk}[given.part](given.seconds)
    children = [
        shared.start(part, given.screen, "--seconds", str(given.seconds)) for part in ("bare", "desk")
    ]
    rows = []
    for name, child in zip(("bare window", "desk"), children, strict=True):
        seconds = float(shared.result(child))
        rows.append((seconds, (name, f"{seconds:.2f} s", f"{seconds / given.seconds * 1000:.2f} ms")))
    head = (f"{given.seconds} s of counting down", "processor", "a second")
    shared.table_against(rows[0], rows[1], head, BOUND)
    return None


if __name__ == "__main__":
    main()
