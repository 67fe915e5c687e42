"""What an agenda says becomes the rundown that it means."""

import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from ssc_console import timecode
from ssc_console.agenda import Loaded
from ssc_console.agenda.loading import load, parse
from ssc_console.show.instants import WallInstant
from ssc_console.show.plan import buffer, planned_timeline
from ssc_console.show.rundown import Kind, Moment, Rundown
from tests.agenda.agendas import AGENDA, PROGRAMME, ROOT, changed, codes, read

MINUTE = timedelta(minutes=1)
START = WallInstant(datetime(2020, 9, 14, 3, 30, tzinfo=UTC))


def rundown_of(loaded: Loaded) -> Rundown:
    assert loaded.rundown is not None, loaded.problems
    return loaded.rundown


def test_a_right_agenda_has_no_problems() -> None:
    loaded = read(AGENDA)
    rundown = rundown_of(loaded)
    assert loaded.problems == ()
    assert loaded.made_ids == ("remarks",)
    assert (rundown.event.start, rundown.event.hard_out) == (START, START + 60 * MINUTE)
    assert [segment.id for segment in rundown.segments] == ["address", "remarks"]
    assert rundown.by_id["address"].speakers == ("chediek",)
    assert rundown.by_id["address"].session == "Opening"
    assert rundown.people["chediek"].name == "Mr Jorge Chediek"


def test_the_example_of_the_format_is_loaded_once_its_video_is_there() -> None:
    page = (ROOT / "docs" / "agenda-format.md").read_text(encoding="utf-8")
    assert rundown_of(read(page.split("```yaml\n")[1].split("```")[0])).segments[0].title == "Address"


def test_the_whole_example_of_the_design_is_loaded_once_its_video_is_there(tmp_path: Path) -> None:
    (tmp_path / "resources" / "media").mkdir(parents=True)
    (tmp_path / "resources" / "media" / "sg-message.mp4").touch()
    text = (Path(__file__).parent / "design_example.yaml").read_text(encoding="utf-8")
    loaded = parse(text, tmp_path / "agenda.yaml", media_length=lambda _: timedelta(minutes=3, seconds=4))
    rundown = rundown_of(loaded)
    assert loaded.problems == ()
    address, video = rundown.segments
    assert (address.duration, address.intro, address.fixed_start) == (
        5 * MINUTE,
        MINUTE / 3,
        START + 15 * MINUTE,
    )
    assert [(cue.id, cue.moment, cue.offset, cue.auto) for cue in address.cues] == [
        ("chediek-name", Moment.BEGIN, timedelta(0), True),
        ("chediek-address/2", Moment.END, -MINUTE, False),
    ]
    assert (video.kind, video.duration, video.auto_advance) == (Kind.VIDEO, timedelta(seconds=184), True)
    assert [cue.id for cue in rundown.event.cues] == ["show/1", "show/2"]
    assert loaded.made_ids == ("video-message-of-the-un-secretary-general",)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + AGENDA.replace("\n", "\r\n").encode())
    assert load(path) == read(AGENDA)


def test_windows_line_ends_do_not_move_a_problem() -> None:
    broken = AGENDA.replace("speaker: chediek", "speaker: nobody")
    there = [(each.line, each.column, each.source_line.strip()) for each in read(broken).problems]
    windows = read(broken.replace("\n", "\r\n"))
    assert [(each.line, each.column, each.source_line.strip()) for each in windows.problems] == there


def test_words_that_other_yaml_readers_take_for_something_else_are_text() -> None:
    for title in ("no", "on", "NO", "Yes", "1e3", "0x10", "10:30", "2020-09-14", ".inf", "True", "Null"):
        assert rundown_of(changed("title: Address", f"title: {title}")).segments[0].title == title


def test_a_key_that_is_left_empty_counts_as_absent() -> None:
    for empty in ("", " null", " ~", ' ""', " ' '"):
        segment = rundown_of(
            changed("speaker: chediek", f"speaker: chediek\n        notes:{empty}")
        ).segments[0]
        assert segment.notes is None


