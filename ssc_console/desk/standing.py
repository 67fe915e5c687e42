"""Whether anything but the digits has changed: most looks at a running show change no word of it."""

from ssc_console.desk.script_feed import READ_BY_NOW
from ssc_console.show.figures import OnAirFigures, Phase
from ssc_console.show.snapshot import Snapshot


class Standing:
    """Compares each snapshot with the one before."""

    def __init__(self) -> None:
        self._before: Snapshot | None = None

    def has_changed(self, now: Snapshot) -> bool:
        """Whether words may differ from those of the snapshot that was asked about last."""
        before, self._before = self._before, now
        return (
            before is None
            or now.state is not before.state
            or now.projected_end != before.projected_end
            or _stage(now.on_air) != _stage(before.on_air)
        )


def _stage(on_air: OnAirFigures | None) -> tuple[bool, bool]:
    """What happens to a segment by itself, and is told in words."""
    if on_air is None:
        return False, False
    return on_air.phase is Phase.INTRO, on_air.elapsed >= READ_BY_NOW
