"""What holds of every show, whatever is done to it."""

from datetime import timedelta
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.change import next_change
from ssc_console.show.engine import decide, is_quiet
from ssc_console.show.events import Event
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.history import History
from ssc_console.show.instants import MILLISECOND, SECOND, ZERO, ShowInstant, WallInstant
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.undo_age import OLD, told
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, instant, rundown, segment
from tests.show.shows import ASIDE, CHAIN, PAUSES, START, Act, Run, acts, figures, ms, rundowns


@given(rundowns(), acts(), st.lists(st.floats(0, 1), max_size=3))
def test_how_often_the_clock_ticks_leaves_no_trace(of: Rundown, done: list[Act], looks: list[float]):
    def look(run: Run, pause: timedelta) -> None:
        for part in sorted(looks):
            run.look(ShowInstant(run.now + int(pause / MILLISECOND * part) * MILLISECOND))

    plain, ticked = Run(of).perform(*done), Run(of).perform(*done, look=look)
    assert ticked.history.events == plain.history.events
    assert figures(ticked.show) == figures(plain.show)


@given(
    rundowns(), acts(), st.sampled_from([-1, 0, 1, 250, 5000, 61_000]), st.sampled_from([0, 250, 251, -400])
)
def test_it_is_quiet_where_a_look_at_the_clock_would_keep_nothing(
    of: Rundown, done: list[Act], later: int, step: int
):
    state = Run(of).perform(*done).history.state
    now, offset = ShowInstant(state.at + ms(later)), state.wall_offset + ms(step)
    looked = decide(state, c.Request(c.NoticeWallStep(offset), "clock"), now)
    assert is_quiet(state, now, offset) is (looked == ())


@given(rundowns(), acts())
def test_what_came_about_by_itself_is_what_the_next_event_finds(of: Rundown, done: list[Act]):
    """A clock that begins and a cue that falls due are no events: they are computed, then noted."""
    run = Run(of).perform(*done)
    known = len(run.history.events)
    run.later(ms(700))
    assume(len(run.history.events) == known)
    before = figures(run.show)
    run.ask(c.Standby("nobody/1"))
    run.ask(c.NoticeGap(run.now))
    assert len(run.history.events) == known + 1
    assert figures(run.show) == before


@given(rundowns(), acts(undo=False, most=8), CHAIN, PAUSES)
def test_do_then_undo_is_never_did(of: Rundown, done: list[Act], command: Any, later: timedelta):
    once, never = Run(of).perform(*done), Run(of).perform(*done)
    assume(once.ask(command))
    number = next(e.command for e in once.history.events[len(never.history.events) :] if e.by == "test")
    undo = once.show.can_undo
    assume(undo is not None and undo.command == number)  # else an automatic take came of it
    once.ask(c.Undo())
    assert figures(once.show) == figures(never.show)
    if not _takes_by_itself(never):
        assert figures(once.later(later).show) == figures(never.later(later).show)


def _takes_by_itself(run: Run) -> bool:
    """Whether something is due that an undo makes wait."""
    return any(
        segment.auto_advance and run.history.state.segment_state(segment.id) is SegmentState.ON_AIR
        for segment in run.show.rundown.segments
    )


@given(
    rundowns(auto=False), acts(undo=False, most=8), CHAIN, st.lists(st.builds(Act, PAUSES, ASIDE), max_size=3)
)
def test_undone_later_is_never_did_where_nothing_happens_by_itself(
    of: Rundown, done: list[Act], command: Any, aside: list[Act]
):
    once, never = Run(of).perform(*done), Run(of).perform(*done)
    assume(once.ask(command))
    kept = (c.SendMessage, c.NoticeWallStep)  # what belongs to an airing goes with it
    between = [
        act if isinstance(act.command, kept) else replace(act, command=c.SendMessage("y")) for act in aside
    ]
    once.perform(*between).ask(c.Undo())
    never.perform(*between)
    assert figures(once.show) == figures(never.show)
    once.later(ms(20_000))
    never.later(ms(20_000))
    assert figures(once.show) == figures(never.show)


@given(rundowns(), acts(), st.integers(1, 4))
def test_undo_then_redo_changes_nothing_where_nothing_waits(of: Rundown, done: list[Act], times: int):
    run = Run(of).perform(*done)
    before = figures(run.show)
    undone = [True for _ in range(times) if run.ask(c.Undo())]
    for _ in undone:
        assert run.ask(c.Redo())
    assert figures(run.show) == before


@given(rundowns(), acts(most=8))
def test_folding_a_prefix_is_recovering_there(of: Rundown, done: list[Act]):
    history = Run(of).perform(*done).history
    for count in range(1, len(history.events) + 1):
        assert History.of(history.events[:count]).state == history.state_after(count - 1)


def _shifted(value: Any, by: timedelta) -> Any:
    return None if value is None else WallInstant(value + by)


