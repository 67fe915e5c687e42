"""The cues of a segment or of the event: each hangs on a moment that its owner has, and says or does."""

from ssc_console.agenda.ids import SHOW, Ids
from ssc_console.agenda.problems import Findings
from ssc_console.agenda.tree import Entry
from ssc_console.show.rundown import DEFAULT_LEAD, Cue, Moment


def cues_of(found: Findings, ids: Ids, owner: Entry, segment: str | None) -> tuple[Cue, ...]:
    """The cues that an entry lists.

    Args:
        segment: The owner's id; None for the event.
    """
    entries: list[Entry] = owner.values.get("cues", [])
    cues = (_cue(found, ids, entry, segment, place) for place, entry in enumerate(entries, 1))
    return tuple(cue for cue in cues if cue is not None)


def _cue(found: Findings, ids: Ids, entry: Entry, segment: str | None, place: int) -> Cue | None:
    values = entry.values
    name = ids.of_cue(entry, segment or SHOW, place)
    if entry.nodes and not entry.has("say") and not entry.has("do"):
        hint = "Write `say:` and the words, or `do:` and what the console does"
        found.add("AG209", entry.node, "This cue says nothing and does nothing", hint)
    if "at" not in values:
        return None
    moment, offset = values["at"]
    if not _fits(found, entry, moment, segment):
        return None
    return Cue(
        id=name,
        segment=segment,
        moment=moment,
        offset=offset,
        lead=values.get("lead", DEFAULT_LEAD),
        auto=values.get("auto", False),
        say=values.get("say"),
        do=values.get("do", ()),
        to=values.get("to"),
        confirm=values.get("confirm", False),
    )


def _fits(found: Findings, entry: Entry, moment: Moment, segment: str | None) -> bool:
    """Whether a cue of this segment, or of the event (None), can hang on a moment."""
    if segment is None and moment is Moment.BEGIN:
        message = "A cue of the event can't hang on `begin`: the show has no intro to begin after"
        hint = "Write start, or move the cue to a segment"
    elif segment is not None and moment is Moment.HARD_OUT:
        message = "A cue of a segment can't hang on the hard out"
        hint = "Move it to the cues of `event:`, or write end"
    else:
        return True
    found.add("AG311", entry.nodes["at"], message, hint)
    return False
