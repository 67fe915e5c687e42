"""Catching up on the desk: what each segment would give, when it would end, and what to tell speakers."""

from datetime import timedelta

from ssc_console import timecode
from ssc_console.desk.billing import called, people_of
from ssc_console.desk.board import Act, Choose, Copy, Line, Order, Page
from ssc_console.desk.facts_card import Tone
from ssc_console.show.catch_up import Proposal, cuts_of
from ssc_console.show.commands import Add, CatchUp, SeenCatchUp
from ssc_console.show.cuts import Cutback, Goal
from ssc_console.show.figures import SegmentState, Status
from ssc_console.show.instants import SECOND, ZERO, WallInstant
from ssc_console.show.rundown import Kind, Segment
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

_OTHER_GOAL = {Goal.HARD_OUT: Goal.PLANNED_END, Goal.PLANNED_END: Goal.HARD_OUT}
GOAL, SKIP = "goal", "skip "
STEP, LEAST = 60 * SECOND, 15 * SECOND
"""So much more is offered at a time, and nothing where less than the other is to spare."""


class CatchUpBoard:
    """Remembers which goal a person looks at, and what they would leave out besides."""

    def __init__(self) -> None:
        self._goal = Goal.HARD_OUT
        self._skip: tuple[str, ...] = ()

    def choose(self, what: str) -> None:
        """The other goal; or leave a segment out, or no longer."""
        if what == GOAL:
            self._goal = _OTHER_GOAL[self._goal]
        elif what.startswith(SKIP):
            id_ = what.removeprefix(SKIP)
            kept = tuple(each for each in self._skip if each != id_)
            self._skip = kept if id_ in self._skip else (*kept, id_)

    def page(self, snapshot: Snapshot) -> Page:
        """What there is to see."""
        pending = (id_ for id_ in self._skip if id_ in snapshot.order)
        self._skip = tuple(id_ for id_ in pending if snapshot.row(id_).state is SegmentState.PENDING)
        if snapshot.status is Status.ENDED:
            return Page("Catch up", "The show is over.", Tone.PLAIN, _lines_of_those_who_have_less(snapshot))
        proposal = snapshot.catching_up(self._goal, self._skip)
        note, tone = _verdict(snapshot, proposal)
        other = Act(f"For the {_OTHER_GOAL[self._goal].value}", Choose(GOAL))
        return Page(
            title=f"Catch up for the {self._goal.value}",
            note=note,
            tone=tone,
            lines=(
                *_lines_of_the_cuts(snapshot, proposal),
                *_lines_of_the_skips(snapshot, proposal),
                *_lines_of_those_who_may_have_more(snapshot, proposal),
                *_lines_of_those_who_have_less(snapshot),
            ),
            main=_apply(proposal, self._goal),
            others=(other,),
        )


def _apply(proposal: Proposal, goal: Goal) -> Act:
    can = proposal.is_needed and proposal.helps
    order = Order(CatchUp(goal, proposal.skipped), SeenCatchUp(cuts_of(proposal)))
    return Act("Shorten as listed", order if can else None, "Apply this; one undo takes all of it back")


def _verdict(snapshot: Snapshot, proposal: Proposal) -> tuple[str, Tone]:
    zone = snapshot.rundown.event.timezone
    ends = f"Ends {timecode.clock(proposal.end, zone)}"
    if not proposal.is_needed:
        left = timecode.by_the_clock(proposal.end, proposal.goal_at)
        return f"{ends}: in time, {timecode.span(left)} spare. Nothing has to be shortened.", Tone.FINE
    past = timecode.span(timecode.by_the_clock(proposal.goal_at, proposal.end))
    late = f"{ends}, {past} past {timecode.clock(proposal.goal_at, zone)}."
    if not proposal.missing:
        return f"{late} As listed it ends {timecode.clock(proposal.new_end, zone)}: in time.", Tone.WATCH
    missing = timecode.countdown(proposal.missing)
    if proposal.helps:
        late += f" As listed it ends {timecode.clock(proposal.new_end, zone)}: {missing} are still missing."
    else:
        late += " Nothing that is still to come can be shortened."
    if proposal.enough:
        names = " and ".join(called(snapshot.segment(id_), snapshot.rundown) for id_ in proposal.enough)
        late += f" Leaving out {names} would do."
    return late, Tone.WRONG


# ---- lines


def _change(before: timedelta, after: timedelta) -> str:
    return f"{timecode.span(before)} → {timecode.span(after)}"


def you_have(now: timedelta, before: timedelta) -> str:
    """The line for a speaker."""
    return f"You have {timecode.span(now)} instead of {timecode.span(before)}."


def _tell(snapshot: Snapshot, segment: str, text: str) -> tuple[Act, ...]:
    people = people_of(snapshot.segment(segment), snapshot.rundown)
    if not people:
        return ()
    names = ", ".join(person.name for person in people)
    return (Act("Copy", Copy(f"{names}: {text}"), f"Copy “{text}” for {names}", "Ctrl+C"),)


def _kind_of_item(snapshot: Snapshot, segment: str) -> str:
    """The title, where it is not what the segment is called."""
    own = snapshot.segment(segment)
    return "" if called(own, snapshot.rundown) == own.title else own.title


