"""A run again: the desk on the clock of a recording, only to be looked at."""

from typing import TYPE_CHECKING

from ssc_console.app import parts
from ssc_console.console.application import application, has_display
from ssc_console.console.console import Console
from ssc_console.look import mode_look

if TYPE_CHECKING:
    from ssc_console.journal.run import KeptRun


def replay(run: "KeptRun", look: str | None, speed: float, journal: str | None) -> int:
    """A run again, on the desk, only to be looked at."""
    if not has_display():
        return parts.no_display()
    from ssc_console.console.replaying import Replaying

    replaying = Replaying(run, speed)
    settings = parts.kept_choices()
    _, colours = application(look, settings)
    console = Console(
        replaying.show,
        colours,
        replaying.clock,
        mode_look.REPLAY,
        replaying.knobs,
        settings,
        reports=parts.reports_of(journal),
    )
    replaying.steer(console)
    parts.with_settings(console, settings, at_hand=False)
    return parts.run(console, journal)
