"""A message that flashes: three times, once a second, so that nobody is harmed by it and everybody looks up.

Fewer than three flashes in any second is what WCAG 2.3.1 asks for; pressed again and again it stays below.
"""

from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.state import ShowState

HALF = SECOND / 2
TIMES = 3


def is_lit(state: ShowState, now: ShowInstant) -> bool:
    """Whether the message is in the bright half of a flash."""
    if state.flashed is None:
        return False
    halves = (now - state.flashed) // HALF
    return now >= state.flashed and halves % 2 == 0 and halves < 2 * TIMES


def flash_turns(state: ShowState) -> tuple[ShowInstant, ...]:
    """When it becomes bright and dark again."""
    if state.flashed is None:
        return ()
    return tuple(ShowInstant(state.flashed + HALF * number) for number in range(1, 2 * TIMES))
