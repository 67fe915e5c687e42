"""What was looked at before the show as lines of a panel: what needs somebody comes first."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ssc_console import timecode
from ssc_console.desk.facts_card import Fact, Tone
from ssc_console.desk.people_facts import presence_fact
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.show.commands import SeenCue
from ssc_console.show.figures import CueState
from ssc_console.show.rundown import Cue
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState, once_per_state

if TYPE_CHECKING:
    from ssc_console.preflight.item import Item  # the desk is painted before there are any

_TONES = {"good": Tone.FINE, "bad": Tone.WRONG}
_WHAT_CONFIRMS = (CueState.DONE, CueState.DISMISSED)


def check_facts(snapshot: Snapshot, plan: Sequence[Fact], items: "Sequence[Item]") -> tuple[Fact, ...]:
    """All lines of the check.

    Args:
        plan: What is known of the plan, to stand among what was looked at.
        items: What was found so far.
    """
    presence = presence_fact(snapshot)
    found = [*plan, *map(_fact, items), *([] if presence is None else [presence])]
    by_tone = {tone: [fact for fact in found if fact.tone is tone] for tone in Tone}
    # What was confirmed stays where it was: nothing moves under the pointer.
    return (
        *by_tone[Tone.WRONG],
        *_confirmations(snapshot),
        *by_tone[Tone.WATCH],
        *by_tone[Tone.FINE],
        *by_tone[Tone.PLAIN],
    )


def said_already(notes: Sequence[PlanNote], items: "Sequence[Item]") -> tuple[PlanNote, ...]:
    """The notes about a file that an item finds wrong, too: it says more, and once is enough."""
    files = [item.file for item in items if item.file and item.verdict.value == "bad"]
    return tuple(note for note in notes if any(_is_about(note, file) for file in files))


def _is_about(note: PlanNote, file: str) -> bool:
    """A note has the file's name in backticks, cut where it is long."""
    named = note.text.partition("`")[2].partition("`")[0]
    return named == file or (named.endswith("…") and file.startswith(named[:-1]))


def heading(facts: Sequence[Fact], *, looking: bool) -> str:
    """What stands over them, with what is still to be done."""
    wrong = sum(fact.tone is Tone.WRONG for fact in facts)
    open_ones = sum(fact.asks is not None for fact in facts)
    more = [
        f"{wrong} WRONG" if wrong else "",
        f"{open_ones} TO CONFIRM" if open_ones else "",
        "LOOKING …" if looking else "",
    ]
    told = [each for each in more if each]
    return " · ".join(("CHECK", *told)) if told else "CHECK BEFORE THE SHOW"


def _fact(item: "Item") -> Fact:
    tone = _TONES.get(item.verdict.value, Tone.WATCH)
    return Fact(item.what, item.words, tone, item.what_to_do)


def _confirmations(snapshot: Snapshot) -> Iterator[Fact]:
    """What a person has to confirm, with when that was done."""
    for cue in _to_confirm(snapshot.state):
        row = snapshot.cue(cue.id)
        if row.state not in _WHAT_CONFIRMS:
            yield Fact(cue.text, "", Tone.PLAIN, asks=SeenCue(cue.id, row.state.value))
            continue
        word = "" if row.state is CueState.DONE else "dismissed "
        at = row.marked_at
        when = "" if at is None else timecode.hour_minute(at, snapshot.rundown.event.timezone)
        yield Fact(cue.text, f"{word}{when}", Tone.FINE if not word else Tone.WATCH)


@once_per_state
def _to_confirm(state: ShowState) -> tuple[Cue, ...]:
    return tuple(cue for cue in state.rundown.cues() if cue.confirm)
