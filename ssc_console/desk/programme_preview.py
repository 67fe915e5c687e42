"""What the audience sees, small, below the cues; in its corner the next video at its first frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import fonts, shapes, text
from ssc_console.look.shapes import Shape
from ssc_console.look.text import LEFT, RIGHT, Style
from ssc_console.look.theme import Theme
from ssc_console.programme.painter import paint
from ssc_console.programme.sheet import Sheet
from ssc_console.show.programme import Scene
from ssc_console.show.stage import Instead
from ssc_console.show.value import value

HEADING = 30
_EDGE = 14
_HEADING = Style(12, fonts.SEMIBOLD)
_HIDDEN = Style(12, fonts.BOLD)
_NEXT_PART = 0.34
"""Of the width, for the next video's first frame."""
_ROOMY = 600
"""From this height on, shared with the cues, the picture is as wide as there is room."""
_MOST, _LEAST = 0.21, 84
"""Below it the picture takes at most so much of the height, but never less than that."""
_GAP, _LEAST_BESIDE = 8, 48


@value(kw_only=True)
class ProgrammeView:
    """What the desk knows of the programme.

    Attributes:
        sheet: What it shows.
        where: Where its window stands; empty while it is being opened.
        failing: Files of pictures that can't be shown.
    """

    sheet: Sheet
    where: str = ""
    failing: tuple[str, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """All that small pictures are needed of."""
        video = None if self.sheet.video is None else self.sheet.video.file
        return frozenset(file for file in (*self.sheet.stills, video, self.sheet.coming) if file is not None)


def _beside(view: ProgrammeView) -> str:
    """What stands beside the heading: the keys while a video is on, else where the window is."""
    if view.sheet.scene is Scene.VIDEO:
        return f"{key_of(Wish.VIDEO)} pauses · {key_of(Wish.STOP_VIDEO)} fades out"
    return view.where or "opening …"


class ProgrammePreview(QWidget):
    """Shows a `ProgrammeView`, and the small pictures that the programme sends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Preview of the programme")
        self._theme = theme
        self._view: ProgrammeView | None = None
        self._frames: dict[str, QImage] = {}
        self._instead: Instead | None = None
        self.hide()

    def show_view(self, view: ProgrammeView | None) -> None:
        """Be like this; None: there is no programme."""
        if view == self._view:
            return
        self._view = view
        if view is not None:
            self._frames = {file: frame for file, frame in self._frames.items() if file in view.files}
            self.setAccessibleDescription(f"{view.sheet.scene.value}, {view.where}")
            self.setToolTip(f"The programme: {view.where or 'opening'} ({key_of(Wish.PROGRAMME)} closes it)")
        self.update()

    def show_instead(self, instead: Instead | None) -> None:
        """Say what hides the show from the audience; None: nothing does."""
        if instead is not self._instead:
            self._instead = instead
            self.update()

    def show_peek(self, file: str, frame: QImage) -> None:
        """That video is at this picture, or that picture is this."""
        self._frames[file] = frame
        self.update()

    @property
    def view(self) -> ProgrammeView | None:
        """What is shown."""
        return self._view

    def height_at(self, wide: int, room: int = 10_000) -> int:
        """How high it is at a width, where it shares so much height with the cues."""
        whole = (wide - 2 * _EDGE) * 9 / 16
        high = whole if room >= _ROOMY else min(whole, max(room * _MOST, _LEAST))
        return HEADING + round(high) + _EDGE

    def sizeHint(self) -> QSize:
        return QSize(320, self.height_at(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        painter.fillRect(0, 0, self.width(), HEADING, theme.panel)
        view = self._view
        if view is None:
            return
        heading = QRectF(_EDGE, 0, self.width() - 2 * _EDGE, HEADING)
        self._paint_heading(painter, heading, _beside(view))
        room = self._picture()
        video = view.sheet.video
        frame = None if video is None else self._frames.get(video.file)
        paint(painter, room, view.sheet, frame, pictures=self._still)
        self._paint_unseen(painter, room, view.sheet)
        painter.setPen(theme.line)
        painter.drawRect(room)

    def _still(self, file: str, _wide: int, _high: int) -> QImage | None:
        """As the programme has sent it, empty until then: no file is opened, or waited for, here."""
        if self._view is not None and file in self._view.failing:
            return None
        return self._frames.get(file, QImage())

    def _paint_heading(self, painter: QPainter, room: QRectF, where: str) -> None:
        """The name and the place; or, for what a small picture says too softly, what hides the show."""
        theme = self._theme
        if self._instead is not None:
            mark = QRectF(room.x(), room.center().y() - 6, 12, 12)
            shapes.draw(painter, Shape.WARNING, mark, theme.amber)
            words = f"AUDIENCE SEES {self._instead.value.upper()}"
            text.line(painter, room.adjusted(18, 0, 0, 0), words, _HIDDEN, theme.amber, LEFT)
            return
        text.line(painter, room, "PROGRAMME", _HEADING, theme.text_dim, LEFT)
        room = room.adjusted(text.width("PROGRAMME", _HEADING) + 8, 0, 0, 0)
        text.line(painter, room, where, _HEADING, theme.text_dim, RIGHT)

    def _picture(self) -> QRectF:
        """Where the picture is: as wide as there is room, or less where the height is short."""
        wide = min(self.width() - 2.0 * _EDGE, (self.height() - HEADING - _EDGE) * 16 / 9)
        return QRectF(_EDGE, HEADING + 1, wide, wide * 9 / 16)

    def _unseen_spot(self, room: QRectF) -> QRectF:
        """Beside the picture, where that leaves room; else in its corner."""
        beside = self.width() - _EDGE - room.right() - _GAP
        wide = beside if beside >= _LEAST_BESIDE else room.width() * _NEXT_PART
        right = self.width() - _EDGE if beside >= _LEAST_BESIDE else room.right()
        return QRectF(right - wide, room.bottom() - wide * 9 / 16, wide, wide * 9 / 16)

    def _paint_unseen(self, painter: QPainter, room: QRectF, sheet: Sheet) -> None:
        """Small, the video that nobody sees yet: of the segment on air, else the next one."""
        waits = sheet.video is not None and sheet.scene is not Scene.VIDEO
        file, word = (sheet.video.file, "READY") if waits and sheet.video else (sheet.coming, "NEXT")
        frame = None if file is None else self._frames.get(file)
        if frame is None:
            return
        spot = self._unseen_spot(room)
        painter.drawImage(spot, frame)
        painter.setPen(self._theme.amber)
        painter.drawRect(spot)
        label = QRectF(spot.x(), spot.y() - 17, spot.width(), 16)
        painter.fillRect(label, self._theme.amber)
        text.line(painter, label.adjusted(4, 0, -2, 0), word, Style(11, fonts.BOLD), self._theme.on_amber)
