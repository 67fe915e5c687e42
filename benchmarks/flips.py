"""How late the countdown's digits flip: from the true instant to the end of their paint."""

import time

import shared

SECONDS, FRAME = 122, 16.7


def desk(speed: float, seconds: int) -> None:
    """Count down on a simulated clock, and note each flip's lateness in milliseconds."""
    from ssc_console.clock import SimulatedClock
    from ssc_console.look.digits import Digits
    from ssc_console.show.instants import ShowInstant

    agenda = shared.loaded()
    assert agenda.rundown is not None
    start = agenda.rundown.event.start
    readings: list[float] = []

    def monotonic() -> float:
        readings.append(time.monotonic())
        return readings[-1]

    clock = SimulatedClock(ShowInstant(start), speed, monotonic)
    began = readings[0]
    application, made = shared.console(agenda, clock)
    shared.put_on_air(made, agenda.rundown.segments[1].id, 30)
    digits = made.desk.contents.live.centre.on_air.digits
    on_air = made.session.snapshot().on_air
    assert on_air is not None
    over = made.session.snapshot().now + on_air.remaining
    late: list[float] = []
    lefts: list[int] = []
    paint, shown = Digits.paintEvent, [digits.text]

    def painted(self: Digits, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        if self is digits and digits.text != shown[0]:
            shown[0] = digits.text
            minutes, seconds_ = digits.text.split(":")
            left = int(minutes) * 60 + int(seconds_)
            # It rounds up: it reads 4:59 from the instant at which exactly 4:59 is left.
            true = began + ((over - start).total_seconds() - left) / speed
            late.append((time.monotonic() - true) * 1000)
            lefts.append(left)

    Digits.paintEvent = painted  # type: ignore[method-assign]
    shared.spin(application, seconds)
    shared.report({"late": late, "expected": lefts[0] - lefts[-1] + 1})


def main() -> None:
    """At ×5 and as in life."""
    given = shared.options(__doc__, seconds=SECONDS, speed=0.0)
    if given.part:
        return desk(given.speed, given.seconds)
    rows = []
    for speed in (5.0, 1.0):
        more = ("--seconds", str(given.seconds), "--speed", str(speed))
        found = shared.measured("desk", given.screen, *more)
        late, expected = [float(each) for each in found["late"]], found["expected"]
        most = shared.part_of(late, 0.99)
        rows.append(
            (
                f"×{speed:.0f}",
                f"{len(late)} of {expected}",
                *(f"{each:.1f} ms" for each in (shared.median(late), most, max(late))),
                shared.verdict(most <= FRAME and len(late) == expected),
            )
        )
    shared.table(("speed", "flips", "median", "99 %", "most", f"bound {FRAME} ms"), *rows)
    return None


if __name__ == "__main__":
    main()
