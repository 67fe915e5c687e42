"""The command line: words to work. Results go to standard output, everything else to standard error.

Exit status: 0 fine, 1 the input is not (its problems are printed), 2 wrong use.
"""

import argparse
import errno
import os
import sys
from collections.abc import Callable

from ssc_console.cli.inputs import BAD_INPUT, FINE, WRONG_USE, Stop
from ssc_console.cli.words import COMMANDS, parser

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO") if hasattr(errno, name)}
"""What a disk says that takes no more of what is written to it."""


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    if not arguments or (arguments[0] not in COMMANDS and arguments[0] not in ("-h", "--help", "--version")):
        arguments = ["desk", *arguments]
    try:
        return _run(arguments)
    except Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.status
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        _say_no_more()
        return FINE
    except OSError as why:
        if why.errno not in _FULL:
            raise
        _say_no_more()
        print(f"The output can't be written: {why.strerror}. Make room, and try again.", file=sys.stderr)
        return BAD_INPUT


def _run(arguments: list[str]) -> int:
    try:
        options = parser(arguments[0] if arguments[0] in COMMANDS else None).parse_args(arguments)
        work: Callable[[argparse.Namespace], int] = options.work
        status = work(options)
    except SystemExit as asked:  # argparse: help, version, wrong use
        status = asked.code if isinstance(asked.code, int) else WRONG_USE
    sys.stdout.flush()
    return status


def _say_no_more() -> None:
    """What is still to be written would fail as well, as the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
