"""A run's events with the state after each: the fold, and undo as a look-up.

Nothing is rewritten. An undo is one more event; the state after it is folded from where the command that
it takes back began, over what is still in force. `apply` never sees an undo.
"""

from collections.abc import Iterable, Iterator

from ssc_console.show import memory
from ssc_console.show.airtime import automatic_take_at
from ssc_console.show.apply import apply, opened, pass_time
from ssc_console.show.events import CueFired, Event, Redone, Undone
from ssc_console.show.state import ShowState, Step
from ssc_console.show.value import replace

_FOLDS = (apply, pass_time)
"""What is still asked of a state that is not the latest any more: a report reads it."""


class History:
    """The events of one run so far, in order, and the state after each.

    It grows at its end and is never changed behind it. The session that owns a run holds it; recovery,
    replay and scrubbing make their own from the same events.
    """

    def __init__(self, opening: Event) -> None:
        self._events: list[Event] = [opening]
        self._states: list[ShowState] = [opened(opening)]
        self._taken_back: set[int] = set()

    @classmethod
    def of(cls, events: Iterable[Event]) -> "History":
        """The history that these events make; the first is the opening of the run."""
        stream = iter(events)
        history = cls(next(stream))
        for event in stream:
            history.append(event)
        return history

    @property
    def state(self) -> ShowState:
        """The state after the latest event."""
        return self._states[-1]

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in order."""
        return tuple(self._events)

    def state_after(self, seq: int) -> ShowState:
        """The state after the event with that sequence number."""
        return self._states[seq]

    def append(self, event: Event) -> ShowState:
        """Take up the next event; the state after it.

        Raises:
            ValueError: It is not the next one.
        """
        if event.seq != len(self._events):
            raise ValueError(f"event {event.seq} can't follow event {len(self._events) - 1}")
        if isinstance(event.fact, Undone | Redone):
            state = self._take_back_or_restore(event, event.fact)
        else:
            state = apply(self.state, event)
        self.state.forget(*_FOLDS)
        self._events.append(event)
        self._states.append(state)
        return state

    def live(self) -> Iterator[Event]:
        """The events that are in force: without what was taken back, and without the taking back."""
        return self._in_force(self._events)

    def _take_back_or_restore(self, event: Event, fact: Undone | Redone) -> ShowState:
        now = pass_time(self.state, event.at)
        if isinstance(fact, Undone):
            self._taken_back.add(fact.target)
            undone: tuple[Step, ...] = (*now.undone, now.chain[-1])
        else:
            self._taken_back.discard(fact.target)
            undone = now.undone[:-1]
        first = next(each.seq for each in self._events if each.command == fact.target)
        state = self._states[first - 1]
        for each in self._in_force(self._events[first:]):
            state = apply(state, each)
        return _as_of_the_undo(state, event, now, undone)

    def _in_force(self, events: Iterable[Event]) -> Iterator[Event]:
        gone = {each.seq for each in self._events if each.command in self._taken_back}
        for each in events:
            fact = each.fact
            if each.seq in gone or isinstance(fact, Undone | Redone):
                continue
            # A cue that fired by itself at a moment that never was has not fired.
            if isinstance(fact, CueFired) and fact.automatic and fact.moment in gone:
                continue
            yield each


def _as_of_the_undo(state: ShowState, event: Event, now: ShowState, undone: tuple[Step, ...]) -> ShowState:
    """The refolded state at the instant of the undo: what is due by now waits for a person."""
    state = memory.let_wait(pass_time(state, event.at))
    waiting = now.waiting
    take = automatic_take_at(state, if_not_held=True)
    if take is not None and take <= event.at and state.airing is not None:
        waiting |= {state.airing.id}
    return replace(
        state,
        at=event.at,
        wall_offset=event.wall_offset,
        revision=event.seq,
        last_command=event.command,
        undone=undone,
        waiting=waiting,
    )
