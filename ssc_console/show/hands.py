"""A hand that presses twice lives in our own time, while a rehearsal's clock runs faster, or stands still.

So a rehearsal measures what a second press is held against by how long ago it was for people.
"""

from collections.abc import Mapping
from datetime import timedelta

from ssc_console.show.instants import ShowInstant
from ssc_console.show.state import Latest, ShowState
from ssc_console.show.value import replace

Ages = Mapping[int, timedelta]
"""How long ago events were in our own time, by their sequence numbers."""


def presses_of(state: ShowState) -> tuple[Latest, ...]:
    """What a second press would be held against."""
    latest = (state.last_go, state.last_take_by_hand, state.last_automatic_take)
    return tuple(each for each in latest if each is not None)


def as_hands_have_it(state: ShowState, ages: Ages, now: ShowInstant) -> ShowState:
    """The state with its latest presses as long before `now` as they were in our own time.

    What has no age stays where it is on the show's clock. Once the clock was moved on, nothing from
    before that counts: whoever did so has looked up since.
    """

    def felt(latest: Latest | None) -> Latest | None:
        if latest is None or latest.seq < state.jumped:
            return None
        age = ages.get(latest.seq)
        return latest if age is None else Latest(latest.seq, ShowInstant(now - age))

    return replace(
        state,
        last_go=felt(state.last_go),
        last_take_by_hand=felt(state.last_take_by_hand),
        last_automatic_take=felt(state.last_automatic_take),
    )
