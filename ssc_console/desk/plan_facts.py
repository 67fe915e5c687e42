"""What is known of the plan before the show, as facts for a panel."""

from collections.abc import Sequence
from itertools import islice

from ssc_console import timecode
from ssc_console.desk.billing import called
from ssc_console.desk.facts_card import Fact, Tone
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.verdict import spare
from ssc_console.show.figures import SegmentState
from ssc_console.show.green_room import plays
from ssc_console.show.instants import ZERO
from ssc_console.show.rundown import Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState, once_per_state


def plan_facts(
    snapshot: Snapshot, notes: Sequence[PlanNote], said: Sequence[PlanNote] = ()
) -> tuple[Fact, ...]:
    """Whether the plan fits, and what is known to be wrong with it: what is wrong comes first.

    Args:
        said: Those of the notes that another line says already.
    """
    event = snapshot.rundown.event
    unsaid = [note for note in notes if note not in said]
    wrong = tuple(_wrong(note) for note in sorted(unsaid, key=lambda note: not note.grave))
    zone = event.timezone
    return (
        _fits(snapshot),
        *wrong,
        *(() if notes else (Fact("The agenda", "no warnings", Tone.FINE),)),
        Fact("Ends", timecode.hour_minute(snapshot.projected_end, zone)),
        Fact("Hard out", timecode.hour_minute(event.hard_out, zone)),
        *_what_there_is(snapshot.state),
    )


def _fits(snapshot: Snapshot) -> Fact:
    """To the second as long as it stands; roughly, once it runs out because the show has not begun."""
    left, waits = spare(snapshot), snapshot.to_start < ZERO
    if left >= ZERO:
        words = timecode.roughly(left) if waits else timecode.span(left)
        return Fact("Fits before the hard out", f"{words} spare", Tone.FINE)
    words = timecode.roughly(-left, up=True) if waits else timecode.span(-left)
    return Fact("Does not fit", f"{words} too long", Tone.WRONG)


@once_per_state
def _what_there_is(state: ShowState) -> tuple[Fact, ...]:
    sessions = {segment.session for segment in state.rundown.segments if segment.session}
    videos = sum(1 for segment in state.rundown.segments if segment.media)
    items = str(len(state.order.ids))
    if sessions:
        items += f" in {len(sessions)} session{'s' if len(sessions) > 1 else ''}"
    return (Fact("Items", items), *((Fact("Videos to play", str(videos)),) if videos else ()))


def _wrong(note: PlanNote) -> Fact:
    """What is wrong, and below it the file or the words that it is about."""
    what, _, about = note.text.partition("`")
    tone = Tone.WRONG if note.grave else Tone.WATCH
    return Fact(what.strip(), "", tone, about.replace("`", ""))


def first_words(snapshot: Snapshot) -> str:
    """Who begins, and who is next, in one line; with the time of day there is where they sit."""
    rows = (snapshot.row(one) for one in snapshot.order)
    coming = islice((row.segment for row in rows if row.state is SegmentState.PENDING), 2)
    return " · then ".join(_who_and_where(snapshot, each) for each in coming) or "nothing is left to start"


def _who_and_where(snapshot: Snapshot, segment: Segment) -> str:
    name = called(segment, snapshot.rundown)
    if plays(segment) or len(segment.speakers) != 1:
        return name
    person, home = snapshot.rundown.people[segment.speakers[0]], snapshot.rundown.event.timezone
    there = timecode.local_time(snapshot.wall_now, person.timezone or home, home)
    return name if there is None else f"{name}, where it is {there.rpartition(' in ')[0]}"
