"""`python -m ssc_console` and the installed command."""

import gc
import sys

from ssc_console.bundle import Bundle


def main() -> int:
    """Run the command line; the exit status."""
    # A command on paper is over before the collector finds anything: it would only look at what was imported,
    # again and again, and all of it once more at the end (15 ms of 150). A console lets it work (`sweeping`).
    gc.disable()
    bundle = Bundle()
    bundle.install()
    from ssc_console.cli import run

    status = run(sys.argv[1:])
    bundle.keep()
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
