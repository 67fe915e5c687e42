"""A question that the large button answers: why it is asked, and the way to say no, in a bar above it."""

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
class Offer:
    """What is offered when the desk opens.

    Attributes:
        words: Why, in a sentence or two; empty: there is no bar.
        accept: What the large button says; `target`: what that leads to, perhaps empty.
        decline: The word on the other button; empty: there is no other way.
        wish: The key of the other way.
    """

    words: str
    accept: str
    target: str = ""
    decline: str = ""
    wish: Wish = Wish.RESET


class OfferBar(QWidget):
    """Emits `declined`, with the wish whose key is printed on its button."""

    declined = Signal(object)

    def __init__(self, theme: Theme, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(offer.words)
        self._theme = theme
        self._block = Block(_WORDS)
        self._offer = offer
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.addStretch(1)
        self._taken = 0
        if offer.decline:
            words = f"{offer.decline} · {key_of(offer.wish)}"
            button = SmallButton(theme, words, offer.decline, theme.panel, self)
            button.setFixedHeight(38)
            button.clicked.connect(lambda: self.declined.emit(offer.wish))
            row.addWidget(button)
            self._taken = button.width() + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(0, 0, self.width(), 2, theme.amber)
        middle = self.height() / 2 + 1
        shapes.draw(painter, Shape.WARNING, QRectF(22, middle - 10, 20, 20), theme.amber)
        self._block.lay(self._offer.words, self.width() - 58.0 - 24 - self._taken)
        self._block.draw(painter, 56, middle - self._block.height / 2, theme.text)
