"""A file that changes while the show is on: what is found, what can be taken, and what stays."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ssc_console.show import commands as c
from ssc_console.show.agenda_change import ChangeKind, ChangeName, Difference, Subject
from ssc_console.show.agenda_reload import Firm, difference, takable, why_firm
from ssc_console.show.align import align
from ssc_console.show.as_run import as_run
from ssc_console.show.engine import open_run
from ssc_console.show.events import AgendaReloaded
from ssc_console.show.history import History
from ssc_console.show.instants import WallInstant
from ssc_console.show.presence import Readiness
from ssc_console.show.rundown import Person, Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState
from ssc_console.show.value import replace
from tests.show.playbook import Playbook, cue, rundown, segment, span, wall
from tests.show.shows import PAUSES, Act, Run, acts, figures, rundowns

A, B, D, E = (segment(id_) for id_ in ("a", "b", "d", "e"))


def reload(book: Playbook, file: Rundown, *kinds: ChangeKind) -> Playbook:
    """Take everything that can be taken, or all of some kinds."""
    found = difference(book.history.state, file)
    names = tuple(
        each.name for each in takable(book.history.state, found) if not kinds or each.name.kind in kinds
    )
    return book.do(c.Reload(found, names))


def told(book: Playbook, file: Rundown) -> list[tuple[str, str]]:
    return [(each.name.kind.value, each.name.id) for each in difference(book.history.state, file).changes]


def firm(book: Playbook, file: Rundown) -> dict[tuple[str, str], Firm | None]:
    found = difference(book.history.state, file)
    return {
        (each.name.kind.value, each.name.id): why_firm(book.history.state, each) for each in found.changes
    }


# ---- what is found


def test_each_change_is_found_once_and_by_its_name():
    book = Playbook(rundown(A, B, D, E))
    file = rundown(
        segment("n", "2:00"), B, segment("e", script="Good morning"), segment("d", "4:00"), end="11:45"
    )
    assert told(book, file) == [
        ("added", "n"),
        ("moved", "e"),
        ("reworded", "e"),
        ("retimed", "d"),
        ("removed", "a"),
        ("retimed", "hard_out"),
    ]


def test_of_two_that_changed_places_the_one_that_can_still_be_moved_has_moved():
    book = Playbook(rundown(A, B, D)).do(c.Start())
    assert told(book, rundown(B, A, D)) == [("moved", "b")]
    assert told(book, rundown(B, D, A)) == [("moved", "b"), ("moved", "d")]
    assert told(Playbook(rundown(A, B, D)), rundown(B, D, A)) == [("moved", "a")]


def test_a_segment_whose_id_was_made_from_its_title_is_the_same_one_once_its_title_is_mended():
    book = Playbook(rundown(A, segment("opening-adress", title="Opening adress"), D))
    mended = segment("opening-address", title="Opening address")
    assert told(book, rundown(A, mended, D)) == [("reworded", "opening-adress")]
    reload(book, rundown(A, mended, D))
    assert book.show.row("opening-adress").segment.title == "Opening address"
    assert told(book, rundown(A, mended, D)) == []


def test_an_id_that_was_given_is_the_same_segment_under_another_name():
    book = Playbook(rundown(A, B, D)).do(c.Start())
    assert told(book, rundown(replace(A, id="the-first"), B, D)) == []


def test_another_item_in_the_place_of_one_is_another_item():
    book = Playbook(rundown(A, segment("dance"), D))
    assert told(book, rundown(A, segment("questions", "9:00"), D)) == [
        ("added", "questions"),
        ("removed", "dance"),
    ]


def test_a_video_in_the_place_of_an_address_by_the_same_person_is_another_item():
    book = Playbook(rundown(A, segment("address", speakers=("p",)), D))
    video = segment("message", speakers=("p",), kind="video")
    assert told(book, rundown(A, video, D)) == [("added", "message"), ("removed", "address")]


def test_people_are_told_by_themselves():
    book = Playbook(replace(rundown(A), people={"p": Person(id="p", name="Mr P")}))
    people = {"q": Person(id="q", name="Ms Q"), "p": Person(id="p", name="Dr P")}
    assert told(book, replace(rundown(A), people=people)) == [("added", "q"), ("reworded", "p")]


# ---- cues


def test_a_cue_is_known_by_what_it_says_so_a_mark_stays_with_it_when_another_is_put_before_it():
    first = segment("a", cues=(cue("a/1", "start"), cue("a/2", "1:00 before end")))
    book = Playbook(rundown(first, B)).do(c.Go("a/1"))
    new = replace(cue("a/1", "start"), say="New")
    old = (replace(first.cues[0], id="a/2"), replace(first.cues[1], id="a/3"))
    reload(book, rundown(replace(first, cues=(new, *old)), B))
    assert book.cue("a/1") == "done"
    cues = [(each.say, each.id) for each in book.show.row("a").segment.cues]
    assert cues == [("New", "a/3"), ("a/1", "a/1"), ("a/2", "a/2")]


def test_an_automatic_cue_that_comes_too_late_waits_for_a_person():
    late = cue("a/1", "1:00 after begin", auto=True)
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).at("10:33")
    reload(book, rundown(replace(A, cues=(late,)), B))
    assert book.cue("a/1") == "due"
    assert book.at("10:34").cue("a/1") == "due"
    assert "CueFired" not in book.facts()


def test_an_automatic_cue_that_comes_in_time_fires_when_it_is_due():
    coming = cue("a/1", "1:00 before end", auto=True)
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).at("10:33")
    reload(book, rundown(replace(A, cues=(coming,)), B))
    assert book.at("10:34:00").cue("a/1") == "done"


def test_a_mark_on_a_cue_that_came_with_a_reload_goes_with_it():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start())
    reload(book, rundown(A, replace(B, cues=(cue("b/1", "start"),)))).do(c.Go("b/1")).do(c.Undo())
    assert "b/1" not in book.show.state.cues
    book.do(c.Redo())
    assert book.cue("b/1") == "done"


def test_a_cue_that_was_done_stays_in_the_as_run_though_the_file_has_it_no_more():
    book = Playbook(rundown(replace(A, cues=(cue("a/1", "start"),)), B)).at("10:30").do(c.Start())
    book.do(c.Go("a/1"))
    reload(book, rundown(A, B))
    assert "a/1" not in book.history.state.cues
    assert [(each.cue.id, each.outcome.value) for each in as_run(book.history).cues] == [("a/1", "done")]


# ---- what is on air, and what was


def test_the_segment_on_air_keeps_its_clock_and_takes_its_new_words():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).do(c.Add(span("1:00"))).at("10:32")
    file = rundown(segment("a", "9:00", title="Other", kind="video", auto_advance=True, warning="2:00"), B)
    assert firm(book, file) == {("retimed", "a"): Firm.ON_AIR, ("reworded", "a"): None}
    before = book.on_air
    reload(book, file)
    assert replace(book.on_air, segment=before.segment) == before
    assert book.on_air.segment.title == "Other"
    assert not book.on_air.segment.auto_advance
    assert firm(book, file) == {("retimed", "a"): Firm.ON_AIR, ("reworded", "a"): Firm.ON_AIR}


def test_the_usual_thresholds_of_the_show_change_with_the_next_segment():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start())
    file = rundown(A, B)
    reload(book, replace(file, event=replace(file.event, warning=span("3:00"))))
    assert book.on_air.warning == span("1:00")
    assert book.at("10:31").do(c.Advance()).on_air.warning == span("3:00")


def test_the_segment_on_air_goes_on_though_the_file_has_it_no_more():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start())
    file = rundown(B, segment("f", "1:00"))
    assert firm(book, file) == {("added", "f"): None, ("removed", "a"): Firm.ON_AIR}
    reload(book, file)
    assert book.on_air_id == "a"
    assert book.show.order == ("a", "b", "f")


def test_what_was_aired_stays_as_it_was_aired():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).at("10:35").do(c.Advance())
    file = rundown(B, segment("d"))
    assert firm(book, file)[("removed", "a")] is Firm.AIRED
    reload(book, file)
    assert book.state("a") == "aired"
    assert firm(book, rundown(segment("a", "1:00", title="X"), B, D))[("retimed", "a")] is Firm.AIRED


def test_what_was_on_air_and_comes_again_is_not_removed():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).at("10:35").do(c.Advance()).do(c.Back())
    assert firm(book, rundown(A, D))[("removed", "b")] is Firm.WAS_ON_AIR


def test_the_plan_stays_the_one_that_the_show_started_with():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start())
    reload(book, rundown(A, segment("b", "9:00"), D))
    assert book.show.planned_end == wall("10:40")
    row = book.show.row("b")
    assert (row.planned, row.allotted, row.planned_end) == (span("5:00"), span("9:00"), wall("10:40"))
    assert book.show.row("d").planned_start is None
    assert book.show.projected_end == wall("10:49")


def test_before_the_start_the_plan_is_the_files():
    book = reload(Playbook(rundown(A, B)), rundown(A, segment("b", "9:00"), D, start="10:40"))
    assert book.show.planned_end == wall("10:59")
    assert book.show.expected_start == wall("10:40")


# ---- what the desk did


def test_time_given_on_the_desk_stays_unless_the_file_changes_that_duration():
    book = Playbook(rundown(A, B, D)).at("10:30").do(c.Start())
    book.do(c.Add(span("1:00"), "b")).do(c.Retime("d", span("2:00")))
    reload(book, rundown(A, segment("b", title="Bee", script="x"), segment("d", intro="0:10")))
    assert (book.show.row("b").allotted, book.show.row("d").allotted) == (span("6:00"), span("2:00"))
    reload(book, rundown(A, segment("b", "4:00"), segment("d", "3:00")))
    assert (book.show.row("b").allotted, book.show.row("d").allotted) == (span("4:00"), span("3:00"))


def test_what_the_desk_skipped_moved_and_put_in_stays():
    book = Playbook(rundown(A, B, D, E)).at("10:30").do(c.Start())
    book.do(c.Skip("b")).do(c.Move("e", "b")).do(c.Insert("Break", span("1:00"), "d"))
    reload(book, rundown(A, segment("b", "2:00"), segment("n", "1:00"), D, E))
    assert book.show.order == ("a", "e", "b", "n", "d", "break")
    assert book.state("b") == "skipped"


def test_what_the_file_moves_stands_after_what_it_follows_there_wherever_the_desk_has_put_that():
    book = Playbook(rundown(A, B, D, E)).at("10:30").do(c.Start()).do(c.Move("e", "b"))
    assert told(book, rundown(A, D, E, B)) == [("moved", "b")]
    reload(book, rundown(A, D, E, B))
    assert book.show.order == ("a", "e", "b", "d")


def test_an_item_that_was_put_in_and_is_in_the_file_by_now_is_one_item():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).do(c.Insert("Break", span("1:00"), "a"))
    reload(book, rundown(A, segment("break", "2:00"), B))
    assert book.show.order == ("a", "break", "b")
    assert book.show.row("break").allotted == span("2:00")
    assert not book.show.row("break").segment.inserted


def test_a_postponed_start_stays_unless_the_file_changes_the_start():
    book = Playbook(rundown(A, B)).do(c.Postpone(wall("10:45")))
    reload(book, rundown(A, B, D))
    assert book.show.expected_start == wall("10:45")
    reload(book, rundown(A, B, D, start="10:40"))
    assert book.show.expected_start == wall("10:40")


# ---- the show as a whole


def test_a_show_that_runs_keeps_its_start_and_takes_a_new_hard_out():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start())
    file = rundown(A, B, start="10:40", end="11:50")
    assert firm(book, file) == {("retimed", "start"): Firm.STARTED, ("retimed", "hard_out"): None}
    reload(book, file)
    assert book.show.rundown.event.hard_out == wall("11:50")
    assert book.show.rundown.event.start == wall("10:30")


def test_the_date_and_the_zone_of_a_show_that_runs_stay_and_its_times_of_day_with_them():
    book = Playbook(rundown(A, segment("b", None, until="10:50"))).at("10:30").do(c.Start())
    of = rundown(A, segment("b", None, until="10:55"))
    later = span("24:00:00") * 366
    event = replace(
        of.event, start=WallInstant(of.event.start + later), hard_out=WallInstant(of.event.hard_out + later)
    )
    b = replace(of.segments[1], until=WallInstant(wall("10:55") + later))
    file = replace(of, event=replace(event, timezone="Asia/Tokyo"), segments=(A, b))
    assert firm(book, file) == {
        ("retimed", "b"): None,
        ("retimed", "timezone"): Firm.STARTED,
        ("retimed", "date"): Firm.STARTED,
    }
    reload(book, file)
    assert book.show.rundown.event == rundown(A).event
    assert book.show.row("b").segment.until == wall("10:55")


def test_a_person_stays_as_long_as_somebody_needs_the_name():
    people = {"p": Person(id="p", name="Mr P"), "q": Person(id="q", name="Ms Q")}
    on_air = replace(rundown(segment("a", speakers=("p",)), B), people=people)
    book = Playbook(on_air).at("10:30").do(c.Start())
    reload(book, rundown(segment("a", speakers=("p",)), B))
    assert list(book.show.rundown.people) == ["p"]
    marked = Playbook(on_air).do(c.MarkPerson("q", Readiness.HERE))
    reload(marked, rundown(segment("a", speakers=("p",)), B))
    assert set(marked.show.rundown.people) == {"p", "q"}


# ---- refusals


def test_what_was_seen_of_another_rundown_is_refused():
    book = Playbook(rundown(A, B, D)).at("10:30").do(c.Start())
    found = difference(book.history.state, rundown(A, segment("b", "9:00"), D))
    names = tuple(each.name for each in found.changes)
    book.do(c.Insert("X", span("1:00"), "a"))
    assert "look again" in book.refusal(c.Reload(found, names))


def test_what_has_gone_on_air_since_it_was_ticked_is_refused():
    book = Playbook(rundown(A, B, D)).at("10:30").do(c.Start())
    found = difference(book.history.state, rundown(A, segment("b", "9:00"), D))
    names = tuple(each.name for each in found.changes)
    book.at("10:32").do(c.Advance())
    assert book.refusal(c.Reload(found, names)) == (
        "“B” is on air: its time and place stay until it is over."
    )


@pytest.mark.parametrize(
    ("names", "said"),
    [((), "Nothing is ticked"), ((ChangeName(ChangeKind.ADDED, Subject.SEGMENT, "z"),), "no such change")],
)
def test_nothing_and_nonsense_are_refused(names: tuple[ChangeName, ...], said: str):
    book = Playbook(rundown(A, B))
    found = difference(book.history.state, rundown(A, segment("b", "9:00")))
    assert said in book.refusal(c.Reload(found, names))


def test_a_choice_that_leaves_nothing_to_perform_is_refused():
    book = Playbook(rundown(A))
    found = difference(book.history.state, rundown(segment("z")))
    removal = tuple(each.name for each in found.changes if each.name.kind is ChangeKind.REMOVED)
    assert "tick more" in book.refusal(c.Reload(found, removal))


def test_after_the_end_nothing_is_taken_any_more():
    book = Playbook(rundown(A, B)).at("10:30").do(c.Start()).at("10:33").do(c.End())
    found = difference(book.history.state, rundown(A, segment("b", "9:00")))
    assert "The show is over" in book.refusal(c.Reload(found, tuple(each.name for each in found.changes)))


# ---- properties


@given(rundowns(), acts(saves=False))
def test_a_file_that_is_the_same_changes_nothing(of: Rundown, done: list[Act]):
    run = Run(of).perform(*done)
    assert difference(run.history.state, of).changes == ()


def _reload(run: Run, file: Rundown, keep: list[bool] | None = None) -> bool:
    run.look(run.now)
    state = run.history.state
    found = difference(state, file)
    names = tuple(each.name for each in takable(state, found))
    if keep is not None:
        names = tuple(name for name, kept in zip(names, keep * len(names), strict=False) if kept)
    return run.ask(c.Reload(found, names))


@given(rundowns(), rundowns(), acts(undo=False, most=8), st.lists(st.booleans(), min_size=1), PAUSES)
def test_a_reload_that_is_undone_never_was(
    of: Rundown, file: Rundown, done: list[Act], keep: list[bool], later: object
):
    once, never = Run(of).perform(*done), Run(of).perform(*done)
    assume(_reload(once, file, keep))
    undo = once.show.can_undo
    assume(undo is not None and undo.name == "reload")  # else an automatic take came of it
    once.ask(c.Undo())
    never.look(never.now)
    assert figures(once.show) == figures(never.show)


@given(rundowns(), rundowns(), acts(most=8), st.lists(st.booleans(), min_size=1))
def test_no_reload_touches_the_clock_on_air_or_what_was_aired(
    of: Rundown, file: Rundown, done: list[Act], keep: list[bool]
):
    run = Run(of).perform(*done)
    run.look(run.now)
    before = run.show
    aired = {id_: before.row(id_) for id_ in before.order if before.row(id_).state.value == "aired"}
    assume(_reload(run, file, keep))
    after = Snapshot(run.history.state_after(_last_reload(run.history)), run.now)
    assert _clock(after) == _clock(before)
    assert {id_: after.row(id_) for id_ in aired} == aired


def _last_reload(history: History) -> int:
    return [each.seq for each in history.events if isinstance(each.fact, AgendaReloaded)][-1]


def _clock(show: Snapshot) -> object:
    on_air = show.on_air
    return None if on_air is None else replace(on_air, segment=replace(on_air.segment, id="x", **_NO_WORDS))


_NO_WORDS: dict[str, Any] = {
    "title": "",
    "session": None,
    "speakers": (),
    "script": None,
    "notes": None,
    "cues": (),
    "priority": 5,
    "may_skip": False,
    "min_duration": None,
    "publication": None,
    "fallback": None,
}


@given(rundowns(), rundowns(), acts(most=8))
def test_what_was_taken_whole_is_not_found_again(of: Rundown, file: Rundown, done: list[Act]):
    run = Run(of).perform(*done)
    assume(_reload(run, file))
    state = run.history.state_after(_last_reload(run.history))
    assert takable(state, difference(state, file)) == ()


@given(rundowns(), rundowns())
def test_before_anything_was_done_it_is_as_if_the_console_had_been_opened_with_the_file(
    of: Rundown, file: Rundown
):
    assume(not align(of.segments, file.segments))
    run = Run(of)
    if not _reload(run, file):
        assert difference(run.history.state, file).changes == ()
    state, opened = run.history.state, History(open_run(file, run.now, "test")).state
    assert _essence(state) == _essence(opened)


def _essence(state: ShowState) -> object:
    segments = [replace(state.segments[id_], cues=()) for id_ in state.order.ids]
    return segments, state.plan, state.expected_start, dict(state.rundown.people), len(state.cues)


@given(rundowns(), rundowns(), acts(most=6), acts(most=6))
def test_a_show_goes_on_after_a_reload_and_is_the_same_when_it_is_folded(
    of: Rundown, file: Rundown, done: list[Act], then: list[Act]
):
    run = Run(of).perform(*done)
    assume(_reload(run, file))
    run.perform(*then)
    figures(run.show)
    assert History.of(run.history.events).state == run.history.state


def test_a_difference_names_no_change_twice():
    found: Difference = difference(Playbook(rundown(A, B)).history.state, rundown(B, D))
    names = [each.name for each in found.changes]
    assert len(names) == len(set(names))
