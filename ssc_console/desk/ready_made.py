"""Answers that are ready, on as many lines of buttons as they need, each with the number of its key."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.small_button import SmallButton
from ssc_console.look.theme import Theme

KEYS = 9
"""So many have a key, from 1 on."""
_HIGH = 32
_GAP = 8
_SIDE, _TOP = 20, 12


class ReadyMade(QWidget):
    """Emits `chosen` with the words of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, answers: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.answers = answers
        self._buttons = [self._button(number, words) for number, words in enumerate(answers, start=1)]

    def _button(self, number: int, words: str) -> SmallButton:
        key = f"{number} · " if number <= KEYS else ""
        made = SmallButton(self._theme, f"{key}{words}", words, self._theme.panel, self)
        made.clicked.connect(lambda: self.chosen.emit(words))
        return made

    def of_key(self, text: str) -> str | None:
        """The answer whose number was typed, see `number_of`; None: there is none of that number."""
        number = int(text) if text.isascii() and text.isdecimal() else 0
        return self.answers[number - 1] if 1 <= number <= min(len(self.answers), KEYS) else None

    def height_at(self, wide: int) -> int:
        """How high it is at a width."""
        if not self._buttons:
            return 0
        return max(place.bottom() for place in self._places(wide)) + 1

    def _places(self, wide: int) -> list[QRect]:
        x, y, places = _SIDE, _TOP, []
        for button in self._buttons:
            size = min(button.width(), wide - 2 * _SIDE)
            if x > _SIDE and x + size > wide - _SIDE:
                x, y = _SIDE, y + _HIGH + _GAP
            places.append(QRect(x, y, size, _HIGH))
            x += size + _GAP
        return places

    def sizeHint(self) -> QSize:
        return QSize(600, self.height_at(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button, place in zip(self._buttons, self._places(self.width()), strict=True):
            button.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.panel)
