"""What the show looks like at an instant: every figure, worked out once.

`Snapshot` is a pure question put to a state: it never settles, and asking twice gives the same answer.
What belongs to a segment or a cue is worked out when it is asked for, so a screen pays for what it shows.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from ssc_console.show import airtime, cues, flash, green_room
from ssc_console.show import reminder as reminders
from ssc_console.show.apply import media_position
from ssc_console.show.cuts import Goal
from ssc_console.show.figures import (
    CueRow,
    MediaFigures,
    OnAirFigures,
    PersonRow,
    Phase,
    SegmentRow,
    SegmentState,
    Status,
    UndoOffer,
)
from ssc_console.show.instants import ZERO, ShowInstant, WallInstant, to_show, to_wall
from ssc_console.show.media import MediaState
from ssc_console.show.once import once
from ssc_console.show.programme import ProgrammeFigures, programme
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.state import ShowState, Step, once_per_state, planned_end
from ssc_console.show.thresholds import phase
from ssc_console.show.timeline import timeline
from ssc_console.show.value import replace

if TYPE_CHECKING:
    from ssc_console.show.catch_up import Proposal

_CATCHING_UP = "catching up"
"""Under which the latest answer is kept beside its state: it is the same while the projected end stands."""


class Snapshot:
    """The show at `now`, which is not before the state's latest event.

    Instants are wall instants: what is past as it was stamped, what is present or to come by the wall
    offset now in force. Spans are positive late, over or later, as show-timing says.
    """

    def __init__(self, state: ShowState, now: ShowInstant) -> None:
        self.state = state
        self.now = max(now, state.at)
        self._rows: dict[str, SegmentRow] = {}

    @property
    def rundown(self) -> Rundown:
        """The agenda as loaded."""
        return self.state.rundown

    @property
    def status(self) -> Status:
        """Where the show as a whole stands."""
        return self.state.status

    @property
    def revision(self) -> int:
        """0 when the run is opened, one more with every event."""
        return self.state.revision

    @property
    def order(self) -> tuple[str, ...]:
        """Ids of all segments in rundown order."""
        return self.state.order.ids

    @property
    def message(self) -> str | None:
        """The line that the on-air speaker sees."""
        return self.state.message

    @property
    def message_to_speaker(self) -> str | None:
        """That line, unless it was meant for one who spoke before the show ended."""
        is_stale = self.state.ended is not None and self.state.message_by <= self.state.ended_by
        return None if is_stale else self.state.message

    @property
    def flash_is_lit(self) -> bool:
        """Whether that line flashes, and is in the bright half of a flash."""
        return flash.is_lit(self.state, self.now)

    @property
    def message_flashed_at(self) -> WallInstant | None:
        """When that line was last made to flash."""
        return None if self.state.flashed is None else self._wall(self.state.flashed)

    @property
    def wall_now(self) -> WallInstant:
        """The time of day."""
        return self._wall(self.now)

    def _wall(self, at: ShowInstant) -> WallInstant:
        return to_wall(at, self.state.wall_offset)

    @once
    def on_air(self) -> OnAirFigures | None:
        """The figures of the segment on air."""
        return None if self.state.airing is None else on_air_figures(self.state, self.now)

    @once
    def next(self) -> SegmentRow | None:
        """What an advance takes."""
        id_ = self.state.next_pending()
        return None if id_ is None else self.row(id_)

    @once
    def programme(self) -> ProgrammeFigures:
        """What the audience sees."""
        return programme(self.state, self.now)

    @property
    def expected_start(self) -> WallInstant:
        """Before the show: when it will start, not before now."""
        return max(self._wall(self.state.expected_start), self.wall_now)

    @property
    def to_start(self) -> timedelta:
        """To the planned or postponed start; negative once that is past."""
        return self.state.expected_start - self.now

    @property
    def planned_end(self) -> WallInstant:
        """Of the agenda's last segment, as it was when the show started."""
        return planned_end(self.state)

    @once
    def projected_end(self) -> WallInstant:
        """Of the show; once it is over, when it ended."""
        if self.state.ended is not None:
            return self.state.ended.wall
        return self._wall(timeline(self.state).end.at(self.now))

    @once
    def horizon(self) -> ShowInstant:
        """What all projected times hang on: where it stands, the rows of a state's segments stay the same."""
        return timeline(self.state).horizon.at(self.now)

    @property
    def cue_horizon(self) -> tuple[object, ...]:
        """The same for the rows of a state's cues."""
        return cues.cue_horizon(self.state, self.now)

    @property
    def over_under(self) -> timedelta:
        """How late (+) or early (−) the show will end against its plan."""
        return self.projected_end - self.planned_end

    @property
    def to_hard_out(self) -> timedelta:
        """Spare until the hard out; negative: the show will not finish in time."""
        return self.rundown.event.hard_out - self.projected_end

    @once
    def catch_up(self) -> "Proposal | None":
        """How it would be over by the hard out; None: it will be, as things stand, or it is over."""
        if self.status is Status.ENDED or self.to_hard_out >= ZERO:
            return None
        return self.catching_up()

    def catching_up(self, goal: Goal = Goal.HARD_OUT, skip: Iterable[str] = ()) -> "Proposal":
        """How it would be over by a goal, if these segments were left out besides."""
        asked = (self.horizon, goal, tuple(skip))
        kept = self.state.derived.get(_CATCHING_UP)
        if kept is None or kept[0] != asked:
            from ssc_console.show.catch_up import propose  # a show that is in time does without

            kept = self.state.derived[_CATCHING_UP] = (asked, propose(self.state, self.now, goal, asked[2]))
        proposal: Proposal = kept[1]
        return proposal

    @property
    def started_at(self) -> WallInstant | None:
        """When the show really started."""
        return None if self.state.started is None else self.state.started.wall

    @property
    def ended_at(self) -> WallInstant | None:
        """When it really ended."""
        return None if self.state.ended is None else self.state.ended.wall

    @property
    def postponed_to(self) -> WallInstant | None:
        """When it is expected to start instead."""
        return self.state.postponed

    @property
    def not_aired(self) -> timedelta:
        """The time of what was passed over, intros included."""
        return not_aired_time(self.state)

    @property
    def can_undo(self) -> UndoOffer | None:
        """What an undo takes back."""
        return self._offer(self.state.chain)

    @property
    def can_redo(self) -> UndoOffer | None:
        """What a redo puts in force again."""
        return self._offer(self.state.undone)

    def _offer(self, steps: tuple[Step, ...]) -> UndoOffer | None:
        if not steps:
            return None
        step = steps[-1]
        return UndoOffer(
            command=step.command,
            name=step.name,
            segment=step.segment,
            at=step.stamp.wall,
            by=step.by,
            age=cues.age(step.stamp.at, self.now),
            is_take=step.is_take,
        )

    def segment(self, id_: str) -> Segment:
        """The segment with that id, inserted ones included."""
        return self.state.segments[id_]

    def row(self, id_: str) -> SegmentRow:
        """All that is shown of a segment."""
        if id_ not in self._rows:
            self._rows[id_] = self._row(id_)
        return self._rows[id_]

    def _row(self, id_: str) -> SegmentRow:
        state, segment = self.state, self.state.segments[id_]
        where = state.segment_state(id_)
        plan = state.plan.get(id_)
        start, end = self._projected(id_, where)
        past = state.progress_of(id_).latest
        on_air = state.airing if where is SegmentState.ON_AIR else None
        taken = on_air.taken if on_air else past.taken if past else None
        return SegmentRow(
            segment=segment,
            state=where,
            planned_start=None if plan is None else plan.planned_start,
            planned_end=None if plan is None else plan.planned_end,
            projected_start=start,
            projected_end=end,
            actual_start=None if taken is None else taken.wall,
            actual_end=None if on_air or past is None else past.ended.wall,
            planned=None if plan is None else plan.time,
            allotted=self._allotted(id_, where, start, end),
            intro=segment.intro,
            lasted=None if on_air or past is None else past.ended.at - past.taken.at,
        )

    def _projected(self, id_: str, where: SegmentState) -> tuple[WallInstant | None, WallInstant | None]:
        state = self.state
        if where is SegmentState.ON_AIR and state.airing is not None:
            return state.airing.taken.wall, self._wall(self.horizon)
        if where is SegmentState.PENDING:
            times = timeline(state).pending[id_]
            return self._wall(times.start.at(self.now)), self._wall(times.end.at(self.now))
        past = state.progress_of(id_).latest
        if where is SegmentState.AIRED and past is not None:
            return past.taken.wall, past.ended.wall
        return None, None

    def _allotted(
        self, id_: str, where: SegmentState, start: WallInstant | None, end: WallInstant | None
    ) -> timedelta:
        own = self.state.allotted(id_)
        if own is not None:
            return own
        if where is SegmentState.ON_AIR:
            return airtime.allotted(self.state)
        if where is SegmentState.PENDING and start is not None and end is not None:
            return end - start
        return time_to_until(self.state, id_)

    def standing(self, id_: str) -> cues.Standing:
        """Of a cue, what changes most."""
        return cues.standing(self.state, id_, self.now)

    def cue(self, id_: str) -> CueRow:
        """All that is shown of a cue."""
        return cues.cue_row(self.state, id_, self.now)

    @once
    def missing(self) -> green_room.Missing | None:
        """Who is not ready for what comes next, once that is near."""
        return green_room.missing(self.state, self.now)

    @once
    def reminder(self) -> reminders.Reminder | None:
        """What nobody seems to have noticed."""
        return reminders.reminder(self.state, self.now)

    def person(self, id_: str) -> PersonRow:
        """All that is shown of a person."""
        state = self.state
        presence = state.people.get(id_)
        segment = green_room.next_segments(state).get(id_)
        return PersonRow(
            person=self.rundown.people[id_],
            readiness=state.readiness(id_),
            since=None if presence is None else presence.stamp.wall,
            by=None if presence is None else presence.by,
            segment=segment,
            on_at=None if segment is None else self.row(segment).projected_start,
            is_recorded=id_ in green_room.recorded(state),
        )

    def cue_order(self) -> tuple[str, ...]:
        """Cues to act on, in the order in which a person meets them: the due ones first."""
        return cues.cue_order(self.state, self.now)

    @property
    def photo_again(self) -> tuple[str, ...]:
        """The cue of a launch's photo, while it can be taken again; at most one."""
        return cues.photo_again(self.state)

    @property
    def next_standby(self) -> WallInstant | None:
        """When the next cue goes to standby on its own, as things stand."""
        coming = (
            each for each in cues.standby_at(self.state).values() if each is not None and each > self.now
        )
        earliest = min(coming, default=None)
        return None if earliest is None else self._wall(earliest)

    def finished_cues(self) -> tuple[str, ...]:
        """Cues that are done, dismissed or passed; the latest first."""
        return cues.finished_cues(self.state)


