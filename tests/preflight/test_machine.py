"""What the check says of the machine."""

from pathlib import Path

import pytest

from ssc_console.preflight.item import Verdict
from ssc_console.preflight.machine import clock, clock_is_set, journal, off_by, room
from ssc_console.preflight.monitors import monitors

TRACKING = """Reference ID    : A29FC87B (time.example)
Stratum         : 3
System time     : {} seconds {} of NTP time
Leap status     : {}
"""


def test_one_monitor_is_a_warning_since_the_audience_needs_its_own():
    item = monitors([(1920, 1080)])
    assert (item.verdict, item.words) == (Verdict.WARNING, "one, 1920×1080")


def test_two_monitors_are_good():
    assert monitors([(1920, 1080), (1280, 720)]).verdict is Verdict.GOOD


def test_where_no_monitor_can_be_seen_it_is_said_where_to_look():
    assert "on the desk" in monitors([]).what_to_do


def test_a_journal_that_can_be_written_is_good_and_nothing_is_left_in_it(tmp_path: Path):
    assert journal(str(tmp_path))[0].verdict is Verdict.GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_is_still_to_be_made_is_tried_where_it_will_be_made(tmp_path: Path):
    assert journal(str(tmp_path / "a" / "b"))[0].verdict is Verdict.GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_journal_in_a_place_that_takes_nothing_is_bad():
    (item,) = journal("/proc/ssc-console")
    assert item.verdict is Verdict.BAD
    assert item.words.startswith("can't be written: ")
    assert "/proc/ssc-console" in item.what_to_do


@pytest.mark.parametrize(
    ("free", "verdict", "words"),
    [
        (84_400_000_000, Verdict.GOOD, "84.4 GB free"),
        (1_000_000_000, Verdict.GOOD, "1.0 GB free"),
        (999_999_999, Verdict.WARNING, "999 MB free"),
        (50_000_000, Verdict.WARNING, "50 MB free"),
        (49_999_999, Verdict.BAD, "49 MB free"),
        (0, Verdict.BAD, "0 MB free"),
    ],
)
def test_little_room_is_a_warning_and_too_little_is_bad(free: int, verdict: Verdict, words: str):
    assert (room(free).verdict, room(free).words) == (verdict, words)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (("0.000412", "fast", "Normal"), 0.000412),
        (("2.500000", "slow", "Normal"), -2.5),
        (("0.000000", "slow", "Not synchronised"), None),
    ],
)
def test_how_far_the_clock_is_off_is_what_chrony_says(said: tuple[str, str, str], seconds: float | None):
    assert off_by(TRACKING.format(*said)) == seconds


def test_what_is_not_chronys_answer_says_nothing_of_the_clock():
    assert off_by("506 Cannot talk to daemon") is None


def test_a_clock_that_the_network_does_not_set_is_a_warning():
    assert clock_is_set(by_network=True).verdict is Verdict.GOOD
    assert clock_is_set(by_network=False).what_to_do == "Switch that on: timedatectl set-ntp true."


def test_a_clock_is_never_bad_since_the_show_counts_by_another():
    assert clock().verdict in (Verdict.GOOD, Verdict.WARNING)
