"""The one large button: what it says is what the next press does, and a refusal is shown on it."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.key_button import KeyButton
from ssc_console.desk.keys import Wish, key_everywhere, key_of
from ssc_console.desk.press import CLEAR, Caution, Press
from ssc_console.desk.press_guard import ANSWER, AskAgain, Obey, PressGuard, Refuse
from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import CENTRE, Block, Style, line, width
from ssc_console.look.theme import Theme

SHOWN_FOR = 5_000
"""So many milliseconds a refusal stays."""

_LABEL_SIZES = (25, 22, 20, 18, 16)
_NOTE = Style(14)
_CAUTIONS = tuple(Style(size, fonts.SEMIBOLD) for size in (14, 13, 12))
_APART = 3.0
"""Pixels by which label and caution go apart."""
_AROUND_CAUTION = 33.0
_REFUSAL = Style(15, fonts.SEMIBOLD, lines=2, least=12)


class _Said(Enum):
    """What stands on it for a while."""

    REFUSAL = auto()
    QUESTION = auto()
    DONE = auto()


class BigButton(KeyButton):
    """Presses are judged by what was painted, and when: `elapsed` gives milliseconds that nobody steps.

    Attributes:
        obeyed: A `Press` that was meant.
    """

    obeyed = Signal(object)

    def __init__(
        self, theme: Theme, elapsed: Callable[[], int], fill: QColor, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", key_of(Wish.PRESS), parent=parent)
        self.setMinimumWidth(240)
        self.setMaximumWidth(16_777_215)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._elapsed = elapsed
        self._fill = fill
        self._guard = PressGuard()
        self._press: Press | None = None
        self._caution = CLEAR
        self._refusal = ""
        self._said = _Said.REFUSAL
        self._grasped: Press | None = None
        self._refusal_block = Block(_REFUSAL, CENTRE)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.timeout.connect(self._settle)

    def sizeHint(self) -> QSize:
        return QSize(520, 68)

    @property
    def means(self) -> Press | None:
        """What the next press does; None: it has not been said yet."""
        return self._press

    @property
    def has_just_appeared(self) -> bool:
        """Whether nobody can have read it yet."""
        return self._guard.has_just_appeared(self._elapsed())

    def take_over(self, before: "BigButton") -> None:
        """Judge presses by what that one, in whose place this is, has painted, and when."""
        self._guard = before._guard
        if self.is_asking:
            self._until.start(ANSWER)

    def set_press(self, press: Press, caution: Caution = CLEAR) -> None:
        """Say that the next press does this; `caution` is what stands in the way of it, if anything."""
        if (press, caution) != (self._press, self._caution):
            self._press, self._caution = press, caution
            words = f"{press.words} {press.target}".strip()
            self.setText(words)
            self.setToolTip("\n".join((words, *caution.all)))
            self.setAccessibleName(f"{words} ({key_of(Wish.PRESS)})")
            self.setAccessibleDescription(" · ".join(filter(None, (*caution.all, press.note))))
            self.update()

    def press(self) -> None:
        """A press, by key or by mouse."""
        verdict = self._guard.pressed(self._elapsed())
        if isinstance(verdict, Refuse):
            self.refuse(verdict.why)
        elif isinstance(verdict, AskAgain):
            self._refusal = ""
            self._until.start(ANSWER)
            self.update()
        elif isinstance(verdict, Obey):
            self._refusal = ""
            self.update()
            self.obeyed.emit(verdict.press)

    def refuse(self, why: str) -> None:
        """Show, here where the eye is, that something was not done, and why."""
        self._say(why, _Said.REFUSAL, SHOWN_FOR)

    def ask(self, question: str) -> None:
        """Show, here where the eye is, that another key wants a second press."""
        self._say(question, _Said.QUESTION, ANSWER)

    def tell(self, what: str) -> None:
        """Show, here where the eye is, that something was done that is seen nowhere else."""
        self._say(what, _Said.DONE, SHOWN_FOR)

    def _say(self, words: str, said: _Said, stays: int) -> None:
        self._refusal, self._said = words, said
        self.setAccessibleDescription(words)
        self._until.start(stays)
        self.update()

    def never_mind(self) -> None:
        """Forget a question and a refusal."""
        self._guard.forget_question()
        self._until.stop()
        self._settle()

    @property
    def refusal(self) -> str:
        """The refusal that is shown, the question, or what was done; or empty."""
        return self._refusal

    @property
    def is_asking(self) -> bool:
        """Whether it waits for a second press."""
        return self._guard.is_asking(self._elapsed())

    def _settle(self) -> None:
        self._refusal = ""
        self.update()

    # ---- mouse: a press counts where it ends, and only for what was read when it began

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grasped = self._guard.painted
        super().mousePressEvent(event)

    def nextCheckState(self) -> None:
        """Called once by Qt for each click, by mouse or by Enter."""
        grasped, self._grasped = self._grasped, None
        painted = self._guard.painted
        if grasped is not None and painted is not None and grasped.meaning != painted.meaning:
            self.refuse("This changed while you pressed: look, and press again.")
            return
        self.press()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._press is not None:
            self._guard.was_painted(self._press, self._elapsed())

    def paint_ground(self, painter: QPainter) -> None:
        theme = self.theme
        can = self._press is not None and self._press.command is not None
        fill = self._fill if can else theme.raised
        edge = fill.lighter(150) if can else theme.line
        if self._asks():
            fill, edge = theme.amber, theme.amber
        elif can and self.isDown():
            fill = fill.darker(115)
        inset = 2 if self.hasFocus() else 0
        paint.panel(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), fill, edge, 9)
        self.paint_ring(painter)

    def paint_words(self, painter: QPainter) -> None:
        if self._press is None:
            return
        theme = self.theme
        can = self._press.command is not None
        ink, dim = (theme.button_text, theme.button_dim) if can else (theme.text, theme.text_dim)
        if self._asks():
            ink = dim = theme.on_amber
        room = QRectF(self.rect()).adjusted(16, 0, -16, 0)
        half = room.height() / 2
        is_cautioned = bool(self._caution.words) and not self._asks()
        # A caution stands on a ground of its own: letters like g would reach into it.
        apart = _APART if is_cautioned else 0.0
        shift = -half * 0.34 if self._refusal else -apart
        self._paint_label(painter, room.adjusted(0, 8 + shift, 0, -half + 10 + shift), ink)
        if self._refusal:
            self._paint_refusal(painter)
            return
        self._paint_note(painter, room.adjusted(0, half + 8 + apart, 0, -10 + apart), dim)

    def _asks(self) -> bool:
        return self._press is not None and self._guard.is_asking(self._elapsed())

    def _paint_label(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        press = self._press
        assert press is not None
        words = f"Press again: {press.words}" if self._asks() else press.words
        style = _label_style(words, press.target, room.width(), 17 if self._refusal else 25)
        if not press.target:
            line(painter, room, words, style, ink, CENTRE)
            return
        first, mark = width(words, style), style.size * 0.72
        gap = style.size * 0.36
        target = min(width(press.target, style), room.width() - first - mark - 2 * gap)
        x = room.x() + (room.width() - first - mark - 2 * gap - target) / 2
        line(painter, QRectF(x, room.y(), first + 1, room.height()), words, style, ink)
        x += first + gap
        square = QRectF(x, room.center().y() - mark / 2 + 1, mark, mark)
        shapes.draw(painter, Shape.ARROW, square, ink)
        target_room = QRectF(x + mark + gap, room.y(), target + 1, room.height())
        line(painter, target_room, press.target, style, ink)

    def _paint_note(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        assert self._press is not None
        everywhere = key_everywhere()
        anywhere = f"in every window {everywhere}" if everywhere else ""
        plain = " · ".join(filter(None, (key_of(Wish.PRESS), anywhere, self._press.note)))
        if self._press.command is None:
            plain = self._press.note
        elif self._asks():
            plain = f"{key_of(Wish.PRESS)} · within 3 seconds"
        caution = self._caution.words
        if not caution or self._asks():
            line(painter, room, plain, _NOTE, ink, CENTRE)
            return
        style, plain, badge = _cautioned(caution, plain, room.width())
        gap, tail = (10.0, width(plain, _NOTE)) if plain else (0.0, 0.0)
        x = room.x() + (room.width() - badge - gap - tail) / 2
        ground = QRectF(x, room.center().y() - 11, badge, 22)
        theme = self.theme
        grave = self._caution.grave
        colour, fill = (theme.red, theme.red_fill) if grave else (theme.amber, theme.amber_fill)
        shape = Shape.CROSS if grave else Shape.WARNING
        paint.panel(painter, ground, fill, None, 4)
        shapes.draw(painter, shape, QRectF(x + 8, ground.center().y() - 6, 12, 12), colour)
        words = ground.adjusted(25, 0, -6, 0)
        line(painter, words, caution, style, colour)
        line(painter, QRectF(x + badge + gap, room.y(), tail + 1, room.height()), plain, _NOTE, ink)

    def _paint_refusal(self, painter: QPainter) -> None:
        theme = self.theme
        high = self.height() * 0.52
        band = QRectF(4, self.height() - high - 4, self.width() - 8, high)
        fill, ink, shape = {
            _Said.REFUSAL: (theme.red_strong, theme.on_red, Shape.CROSS),
            _Said.QUESTION: (theme.amber, theme.on_amber, Shape.WARNING),
            _Said.DONE: (theme.green, theme.on_green, Shape.CHECK),
        }[self._said]
        paint.panel(painter, band, fill, None, 6)
        shapes.draw(painter, shape, QRectF(band.x() + 12, band.center().y() - 7, 14, 14), ink)
        self._refusal_block.lay(self._refusal, band.width() - 68)
        top = band.center().y() - self._refusal_block.height / 2
        self._refusal_block.draw(painter, band.x() + 34, top, ink)


def _cautioned(caution: str, plain: str, room: float) -> tuple[Style, str, float]:
    """How a caution is set, what stands beside it, and how wide its ground is.

    What the key is gives way to what stands in the way; that becomes smaller before it is cut.
    """
    for style in _CAUTIONS:
        for beside in (plain, key_of(Wish.PRESS), ""):
            wide = width(caution, style) + _AROUND_CAUTION
            if wide + (10.0 + width(beside, _NOTE) if beside else 0.0) <= room:
                return style, beside, wide
    return _CAUTIONS[-1], "", room


def _label_style(words: str, target: str, room: float, largest: int) -> Style:
    """The largest that fits; the smallest if none does: then the target ends in an ellipsis."""
    style = Style(_LABEL_SIZES[-1], fonts.BOLD)
    for size in _LABEL_SIZES:
        style = Style(size, fonts.BOLD)
        marks = size * 1.44 if target else 0
        if size <= largest and width(words, style) + width(target, style) + marks <= room:
            return style
    return style
