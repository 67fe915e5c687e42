"""What is checked: a rundown, and the places that it needs."""

import os

from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.value import value


@value(kw_only=True)
class Subject:
    """What every source of items is given.

    Attributes:
        folder: What the names of files in the rundown count from.
        journal: The folder in which runs are kept; it need not exist yet.
    """

    rundown: Rundown
    folder: str
    journal: str

    def path(self, file: str) -> str:
        """Where a file of the agenda is."""
        return os.path.join(self.folder, file)

    def videos(self) -> tuple[Segment, ...]:
        """The segments that play a file, in order."""
        return tuple(segment for segment in self.rundown.segments if segment.video is not None)
