"""Chapters for the recording: where each segment begins in it, and what each player wants."""

import json
import re
import shutil
import subprocess
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console import timecode
from ssc_console.reports.chapter_formats import CHAPTER_FORMATS, run_chapters
from ssc_console.reports.chapters import BEFORE, Chapter, NoChapters, chapters, parse_offset
from ssc_console.show import commands as c
from ssc_console.show.as_run import as_run
from ssc_console.show.history import History
from ssc_console.show.instants import ZERO
from ssc_console.show.value import replace
from tests.reports.runs import PLAN, broken, cut, of, opened, whole
from tests.show.playbook import Playbook, rundown, segment, span

ODD = rundown(
    segment("a", "1:00", title="Values = 1; #2 \\ 3"),
    segment("b", "1:00", title="A --> B <i>"),
    segment("d", "1:00", title="开幕式"),
)


def lines(offset: str) -> list[tuple[str, str]]:
    """Start and title of each chapter of the whole run."""
    found = chapters(as_run(whole()), span(offset))
    return [(timecode.span(each.start), each.title) for each in found]


def test_chapters_begin_where_the_segments_begin_in_the_recording():
    assert lines("3:25") == [
        ("0:00", BEFORE),
        ("3:25", "=Welcome"),
        ("5:00", "Address"),
        ("11:30", "Remarks"),
        ("17:50", "Technical break"),
        ("18:25", "Close <b>"),
    ]


def test_a_recording_that_begins_with_the_show_has_nothing_before_it():
    assert lines("0:00")[0] == ("0:00", "=Welcome")


def test_a_recording_that_began_late_lacks_what_came_before():
    assert lines("-2:00")[:2] == [("0:00", "Address"), ("6:05", "Remarks")]


def test_a_recording_that_began_after_the_show_is_told_to_look_at_its_offset():
    with pytest.raises(NoChapters, match="began 30:00 after its start has nothing of it: look at --offset"):
        chapters(as_run(whole()), span("-30:00"))


def test_a_segment_that_was_taken_again_at_once_is_one_chapter():
    assert [each.title for each in chapters(as_run(broken()), ZERO)] == ["=Welcome", "Address", "=Welcome"]


def test_the_last_chapter_of_an_unfinished_run_lasts_until_its_record_ends():
    assert chapters(as_run(cut()), ZERO)[-1].end == span("3:00")


def test_a_run_in_which_nothing_was_on_air_has_no_chapters_in_any_format():
    for form in CHAPTER_FORMATS:
        with pytest.raises(NoChapters, match="choose another run"):
            run_chapters(opened(), form)


@given(st.integers(-1000, 2000).map(lambda each: timedelta(seconds=each)))
def test_chapters_follow_each_other_without_gaps(offset: timedelta):
    run = as_run(whole())
    found: tuple[Chapter, ...] = ()
    try:
        found = chapters(run, offset)
    except NoChapters:
        assert run.ended is not None
        assert run.started is not None
        assert run.ended.at - run.started.at + offset <= ZERO
        return
    assert found[0].start == ZERO
    assert all(one.end == two.start for one, two in pairwise(found))
    assert all(each.length > ZERO for each in found)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("0:03:25", "3:25"),
        ("3:25", "3:25"),
        ("1:02:03.500", "1:02:03.5"),
        ("-0:01:10", "-1:10"),
        ("−1:10", "-1:10"),
    ],
)
def test_an_offset_is_hours_minutes_and_seconds(text: str, offset: str) -> None:
    assert parse_offset(text) == span(offset)


@pytest.mark.parametrize("text", ["", "soon", "90", "3:99", "--1:00", "1:00:00:00", "+3:25"])
def test_another_offset_is_told_what_to_write(text: str) -> None:
    with pytest.raises(timecode.NotATime, match="0:03:25"):
        parse_offset(text)


# ---- players


def test_webvtt_has_a_cue_a_chapter():
    text = run_chapters(of(ODD, "1:00", "1:00", "1:00"), "vtt", span("0:30")).text
    assert text.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:30.000\nBefore the start\n\n")
    assert "00:01:30.000 --> 00:02:30.000\nA --&gt; B &lt;i&gt;\n" in text
    for block in text.strip().split("\n\n")[1:]:
        assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3} --> \d\d:\d\d:\d\d\.\d{3}\n[^\n]+", block)


def test_speakers_stand_behind_the_title_with_their_own():
    assert (
        "Address: Mr Jorge Chediek, Director, UN Office for South-South Cooperation, UNOSSC"
        in run_chapters(whole(), "vtt").text
    )
    assert "Remarks: คุณพัชรัตน์ หงษ์ทอง, Director-General, TICA; 王小明" in run_chapters(whole(), "youtube").text


def test_youtube_begins_at_nought_and_takes_whole_seconds():
    text = run_chapters(whole(), "youtube", span("3:25")).text
    assert text.splitlines()[:2] == ["0:00 Before the start", "3:25 =Welcome"]
    assert "<" not in text


def test_a_chapter_too_short_for_youtube_is_part_of_its_neighbour_and_that_is_said():
    told = run_chapters(of(ODD, "1:00", "0:05", "2:00"), "youtube", span("0:12"))
    assert told.text == "0:00 Before the start\n0:12 Values = 1; #2 \\ 3\n1:17 开幕式\n"
    assert told.remarks == (
        "“A --> B <i>” is shorter than YouTube's 10 seconds: it is part of the one before it.",
    )
    told = run_chapters(of(ODD, "1:00", "1:00", "2:00"), "youtube", span("0:04"))
    assert told.text.startswith("0:00 Values = 1; #2 \\ 3\n1:04 ")


