"""From when on a segment warns, wraps up and overruns."""

from datetime import timedelta

from ssc_console.show.events import Usual
from ssc_console.show.figures import Phase
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.rundown import EventInfo, Kind, Segment

USUAL = Usual()


def thresholds(
    event: EventInfo, segment: Segment, allotted: timedelta, usual: Usual = USUAL
) -> tuple[timedelta | None, timedelta | None]:
    """Warning and wrap-up threshold of a segment; None: it has none.

    A figure of the agenda is taken as it stands; the usual ones are at most a quarter and an eighth of a
    short segment. A video has neither unless it names them itself: nobody needs to wrap up.
    """
    if segment.kind is Kind.VIDEO:
        return segment.warning, segment.wrap_up
    warning = segment.warning if segment.warning is not None else event.warning
    wrap_up = segment.wrap_up if segment.wrap_up is not None else event.wrap_up
    return (
        warning if warning is not None else min(usual.warning, allotted / 4 // SECOND * SECOND),
        wrap_up if wrap_up is not None else min(usual.wrap_up, allotted / 8 // SECOND * SECOND),
    )


def phase(remaining: timedelta, warning: timedelta | None, wrap_up: timedelta | None) -> Phase:
    """The phase once the speaker's clock has begun."""
    if remaining <= ZERO:
        return Phase.OVERRUN
    if wrap_up is not None and remaining <= wrap_up:
        return Phase.WRAP_UP
    if warning is not None and remaining <= warning:
        return Phase.WARNING
    return Phase.NORMAL
