"""OBS follows the show: told, read back, lost and found again. Against a server at the wire."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from ssc_console.outputs.obs.state import Phase, RecordingNow, trouble_of
from ssc_console.outputs.outcome import Performed
from ssc_console.show.actions import parse
from ssc_console.show.commands import NoticeRecording, ObserveMedia
from ssc_console.show.instants import SECOND
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.obs_wanted import ObsWanted, Shown
from ssc_console.show.value import replace
from tests.outputs.cable import Cable
from tests.outputs.fake_obs import FakeObs, fake_obs
from tests.outputs.obs_room import QUICK, SOON, Room, at

NOT_THERE: tuple[int, dict[str, object]] = (600, {})
RECORD = "RecordStateChanged"


@pytest.fixture
def obs() -> Iterator[FakeObs]:
    with fake_obs() as server:
        yield server


@pytest.fixture
def rooms() -> Iterator[list[Room]]:
    opened: list[Room] = []
    yield opened
    for room in opened:
        room.close()


@pytest.fixture
def room(qtbot: QtBot, obs: FakeObs, rooms: list[Room]) -> Room:
    rooms.append(Room(qtbot, obs.port))
    return rooms[-1]


def elsewhere(qtbot: QtBot, rooms: list[Room], port: int, password: str = "") -> Room:
    rooms.append(Room(qtbot, port, password))
    return rooms[-1]


def begun(room: Room) -> Room:
    """Connected, and what OBS said of itself is read."""
    return room.connected().until(lambda: room.obs.state.streaming is not None)


# ---------------------------------------------------------------------------------- what it is told


def test_a_scene_is_switched_and_said_to_be(room: Room, obs: FakeObs) -> None:
    action = parse("obs scene: Speaker")
    assert room.connected().do("obs scene: Speaker", "speaker/1") == Performed(action, "speaker/1")
    assert obs.asked[-1] == ("SetCurrentProgramScene", {"sceneName": "Speaker"})


def test_a_request_is_sent_before_the_key_that_asked_for_it_is_done_with(room: Room, obs: FakeObs) -> None:
    begun(room)
    room.obs.perform(parse("obs scene: Speaker"), 1)
    assert room.outcomes == []
    room.until(lambda: obs.scene == "Speaker")


def test_two_scenes_never_overtake_each_other(room: Room, obs: FakeObs) -> None:
    begun(room)
    obs.keeps = True
    room.obs.perform(parse("obs scene: A"), 1)
    room.obs.perform(parse("obs scene: B"), 2)
    room.until(lambda: len(obs.kinds()) == 1)
    obs.answer_all()
    room.until(lambda: len(room.outcomes) == 2)
    assert [each.token for each in room.outcomes] == [1, 2]
    assert obs.scene == "B"


def test_answers_out_of_order_belong_to_their_own_questions(room: Room, obs: FakeObs) -> None:
    obs.keeps, obs.scene, obs.recording = True, "Video", {"outputActive": True, "outputDuration": 5000}
    room.connected().until(lambda: len(obs.asked) == 3)
    obs.answer_all(backwards=True)
    room.until(lambda: room.obs.state.scene == "Video")
    assert room.obs.state.recording == RecordingNow(at("10:30:00"), 5 * SECOND)


def test_an_unknown_scene_is_answered_with_the_nearest(room: Room, obs: FakeObs) -> None:
    scenes = [{"sceneName": name} for name in ("Holding", "Speaker", "Video")]
    obs.answers["SetCurrentProgramScene"] = lambda _: NOT_THERE
    obs.answers["GetSceneList"] = lambda _: (100, {"scenes": scenes})
    assert room.connected().why("obs scene: speakr") == "OBS has no scene “speakr”. Did you mean “Speaker”?"
    assert room.why("obs scene: 42").endswith("There are: “Video”, “Speaker”, “Holding”.")


def test_a_source_is_hidden_in_the_scene_that_is_on_the_programme(room: Room, obs: FakeObs) -> None:
    obs.scene = "Launch"
    assert isinstance(room.connected().do("obs hide: Logo"), Performed)
    assert obs.asked[-1] == (
        "SetSceneItemEnabled",
        {"sceneName": "Launch", "sceneItemId": 7, "sceneItemEnabled": False},
    )


def test_a_source_is_shown_in_the_scene_of_the_action_before_it(room: Room, obs: FakeObs) -> None:
    begun(room)
    room.obs.perform(parse("obs scene: Speaker"), 1)
    room.do("obs show: Logo", 2)
    assert obs.asked[-1][1]["sceneName"] == "Speaker"


def test_a_source_that_the_scene_lacks_is_answered_with_the_nearest(room: Room, obs: FakeObs) -> None:
    obs.answers["GetSceneItemId"] = lambda _: NOT_THERE
    obs.answers["GetSceneItemList"] = lambda _: (100, {"sceneItems": [{"sourceName": "Logo"}]})
    why = room.connected().why("obs show: logo")
    assert why == "OBS has no source “logo” in its scene “Holding”. Did you mean “Logo”?"


def test_a_picture_cannot_be_played_from_its_beginning(room: Room, obs: FakeObs) -> None:
    inputs = [
        {"inputName": "Logo", "unversionedInputKind": "image_source"},
        {"inputName": "Video 1", "unversionedInputKind": "ffmpeg_source"},
    ]
    obs.answers["GetInputList"] = lambda _: (100, {"inputs": inputs})
    why = room.connected().why("obs restart: Logo")
    assert why == "“Logo” in OBS is no media source. There are: “Video 1”."
    assert isinstance(room.do("obs restart: Video 1"), Performed)


def test_a_video_that_stands_still_does_not_play_whatever_obs_says(room: Room, obs: FakeObs) -> None:
    obs.media = {"mediaState": "OBS_MEDIA_STATE_PLAYING", "mediaCursor": 120, "mediaDuration": 60000}
    begun(room).obs.perform(parse("obs restart: Video 1"), 1)
    assert isinstance(room.do("obs scene: Video", 2), Performed)  # nothing is held up meanwhile
    room.until(lambda: len(room.outcomes) == 2)
    assert "stands still in OBS: switch to its scene first" in getattr(room.outcomes[1], "why", "")


def test_recording_is_done_when_obs_really_records(room: Room, obs: FakeObs) -> None:
    begun(room).obs.perform(parse("obs start recording"), 1)
    room.until(lambda: "StartRecord" in obs.kinds())
    assert isinstance(room.do("obs scene: B", 2), Performed)  # nothing is held up meanwhile
    assert [each.token for each in room.outcomes] == [2]
    obs.say(RECORD, outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_STARTED")
    room.until(lambda: len(room.outcomes) == 2)
    assert room.outcomes[1] == Performed(parse("obs start recording"), 1)


def test_a_recording_that_does_not_begin_is_no_recording(room: Room, obs: FakeObs) -> None:
    begun(room)

    def full_disk(_: object) -> tuple[int, dict[str, object]]:
        obs.say(RECORD, outputActive=False, outputState="OBS_WEBSOCKET_OUTPUT_STOPPED")
        return 100, {}

    obs.answers["StartRecord"] = full_disk  # the event comes before the answer: both are heard
    assert "OBS could not start recording" in room.why("obs start recording")


def test_an_obs_that_never_says_that_it_records_is_not_waited_for(
    qtbot: QtBot, obs: FakeObs, rooms: list[Room]
) -> None:
    rooms.append(Room(qtbot, obs.port, begins=0.05))
    assert "does not say that it has begun" in begun(rooms[0]).why("obs start recording")


def test_what_runs_already_needs_no_start_and_what_stands_no_stop(room: Room, obs: FakeObs) -> None:
    obs.answers["StartRecord"] = obs.answers["StartStream"] = lambda _: (500, {})
    obs.answers["StopRecord"] = obs.answers["StopStream"] = lambda _: (501, {})
    room.connected()
    for what in ("start recording", "stop recording", "start streaming", "stop streaming"):
        assert isinstance(room.do(f"obs {what}"), Performed)


def test_what_obs_declines_is_said_in_its_own_words(room: Room, obs: FakeObs) -> None:
    obs.answers["StartStream"] = lambda _: (702, {})
    assert room.connected().why("obs start streaming") == "OBS says no: No."


def test_an_obs_that_does_not_answer_fails_the_cue_and_the_next_one_is_sent(
    qtbot: QtBot, obs: FakeObs, rooms: list[Room]
) -> None:
    obs.answers["TriggerMediaInputAction"] = lambda _: None
    rooms.append(Room(qtbot, obs.port, patience=replace(QUICK, answer=10 * SOON)))
    room = begun(rooms[0])
    room.obs.perform(parse("obs restart: Video 1"), 1)
    assert isinstance(room.do("obs scene: B", 2), Performed)
    assert "OBS does not answer" in getattr(room.outcomes[0], "why", "")


# ------------------------------------------------------------------------------- what it says of itself


def test_the_scene_on_obs_is_read_and_followed(room: Room, obs: FakeObs) -> None:
    obs.scene = "Video"
    assert begun(room).obs.state.scene == "Video"
    obs.say("CurrentProgramSceneChanged", sceneName="Speaker")
    room.until(lambda: room.obs.state.scene == "Speaker")


def test_a_recording_that_is_found_is_reported_with_how_far_it_is(room: Room, obs: FakeObs) -> None:
    obs.recording = {"outputActive": True, "outputDuration": 205000, "outputPaused": False}
    begun(room)
    assert room.reports == [NoticeRecording(timedelta(minutes=3, seconds=25))]
    recording = room.obs.state.recording
    assert recording is not None
    assert recording.into_at(at("10:31:00")) == timedelta(minutes=4, seconds=25)


def test_a_recording_is_reported_when_it_starts_and_when_it_stops(room: Room, obs: FakeObs) -> None:
    begun(room)
    obs.recording = {"outputActive": True, "outputDuration": 33}
    obs.say(RECORD, outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_STARTED")
    room.until(lambda: len(room.reports) == 1)
    obs.say(RECORD, outputActive=False, outputState="OBS_WEBSOCKET_OUTPUT_STOPPED")
    room.until(lambda: len(room.reports) == 2)
    assert room.reports == [NoticeRecording(timedelta(milliseconds=33)), NoticeRecording(None)]
    assert room.obs.state.recording is None


def test_a_recording_that_goes_on_after_a_pause_is_reported_anew(room: Room, obs: FakeObs) -> None:
    obs.recording = {"outputActive": True, "outputDuration": 60000}
    begun(room)
    obs.recording = {"outputActive": True, "outputDuration": 60000, "outputPaused": True}
    obs.say(RECORD, outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_PAUSED")
    room.until(lambda: room.obs.state.recording is not None and room.obs.state.recording.paused)
    obs.recording = {"outputActive": True, "outputDuration": 60000, "outputPaused": False}
    obs.say(RECORD, outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_RESUMED")
    room.until(lambda: len(room.reports) == 2)
    assert room.reports == 2 * [NoticeRecording(timedelta(minutes=1))]


def test_a_video_of_obs_is_reported_as_it_rolls_and_ends(room: Room, obs: FakeObs) -> None:
    obs.media = {"mediaState": "OBS_MEDIA_STATE_PLAYING", "mediaCursor": 1000, "mediaDuration": 60000}
    room.connected().obs.follow("Video 1")
    room.until(lambda: bool(room.reports))
    obs.say("MediaInputPlaybackEnded", inputName="Another")
    obs.say("MediaInputPlaybackEnded", inputName="Video 1")
    room.until(lambda: len(room.reports) == 2)
    assert room.reports == [
        ObserveMedia(Observation(MediaState.PLAYING, SECOND, 60 * SECOND)),
        ObserveMedia(Observation(MediaState.ENDED)),
    ]
    assert room.obs.state.media is not None
    assert room.obs.state.media.source == "Video 1"


def test_a_video_that_plays_through_a_hold_is_reported_anew(room: Room, obs: FakeObs) -> None:
    obs.media = {"mediaState": "OBS_MEDIA_STATE_PLAYING", "mediaCursor": 1000, "mediaDuration": 60000}
    room.connected().obs.follow("Video 1")
    room.until(lambda: bool(room.reports))
    room.obs.report_anew()
    room.until(lambda: len(room.reports) == 2)
    assert room.reports[0] == room.reports[1]


def test_a_video_that_somebody_stops_does_not_come_to_its_end(room: Room, obs: FakeObs) -> None:
    obs.media = {"mediaState": "OBS_MEDIA_STATE_PLAYING", "mediaCursor": 1000, "mediaDuration": 60000}
    room.connected().obs.follow("Video 1")
    room.until(lambda: bool(room.reports))
    obs.media = {"mediaState": "OBS_MEDIA_STATE_ENDED"}
    obs.say(
        "MediaInputActionTriggered",
        inputName="Video 1",
        mediaAction="OBS_WEBSOCKET_MEDIA_INPUT_ACTION_STOP",
    )
    room.until(lambda: len(room.reports) == 2)
    assert room.reports[-1] == ObserveMedia(Observation(MediaState.LOST))


def test_a_video_that_obs_does_not_have_is_said(room: Room, obs: FakeObs) -> None:
    obs.answers["GetMediaInputStatus"] = lambda _: NOT_THERE
    room.connected().obs.follow("Vidoe")
    room.until(lambda: room.obs.state.missing == "Vidoe")
    trouble = trouble_of(room.obs.state)
    assert trouble is not None
    assert "no media source “Vidoe”" in trouble.more


# ---------------------------------------------------------------------------- absent, lost, found again


def test_a_show_without_obs_goes_on_and_obs_is_found_when_it_comes(qtbot: QtBot, rooms: list[Room]) -> None:
    with fake_obs() as server:
        port = server.port
    room = elsewhere(qtbot, rooms, port)
    room.obs.open()
    why = room.why("obs scene: Speaker")
    assert f"127.0.0.1:{port}" in why
    assert why.endswith("OBS does this as soon as it is back.")
    assert room.why("obs restart: Video 1").endswith("fire the cue again when it is back.")
    room.until(lambda: room.obs.state.phase is Phase.LOST)
    room.obs.agree(ObsWanted(scene="Speaker"))
    with fake_obs(port=port) as late:
        room.until(lambda: late.scene == "Speaker")
        room.obs.close()


def test_pauses_between_tries_grow(qtbot: QtBot, rooms: list[Room]) -> None:
    with fake_obs() as server:
        port = server.port
    room = elsewhere(qtbot, rooms, port)
    room.obs.open()
    room.until(lambda: room.obs.state.retry == QUICK.pauses[-1])
    retries = [state.retry for state in room.states if state.phase is Phase.LOST]
    assert retries == [SOON, 2 * SOON, 4 * SOON]


def test_obs_killed_in_the_middle_agrees_with_the_show_once_it_is_back(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    first = FakeObs()
    room = begun(elsewhere(qtbot, rooms, first.port))
    room.obs.agree(ObsWanted(scene="Old"))
    first.keeps = True
    room.obs.perform(parse("obs restart: Video 1"), 1)
    room.until(lambda: "TriggerMediaInputAction" in first.kinds())
    first.kill()
    room.until(lambda: len(room.outcomes) == 1)
    assert "OBS is gone" in getattr(room.outcomes[0], "why", "")
    shown = Shown("Launch", "Logo", shown=True)
    room.obs.agree(ObsWanted(scene="Launch", sources=(shown,), recording=True))
    with fake_obs(port=first.port) as again:
        room.until(lambda: "StartRecord" in again.kinds())
        assert again.kinds() == ["SetCurrentProgramScene", "SetSceneItemEnabled", "StartRecord"]
        assert again.scene == "Launch"
        again.say(RECORD, outputState="OBS_WEBSOCKET_OUTPUT_STARTED", outputActive=True)
        room.do("obs scene: B")
        assert again.kinds()[3:] == ["SetCurrentProgramScene"]  # nothing is asked for twice
        room.obs.close()


def test_a_cue_that_waits_for_obs_to_record_fails_when_obs_dies(qtbot: QtBot, rooms: list[Room]) -> None:
    with fake_obs() as server:
        rooms.append(Room(qtbot, server.port, begins=60))
        begun(rooms[0]).obs.perform(parse("obs start recording"), 1)
        rooms[0].until(lambda: "StartRecord" in server.kinds())
        rooms[0].do("obs scene: B", 2)  # so it waits for OBS to begin
        server.kill()
        rooms[0].until(lambda: len(rooms[0].outcomes) == 2)
        assert "OBS is gone" in getattr(rooms[0].outcomes[1], "why", "")
        rooms[0].obs.close()


def test_an_obs_that_runs_what_the_show_has_stopped_is_stopped(room: Room, obs: FakeObs) -> None:
    room.obs.agree(ObsWanted(recording=False, streaming=False))
    room.connected().until(lambda: obs.kinds() == ["StopRecord", "StopStream"])


def test_an_obs_that_is_as_wanted_is_left_alone(room: Room, obs: FakeObs) -> None:
    obs.scene = "Speaker"
    obs.answers["StartRecord"] = lambda _: (500, {})
    room.obs.agree(ObsWanted(scene="Speaker", recording=True))
    begun(room).until(lambda: "StartRecord" in obs.kinds())
    assert obs.kinds() == ["StartRecord"]
    room.do("obs scene: B")
    assert room.obs.state.disagrees == ()


def test_what_obs_cannot_agree_with_is_said_and_the_rest_is_done(room: Room, obs: FakeObs) -> None:
    obs.answers["SetCurrentProgramScene"] = lambda _: NOT_THERE
    room.obs.agree(ObsWanted(scene="Gone", sources=(Shown(None, "Logo", shown=False),)))
    room.connected().until(lambda: "SetSceneItemEnabled" in obs.kinds())
    trouble = trouble_of(room.obs.state)
    assert trouble is not None
    assert trouble.more == "OBS has no scene “Gone”."


def test_a_recording_that_went_on_while_obs_was_out_of_sight_is_the_same(room: Room, obs: FakeObs) -> None:
    obs.recording = {"outputActive": True, "outputDuration": 60000}
    begun(room)
    obs.hang_up()
    room.until(lambda: room.obs.state.phase is Phase.LOST)
    assert room.obs.state.recording is None
    room.clock.at = at("10:30:10")
    obs.recording = {"outputActive": True, "outputDuration": 70100}
    room.until(lambda: room.obs.state.recording is not None)
    assert room.reports == [NoticeRecording(timedelta(minutes=1))]


def test_a_recording_that_began_while_obs_was_out_of_sight_is_another(room: Room, obs: FakeObs) -> None:
    obs.recording = {"outputActive": True, "outputDuration": 0}
    begun(room)
    obs.hang_up()
    room.until(lambda: room.obs.state.phase is Phase.LOST)
    room.clock.at = at("10:30:10")
    obs.recording = {"outputActive": True, "outputDuration": 4000}
    room.until(lambda: room.obs.state.recording is not None)
    assert room.reports == [NoticeRecording(timedelta()), NoticeRecording(None), NoticeRecording(4 * SECOND)]


def test_a_video_is_lost_with_obs(room: Room, obs: FakeObs) -> None:
    obs.media = {"mediaState": "OBS_MEDIA_STATE_PLAYING", "mediaCursor": 1000, "mediaDuration": 60000}
    room.connected().obs.follow("Video 1")
    room.until(lambda: bool(room.reports))
    obs.refuses_with = 1013
    obs.hang_up()
    room.until(lambda: len(room.reports) == 2)
    assert room.reports[-1] == ObserveMedia(Observation(MediaState.LOST))


def test_an_obs_that_is_closed_by_a_person_says_so(room: Room, obs: FakeObs) -> None:
    begun(room)
    obs.refuses_with = 1013
    obs.say("ExitStarted")
    room.until(lambda: any(state.why == "it was closed" for state in room.states))


def test_an_obs_that_says_never_again_is_left_alone_until_a_person_asks(room: Room, obs: FakeObs) -> None:
    begun(room)
    obs.hang_up(4011)
    room.until(lambda: room.obs.state.phase is Phase.BARRED)
    tries = obs.tries
    room.qtbot.wait(int(8 * SOON / timedelta(milliseconds=1)))  # longer than every pause before a try
    assert obs.tries == tries
    assert "(somebody there ended this connection)" in room.why("obs scene: B")
    room.connected()
    assert isinstance(room.do("obs scene: B"), Performed)


# -------------------------------------------------------------------------------- passwords and garbage


def test_a_password_is_proved_and_never_said(
    qtbot: QtBot, rooms: list[Room], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with fake_obs("pass wörd") as server:
        room = elsewhere(qtbot, rooms, server.port, "pass wörd")
        assert isinstance(room.connected().do("obs scene: B"), Performed)
        room.obs.close()
    written = "".join(capfd.readouterr()) + caplog.text + repr(room.states) + repr(room.obs.__dict__)
    assert "wörd" not in written


def test_a_wrong_password_is_said_and_tried_again_slowly(qtbot: QtBot, rooms: list[Room]) -> None:
    with fake_obs("sesame") as server:
        room = elsewhere(qtbot, rooms, server.port, "semolina")
        room.obs.open()
        room.until(lambda: room.obs.state.phase is Phase.REFUSED)
        assert room.obs.state.retry == QUICK.pauses[-1]
        trouble = trouble_of(room.obs.state)
        assert trouble is not None
        assert "does not take this password" in trouble.more
        assert "SSC_CONSOLE_OBS_PASSWORD" in trouble.more
        assert "semolina" not in repr(room.states)
        server.password = "semolina"  # somebody sets it in OBS
        room.connected().obs.close()


def test_an_obs_with_a_password_that_nobody_gave_says_what_to_set(qtbot: QtBot, rooms: list[Room]) -> None:
    with fake_obs("sesame") as server:
        room = elsewhere(qtbot, rooms, server.port)
        room.obs.open()
        room.until(lambda: room.obs.state.phase is Phase.REFUSED)
        assert "SSC_CONSOLE_OBS_PASSWORD is not set" in room.obs.state.why
        room.obs.close()


@pytest.mark.parametrize(
    "garbage", ["{", "[]", '{"op": 7, "d": 4}', '{"op": 5, "d": {}}', "7" * 5000, "\u0000"]
)
def test_garbage_ends_the_connection_and_not_the_show(room: Room, obs: FakeObs, garbage: str) -> None:
    begun(room)
    obs.send(garbage)
    room.until(lambda: any("does not speak obs-websocket 5" in state.why for state in room.states))
    assert isinstance(room.connected().do("obs scene: B"), Performed)


def test_figures_that_make_no_sense_are_none(room: Room, obs: FakeObs) -> None:
    obs.recording = {"outputActive": True, "outputDuration": "long"}
    obs.media = {"mediaState": 7, "mediaCursor": -1, "mediaDuration": 1e300}
    obs.answers["GetInputList"] = lambda _: (100, {"inputs": [7, {}]})
    obs.answers["GetCurrentProgramScene"] = lambda _: (100, {"currentProgramSceneName": 7})
    begun(room).obs.follow("Video 1")
    obs.say("MediaInputActionTriggered", inputName="Video 1", mediaAction=7)
    obs.say("CurrentProgramSceneChanged", sceneName=["A"])
    room.do("obs restart: Video 1", 1)
    assert room.obs.state.scene is None
    assert room.obs.state.recording == RecordingNow(at("10:30:00"), timedelta())


def test_an_obs_that_is_silent_from_now_on_is_noticed_by_its_pulse(
    qtbot: QtBot, obs: FakeObs, rooms: list[Room]
) -> None:
    with Cable(obs.port) as cable:
        rooms.append(Room(qtbot, cable.port, patience=replace(QUICK, pulse=5 * SOON)))
        room = begun(rooms[0])
        cable.unplug()
        room.until(lambda: room.obs.state.phase is Phase.LOST)
        assert room.obs.state.why == "it no longer answers"
        cable.plug_in()
        room.connected().obs.close()


def test_what_this_console_does_not_know_is_no_garbage(room: Room, obs: FakeObs) -> None:
    begun(room)
    obs.send('{"op": 99, "d": {}}')
    obs.send('{"op": 7, "d": {"requestId": "late", "requestStatus": {"result": true, "code": 100}}}')
    obs.say("SomethingOfNextYear", surprise=True)
    assert isinstance(room.do("obs scene: B"), Performed)
    assert room.obs.state.phase is Phase.CONNECTED


def test_what_answers_but_never_greets_is_not_waited_for(
    qtbot: QtBot, obs: FakeObs, rooms: list[Room]
) -> None:
    obs.greets = False
    rooms.append(Room(qtbot, obs.port, patience=replace(QUICK, greeting=2 * SOON)))
    rooms[0].obs.open()
    rooms[0].until(lambda: "does not answer" in rooms[0].obs.state.why)
    obs.greets = True
    rooms[0].connected()
