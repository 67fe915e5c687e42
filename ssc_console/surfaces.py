"""What shows a show: each surface is told to be like a snapshot, and none of them can stop the show."""

from collections.abc import Callable, Sequence

from ssc_console.show.snapshot import Snapshot

Surface = Callable[[Snapshot], None]
"""Something that shows the show: `present(snapshot)` means "be like this"."""


class Surfaces:
    """Those that are shown every change, in order."""

    def __init__(self, surfaces: Sequence[Surface] = ()) -> None:
        self._surfaces = tuple(surfaces)

    def present(self, snapshot: Snapshot) -> Snapshot:
        """Let all of them be like this; the same snapshot again."""
        for surface in self._surfaces:
            try:
                surface(snapshot)
            except Exception:  # the show outranks every screen; the log says which one failed
                import logging  # slow to import, and hardly ever needed

                logging.getLogger(__name__).exception("a screen could not show the show")
        return snapshot
