"""The line that asks a speaker by itself to come to the closing words: when, and which.

It is shown at the moment at which the segment on air comes to its wrap-up threshold, once an airing: never in
a hold (then right after it), never in place of a line that is shown, and not at all where that moment went by
in a gap or is in the past only because of an undo.
"""

from ssc_console.show import airtime
from ssc_console.show.instants import ShowInstant
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import Segment
from ssc_console.show.state import ShowState
from ssc_console.show.value import replace


def words(state: ShowState, segment: Segment) -> str | None:
    """What is said: the segment's own line; the event's only where somebody speaks. None: nothing."""
    if segment.wrap_up_message is not None:
        return segment.wrap_up_message
    return state.rundown.event.wrap_up_message if segment.speakers else None


def moment(state: ShowState) -> ShowInstant | None:
    """When the segment on air comes to its wrap-up, as things stand; None: it does not, or it did already."""
    airing = state.airing
    if airing is None or airing.wrapped_up or airing.held_since is not None:
        return None
    segment = state.segments[airing.segment]
    if words(state, segment) is None or _is_over(state):
        return None
    _, wrap_up = airtime.warnings(state)
    over, begin = airtime.over_at(state), airtime.begin_at(state)
    if wrap_up is None or over is None or begin is None:
        return None
    return max(ShowInstant(over - wrap_up), begin)


def said_at(state: ShowState) -> ShowInstant | None:
    """When the line will be shown by itself; None: it will not, as things stand."""
    return None if state.message is not None else moment(state)


def pass_by(state: ShowState, until: ShowInstant) -> ShowState:
    """Note that the moment has come by `until`, whether or not the line was shown."""
    came = moment(state)
    if came is None or came > until or state.airing is None:
        return state
    return replace(state, airing=replace(state.airing, wrapped_up=True))


def _is_over(state: ShowState) -> bool:
    """Whether its video has ended: there is nothing to come to an end of."""
    media = airtime.known_media(airtime.on_air(state))
    return media is not None and media.observation.state is MediaState.ENDED
