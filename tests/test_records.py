"""An event and its record say the same, both ways."""

import json

import pytest
from hypothesis import given

from ssc_console.agenda.loading import load
from ssc_console.records import UnreadableRecord, event_of, event_record
from ssc_console.resources import default_agenda
from ssc_console.show.engine import open_run
from ssc_console.show.events import Event, RunOpened
from ssc_console.show.history import History
from ssc_console.show.instants import ShowInstant
from ssc_console.show.rundown import Rundown
from tests.journal.runs import not_ended
from tests.show.shows import Act, Run, acts, rundowns


def there_and_back(event: Event) -> Event:
    return event_of(json.loads(json.dumps(event_record(event, "America/New_York"))))


def test_every_event_of_a_run_is_read_back_as_it_was():
    events = not_ended()
    assert tuple(map(there_and_back, events)) == events


def test_the_agenda_that_ships_is_read_back_from_the_opening_of_a_run():
    rundown = load(default_agenda()).rundown
    assert rundown is not None
    opening = open_run(rundown, ShowInstant(rundown.event.start), "desk")
    assert there_and_back(opening) == opening


@given(rundowns(), acts())
def test_any_show_is_the_same_show_when_it_is_read_back(of: Rundown, done: list[Act]):
    history = Run(of).perform(*done).history
    again = History.of(map(there_and_back, history.events))
    assert again.events == history.events
    assert again.state == history.state


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 9}, "events of version 9"),
        ({"type": "abracadabra"}, "damaged"),
        ({"at": "yesterday"}, "damaged"),
        ({"wall_offset_ms": "x"}, "damaged"),
        ({"segment": 5}, "damaged"),
        ({"how": "by magic"}, "damaged"),
    ],
)
def test_a_record_that_can_not_be_read_says_why(change: dict[str, object], said: str):
    record = {**event_record(not_ended()[1], "Asia/Bangkok"), **change}
    with pytest.raises(UnreadableRecord, match=said):
        event_of(record)


def test_a_run_of_before_speeds_were_kept_is_read_as_one_at_the_speed_of_life():
    record = event_record(not_ended()[0], "Asia/Bangkok")
    assert record.pop("per_second_ms") == 1000
    assert event_of(record) == not_ended()[0]


def test_a_journal_from_before_priorities_is_still_read():
    rundown = load(default_agenda()).rundown
    assert rundown is not None
    opening = open_run(rundown, ShowInstant(rundown.event.start), "desk")
    record = event_record(opening, "Asia/Bangkok")
    for segment in record["rundown"]["segments"]:
        for later in ("priority", "may_skip", "fallback"):
            del segment[later]
    fact = event_of(json.loads(json.dumps(record))).fact
    assert isinstance(fact, RunOpened)
    assert {(each.priority, each.may_skip, each.fallback) for each in fact.rundown.segments} == {
        (5, False, None)
    }
