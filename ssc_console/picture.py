"""A screen as it is at an instant, painted into a file: for documents, for tests, for people who ask."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from ssc_console.clock import SimulatedClock, elapsed_milliseconds
from ssc_console.console.accounts import RunAccount
from ssc_console.console.application import application
from ssc_console.console.console import plan_notes
from ssc_console.console.ticker import Knobs
from ssc_console.desk.desk import Desk
from ssc_console.desk.given import Given
from ssc_console.displays.speaker import SpeakerDisplay
from ssc_console.look import mode_look, theme
from ssc_console.show.history import History
from ssc_console.show.snapshot import Snapshot
from ssc_console.simulate import Performance

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded


def paint(
    loaded: "Loaded",
    performance: Performance,
    screen: str,
    size: tuple[int, int],
    scale: float,
    look: str,
    folder: str,
    kind: str,
) -> bytes:
    """A screen as a script leaves it, as a picture file. Needs no display.

    Args:
        folder: Of the agenda: its pictures lie beside it.
        kind: Of the file, such as ``png``. Of one that is not known nothing comes.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _, colours = application(look, None)
    image = QImage(QSize(*size) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    if screen == "programme":
        _programme(image, size, performance.final, folder)
        return _file_of(image, kind)
    widget: QWidget = _screen(loaded, screen, colours, performance)
    widget.resize(QSize(*size))
    widget.grab()  # lays it out, as a window that is shown would be
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return _file_of(image, kind)


def _file_of(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    written = QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data()) if written else b""


def _programme(image: QImage, size: tuple[int, int], snapshot: Snapshot, folder: str) -> None:
    """A video that would play is black: no player is asked for its picture."""
    from ssc_console.programme.painter import paint as paint_programme
    from ssc_console.programme.sheet import sheet_of

    painter = QPainter(image)
    paint_programme(painter, QRectF(0, 0, *size), sheet_of(snapshot, folder, mode_look.REHEARSAL.name))
    painter.end()


def _screen(loaded: "Loaded", screen: str, colours: theme.Theme, performance: Performance) -> QWidget:
    mode, snapshot = mode_look.REHEARSAL, performance.final
    if screen == "speaker":
        display = SpeakerDisplay(colours, mode)
        display.present(snapshot)
        return display
    given = Given(
        theme=colours,
        mode=mode,
        zone=snapshot.rundown.event.timezone,
        elapsed=elapsed_milliseconds,
        clock=Knobs(SimulatedClock(snapshot.now)),
        notes=plan_notes(loaded),
        account=RunAccount(lambda: History.of(performance.events), ""),
    )
    desk = Desk(lambda *_: None, given)
    desk.present(snapshot)
    return desk
