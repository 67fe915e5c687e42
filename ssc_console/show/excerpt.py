"""A part of a rundown as a show of its own: one session, to be rehearsed by itself."""

from ssc_console.show.plan import planned_timeline
from ssc_console.show.rundown import EventInfo, Rundown
from ssc_console.show.value import replace


def sessions(rundown: Rundown) -> tuple[str, ...]:
    """The titles of its sessions, in planned order."""
    return tuple(
        dict.fromkeys(segment.session for segment in rundown.segments if segment.session is not None)
    )


def only_session(rundown: Rundown, session: str) -> Rundown:
    """The show of one session: from its planned start to its planned end, without the cues of the whole show.

    Args:
        session: One of `sessions`.

    Raises:
        ValueError: There is no such session.
    """
    times = planned_timeline(rundown)
    chosen = [
        (segment, planned)
        for segment, planned in zip(rundown.segments, times, strict=True)
        if segment.session == session
    ]
    if not chosen:
        raise ValueError(f"there is no session “{session}”")
    event: EventInfo = replace(
        rundown.event,
        title=f"{session} · {rundown.event.title}",
        start=chosen[0][1].planned_start,
        hard_out=chosen[-1][1].planned_end,
        cues=(),
    )
    return replace(rundown, event=event, segments=tuple(segment for segment, _ in chosen))
