"""The whole programme against the real OBS Studio: script/test-obs runs it, and installs what is missing."""

import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import reduce
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.clock import RealClock
from ssc_console.outputs.obs.link import Patience
from ssc_console.outputs.obs.state import Phase
from ssc_console.outputs.obs.surface import SETTLES_IN
from ssc_console.outputs.outcome import Performed
from ssc_console.show.actions import parse
from ssc_console.show.commands import NoticeRecording, ObserveMedia
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.media import MediaState
from ssc_console.show.obs_wanted import ObsWanted, after
from ssc_console.show.value import replace
from tests.outputs.obs_room import Room
from tests.outputs.obs_studio import PASSWORD, ObsStudio

PATIENCE = replace(Patience(), pauses=(SECOND / 5, SECOND / 2), pulse=SECOND)


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObsStudio]:
    obs = ObsStudio(tmp_path_factory.mktemp("obs"))
    try:
        obs.start().furnish()
        yield obs
    finally:
        obs.close()


@pytest.fixture
def room(qtbot: QtBot, studio: ObsStudio) -> Iterator[Room]:
    studio.ask("SetCurrentProgramScene", sceneName="Holding")
    made = Room(qtbot, studio.port, PASSWORD, PATIENCE, begins=10, clock=RealClock(), settles=SETTLES_IN)
    yield made.connected().until(lambda: made.obs.state.streaming is not None)
    made.close()


def do(room: Room, text: str) -> None:
    outcome = room.do(text)
    assert isinstance(outcome, Performed), outcome


def scene(studio: ObsStudio) -> Any:
    return studio.ask("GetCurrentProgramScene")["currentProgramSceneName"]


def states(room: Room) -> list[MediaState]:
    return [each.observation.state for each in room.reports if isinstance(each, ObserveMedia)]


def recorded(room: Room) -> list[timedelta | None]:
    return [each.into for each in room.reports if isinstance(each, NoticeRecording)]


def test_a_scene_is_switched_and_read_back(room: Room, studio: ObsStudio) -> None:
    room.until(lambda: room.obs.state.scene == "Holding")  # OBS answers in any order
    do(room, "obs scene: Speaker")
    assert scene(studio) == "Speaker"
    room.until(lambda: room.obs.state.scene == "Speaker")


def test_a_scene_that_the_technician_switches_is_seen(room: Room, studio: ObsStudio) -> None:
    studio.ask("SetCurrentProgramScene", sceneName="Video")
    room.until(lambda: room.obs.state.scene == "Video")


def test_an_unknown_scene_is_answered_with_the_nearest(room: Room) -> None:
    assert room.why("obs scene: Speakr") == "OBS has no scene “Speakr”. Did you mean “Speaker”?"


def test_an_unknown_source_is_answered_with_the_nearest(room: Room) -> None:
    do(room, "obs scene: Speaker")
    assert room.why("obs hide: Logoo") == (
        "OBS has no source “Logoo” in its scene “Speaker”. Did you mean “Logo”?"
    )
    assert room.why("obs restart: Video1") == "OBS has no media source “Video1”. Did you mean “Video 1”?"
    assert "“Logo” in OBS is no media source. Did you mean" not in room.why("obs restart: Logo")
    assert room.why("obs restart: Logo").startswith("“Logo” in OBS is no media source.")


def test_a_source_is_hidden_and_shown_again_right_after_a_scene(room: Room, studio: ObsStudio) -> None:
    room.obs.perform(parse("obs scene: Speaker"), 1)
    do(room, "obs hide: Logo")
    assert not studio.is_shown("Speaker", "Logo")
    do(room, "obs show: Logo")
    assert studio.is_shown("Speaker", "Logo")


def test_a_video_rolls_is_paused_sought_and_ends(room: Room, studio: ObsStudio) -> None:
    do(room, "obs scene: Video")
    room.obs.follow("Video 1")
    do(room, "obs restart: Video 1")
    room.until(lambda: MediaState.PLAYING in states(room))
    media = room.obs.state.media
    assert media is not None
    assert media.observation.length == 6 * SECOND
    pause = "OBS_WEBSOCKET_MEDIA_INPUT_ACTION_PAUSE"
    studio.ask("TriggerMediaInputAction", inputName="Video 1", mediaAction=pause)
    room.until(lambda: states(room)[-1] is MediaState.PAUSED)
    do(room, "obs restart: Video 1")
    room.until(lambda: states(room)[-1] is MediaState.PLAYING)
    studio.ask("SetMediaInputCursor", inputName="Video 1", mediaCursor=4000)
    room.until(lambda: room.obs.state.media is not None and _position(room) >= 4 * SECOND)
    room.until(lambda: states(room)[-1] is MediaState.ENDED)


def _position(room: Room) -> timedelta:
    media = room.obs.state.media
    return ZERO if media is None or media.observation.position is None else media.observation.position


