"""Whether a run is the show or only a rehearsal of it: when that is worth asking."""

from datetime import timedelta

from ssc_console.show.instants import to_wall
from ssc_console.show.state import ShowState

EARLY = timedelta(minutes=15)
"""A show that was started earlier than this before its time may only be a rehearsal."""


def early_by(state: ShowState) -> timedelta | None:
    """How early it was started, where that is so early that a person should say what it is; else None."""
    if state.is_rehearsal is not None or state.started is None or state.ended is not None:
        return None
    expected = to_wall(state.expected_start, state.wall_offset)
    early = expected - state.started.wall
    return early if early > EARLY else None
