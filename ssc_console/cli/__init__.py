"""The command line: words to work. Results go to standard output, everything else to standard error.

Exit status: 0 fine, 1 the input is not (its problems are printed), 2 wrong use.
"""

import argparse
import os
import sys
from collections.abc import Callable

from ssc_console.cli.inputs import FINE, WRONG_USE, Stop
from ssc_console.cli.words import COMMANDS, parser


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    if not arguments or (arguments[0] not in COMMANDS and arguments[0] not in ("-h", "--help", "--version")):
        arguments = ["desk", *arguments]
    try:
        options = parser(arguments[0] if arguments[0] in COMMANDS else None).parse_args(arguments)
        work: Callable[[argparse.Namespace], int] = options.work
        status = work(options)
        sys.stdout.flush()
    except Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.status
    except SystemExit as asked:  # argparse: help, version, wrong use
        return asked.code if isinstance(asked.code, int) else WRONG_USE
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130
    return status
