"""`python -m ssc_console` and the installed command."""

import gc
import sys


def main() -> int:
    """Run the command line; the exit status."""
    gc.disable()  # what a start makes stays: to look for garbage in it takes a thirtieth of the start
    from ssc_console.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
