"""The machine: room on the disk, a journal that can be written, a clock that is right."""

import os
import re
import shutil
import subprocess
import tempfile

from ssc_console.preflight.item import Item, bad, good, warning

GIGABYTE = 1_000_000_000
LITTLE = GIGABYTE
"""Less free than this is worth knowing: the recording of the call may go to the same disk."""
TOO_LITTLE = GIGABYTE // 20
OFF = 0.5
"""Seconds by which a clock may be off before people notice."""
_PATIENCE = 3.0


def journal(folder: str) -> tuple[Item, ...]:
    """The place where runs are kept: whether it can be written, and how much room there is."""
    place = _that_there_is(folder)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
        free = shutil.disk_usage(place).free
    except OSError as why:
        remedy = (
            f"Nothing of the show would be kept in {folder}: mend its permissions, or give --journal DIR."
        )
        return (bad("Journal", f"can't be written: {why.strerror}", remedy),)
    return good("Journal", "can be written"), room(free)


def _that_there_is(folder: str) -> str:
    """The folder, or the nearest above it: it is made when the first run is kept."""
    place = os.path.abspath(folder)
    while not os.path.isdir(place) and os.path.dirname(place) != place:
        place = os.path.dirname(place)
    return place


def room(free: int) -> Item:
    """How much of the disk is free, in bytes."""
    words = f"{free / GIGABYTE:.1f} GB free" if free >= LITTLE else f"{free // 1_000_000} MB free"
    if free < TOO_LITTLE:
        return bad("Disk", words, "Delete what is not needed: the run would not be kept.")
    if free < LITTLE:
        return warning("Disk", words, "Delete what is not needed, the more so if the call is recorded here.")
    return good("Disk", words)


def clock() -> Item:
    """Whether the network sets this machine's clock, as far as the system knows."""
    tracked = _said("chronyc", "tracking")
    if tracked is not None:
        found = off_by(tracked)
        if found is not None:
            return _clock_off_by(found)
    told = _said("timedatectl", "show", "--property=NTPSynchronized", "--value")
    if told is not None and told.strip() in ("yes", "no"):
        return clock_is_set(by_network=told.strip() == "yes")
    return warning("Clock", "not known if it is right", "Compare it with a telephone's.")


def clock_is_set(*, by_network: bool) -> Item:
    """What the system says of its clock."""
    if by_network:
        return good("Clock", "set by the network")
    return warning("Clock", "not set by the network", "Switch that on: timedatectl set-ntp true.")


def _clock_off_by(seconds: float) -> Item:
    words = f"{abs(seconds):.3f} s {'fast' if seconds >= 0 else 'slow'}"
    if abs(seconds) <= OFF:
        return good("Clock", f"set by the network, {words}")
    return warning("Clock", words, "Let the network set it: chronyc makestep.")


def off_by(tracking: str) -> float | None:
    """Seconds by which the clock is fast (negative: slow), as `chronyc tracking` has it; None: not known."""
    found = re.search(r"^System time *: (\d+\.\d+) seconds (fast|slow) of NTP", tracking, re.MULTILINE)
    if found is None or re.search(r"^Leap status *: Not synchronised", tracking, re.MULTILINE):
        return None
    return float(found[1]) * (1 if found[2] == "fast" else -1)


def _said(*command: str) -> str | None:
    """What a command of the system prints; None: there is none here, or it does not know."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
