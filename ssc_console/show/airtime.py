"""The clock of the segment on air, worked out from its anchors: intro, elapsed, remaining, end.

Every function is about the on-air segment; asking while nothing is on air is a mistake of the caller.
Source of every rule: docs/show-timing.md, "Figures of the on-air segment".
"""

from datetime import timedelta

from ssc_console.show.figures import CountsTo
from ssc_console.show.horizon import Horizon
from ssc_console.show.instants import LONG_AGO, ZERO, ShowInstant
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import Segment
from ssc_console.show.state import Airing, MediaAnchor, ShowState, once_per_state
from ssc_console.show.thresholds import thresholds


def on_air(state: ShowState) -> Airing:
    """The airing that is running."""
    if state.airing is None:
        raise ValueError("nothing is on air")
    return state.airing


def on_air_segment(state: ShowState) -> Segment:
    """The segment that is running."""
    return state.segments[on_air(state).segment]


def known_media(airing: Airing) -> MediaAnchor | None:
    """What is known of its video; None: never observed, or lost."""
    media = airing.media
    return None if media is None or media.observation.state is MediaState.LOST else media


def held_until(airing: Airing, now: ShowInstant) -> timedelta:
    """Time held since the take, up to `now`."""
    if airing.held_since is None:
        return airing.held
    return airing.held + (now - airing.held_since)


def _intro_used_up(state: ShowState) -> ShowInstant:
    """When the intro's time is over, if it is not held (again)."""
    airing = on_air(state)
    return ShowInstant(airing.taken.at + on_air_segment(state).intro + airing.held)


def begin_at(state: ShowState) -> ShowInstant | None:
    """When the speaker's clock began or will begin by itself; None: that depends on somebody.

    It waits for somebody while held, and while a video is loaded but not rolled.
    """
    airing = on_air(state)
    if airing.begun is not None:
        return airing.begun.at
    if airing.held_since is not None:
        return None
    if airing.media is not None and airing.media.observation.state is MediaState.PAUSED:
        return None
    return _intro_used_up(state)


def has_begun(state: ShowState, now: ShowInstant) -> bool:
    """Whether the speaker's clock has begun."""
    begin = begin_at(state)
    return begin is not None and begin <= now


def intro_left(state: ShowState, now: ShowInstant) -> timedelta:
    """What is left of the intro's own time; 0 once it is used up or the clock has begun."""
    if has_begun(state, now):
        return ZERO
    airing = on_air(state)
    used = now - airing.taken.at - held_until(airing, now)
    return max(on_air_segment(state).intro - used, ZERO)


def elapsed(state: ShowState, now: ShowInstant) -> timedelta:
    """Since the speaker's clock began (with `until`: since the take), less the time held; 0 before."""
    begin = begin_at(state)
    if begin is None or begin >= now:
        return ZERO
    airing = on_air(state)
    before = airing.held_before_begin if airing.begun is not None else airing.held
    return now - begin - (held_until(airing, now) - before)


@once_per_state
def allotted(state: ShowState) -> timedelta:
    """What the segment has for itself; for one with `until`, from its take to then, never negative."""
    airing = on_air(state)
    own = state.allotted(airing.segment)
    if own is not None:
        return own
    until = state.until(airing.segment)
    return max((until or airing.taken.at) - airing.taken.at, ZERO)


@once_per_state
def warnings(state: ShowState) -> tuple[timedelta | None, timedelta | None]:
    """With how much left it warns, and with how much it wraps up; None: it does not."""
    event = on_air(state).thresholds_of or state.rundown.event
    return thresholds(event, on_air_segment(state), allotted(state), state.usual)


def clock_anchors(state: ShowState) -> set[ShowInstant]:
    """Where each clock of the segment on air stands at whole seconds: intro, elapsed, remaining, held."""
    airing = on_air(state)
    begin, over = begin_at(state), over_at(state)
    anchors: set[ShowInstant] = set()
    if airing.begun is None:
        anchors |= {airing.taken.at, _intro_used_up(state)}
    if over is not None:
        anchors.add(over)
    if begin is not None:
        before = airing.held_before_begin if airing.begun is not None else airing.held
        anchors |= {begin, ShowInstant(begin + (airing.held - before))}
    if airing.held_since is not None:
        anchors.add(ShowInstant(airing.held_since - airing.held))
    return anchors


