"""An event in force with the show around it: what a report reads off, event by event."""

from collections.abc import Iterator
from typing import TypeVar

from ssc_console.show.apply import apply, pass_time
from ssc_console.show.events import Event
from ssc_console.show.history import History
from ssc_console.show.state import ShowState
from ssc_console.show.value import value


@value
class Passage:
    """An event that stayed in force.

    Attributes:
        before: The show at its instant, just before it; what came about by then without an event is noted.
        after: The show just after it.
    """

    before: ShowState
    event: Event
    after: ShowState


def passages(history: History) -> Iterator[Passage]:
    """The events in force, each with the show around it.

    Up to the first that was taken back the history's own states hold. From there on they are folded once
    more, by the same rules: a state can still hold what was taken back only after it.
    """
    live = history.live()
    state = history.state_after(next(live).seq)
    in_a_row = True
    for place, event in enumerate(live, 1):
        in_a_row = in_a_row and event.seq == place
        after = history.state_after(place) if in_a_row else apply(state, event)
        yield Passage(pass_time(state, event.at), event, after)
        state = after


F = TypeVar("F")


def facts(passages: tuple[Passage, ...], *kinds: type[F]) -> Iterator[tuple[Event, F]]:
    """The events of some kinds, each with its fact."""
    for each in passages:
        fact = each.event.fact
        if isinstance(fact, kinds):
            yield each.event, fact
