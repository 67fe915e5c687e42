"""What the page before the show knows."""

from pytestqt.qtbot import QtBot

from ssc_console.desk.billing import billing, local_times
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.people_facts import people_facts, people_heading, presence_fact
from ssc_console.desk.phase_badge import PhaseBadge, explained
from ssc_console.desk.plan_facts import first_words, plan_facts
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.look import theme
from ssc_console.look.shapes import Shape
from ssc_console.show.commands import MarkPerson, ObserveMedia, Start, Take
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.presence import Readiness
from tests.staged import Stage, minutes


def test_the_plan_says_by_how_much_it_fits() -> None:
    fact = plan_facts(Stage().seen, ())[0]
    assert (fact.right, fact.tone) == ("38:06 spare", Tone.FINE)


def test_a_plan_that_starts_too_late_does_not_fit() -> None:
    fact = plan_facts(Stage().at("40:00").seen, ())[0]
    assert (fact.right, fact.tone) == ("2 min too long", Tone.WRONG)


def test_what_is_grave_stands_first() -> None:
    notes = (PlanNote("a detail", grave=False), PlanNote("vt1.mp4: there is no such file"))
    assert [fact.tone for fact in plan_facts(Stage().seen, notes)[1:3]] == [Tone.WRONG, Tone.WATCH]


def test_people_stand_in_the_order_in_which_they_speak_with_when_they_are_on_here_and_there() -> None:
    facts = people_facts(Stage().seen)
    assert [(fact.left, fact.below) for fact in facts] == [
        ("Mr Jorge Chediek", "on at 10:31 · 23:31 on Sunday in New York · UNOSSC"),
        ("Mr Kaveh Zahedi", "on at 10:39 · UNESCAP"),
    ]


def test_where_a_person_stands_is_a_word_and_a_mark_of_its_own_beside_the_name() -> None:
    stage = Stage().do(MarkPerson("chediek", Readiness.CHECKED))
    facts = people_facts(stage.seen)
    assert [(fact.right, fact.tone, fact.mark) for fact in facts] == [
        ("sound checked", Tone.WATCH, Shape.HALF_DISC),
        ("not here", Tone.WRONG, None),
    ]
    assert people_facts(stage.do(MarkPerson("chediek", Readiness.READY)).seen)[0].tone is Tone.FINE


def test_as_long_as_nobody_was_marked_nobody_is_called_absent() -> None:
    facts = people_facts(Stage().seen)
    assert {(fact.right, fact.tone) for fact in facts} == {("not marked", Tone.PLAIN)}


def test_the_heading_counts_those_who_are_ready_of_those_who_are_waited_for() -> None:
    assert people_heading(Stage().seen) == "GREEN ROOM · 0 OF 2 READY"
    ready = Stage().do(MarkPerson("zahedi", Readiness.READY))
    assert people_heading(ready.seen) == "GREEN ROOM · 1 OF 2 READY"


def test_the_check_has_a_line_for_the_people() -> None:
    def line(stage: Stage) -> tuple[str, Tone, str]:
        fact = presence_fact(stage.seen)
        assert fact is not None
        return fact.right, fact.tone, fact.below

    stage = Stage()
    assert line(stage)[:2] == ("0 of 2 ready", Tone.WATCH)
    stage.do(MarkPerson("zahedi", Readiness.READY))
    assert line(stage) == ("1 of 2 ready", Tone.WATCH, "Not ready: Mr Jorge Chediek")
    stage.do(MarkPerson("chediek", Readiness.READY))
    assert line(stage) == ("2 of 2 ready", Tone.FINE, "")


def test_who_begins_is_said() -> None:
    words = "Welcome · then Mr Jorge Chediek, where it is 23:24 on Sunday"
    assert first_words(Stage().at("-5:50").seen) == words


def test_the_next_ones_local_time_is_where_that_person_sits() -> None:
    stage = Stage().at("0:00").do(Start())
    row = stage.seen.row("address")
    assert local_times(row.segment, stage.seen.rundown, row.projected_start) == "23:31 on Sunday, New York"


def test_a_segment_with_one_speaker_goes_by_the_persons_name() -> None:
    seen = Stage().seen
    assert billing(seen.segment("address"), seen.rundown).name == "Mr Jorge Chediek"
    assert billing(seen.segment("video"), seen.rundown).name == "Video"


def test_the_countdown_is_explained_beside_it() -> None:
    stage = Stage().at("0:00").do(Start(), Take("address")).at("0:05")
    figures = stage.seen.on_air
    assert figures is not None
    assert explained(figures, "Asia/Bangkok") == "0:15 left to introduce"
    figures = stage.at("1:20").seen.on_air
    assert figures is not None
    assert explained(figures, "Asia/Bangkok") == "1:00 of 5:00 spoken"


def test_a_video_that_stands_still_is_not_said_to_be_running(qtbot: QtBot) -> None:
    badge = PhaseBadge(theme.load("dark"), "Asia/Bangkok")
    qtbot.addWidget(badge)
    stage = Stage().at("0:00").do(Start(), Take("video"))
    three = minutes("3:04")
    for state, words in ((MediaState.PLAYING, "RUNNING"), (MediaState.PAUSED, "PAUSED")):
        stage.do(ObserveMedia(Observation(state, minutes("0:10"), three)))
        badge.present(stage.seen.on_air)
        assert badge.accessibleDescription() == words
    badge.present(stage.seen.on_air, faded=True)
    assert badge.accessibleDescription() == "FADED OUT"
    assert badge._words == "Shift F8 rolls it anew"
    stage.do(ObserveMedia(Observation(MediaState.LOST)))
    badge.present(stage.seen.on_air, lost=stage.seen.programme.lost)
    assert badge.accessibleDescription() == "NO VIDEO"
    stage.do(ObserveMedia(Observation(MediaState.PLAYING, minutes("0:10"), three)))
    stage.do(ObserveMedia(Observation(MediaState.ENDED)))
    assert stage.seen.on_air is not None
    assert explained(stage.seen.on_air, "Asia/Bangkok") == "played all of 3:04"
