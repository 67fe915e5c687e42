"""What is said of a mistake, and what to write instead: a hint is never a mistake itself."""

import re
from pathlib import Path

import pytest

from ssc_console.agenda import Problem
from ssc_console.agenda.loading import parse
from tests.agenda.agendas import AGENDA, ROOT, changed, read


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


def test_a_bare_number_is_never_read_as_days() -> None:
    assert only("duration: 5:00", "duration: 630").hint == "Write 6:30 or, if 630 seconds are meant, 10:30"
    assert only("duration: 5:00", "duration: 79999").hint == "Write 22:13:19 if 79999 seconds are meant"
    assert only("duration: 5:00", "duration: 9999999").hint.startswith("Write m:ss, h:mm:ss")


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


def test_a_space_after_a_colon_that_is_not_plain_is_told_there() -> None:
    problem = only("title: Opening", "title:\u00a0Opening")
    assert (problem.line, problem.column) == (11, 11)
    assert problem.message == "The space after `title:` is not a plain one"
    text = AGENDA.replace("title: Address", "title:\u00a0Address").replace("duration: 5", "duration:\u00a05")
    (problem,) = read(text).problems
    assert problem.message == "The space after `title:` is not a plain one (as in 1 more line)"


def test_a_segment_in_which_no_space_is_a_plain_one_is_told_so() -> None:
    problem = only("title: Remarks\n        duration: 4", "title:\u00a0Remarks\n        duration:\u00a04")
    assert problem.hint == "Write a plain space after the colon: `title: Remarks`"


def test_a_part_of_the_file_is_to_stand_at_its_edge_and_nothing_else_is() -> None:
    problem = only("\nsessions:", "\n sessions:")
    assert problem.hint == "Put no space before it, so that it stands below `people:`"
    assert "no space before it" not in only("    segments:", "   segments:").hint


def test_a_time_with_spaces_around_its_colon_is_not_to_be_put_in_quotes() -> None:
    assert only("duration: 5:00", "duration: 5 : 00").hint == "Write `duration: 5:00`"
    assert only("duration: 5:00", "duration: 1: 05 : 00").hint == "Write `duration: 1:05:00`"


@pytest.mark.parametrize("said", ["at: begin", "- at: begin"])
@pytest.mark.parametrize("more", ["", "\n          say: Ask for the video", "\n            say: Ask"])
def test_a_list_on_the_line_of_its_key_is_not_to_be_put_in_quotes(said: str, more: str) -> None:
    problem = only("duration: 5:00", f"duration: 5:00\n        cues: {said}{more}")
    assert problem.code == "AG205"
    assert problem.hint == "Write `- at: begin` on the line below, indented"


def test_keys_on_the_line_of_the_part_they_belong_to_are_told() -> None:
    problem = only("event:\n  title: A test", "event: title: A test")
    assert problem.hint == "Write `title: A test` on the line below, indented"


@pytest.mark.parametrize(
    "text", ["Hello: there\n          and more", "Hello there\n          and more: of it"]
)
def test_a_colon_in_a_script_of_several_lines_is_told_once(text: str) -> None:
    problem = only("duration: 5:00", f"script: {text}\n        duration: 5:00")
    assert problem.code == "AG114"
    assert problem.hint == "Write `script: |`, and all of the text on the lines below it, indented"
    title = only("title: Remarks", f"title: {text}")
    assert title.hint == 'Put " before the text, and after its end in line 18'


def test_a_key_that_is_indented_too_much_is_no_part_of_the_text_above() -> None:
    assert [each.code for each in changed("title: Remarks\n  ", "title: Re: marks\n    ").problems] == [
        "AG114",
        "AG117",
    ]


def test_what_is_wrong_with_an_alias_is_told_where_it_stands() -> None:
    text = AGENDA.replace("title: Remarks", "title: &name Remarks").replace("4:00", "*name")
    (problem,) = read(text).problems
    assert (problem.line, problem.message) == (18, "`Remarks` is not a length of time")
    assert problem.source_line == "        duration: *name"


def test_a_mistake_in_a_part_that_is_repeated_is_told_once() -> None:
    text = AGENDA.replace(
        "duration: 5:00", "duration: 5:00\n        cues: &cues\n          - at: begni\n            say: x"
    )
    text += "        cues: *cues\n"
    assert [each.line for each in read(text).problems] == [18]


def test_a_tab_does_not_hide_mistakes_that_have_nothing_to_do_with_it() -> None:
    text = AGENDA.replace("sessions:", "Sessions:").replace("speaker: chediek", "speaker: zz")
    text = text.replace("duration: 4:00", "durration: 4:00").replace("  date:", "\tdate:")
    assert [each.code for each in read(text).problems] == ["AG111", "AG201", "AG401", "AG201"]
    several = text.replace("speaker: zz", "speakers: [chediek, zz]")
    assert [each.code for each in read(several).problems] == ["AG111", "AG201", "AG401", "AG201"]


def test_of_a_file_with_a_tab_nothing_is_told_that_may_be_right() -> None:
    text = AGENDA.replace("  chediek:", "\tchediek:").replace("        speaker", "\tspeaker")
    assert {each.code for each in read(text).problems} <= {"AG111", "AG110"}


