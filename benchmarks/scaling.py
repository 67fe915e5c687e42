"""What a question, a command and a second of the desk cost as the rundown grows."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import shared

COUNTS, TIMES, BOUND = (10, 100, 1_000, 10_000), 15, 2.0


@dataclass(frozen=True)
class _Plan:
    """As the agenda's loader would give it."""

    rundown: object
    problems: tuple[()] = ()


def _plan(count: int) -> _Plan:
    from ssc_console.show.rundown import Cue, EventInfo, Moment, Rundown, Segment

    start = shared.loaded().rundown.event.start
    minute = timedelta(minutes=1)

    def segment(number: int) -> Segment:
        cue = Cue(id=f"s{number}/1", segment=f"s{number}", moment=Moment.START, say=f"Cue {number}")
        return Segment(
            id=f"s{number}",
            title=f"Item {number}",
            session=f"Part {number // 50}",
            duration=minute * 5,
            cues=(cue,),
        )

    event = EventInfo(
        title="Marathon", timezone="Asia/Bangkok", start=start, hard_out=start + minute * 6 * count
    )
    return _Plan(Rundown(event=event, segments=tuple(segment(number) for number in range(count))))


def _milliseconds(times: int, work: Callable[[], object]) -> float:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return shared.median(took)


def measure(count: int) -> None:
    """All three for one length; the desk's second is a tick with everything painted that changes."""
    from ssc_console.clock import SimulatedClock
    from ssc_console.show.commands import Add, Request
    from ssc_console.show.engine import decide
    from ssc_console.show.instants import ShowInstant

    plan = _plan(count)
    clock = SimulatedClock(ShowInstant(plan.rundown.event.start))
    application, made = shared.console(plan, clock)
    clock.pause()
    shared.put_on_air(made, "s3", 30)
    shared.spin(application, 0.3)

    def figures() -> None:
        seen = made.session.snapshot()
        _ = (seen.on_air, seen.next, seen.projected_end, seen.to_hard_out, seen.not_aired, seen.cue_order())

    def decision() -> None:
        state = made.session.snapshot().state
        decide(state, Request(Add(timedelta(seconds=30)), "desk"), made.session.snapshot().now)

    def second() -> None:
        clock.jump_by(timedelta(seconds=1))
        made.ticker.look()
        application.processEvents()

    second()
    shared.report([_milliseconds(TIMES, figures), _milliseconds(TIMES, decision), _milliseconds(40, second)])


def main() -> None:
    """A child for each length."""
    given = shared.options(__doc__, count=0)
    if given.part:
        return measure(given.count)
    found = {count: shared.measured("all", given.screen, "--count", str(count)) for count in COUNTS}
    flat = found[COUNTS[-1]][2] / found[100][2]
    rows = [(f"{count:,}", *(f"{each:.3f} ms" for each in found[count])) for count in COUNTS]
    shared.table(("segments", "snapshot", "decide", "the desk's second"), *rows)
    print(f"the second, 10,000 against 100: {flat:.2f} (bound {BOUND}: {shared.verdict(flat <= BOUND)})")
    return None


if __name__ == "__main__":
    main()
