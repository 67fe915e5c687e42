"""What a command would make of the show, without giving it: the engine's own answer, kept nowhere."""

from ssc_console.show.apply import apply
from ssc_console.show.commands import Command, Redo, Refused, Request, Reset, Undo
from ssc_console.show.engine import decide
from ssc_console.show.instants import ShowInstant
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState


def effect(state: ShowState, command: Command, now: ShowInstant) -> Snapshot:
    """The show at `now` if the command were obeyed.

    Raises:
        Refused: It would not be.
        TypeError: It is about the past: an undo, a redo, or a new run. A state does not know what it was.
    """
    if isinstance(command, Undo | Redo | Reset):
        raise TypeError("what a state was before is not in it")
    for event in decide(state, Request(command, "nobody"), now):
        state = apply(state, event)
    return Snapshot(state, now)


def would_be(snapshot: Snapshot, command: Command) -> Snapshot | None:
    """The same for what is seen; None: the command would be refused."""
    try:
        return effect(snapshot.state, command, snapshot.now)
    except Refused:
        return None
