"""When the show next looks different: what the one timer is set to.

Pure. The earliest of: a cue's standby or due, a warning of the green room, a clock that begins, an automatic
take, a threshold; and the next beat of a digit. Digits beat once a second, each at its own millisecond of
the second, so a beat is a remainder of the show clock and finding the next one costs nothing that grows with
the rundown.
"""

from bisect import bisect_right
from datetime import timedelta

from ssc_console.show import airtime, cues
from ssc_console.show.flash import flash_turns
from ssc_console.show.green_room import warnings_at
from ssc_console.show.instants import LONG_AGO, MILLISECOND, SECOND, ZERO, ShowInstant
from ssc_console.show.programme import programme_turns
from ssc_console.show.reminder import reminder_turns
from ssc_console.show.schedule import upcoming
from ssc_console.show.settle import automatics
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.timeline import timeline
from ssc_console.show.undo_age import told_so_for

BEATING_CUES = 12
"""As many cues, in the order a person meets them, have their own beat; more than fit on a screen don't."""


def next_change(state: ShowState, now: ShowInstant) -> ShowInstant:
    """The earliest instant after `now` at which anything shown may change, if nobody acts."""
    candidates = [_next_beat(beats(state), now)]
    if timeline(state).horizon.moves(now):
        candidates.append(_next_beat(sliding_beats(state), now))
    candidates += [each for each in (next_turn(state, now), _undo_told_anew(state, now)) if each is not None]
    return min(candidates)


def _undo_told_anew(state: ShowState, now: ShowInstant) -> ShowInstant | None:
    """When the age of what an undo takes back is next told otherwise; None: there is nothing."""
    if not state.chain:
        return None
    return ShowInstant(now + told_so_for(now - state.chain[-1].stamp.at))


def next_turn(state: ShowState, now: ShowInstant) -> ShowInstant | None:
    """The earliest turning point after `now`."""
    turns = turning_points(state)
    index = bisect_right(turns, now)
    return turns[index] if index < len(turns) else None


def has_counted(state: ShowState, since: ShowInstant, now: ShowInstant) -> bool:
    """Whether a digit other than the wall clock's and the cues' flipped after `since`, up to `now`."""
    gone, here = now - since, _remainder(since)
    if gone >= SECOND or any(ZERO < (beat - here) % SECOND <= gone for beat in _clock_beats(state)):
        return True
    told_anew = _undo_told_anew(state, since)
    return told_anew is not None and told_anew <= now


@once_per_state
def turning_points(state: ShowState) -> tuple[ShowInstant, ...]:
    """Instants at which something changes other than a digit, as things stand; sorted."""
    found = {each for each in cues.standby_at(state).values() if each is not None}
    found.update(each.falls_due for each in upcoming(state).values() if each.falls_due is not None)
    found.update(each.at for each in automatics(state))
    found.update(programme_turns(state))
    found.update(warnings_at(state))
    found.update(flash_turns(state))
    found.update(reminder_turns(state))
    if state.airing is not None:
        begin, over = airtime.begin_at(state), airtime.over_at(state)
        if begin is not None:
            found.add(begin)
        if over is not None:
            # At its very end a countdown reads 0:00; right after it, it counts up.
            found.update({over, ShowInstant(over + MILLISECOND), *_thresholds_reached(state, over)})
    else:
        found.add(state.expected_start)
    return tuple(sorted(found))


def _thresholds_reached(state: ShowState, over: ShowInstant) -> set[ShowInstant]:
    return {ShowInstant(over - each) for each in airtime.warnings(state) if each is not None}


@once_per_state
def beats(state: ShowState) -> tuple[timedelta, ...]:
    """Where in each second of the show clock something shown flips."""
    anchors: set[ShowInstant] = {ShowInstant(LONG_AGO - state.wall_offset)}  # the wall's own second
    for id_ in cues.cue_order(state, state.at, BEATING_CUES):
        due = cues.due_instant(state, id_, state.at)
        if due is not None:
            anchors.add(due)
    return tuple(sorted({*_clock_beats(state), *map(_remainder, anchors)}))


@once_per_state
def _clock_beats(state: ShowState) -> tuple[timedelta, ...]:
    """The same for the clocks of the segment on air, and the time to the start."""
    anchors: set[ShowInstant] = set()
    if state.airing is not None:
        anchors.update(airtime.clock_anchors(state))
    if state.airing is None and state.ended is None:
        anchors.add(state.expected_start)
    return tuple({_remainder(each) for each in anchors})


@once_per_state
def sliding_beats(state: ShowState) -> tuple[timedelta, ...]:
    """Where in each second the projected times flip while they move with now.

    What is left until the hard out runs down meanwhile: it flips a millisecond later, past the whole second.
    """
    times = timeline(state)
    slide = times.horizon.slide
    if slide is None:
        return ()
    afters = {ZERO, times.end.after}
    afters.update(after for row in times.pending.values() for after in (row.start.after, row.end.after))
    flips = {ShowInstant(LONG_AGO - state.wall_offset - slide - after) for after in afters}
    flips.add(ShowInstant(LONG_AGO - state.wall_offset - slide - times.end.after + MILLISECOND))
    return tuple(sorted({_remainder(each) for each in flips}))


def _remainder(at: ShowInstant) -> timedelta:
    return (at - LONG_AGO) % SECOND


def _next_beat(remainders: tuple[timedelta, ...], now: ShowInstant) -> ShowInstant:
    here = _remainder(now)
    for each in remainders:
        if each > here:
            return ShowInstant(now + (each - here))
    return (
        ShowInstant(now + (remainders[0] - here) + SECOND) if remainders else ShowInstant(now + SECOND + ZERO)
    )
