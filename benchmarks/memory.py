"""Resident memory of the desk with names in four scripts painted, against a bare window with one label."""

import shared

RUNS, BOUND = 5, 1.7


def bare() -> None:
    """A window with one label."""
    application, _kept = shared.bare_window(24)
    shared.spin(application, 1)
    shared.report(shared.resident())


def desk() -> None:
    """The show's first segments on air one after the other, then what is resident."""
    from datetime import timedelta

    from ssc_console.clock import SimulatedClock
    from ssc_console.show.commands import Advance, Begin, Start
    from ssc_console.show.instants import ShowInstant

    agenda = shared.in_four_scripts(shared.loaded())
    assert agenda.rundown is not None
    clock = SimulatedClock(ShowInstant(agenda.rundown.event.start))
    application, made = shared.console(agenda, clock)
    for command in (Start(), *[Advance(), Begin()] * 4):
        made.ask(command, None)
        clock.jump_by(timedelta(seconds=40))
        made.ticker.look()
        shared.spin(application, 0.3)
    shared.report(shared.resident())


def main() -> None:
    """Alternate, and compare medians."""
    given = shared.options(__doc__, runs=RUNS)
    if given.part:
        return {"bare": bare, "desk": desk}[given.part]()
    found: dict[str, list[float]] = {"bare": [], "desk": []}
    for _ in range(given.runs):
        for part, sizes in found.items():
            sizes.append(float(shared.measured(part, given.screen)))
    bare_, desk_ = (shared.median(found[part]) for part in ("bare", "desk"))
    shared.table_against(
        (bare_, ("bare window", f"{bare_ / 1024:.1f} MB")),
        (desk_, ("desk", f"{desk_ / 1024:.1f} MB")),
        ("resident memory", "median"),
        BOUND,
    )
    return None


if __name__ == "__main__":
    main()
