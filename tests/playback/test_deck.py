"""A deck with real files: what it reports is what the video really does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from ssc_console.playback.deck import Deck
from ssc_console.show.media import MediaState, Observation
from tests.show.playbook import span

MEDIA = Path(__file__).resolve().parents[1] / "media"
SOON = 20_000
"""Milliseconds within which anything has happened, however busy the machine."""


class Told:
    """What a deck has reported."""

    def __init__(self, deck: Deck) -> None:
        self.observed: list[Observation] = []
        self.failed: list[str] = []
        deck.observed.connect(self.observed.append)
        deck.failed.connect(self.failed.append)

    @property
    def states(self) -> list[MediaState]:
        return [each.state for each in self.observed]


@pytest.fixture
def deck(qtbot: QtBot) -> Iterator[Deck]:
    made = Deck()
    yield made
    made.empty()  # one that is deleted while it plays may take the process with it


def loaded(qtbot: QtBot, deck: Deck, name: str) -> Told:
    told = Told(deck)
    deck.load(str(MEDIA / name))
    qtbot.waitUntil(lambda: deck.picture is not None or bool(told.failed), timeout=SOON)
    return told


def test_a_file_that_is_loaded_stands_at_its_first_frame(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "whole.mp4")
    assert told.observed == [Observation(MediaState.PAUSED, span("0"), span("2"))]
    assert deck.has_sound


def test_a_silent_file_is_known_to_be_silent(qtbot: QtBot, deck: Deck) -> None:
    loaded(qtbot, deck, "silent.mp4")
    assert not deck.has_sound


def test_a_video_plays_to_its_end_and_ends_once(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "whole.mp4")
    deck.roll()
    qtbot.waitUntil(lambda: MediaState.ENDED in told.states, timeout=SOON)
    assert told.states[:2] == [MediaState.PAUSED, MediaState.PLAYING]
    assert told.states.count(MediaState.ENDED) == 1
    assert told.observed[1].position is not None
    assert told.observed[1].position < span("0.5")
    deck.roll()  # it is over: the same wish again does not begin it again
    assert deck._player.playbackState() is QMediaPlayer.PlaybackState.StoppedState


def test_a_video_that_is_over_begins_again_when_it_is_put_to_its_beginning(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "whole.mp4")
    deck.roll()
    qtbot.waitUntil(lambda: MediaState.ENDED in told.states, timeout=SOON)
    told.observed.clear()
    deck.go_to(span("0"))
    deck.roll()
    qtbot.waitUntil(lambda: MediaState.PLAYING in told.states, timeout=SOON)


def test_a_pause_says_where_and_the_video_plays_on_from_there(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "whole.mp4")
    deck.go_to(span("1"))
    deck.roll()
    qtbot.waitUntil(lambda: MediaState.PLAYING in told.states, timeout=SOON)
    deck.pause()
    qtbot.waitUntil(lambda: told.states[-1] is MediaState.PAUSED, timeout=SOON)
    assert told.observed[-1].position is not None
    assert span("0.9") <= told.observed[-1].position <= span("2")


def test_a_file_that_is_still_being_loaded_is_at_the_place_that_was_wished_at_once(
    qtbot: QtBot, deck: Deck
) -> None:
    told = Told(deck)
    deck.load(str(MEDIA.parents[1] / "resources" / "media" / "sg-message.mp4"))
    deck.go_to(span("1:00"))
    deck.roll()
    qtbot.waitUntil(lambda: bool(told.observed), timeout=SOON)
    assert told.states == [MediaState.PLAYING]
    assert told.observed[0].position is not None
    assert span("1:00") <= told.observed[0].position < span("1:02")


@pytest.mark.parametrize(
    "name",
    [
        "text.mp4",
        "web-page.mp4",
        "noise.mp4",
        "without-moov.mp4",
        "empty.mp4",
        "sound-only.mp4",
        "missing.mp4",
    ],
)
def test_a_file_that_is_no_video_is_lost_and_says_why(qtbot: QtBot, deck: Deck, name: str) -> None:
    told = loaded(qtbot, deck, name)
    assert told.states == [MediaState.LOST]
    assert len(told.failed) == 1
    assert told.failed[0]


def test_a_file_that_is_cut_off_is_lost_where_it_ends_and_does_not_count_as_over(
    qtbot: QtBot, deck: Deck
) -> None:
    told = loaded(qtbot, deck, "half.mp4")
    deck.roll()
    qtbot.waitUntil(lambda: MediaState.LOST in told.states, timeout=SOON)
    assert MediaState.ENDED not in told.states


def test_a_good_file_after_a_bad_one_is_good(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "sound-only.mp4")
    deck.load(str(MEDIA / "whole.mp4"))
    qtbot.waitUntil(lambda: deck.picture is not None, timeout=SOON)
    assert told.states == [MediaState.LOST, MediaState.PAUSED]
    assert told.failed == ["it has no picture"]


def test_a_file_that_failed_is_tried_again_when_it_is_wanted_again(
    qtbot: QtBot, deck: Deck, tmp_path: Path
) -> None:
    file = tmp_path / "message.mp4"
    told = Told(deck)
    deck.load(str(file))
    assert told.failed == ["the file is not there"]
    file.write_bytes((MEDIA / "whole.mp4").read_bytes())
    deck.load(str(file))
    qtbot.waitUntil(lambda: deck.picture is not None, timeout=SOON)
    assert told.states == [MediaState.LOST, MediaState.PAUSED]


def test_a_4k_file_is_no_trouble(qtbot: QtBot, deck: Deck) -> None:
    told = loaded(qtbot, deck, "four-k.mp4")
    assert (told.failed, deck.picture is not None) == ([], True)


FIRST_STOPS = """
import os, sys, time
from PySide6.QtWidgets import QApplication
from ssc_console.playback.deck import Deck
application = QApplication([])
decks = []

def for_milliseconds(count):
    until = time.monotonic() + count / 1000
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.001)

for _ in range(80):
    decks.append(Deck())
    decks[-1].load(sys.argv[1])
    for_milliseconds(40)
    decks[-1].roll()
    for_milliseconds(30)
    decks[-1].empty()
print("all stopped", flush=True)
os._exit(0)
"""


def test_the_first_stop_of_a_deck_never_stands_still() -> None:
    """Before it was mended one in some forty did: a process that hangs can only be tried as a process."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_STOPS, str(MEDIA / "whole.mp4")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=MEDIA.parents[1],
        timeout=60,
        text=True,
        check=True,
    )
    assert done.stdout == "all stopped\n"
