"""The player's own look at files, in processes of its own; and what a person is told where it has none."""

import sys
from pathlib import Path

import pytest

from ssc_console.preflight import player
from ssc_console.preflight.item import Verdict
from ssc_console.preflight.player import Player
from ssc_console.resources import resource

ODD = Path(__file__).resolve().parent.parent / "media"


@pytest.fixture(scope="module")
def there() -> Player:
    return player.look()


def test_the_player_is_there_since_the_set_up_installs_what_it_needs(there: Player):
    assert there.trouble is None


@pytest.mark.parametrize("file", [resource("media/unv-message.mp4"), str(ODD / "four-k.mp4")])
def test_a_video_is_opened_and_its_first_picture_decoded(there: Player, file: str):
    assert there.decode(file) is None


def test_what_the_player_cannot_open_is_told_in_its_words(there: Player):
    assert there.decode(str(ODD / "noise.mp4")) == "could not open file"


@pytest.mark.parametrize(
    "said",
    [
        "libpulse.so.0: cannot open shared object file: No such file or directory",
        "/lib/x86_64-linux-gnu/libpulse.so.0: file too short",
    ],
)
def test_a_library_that_is_missing_is_named_with_its_package(said: str):
    found = player.without(said)
    item = player.item(found)
    assert (item.verdict, item.words) == (Verdict.BAD, "libpulse.so.0 can't be loaded")
    assert item.what_to_do == "Install it: sudo apt-get install libpulse0."


def test_a_player_without_a_decoder_names_what_it_may_lack():
    item = player.item(player.without("no decoder"))
    assert item.words == "its decoder can't be loaded"
    assert "libxrandr2" in item.what_to_do


def test_where_there_is_no_player_it_is_told_once_and_not_for_each_video():
    assert player.without("No module named 'PySide6.QtMultimedia'").decode("film.mp4") is None


def test_a_machine_without_a_sound_device_is_told():
    assert player.item(Player()).verdict is Verdict.BAD
    assert player.item(Player(outputs=("Speakers",), usual="Speakers")).words == "Speakers"


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "the player crashes"),
        ("print('no json')", "the player crashes"),
        ("import signal; signal.pause()", "the player does not answer"),
    ],
)
def test_a_decoder_that_crashes_or_hangs_is_told_and_waited_for_no_longer(program: str, words: str):
    assert player.answer([sys.executable, "-c", program], patience=1.0) == words
