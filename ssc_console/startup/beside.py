"""Work that a second processor does while this one loads what a window needs."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from ssc_console.startup import libraries

_Found = TypeVar("_Found")


def beside(work: Callable[[], _Found]) -> Callable[[], _Found]:
    """Begin `work` in a copy of this process; what is returned waits for what it found, and is called once.

    The work may read, and must change nothing: whatever it does to this program is lost with the copy. What
    goes wrong there goes wrong once more here, where it can be told. A program that has threads or Qt by now
    is not copied, nor is one on a system where that is slow or not safe: it does the work itself, when asked.

    Args:
        work: Finds something that can be pickled.
    """
    if not _may_be_copied():
        return work
    ours, theirs = os.pipe()
    try:
        child = os.fork()
    except OSError:  # as many processes as there may be, or no memory for another
        os.close(ours)
        os.close(theirs)
        return work
    if not child:
        _find(work, theirs)
    os.close(theirs)

    def found() -> _Found:
        import pickle  # while the other is still at it

        with open(ours, "rb") as pipe:
            data = pipe.read()
        with suppress(ChildProcessError):  # whoever started this may have it that nobody waits for a child
            os.waitpid(child, 0)
        try:
            told: _Found = pickle.loads(data)
        except (EOFError, pickle.UnpicklingError):  # the copy was ended before it had told all of it
            return work()
        return told

    return found


def _may_be_copied() -> bool:
    threads = sys.modules.get("threading")
    alone = (threads is None or threads.active_count() == 1) and not libraries.linked
    return sys.platform.startswith("linux") and alone and "PySide6.QtCore" not in sys.modules


def _find(work: Callable[[], object], told: int) -> None:
    """In the copy, which ends here: nothing that the original has opened is closed or flushed."""
    import pickle

    try:
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        while data:
            data = data[os.write(told, data) :]
    finally:
        os._exit(0)
