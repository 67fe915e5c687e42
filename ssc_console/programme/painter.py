"""The picture of the programme, painted from its sheet: in its window, in the desk's preview, into a file."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ssc_console.look import fonts, text
from ssc_console.look.text import CENTRE, LEFT, Block, Style
from ssc_console.programme import inks, launch, lower_third
from ssc_console.programme.layout import Places, places
from ssc_console.programme.pictures import Source, fitted, read
from ssc_console.programme.sheet import Sheet
from ssc_console.show.programme import Motion, Scene
from ssc_console.show.value import value


@value(kw_only=True)
class Moving:
    """What is on its way, each from 0 (not there) to 1 (there).

    Attributes:
        third: The lower third's move in.
        reveal: The cover's coming up.
        video: How much there still is of a video that fades out: none, where nobody tells.
    """

    third: float = 1.0
    reveal: float = 1.0
    video: float = 0.0


THERE = Moving()


def paint(
    painter: QPainter,
    room: QRectF,
    sheet: Sheet,
    frame: QImage | None = None,
    moving: Moving = THERE,
    behind: QColor | None = None,
    pictures: Source = read,
) -> None:
    """Paint the programme.

    Args:
        frame: The picture of the video that is shown, where one is.
        behind: The colour that stands for the call's picture, to be keyed out; None: a calm ground.
        pictures: Where pictures come from.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(room, inks.BLACK)
    painter.translate(room.topLeft())
    spots = places(room.size())
    if sheet.scene is Scene.PICTURE:
        _picture(painter, spots, sheet, pictures)
    else:
        _SCENES[sheet.scene](painter, spots, sheet)
    if sheet.scene is Scene.VIDEO:
        _video(painter, spots, frame)
    elif _fades_out(sheet):
        _video(painter, spots, frame, moving.video)
    if sheet.scene is Scene.LIVE and behind is not None:
        painter.fillRect(QRectF(QPointF(), room.size()), behind)
    if sheet.scene is Scene.LAUNCH and sheet.launch is not None:
        launch.paint(painter, spots, sheet.launch, moving.reveal, pictures)
    if sheet.scene in (Scene.LIVE, Scene.VIDEO):
        lower_third.paint(painter, spots, sheet.names, moving.third)
    if sheet.mode and sheet.scene is not Scene.BLACK:
        _mode(painter, spots, sheet.mode)
    painter.restore()


def _fades_out(sheet: Sheet) -> bool:
    stopped = sheet.video is not None and sheet.video.motion is Motion.STOPPED
    return stopped and sheet.scene is Scene.HOLDING


def _black(painter: QPainter, spots: Places, _: Sheet) -> None:
    painter.fillRect(spots.picture, inks.BLACK)


def _ground(painter: QPainter, spots: Places, _: Sheet) -> None:
    painter.fillRect(spots.picture, inks.ground(spots.picture))


def _stage(painter: QPainter, spots: Places, _: Sheet) -> None:
    painter.fillRect(spots.picture, inks.stage(spots.picture))


def _holding(painter: QPainter, spots: Places, sheet: Sheet) -> None:
    """The event's title, what is below it, and the countdown to the start."""
    _ground(painter, spots, sheet)
    title = Block(Style(spots.pixels(52), fonts.BOLD, lines=3, least=spots.pixels(34)), CENTRE)
    title.lay(sheet.title, spots.title.width())
    middle = spots.title.center().y() + (0 if sheet.countdown else 60 * spots.unit)
    title.draw(painter, spots.title.x(), middle - title.height / 2, inks.TEXT)
    _rule(painter, spots, middle + title.height / 2 + 26 * spots.unit)
    if sheet.countdown:
        text.line(
            painter,
            spots.countdown,
            sheet.countdown,
            Style(spots.pixels(120), fonts.BOLD),
            inks.TEXT,
            CENTRE,
        )
    under = spots.note if sheet.countdown else spots.note.translated(0, -75 * spots.unit)
    text.line(painter, under, sheet.note, Style(spots.pixels(30)), inks.TEXT_DIM, CENTRE)


def _rule(painter: QPainter, spots: Places, y: float) -> None:
    middle, half = spots.picture.center().x(), 60 * spots.unit
    pen = QPen(inks.ACCENT, max(4 * spots.unit, 1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))


def _picture(painter: QPainter, spots: Places, sheet: Sheet, pictures: Source) -> None:
    """A picture as large as fits; where it can't be shown, the holding picture, never nothing."""
    ratio = painter.device().devicePixelRatioF()
    wide, high = round(spots.picture.width() * ratio), round(spots.picture.height() * ratio)
    found = None if sheet.picture is None else pictures(sheet.picture, wide, high)
    if found is None:
        _holding(painter, spots, sheet)
    elif not found.isNull():
        painter.drawImage(fitted(spots.picture, found), found)


def _video(painter: QPainter, spots: Places, frame: QImage | None, there: float = 1.0) -> None:
    if frame is None or there <= 0:
        return
    painter.setOpacity(there)
    if there == 1:
        painter.fillRect(spots.picture, inks.BLACK)
    painter.drawImage(fitted(spots.picture, frame), frame)
    painter.setOpacity(1)


def _mode(painter: QPainter, spots: Places, word: str) -> None:
    painter.setOpacity(0.85)
    text.line(painter, spots.mode, word, Style(spots.pixels(16), fonts.SEMIBOLD), inks.TEXT_DIM, LEFT)
    painter.setOpacity(1)


_SCENES: dict[Scene, Callable[[QPainter, Places, Sheet], None]] = {
    Scene.HOLDING: _holding,
    Scene.CLOSING: _holding,
    Scene.LAUNCH: _ground,
    Scene.LIVE: _stage,
    Scene.VIDEO: _black,
    Scene.BLACK: _black,
}
