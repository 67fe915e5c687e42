"""A show on a stage: the real engine, driven by hand, for tests of what people see."""

from datetime import UTC, datetime, timedelta

from ssc_console.show.commands import Command, Report, Request
from ssc_console.show.engine import decide, open_run, tick
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.rundown import Cue, EventInfo, Kind, Moment, Person, Rundown, Segment
from ssc_console.show.snapshot import Snapshot, snapshot

HALF_PAST_TEN = datetime(2020, 9, 14, 3, 30, tzinfo=UTC)
"""10:30 in Bangkok, where the show is."""


def minutes(text: str) -> timedelta:
    """A span from ``m:ss``, perhaps with a minus."""
    whole, seconds = text.lstrip("-").split(":")
    length = timedelta(minutes=int(whole), seconds=int(seconds))
    return -length if text.startswith("-") else length


def at(text: str) -> WallInstant:
    """So long after half past ten."""
    return WallInstant(HALF_PAST_TEN + minutes(text))


def an_hour(*segments: Segment, cues: tuple[Cue, ...] = (), people: tuple[Person, ...] = ()) -> Rundown:
    """A rundown from 10:30 to 11:30 in Bangkok."""
    event = EventInfo(
        title="Commemoration", timezone="Asia/Bangkok", start=at("0:00"), hard_out=at("60:00"), cues=cues
    )
    return Rundown(event=event, segments=segments, people={person.id: person for person in people})


CHEDIEK = Person(id="chediek", name="Mr Jorge Chediek", organisation="UNOSSC", timezone="America/New_York")
ZAHEDI = Person(id="zahedi", name="Mr Kaveh Zahedi", organisation="UNESCAP")


def usual() -> Rundown:
    """Two sessions of three items each, and a few cues."""
    name = Cue(id="address/name", segment="address", moment=Moment.BEGIN, say="Lower third", to="programme")
    ask = Cue(id="video/ask", segment="video", moment=Moment.START, offset=minutes("-1:00"), say="Video next")
    ready = Cue(
        id="launch/ready", segment="launch", moment=Moment.START, offset=minutes("-2:00"), do=("curtain",)
    )
    recording = Cue(
        id="show/recording",
        segment=None,
        moment=Moment.START,
        offset=minutes("-1:00"),
        say="Recording on?",
        to="tech",
    )
    return an_hour(
        Segment(id="welcome", title="Welcome", session="Opening", duration=minutes("1:30")),
        Segment(
            id="address",
            title="Address",
            session="Opening",
            kind=Kind.ADDRESS,
            speakers=("chediek",),
            duration=minutes("5:00"),
            intro=minutes("0:20"),
            cues=(name,),
        ),
        Segment(
            id="video",
            title="Video",
            session="Opening",
            kind=Kind.VIDEO,
            duration=minutes("3:04"),
            cues=(ask,),
        ),
        Segment(
            id="remarks", title="Remarks", session="Launch", speakers=("zahedi",), duration=minutes("5:00")
        ),
        Segment(
            id="launch",
            title="Launch",
            session="Launch",
            kind=Kind.LAUNCH,
            duration=minutes("4:00"),
            cues=(ready,),
        ),
        Segment(id="closing", title="Closing", session="Launch", duration=minutes("3:00")),
        cues=(recording,),
        people=(CHEDIEK, ZAHEDI),
    )


def many(count: int) -> Rundown:
    """So many items of a minute each, with a cue each, in sessions of fifty."""
    return Rundown(
        event=EventInfo(
            title="Marathon",
            timezone="Asia/Bangkok",
            start=at("0:00"),
            hard_out=WallInstant(at("60:00") + timedelta(minutes=count)),
        ),
        segments=tuple(
            Segment(
                id=f"s{number}",
                title=f"Item {number}",
                session=f"Part {number // 50}",
                duration=minutes("1:00"),
                cues=(
                    Cue(id=f"s{number}/1", segment=f"s{number}", moment=Moment.START, say=f"Cue {number}"),
                ),
            )
            for number in range(count)
        ),
    )


class Stage:
    """A run of a show, at a time that the test sets."""

    def __init__(self, rundown: Rundown | None = None, opened: str = "-30:00") -> None:
        self.now = ShowInstant(at(opened))
        self.history = History(open_run(rundown or usual(), self.now, "desk"))

    def at(self, text: str) -> "Stage":
        """It is so long after half past ten."""
        self.now = ShowInstant(at(text))
        for event in tick(self.history.state, self.now):
            self.history.append(event)
        return self

    def do(self, *commands: Command | Report, by: str = "desk") -> "Stage":
        """These are asked for now, and must not be refused."""
        for command in commands:
            for event in decide(self.history.state, Request(command, by), self.now):
                self.history.append(event)
        return self

    @property
    def seen(self) -> Snapshot:
        """What there is to see."""
        return snapshot(self.history.state, self.now)
