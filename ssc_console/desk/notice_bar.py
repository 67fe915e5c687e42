"""A word about the agenda's file, in a bar above the large button: what it is, and what to press about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
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
_MARKS = {Tone.PLAIN: Shape.CHECK, Tone.FINE: Shape.CHECK, Tone.WATCH: Shape.WARNING, Tone.WRONG: Shape.CROSS}


@value
class Notice:
    """What is said.

    Attributes:
        words: A sentence or two.
        more: The word on the button that shows more; empty: there is none. `wish` is its key.
    """

    words: str
    tone: Tone = Tone.WATCH
    more: str = ""
    wish: Wish = Wish.RELOAD


class NoticeBar(QWidget):
    """Emits `wished`: a `Wish`."""

    wished = Signal(object)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(notice.words)
        self.setToolTip(notice.words)
        self._theme = theme
        self.notice = notice
        self._block = Block(_WORDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self._taken = 20
        if notice.more:
            self._button(row, f"{notice.more} · {key_of(notice.wish)}", notice.more, notice.wish)
        later = "Later" if notice.more else "Close"
        self._button(row, f"{later} · {key_of(Wish.TO_SHOW)}", later, Wish.TO_SHOW)

    def _button(self, row: QHBoxLayout, words: str, tip: str, wish: Wish) -> None:
        button = SmallButton(self._theme, words, tip, self._theme.panel, self)
        button.setFixedHeight(38)
        button.clicked.connect(lambda: self.wished.emit(wish))
        row.addWidget(button)
        self._taken += button.width() + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, tone = self._theme, self.notice.tone
        ink = {Tone.FINE: theme.green, Tone.PLAIN: theme.green, Tone.WRONG: theme.red}.get(tone, theme.amber)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(0, 0, self.width(), 2, ink)
        middle = self.height() / 2 + 1
        shapes.draw(painter, _MARKS[tone], QRectF(22, middle - 10, 20, 20), ink)
        self._block.lay(self.notice.words, self.width() - 58.0 - 24 - self._taken)
        self._block.draw(painter, 56, middle - self._block.height / 2, theme.text)
