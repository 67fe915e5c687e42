"""What OBS is asked for each action: one small script a verb, pure.

A script yields what it asks, is sent what OBS answered, and ends when the action is done; it raises
`CannotDo` where it can't be. Whoever runs it knows the connection, and no script does.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

from ssc_console.outputs.obs.messages import Answered, Code, Declined, rows
from ssc_console.outputs.outcome import CannotDo, did_you_mean
from ssc_console.show.actions import Action, Verb
from ssc_console.show.obs_wanted import ObsWanted, Shown
from ssc_console.show.value import value


@value
class Ask:
    """A request to OBS."""

    kind: str
    data: Mapping[str, Any]


@value
class Await:
    """Wait for an event whose state is one of these; the answer is the event's data."""

    kind: str
    states: frozenset[str]


@value
class Pause:
    """Go on a while later; the answer says nothing."""

    milliseconds: int


@value
class NoAnswer:
    """OBS did not answer. `why` is the beginning of a sentence."""

    why: str


Reply = Answered | Declined | NoAnswer
Wish = Ask | Await | Pause
Script = Generator[Wish, Reply, None]

STARTED, STOPPED = "OBS_WEBSOCKET_OUTPUT_STARTED", "OBS_WEBSOCKET_OUTPUT_STOPPED"
RECORD_CHANGED, STREAM_CHANGED = "RecordStateChanged", "StreamStateChanged"

PLAYING = "OBS_MEDIA_STATE_PLAYING"

HAS_BEGUN = 150
"""Milliseconds after which a position is of the video that was restarted, and no more of before."""

STANDS_STILL = 600
"""Milliseconds in which a video that plays goes on. OBS 29 says that one which is on no screen plays, too."""

_MEDIA_KINDS = ("ffmpeg_source", "vlc_source")


def ask(kind: str, **data: Any) -> Ask:
    """A request with its data."""
    return Ask(kind, data)


def script_for(action: Action) -> Script:
    """What OBS is asked for an action that is told to OBS."""
    return _SCRIPTS[action.verb](action.about or "")


def _done(reply: Reply, name: str = "") -> Mapping[str, Any]:
    """What OBS answered to a request that it did.

    Raises:
        CannotDo: It did not.
    """
    if isinstance(reply, Answered):
        return reply.data
    if isinstance(reply, NoAnswer):
        raise CannotDo(f"{reply.why}: fire the cue again when it is back.")
    said = reply.comment.rstrip(".") or f"code {reply.code}"
    raise CannotDo(f"OBS says no{f' to “{name}”' if name else ''}: {said}.")


def _is_missing(reply: Reply) -> bool:
    return isinstance(reply, Declined) and reply.code == Code.NOT_FOUND


def _names(data: Mapping[str, Any], list_: str, column: str) -> list[str]:
    """The names in one of OBS's lists."""
    return [row[column] for row in rows(data, list_) if isinstance(row.get(column), str)]


def _scene(name: str) -> Script:
    reply = yield ask("SetCurrentProgramScene", sceneName=name)
    if _is_missing(reply):
        known = _names(_done((yield ask("GetSceneList"))), "scenes", "sceneName")
        raise CannotDo(f"OBS has no scene “{name}”.{did_you_mean(name, known[::-1])}")
    _done(reply, name)


def _act(name: str, action: str) -> Script:
    wanted = f"OBS_WEBSOCKET_MEDIA_INPUT_ACTION_{action}"
    reply = yield ask("TriggerMediaInputAction", inputName=name, mediaAction=wanted)
    if _is_missing(reply):
        known = _names(_done((yield ask("GetInputList"))), "inputs", "inputName")
        raise CannotDo(f"OBS has no media source “{name}”.{did_you_mean(name, known)}")
    _done(reply, name)


def _restart(name: str) -> Script:
    yield from _act(name, "RESTART")
    yield from _media_status(name)
    yield Pause(HAS_BEGUN)
    first = yield from _media_status(name)
    yield Pause(STANDS_STILL)
    second = yield from _media_status(name)
    if (
        second.get("mediaState") == PLAYING
        and second.get("mediaCursor") == first.get("mediaCursor") is not None
    ):
        raise CannotDo(f"“{name}” stands still in OBS: switch to its scene first, then fire the cue again.")


def _stop_media(name: str) -> Script:
    yield from _act(name, "STOP")
    yield from _media_status(name)


