"""Reading and checking an agenda, against PyYAML's C loader composing the same file: at most three times."""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import shared
import yaml

BOUND = 3.0
ROUNDS = {10: 60, 100: 30, 1_000: 9, 10_000: 3}

HEAD = """\
# The run of show.
event:
  title: A long event
  date: 2020-09-14
  start: 0:00
  end: 23:59
  timezone: Asia/Bangkok
  cues:
    - at: 25:00 before start
      say: Open the practice session
      to: producer
people:
"""
PERSON = """\
  person-{number}:
    name: Ms Person {number}
    title: Director, Office {number}   # as protocol has it
    timezone: America/New_York
"""
SESSION = """\
  - title: Session {number}
    segments:
"""
SEGMENT = """\
      - id: address-{number}
        title: "Address {number}: a title"
        kind: address
        speaker: person-{person}
        duration: 0:{seconds}
        intro: 0:01
        script: |
          It is my honour to give the floor to our next speaker.
          Please welcome Ms Person! (Applause & thanks *)
        cues:
          - at: begin
            do: lower third
            auto: true
          - at: 0:02 before end
            say: Ask the tech desk for the next video   # standby by itself
            to: tech

"""


def agenda(segments: int) -> str:
    """A right agenda of so many segments: every tenth opens a session, and ten people take turns."""
    parts = [HEAD, *(PERSON.format(number=number) for number in range(10)), "sessions:\n"]
    for number in range(segments):
        if number % 10 == 0:
            parts.append(SESSION.format(number=number // 10))
        parts.append(SEGMENT.format(number=number, person=number % 10, seconds="05"))
    return "".join(parts)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, with nobody else's garbage to collect."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def compare(path: Path, rounds: int) -> tuple[float, float]:
    """Median seconds of composing and of loading a file, taken in turns."""
    from ssc_console.agenda.loading import load

    data = path.read_bytes()
    assert load(path).rundown is not None
    composing, loading = [], []
    for _ in range(rounds):
        composing.append(seconds(lambda: yaml.compose(data, Loader=yaml.CSafeLoader)))
        loading.append(seconds(lambda: load(path)))
    return shared.median(composing), shared.median(loading)


def main() -> int:
    """Measure each size; 1 if one takes more than the bound."""
    shared.options(__doc__ or "")
    rows: list[tuple[str, ...]] = [("segments", "KB", "compose ms", "load ms", "times", "bound", "")]
    fit = True
    with tempfile.TemporaryDirectory() as folder:
        for segments, rounds in ROUNDS.items():
            path = Path(folder, "agenda.yaml")
            path.write_text(agenda(segments), encoding="utf-8")
            composing, loading = compare(path, rounds)
            times = loading / composing
            fit = fit and times <= BOUND
            size = f"{path.stat().st_size / 1000:.0f}"
            figures = (f"{composing * 1000:.1f}", f"{loading * 1000:.1f}", f"{times:.2f}", f"{BOUND:.0f}")
            rows.append((str(segments), size, *figures, shared.verdict(times <= BOUND)))
    shared.table(*rows)
    return 0 if fit else 1


if __name__ == "__main__":
    sys.exit(main())