def snapshot(state: ShowState, now: ShowInstant) -> Snapshot:
    """The show as it is at `now`."""
    return Snapshot(state, now)


def time_to_until(state: ShowState, id_: str) -> timedelta:
    """What a segment that counts to a time of day had, from its latest take, else from its planned start."""
    until, past = state.until(id_), state.progress_of(id_).latest
    if until is None:
        return ZERO
    until_wall = to_wall(until, state.wall_offset)
    if past is None or state.segment_state(id_) is not SegmentState.AIRED:
        plan = state.plan.get(id_)
        return ZERO if plan is None else max(until_wall - plan.planned_start, ZERO)
    # As it stood when it was left: a later step of the wall does not restate it.
    return max(to_show(until_wall, past.ended.wall_offset) - past.taken.at, ZERO)


@once_per_state
def not_aired_time(state: ShowState) -> timedelta:
    """The time of what was passed over, intros included."""
    total = ZERO
    for id_ in state.order.ids:
        if state.segment_state(id_) is SegmentState.NOT_AIRED:
            own = state.allotted(id_)
            total += state.segments[id_].intro + (own if own is not None else time_to_until(state, id_))
    return total


def on_air_figures(state: ShowState, now: ShowInstant) -> OnAirFigures:
    """The figures of the segment on air."""
    lasting = _lasting_figures(state)
    begun = airtime.has_begun(state, now)
    elapsed = airtime.elapsed(state, now)
    remaining = airtime.remaining(state, now, elapsed)
    return replace(
        lasting,
        begun_at=lasting.begun_at if begun else None,
        intro_remaining=None if begun else airtime.intro_left(state, now),
        elapsed=elapsed,
        remaining=remaining,
        phase=phase(remaining, lasting.warning, lasting.wrap_up) if begun else Phase.INTRO,
        held_for=airtime.held_until(airtime.on_air(state), now),
        media=_media_figures(state, now),
    )