def test_too_few_chapters_for_youtube_are_refused_with_what_to_do_instead():
    with pytest.raises(NoChapters, match=r"this recording has 2: use --format vtt or ffmetadata"):
        run_chapters(of(rundown(segment("a"), segment("b")), "1:00", "1:00"), "youtube")


def test_a_description_too_long_for_youtube_names_people_without_their_titles():
    many = replace(
        rundown(*(segment(f"s{number}", "1:00", speakers=("chediek",)) for number in range(90))),
        people=PLAN.people,
    )
    told = run_chapters(of(many, *["1:00"] * 90), "youtube")
    assert told.remarks == ()
    assert told.text.splitlines()[1] == "1:00 S1: Mr Jorge Chediek"


def test_a_description_that_is_too_long_all_the_same_is_told_to_be_shortened():
    many = rundown(*(segment(f"s{number}", "1:00", title="A long title " * 4) for number in range(120)))
    (remark,) = run_chapters(of(many, *["1:00"] * 120), "youtube").remarks
    assert remark.endswith("shorten it.")


def test_ffmetadata_escapes_what_ffmpeg_would_read():
    text = run_chapters(of(ODD, "1:00", "1:00", "1:00"), "ffmetadata").text
    assert text.startswith(";FFMETADATA1\n")
    assert "title=Values \\= 1\\; \\#2 \\\\ 3\n" in text
    assert "[CHAPTER]\nTIMEBASE=1/1000\nSTART=60000\nEND=120000\n" in text


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_ffmpeg_puts_the_chapters_into_a_video(tmp_path: Path):
    metadata, video, done = (tmp_path / name for name in ("chapters.txt", "show.mp4", "done.mp4"))
    metadata.write_text(
        run_chapters(of(ODD, "1:00", "1:00", "1:00"), "ffmetadata", span("0:20")).text, "utf-8"
    )
    _run("ffmpeg", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=1", "-t", "200", str(video))
    _run("ffmpeg", "-i", str(video), "-i", str(metadata), "-map_metadata", "1", "-codec", "copy", str(done))
    told = json.loads(_run("ffprobe", "-show_chapters", "-of", "json", str(done)))
    assert [(float(each["start_time"]), each["tags"]["title"]) for each in told["chapters"]] == [
        (0.0, "Before the start"),
        (20.0, "Values = 1; #2 \\ 3"),
        (80.0, "A --> B <i>"),
        (140.0, "开幕式"),
    ]


def _run(*command: str) -> str:
    return subprocess.run(
        [command[0], "-v", "error", *command[1:]], check=True, capture_output=True, text=True
    ).stdout


# ---- the event's page


def test_the_summary_for_the_page_says_who_spoke_and_when():
    text = run_chapters(whole(), "page-md").text
    assert "### Opening" in text
    assert "- 10:31 **Address**: Mr Jorge Chediek, Director, UN Office" in text
    assert "### Closing & thanks" in text


def test_the_summary_as_html_is_a_fragment_that_escapes_names():
    text = run_chapters(whole(), "page-html").text
    assert text.startswith("<section>")
    assert "<strong>Close &lt;b&gt;</strong>" in text
    assert '<time datetime="2020-09-14T10:31:40+07:00">10:31</time>' in text


def test_a_segment_that_was_taken_twice_is_told_once():
    assert run_chapters(broken(), "page-md").text.count("Address") == 1


def recorded(*reports: tuple[str, str | None]) -> History:
    """Three segments of a minute each from 10:30, and what the recorder said at which times."""
    show = Playbook(ODD, opened="10:20:00")
    steps: list[tuple[str, c.Command | c.Report]] = [
        ("10:30:00", c.Start()),
        ("10:31:00", c.Advance()),
        ("10:32:00", c.Advance()),
        ("10:33:00", c.End()),
    ]
    steps += [(at, c.NoticeRecording(None if into is None else span(into))) for at, into in reports]
    for at, step in sorted(steps, key=lambda each: each[0]):
        show.at(at).do(step)
    return show.history


def starts(history: History, offset: str | None = None) -> list[str]:
    found = chapters(as_run(history), None if offset is None else span(offset))
    return [timecode.span(each.start) for each in found]


def test_where_the_recorder_was_heard_no_offset_is_needed():
    history = recorded(("10:26:35", "0:00"))
    assert starts(history) == ["0:00", "3:25", "4:25", "5:25"]
    assert run_chapters(history, "vtt").remarks == (
        "As the recorder said, the show starts at 3:25 of its recording; --offset says otherwise.",
    )
    assert run_chapters(history, "page-md").remarks == ()


def test_an_offset_by_hand_wins_over_what_the_recorder_said():
    history = recorded(("10:26:35", "0:00"))
    assert starts(history, "0:10") == ["0:00", "0:10", "1:10", "2:10"]
    assert run_chapters(history, "vtt", span("0:10")).remarks == ()


def test_a_pause_of_the_recording_moves_the_chapters_after_it():
    assert starts(recorded(("10:30:00", "0:00"), ("10:31:50", "1:20"))) == ["0:00", "1:00", "1:30"]


def test_of_two_recordings_the_one_with_the_most_of_the_show_has_the_chapters():
    history = recorded(("10:29:00", "0:00"), ("10:30:30", None), ("10:30:40", "0:00"))
    assert starts(history) == ["0:00", "0:20", "1:20"]
    assert "It made 2 recordings" in run_chapters(history, "vtt").remarks[1]


def test_a_recording_that_was_stopped_in_the_show_has_no_chapters_after_that():
    found = chapters(as_run(recorded(("10:30:00", "0:00"), ("10:31:30", None))))
    assert [(each.start, each.end) for each in found] == [(ZERO, span("1:00")), (span("1:00"), span("1:30"))]
