"""What is in a media file: the odd files beside this are made by make_odd_media.py."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from ssc_console.agenda.loading import load, parse
from ssc_console.media import MediaFacts, Unusable, facts, length

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
AGENDA = """
event: {title: T, date: 2020-09-14, start: 10:30, end: 11:30, timezone: Asia/Bangkok}
sessions: [{title: S, segments: [{title: Film, kind: video, media: whole.mp4, duration: media}]}]
"""


def told(name: str) -> str:
    found = facts(str(HERE / name))
    assert isinstance(found, Unusable)
    return str(found)


def seen(name: str) -> MediaFacts:
    found = facts(str(HERE / name))
    assert isinstance(found, MediaFacts)
    return found


def test_a_video_has_a_length_a_size_and_sound():
    assert seen("whole.mp4") == MediaFacts(
        length=timedelta(seconds=2), width=320, height=180, sound=True, codecs=("AVC", "AAC")
    )


def test_a_video_without_a_track_for_sound_has_none():
    assert not seen("silent.mp4").sound


def test_what_has_sound_only_has_no_picture():
    found = seen("sound-only.mp4")
    assert (found.picture, found.sound, found.length) == (False, True, timedelta(seconds=2))


def test_a_large_picture_is_measured():
    assert (seen("four-k.mp4").width, seen("four-k.mp4").height) == (3840, 2160)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.mp4", "There is no such file. Put it there, or mend its name in the agenda."),
        ("empty.mp4", "The file is empty. Copy or download it again."),
        ("cut.mp4", "The file is cut off before its end. Copy or download it again."),
        ("without-moov.mp4", "The file is cut off before its end. Copy or download it again."),
        ("no-length.mp4", "There is nothing in it to play. Ask for the file again."),
        ("text.mp4", "This is a text, not a video. Ask for the file itself."),
        ("web-page.mp4", "This is a web page, not a video. Ask for the file itself."),
        (
            "still-picture.mp4",
            "This is a still picture, not a video. Ask for the video, or show the picture by `do: picture`.",
        ),
        ("noise.mp4", "This is not a video that can be understood. Ask for it as MP4 (H.264 and AAC)."),
        ("", "This is no file. Name the file itself."),
        ("a\0b.mp4", "The file can't be opened: its name is not one. Check its name and its permissions."),
    ],
)
def test_what_cannot_be_played_is_told_in_one_sentence_with_what_to_do(name: str, sentence: str):
    assert told(name) == sentence


@pytest.mark.parametrize("length_kept", [1, 40, 200, 900, 1500, 2500, 4000, 4670])
def test_a_video_that_is_cut_anywhere_is_never_taken_for_whole(tmp_path: Path, length_kept: int):
    part = tmp_path / "part.mp4"
    part.write_bytes((HERE / "whole.mp4").read_bytes()[:length_kept])
    assert isinstance(facts(str(part)), Unusable)


def test_a_document_with_the_name_of_a_video_is_recognised(tmp_path: Path):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"%PDF-1.7\n" + bytes(100))
    assert "a PDF document" in str(facts(str(film)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "film.mp4")
    assert "This is no file" in str(facts(str(tmp_path / "film.mp4")))


def test_an_agenda_takes_the_files_own_length():
    loaded = parse(AGENDA, HERE / "agenda.yaml", length)
    assert loaded.rundown is not None
    assert loaded.rundown.segments[0].duration == timedelta(seconds=2)


def test_an_agenda_whose_media_has_no_length_says_so():
    loaded = parse(AGENDA.replace("whole", "text"), HERE / "agenda.yaml", length)
    (problem,) = loaded.problems
    assert (problem.code, problem.message) == (
        "AG318",
        "The length of `text.mp4` cannot be read: this is a text, not a video",
    )


def test_the_stand_ins_that_ship_are_as_long_as_the_plan_says():
    rundown = load(ROOT / "agenda.yaml").rundown
    assert rundown is not None
    videos = [segment for segment in rundown.segments if segment.video is not None]
    assert len(videos) == 2
    for segment in videos:
        found = facts(str(ROOT / str(segment.media)))
        assert isinstance(found, MediaFacts)
        assert (found.length, found.width, found.height) == (segment.duration, 1280, 720)
        assert found.sound