@given(rundowns(), acts(saves=False), st.sampled_from([1, 999, 86_400_000]))
def test_shifting_all_instants_shifts_the_result(of: Rundown, done: list[Act], shift: int):
    by = ms(shift)
    event = replace(of.event, start=_shifted(of.event.start, by), hard_out=_shifted(of.event.hard_out, by))
    segments = tuple(
        replace(each, until=_shifted(each.until, by), fixed_start=_shifted(each.fixed_start, by))
        for each in of.segments
    )
    moved = [
        replace(act, command=c.Postpone(_shifted(act.command.to, by)))
        if isinstance(act.command, c.Postpone)
        else act
        for act in done
    ]
    here = Run(of).perform(*done)
    there = Run(replace(of, event=event, segments=segments), ShowInstant(START - ms(20_000) + by)).perform(
        *moved
    )
    assert [_bare(each, by) for each in here.history.events[1:]] == [
        _bare(each, ZERO) for each in there.history.events[1:]
    ]
    assert here.show.projected_end + by == there.show.projected_end
    assert here.show.on_air is None or here.show.on_air.remaining == there.show.on_air.remaining  # type: ignore[union-attr]


def _bare(event: Event, by: timedelta) -> tuple[Any, ...]:
    return event.command, event.airing, event.at + by, event.wall_offset, type(event.fact)


def _seconds(duration: timedelta | None) -> int | None:
    """As a countdown rounds it: up, so that an overrun is cut to whole seconds."""
    return None if duration is None else -(-duration // SECOND)


def _shown(show: Snapshot) -> dict[str, Any]:
    """What a person could see change, rounded as it is shown."""
    on_air, undo = show.on_air, show.can_undo
    air = None
    if on_air is not None:
        air = (
            on_air.segment.id,
            on_air.phase,
            on_air.remaining > ZERO,
            on_air.remaining < ZERO,
            _seconds(on_air.remaining),
            on_air.elapsed // SECOND,
            _seconds(on_air.intro_remaining),
            on_air.begun_at,
            on_air.held_for // SECOND if on_air.held else None,
        )
    return {
        "clock": (show.wall_now - START) // SECOND,
        "status": show.status,
        "on_air": air,
        "end": (show.projected_end - START) // SECOND,
        "to_start": _seconds(show.to_start) if show.status is Status.BEFORE else None,
        "undo": None if undo is None else (undo.command, told(undo.age), undo.age > OLD),
        "spare": abs(show.to_hard_out) // SECOND,
        "cues": {id_: show.cue(id_).state for id_ in show.state.cues},
        "order": show.cue_order(),
        "rows": {
            id_: [
                None if at is None else (at - START) // SECOND
                for at in (row.projected_start, row.projected_end)
            ]
            for id_, row in ((each, show.row(each)) for each in show.order)
        },
    }


@given(rundowns(), acts(most=8), st.integers(0, 30_000).map(ms))
def test_nothing_shown_changes_before_next_change(of: Rundown, done: list[Act], later: timedelta):
    run = Run(of).perform(*done).later(later)
    now, state = run.now, run.history.state
    for _ in range(6):
        change = next_change(state, now)
        assert change > now
        last = ShowInstant(change - MILLISECOND)
        assert _shown(Snapshot(state, last)) == _shown(Snapshot(state, now))
        between = ShowInstant(now + (last - now) / 2 // MILLISECOND * MILLISECOND)
        assert _shown(Snapshot(state, between)) == _shown(Snapshot(state, now))
        now = change
        run.look(now)
        state = run.history.state


def test_the_age_of_an_old_change_looks_at_no_second_of_its_own():
    book = Playbook(rundown(segment("a", "5:00"), segment("b"))).at("10:30").do(c.Start())
    book.at("10:31:00.300").do(c.Add(ms(30_000)))
    looks = [book.at("10:31:21").now]
    while looks[-1] < instant("10:31:27"):
        looks.append(next_change(book.history.state, looks[-1]))
    beats = [f"{at:%S.%f}"[:-3] for at in looks[1:]]
    assert beats == ["22.000", "23.000", "24.000", "25.000", "25.300", "26.000", "27.000"]


@given(rundowns(), acts(), st.integers(0, 90_000).map(ms))
def test_projected_times_are_those_of_the_page_worked_out_one_after_the_other(
    of: Rundown, done: list[Act], later: timedelta
):
    run = Run(of).perform(*done).later(later)
    show, state = run.show, run.history.state
    assume(show.status is not Status.ENDED)
    end = max(show.wall_now, state.postponed or of.event.start)
    if show.on_air is not None:
        end = (
            show.wall_now + max(show.on_air.intro_remaining or ZERO, ZERO) + max(show.on_air.remaining, ZERO)
        )
        assert show.row(show.on_air.segment.id).projected_end == end
    for id_ in show.order:
        row = show.row(id_)
        if row.state is not SegmentState.PENDING:
            continue
        segment = row.segment
        start = end if segment.fixed_start is None else max(end, segment.fixed_start)
        progress = state.progress_of(id_)
        if segment.until is not None and progress.retimed is None:
            end = max(start, segment.until + progress.added)
        else:
            end = start + segment.intro + row.allotted
        assert (row.projected_start, row.projected_end) == (start, end)
    assert show.projected_end == end
