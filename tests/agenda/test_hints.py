"""What is said of a mistake, and what to write instead: a hint is never a mistake itself."""

import pytest

from ssc_console.agenda import Problem
from tests.agenda.agendas import changed


def only(old: str, new: str) -> Problem:
    """The one problem of the agenda with that change."""
    (problem,) = changed(old, new).problems
    return problem


def test_a_character_that_cannot_be_seen_is_named() -> None:
    problem = only("duration: 5:00", "duration: 5:00\u200b")
    assert problem.message == "An invisible character stands in `5:00⟨U+200B⟩`"
    assert problem.hint == "Delete it, or type `5:00` anew"


def test_a_value_that_is_wrong_without_its_invisible_character_is_told_as_what_it_is() -> None:
    problem = only("duration: 5:00", "duration: \ufeff5.00")
    assert (problem.message, problem.hint) == ("`5.00` is not a length of time", "Write 5:00")


def test_a_key_with_an_invisible_character_is_told_with_it() -> None:
    problem = only("title: Remarks", "ti\u200btle: Remarks")
    assert problem.message == "A segment has no key `ti⟨U+200B⟩tle`"
    assert problem.hint == "Did you mean `title`?"


@pytest.mark.parametrize("zero", ["0", "00"])
def test_a_bare_zero_has_one_reading(zero: str) -> None:
    assert only("duration: 5:00", f"duration: {zero}").hint == "Write 0:00"
    assert only("start: 10:30", f"start: {zero}").hint == "Write 0:00"


def test_a_bare_number_with_two_readings_is_told_with_both() -> None:
    problem = only("start: 10:30", "start: 630")
    assert problem.message == "The bare number `630` can be read in two ways"
    assert problem.hint.startswith("Write 6:30 or 10:30")
    assert only("start: 10:30", "start: 1030").hint.startswith("Write 10:30 or 17:10")
    assert only("start: 10:30", "start: 2030").message == "The bare number `2030` is not a time of day"


@pytest.mark.parametrize("title", ['Remarks"', "Remarks”", "“Remarks"])
def test_a_quotation_mark_that_stands_alone_is_a_warning(title: str) -> None:
    loaded = changed("title: Remarks", f"title: {title}")
    assert [each.code for each in loaded.problems] == ["AG128"]
    assert loaded.rundown is not None


@pytest.mark.parametrize("title", ["The ambassadors'", "A “quoted” word", "'Screen 27\"'", 'The "word"'])
def test_quotation_marks_in_pairs_and_apostrophes_are_no_problem(title: str) -> None:
    assert not changed("title: Remarks", f"title: {title}").problems


@pytest.mark.parametrize("turning", ["\u202e", "\u2066", "\u202b"])
def test_what_turns_a_text_around_unseen_is_a_warning(turning: str) -> None:
    for old in ("title: Remarks", "name: Mr Jorge Chediek", "duration: 4:00\n"):
        problem = only(old, f"script: x{turning}y\n        {old}" if "4:00" in old else f"{old}{turning}!")
        assert problem.code == "AG129"
        assert f"U+{ord(turning):04X}" in problem.message


@pytest.mark.parametrize("name", ["السيد خورخي تشيديك", "מר ז'ורז'", "\u200fالسيد (UNOSSC)\u200f"])
def test_a_name_written_from_right_to_left_is_no_problem(name: str) -> None:
    assert not changed("name: Mr Jorge Chediek", f"name: {name}").problems
