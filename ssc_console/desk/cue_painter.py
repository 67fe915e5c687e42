"""Paints a line of the cue list, and says how large it is and where its buttons are."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from ssc_console.desk.cue_model import CueModel
from ssc_console.desk.cue_order import ACKNOWLEDGED
from ssc_console.desk.cue_rows import FINISHED, Act, CueFace
from ssc_console.desk.row_sizes import cue_sizes
from ssc_console.look import paint, shapes, text
from ssc_console.look.paint import between
from ssc_console.look.shaped import shape
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Block
from ssc_console.look.theme import Theme
from ssc_console.show.figures import CueState
from ssc_console.show.value import value

PAD = 16
FADES = 500
"""Milliseconds in which what was done fades before it leaves."""
_WIDEST = {CueState.DUE: "DUE 00:00", CueState.STANDBY: "STANDBY", CueState.PENDING: "in 00:00"}


@value
class Pointed:
    """What the pointer is over: a cue, and perhaps one of its buttons."""

    cue: str
    act: Act | None


class CuePainter:
    """Paints rows in the colours of a theme. Every row fills its own ground."""

    def __init__(self, theme: Theme, model: CueModel) -> None:
        self._theme = theme
        self._model = model
        self.sizes = cue_sizes(1.0)
        self._titles: dict[str, Block] = {}
        self.width = 300
        self.pointed: Pointed | None = None
        self.down: Pointed | None = None
        self.chosen: str | None = None
        self.refusal: tuple[str, str] | None = None
        self.acknowledged: Callable[[str], int | None] = lambda _: None
        self.dirty = QRegion()
        self.acts = True

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme

    def set_scale(self, scale: float) -> None:
        """Paint texts so many times as large as usual."""
        self.sizes = cue_sizes(scale)
        self._titles = {}

    def size_of(self, row: int) -> QSize:
        """How large a line is, in logical pixels."""
        shown = self._model.shown(row)
        if shown is None:
            return QSize(self.width, self.sizes.fold)
        high = (
            self.sizes.above
            + self._title(shown).height
            + self.sizes.between
            + self.sizes.detail_high
            + self.sizes.below
        )
        return QSize(self.width, round(high))

    def badge_place(self, rect: QRectF, shown: CueFace) -> QRectF:
        """Where the badge may be, with room for the widest one; nothing of the title is there."""
        wide = self._badge_room(shown) - self.sizes.gap / 2 + PAD
        return QRectF(rect.right() - wide, rect.y() + self.sizes.above - 2, wide, self.sizes.badge_high + 4)

    def buttons(self, rect: QRectF, shown: CueFace) -> dict[Act, QRectF]:
        """Where the buttons of a row are; none where it shows none."""
        if not self.acts:
            return {}
        wanted = shown.state in (CueState.DUE, CueState.STANDBY) or shown.id == self.chosen
        if not wanted and (self.pointed is None or self.pointed.cue != shown.id):
            return {}
        found = {}
        right = rect.right() - PAD
        y = rect.bottom() - self.sizes.below - self.sizes.detail_high - 1
        for act in reversed(shown.acts):
            wide = (
                self.sizes.button_high + 4.0
                if act is Act.DISMISS
                else text.width(act.value, self.sizes.button) + 18
            )
            found[act] = QRectF(right - wide, y, wide, self.sizes.button_high)
            right -= wide + 6
        return found

    def paint_line(self, painter: QPainter, rect: QRectF, row: int, *, has_keyboard: bool) -> None:
        """Paint a line there. A view that painted by itself would make an option for each, with ten parts."""
        shown = self._model.shown(row)
        if shown is not None:
            self._row(painter, rect, shown)
        else:
            self._fold(painter, rect)
        if has_keyboard:
            painter.setPen(self._theme.focus)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))

    def paint_empty(self, painter: QPainter, rect: QRectF) -> None:
        """A list without cues says so."""
        inside = rect.adjusted(PAD, self.sizes.above, -PAD, 0)
        inside.setHeight(self.sizes.detail_high)
        text.line(painter, inside, "No cues", self.sizes.detail, self._theme.text_faint)

    def _fold(self, painter: QPainter, rect: QRectF) -> None:
        look, model = self._theme, self._model
        painter.fillRect(rect, look.sunken)
        mark = QRectF(rect.x() + PAD, rect.center().y() - 5, 10, 10)
        painter.save()
        if not model.folded:
            painter.translate(mark.center())
            painter.rotate(90)
            painter.translate(-mark.center())
        shapes.draw(painter, Shape.ARROW, mark, look.text_dim)
        painter.restore()
        words = rect.adjusted(PAD + 16, 0, -PAD, 0)
        text.line(painter, words, model.fold_words().upper(), self.sizes.heading, look.text_dim)

    def _row(self, painter: QPainter, rect: QRectF, shown: CueFace) -> None:
        look = self._theme
        ground, bar = self._grounds(shown)
        painter.fillRect(rect, ground)
        if bar is not None:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), bar)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.line)
        finished = shown.state in FINISHED
        fresh = self._freshness(shown) > 0
        ink = look.text_faint if finished and not fresh else look.text
        self._badge(painter, rect, shown)
        dirty = self.dirty.intersected(rect.toAlignedRect()).boundingRect()
        if self.badge_place(rect, shown).toAlignedRect().contains(dirty):
            return  # a second changes the badge only
        self._title(shown).draw(painter, rect.x() + PAD, rect.y() + self.sizes.above, ink)
        buttons = self.buttons(rect, shown)
        left = min((button.left() for button in buttons.values()), default=rect.right() - PAD + 8)
        detail = QRectF(
            rect.x() + PAD,
            rect.bottom() - self.sizes.below - self.sizes.detail_high,
            0,
            self.sizes.detail_high,
        )
        detail.setRight(left - 8)
        if self.refusal is not None and self.refusal[0] == shown.id:
            text.line(painter, detail, self.refusal[1], self.sizes.detail, look.red)
        else:
            dim = look.text_faint if finished and not fresh else look.text_dim
            text.line(painter, detail, shown.detail, self.sizes.detail, dim)
        for act, button in buttons.items():
            self._button(painter, button, Pointed(shown.id, act), ground)

    def _grounds(self, shown: CueFace) -> tuple[QColor, QColor | None]:
        look = self._theme
        if shown.state is CueState.DUE:
            return look.red_fill, look.red
        if shown.state is CueState.STANDBY:
            return look.amber_fill, look.amber
        fresh = self._freshness(shown)
        if fresh > 0:
            done = shown.state is CueState.DONE
            strong, bar = (look.green_fill, look.green) if done else (look.raised, look.line_strong)
            return between(look.background, strong, fresh), between(look.background, bar, fresh)
        is_pointed = self.pointed is not None and self.pointed.cue == shown.id
        return (look.panel if is_pointed else look.background), None

    def _freshness(self, shown: CueFace) -> float:
        """1 while it is acknowledged as done or dismissed, fading to 0 before it leaves."""
        ago = self.acknowledged(shown.id) if shown.state in FINISHED else None
        if ago is None or ago >= ACKNOWLEDGED:
            return 0.0
        return min(1.0, (ACKNOWLEDGED - ago) / FADES)

    def _badge(self, painter: QPainter, rect: QRectF, shown: CueFace) -> None:
        if not shown.badge:
            return
        look = self._theme
        strong = shown.state in (CueState.DUE, CueState.STANDBY)
        style = self.sizes.badge if strong else self.sizes.calm_badge
        wide = paint.badge_width(shown.badge, style, shown.badge_shape)
        place = QRectF(
            rect.right() - PAD - wide, rect.y() + self.sizes.above - 1, wide, self.sizes.badge_high
        )
        ink, fill, edge = look.text_dim, None, None
        if shown.state is CueState.DUE:
            ink, fill = look.on_red_bright, look.red
        elif shown.state is CueState.STANDBY:
            ink, fill = look.on_amber, look.amber
        elif shown.state is CueState.PENDING:
            edge = look.line_strong
        elif shown.state is CueState.DONE and self._freshness(shown) > 0:
            ink, fill = look.on_green, look.green
        else:
            ink = look.text_faint
        paint.badge(painter, place, shown.badge, style, ink, fill, shape=shown.badge_shape, edge=edge)

    def _button(self, painter: QPainter, rect: QRectF, which: Pointed, ground: QColor) -> None:
        look = self._theme
        hot = which == self.pointed
        fill = look.button if which.act is Act.GO else look.raised
        if hot:
            fill = look.button_hover if which.act is Act.GO else look.raised_hover
        if which == self.down:
            fill = look.line_strong
        line = look.button_line if which.act is Act.GO else look.line_strong
        paint.panel(painter, rect, fill, line, radius=5)
        ink = look.button_text if which.act is Act.GO else look.text
        if which.act is Act.DISMISS:
            middle = rect.center()
            mark = QRectF(middle - QPointF(4.5, 4.5), QSize(9, 9))
            shapes.draw(painter, Shape.CROSS, mark, ink)
        elif which.act is not None:
            text.line(painter, rect, which.act.value, self.sizes.button, ink, Qt.AlignmentFlag.AlignHCenter)

    def _title(self, shown: CueFace) -> Block:
        """The title laid out beside its badge, for the widest that the badge can become."""
        if shown.id not in self._titles:
            self._titles[shown.id] = Block(self.sizes.title)
        return self._titles[shown.id].lay(shown.title, self.width - 2 * PAD - self._badge_room(shown))

    def _badge_room(self, shown: CueFace) -> float:
        """What the badge takes of the title's width."""
        if not shown.badge:
            return 0.0
        return _widest_badge(shown.state, shape(shown.badge), shown.badge_shape, self.sizes.scale)


@lru_cache(maxsize=128)
def _widest_badge(state: CueState, badge: str, mark: Shape | None, scale: float) -> float:
    """Asked for every row of the list whenever it is laid out."""
    sizes = cue_sizes(scale)
    strong = state in (CueState.DUE, CueState.STANDBY)
    widest = max(_WIDEST.get(state, ""), badge, key=len)
    return paint.badge_width(widest, sizes.badge if strong else sizes.calm_badge, mark) + sizes.gap
