"""What a person has to confirm before the show: a line for each cue that asks for it."""

from collections.abc import Iterator

from ssc_console.preflight.item import Item, Verdict
from ssc_console.show.rundown import Rundown


def confirmations(rundown: Rundown) -> Iterator[Item]:
    """An item for each, in planned order."""
    for cue in rundown.cues():
        if cue.confirm:
            yield Item(cue.text, Verdict.ASKS, "to be confirmed", "Look, then confirm it on the desk.")
