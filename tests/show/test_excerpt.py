"""One session as a show of its own."""

import pytest

from ssc_console.show.excerpt import only_session, sessions
from ssc_console.show.rundown import Rundown
from tests.show.playbook import cue, instant, rundown, segment


def whole() -> Rundown:
    return rundown(
        segment("a", "5:00", session="Opening"),
        segment("b", "3:00", session="Launch", intro="0:20"),
        segment("c", "2:00", session="Launch"),
        cues=(cue("show/1", "1:00 before start"),),
    )


def test_its_sessions_are_told_in_planned_order():
    assert sessions(whole()) == ("Opening", "Launch")


def test_a_session_begins_and_must_be_over_when_it_is_planned_to():
    launch = only_session(whole(), "Launch")
    assert [each.id for each in launch.segments] == ["b", "c"]
    assert (launch.event.start, launch.event.hard_out) == (instant("10:35"), instant("10:40:20"))
    assert launch.event.title == "Launch · A show"
    assert launch.event.cues == ()


def test_a_session_that_is_not_there_is_said():
    with pytest.raises(ValueError, match="no session “Coffee”"):
        only_session(whole(), "Coffee")
