"""One event onto a state: what the show becomes. Never refuses, never reads a clock, never settles.

`apply` sees every fact but the taking back of others (`Undone`, `Redone`): these are `history`'s.
"""

from collections.abc import Callable
from typing import Any

from ssc_console.show import airtime, memory, reloaded, wrap_up
from ssc_console.show.apply_cues import CUE_RULES
from ssc_console.show.events import (
    AgendaReloaded,
    CaughtUp,
    ClockBegun,
    ClockJumped,
    ClockPaced,
    Event,
    GapNoticed,
    Held,
    How,
    Measured,
    MediaObserved,
    MessageCleared,
    MessageFlashed,
    MessageShown,
    Noted,
    PersonMarked,
    RecordingStarted,
    RecordingStopped,
    Resumed,
    RunDeclared,
    RunOpened,
    SegmentInserted,
    SegmentMoved,
    SegmentRestored,
    SegmentRetimed,
    SegmentSkipped,
    SegmentTaken,
    ShowEnded,
    StartPostponed,
    TimeAdded,
    Tuned,
    WallStepped,
)
from ssc_console.show.instants import ZERO, ShowInstant, Stamp
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.plan import plan_of
from ssc_console.show.rundown import Moment
from ssc_console.show.stage import cleared
from ssc_console.show.state import (
    Airing,
    Gap,
    Latest,
    MediaAnchor,
    Order,
    PastAiring,
    Presence,
    Progress,
    ShowState,
    Step,
    WallStep,
)
from ssc_console.show.value import replace


def opened(event: Event) -> ShowState:
    """The state of a run that has just been opened; `event` is its first."""
    fact = event.fact
    if not isinstance(fact, RunOpened):
        raise TypeError("a run begins with its opening")
    rundown = fact.rundown
    state = ShowState(
        rundown=rundown,
        guards=fact.guards,
        pace=fact.per_second,
        segments=rundown.by_id,
        cues={cue.id: cue for cue in rundown.cues()},
        plan=plan_of(rundown),
        order=Order(tuple(rundown.by_id)),
        at=event.at,
        wall_offset=event.wall_offset,
        revision=event.seq,
        last_command=event.command,
    )
    return memory.note_due_before_opening(state)


def apply(state: ShowState, event: Event) -> ShowState:
    """What the show is after `event`, which is not earlier than the state's own latest one.

    The latest answer is kept beside the state: the engine tries what it decides, the history takes it up.
    """
    kept = state.derived.get(apply)
    if kept is None or kept[0] is not event:
        kept = state.derived[apply] = (event, _applied(state, event))
    after: ShowState = kept[1]
    return after


def _applied(state: ShowState, event: Event) -> ShowState:
    noted = pass_time(state, event.at)
    become = replace(
        noted,
        at=event.at,
        wall_offset=event.wall_offset,
        revision=event.seq,
        last_command=max(state.last_command, event.command),
    )
    rule, step_name = _RULES[type(event.fact)]
    cue = getattr(event.fact, "cue", None)
    if cue is not None and cue not in state.cues:
        return become  # it came with a reload that was taken back
    after = rule(become, event, event.fact)
    if step_name is not None:
        after = replace(after, chain=(*after.chain, _step(event, step_name)), undone=())
    if step_name is not None or isinstance(event.fact, MediaObserved):
        after = memory.work_out_anew(noted, after)
    return after


def pass_time(state: ShowState, until: ShowInstant) -> ShowState:
    """Note what came about by itself, without an event: a clock that began, cues due, a wrap-up.

    The latest answer is kept beside the state: a report asks for it once more.
    """
    kept = state.derived.get(pass_time)
    if kept is None or kept[0] != until:
        kept = state.derived[pass_time] = (until, _passed(state, until))
    after: ShowState = kept[1]
    return after


def _passed(state: ShowState, until: ShowInstant) -> ShowState:
    state = wrap_up.pass_by(memory.note_due(state, until), until)
    airing = state.airing
    if airing is None or airing.begun is not None or state.ended is not None:
        return state
    begin = airtime.begin_at(state)
    if begin is None or begin > until:
        return state
    stamp = Stamp(begin, state.wall_offset)
    airing = replace(airing, begun=stamp, begun_by=airing.id, held_before_begin=airing.held)
    return replace(state, airing=airing)


