"""An event is folded once, whoever asks; what was answered before never shows in what is answered now."""

from ssc_console.show.apply import apply, pass_time
from ssc_console.show.commands import Advance, Start
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.value import replace
from tests.staged import Stage, at


def test_what_the_engine_has_tried_is_what_the_history_takes_up() -> None:
    stage = Stage().at("0:00").do(Start())
    last = stage.history.events[-1]
    assert apply(stage.history.state_after(last.seq - 1), last) is stage.history.state


def test_of_two_events_each_makes_its_own_state() -> None:
    stage = Stage().at("0:00").do(Start())
    taken = stage.history.events[-1]
    later = replace(taken, at=ShowInstant(taken.at + SECOND))
    before = stage.history.state_after(taken.seq - 1)
    states = [apply(before, event) for event in (taken, later, taken)]
    assert [state.at for state in states] == [taken.at, later.at, taken.at]
    assert states[0] == states[2]


def test_time_that_passes_further_makes_more_cues_due() -> None:
    state = Stage().at("-2:00").history.state
    due = [
        len([each for each in pass_time(state, ShowInstant(at(text))).memory.values() if each.fell_due])
        for text in ("-1:30", "-0:30", "-1:30")
    ]
    assert due == [0, 1, 0]


def test_of_a_state_that_is_past_only_what_a_report_reads_is_kept() -> None:
    stage = Stage().at("0:00").do(Start())
    before = stage.history.state
    assert [stage.seen.row(id_) for id_ in before.order.ids]
    assert len(before.derived) > 2
    stage.at("0:10").do(Advance())
    assert set(before.derived) <= {apply, pass_time}
    assert stage.history.state.derived
