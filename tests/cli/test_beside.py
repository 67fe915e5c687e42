"""Work in a copy of the process: what it finds is found, whatever becomes of the copy."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = """
import os, signal
from ssc_console.startup.beside import beside
original = os.getpid()
real_write = os.write

def found():
    return "original" if os.getpid() == original else "copy"

def raises():
    raise ValueError(found())

def killed_as_it_works():
    if found() == "copy":
        os.kill(os.getpid(), signal.SIGKILL)
    return found()

def killed_as_it_tells():
    def half(pipe, data):
        real_write(pipe, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    if found() == "copy":
        os.write = half
    return found()

"""


def asked(words: str) -> str:
    """What a process without Qt says of it."""
    command = [sys.executable, "-c", f"{ASKED}{words}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    return told.stdout.strip()


only_where_processes_are_copied = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the work is done in its turn there"
)


@only_where_processes_are_copied
def test_the_work_is_done_in_a_copy_and_found_here() -> None:
    assert asked("print(beside(found)())") == "copy"


@only_where_processes_are_copied
def test_the_work_is_found_where_no_child_can_be_waited_for() -> None:
    assert asked("signal.signal(signal.SIGCHLD, signal.SIG_IGN); print(beside(found)())") == "copy"


@pytest.mark.parametrize("work", ["killed_as_it_works", "killed_as_it_tells"])
def test_what_a_copy_that_was_killed_did_not_tell_is_found_here(work: str) -> None:
    assert asked(f"print(beside({work})())") == "original"


def test_what_goes_wrong_in_the_copy_goes_wrong_here_where_it_can_be_told() -> None:
    words = "try:\n    beside(raises)()\nexcept ValueError as why:\n    print(why)"
    assert asked(words) == "original"


def test_a_program_with_threads_is_not_copied() -> None:
    words = """
import threading
over = threading.Event()
threading.Thread(target=over.wait).start()
print(beside(found)())
over.set()
"""
    assert asked(words) == "original"
