"""The picture of the strip: all of the hour that only an event can change, upon one of the plan.

The plan hardly ever changes: its picture is kept, and each new one is begun on a copy of it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from ssc_console import timecode
from ssc_console.desk.strip_scale import Block, Scale, labels, planned_blocks
from ssc_console.look import text
from ssc_console.look.text import CENTRE, LEFT, RIGHT, Style
from ssc_console.look.theme import Theme
from ssc_console.show.figures import SegmentState
from ssc_console.show.instants import WallInstant
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

SIDE = 20
PLAN_TOP, PLAN_HEIGHT = 7, 3
BAR_TOP, BAR_HEIGHT = 13, 14
LABEL_TOP, LABEL_HEIGHT = 30, 15
LABEL = Style(11)
LABEL_ROOM = 74


@value
class Frame:
    """What a picture is made for.

    Attributes:
        scale: Where an instant lies.
        size: In logical pixels; `ratio` device pixels make one of them.
    """

    scale: Scale
    theme: Theme
    size: QSize
    ratio: float

    def x(self, at: WallInstant) -> float:
        """Where that instant lies, in logical pixels."""
        return x_of(self.scale, at, self.size.width())


def x_of(scale: Scale, at: WallInstant, wide: int) -> float:
    """Where an instant lies in a strip so wide, in logical pixels."""
    return SIDE + scale.x(at, wide - 2 * SIDE)


class StripPicture:
    """Paints it.

    Attributes:
        plan: The picture of the plan, with what it is of; None: none was painted yet.
    """

    def __init__(self) -> None:
        self.plan: tuple[tuple[Rundown, Frame], QPixmap] | None = None

    def painted(self, snapshot: Snapshot, blocks: Sequence[Block], frame: Frame) -> QPixmap:
        """All that only an event changes."""
        picture = QPixmap(self._painted_plan(snapshot, frame))
        painter = QPainter(picture)
        for block in blocks:
            ink = _colour(block, frame.theme)
            _bar(painter, frame, (block.start, block.end), (BAR_TOP, BAR_HEIGHT), ink)
        _paint_hard_out(painter, snapshot, frame)
        painter.end()
        return picture

    def _painted_plan(self, snapshot: Snapshot, frame: Frame) -> QPixmap:
        """The plan and the times of day below it."""
        if self.plan is not None and self.plan[0] == (snapshot.rundown, frame):
            return self.plan[1]
        picture = QPixmap(frame.size * frame.ratio)
        picture.setDevicePixelRatio(frame.ratio)
        picture.fill(frame.theme.background)
        painter = QPainter(picture)
        for block in planned_blocks(snapshot):
            _bar(painter, frame, block, (PLAN_TOP, PLAN_HEIGHT), frame.theme.line_strong)
        _paint_labels(painter, snapshot, frame)
        painter.end()
        self.plan = ((snapshot.rundown, frame), picture)
        return picture


def _bar(
    painter: QPainter,
    frame: Frame,
    block: tuple[WallInstant, WallInstant],
    place: tuple[int, int],
    ink: QColor,
) -> None:
    """A block, a pixel short of the next one, so that neighbours can be told apart."""
    left, right = (round(frame.x(edge)) for edge in block)
    top, high = place
    painter.fillRect(QRectF(left, top, max(right - left - 1, 1), high), ink)


def _colour(block: Block, look: Theme) -> QColor:
    if block.state is SegmentState.ON_AIR:
        return look.button
    if block.is_launch:
        return look.amber_line if block.state is SegmentState.PENDING else look.amber
    return look.done if block.state is SegmentState.AIRED else look.coming


def _paint_hard_out(painter: QPainter, snapshot: Snapshot, frame: Frame) -> None:
    """The line by which it must be over; what lies beyond it is hatched red."""
    look, hard_out = frame.theme, snapshot.rundown.event.hard_out
    end = snapshot.ended_at or snapshot.projected_end
    x = round(frame.x(hard_out))
    if end > hard_out:
        beyond = QRectF(x, BAR_TOP, max(frame.x(end) - x, 3), BAR_HEIGHT)
        painter.fillRect(beyond, look.red_strong)
        painter.fillRect(beyond, QBrush(look.background, Qt.BrushStyle.BDiagPattern))
    painter.fillRect(QRectF(x, PLAN_TOP - 3, 2, BAR_TOP + BAR_HEIGHT - PLAN_TOP + 6), look.red)


def _paint_labels(painter: QPainter, snapshot: Snapshot, frame: Frame) -> None:
    """Times of day; the hard out's goes before those it would touch."""
    look, event, strip = frame.theme, snapshot.rundown.event, frame.size.width()
    word = f"{timecode.hour_minute(event.hard_out, event.timezone)} hard out"
    wide = text.width(word, LABEL) + 2
    x = min(max(frame.x(event.hard_out) - wide / 2, SIDE), strip - SIDE - wide)
    taken = QRectF(x, LABEL_TOP, wide, LABEL_HEIGHT)
    text.line(painter, taken, word, LABEL, look.red, RIGHT)
    most = int((strip - 2 * SIDE) // LABEL_ROOM)
    for at, words in labels(frame.scale, event.timezone, most):
        rect = QRectF(frame.x(at) - 22, LABEL_TOP, 44, LABEL_HEIGHT)
        first = rect.left() < SIDE
        if first:
            rect.moveLeft(SIDE)
        if not rect.adjusted(-6, 0, 6, 0).intersects(taken):
            text.line(painter, rect, words, LABEL, look.text_dim, LEFT if first else CENTRE)
