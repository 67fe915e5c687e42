"""`python -m ssc_console` and the installed command."""

import sys


def main() -> int:
    """Run the command line; the exit status."""
    from ssc_console.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
