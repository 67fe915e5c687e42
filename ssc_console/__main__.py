"""`python -m ssc_console` and the installed command."""

import _signal  # type: ignore[import-not-found] # as `signal`, without the enumerations of its numbers
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line, and end the process with its exit status."""
    _let_ctrl_c_end_it()
    _have_standard_streams()
    import gc

    from ssc_console.startup.bundle import Bundle

    # A command on paper is over before the collector finds anything: it would only look at what was imported,
    # again and again. A console lets it work (`sweeping`).
    gc.disable()
    bundle = Bundle()
    bundle.install()
    from ssc_console.cli import run
    from ssc_console.show import value

    value.compiling = bundle.compiled

    status = run(sys.argv[1:])
    bundle.keep()
    _leave(status)


def _let_ctrl_c_end_it() -> None:
    """At once, as the system ends any program; a desk that is open hears it in its own way.

    Python would raise an exception wherever it happens to be: a person sees a traceback, and Qt, while it is
    loaded, goes on without half of it, or falls. Nothing needs that: what is written is whole after any kill.
    """
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else it is to be ignored
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def _have_standard_streams() -> None:
    """Where one is closed, nobody listens. The next file to be opened must not be in its place."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # it gets the lowest number that is free
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as we run


def _leave(status: int) -> None:
    """End at once: to free what the process had, object by object, takes longer than most commands.

    Whatever must be kept, closed or told by now has been.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # of what nobody can read, nobody can be told
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
