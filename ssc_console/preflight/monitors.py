"""The monitors: whether what the audience sees has one of its own."""

from collections.abc import Sequence

from ssc_console.preflight.item import Item, good, warning


def monitors(sizes: Sequence[tuple[int, int]]) -> Item:
    """The monitors, by their sizes; none: that is not known here."""
    what = "Monitors"
    if not sizes:
        return warning(what, "not known here", "Look at the check on the desk, where the show will run.")
    words = ", ".join(f"{width}×{height}" for width, height in sizes)
    if len(sizes) == 1:
        remedy = "Connect a second one, for what the audience sees."
        return warning(what, f"one, {words}", remedy)
    return good(what, f"{len(sizes)}: {words}")
