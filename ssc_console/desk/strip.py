"""The strip: the hour as a picture, planned (thin) above real, with the hard out at its end.

What only an event can change is painted once into a picture, upon one of the plan, which hardly ever changes.
A tick moves the now mark, and only when it moves by a device pixel; the picture is made anew when what is to
come has moved by one.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ssc_console import timecode
from ssc_console.desk.rundown_rows import tip
from ssc_console.desk.strip_picture import (
    BAR_HEIGHT,
    BAR_TOP,
    LABEL_TOP,
    PLAN_TOP,
    SIDE,
    Frame,
    StripPicture,
    x_of,
)
from ssc_console.desk.strip_scale import Block, Scale, real_blocks, scale
from ssc_console.look.theme import Theme
from ssc_console.show.instants import LONG_AGO, WallInstant, to_show
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

HEIGHT = 48


@value
class _Shown:
    """What moves by itself, in device pixels: equal means that time alone has nothing to paint but now."""

    scale: Scale
    on_air_end: int
    show_end: int


class Strip(QWidget):
    """The hour as a picture.

    Attributes:
        scrubbed: A person wants to be at this `WallInstant`; only where that is allowed.
        let_go: The person has found the place.
    """

    scrubbed = Signal(object)
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The show as a picture")
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._shown: _Shown | None = None
        self._blocks: tuple[Block, ...] = ()
        self._picture: QPixmap | None = None
        self._hour = StripPicture()
        self._now = 0
        self._still_until = LONG_AGO
        self._scrubs = False
        self.is_held = False

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Show it in these colours."""
        self._theme = theme
        self._forget()

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        before, self._snapshot = self._snapshot, snapshot
        self._still_until = LONG_AGO
        shown = self._measured(snapshot)
        now = self._pixel(shown.scale, snapshot.wall_now)
        happened = before is None or snapshot.state is not before.state
        if happened:
            self.setAccessibleDescription(_spoken(snapshot))
        if happened or shown != self._shown:
            self._shown, self._now = shown, now
            self._blocks = ()
            self._forget()
        else:
            self._move_to(now)

    def move_on(self, snapshot: Snapshot) -> None:
        """Be like this, where nothing has changed but the time."""
        self._snapshot = snapshot
        if self._shown is not None and snapshot.now >= self._still_until:
            self._move_to(self._pixel(self._shown.scale, snapshot.wall_now))
            self._still_until = to_show(self._leaves(self._shown.scale), snapshot.state.wall_offset)

    def _move_to(self, now: int) -> None:
        if now != self._now:
            left, right = sorted((now, self._now))
            self._now = now
            ratio = self.devicePixelRatioF()
            self.update(QRectF(left / ratio - 6, 0, (right - left) / ratio + 12, LABEL_TOP).toAlignedRect())

    def _leaves(self, shown: Scale) -> WallInstant:
        """When now leaves the pixel that it is in."""
        x = (self._now + 0.5) / self.devicePixelRatioF() - SIDE
        return shown.at(x, max(self.width() - 2 * SIDE, 1))

    def _measured(self, snapshot: Snapshot) -> _Shown:
        shown = scale(snapshot)
        end = snapshot.ended_at or snapshot.projected_end
        on_air = snapshot.row(snapshot.on_air.segment.id).projected_end if snapshot.on_air else None
        return _Shown(shown, self._pixel(shown, on_air or shown.start), self._pixel(shown, end))

    def _pixel(self, shown: Scale, at: WallInstant) -> int:
        return round(self._x(shown, at) * self.devicePixelRatioF())

    def _x(self, shown: Scale, at: WallInstant) -> float:
        return x_of(shown, at, self.width())

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shown = None
        if self._snapshot is not None:
            self.present(self._snapshot)

    # ---- scrubbing

    def let_scrub(self) -> None:
        """From now on a click or a drag says where a person wants to be."""
        self._scrubs = True
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._scrub(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_held:
            self.is_held = False
            self.let_go.emit()

    def _scrub(self, event: QMouseEvent) -> None:
        if self._scrubs and self._shown is not None and event.buttons() & Qt.MouseButton.LeftButton:
            at = self._shown.scale.at(event.position().x() - SIDE, self.width() - 2 * SIDE)
            self.is_held = True
            self.scrubbed.emit(at)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._snapshot is None or self._shown is None:
            painter.fillRect(event.rect(), self._theme.background)
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            frame = Frame(self._shown.scale, self._theme, self.size(), ratio)
            self._blocks = real_blocks(self._snapshot)
            self._picture = self._hour.painted(self._snapshot, self._blocks, frame)
        dirty = QRectF(event.rect())
        source = QRectF(dirty.topLeft() * ratio, dirty.size() * ratio)
        painter.drawPixmap(dirty, self._picture, source)
        self._paint_now(painter, self._snapshot, self._now / ratio)

    def _paint_now(self, painter: QPainter, snapshot: Snapshot, now: float) -> None:
        """The on-air block fills up to now, and a mark stands there."""
        look, shown = self._theme, self._shown
        if shown is None or snapshot.ended_at is not None or now < SIDE:
            return
        if snapshot.on_air is not None:
            left = round(self._x(shown.scale, snapshot.on_air.taken_at))
            painter.fillRect(QRectF(left, BAR_TOP, max(now - left, 1), BAR_HEIGHT), look.accent)
        painter.fillRect(QRectF(now - 1, PLAN_TOP, 2, BAR_TOP + BAR_HEIGHT - PLAN_TOP + 2), look.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.text)
        painter.drawPolygon(QPolygonF([QPointF(now - 4.5, 1), QPointF(now + 4.5, 1), QPointF(now, 8)]))

    # ---- what is it?

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words, rect = self._tip(event.pos())
            QToolTip.showText(event.globalPos(), words, self, rect)
            return True
        return super().event(event)

    def _tip(self, pos: QPoint) -> tuple[str, QRect]:
        """What lies there, and how far it reaches."""
        if self._snapshot is None or self._shown is None:
            return "", QRect()
        at = self._shown.scale.at(pos.x() - SIDE, self.width() - 2 * SIDE)
        for block in self._blocks:
            if block.start <= at < block.end:
                left, right = (self._x(self._shown.scale, edge) for edge in (block.start, block.end))
                return self._words(block), QRectF(left, 0, right - left, HEIGHT).toAlignedRect()
        return "", QRect()

    def _words(self, block: Block) -> str:
        if self._snapshot is None:
            return ""
        first, last = block.ids
        if first == last:
            return tip(self._snapshot, first)
        return f"{self._snapshot.segment(first).title} … {self._snapshot.segment(last).title}"


def _spoken(snapshot: Snapshot) -> str:
    zone = snapshot.rundown.event.timezone
    end = snapshot.ended_at or snapshot.projected_end
    word = "ended" if snapshot.ended_at is not None else "is expected to end"
    hard_out = timecode.clock(snapshot.rundown.event.hard_out, zone)
    return f"It {word} at {timecode.clock(end, zone)}; the hard out is {hard_out}"
