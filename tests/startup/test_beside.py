"""What a copy of the process finds is found, whatever becomes of the copy."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.startup.beside import beside

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import json, os, signal, sys
from ssc_console.startup.beside import beside
ours = os.getpid()

def work():
    if os.getpid() != ours:
        {in_the_copy}
    return list(range(100_000))

{before}
print(json.dumps(beside(work)() == list(range(100_000))))
"""
TELLS_HALF = """
        write = os.write
        os.write = lambda file, data: (write(file, data[:1000]), os.kill(os.getpid(), signal.SIGKILL))"""


@pytest.mark.parametrize(
    ("in_the_copy", "before"),
    [
        ("pass", ""),
        ("os.kill(os.getpid(), signal.SIGKILL)", ""),
        ("raise MemoryError", ""),
        ("raise KeyboardInterrupt", ""),
        (TELLS_HALF, ""),
        ("pass", "signal.signal(signal.SIGCHLD, signal.SIG_IGN)"),
        (TELLS_HALF, "signal.signal(signal.SIGCHLD, signal.SIG_IGN)"),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no copy is made elsewhere")
def test_what_a_copy_was_to_find_is_found_whatever_becomes_of_the_copy(in_the_copy: str, before: str) -> None:
    script = SCRIPT.format(in_the_copy=in_the_copy, before=before)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) is True


def test_where_no_more_processes_may_be_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    monkeypatch.setattr("ssc_console.startup.beside._may_be_copied", lambda: True)
    assert beside(lambda: "found")() == "found"


WHERE = """
import os
from ssc_console.startup.beside import beside
original = os.getpid()

def found():
    return "original" if os.getpid() == original else "copy"

def raises():
    raise ValueError(found())

"""


def asked(words: str) -> str:
    """What a process without Qt says of it."""
    command = [sys.executable, "-c", f"{WHERE}{words}"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stderr == ""
    return told.stdout.strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no copy is made elsewhere")
def test_the_work_is_done_in_a_copy_and_found_here() -> None:
    assert asked("print(beside(found)())") == "copy"


def test_what_goes_wrong_in_the_copy_goes_wrong_here_where_it_can_be_told() -> None:
    words = "try:\n    beside(raises)()\nexcept ValueError as why:\n    print(why)"
    assert asked(words) == "original"


LINKS = "from ssc_console.startup import libraries; libraries.link_qt()"


@pytest.mark.parametrize("starts", ["threading.Thread(target=over.wait).start()", LINKS])
def test_a_program_with_threads_is_not_copied(starts: str) -> None:
    """Whatever lock such a thread holds, of the linker's for one, a copy would wait for it for ever."""
    words = f"""
import threading
over = threading.Event()
{starts}
print(beside(found)())
over.set()
"""
    assert asked(words) == "original"
