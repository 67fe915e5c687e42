"""A question about the run in a bar above the large button, which goes on meaning what it says."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Block, Style
from ssc_console.look.theme import Theme
from ssc_console.show.value import value

HIGH = 58
_WORDS = Style(16, fonts.SEMIBOLD, lines=2, least=13)


@value
class Query:
    """A question that waits for its answer, and prevents nothing.

    Attributes:
        answers: The word on each button, and the wish whose key is printed on it.
    """

    words: str
    answers: tuple[tuple[str, Wish], ...]


class QueryBar(QWidget):
    """Emits `answered` with the wish of the answer."""

    answered = Signal(object)

    def __init__(self, theme: Theme, query: Query, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(HIGH)
        self.setAccessibleName(query.words)
        self.query = query
        self._theme = theme
        self._block = Block(_WORDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addStretch(1)
        self._taken = 20
        for words, wish in query.answers:
            button = SmallButton(theme, f"{words} · {key_of(wish)}", words, theme.panel, self)
            button.setFixedHeight(38)
            button.clicked.connect(lambda _=False, wish=wish: self.answered.emit(wish))
            row.addWidget(button)
            self._taken += button.width() + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(0, 0, self.width(), 2, theme.violet)
        middle = self.height() / 2 + 1
        shapes.draw(painter, Shape.DIAMOND, QRectF(22, middle - 9, 18, 18), theme.violet_text)
        self._block.lay(self.query.words, self.width() - 58.0 - 14 - self._taken)
        self._block.draw(painter, 56, middle - self._block.height / 2, theme.text)
