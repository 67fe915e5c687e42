"""What is done if somebody does not come: whether it is one thing, and can be done."""

from collections.abc import Sequence

from ssc_console.agenda.explain import nearest
from ssc_console.agenda.problems import Findings, quoted
from ssc_console.agenda.tree import Entry
from ssc_console.show.rundown import Segment


def check_fallbacks(found: Findings, entries: Sequence[Entry], segments: Sequence[Segment]) -> None:
    """Notes fallbacks that no press could do.

    Args:
        entries: Of the segments, in the same order.
    """
    ids = [segment.id for segment in segments]
    for entry, segment in zip(entries, segments, strict=True):
        fallback: Entry | None = entry.values.get("fallback")
        if fallback is None:
            continue
        instead = fallback.values.get("segment")
        if instead is not None and "picture" in fallback.values:
            hint = "Delete one of them, or let a cue of that segment show the picture"
            found.add(
                "AG327", fallback.nodes["picture"], "A fallback is a picture or a segment, not both", hint
            )
        if instead is not None and (instead == segment.id or instead not in ids):
            own = instead == segment.id
            message = (
                f"{quoted(instead)} is this segment itself"
                if own
                else f"There is no segment {quoted(instead)}"
            )
            close = nearest(instead, [id_ for id_ in ids if id_ != segment.id])
            hint = f"Did you mean {quoted(close)}?" if close else "Write the `id:` of another segment"
            found.add("AG407", fallback.nodes["segment"], message, hint)