def _step(event: Event, name: str) -> Step:
    fact = event.fact
    how = getattr(fact, "how", None)
    segment = getattr(fact, "segment", None)
    return Step(
        command=event.command,
        name=name if how is None else how.value,
        segment=segment if isinstance(segment, str) or segment is None else segment.id,
        stamp=event.stamp,
        by=event.by,
        is_take=how is not None,
    )


def _segment(state: ShowState, segment: str, progress: Progress) -> ShowState:
    return replace(state, progress={**state.progress, segment: progress})


def _leave(state: ShowState, event: Event) -> ShowState:
    """The on-air segment's airing ends."""
    airing = state.airing
    if airing is None:
        return state
    cues = state.segments[airing.segment].cues
    state = memory.moment_came(state, cues, memory.before(Moment.END), event.stamp)
    state = memory.pass_by(state, cues)
    past = PastAiring(airing.taken, event.stamp, event.seq)
    progress = replace(state.progress_of(airing.segment), aired=True, latest=past)
    return _segment(replace(state, airing=None), airing.segment, progress)


def _segment_taken(state: ShowState, event: Event, fact: SegmentTaken) -> ShowState:
    left = None if state.airing is None else state.airing.segment
    state = _leave(state, event)
    if fact.how is How.BACK and left is not None:
        again = replace(state.progress_of(left), aired=False, airing=None)
        state = memory.forget(_segment(state, left, again), state.segments[left].cues)
    if state.started is None:
        state = replace(state, started=event.stamp, started_by=event.seq)
        state = memory.moment_came(state, state.rundown.event.cues, memory.before(Moment.START), event.stamp)
    segment = state.segments[fact.segment]
    progress = state.progress_of(segment.id)
    if progress.airing is not None:
        state = memory.forget(state, segment.cues)
    progress = replace(progress, skipped=False, aired=False, airing=event.seq)
    state = replace(
        _segment(state, segment.id, progress),
        airing=_fresh_airing(state, event, fact),
        message=None,
        flashed=None,
        stage=cleared(state.stage),
        trial=None,
    )
    state = _count_take(state, event, fact.how)
    state = memory.moment_came(state, segment.cues, memory.before(Moment.START), event.stamp)
    if segment.intro == ZERO:
        state = _begin(state, event)
    return state


def _count_take(state: ShowState, event: Event, how: How) -> ShowState:
    latest = Latest(event.seq, event.at)
    if how is How.AUTOMATIC:
        return replace(state, last_automatic_take=latest)
    return replace(state, last_take_by_hand=latest)


def _fresh_airing(state: ShowState, event: Event, fact: SegmentTaken) -> Airing:
    own = state.allotted(fact.segment)
    until = state.until(fact.segment)
    if own is None:
        has_time = until is not None and until > event.at
    else:
        has_time = own + state.segments[fact.segment].intro > ZERO
    return Airing(id=event.seq, segment=fact.segment, how=fact.how, taken=event.stamp, waits=not has_time)


def _begin(state: ShowState, event: Event) -> ShowState:
    """The speaker's clock begins with this event."""
    airing = airtime.on_air(state)
    held = airtime.held_until(airing, event.at)
    begun = replace(airing, begun=event.stamp, begun_by=event.seq, held_before_begin=held)
    state = replace(state, airing=begun)
    cues = state.segments[airing.segment].cues
    return memory.moment_came(state, cues, memory.before(Moment.BEGIN), event.stamp)


def _clock_begun(state: ShowState, event: Event, _: ClockBegun) -> ShowState:
    return _begin(state, event)


def _held(state: ShowState, event: Event, _: Held) -> ShowState:
    airing = airtime.on_air(state)
    media = airing.media
    if media is not None and media.observation.state is MediaState.PLAYING:
        paused = _paused_where_it_is(media, event.at)
        media = MediaAnchor(paused, event.at, paused_by_hold=True, length=media.length)
    return replace(state, airing=replace(airing, held_since=event.at, media=media))


