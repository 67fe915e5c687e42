"""What the benchmarks share: child processes that report, the bare windows, the show to measure, a table.

Each figure is compared with the least that any program with a window does: a bare one, in the same run.
Qt paints offscreen unless `--screen xcb` is given (a desktop, or under xvfb-run).
"""

import argparse
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
AGENDA = ROOT / "agenda.yaml"
SIZE = (1440, 900)
LOADED = 4.0
"""Seconds after which a console has loaded what it loads by itself."""
BIG, SMALL = 190, 26
"""How high the desk's countdown and its wall clock are, in pixels: the bare window's labels are as large."""

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded
    from ssc_console.clock import Clock
    from ssc_console.console.console import Console

sys.path.insert(0, str(ROOT))


# ---- processes


def options(about: str, **more: Any) -> argparse.Namespace:
    """The command line: `--screen`, and each of `more` as a number with its default."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--screen", choices=("offscreen", "xcb"), default="offscreen")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    for name, default in more.items():
        parser.add_argument(f"--{name}", type=type(default), default=default, help=f"default: {default}")
    return parser.parse_args()


def start(part: str, screen: str, *more: str, **environment: str) -> subprocess.Popen[str]:
    """This benchmark once more, as a child that does one part and prints one JSON document."""
    command = [sys.executable, sys.argv[0], "--screen", screen, "--part", part, *more]
    settings = {**surroundings(), "QT_QPA_PLATFORM": platform(screen), **environment}
    quiet = None if os.environ.get("SSC_BENCH_TALKS") else subprocess.DEVNULL
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=quiet, text=True, env=settings, cwd=Path.cwd()
    )


def platform(screen: str) -> str:
    """Offscreen, Qt's own monitor is 800 × 800, and a desk would open smaller than it is to be measured."""
    if screen != "offscreen":
        return screen
    file = Path(tempfile.gettempdir()) / "ssc-console-benchmarks.json"
    monitor = {"name": "desk", "x": 0, "y": 0, "width": 3840, "height": 2160, "dpr": 1}
    file.write_text(json.dumps({"screens": [{**monitor, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    return f"offscreen:configfile={file}"


def surroundings() -> dict[str, str]:
    """A child's environment: nobody's settings, and compiled modules are kept, as on a person's machine."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = Path(tempfile.gettempdir()) / "ssc-console-benchmarks"
    return {**kept, "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": str(runs)}


def result(child: subprocess.Popen[str]) -> Any:
    """What a child found."""
    text, _ = child.communicate()
    if child.returncode:
        sys.exit(f"a part failed ({child.returncode})")
    return json.loads(text.splitlines()[-1])


def measured(part: str, screen: str, *more: str, **environment: str) -> Any:
    """Do one part in a child of its own."""
    return result(start(part, screen, *more, **environment))


def keep_modules(screen: str) -> None:
    """Start a console and close it once all of it is loaded: it then keeps its compiled modules together."""
    settings = {**surroundings(), "QT_QPA_PLATFORM": platform(screen)}
    command = [sys.executable, "-m", "ssc_console", "desk", str(AGENDA)]
    console = subprocess.Popen(command, env=settings, cwd=ROOT, stderr=subprocess.DEVNULL)
    with suppress(subprocess.TimeoutExpired):
        console.wait(LOADED)
    console.terminate()
    console.wait()


def report(found: Any) -> None:
    """A child's last word."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def processor_time() -> float:
    """Seconds of processor time of this process so far, its threads and the kernel's work included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def resident() -> int:
    """Resident memory in kilobytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise OSError("this system does not say how much memory is resident")


# ---- figures


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def part_of(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    return sorted(values)[max(0, math.ceil(round(len(values) * share, 6)) - 1)]


def table(*rows: Sequence[str]) -> None:
    """Print rows in columns; the first is the heading."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip())
        if not number:
            print("  ".join("-" * wide for wide in widths))


def verdict(fits: bool) -> str:
    """A word for the last column."""
    return "fits" if fits else "MISSES"


def row_of(name: str, seconds: Sequence[float]) -> tuple[float, tuple[str, ...]]:
    """For `table_against`: the median, and a name with the median and the least in milliseconds."""
    middle = median(seconds)
    return middle, (name, f"{middle * 1000:.0f} ms", f"{min(seconds) * 1000:.0f} ms")


def table_against(
    bare: tuple[float, Sequence[str]], ours: tuple[float, Sequence[str]], head: Sequence[str], bound: float
) -> None:
    """Print a bare thing and ours: how many times as much ours takes, and whether that fits.

    Args:
        bare, ours: What is compared, and the other cells of the row.
        head: Over those cells.
        bound: So many times as much it may take.
    """
    ratio = ours[0] / bare[0]
    table(
        (*head, "ratio", f"bound {bound}"),
        (*bare[1], "1.00", ""),
        (*ours[1], f"{ratio:.2f}", verdict(ratio <= bound)),
    )


# ---- windows


def bare_window(*sizes: int) -> tuple[Any, list[Any]]:
    """A window of the desk's size with one label for each of these heights of text."""
    from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

    application = QApplication(["bare"])
    application.setQuitOnLastWindowClosed(False)
    window = QWidget()
    window.resize(*SIZE)
    column = QVBoxLayout(window)
    labels = []
    for size in sizes:
        label = QLabel("10:30:00" if size == SMALL else "5:00")
        font = label.font()
        font.setPixelSize(size)
        label.setFont(font)
        column.addWidget(label)
        labels.append(label)
    window.show()
    return application, [window, *labels]


def once_painted(kind: type, then: Callable[[], None]) -> None:
    """Call `then` when the first paint of a window of this class is through and on the screen."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent

    def first(self: Any, event: Any) -> None:
        kind.paintEvent, kind.painted_first = paint, first  # Qt still holds on to what it has just called
        paint(self, event)
        QTimer.singleShot(0, then)  # after what is being painted, the children included

    kind.paintEvent = first


# ---- the show


def loaded() -> "Loaded":
    """The agenda that ships."""
    from ssc_console.agenda.loading import load

    return load(AGENDA)


def in_four_scripts(agenda: "Loaded") -> "Loaded":
    """The same with names in Thai, Khmer, Chinese and Arabic among the first on air."""
    from ssc_console.show.value import replace

    assert agenda.rundown is not None
    names = ("นางสาวภัทรัตน์ หงษ์ทอง", "សុខ សុភាព", "王小明女士", "السيدة ليلى حداد")
    people = dict(agenda.rundown.people)
    for id_, name in zip(people, names, strict=False):
        people[id_] = replace(people[id_], name=name)
    return replace(agenda, rundown=replace(agenda.rundown, people=people))


def console(agenda: "Loaded", clock: "Clock", *, live: bool = False, **more: Any) -> tuple[Any, "Console"]:
    """An application and the console in it, open, with the size that a new desk has."""
    from ssc_console.console.application import application
    from ssc_console.console.console import Console, plan_notes
    from ssc_console.console.ticker import Knobs
    from ssc_console.look import mode_look
    from ssc_console.session import Session

    running, colours = application("dark", None)
    mode = mode_look.LIVE if live else mode_look.REHEARSAL
    controls = None if live else Knobs(clock)  # type: ignore[arg-type]
    assert agenda.rundown is not None
    show = Session(agenda.rundown, clock, by="desk")
    made = Console(show, colours, clock, mode, controls, notes=plan_notes(agenda), **more)
    made.open()
    return running, made


def put_on_air(made: "Console", segment: str, minutes: int) -> None:
    """Take a segment that then counts down for so long, and begin it."""
    from ssc_console.show.commands import Begin, Retime, Start, Take

    for command in (Start(), Retime(segment, timedelta(minutes=minutes)), Take(segment), Begin()):
        refused = made.ask(command, None)
        if refused is not None and not isinstance(command, Begin):
            sys.exit(refused)


def spin(application: Any, seconds: float) -> None:
    """Let the event loop run for so long, and sleep where it would."""
    from PySide6.QtCore import QTimer

    # Not quit(): that asks the windows, and a desk whose show is on air says no.
    QTimer.singleShot(round(seconds * 1000), application.exit)
    application.exec()


def now() -> float:
    """Seconds of the clock that all processes share."""
    return time.monotonic()
