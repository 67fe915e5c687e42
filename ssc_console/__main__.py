"""`python -m ssc_console` and the installed command."""

import gc
import os
import signal
import sys
from typing import NoReturn

from ssc_console.bundle import Bundle


def main() -> NoReturn:
    """Run the command line, and end the process with its exit status."""
    # Ctrl+C ends what is only loaded or worked out: as an exception it would come up in what is loaded just
    # then, or be lost in a part of a window. An open console hears it in its own way (`end_when_told`).
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # A command on paper is over before the collector finds anything: it would only look at what was imported,
    # again and again. A console lets it work (`sweeping`).
    gc.disable()
    bundle = Bundle()
    bundle.install()
    from ssc_console.cli import run

    status = run(sys.argv[1:])
    bundle.keep()
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End at once: to free what the process had, object by object, takes longer than most commands.

    Whatever must be kept, closed or told by now has been.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a terminal has none on some systems
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
