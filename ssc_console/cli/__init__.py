"""The command line: words to work. Results go to standard output, everything else to standard error.

Exit status: 0 fine, 1 the input is not (its problems are printed), 2 wrong use.
"""

import argparse
import errno
import os
import sys
from collections.abc import Callable

from ssc_console.cli.inputs import BAD_INPUT, FINE, WRONG_USE, Stop, say, stop
from ssc_console.cli.words import COMMANDS, parser

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO") if hasattr(errno, name)}
"""What a disk says that takes no more of what is written to it."""


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    try:
        return _run(_with_command(arguments))
    except Stop as why:
        if str(why):
            say(str(why))
        return why.status
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        _say_no_more()
        return FINE
    except OSError as why:
        if why.errno not in _FULL:
            raise
        _say_no_more()
        say(f"The output can't be written: {why.strerror}. Make room, and try again.")
        return BAD_INPUT


def _with_command(arguments: list[str]) -> list[str]:
    """Without a command, what is named is an agenda to open the desk on; unless it only can be a slip."""
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return arguments
    if first.isalpha() and not os.path.exists(first):
        from difflib import get_close_matches  # only a mistake needs it

        for meant in get_close_matches(first, COMMANDS, 1):
            stop(f"There is no command “{first}”, and no such file. Did you mean “{meant}”?", WRONG_USE)
    return ["desk", *arguments]


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
