"""The durations that rehearsals suggest, each to be written into the agenda or left out."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ssc_console.desk.account import Suggestion
from ssc_console.look import fonts, paint, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import RIGHT, Style, line
from ssc_console.look.theme import Theme

_HEAD = Style(13, fonts.BOLD)
_TITLE = Style(15, fonts.MEDIUM)
_WORDS = Style(14)
_TOP, _ROW = 44, 50
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeepList(QWidget):
    """A click leaves one out or takes it in; so does Enter for whoever has tabbed here and gone to it.

    Attributes:
        changed: What is chosen is not what it was.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(_TOP + _ROW)
        self._theme = theme
        self._rows: tuple[Suggestion, ...] = ()
        self._left_out: set[str] = set()
        self._current = 0
        self._scrolled = 0

    def show_suggestions(self, rows: tuple[Suggestion, ...]) -> None:
        """Show these; those that were spoken are chosen."""
        self._rows, self._current, self._scrolled = rows, 0, 0
        self._left_out = {each.segment for each in rows if not each.is_spoken}
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The segments whose duration is to be written."""
        return tuple(each.segment for each in self._rows if each.segment not in self._left_out)

    def toggle(self, place: int) -> None:
        """Leave that one out, or take it in again."""
        if 0 <= place < len(self._rows):
            self._current = place
            self._left_out ^= {self._rows[place].segment}
            self._say()

    def _say(self) -> None:
        spoken = (
            f"{'left out' if each.segment in self._left_out else 'chosen'}: {each.title} {each.words}"
            for each in self._rows
        )
        self.setAccessibleName("Suggested durations")
        self.setAccessibleDescription("\n".join(spoken))
        self.changed.emit()
        self.update()

    # ---- mouse and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        if y >= _TOP:
            self.toggle(int(y - _TOP + self._scrolled) // _ROW)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll_to(self._scrolled - event.angleDelta().y() // 3)
        event.accept()

    def _scroll_to(self, y: int) -> None:
        most = max(0, len(self._rows) * _ROW - (self.height() - _TOP))
        self._scrolled = max(0, min(y, most))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = (event.pos().y() - _TOP + self._scrolled) // _ROW
            words = [f"{each.title}\n{each.words}" for each in self._rows[place : place + 1] if place >= 0]
            QToolTip.showText(event.globalPos(), "".join(words), self)
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in _KEYS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle(self._current)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._current = max(0, min(self._current + step, len(self._rows) - 1))
            top, room = self._current * _ROW, self.height() - _TOP
            self._scroll_to(min(max(self._scrolled, top + _ROW - room), top))
        else:
            super().keyPressEvent(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.background)
        paint.panel(painter, QRectF(self.rect()), theme.panel, theme.line)
        head = QRectF(18, 12, self.width() - 36, 22)
        line(painter, head, "SUGGESTED", _HEAD, theme.text_dim)
        line(painter, head, "a click chooses", _WORDS, theme.text_dim, RIGHT)
        painter.setClipRect(QRectF(1, _TOP - 2, self.width() - 2, self.height() - _TOP))
        for place, each in enumerate(self._rows):
            y = float(_TOP + place * _ROW - self._scrolled)
            if -_ROW < y < self.height():
                self._paint_row(painter, place, each, y)

    def _paint_row(self, painter: QPainter, place: int, each: Suggestion, y: float) -> None:
        theme = self._theme
        taken = each.segment not in self._left_out
        box = QRectF(18, y + (_ROW - 20) / 2, 20, 20)
        paint.panel(painter, box, theme.button if taken else theme.background, theme.line_strong, 4)
        if taken:
            shapes.draw(painter, Shape.CHECK, box.adjusted(4, 4, -4, -4), theme.button_text)
        wide = self.width() - 50.0 - 16
        line(
            painter, QRectF(50, y + 5, wide, 20), each.title, _TITLE, theme.text if taken else theme.text_dim
        )
        line(painter, QRectF(50, y + 25, wide, 18), each.words, _WORDS, theme.text_dim)
        painter.fillRect(QRectF(18, y + _ROW - 1, self.width() - 36, 1), theme.line)
        if self.hasFocus() and place == self._current:
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRect(QRectF(8, y + 2, self.width() - 16, _ROW - 5))