def counts_to(state: ShowState) -> CountsTo:
    """What the countdown counts to."""
    airing = on_air(state)
    if known_media(airing) is not None:
        return CountsTo.MEDIA
    return CountsTo.DURATION if state.until(airing.segment) is None else CountsTo.UNTIL


def remaining(state: ShowState, now: ShowInstant, spoken: timedelta | None = None) -> timedelta:
    """What is left; negative is overrun. A playing video never has less than nothing left.

    Args:
        spoken: `elapsed` then, by whoever has asked for it already.
    """
    airing = on_air(state)
    media = known_media(airing)
    if media is not None:
        left = media.observation.left
        if media.observation.state is MediaState.PLAYING:
            return max(left - (now - media.at), ZERO)
        return left
    until = state.until(airing.segment)
    if until is not None:
        return until - now
    return allotted(state) - (elapsed(state, now) if spoken is None else spoken)


def over_at(state: ShowState) -> ShowInstant | None:
    """When nothing is left of the segment, as things stand; None: its clock does not run."""
    airing = on_air(state)
    media = known_media(airing)
    begin = begin_at(state)
    if media is not None:
        if media.observation.state is MediaState.PLAYING:
            return ShowInstant(media.at + media.observation.left)
        if media.observation.state is MediaState.ENDED and begin is not None:
            return max(media.at, begin)
        return None
    until = state.until(airing.segment)
    if until is not None:
        return until
    if begin is None or airing.held_since is not None:
        return None
    before = airing.held_before_begin if airing.begun is not None else airing.held
    return ShowInstant(begin + allotted(state) + (airing.held - before))


def begin_horizon(state: ShowState) -> Horizon:
    """When the speaker's clock is projected to begin, or began."""
    airing = on_air(state)
    begin = begin_at(state)
    if begin is not None:
        return Horizon(fixed=begin)
    if airing.held_since is not None:
        return Horizon(slide=intro_left(state, airing.held_since))
    return Horizon(fixed=_intro_used_up(state), slide=ZERO)


def end_horizon(state: ShowState) -> Horizon:
    """When the segment is projected to end: `now + intro left + remaining`, neither below 0."""
    over = over_at(state)
    if over is not None:
        return Horizon(fixed=over, slide=ZERO)
    # Its clock stands: held, or a video that is paused. What is left of it stays the same.
    airing = on_air(state)
    left = max(remaining(state, state.at), ZERO)
    if airing.held_since is not None:
        return Horizon(slide=intro_left(state, state.at) + left)
    if airing.begun is not None:
        return Horizon(slide=left)
    return Horizon(fixed=ShowInstant(_intro_used_up(state) + left), slide=left)


def automatic_take_at(state: ShowState, *, if_not_held: bool = False) -> ShowInstant | None:
    """When the segment takes the next one by itself; None: it waits for a person, as things stand.

    Args:
        if_not_held: Answer as if a hold that is on had just been resumed, at the latest event.
    """
    airing = state.airing
    if airing is None or state.ended is not None or not on_air_segment(state).auto_advance:
        return None
    if airing.waits or airing.id in state.waiting:
        return None
    over = _over_for_automatic_take(state, if_not_held=if_not_held)
    if over is None:
        return None
    next_one = state.next_pending()
    fixed = None if next_one is None else state.fixed_start(next_one)
    return over if fixed is None else max(over, fixed)


def _over_for_automatic_take(state: ShowState, *, if_not_held: bool) -> ShowInstant | None:
    airing = on_air(state)
    if airing.media is not None and airing.media.observation.state is not MediaState.ENDED:
        return None  # only the video's own end, once it is observed at all; not while it is lost
    if airing.held_since is None:
        return over_at(state)
    if not if_not_held or airing.begun is None or remaining(state, airing.held_since) > ZERO:
        return None
    return LONG_AGO
