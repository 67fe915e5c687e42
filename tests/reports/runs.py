"""Runs to tell of: a whole one, performed by hand, and agendas with names in many scripts."""

from ssc_console.show import commands as c
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Person, Rundown
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, cue, instant, rundown, segment, span

PEOPLE = (
    Person(
        id="chediek",
        name="Mr Jorge Chediek",
        title="Director, UN Office for South-South Cooperation",
        organisation="UNOSSC",
    ),
    Person(id="hongtong", name="คุณพัชรัตน์ หงษ์ทอง", title="Director-General, TICA", organisation="TICA"),
    Person(id="wang", name="王小明"),
)

_PLAN = rundown(
    segment("welcome", "1:30", session="Opening", title="=Welcome"),
    segment(
        "address",
        intro="0:20",
        session="Opening",
        speakers=("chediek",),
        cues=(cue("address/1", "begin", auto=True), cue("address/2", "1:00 before end")),
    ),
    segment("remarks", "4:00", intro="0:20", session="Opening", speakers=("hongtong", "wang")),
    segment("close", "1:00", session="Closing & thanks", title="Close <b>"),
    end="10:45",
    cues=[cue("show/1", "1:00 before start")],
)
PLAN = replace(_PLAN, people={each.id: each for each in PEOPLE})


def whole() -> History:
    """A show that ended past its hard out: an addition, a hold, an undo, a late cue, an insertion, a note."""
    show = Playbook(PLAN).at("10:30:05").do(c.Start()).at("10:31:40").do(c.Advance())
    show.at("10:33:00").do(c.Add(span("1:00"))).at("10:35:00").do(c.Skip("close")).at("10:35:03").do(c.Undo())
    show.at("10:37:20").do(c.Go("address/2")).at("10:38:10").do(c.Advance())
    show.at("10:39:00").do(c.Hold()).at("10:40:07").do(c.Resume()).do(c.Note("slides | late"))
    show.at("10:42:00").do(c.Insert("Technical break", span("0:30"), "remarks"))
    show.do(c.SendMessage("Please come to your closing words"))
    show.at("10:44:30").do(c.Advance()).at("10:45:05").do(c.Advance()).at("10:45:52").do(c.End())
    return show.history


def opened() -> History:
    """A run with nothing but its opening."""
    return Playbook(PLAN).history


def cut() -> History:
    """A run whose record ends in the middle of the address."""
    return (
        Playbook(PLAN)
        .at("10:30:00")
        .do(c.Start())
        .at("10:31:30")
        .do(c.Advance())
        .at("10:33:00")
        .do(c.Note("the laptop was closed"))
        .history
    )


def broken() -> History:
    """A run with a gap, a step of the wall and a segment that was taken twice."""
    show = Playbook(PLAN).at("10:30:00").do(c.Start()).at("10:31:30").do(c.Advance())
    show.now = ShowInstant(instant("10:34:00"))
    show.do(c.NoticeGap(ShowInstant(instant("10:32:00")))).wall_stepped("30")
    show.do(c.Take("address")).at("10:36:00").do(c.Back()).at("10:38:00").do(c.End())
    return show.history


def of(plan: Rundown, *lengths: str) -> History:
    """A run of a plan whose segments lasted so long each, then the end."""
    show = Playbook(plan).at("10:30:00").do(c.Start())
    for number, length in enumerate(lengths):
        show.now = ShowInstant(show.now + span(length))
        show.do(c.Advance() if number + 1 < len(lengths) else c.End())
    return show.history