def _media_status(name: str) -> Generator[Wish, Reply, Mapping[str, Any]]:
    """How a media source stands. OBS does anything with a picture too, and says yes.

    Raises:
        CannotDo: It is no media source.
    """
    status = _done((yield ask("GetMediaInputStatus", inputName=name)), name)
    if status.get("mediaState") != "OBS_MEDIA_STATE_NONE":
        return status
    inputs = rows(_done((yield ask("GetInputList"))), "inputs")
    kinds = {str(row.get("inputName")): row.get("unversionedInputKind") for row in inputs}
    if kinds.get(name) not in _MEDIA_KINDS:
        known = [other for other, kind in kinds.items() if kind in _MEDIA_KINDS]
        raise CannotDo(f"“{name}” in OBS is no media source.{did_you_mean(name, known)}")
    return status


def _show(shown: bool) -> Callable[[str], Script]:
    return lambda name: show_in(Shown(None, name, shown))


def show_in(wanted: Shown) -> Script:
    """Show or hide a source of a scene; None: of the one on OBS's programme."""
    name, scene = wanted.source, wanted.scene
    if scene is None:
        scene = str(_done((yield ask("GetCurrentProgramScene"))).get("currentProgramSceneName"))
    reply = yield ask("GetSceneItemId", sceneName=scene, sourceName=name)
    if _is_missing(reply):
        items = _done((yield ask("GetSceneItemList", sceneName=scene)), scene)
        known = _names(items, "sceneItems", "sourceName")
        raise CannotDo(f"OBS has no source “{name}” in its scene “{scene}”.{did_you_mean(name, known)}")
    number = _done(reply, name).get("sceneItemId")
    yield from _switch(scene, number, wanted)


def _switch(scene: str, number: Any, wanted: Shown) -> Script:
    reply = yield ask(
        "SetSceneItemEnabled", sceneName=scene, sceneItemId=number, sceneItemEnabled=wanted.shown
    )
    _done(reply, wanted.source)


def _start(kind: str, event: str, what: str) -> Callable[[str], Script]:
    def script(_: str) -> Script:
        reply = yield ask(kind)
        if isinstance(reply, Declined) and reply.code == Code.RUNS_ALREADY:
            return
        _done(reply)
        # OBS says yes, and then that it stopped, when it could not begin: a full disk, a wrong stream key.
        heard = yield Await(event, frozenset({STARTED, STOPPED}))
        if _done(heard).get("outputState") != STARTED:
            raise CannotDo(f"OBS could not start {what}: look at the message in its own window.")

    return script


def _stop(kind: str) -> Callable[[str], Script]:
    def script(_: str) -> Script:
        reply = yield ask(kind)
        if not (isinstance(reply, Declined) and reply.code == Code.DOES_NOT_RUN):
            _done(reply)

    return script


_start_recording = _start("StartRecord", RECORD_CHANGED, "recording")
_start_streaming = _start("StartStream", STREAM_CHANGED, "streaming")
_stop_recording, _stop_streaming = _stop("StopRecord"), _stop("StopStream")

_SCRIPTS: dict[Verb, Callable[[str], Script]] = {
    Verb.OBS_SCENE: _scene,
    Verb.OBS_RESTART: _restart,
    Verb.OBS_STOP: _stop_media,
    Verb.OBS_SHOW: _show(True),
    Verb.OBS_HIDE: _show(False),
    Verb.OBS_START_RECORDING: _start_recording,
    Verb.OBS_STOP_RECORDING: _stop_recording,
    Verb.OBS_START_STREAMING: _start_streaming,
    Verb.OBS_STOP_STREAMING: _stop_streaming,
}


def scripts_for(wanted: ObsWanted) -> Iterator[Script]:
    """What makes OBS agree with what is wanted: what the audience sees first. One is run after the other."""
    if wanted.scene is not None:
        yield _agree_on_scene(wanted.scene)
    for each in wanted.sources:
        yield show_in(each)
    if wanted.recording is not None:
        yield (_start_recording if wanted.recording else _stop_recording)("")
    if wanted.streaming is not None:
        yield (_start_streaming if wanted.streaming else _stop_streaming)("")


def _agree_on_scene(name: str) -> Script:
    """A scene that is on the programme is not switched to again: its transition would be seen."""
    if _done((yield ask("GetCurrentProgramScene"))).get("currentProgramSceneName") != name:
        yield from _scene(name)
