"""Small random shows, and what is done to them: what the properties are tried on."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.agenda_reload import difference, takable
from ssc_console.show.cuts import Goal
from ssc_console.show.engine import decide, open_run, tick
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Cue, EventInfo, Kind, Moment, Person, Rundown, Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState
from ssc_console.show.value import replace, value
from tests.show.playbook import instant

START = WallInstant(instant("10:30:00"))
IDS = ("a", "b", "d", "e")


def ms(count: int) -> timedelta:
    return timedelta(milliseconds=count)


SPANS = st.sampled_from([0, 500, 1000, 5000, 10_000, 20_000, 31_500, 60_000]).map(ms)
OFFSETS = st.sampled_from([-70_000, -10_000, -1000, 0, 0, 1000, 15_000]).map(ms)
PAUSES = st.sampled_from([0, 1, 250, 700, 1000, 1001, 3000, 5000, 9_999, 20_000, 61_000]).map(ms)


@st.composite
def _cues(draw: st.DrawFn, owner: str, segment: str | None, moments: Sequence[Moment], auto: bool) -> Any:
    return tuple(
        Cue(
            id=f"{owner}/{number}",
            segment=segment,
            moment=draw(st.sampled_from(moments)),
            offset=draw(OFFSETS),
            lead=draw(st.sampled_from([ms(0), ms(10_000)])),
            auto=auto and draw(st.booleans()),
            say="x",
        )
        for number in range(draw(st.integers(0, 2)))
    )


@st.composite
def rundowns(draw: st.DrawFn, *, auto: bool = True) -> Rundown:
    """One to four segments of at most a minute, some with intros, fixed starts, `until`, cues."""
    segments = []
    for number, id_ in enumerate(IDS[: draw(st.integers(1, 4))]):
        until = draw(st.sampled_from([False, False, False, True]))
        fixed = draw(st.sampled_from([None, None, None, 15_000, 80_000]))
        segments.append(
            Segment(
                id=id_,
                title=id_.upper(),
                kind=draw(st.sampled_from([Kind.OTHER, Kind.VIDEO])),
                duration=None if until else draw(SPANS),
                until=WallInstant(START + ms(40_000) * (number + 1)) if until else None,
                intro=ms(0) if until else draw(st.sampled_from([0, 0, 5000, 12_000]).map(ms)),
                fixed_start=None if fixed is None else WallInstant(START + ms(fixed) * number),
                auto_advance=auto and draw(st.booleans()),
                min_duration=draw(st.sampled_from([None, None, ms(0), ms(9500)])),
                priority=draw(st.sampled_from([5, 5, 1, 9])),
                may_skip=draw(st.booleans()),
                speakers=draw(st.sampled_from([(), ("p",), ("p", "q")])),
                cues=draw(_cues(id_, id_, (Moment.START, Moment.BEGIN, Moment.END), auto)),
            )
        )
    event = EventInfo(
        title="A show",
        timezone="Asia/Bangkok",
        start=START,
        hard_out=WallInstant(START + draw(st.sampled_from([180_000, 180_000, 60_000]).map(ms))),
        cues=draw(_cues("show", None, (Moment.START, Moment.END, Moment.HARD_OUT), auto)),
        wrap_up=draw(st.sampled_from([None, ms(5000)])),
        wrap_up_message="wrap up" if auto and draw(st.booleans()) else None,
    )
    people = {id_: Person(id=id_, name=id_.upper()) for id_ in ("p", "q")}
    return Rundown(event=event, segments=tuple(segments), people=people)


@value
class Act:
    """So long after the act before it, something is asked for."""

    pause: timedelta
    command: Any


@value
class Save:
    """The agenda's file is saved like this, and of what is different by then every so many-th is taken."""

    file: Rundown
    every: int = 1

    def command(self, state: ShowState) -> c.Reload:
        """The command that it comes to."""
        found = difference(state, self.file)
        return c.Reload(found, tuple(change.name for change in takable(state, found)[:: self.every]))


_SEGMENTS = st.sampled_from([*IDS, "x"])
_CUES = st.sampled_from([f"{owner}/{number}" for owner in (*IDS, "show") for number in (0, 1)])
_SIGNED = st.sampled_from([-61_000, -10_000, -1000, 0, 1000, 20_000]).map(ms)
_LENGTHS = st.sampled_from([(0, 20_000), (0, 1000), (5000, 30_000), (7500, 7500)])


def _observation(state: MediaState, place: tuple[int, int]) -> c.ObserveMedia:
    if state in (MediaState.ENDED, MediaState.LOST):
        return c.ObserveMedia(Observation(state))
    return c.ObserveMedia(Observation(state, ms(place[0]), ms(place[1])))