def _cut_line(snapshot: Snapshot, cut: Cutback) -> Line:
    segment = snapshot.segment(cut.segment)
    return Line(
        left=called(segment, snapshot.rundown),
        right=_change(cut.has, cut.leaves),
        below=_kind_of_item(snapshot, cut.segment),
        acts=_tell(snapshot, cut.segment, you_have(cut.leaves, cut.has)),
    )


def _lines_of_the_cuts(snapshot: Snapshot, proposal: Proposal) -> tuple[Line, ...]:
    if not proposal.cuts:
        return ()
    total = sum((cut.by for cut in proposal.cuts), ZERO)
    head = Line("WHO GIVES TIME", f"{timecode.span(total)} in all", heading=True)
    return (head, *(_cut_line(snapshot, cut) for cut in proposal.cuts))


def _lines_of_the_skips(snapshot: Snapshot, proposal: Proposal) -> tuple[Line, ...]:
    zone = snapshot.rundown.event.timezone

    def told(segment: str, right: str, words: str, tone: Tone) -> Line:
        row = snapshot.row(segment)
        below = f"{row.segment.title} · {timecode.span(row.intro + row.allotted)}"
        name = called(row.segment, snapshot.rundown)
        return Line(name, right, tone, below, (Act(words, Choose(SKIP + segment)),))

    def ends(end: WallInstant, missing: timedelta) -> str:
        past = f", {timecode.countdown(missing)} past" if missing else ""
        return f"ends {timecode.clock(end, zone)}{past}"

    lines = [told(id_, "left out", "Keep it in", Tone.WATCH) for id_ in proposal.skipped]
    lines += [
        told(each.segment, ends(each.end, each.missing), "Leave out", Tone.PLAIN) for each in proposal.skips
    ]
    head = Line("MAY BE LEFT OUT, AS THE AGENDA SAYS", heading=True)
    return (head, *lines) if lines else ()


def _lines_of_those_who_may_have_more(snapshot: Snapshot, proposal: Proposal) -> tuple[Line, ...]:
    lines = []
    for each in proposal.more:
        row = snapshot.row(each.segment)
        name = called(row.segment, snapshot.rundown)
        back = f"{timecode.span(each.by)} back"
        act = Act(f"Give {back}", Order(Add(each.by, each.segment)), f"Give {name} {back}")
        change = _change(row.allotted, row.allotted + each.by)
        lines.append(
            Line(
                called(row.segment, snapshot.rundown),
                change,
                Tone.FINE,
                _kind_of_item(snapshot, each.segment),
                (act,),
            )
        )
    if lines:
        if snapshot.status is Status.BEFORE:
            lines = [replace(each, acts=()) for each in lines]  # time is added once the show runs
        return (Line("THERE IS TIME TO GIVE BACK", heading=True), *lines)
    return _lines_of_those_who_have_no_less(snapshot, proposal)


def _lines_of_those_who_have_no_less(snapshot: Snapshot, proposal: Proposal) -> tuple[Line, ...]:
    """Nobody's time was cut, and there is some to spare: any one who speaks may have a step of it."""
    spare = timecode.by_the_clock(proposal.end, proposal.goal_at)  # as the verdict above it says
    if snapshot.status not in (Status.ON_AIR, Status.HELD) or proposal.skipped or spare < LEAST:
        return ()
    step = min(STEP, spare)
    lines = []
    for id_ in snapshot.order:
        row = snapshot.row(id_)
        if row.state not in (SegmentState.PENDING, SegmentState.ON_AIR) or not _may_have_more(row.segment):
            continue
        name, after = called(row.segment, snapshot.rundown), row.allotted + step
        give = Act(f"Give {timecode.span(step)}", Order(Add(step, id_)), f"Give {name} {timecode.span(step)}")
        tell = _tell(snapshot, id_, you_have(after, row.allotted))
        below = _kind_of_item(snapshot, id_)
        lines.append(Line(name, _change(row.allotted, after), Tone.PLAIN, below, (give,), tell))
    head = Line("ONE OF THEM MAY HAVE MORE", f"{timecode.span(spare)} to spare", heading=True)
    return (head, *lines) if lines else ()


def _may_have_more(segment: Segment) -> bool:
    """A person speaks for a time of its own: no video, and nothing that lasts until a time of day."""
    return bool(segment.speakers) and segment.kind is not Kind.VIDEO and segment.until is None


def _lines_of_those_who_have_less(snapshot: Snapshot) -> tuple[Line, ...]:
    """Whose time a catch-up has cut already: they have to be told."""
    lines = []
    for id_ in snapshot.order:
        cut, row = snapshot.state.progress_of(id_).cut, snapshot.row(id_)
        if cut and row.planned is not None and row.state in (SegmentState.PENDING, SegmentState.ON_AIR):
            name, change = called(row.segment, snapshot.rundown), _change(row.planned, row.allotted)
            text = you_have(row.allotted, row.planned)
            lines.append(
                Line(name, change, Tone.PLAIN, _kind_of_item(snapshot, id_), _tell(snapshot, id_, text))
            )
    return (Line("TO BE TOLD: THEY HAVE LESS NOW", heading=True), *lines) if lines else ()
