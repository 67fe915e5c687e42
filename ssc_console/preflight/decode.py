"""The player's own look at a file, in a process of its own: `python -m ssc_console.preflight.decode [FILE]`.

A file that hangs or crashes a decoder hangs or crashes only this. One line of JSON is printed: with a file
`{"why_not": null or words}`, without one `{"outputs": [names], "usual": name or null}`; or, where the player
can't be loaded, `{"missing": what the system says}`.
"""

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

NO_DECODER = "no decoder"
PATIENCE = 10_000
"""Milliseconds for the first picture."""
AT_MOST = 15
"""Seconds after which the system ends this process, even if a decoder never comes back and nobody waits."""


def main(arguments: list[str]) -> None:
    """Look, and print what was found."""
    if hasattr(signal, "alarm"):
        signal.alarm(AT_MOST)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        found = _first_picture(arguments[0]) if arguments else _outputs()
    except ImportError as why:
        found = {"missing": str(why)}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what a decoder still does is of no interest, and may take its time


def _application() -> "QGuiApplication":
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(["ssc-console"])


def _outputs() -> dict[str, Any]:
    from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer

    _kept = _application()
    if not QMediaPlayer().isAvailable():
        return {"missing": NO_DECODER}
    usual = QMediaDevices.defaultAudioOutput()
    return {
        "outputs": [device.description() for device in QMediaDevices.audioOutputs()],
        "usual": None if usual.isNull() else usual.description(),
    }


def _first_picture(file: str) -> dict[str, Any]:
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

    running = _application()
    player, sink = QMediaPlayer(), QVideoSink()
    found: list[str | None] = []

    def tell(why_not: str | None) -> None:
        found.append(why_not)
        running.exit()

    sink.videoFrameChanged.connect(lambda frame: tell(None) if frame.isValid() else None)
    player.errorOccurred.connect(lambda _, words: tell(words[:1].lower() + words[1:]))
    QTimer.singleShot(PATIENCE, running, lambda: tell("no picture comes"))
    player.setVideoSink(sink)
    player.setSource(QUrl.fromLocalFile(os.path.abspath(file)))
    player.pause()  # it shows its first picture
    running.exec()
    return {"why_not": found[0]}


if __name__ == "__main__":
    main(sys.argv[1:])