def _paused_where_it_is(media: MediaAnchor, at: ShowInstant) -> Observation:
    position, length = media_position(media, at), media.observation.length
    return Observation(MediaState.PAUSED, position, length)


def media_position(media: MediaAnchor, at: ShowInstant) -> Any:
    """Where the video is at an instant (a timedelta, never past its length); None where that is not known."""
    observed = media.observation
    if observed.position is None or observed.length is None or observed.state is not MediaState.PLAYING:
        return observed.position
    return min(observed.position + (at - media.at), observed.length)


def _resumed(state: ShowState, event: Event, _: Resumed) -> ShowState:
    airing = airtime.on_air(state)
    media = airing.media
    if media is not None and media.paused_by_hold:
        playing = replace(media.observation, state=MediaState.PLAYING)
        media = MediaAnchor(playing, event.at, length=media.length)
    held = airtime.held_until(airing, event.at)
    return replace(state, airing=replace(airing, held=held, held_since=None, media=media))


def _time_added(state: ShowState, _: Event, fact: TimeAdded) -> ShowState:
    progress = state.progress_of(fact.segment)
    return _segment(state, fact.segment, replace(progress, added=progress.added + fact.duration))


def _caught_up(state: ShowState, _: Event, fact: CaughtUp) -> ShowState:
    progress = dict(state.progress)
    for each in fact.cuts:
        own = state.progress_of(each.segment)
        progress[each.segment] = replace(own, added=own.added - each.by, cut=own.cut + each.by)
    for id_ in fact.skipped:
        progress[id_] = replace(progress.get(id_, state.progress_of(id_)), skipped=True)
    return replace(state, progress=progress)


def _segment_skipped(state: ShowState, _: Event, fact: SegmentSkipped) -> ShowState:
    return _segment(state, fact.segment, replace(state.progress_of(fact.segment), skipped=True))


def _segment_restored(state: ShowState, _: Event, fact: SegmentRestored) -> ShowState:
    return _segment(state, fact.segment, replace(state.progress_of(fact.segment), skipped=False))


def _segment_moved(state: ShowState, _: Event, fact: SegmentMoved) -> ShowState:
    ids = [id_ for id_ in state.order.ids if id_ != fact.segment]
    ids.insert(len(ids) if fact.before is None else ids.index(fact.before), fact.segment)
    return replace(state, order=Order(tuple(ids)))


def _segment_inserted(state: ShowState, _: Event, fact: SegmentInserted) -> ShowState:
    place = state.order.position[fact.after] + 1
    ids = (*state.order.ids[:place], fact.segment.id, *state.order.ids[place:])
    segments = {**state.segments, fact.segment.id: fact.segment}
    return replace(state, order=Order(ids), segments=segments)


def _segment_retimed(state: ShowState, _: Event, fact: SegmentRetimed) -> ShowState:
    progress = replace(state.progress_of(fact.segment), retimed=fact.duration, added=ZERO, cut=ZERO)
    return _segment(state, fact.segment, progress)


def _start_postponed(state: ShowState, _: Event, fact: StartPostponed) -> ShowState:
    return replace(state, postponed=fact.to)


def _show_ended(state: ShowState, event: Event, _: ShowEnded) -> ShowState:
    state = _leave(state, event)
    state = replace(state, ended=event.stamp, ended_by=event.seq, stage=cleared(state.stage))
    return memory.moment_came(state, state.rundown.event.cues, memory.before(Moment.END), event.stamp)


def _message_shown(state: ShowState, event: Event, fact: MessageShown) -> ShowState:
    airing = state.airing
    if fact.automatic and (airing is None or airing.id != event.airing):
        return state  # it was shown in an airing that was taken back
    return replace(state, message=fact.text, message_by=event.seq, flashed=None)


def _message_cleared(state: ShowState, _: Event, __: MessageCleared) -> ShowState:
    return replace(state, message=None, flashed=None)


def _message_flashed(state: ShowState, event: Event, _: MessageFlashed) -> ShowState:
    return state if state.message is None else replace(state, flashed=event.at)


def _person_marked(state: ShowState, event: Event, fact: PersonMarked) -> ShowState:
    presence = Presence(fact.readiness, event.stamp, event.by)
    return replace(state, people={**state.people, fact.person: presence})


