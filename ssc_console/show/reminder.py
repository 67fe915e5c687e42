"""What nobody seems to have noticed: a segment far over, or a video that has ended and nothing after it.

It reminds, says so again each minute, and prevents nothing.
"""

from datetime import timedelta
from enum import StrEnum

from ssc_console.show import airtime
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.media import MediaState
from ssc_console.show.state import ShowState
from ssc_console.show.value import value

OVER_AT_LEAST = 30 * SECOND
OVER_BY_PART = 10
"""A segment is far over after 30 s, but not before a tenth of what it was allotted."""
AFTER_A_VIDEO = 5 * SECOND
AGAIN = 60 * SECOND


class Why(StrEnum):
    """What is to be noticed."""

    OVERRUN = "overrun"
    VIDEO_ENDED = "video ended"


@value
class Reminder:
    """What is said now.

    Attributes:
        so_far: How long the segment was over, or the video had ended, as this was said (again).
        times: How often it has been said by now: 1 at first, one more each minute.
    """

    why: Why
    so_far: timedelta
    times: int


def reminder(state: ShowState, now: ShowInstant) -> Reminder | None:
    """What is to be noticed; None: nothing."""
    found = _begins(state)
    if found is None:
        return None
    why, over, patience = found
    late = now - over - patience
    if late < timedelta():
        return None
    again = late // AGAIN
    return Reminder(why, patience + again * AGAIN, 1 + again)


def reminder_turns(state: ShowState) -> tuple[ShowInstant, ...]:
    """When it will be said first, if nobody acts."""
    found = _begins(state)
    return () if found is None else (ShowInstant(found[1] + found[2]),)


def _begins(state: ShowState) -> tuple[Why, ShowInstant, timedelta] | None:
    """What, since when it is so, and how long it may be so before it is said."""
    airing = state.airing
    if airing is None or airing.held_since is not None:
        return None
    if airtime.automatic_take_at(state) is not None:
        return None  # the next one comes by itself
    over = airtime.over_at(state)
    media = airtime.known_media(airing)
    if media is not None:
        ended = media.observation.state is MediaState.ENDED
        return (Why.VIDEO_ENDED, media.at, AFTER_A_VIDEO) if ended else None
    if over is None:
        return None
    return Why.OVERRUN, over, max(OVER_AT_LEAST, airtime.allotted(state) / OVER_BY_PART // SECOND * SECOND)
