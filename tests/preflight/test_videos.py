"""What the check says of videos: the facts are those of real files, the player is asked or answered for."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ssc_console.media import MediaFacts, facts
from ssc_console.preflight.item import Item, Verdict
from ssc_console.preflight.subject import Subject
from ssc_console.preflight.videos import video, videos
from ssc_console.show.rundown import Kind, Person, Segment
from ssc_console.show.value import replace
from tests.staged import an_hour, minutes

ODD = Path(__file__).resolve().parent.parent / "media"


def film(planned: timedelta = timedelta(seconds=2), media: str = "whole.mp4") -> Segment:
    return Segment(id="film", title="Film", kind=Kind.VIDEO, media=media, duration=planned, speakers=("sg",))


def found(
    seconds: float = 170, width: int = 1280, height: int = 720, *, sound: bool = True, planned: str = "2:50"
) -> Item:
    about = MediaFacts(
        length=timedelta(seconds=seconds), width=width, height=height, sound=sound, codecs=("AVC", "AAC")
    )
    return video("Video 1", film(minutes(planned)), about, lambda: None)


def of_file(name: str, planned: str = "0:02") -> Item:
    segment = film(minutes(planned), name)
    return video("Video 1", segment, facts(str(ODD / name)), lambda: None)


def test_a_video_as_planned_is_good():
    assert found() == Item("Video 1", Verdict.GOOD, "2:50, sound")


def test_a_video_shorter_than_planned_is_a_warning_with_both_lengths():
    item = found(161)
    assert (item.verdict, item.words) == (Verdict.WARNING, "2:41, plan says 2:50")
    assert "`duration: 2:41` or `duration: media`" in item.what_to_do


def test_the_duration_that_is_proposed_cuts_nothing_of_the_video():
    assert "`duration: 3:05`" in found(184.2).what_to_do


@given(off=st.integers(-169_000, 600_000))
def test_a_length_is_as_planned_within_less_than_a_second(off: int):
    item = found(170 + off / 1000)
    assert (item.verdict is Verdict.GOOD) == (abs(off) < 1000)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (found(sound=False), "2:50, no sound"),
        (found(width=3840, height=2160), "2:50, very large: 3840×2160"),
        (found(width=720, height=1280), "2:50, upright: 720×1280"),
        (found(width=320, height=180), "2:50, small: 320×180"),
    ],
)
def test_what_the_audience_would_notice_is_a_warning(item: Item, words: str):
    assert (item.verdict, item.words) == (Verdict.WARNING, words)
    assert item.what_to_do.endswith(".")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.mp4", "no such file"),
        ("empty.mp4", "empty"),
        ("cut.mp4", "cut off before its end"),
        ("without-moov.mp4", "cut off before its end"),
        ("text.mp4", "a text, not a video"),
        ("still-picture.mp4", "a still picture, not a video"),
        ("sound-only.mp4", "sound only, no picture"),
    ],
)
def test_what_cannot_be_shown_is_bad_and_names_the_file(name: str, words: str):
    item = of_file(name)
    assert (item.verdict, item.words) == (Verdict.BAD, words)
    assert item.what_to_do.endswith(f": {name}.")


def test_what_the_player_refuses_is_bad_whatever_the_file_says_of_itself():
    item = video("Video 1", film(), facts(str(ODD / "whole.mp4")), lambda: "the player crashes")
    assert (item.verdict, item.words) == (Verdict.BAD, "does not play: the player crashes")
    assert item.what_to_do == "whole.mp4 is AVC and AAC: ask for it as MP4 (H.264 and AAC)."


def test_the_player_is_not_asked_about_a_file_that_is_none():
    asked: list[str] = []

    def decode(path: str) -> str | None:
        asked.append(Path(path).name)
        return None

    segments = [film(), film(media="text.mp4"), film(media="sound-only.mp4")]
    several = [replace(segment, id=f"film-{number}") for number, segment in enumerate(segments)]
    rundown = an_hour(*several, people=(Person(id="sg", name="The Secretary-General"),))
    items = list(videos(Subject(rundown=rundown, folder=str(ODD), journal=""), decode))
    assert asked == ["whole.mp4"]
    assert [item.what for item in items][:2] == [
        "Video 1: The Secretary-General",
        "Video 2: The Secretary-General",
    ]
