"""Which words stand in the script, so that none is ever replaced under the eyes that read it.

While the moderator introduces a segment its words stay where they are. Once the speaker's clock runs, the
next one's words come up below. Only when nobody can be reading any more do the old ones go.
"""

from collections.abc import Sequence
from datetime import timedelta

from ssc_console.desk.billing import called
from ssc_console.show.figures import OnAirFigures
from ssc_console.show.instants import ZERO
from ssc_console.show.media import MediaState
from ssc_console.show.rundown import Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

READ_BY_NOW = timedelta(seconds=8)
"""So long after the speaker's clock has begun, the introduction has been read to its end."""

LOST = (
    "We have a small difficulty with this video, and thank you for your patience. "
    "While our colleagues look into it, let us go on."
)
"""What the moderator can say when a video does not play."""


@value
class Passage:
    """The words for one segment.

    Attributes:
        heading: What they are for.
        is_past: They have been read.
    """

    segment: str
    heading: str
    words: str
    is_past: bool


def passages(shown: Sequence[str], snapshot: Snapshot) -> tuple[Passage, ...]:
    """What stands in the script now.

    Args:
        shown: Ids of the segments whose words stand there so far, from the top.
    """
    on_air = snapshot.on_air
    wanted = _wanted(shown, snapshot)
    current = on_air.segment.id if on_air else None
    made = (
        [Passage(current, "THE VIDEO DOES NOT PLAY", LOST, False)] if current and _is_lost(snapshot) else []
    )
    for segment_id in wanted:
        segment = snapshot.segment(segment_id)
        if segment.script:
            past = _is_past(segment_id, current, wanted, on_air)
            name = called(segment, snapshot.rundown)
            heading = (
                f"READ · {name}"
                if past and segment_id != current
                else _heading(segment_id, current, name, snapshot)
            )
            made.append(Passage(segment_id, heading, segment.script.strip(), past))
    return tuple(made)


def _is_lost(snapshot: Snapshot) -> bool:
    airing = snapshot.state.airing
    return (
        airing is not None and airing.media is not None and airing.media.observation.state is MediaState.LOST
    )


def _wanted(shown: Sequence[str], snapshot: Snapshot) -> list[str]:
    on_air, following = snapshot.on_air, snapshot.next
    after = [following.segment.id] if following is not None else []
    if on_air is None:
        return after
    current = on_air.segment.id
    if on_air.begun_at is None:
        # What has just been read out stays above it: the words that are being read do not jump.
        place = shown.index(current) if current in shown else len(shown)
        return [*(one for one in shown[max(0, place - 1) : place] if one in snapshot.order), current]
    if on_air.intro > ZERO and on_air.elapsed < READ_BY_NOW and current in shown:
        kept = list(shown[: shown.index(current) + 1])
        return [*(one for one in kept if one in snapshot.order and one not in after), *after]
    return [current, *after]


def _is_past(segment: str, current: str | None, wanted: list[str], on_air: OnAirFigures | None) -> bool:
    if current is None or current not in wanted:
        return False
    if wanted.index(segment) != wanted.index(current):
        return wanted.index(segment) < wanted.index(current)
    # An introduction is over once the clock runs; the words of a segment without one are read all along.
    return on_air is not None and on_air.intro > ZERO and on_air.elapsed >= READ_BY_NOW


def _heading(segment: str, current: str | None, name: str, snapshot: Snapshot) -> str:
    if segment == current:
        return f"SCRIPT · {name}"
    before = _written_to_follow(segment, snapshot)
    if before is None or current is None or before.id == current:
        return f"FOR THE NEXT · {name}"
    # Words often thank who spoke before: where that is somebody else by now, the moderator has to know.
    return f"FOR THE NEXT · {name} · written to follow {called(before, snapshot.rundown)}"


def _written_to_follow(segment: str, snapshot: Snapshot) -> Segment | None:
    """What stands before it in the agenda; None: it is the first there, or was put in."""
    ids = list(snapshot.rundown.by_id)
    place = ids.index(segment) if segment in snapshot.rundown.by_id else 0
    return snapshot.rundown.by_id[ids[place - 1]] if place else None
