"""From process start to the first painted desk, agenda loaded, against a bare window with one label."""

import subprocess
import sys
from pathlib import Path

import shared

RUNS, BOUND = 11, 1.6
CHILD = Path(__file__).with_name("first_paint.py")


def _seconds(part: str, screen: str) -> float:
    settings = {
        **shared.surroundings(),
        "QT_QPA_PLATFORM": shared.platform(screen),
        "PYTHONPATH": str(shared.ROOT),
    }
    began = shared.now()
    done = subprocess.run(
        [sys.executable, str(CHILD), part],
        check=True,
        capture_output=True,
        text=True,
        env=settings,
        cwd=shared.ROOT,
    )
    return float(done.stdout) - began


def main() -> None:
    """Alternate, and compare medians."""
    given = shared.options(__doc__, runs=RUNS)
    taken: dict[str, list[float]] = {"bare": [], "desk": []}
    for part in taken:
        _seconds(part, given.screen)  # file caches warm
    shared.keep_modules(given.screen)
    for _ in range(given.runs):
        for part, found in taken.items():
            found.append(_seconds(part, given.screen))
    shared.table_against(
        shared.row_of("bare window", taken["bare"]),
        shared.row_of("desk", taken["desk"]),
        ("to the first paint", "median", "least"),
        BOUND,
    )


if __name__ == "__main__":
    main()
