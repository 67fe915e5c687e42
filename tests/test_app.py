"""What the modes are put together with."""

from ssc_console.app import put_away_what_is_past
from ssc_console.clock import ScriptedClock
from ssc_console.session import Session
from ssc_console.show.commands import Take
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import cue, instant, rundown, segment


def test_a_rehearsal_that_begins_in_the_middle_is_not_called_to_the_beginning():
    of = rundown(
        segment("a"),
        segment("b", cues=(cue("b/1", "start"),)),
        cues=(cue("show/1", "25:00 before start"), cue("show/2", "1:00 before hard out")),
    )
    show = Session(of, ScriptedClock(ShowInstant(instant("10:35:00"))), by="test")
    show.ask(Take("b"))
    put_away_what_is_past(show)
    snapshot = show.snapshot()
    states = {id_: snapshot.cue(id_).state for id_ in snapshot.state.cues}
    assert states == {"show/1": CueState.DISMISSED, "show/2": CueState.PENDING, "b/1": CueState.DUE}