def test_a_video_that_plays_undisturbed_is_reported_as_few_times_as_it_should(
    room: Room,
) -> None:
    do(room, "obs scene: Video")
    room.obs.follow("Video 1")
    do(room, "obs restart: Video 1")
    room.until(lambda: bool(states(room)) and states(room)[-1] is MediaState.ENDED)
    assert states(room)[0] is MediaState.PLAYING
    # The first may be of just before it rolled: OBS answers before it has gone back to the beginning.
    assert len(states(room)) <= 3, room.reports


def test_a_video_that_ended_and_is_on_no_screen_does_not_play_and_this_is_said(room: Room) -> None:
    room.obs.follow("Video 1")  # it came to its end in the test before
    room.until(lambda: room.obs.state.scene == "Holding")
    room.qtbot.wait(500)  # OBS says so before the last picture of the other scene is gone
    assert room.why("obs restart: Video 1") == (
        "“Video 1” stands still in OBS: switch to its scene first, then fire the cue again."
    )
    room.until(lambda: bool(states(room)) and states(room)[-1] is MediaState.PAUSED)
    do(room, "obs scene: Video")
    do(room, "obs restart: Video 1")
    room.until(lambda: states(room)[-1] is MediaState.PLAYING)


def test_a_video_that_is_stopped_did_not_end(room: Room) -> None:
    do(room, "obs scene: Video")
    room.obs.follow("Video 1")
    do(room, "obs restart: Video 1")
    room.until(lambda: MediaState.PLAYING in states(room))
    do(room, "obs stop: Video 1")
    room.until(lambda: states(room)[-1] is MediaState.LOST)
    room.qtbot.wait(1200)  # OBS says “ended” a moment after it says “stopped”
    assert MediaState.ENDED not in states(room)


def test_a_recording_starts_is_measured_and_stops(room: Room, studio: ObsStudio) -> None:
    do(room, "obs start recording")
    do(room, "obs start recording")
    room.until(lambda: room.obs.state.recording is not None)
    room.until(lambda: bool(recorded(room)))
    room.qtbot.wait(1000)  # a real second of a real recording
    recording = room.obs.state.recording
    assert recording is not None
    really = timedelta(milliseconds=studio.ask("GetRecordStatus")["outputDuration"])
    assert abs(recording.into_at(RealClock().now()) - really) < SECOND / 5
    do(room, "obs stop recording")
    room.until(lambda: room.obs.state.recording is None)
    do(room, "obs stop recording")
    assert len(list(studio.recordings.glob("*.mkv"))) == 1
    first, last = recorded(room)
    assert first is not None
    assert first < SETTLES_IN
    assert last is None


def test_a_stream_that_nobody_set_up_fails_with_a_sentence(room: Room) -> None:
    assert room.why("obs start streaming").startswith("OBS could not start streaming")


def test_a_wrong_password_is_said(qtbot: QtBot, studio: ObsStudio) -> None:
    room = Room(qtbot, studio.port, "open sesame", PATIENCE)
    room.obs.open()
    room.until(lambda: room.obs.state.phase is Phase.REFUSED)
    assert room.obs.state.why == "it does not take this password"
    room.close()


def test_an_obs_that_hangs_is_noticed_and_found_again(room: Room, studio: ObsStudio) -> None:
    studio.signal(signal.SIGSTOP)
    try:
        room.until(lambda: room.obs.state.phase is Phase.LOST)
        assert "not connected (it no longer answers)" in room.why("obs restart: Video 1")
    finally:
        studio.signal(signal.SIGCONT)
    room.until(lambda: room.obs.state.phase is Phase.CONNECTED)
    do(room, "obs scene: Speaker")


def test_obs_killed_in_the_middle_of_a_show_follows_it_again(room: Room, studio: ObsStudio) -> None:
    studio.quit()
    room.until(lambda: room.obs.state.phase is Phase.LOST)
    studio.start()  # what was made above is kept from now on
    room.until(lambda: room.obs.state.streaming is not None)
    fired = [parse("obs scene: Speaker"), parse("obs hide: Logo"), parse("obs start recording")]
    for action in fired:
        do(room, str(action))
    room.obs.agree(reduce(after, fired, ObsWanted()))
    room.until(lambda: len(recorded(room)) == 1)
    studio.kill()
    room.until(lambda: room.obs.state.phase is Phase.LOST)
    assert room.why("obs restart: Video 1").endswith("fire the cue again when it is back.")
    fired.append(parse("obs scene: Video"))
    assert room.why(str(fired[-1])).endswith("OBS does this as soon as it is back.")
    room.obs.agree(reduce(after, fired, ObsWanted()))
    killed = time.monotonic()
    studio.start()
    room.until(lambda: room.obs.state.recording is not None and room.obs.state.scene == "Video")
    took = time.monotonic() - killed
    print(f"\nOBS followed the show again {took:.1f} s after it was started anew")  # noqa: T201 - a measurement
    assert scene(studio) == "Video"
    assert not studio.is_shown("Speaker", "Logo")
    assert room.obs.state.disagrees == ()
    room.until(lambda: len(recorded(room)) == 3)
    assert recorded(room)[1] is None  # the second recording is another one
    do(room, "obs stop recording")