def _run_declared(state: ShowState, _: Event, fact: RunDeclared) -> ShowState:
    return replace(state, is_rehearsal=fact.is_rehearsal)


def _only_kept(state: ShowState, _: Event, __: object) -> ShowState:
    """What is kept with the run and changes nothing of the show."""
    return state


def _media_observed(state: ShowState, event: Event, fact: MediaObserved) -> ShowState:
    airing = state.airing
    if airing is None or airing.id != event.airing:
        return state  # it is of an airing that was taken back
    begins = airing.begun is None and _lets_the_clock_begin(state, event.at, fact.observation.state)
    state = replace(state, airing=replace(airing, media=_anchor(airing.media, event.at, fact.observation)))
    return _begin(state, event) if begins else state


def _anchor(before: MediaAnchor | None, at: ShowInstant, observed: Observation) -> MediaAnchor:
    length = observed.length
    if observed.state is MediaState.ENDED and before is not None:
        length = before.length
    return MediaAnchor(observed, at, length=length)


def _lets_the_clock_begin(state: ShowState, at: ShowInstant, observed: MediaState) -> bool:
    """A video that rolls does; so does one that can't be waited for any longer, once the intro is used up."""
    if observed in (MediaState.PLAYING, MediaState.PAUSED):
        return observed is MediaState.PLAYING
    return airtime.intro_left(state, at) == ZERO


def _wall_stepped(state: ShowState, event: Event, fact: WallStepped) -> ShowState:
    return replace(state, wall_step=WallStep(fact.by, event.stamp))


def _clock_jumped(state: ShowState, event: Event, _: ClockJumped) -> ShowState:
    return replace(state, jumped=event.seq)


def _clock_paced(state: ShowState, _: Event, fact: ClockPaced) -> ShowState:
    return replace(state, pace=fact.per_second)


def _tuned(state: ShowState, _: Event, fact: Tuned) -> ShowState:
    return replace(state, guards=fact.guards, usual=fact.usual)


def _gap_noticed(state: ShowState, event: Event, fact: GapNoticed) -> ShowState:
    gap = Gap(Stamp(fact.since, state.wall_offset), event.stamp)
    state = replace(memory.let_wait(state), gap=gap)
    take = airtime.automatic_take_at(state)
    if take is None or take > event.at:
        return state
    return replace(state, airing=replace(airtime.on_air(state), waits=True))


_RULES: dict[type, tuple[Callable[[ShowState, Event, Any], ShowState], str | None]] = {
    SegmentTaken: (_segment_taken, "take"),
    ClockBegun: (_clock_begun, "begin"),
    Held: (_held, "hold"),
    Resumed: (_resumed, "resume"),
    TimeAdded: (_time_added, "add"),
    SegmentSkipped: (_segment_skipped, "skip"),
    SegmentRestored: (_segment_restored, "restore"),
    SegmentMoved: (_segment_moved, "move"),
    SegmentInserted: (_segment_inserted, "insert"),
    SegmentRetimed: (_segment_retimed, "retime"),
    CaughtUp: (_caught_up, "catch-up"),
    AgendaReloaded: (reloaded.take_up, "reload"),
    StartPostponed: (_start_postponed, "postpone"),
    ShowEnded: (_show_ended, "end"),
    MessageShown: (_message_shown, None),
    MessageCleared: (_message_cleared, None),
    MessageFlashed: (_message_flashed, None),
    MediaObserved: (_media_observed, None),
    WallStepped: (_wall_stepped, None),
    GapNoticed: (_gap_noticed, None),
    ClockJumped: (_clock_jumped, None),
    ClockPaced: (_clock_paced, None),
    Tuned: (_tuned, None),
    Noted: (_only_kept, None),
    Measured: (_only_kept, None),
    RecordingStarted: (_only_kept, None),
    RecordingStopped: (_only_kept, None),
    PersonMarked: (_person_marked, None),
    RunDeclared: (_run_declared, None),
    **{kind: (rule, None) for kind, rule in CUE_RULES.items()},
}
"""What each fact does, and what an undo calls it if it is a step of the chain."""
