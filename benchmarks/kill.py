"""kill -9 in the middle of a live show: what had been shown is in the journal, and how soon a desk is back.

A child runs a show on the real clock, with its journal, and says each revision that it shows. It is killed at
a random instant; then the journal is read as a console that opens would.
"""

import os
import random
import select
import signal
import sys
import tempfile
from pathlib import Path

import shared

TIMES, LONGEST, DESKS = 300, 0.25, 7


def show(folder: str) -> None:
    """Advance, hold, add, call cues, undo, as fast as the guards allow; say what is shown."""
    from datetime import timedelta

    from ssc_console.clock import RealClock
    from ssc_console.console.keeper import Keeper
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.run import LIVE
    from ssc_console.session import Session
    from ssc_console.show import commands as c
    from ssc_console.show.snapshot import Snapshot

    sys.setswitchinterval(0.0005)
    rundown = shared.loaded().rundown
    assert rundown is not None
    clock = RealClock()
    keeper = Keeper(live_journal(folder), LIVE, "agenda.yaml", clock)

    def shown(snapshot: Snapshot) -> None:
        os.write(1, f"{snapshot.revision}\n".encode())

    session = Session(rundown, clock, by="benchmark", journal=keeper.journal, surfaces=[shown])
    session.ask(c.Start())
    segments = [segment.id for segment in rundown.segments]
    for number in range(10**6):
        session.ask(c.Take(segments[number % len(segments)]))
        session.ask(c.Add(timedelta(seconds=30)))
        session.ask(c.Note(f"note {number}"))
        session.ask(c.Hold())
        session.ask(c.Undo())
        session.ask(c.SendMessage(f"message {number}"))


def _killed(folder: Path, after: float) -> int | None:
    """The latest revision that was shown before the kill; None: it came before anything was."""
    child = shared.start("show", "offscreen", "--folder", str(folder))
    assert child.stdout is not None
    fd = child.stdout.fileno()
    text = os.read(fd, 65536)
    deadline = shared.now() + after
    while (left := deadline - shared.now()) > 0:
        if select.select([fd], [], [], left)[0]:
            text = (text + os.read(fd, 65536))[-100:]
    child.send_signal(signal.SIGKILL)
    while rest := os.read(fd, 65536):
        text = (text + rest)[-100:]
    child.stdout.close()
    child.wait()
    lines = text.split(b"\n")[:-1]  # what follows the last line end was not said whole
    return int(lines[-1]) if lines else None


def _desk(folder: str) -> None:
    """A console that opens on what was left; when its large button is painted."""
    from ssc_console.desk.big_button import BigButton

    shared.once_painted(BigButton, lambda: shared.report(shared.now()))
    from ssc_console.__main__ import main as console

    sys.argv = ["ssc-console", "desk", str(shared.AGENDA), "--live", "--journal", folder]
    console()


def main() -> None:
    """Kill, and look."""
    given = shared.options(__doc__, times=TIMES, folder="")
    if given.part:
        return {"show": show, "desk": _desk}[given.part](given.folder)
    from ssc_console.journal.file import JournalProblem
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.reading import read_run
    from ssc_console.show.history import History

    chance = random.Random(14)
    whole = shown_events = 0
    opened: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        for number in range(given.times):
            folder = Path(place) / str(number)
            shown = _killed(folder, chance.random() * LONGEST)
            try:
                run = read_run(live_journal(str(folder)))
            except JournalProblem as why:
                print(f"kill {number}, after revision {shown} was shown: {why}")
                continue
            History.of(run.events)
            shown_events += shown or 0
            whole += run.flaw is None and len(run.events) > (shown or 0)
            if number < DESKS:
                began = shared.now()
                opened.append(float(shared.measured("desk", given.screen, "--folder", str(folder))) - began)
    shared.table(
        ("kill -9", "whole", "events shown", ""),
        (
            f"{given.times} times",
            f"{whole} of {given.times}",
            str(shown_events),
            shared.verdict(whole == given.times),
        ),
    )
    print()
    middle = shared.median(opened)
    shared.table(
        ("from start to a recovered desk", "median", "most"),
        ("", f"{middle * 1000:.0f} ms", f"{max(opened) * 1000:.0f} ms"),
    )
    return None


if __name__ == "__main__":
    main()
