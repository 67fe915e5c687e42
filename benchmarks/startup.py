"""From process start to the first painted desk, agenda loaded, against a bare window with one label."""

from importlib.machinery import PathFinder
from typing import Any

import shared

RUNS, BOUND = 11, 1.6


def bare() -> None:
    """A window with one label."""
    from PySide6.QtWidgets import QLabel

    shared.once_painted(QLabel, lambda: shared.report(shared.now()))
    application, _kept = shared.bare_window(24)
    application.exec()


class _Watched(PathFinder):
    """Lets the large button say when it is first painted, once the command has come to import it."""

    @classmethod
    def find_spec(cls, fullname: str, path: object = None, target: object = None) -> Any:
        if fullname != "ssc_console.desk.big_button":
            return None
        spec = super().find_spec(fullname, path, target)  # type: ignore[arg-type]
        load = spec.loader.exec_module

        def load_and_watch(module: Any) -> None:
            load(module)
            shared.once_painted(module.BigButton, lambda: shared.report(shared.now()))

        spec.loader.exec_module = load_and_watch
        return spec


def desk() -> None:
    """What the command does, in its own order of imports, up to the first paint."""
    import sys

    sys.meta_path.insert(0, _Watched())
    from ssc_console.__main__ import main

    sys.argv = ["ssc-console", "desk", str(shared.AGENDA)]
    main()


def _seconds(part: str, screen: str) -> float:
    began = shared.now()
    return float(shared.measured(part, screen)) - began


def main() -> None:
    """Alternate, and compare medians."""
    given = shared.options(__doc__, runs=RUNS)
    if given.part:
        return {"bare": bare, "desk": desk}[given.part]()
    for part in ("bare", "desk"):
        shared.measured(part, given.screen)  # file caches warm
    shared.keep_modules(given.screen)
    taken: dict[str, list[float]] = {"bare": [], "desk": []}
    for _ in range(given.runs):
        for part, found in taken.items():
            found.append(_seconds(part, given.screen))
    shared.table_against(
        shared.row_of("bare window", taken["bare"]),
        shared.row_of("desk", taken["desk"]),
        ("to the first paint", "median", "least"),
        BOUND,
    )
    return None


if __name__ == "__main__":
    main()
