"""What people are told of OBS."""

from datetime import timedelta

import pytest

from ssc_console.outputs.obs.state import MediaNow, ObsState, Phase, RecordingNow, trouble_of, why_not
from ssc_console.show.actions import parse
from ssc_console.show.instants import SECOND
from ssc_console.show.media import MediaState, Observation
from tests.outputs.obs_room import at

PLACE = "10.0.0.7:4455"


@pytest.mark.parametrize("phase", [Phase.OFF, Phase.CONNECTING, Phase.CONNECTED])
def test_a_lamp_is_dark_where_nothing_is_wrong(phase: Phase) -> None:
    assert trouble_of(ObsState(phase, PLACE)) is None


@pytest.mark.parametrize(
    ("state", "words", "more"),
    [
        (
            ObsState(Phase.LOST, PLACE, "connection refused", 8 * SECOND),
            "No OBS",
            "OBS at 10.0.0.7:4455: connection refused. It is tried again in 0:08; then OBS follows the show "
            "again.",
        ),
        (
            ObsState(Phase.REFUSED, PLACE, "it does not take this password", 30 * SECOND),
            "OBS refuses",
            "OBS at 10.0.0.7:4455: it does not take this password. Look at SSC_CONSOLE_OBS_PASSWORD and at "
            "OBS: Tools, WebSocket Server Settings.",
        ),
        (
            ObsState(Phase.BARRED, PLACE, "somebody there ended this connection"),
            "OBS sent us away",
            "OBS at 10.0.0.7:4455: somebody there ended this connection. It is not tried again by itself: "
            "ask for it when OBS may be used again.",
        ),
    ],
)
def test_a_lamp_says_what_is_wrong_and_what_comes_of_it(state: ObsState, words: str, more: str) -> None:
    trouble = trouble_of(state)
    assert trouble is not None
    assert (trouble.words, trouble.more) == (words, more)


def test_a_console_without_obs_says_how_to_get_one() -> None:
    why = why_not(ObsState(), parse("obs scene: A"))
    assert why.startswith(
        "OBS is not used: give its host in the settings, or set SSC_CONSOLE_OBS_HOST before"
    )


def test_a_recording_goes_on_unless_it_is_paused() -> None:
    running = RecordingNow(at("10:30:00"), 5 * SECOND)
    paused = RecordingNow(at("10:30:00"), 5 * SECOND, paused=True)
    assert running.into_at(at("10:30:10")) == 15 * SECOND
    assert paused.into_at(at("10:30:10")) == 5 * SECOND


@pytest.mark.parametrize(
    ("observation", "remaining"),
    [
        (Observation(MediaState.PLAYING, 5 * SECOND, 60 * SECOND), 45 * SECOND),
        (Observation(MediaState.PLAYING, 58 * SECOND, 60 * SECOND), timedelta()),
        (Observation(MediaState.PAUSED, 5 * SECOND, 60 * SECOND), 55 * SECOND),
        (Observation(MediaState.ENDED), timedelta()),
        (Observation(MediaState.LOST), None),
    ],
)
def test_what_is_left_of_a_video_ten_seconds_later(
    observation: Observation, remaining: timedelta | None
) -> None:
    assert MediaNow("Video 1", at("10:30:00"), observation).remaining(at("10:30:10")) == remaining
