"""The real OBS Studio on a screen of its own: configured, started, killed and started again."""

import base64
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

PASSWORD = "sesame & friends"

_GLOBAL = """[General]
FirstRun=true
EnableAutoUpdates=false
[Basic]
Profile=Show
ProfileDir=Show
SceneCollection=Show
SceneCollectionFile=Show
[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""

_PROFILE = """[General]
Name=Show
[Output]
Mode=Simple
[SimpleOutput]
FilePath={recordings}
RecFormat=mkv
VBitrate=300
StreamEncoder=x264
[Video]
BaseCX=320
BaseCY=180
OutputCX=320
OutputCY=180
FPSCommon=30
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class ObsStudio:
    """One OBS with three scenes (Holding, Speaker, Video), a logo and a video of six seconds."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.recordings = home / "recordings"
        self._process: subprocess.Popen[bytes] | None = None
        self._screen, self._display = _screen()
        self._configure()
        self.video = home / "video.mp4"
        _make_video(self.video)

    def _configure(self) -> None:
        config = self.home / "config" / "obs-studio"
        profile = config / "basic" / "profiles" / "Show"
        for folder in (profile, self.recordings):
            folder.mkdir(parents=True)
        settings = _GLOBAL.format(port=self.port, password=PASSWORD)
        (config / "global.ini").write_text(settings, encoding="utf-8")
        (profile / "basic.ini").write_text(_PROFILE.format(recordings=self.recordings), encoding="utf-8")
        # Where newer ones keep it.
        plugin = config / "plugin_config" / "obs-websocket"
        plugin.mkdir(parents=True)
        plugin_settings = {
            "alerts_enabled": False,
            "auth_required": True,
            "first_load": False,
            "server_enabled": True,
            "server_password": PASSWORD,
            "server_port": self.port,
        }
        (plugin / "config.json").write_text(json.dumps(plugin_settings), encoding="utf-8")

    def start(self) -> "ObsStudio":
        config = self.home / "config"
        own = {"DISPLAY": self._display, "HOME": str(self.home), "XDG_CONFIG_HOME": str(config)}
        environment = {**os.environ, **own, "LIBGL_ALWAYS_SOFTWARE": "1", "QT_QPA_PLATFORM": "xcb"}
        with (self.home / "obs.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["obs", "--multi", "--disable-updater", "--disable-missing-files-check"],
                env=environment,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        raise AssertionError((self.home / "obs.log").read_text(errors="replace")[-3000:])

    def furnish(self) -> None:
        """Make the scenes. Cut: OBS says that a scene has changed when its transition has ended."""
        self.ask("SetCurrentSceneTransition", transitionName="Cut")
        for scene in ("Holding", "Speaker", "Video"):
            self.ask("CreateScene", sceneName=scene)
        source = {"sceneName": "Speaker", "inputName": "Logo", "inputKind": "color_source_v3"}
        self.ask("CreateInput", **source, inputSettings={})
        video = {"local_file": str(self.video), "restart_on_activate": False, "close_when_inactive": False}
        source = {"sceneName": "Video", "inputName": "Video 1", "inputKind": "ffmpeg_source"}
        self.ask("CreateInput", **source, inputSettings=video)
        self.ask("SetCurrentProgramScene", sceneName="Holding")

    def ask(self, kind: str, **data: Any) -> dict[str, Any]:
        """As the technician at OBS would: over a connection of its own, without the console's code."""

        def hashed(text: str) -> str:
            return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

        with connect(f"ws://127.0.0.1:{self.port}") as wire:
            asked = json.loads(wire.recv())["d"]["authentication"]
            proof = hashed(hashed(PASSWORD + asked["salt"]) + asked["challenge"])
            wire.send(
                json.dumps(
                    {"op": 1, "d": {"rpcVersion": 1, "authentication": proof, "eventSubscriptions": 0}}
                )
            )
            wire.recv()
            request = {"requestType": kind, "requestId": "1", "requestData": data}
            wire.send(json.dumps({"op": 6, "d": request}))
            answer = json.loads(wire.recv())["d"]
        assert answer["requestStatus"]["result"], answer
        said: dict[str, Any] = answer.get("responseData") or {}
        return said

    def is_shown(self, scene: str, source: str) -> bool:
        item = self.ask("GetSceneItemId", sceneName=scene, sourceName=source)["sceneItemId"]
        shown: bool = self.ask("GetSceneItemEnabled", sceneName=scene, sceneItemId=item)["sceneItemEnabled"]
        return shown

    def signal(self, number: int) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        """As a crash does."""
        self.signal(signal.SIGKILL)
        assert self._process is not None
        self._process.wait()

    def quit(self) -> None:
        """As a person does: scenes are kept."""
        self.signal(signal.SIGTERM)
        assert self._process is not None
        self._process.wait(timeout=30)

    def close(self) -> None:
        for process in (self._process, self._screen):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        return screen, f":{told.readline().strip()}"


def _make_video(path: Path) -> None:
    ffmpeg = shutil.which("ffmpeg")
    assert ffmpeg is not None, "ffmpeg is needed: script/test-obs installs it"
    picture = ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=25"]
    sound = ["-f", "lavfi", "-i", "sine"]
    # OBS seeks to the whole picture before a place: one each second.
    whole = ["-g", "25", "-t", "6"]
    subprocess.run([ffmpeg, "-loglevel", "error", *picture, *sound, *whole, str(path)], check=True)
