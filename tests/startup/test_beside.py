"""What a copy of the process finds is found, whatever becomes of the copy."""

import _thread
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
    monkeypatch.delitem(sys.modules, "PySide6.QtCore", raising=False)
    assert beside(lambda: "found")() == "found"


def test_a_process_with_another_thread_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lock that thread holds, of the linker's for one, the copy would wait for it for ever."""
    monkeypatch.delitem(sys.modules, "PySide6.QtCore", raising=False)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("copied"))
    may_end = _thread.allocate_lock()
    may_end.acquire()
    _thread.start_new_thread(may_end.acquire, ())
    assert beside(lambda: "found")() == "found"
    may_end.release()
