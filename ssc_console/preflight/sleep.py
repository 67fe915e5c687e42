"""Whether the console can keep this computer awake while the show is live."""

from ssc_console.awake import Promise, keeper
from ssc_console.preflight.item import Item, good, warning


def sleep() -> Item:
    """What the system can be kept from."""
    return told(keeper().can())


def told(promise: Promise) -> Item:
    """What that means for the show."""
    if not promise.sleep:
        remedy = "Switch off sleep and the screen saver for the hour."
        return warning("Sleep", "not kept off here", remedy)
    if not promise.dimming:
        return warning("Sleep", "the screen may go dark", "Switch off the screen saver for the hour.")
    return good("Sleep", "kept off while the show is live")
