"""When each cue is due, as the show stands: from the moment it hangs on, happened or projected."""

from datetime import timedelta

from ssc_console.show import airtime
from ssc_console.show.figures import SegmentState
from ssc_console.show.horizon import Horizon, Projection
from ssc_console.show.instants import ZERO, ShowInstant, to_show
from ssc_console.show.rundown import Cue, Moment
from ssc_console.show.state import ShowState, once_per_state
from ssc_console.show.timeline import timeline
from ssc_console.show.value import value


@value
class Timing:
    """When a cue that has not fallen due is due.

    Attributes:
        due: The projected instant.
        certain: It falls due when that instant comes. Otherwise its moment must really happen first.
        not_before: Nor is it due before this; None: no such bound.
        moment: Sequence number of the event that made its moment happen; 0: it has not, or is a time of day.
    """

    due: Projection
    certain: bool
    not_before: Projection | None = None
    moment: int = 0

    def due_at(self, now: ShowInstant) -> ShowInstant:
        """When it is due, seen from `now`."""
        due = self.due.at(now)
        return due if self.not_before is None else max(due, self.not_before.at(now))

    def falls_due(self) -> ShowInstant | None:
        """When it falls due if nobody acts; None: it does not, as things stand."""
        return _reached(self.due, self.not_before) if self.certain else None

    def on_standby(self, lead: timedelta) -> ShowInstant | None:
        """When it goes to standby on its own if nobody acts."""
        bound = None if self.not_before is None else self.not_before.shifted(-lead)
        return _reached(self.due.shifted(-lead), bound)


def _reached(due: Projection, not_before: Projection | None) -> ShowInstant | None:
    reached = due.reached()
    if reached is None or not_before is None:
        return reached
    bound = not_before.reached()
    return None if bound is None else max(reached, bound)


def _happened(at: ShowInstant, by: int, offset: timedelta) -> Timing:
    return Timing(Projection(Horizon(fixed=at), offset), certain=True, moment=by)


def timing(state: ShowState, cue: Cue) -> Timing | None:
    """When a cue is due that has not fallen due; None: it has no due time, or its moment went by."""
    if cue.segment is None:
        return _of_the_show(state, cue)
    where = state.segment_state(cue.segment)
    if where is SegmentState.PENDING:
        return _of_a_pending_segment(state, cue, cue.segment)
    if where is SegmentState.ON_AIR:
        return _of_the_segment_on_air(state, cue)
    latest = state.progress_of(cue.segment).latest
    if where is SegmentState.AIRED and latest is not None and _hangs_at_or_after_end(cue):
        return _happened(latest.ended.at, latest.ended_by, cue.offset)
    return None


def _hangs_at_or_after_end(cue: Cue) -> bool:
    return cue.moment is Moment.END and not cue.is_before


def _of_the_show(state: ShowState, cue: Cue) -> Timing | None:
    if cue.moment is Moment.HARD_OUT:
        return _happened(to_show(state.rundown.event.hard_out, state.wall_offset), 0, cue.offset)
    if cue.moment is Moment.START:
        happened, by = state.started, state.started_by
        projected = Projection(Horizon(fixed=state.expected_start, slide=ZERO))
    else:
        happened, by = state.ended, state.ended_by
        projected = timeline(state).end
    if happened is None:
        return Timing(projected.shifted(cue.offset), certain=cue.is_before)
    return None if cue.is_before else _happened(happened.at, by, cue.offset)


def _of_a_pending_segment(state: ShowState, cue: Cue, segment: str) -> Timing:
    times = timeline(state).pending[segment]
    if cue.moment is Moment.END:
        # Nothing of a segment's own time happens before it starts, however far before its end it hangs.
        return Timing(times.end.shifted(cue.offset), certain=False, not_before=times.start)
    intro = state.segments[segment].intro if cue.moment is Moment.BEGIN else ZERO
    return Timing(times.start.shifted(intro + cue.offset), certain=cue.is_before)


def _of_the_segment_on_air(state: ShowState, cue: Cue) -> Timing | None:
    airing = airtime.on_air(state)
    taken = Projection(Horizon(fixed=airing.taken.at))
    if cue.moment is Moment.END:
        end = Projection(airtime.end_horizon(state)).shifted(cue.offset)
        return Timing(end, certain=cue.is_before, not_before=taken)
    if cue.moment is Moment.START:
        return None if cue.is_before else _own_clock(state, airing.taken.at, ZERO, airing.id, cue.offset)
    begin = airtime.begin_at(state)
    if airing.begun is not None:
        if cue.is_before:
            return None
        return _own_clock(state, airing.begun.at, airing.held_before_begin, airing.begun_by, cue.offset)
    projected = Projection(airtime.begin_horizon(state)).shifted(cue.offset)
    certain = cue.is_before or begin is not None
    return Timing(projected, certain=certain, not_before=taken, moment=airing.id)


def _own_clock(
    state: ShowState, moment: ShowInstant, held_before: timedelta, by: int, offset: timedelta
) -> Timing:
    """So long after a moment by the segment's own clock: a hold delays it."""
    airing = airtime.on_air(state)
    delayed = ShowInstant(moment + (airing.held - held_before))
    if airing.held_since is None:
        return _happened(delayed, by, offset)
    standing = Horizon(slide=delayed - airing.held_since)
    return Timing(Projection(standing).shifted(offset), certain=True, moment=by)


@value
class Upcoming:
    """A cue that has neither fallen due nor been settled, with when it will change by itself."""

    cue: Cue
    timing: Timing
    falls_due: ShowInstant | None


@once_per_state
def upcoming(state: ShowState) -> dict[str, Upcoming]:
    """Every cue that can still fall due, by id, in the rundown's order of cues."""
    found = {}
    for id_, cue in state.cues.items():
        memory = state.memory.get(id_)
        if memory is not None and (memory.fell_due or memory.passed or memory.settled):
            continue
        when = timing(state, cue)
        if when is not None:
            falls_due = when.falls_due()
            if falls_due is not None:
                falls_due = max(falls_due, state.at)  # not before the event that made it due
            found[id_] = Upcoming(cue, when, falls_due)
    return found