def test_lengths_are_written_with_colons_or_in_words() -> None:
    for text, minutes in (
        ("5:00", 5),
        ("0:05:00", 5),
        ("5m", 5),
        ("1h 5m", 65),
        ("90s", 1.5),
        ("' 5:00 '", 5),
    ):
        assert (
            rundown_of(changed("duration: 5:00", f"duration: {text}")).segments[0].duration
            == minutes * MINUTE
        )


def test_the_events_intro_is_every_segments_unless_it_has_its_own() -> None:
    text = AGENDA.replace("  end: 11:30", "  end: 11:30\n  intro: 0:20")
    text = text.replace("duration: 4:00", "duration: 4:00\n        intro: 0:00")
    text += "      - title: Close\n        until: 11:00\n"
    intros = [segment.intro for segment in rundown_of(read(text)).segments]
    assert intros == [timedelta(seconds=20), timedelta(0), timedelta(0)]


def test_a_segment_can_go_until_a_time_of_day() -> None:
    segment = rundown_of(changed("duration: 4:00", "until: 11:05")).segments[1]
    assert (segment.duration, segment.until) == (None, START + 35 * MINUTE)


def test_a_show_that_crosses_midnight_ends_on_the_next_day() -> None:
    text = AGENDA.replace("start: 10:30", "start: 23:30").replace("end: 11:30", "end: 0:30")
    text = text.replace("duration: 4:00", "start: 0:10\n        until: 0:20")
    rundown = rundown_of(read(text))
    midnight = timecode.resolve(date(2020, 9, 15), time(0), "Asia/Bangkok")
    assert rundown.event.hard_out == midnight + 30 * MINUTE
    assert rundown.segments[1].fixed_start == midnight + 10 * MINUTE
    assert rundown.segments[1].until == midnight + 20 * MINUTE


def test_a_start_at_the_events_start_is_on_the_same_day() -> None:
    assert (
        rundown_of(changed("duration: 5:00", "duration: 5:00\n        start: 10:30")).segments[0].fixed_start
        == START
    )


def test_ids_are_made_in_file_order_and_never_take_one_that_the_file_gives() -> None:
    titles = "".join(f"      - title: Remarks\n        duration: {minutes}:00\n" for minutes in (1, 2))
    text = AGENDA + titles + "      - id: remarks-2\n        title: Other\n        duration: 1:00\n"
    loaded = read(text)
    assert [segment.id for segment in rundown_of(loaded).segments][1:] == [
        "remarks",
        "remarks-3",
        "remarks-4",
        "remarks-2",
    ]
    assert loaded.made_ids == ("remarks", "remarks-3", "remarks-4")


def test_a_segment_called_show_leaves_that_id_to_the_cues_of_the_event() -> None:
    assert rundown_of(changed("title: Remarks", "title: Show")).segments[1].id == "show-2"


def test_a_cue_without_an_id_is_named_after_its_place() -> None:
    cues = """speaker: chediek
        cues:
          - {at: start, say: one}
          - {at: begin, say: two, id: named}
          - {at: 0:10 before end, do: [lower third, black], lead: 5s, to: tech}"""
    made = rundown_of(changed("speaker: chediek", cues)).segments[0].cues
    assert [cue.id for cue in made] == ["address/1", "named", "address/3"]
    assert (made[2].do, made[2].lead, made[2].to) == (("lower third", "black"), timedelta(seconds=5), "tech")


def test_a_cue_of_the_event_can_hang_on_the_hard_out() -> None:
    text = AGENDA.replace("people:", "  cues:\n    - {at: 1:00 before hard out, say: x}\npeople:")
    (cue,) = rundown_of(read(text)).event.cues
    assert (cue.segment, cue.moment, cue.offset) == (None, Moment.HARD_OUT, -MINUTE)


