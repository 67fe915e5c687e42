"""A scripted rehearsal of this show with 60 reads as a process, against importing yaml and pytz alone."""

import subprocess
import sys
import tempfile
from pathlib import Path

import shared

RUNS, READS, BOUND = 15, 60, 2.5


def script() -> str:
    """One read a minute, and every few minutes an advance: the whole show is performed."""
    lines = ["10:29:30 read", "10:30:00 start"]
    for number in range(1, READS):
        if number % 4 == 0:
            lines.append("+1s advance")
        lines.append("+1:00 read" if number % 4 else "+59s read")
    return "\n".join(lines) + "\n"


def _seconds(command: list[str]) -> float:
    began = shared.now()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, cwd=shared.ROOT, env=shared.surroundings(), **quiet)
    return shared.now() - began


def main() -> None:
    """Alternate, and compare medians."""
    given = shared.options(__doc__, runs=RUNS)
    with tempfile.TemporaryDirectory() as folder:
        steps = Path(folder) / "script.txt"
        steps.write_text(script(), encoding="utf-8")
        console = ["-m", "ssc_console", "simulate", str(shared.AGENDA), "--script", str(steps), "--json"]
        commands = {"bare": ["-c", "import yaml, pytz"], "console": console}
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(given.runs + 1):
            for name, command in commands.items():
                seconds = _seconds([sys.executable, *command])
                if number:  # the first warms the file caches
                    taken[name].append(seconds)
    shared.table_against(
        shared.row_of("import yaml, pytz", taken["bare"]),
        shared.row_of("simulate", taken["console"]),
        (f"{READS} reads", "median", "least"),
        BOUND,
    )


if __name__ == "__main__":
    main()
