"""One line of a panel: what it is about, what is so, and what can be done about it, on buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ssc_console.desk.board import Act, Copy, Line
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.keys import printed
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import RIGHT, Style, line, width
from ssc_console.look.theme import Theme

_HEAD = Style(12, fonts.BOLD)
_LEFT = tuple(Style(size, fonts.MEDIUM) for size in (16, 15, 14, 13))
"""What a line is about becomes smaller before it is cut."""
_RIGHT = Style(15, fonts.SEMIBOLD)
_BELOW = Style(13)
_HIGH, _LOW, _HEADING = 56, 44, 34
_BUTTONS = 38
"""A line with more buttons than one has them below its words."""
_MARKS = {Tone.FINE: Shape.CHECK, Tone.WATCH: Shape.WARNING, Tone.WRONG: Shape.CROSS}


class PanelLine(QWidget):
    """Its buttons lie at the right; a click beside them chooses the line.

    Attributes:
        wanted: What a button does, a `Doing`.
        picked: The line was clicked.
    """

    wanted = Signal(object)
    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._line = Line("")
        self._is_chosen = False
        self._buttons: list[tuple[Act, SmallButton]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 12, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)

    @property
    def can_be_chosen(self) -> bool:
        """Whether there is anything to do about it."""
        return bool(self._line.acts or self._line.rest)

    def show_line(self, shown: Line) -> None:
        """Be like this."""
        if shown == self._line:
            return
        before, self._line = self._line, shown
        self.setAccessibleName(", ".join(filter(None, (shown.left, shown.right, shown.below))))
        self.setToolTip("\n".join(filter(None, (shown.left, shown.below, shown.right))))
        if (before.acts, before.rest) != (shown.acts, shown.rest):
            self._make_buttons()
        self._be_high()
        self.update()

    def _be_high(self) -> None:
        shown = self._line
        own = _HEADING if shown.heading else _HIGH if shown.below else _LOW
        below = _BUTTONS if self._has_row_of_buttons else 0
        self._row.setContentsMargins(8, own - 4 if below else 0, 12, 6 if below else 0)
        self.setFixedHeight(own + below)

    @property
    def _has_row_of_buttons(self) -> bool:
        return len(self._buttons) > 1

    def _make_buttons(self) -> None:
        had_keyboard = any(button.hasFocus() for _, button in self._buttons)
        for _, button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        rest = self._line.rest if self._is_chosen else ()
        for act in (*self._line.acts, *rest):
            button = SmallButton(self._theme, act.words, _tip(act), self._ground(), self)
            button.setFixedHeight(30)
            button.setEnabled(act.doing is not None)
            button.clicked.connect(lambda _=False, act=act: self.wanted.emit(act.doing))
            self._buttons.append((act, button))
            self._row.addWidget(button)
        if had_keyboard:
            (self._buttons[0][1] if self._buttons else self).setFocus()

    def say_copied(self, copied: Copy) -> None:
        """Show on the button of this text that it was copied, and on no other."""
        for act, button in self._buttons:
            if isinstance(act.doing, Copy):
                button.set_shape(Shape.CHECK if act.doing == copied else None)

    def set_chosen(self, chosen: bool) -> None:
        """Show whether the arrows are here."""
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            if self._line.rest:
                self._make_buttons()
            for _, button in self._buttons:
                button.ground = self._ground()
                button.update()
            self._be_high()
            self.update()

    def _ground(self) -> QColor:
        """What its buttons lie on."""
        return self._theme.accent_fill if self._is_chosen else self._theme.panel

    def sizeHint(self) -> QSize:
        return QSize(300, _LOW)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.can_be_chosen:
            self.picked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, shown = self._theme, self._line
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        wide, high = float(self.width()), float(self.height())
        if shown.heading:
            line(painter, QRectF(0, 8, wide - 12, high - 10), shown.left, _HEAD, theme.text_dim)
            line(painter, QRectF(0, 8, wide - 12, high - 10), shown.right, _HEAD, theme.text_dim, RIGHT)
            return
        if self._is_chosen:
            paint.panel(painter, QRectF(0, 2, wide - 4, high - 4), theme.accent_fill, None, 6)
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(QRectF(1, 3, wide - 6, high - 6), 6, 6)
        self._paint_words(painter, wide, high - _BUTTONS if self._has_row_of_buttons else high)
        painter.fillRect(QRectF(0, high - 1, wide - 12, 1), theme.line)

    def _paint_words(self, painter: QPainter, wide: float, high: float) -> None:
        theme, shown = self._theme, self._line
        in_line = () if self._has_row_of_buttons else self._buttons
        taken = sum(button.width() + 6 for _, button in in_line)
        right = wide - 12 - taken - (8 if taken else 0)
        ink = self._ink()
        words = min(width(shown.right, _RIGHT), right * 0.6)
        line(painter, QRectF(right - words - 1, 0, words + 1, high), shown.right, _RIGHT, ink, RIGHT)
        right -= words + 8
        mark = _MARKS.get(shown.tone)
        if mark is not None and shown.right:
            shapes.draw(painter, mark, QRectF(right - 13, (high - 13) / 2, 13, 13), ink)
            right -= 22
        left = 8.0 if self._is_chosen else 2.0
        style = next((each for each in _LEFT if width(shown.left, each) <= right - left), _LEFT[-1])
        if shown.below:
            line(painter, QRectF(left, 7, right - left, 22), shown.left, style, theme.text)
            line(painter, QRectF(left, 29, right - left, 18), shown.below, _BELOW, theme.text_dim)
        else:
            line(painter, QRectF(left, 0, right - left, high), shown.left, style, theme.text)

    def _ink(self) -> QColor:
        theme = self._theme
        return {Tone.FINE: theme.green, Tone.WATCH: theme.amber, Tone.WRONG: theme.red}.get(
            self._line.tone, theme.text
        )


def _tip(act: Act) -> str:
    tip = act.tip or act.words
    return f"{tip} ({printed(act.key)})" if act.key else tip