def test_an_alias_repeats_a_part_of_the_file() -> None:
    text = AGENDA.replace("duration: 5:00", "duration: &usual 5:00").replace(
        "duration: 4:00", "duration: *usual"
    )
    assert rundown_of(read(text)).segments[1].duration == 5 * MINUTE


def test_an_empty_second_document_does_no_harm() -> None:
    assert read(AGENDA + "---\n# nothing\n").problems == ()


def test_a_missing_file_a_folder_and_a_pipe_have_an_answer(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(AGENDA, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    assert codes(load(tmp_path / "agend.yaml")) == ["AG101"]
    assert load(tmp_path / "agend.yaml").problems[0].hint == "Did you mean agenda.yaml?"
    assert codes(load(tmp_path / "agenda.yaml" / "inside.yaml")) == ["AG101"]
    assert codes(load(tmp_path)) == ["AG102"]
    assert codes(load(tmp_path / "pipe")) == ["AG102"]
    assert codes(load(Path("/dev/zero"))) == ["AG102"]
    assert codes(load(tmp_path / ("x" * 300))) == ["AG103"]
    assert codes(load(tmp_path / "a\0b")) == ["AG103"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_has_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    path.chmod(0)
    assert codes(load(path)) == ["AG103"]


def test_a_file_of_100_mb_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "agenda.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (problem,) = load(path).problems
    assert (problem.code, problem.message) == ("AG104", "The file has 100 MB: no agenda is as large as that")


def test_files_nested_beyond_any_stack_have_an_answer() -> None:
    for text in ("[" * 200_000, "- " * 200_000, "? " * 200_000, "{a: " * 200_000, "a: &a " * 10_000):
        assert read(text).rundown is None


def test_the_longest_of_lines_is_answered_in_time() -> None:
    for line in ("a" * 3_000_000, "title: " + " " * 3_000_000 + '"', '"' * 1_000_000, "a: b " * 300_000):
        assert read(AGENDA + line).rundown is None


def test_ten_thousand_equal_titles_get_ten_thousand_ids() -> None:
    loaded = read(AGENDA + "      - {title: Remarks, duration: 1s}\n" * 10_000)
    assert len(rundown_of(loaded).by_id) == 10_002
    assert loaded.made_ids[-1] == "remarks-10001"


def test_a_plan_that_does_not_fit_is_loaded_with_a_warning() -> None:
    loaded = changed("duration: 5:00", "duration: 1h")
    assert codes(loaded) == ["AG502"]
    assert buffer(rundown_of(loaded)) == -4 * MINUTE


def test_a_gap_before_a_fixed_start_is_no_problem() -> None:
    loaded = changed("duration: 4:00", "duration: 4:00\n        start: 10:45")
    assert codes(loaded) == []
    assert planned_timeline(rundown_of(loaded))[1].planned_start == START + 15 * MINUTE


def test_a_threshold_is_compared_with_the_usual_other_one() -> None:
    assert codes(changed("duration: 5:00", "duration: 5:00\n        wrap_up: 2:00")) == ["AG314"]
    assert codes(changed("duration: 5:00", "duration: 5:00\n        warning: 0:20")) == ["AG314"]
    assert codes(changed("duration: 4:00", "duration: 1:00\n        warning: 0:20")) == []
    assert codes(changed("  end: 11:30", "  end: 11:30\n  warning: 0:30\n  wrap_up: 1:00")) == ["AG314"]


def test_warnings_of_a_file_with_mended_mistakes_are_not_told() -> None:
    text = AGENDA.replace("title: Address", 'title: "Address').replace("speaker: chediek", "notes: none")
    assert codes(read(text)) == ["AG112"]


def test_the_programme_of_the_day_can_be_used() -> None:
    loaded = load(PROGRAMME)
    assert rundown_of(loaded).event.hard_out == START + 60 * MINUTE
    assert {problem.code for problem in loaded.problems} <= {"AG404"}
