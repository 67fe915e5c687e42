"""A playbook: a test reads as a screenplay. Times of day are Bangkok's on 14 September 2020."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from ssc_console.show import commands as c
from ssc_console.show.engine import decide, open_run, tick
from ssc_console.show.events import Event
from ssc_console.show.figures import OnAirFigures
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.rundown import Cue, EventInfo, Kind, Moment, Rundown, Segment
from ssc_console.show.snapshot import Snapshot

BANGKOK = timezone(timedelta(hours=7))


def span(text: str) -> timedelta:
    """``5:00``, ``1:05:00``, ``-0:30``, ``1.5`` seconds."""
    sign = -1 if text.startswith("-") else 1
    total = 0.0
    for part in text.lstrip("-+").split(":"):
        total = total * 60 + float(part)
    return sign * timedelta(milliseconds=round(total * 1000))


def instant(text: str) -> datetime:
    """``10:30``, ``10:30:05``, ``10:30:05.250``."""
    start = datetime(2020, 9, 14, tzinfo=BANGKOK) + span(text if text.count(":") > 1 else text + ":00")
    return start.astimezone(UTC)


def wall(text: str) -> WallInstant:
    """A wall instant."""
    return WallInstant(instant(text))


def segment(id_: str, duration: str | None = "5:00", **given: object) -> Segment:
    """A segment; `intro`, `min_duration`, thresholds as text, `cues` as made by `cue`."""
    spans = {
        name: span(str(value))
        for name, value in given.items()
        if name in ("intro", "warning", "wrap_up", "min_duration")
    }
    walls = {name: wall(str(value)) for name, value in given.items() if name in ("until", "fixed_start")}
    rest = {name: value for name, value in given.items() if name not in spans and name not in walls}
    made = {"title": id_.title(), **rest, **spans, **walls}
    made["kind"] = Kind(str(made.get("kind", "other")))
    return Segment(id=id_, duration=None if duration is None else span(duration), **made)  # type: ignore[arg-type]


def cue(
    id_: str, at: str, *, auto: bool = False, lead: str = "10", do: Sequence[str] = (), confirm: bool = False
) -> Cue:
    """A cue such as ``cue("a/1", "1:00 before end")``; its segment is what stands before the slash."""
    owner, _, _ = id_.partition("/")
    when, _, moment = at.rpartition(" before ")
    sign = -1
    if not moment or not when:
        when, _, moment = at.rpartition(" after ")
        sign = 1
    offset = sign * span(when) if when else timedelta()
    return Cue(
        id=id_,
        segment=None if owner == "show" else owner,
        moment=Moment(moment or at),
        offset=offset,
        auto=auto,
        lead=span(lead),
        say=id_,
        do=tuple(do),
        confirm=confirm,
    )


def rundown(
    *segments: Segment, start: str = "10:30", end: str = "11:30", cues: Sequence[Cue] = ()
) -> Rundown:
    """A rundown of the 14th of September."""
    event = EventInfo(
        title="A show", timezone="Asia/Bangkok", start=wall(start), hard_out=wall(end), cues=tuple(cues)
    )
    return Rundown(event=event, segments=segments)


class Playbook:
    """One show, performed line by line."""

    def __init__(self, of: Rundown, opened: str = "10:29:00") -> None:
        self.now = ShowInstant(instant(opened))
        self.history = History(open_run(of, self.now, "test"))
        self.offset = timedelta()

    def at(self, text: str) -> "Playbook":
        """Let time pass up to then: what falls due happens."""
        self.now = ShowInstant(instant(text))
        self._take_up(tick(self.history.state, self.now))
        return self

    def do(self, command: c.Command | c.Report, seen: c.Seen | None = None) -> "Playbook":
        """Ask for something now.

        Raises:
            Refused: The engine's answer.
        """
        self._take_up(decide(self.history.state, c.Request(command, "test", seen), self.now))
        return self

    def refusal(self, command: c.Command, seen: c.Seen | None = None) -> str:
        """Why a command is refused now; it must be, and it must change nothing."""
        before = self.history.state
        try:
            decide(before, c.Request(command, "test", seen), self.now)
        except c.Refused as refused:
            assert self.history.state is before
            return str(refused)
        raise AssertionError(f"{command} was not refused")

    def playing(self, position: str, length: str) -> "Playbook":
        """The player reports: playing at `position` of `length`."""
        return self.do(c.ObserveMedia(Observation(MediaState.PLAYING, span(position), span(length))))

    def paused(self, position: str, length: str) -> "Playbook":
        """The player reports: paused."""
        return self.do(c.ObserveMedia(Observation(MediaState.PAUSED, span(position), span(length))))

    def ended(self) -> "Playbook":
        """The player reports: ended."""
        return self.do(c.ObserveMedia(Observation(MediaState.ENDED)))

    def lost(self) -> "Playbook":
        """The player reports: lost."""
        return self.do(c.ObserveMedia(Observation(MediaState.LOST)))

    def wall_stepped(self, by: str) -> "Playbook":
        """The wall clock is stepped."""
        self.offset += span(by)
        return self.do(c.NoticeWallStep(self.offset))

    def _take_up(self, events: Sequence[Event]) -> None:
        for event in events:
            self.history.append(event)

    @property
    def show(self) -> Snapshot:
        """The show as it is now."""
        return Snapshot(self.history.state, self.now)

    @property
    def on_air(self) -> OnAirFigures:
        """The figures of what is on air; something must be."""
        figures = self.show.on_air
        assert figures is not None
        return figures

    @property
    def on_air_id(self) -> str | None:
        """What is on air."""
        return None if self.show.on_air is None else self.show.on_air.segment.id

    def cue(self, id_: str) -> str:
        """The state of a cue."""
        return self.show.cue(id_).state.value

    def due(self, id_: str) -> datetime | None:
        """When a cue is due."""
        return self.show.cue(id_).due_at

    def state(self, id_: str) -> str:
        """The state of a segment."""
        return self.show.row(id_).state.value

    def facts(self) -> list[str]:
        """The names of what has happened, without the opening."""
        return [type(event.fact).__name__ for event in self.history.events[1:]]
