"""Keeps the computer awake for a live show: from shortly before it is to start until it is over."""

from datetime import timedelta

from ssc_console.awake import Keeper
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot

BEFORE = timedelta(minutes=30)
"""So long before the start it is kept awake already."""
LATE = timedelta(hours=3)
"""A show that has not started so long after its time is none any more."""
WHY = "A live show runs on this computer"


class Wakeful:
    """A surface: holds and lets go as the show is."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._holds = False

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        wanted = is_wanted(snapshot)
        if wanted is not self._holds:
            self._holds = wanted
            if wanted:
                self._keeper.hold(WHY)
            else:
                self._keeper.let_go()


def is_wanted(snapshot: Snapshot) -> bool:
    """Whether the computer has to stay awake."""
    if snapshot.status is Status.BEFORE:
        return -LATE < snapshot.to_start <= BEFORE
    return snapshot.status is not Status.ENDED