@once_per_state
def _lasting_figures(state: ShowState) -> OnAirFigures:
    """Those that only an event changes; the others as if no time had gone by.

    When its clock will begin by itself stands here in the intro, too.
    """
    airing, segment = airtime.on_air(state), airtime.on_air_segment(state)
    warning, wrap_up = airtime.warnings(state)
    return OnAirFigures(
        segment=segment,
        taken_at=airing.taken.wall,
        begun_at=_begun_at(state),
        intro=segment.intro,
        intro_remaining=None,
        allotted=airtime.allotted(state),
        added=state.progress_of(segment.id).added,
        elapsed=ZERO,
        remaining=ZERO,
        phase=Phase.INTRO,
        warning=warning,
        wrap_up=wrap_up,
        held=airing.held_since is not None,
        held_for=airing.held,
        media=None,
        counts_to=airtime.counts_to(state),
    )


def _begun_at(state: ShowState) -> WallInstant | None:
    airing = airtime.on_air(state)
    if airing.begun is not None:
        return airing.begun.wall
    begin = airtime.begin_at(state)
    return None if begin is None else to_wall(begin, state.wall_offset)


def _media_figures(state: ShowState, now: ShowInstant) -> MediaFigures | None:
    media = airtime.known_media(airtime.on_air(state))
    if media is None:
        return None
    length = media.length
    if media.observation.state is MediaState.ENDED:
        return MediaFigures(MediaState.ENDED, length, length)
    return MediaFigures(media.observation.state, media_position(media, now), length)