CHAIN = st.one_of(
    st.sampled_from([c.Start(), c.Begin(), c.Advance(), c.Back(), c.Hold(), c.Resume(), c.End()]),
    st.sampled_from([c.Advance(), c.Hold(), c.Resume()]),
    st.builds(c.Take, _SEGMENTS),
    st.builds(c.Add, _SIGNED, st.one_of(st.none(), _SEGMENTS)),
    st.builds(c.Retime, _SEGMENTS, SPANS),
    st.builds(c.Skip, _SEGMENTS),
    st.builds(c.Restore, _SEGMENTS),
    st.builds(c.Move, _SEGMENTS, st.one_of(st.none(), _SEGMENTS)),
    st.builds(c.CatchUp, st.sampled_from(list(Goal)), st.sampled_from([(), (), ("b",)])),
    st.builds(c.Insert, st.just("X"), SPANS, _SEGMENTS),
    st.builds(c.Postpone, st.sampled_from([WallInstant(START + ms(30_000)), START])),
)
ASIDE = st.one_of(
    st.builds(c.Go, _CUES),
    st.builds(c.Standby, _CUES),
    st.builds(c.Dismiss, _CUES),
    st.builds(c.Rearm, _CUES),
    st.builds(c.SendMessage, st.just("x")),
    st.sampled_from([c.ClearMessage(), c.Flash()]),
    st.builds(c.MarkPerson, st.sampled_from(["p", "q", "x"]), st.sampled_from(list(Readiness))),
    st.builds(_observation, st.sampled_from(list(MediaState)), _LENGTHS),
    st.builds(c.NoticeWallStep, st.sampled_from([-5000, 0, 400, 30_000]).map(ms)),
)
SAVES = st.builds(Save, rundowns(auto=False), st.integers(1, 3))
UNDOING = st.sampled_from([c.Undo(), c.Redo()])


def acts(*, undo: bool = True, most: int = 12, saves: bool = True) -> st.SearchStrategy[list[Act]]:
    """What is done in a show, mostly from its start on; `saves`: to its file, too."""
    asked = st.one_of(CHAIN, CHAIN, ASIDE, *([UNDOING] if undo else []), *([SAVES] if saves else []))
    rest = st.lists(st.builds(Act, PAUSES, asked), max_size=most)
    first = st.lists(st.builds(Act, PAUSES, st.just(c.Start())), max_size=1)
    return st.builds(lambda head, tail: head + tail, first, rest)


class Run:
    """A show on which acts are performed as a session would: settle, then ask."""

    def __init__(self, of: Rundown, opened: ShowInstant | None = None) -> None:
        self.now = opened or ShowInstant(START - ms(20_000))
        self.history = History(open_run(of, self.now, "test"))

    def perform(self, *given: Act, look: Callable[["Run", timedelta], None] | None = None) -> "Run":
        """Perform acts; `look` is called before each with how long it is until then."""
        for act in given:
            if look is not None:
                look(self, act.pause)
            self.now = ShowInstant(self.now + act.pause)
            self.ask(act.command)
        return self

    def look(self, at: ShowInstant) -> None:
        """Let what fell due by then happen."""
        for event in tick(self.history.state, at):
            self.history.append(event)

    def ask(self, command: Any) -> bool:
        """Ask for something now; whether it was obeyed."""
        self.look(self.now)
        if isinstance(command, Save):
            command = command.command(self.history.state)
        try:
            events = decide(self.history.state, c.Request(command, "test"), self.now)
        except c.Refused:
            return False
        for event in events:
            self.history.append(event)
        return True

    def later(self, pause: timedelta) -> "Run":
        """Let time pass."""
        self.now = ShowInstant(self.now + pause)
        self.look(self.now)
        return self

    @property
    def show(self) -> Snapshot:
        """The show as it is now."""
        return Snapshot(self.history.state, self.now)


def figures(show: Snapshot) -> dict[str, Any]:
    """Every figure but the revision and what can be redone."""
    undo = show.can_undo
    return {
        "status": show.status,
        "now": show.wall_now,
        "on_air": show.on_air,
        "next": None if show.next is None else show.next.segment.id,
        "ends": (show.planned_end, show.projected_end, show.over_under, show.to_hard_out),
        "stamps": (show.started_at, show.ended_at, show.postponed_to),
        "flash": show.flash_is_lit,
        "rest": (show.not_aired, show.message, show.order, show.expected_start, show.to_start),
        "people": [show.person(id_) for id_ in show.rundown.people],
        "missing": show.missing,
        "undo": None if undo is None else (undo.name, undo.at, undo.segment),
        "rows": {id_: show.row(id_) for id_ in show.order},
        "cues": {id_: replace(show.cue(id_), waits=False) for id_ in show.state.cues},
    }
