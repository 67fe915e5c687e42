"""The launch of a publication: what is launched, and the steps that the agenda does not list itself."""

from collections.abc import Sequence
from datetime import timedelta

from ssc_console.agenda.ids import Ids
from ssc_console.agenda.tree import Entry
from ssc_console.show.actions import LAUNCH_STEPS, Verb, readable
from ssc_console.show.instants import ZERO
from ssc_console.show.rundown import Cue, Moment, Publication

_STEPS: dict[Verb, tuple[Moment, timedelta, str, str]] = {
    Verb.LAUNCH_COVERED: (Moment.START, ZERO, "Show the publication, still covered", "programme"),
    Verb.LAUNCH_COUNT: (Moment.BEGIN, ZERO, "Count down from 5", "moderator"),
    Verb.LAUNCH_REVEAL: (Moment.BEGIN, timedelta(seconds=5), "Reveal the cover", "programme"),
    Verb.LAUNCH_LINK: (Moment.BEGIN, timedelta(seconds=20), "Show the link", "programme"),
    Verb.LAUNCH_PHOTOS: (Moment.BEGIN, timedelta(seconds=60), "Everybody's cameras are on", "producer"),
    Verb.LAUNCH_SHOT: (Moment.BEGIN, timedelta(seconds=75), "Photo: 3, 2, 1", "moderator"),
    Verb.LAUNCH_DONE: (Moment.END, timedelta(seconds=-20), "The launch is done", "programme"),
}
"""When each step is due where the agenda does not say, and its words."""


def publication_of(entry: Entry) -> Publication | None:
    """What a segment launches; None: nothing, or it has no title."""
    given: Entry | None = entry.values.get("publication")
    if given is None or "title" not in given.values:
        return None
    return Publication(**given.values)


def launch_cues(
    ids: Ids, segment: str, publication: Publication | None, cues: Sequence[Cue]
) -> tuple[Cue, ...]:
    """A cue for each step of a launch that none of the segment's own cues performs, in order."""
    if publication is None:
        return ()
    listed = {action.verb for cue in cues for action in readable(cue.do)}
    steps = [step for step in LAUNCH_STEPS if step not in listed]
    if publication.link is None and Verb.LAUNCH_LINK in steps:
        steps.remove(Verb.LAUNCH_LINK)
    return tuple(_cue(ids, segment, step) for step in steps)


def _cue(ids: Ids, segment: str, step: Verb) -> Cue:
    moment, offset, say, to = _STEPS[step]
    return Cue(
        id=ids.made_for(f"{segment}/{step.value.removeprefix('launch ')}"),
        segment=segment,
        moment=moment,
        offset=offset,
        auto=step is Verb.LAUNCH_COVERED,
        say=say,
        do=(step.value,),
        to=to,
    )