@pytest.mark.parametrize("place", [ROOT / "agenda.yaml", "agenda.yaml"])
@pytest.mark.parametrize(
    ("media", "hint"),
    [
        ("none.mp4", "Put it beside the agenda"),
        ("resources/none.mp4", "Put it into the folder `resources`"),
        ("nowhere/none.mp4", "Make the folder `nowhere` beside the agenda, and put the file into it"),
        ("/nowhere/none.mp4", "Make the folder `/nowhere`, and put the file into it"),
        ("resources/media/sg-mesage.mp4", "Did you mean `resources/media/sg-message.mp4`?"),
    ],
)
def test_where_a_missing_video_is_to_be_put_is_said(
    place: Path | str, media: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = AGENDA.replace("duration: 5:00", f"duration: 5:00\n        media: {media}")
    (problem,) = parse(text, place).problems
    assert problem.hint == hint


def test_two_remedies_are_two_sentences_where_the_first_is_a_question() -> None:
    problem = only("duration: 5:00", "duration: media\n        media: resources/media/sg-mesage.mp4")
    assert problem.hint == "Did you mean `resources/media/sg-message.mp4`? Else write the length as a figure"


def test_a_person_whose_key_has_an_invisible_character_is_found_all_the_same() -> None:
    problem = only("  chediek:", "  chediek\u200b:")
    assert problem.message == "`chediek` is not among the people"
    assert "The key in `people:` has an invisible character: `chediek⟨U+200B⟩`" in problem.hint
    assert only("speaker: chediek", "speaker: chediek\u200b").hint == "Did you mean `chediek`?"


@pytest.mark.parametrize("mark", ["–", "—", "•", "*"])
def test_a_dash_or_bullet_that_word_made_of_a_hyphen_is_told_and_not_an_indentation(mark: str) -> None:
    problem = only("      - title: Remarks", f"      {mark} title: Remarks")
    assert problem.code == "AG130"
    assert problem.hint == "Write `- title: Remarks`"


@pytest.mark.parametrize(
    "named",
    [
        "chediek, sabharwal",
        "chediek and sabharwal",
        "Mr Jorge Chediek & Ms Gita Sabharwal",
        "chediek/sabarwal",
    ],
)
def test_several_after_speaker_are_told_how_to_be_named(named: str) -> None:
    two = AGENDA.replace("sessions:", "  sabharwal:\n    name: Ms Gita Sabharwal\nsessions:")
    (problem,) = read(two.replace("speaker: chediek", f"speaker: {named}")).problems
    assert problem.hint == "Name several with `speakers: [chediek, sabharwal]`"


def test_several_as_one_text_after_speakers_are_told_as_a_list() -> None:
    two = AGENDA.replace("sessions:", "  sabharwal:\n    name: Ms Gita Sabharwal\nsessions:")
    (problem,) = read(two.replace("speaker: chediek", "speakers: chediek and sabharwal")).problems
    assert problem.hint == "Write [chediek, sabharwal]"


@pytest.mark.parametrize("offset", ["UTC+7", "GMT+07:00", "+7", "UTC-5"])
def test_a_distance_from_greenwich_is_not_mended_into_greenwich(offset: str) -> None:
    assert only("Asia/Bangkok", offset).hint.startswith("Write the name of a zone")


def test_a_zone_in_small_letters_has_one_remedy() -> None:
    assert only("Asia/Bangkok", "asia/bangkok").hint == "Did you mean Asia/Bangkok?"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("5:00 min", "Write 5:00"),
        ("~5:00", "Write 5:00"),
        ("ca. 5:00", "Write 5:00"),
        ("1:05:00 h", "Write 1:05:00"),
        ("5:00 h", "Write m:ss, h:mm:ss, or words as in 5m, 1h 5m, 90s"),
    ],
)
def test_a_length_with_something_beside_it_is_told_without(written: str, hint: str) -> None:
    assert only("duration: 5:00", f"duration: {written}").hint == hint


def test_a_moment_whose_length_is_wrong_is_told_as_a_whole() -> None:
    cue = "duration: 5:00\n        cues: [{at: 1 min before the end, say: Ready}]"
    assert only("duration: 5:00", cue).hint == "Write 1m before end"


def test_a_line_that_is_no_part_of_an_agenda_is_told_at_its_own_place() -> None:
    problem = only("      - title: Remarks", "10:40\tRemarks\t4:00\n      - title: Remarks")
    assert (problem.line, problem.column) == (17, 1)


def test_a_line_is_moved_that_can_not_stand_where_it_is_and_not_the_rest_of_the_file() -> None:
    problem = only("        duration: 5:00", "    duration: 5:00")
    assert problem.line == 16
    assert problem.message == "This line begins after 4 spaces, where `duration` does not belong"
    assert problem.hint.startswith("Indent it by 8 spaces")


def test_a_workbook_is_not_sent_to_a_command_that_there_is_not() -> None:
    from ssc_console.agenda import source
    from ssc_console.cli.words import COMMANDS

    named = {word for _, _, hint in source._ZIPPED for word in re.findall("ssc-console ([a-z]+)", hint)}
    assert named <= COMMANDS.keys()


def test_a_person_with_a_name_alone_is_told_where_it_belongs() -> None:
    problem = only("  chediek:\n    name: Mr Jorge Chediek", "  chediek: Mr Jorge Chediek")
    assert problem.hint == "Write it on the next line, two more spaces in: `name: Mr Jorge Chediek`"


def test_people_that_can_not_be_read_are_told_once_and_not_for_each_speaker() -> None:
    problem = only("  chediek:\n    name: Mr Jorge Chediek", "  - chediek: Mr Jorge Chediek")
    assert problem.code == "AG204"


def test_the_marks_around_a_text_that_was_copied_from_a_chat_are_told_as_such() -> None:
    (problem,) = read(f"```yaml\n{AGENDA}```\n").problems
    assert (problem.code, problem.line, problem.hint) == ("AG125", 1, "Delete the lines with ```")


def test_a_rule_below_the_agenda_is_not_mended_into_a_key() -> None:
    assert all("`--:`" not in each.hint for each in read(f"{AGENDA}\n--\nKind regards\nAnn\n").problems)
