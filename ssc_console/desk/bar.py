"""A bar above the large button: an offer, a notice or a question in words, and small buttons to answer it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ssc_console.desk.facts_card import Tone
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts, shapes
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Block, Style
from ssc_console.look.theme import Theme
from ssc_console.show.value import value

HIGH = 58
_WORDS = Style(16, fonts.SEMIBOLD, lines=2, least=13)
_SIDE = 20
_BEGIN = 56
"""Where the words begin; the mark is left of them."""
_NOTICES = {
    Tone.PLAIN: Shape.CHECK,
    Tone.FINE: Shape.CHECK,
    Tone.WATCH: Shape.WARNING,
    Tone.WRONG: Shape.CROSS,
}

Answers = tuple[tuple[str, Wish], ...]
"""The word on each button, and the wish whose key is printed on it."""


@value
class Sign:
    """How a bar says what kind of thing it says.

    Attributes:
        edge: The line at the top.
        size: Of the mark, a square.
        apart: Pixels between two buttons; `air`: between the words and the first one.
    """

    shape: Shape
    ink: QColor
    edge: QColor
    size: int = 20
    apart: int = 10
    air: int = 26


@value
class Offer:
    """What is offered when the desk opens; the large button accepts it.

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

    @property
    def answers(self) -> Answers:
        """The other way, if there is one: yes is the large button's."""
        return ((self.decline, self.wish),) if self.decline else ()

    def sign(self, theme: Theme) -> Sign:
        """Amber: the show waits for an answer."""
        return Sign(Shape.WARNING, theme.amber, theme.amber)


@value
class Notice:
    """A word about the agenda's file: what it is, and what to press about it.

    Attributes:
        words: A sentence or two.
        more: The word on the button that shows more; empty: there is none. `wish` is its key.
    """

    words: str
    tone: Tone = Tone.WATCH
    more: str = ""
    wish: Wish = Wish.RELOAD

    @property
    def answers(self) -> Answers:
        """More of it, if there is more, and the way to put it away."""
        if self.more:
            return (self.more, self.wish), ("Later", Wish.TO_SHOW)
        return (("Close", Wish.TO_SHOW),)

    def sign(self, theme: Theme) -> Sign:
        """By its tone."""
        inks = {Tone.WATCH: theme.amber, Tone.WRONG: theme.red}
        ink = inks.get(self.tone, theme.green)
        return Sign(_NOTICES[self.tone], ink, ink, apart=8, air=34)


@value
class Query:
    """A question about the run that waits for its answer, and prevents nothing."""

    words: str
    answers: Answers

    def sign(self, theme: Theme) -> Sign:
        """Violet: nothing is wrong, and nothing is held up."""
        return Sign(Shape.DIAMOND, theme.violet_text, theme.violet, size=18)


Saying = Offer | Notice | Query


class Bar(QWidget):
    """Emits `wished`, with the wish whose key is printed on a button."""

    wished = Signal(object)

    def __init__(self, theme: Theme, saying: Saying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(saying.words)
        self.setToolTip(saying.words)
        self._theme = theme
        self._words = saying.words
        self._sign = saying.sign(theme)
        self._block = Block(_WORDS)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(self._sign.apart)
        self._row.addStretch(1)
        wides = [self._add(words, wish) for words, wish in saying.answers]
        self._taken = sum(wides) + self._sign.apart * (len(wides) - 1) + _SIDE if wides else 0

    def _add(self, words: str, wish: Wish) -> int:
        button = SmallButton(self._theme, f"{words} · {key_of(wish)}", words, self._theme.panel, self)
        button.setFixedHeight(38)
        button.clicked.connect(lambda: self.wished.emit(wish))
        self._row.addWidget(button)
        return button.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sign = self._theme, self._sign
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(0, 0, self.width(), 2, sign.edge)
        middle = self.height() / 2 + 1
        shapes.draw(painter, sign.shape, QRectF(22, middle - sign.size / 2, sign.size, sign.size), sign.ink)
        self._block.lay(self._words, self.width() - float(_BEGIN) - sign.air - self._taken)
        self._block.draw(painter, _BEGIN, middle - self._block.height / 2, theme.text)
