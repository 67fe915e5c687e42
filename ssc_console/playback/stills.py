"""The pictures of the programme, as the desk is told of them: a small copy, or why one can't be shown."""

import base64
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage

from ssc_console.playback.window import ProgrammeWindow
from ssc_console.programme import messages as m
from ssc_console.programme.pictures import why_not
from ssc_console.programme.sheet import Sheet

SMALL = QSize(480, 270)
AGAIN = 2_000
"""Milliseconds until a picture that can't be shown is looked at again."""
NOT_WHOLE = "it can’t be read to its end"


class Stills(QObject):
    """Looks at what the window shows; only what has been painted is told."""

    def __init__(self, window: ProgrammeWindow, tell: Callable[[m.Message], None], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._tell = tell
        self._shown: tuple[str, ...] = ()
        self._failing: set[str] = set()
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._try_again)

    def present(self, sheet: Sheet) -> None:
        """The window shows this from now on."""
        new = [file for file in sheet.stills if file not in self._shown]
        self._shown = sheet.stills
        self._failing &= set(self._shown)
        for file in new:
            why = why_not(file)
            if why is not None:
                self._fails(file, why)
        if new:
            self._window.once_painted(lambda: self._were_painted(new))

    def _fails(self, file: str, why: str) -> None:
        self._failing.add(file)
        self._tell(m.Failing(file, why))
        self._again.start()

    def _were_painted(self, files: list[str]) -> None:
        for file in files:
            image = self._window.shelf.image(file)
            if image is not None:
                if file in self._failing:
                    self._failing.discard(file)
                    self._tell(m.Failing(file, ""))
                self._tell(m.Still(file, _small(image)))
            elif file in self._shown and file not in self._failing and self._window.shelf.was_tried(file):
                self._fails(file, NOT_WHOLE)

    def _try_again(self) -> None:
        """The right file may be there now: it is shown, and told, as soon as it is."""
        mended = [file for file in self._failing if why_not(file) is None]
        for file in mended:
            self._window.shelf.try_again(file)
        if mended:
            self._window.once_painted(lambda: self._were_painted(mended))
        if self._failing:
            self._again.start()


def _small(image: QImage) -> str:
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    room = image.size().boundedTo(SMALL)
    modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    image.scaled(room, *modes).save(store, "png")  # type: ignore[call-overload]
    return base64.b64encode(store.data().data()).decode()
