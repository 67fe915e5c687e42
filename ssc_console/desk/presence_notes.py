"""Where the people of a segment stand, as a word beside its row of the rundown."""

from collections.abc import Mapping

from ssc_console.desk.rundown_rows import Note, Tone
from ssc_console.look.shapes import Shape
from ssc_console.show.green_room import not_ready, plays
from ssc_console.show.presence import Readiness
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.timeline import timeline

_WORST_FIRST = (Readiness.DROPPED, Readiness.ABSENT, Readiness.HERE, Readiness.CHECKED)
NOTES = {
    Readiness.ABSENT: Note("not here", Tone.DIM, Shape.MINUS),
    Readiness.HERE: Note("here", Tone.AMBER, Shape.HALF_DISC),
    Readiness.CHECKED: Note("sound", Tone.AMBER, Shape.HALF_DISC),
    Readiness.READY: Note("ready", Tone.GREEN, Shape.CHECK),
    Readiness.DROPPED: Note("dropped", Tone.RED, Shape.CROSS),
}


def segment_notes(snapshot: Snapshot) -> Mapping[str, Note]:
    """Of each segment that is still to come and waits for somebody, the one who is least ready.

    None at all where nobody was marked in this run.
    """
    state = snapshot.state
    if not state.people:
        return {}
    notes = {}
    for id_ in timeline(state).pending:
        if state.segments[id_].speakers and not plays(state.segments[id_]):
            gone = [state.readiness(person) for person in not_ready(state, id_)]
            notes[id_] = NOTES[min(gone, key=_WORST_FIRST.index, default=Readiness.READY)]
    missing = snapshot.missing
    if missing is not None and missing.segment in notes and notes[missing.segment].word == "not here":
        notes[missing.segment] = Note("not here", Tone.RED, Shape.CROSS)
    return notes
