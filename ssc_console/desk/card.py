"""A card that is there only while it has something to say: words under each other, and one button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.small_button import SmallButton
from ssc_console.look.text import Label
from ssc_console.look.theme import Theme

_LEFT, _RIGHT, _FOOT, _APART = 18, 14, 12, 6
_BUTTON = 32


class Card(QWidget):
    """Hidden until it is shown; then it wants as much room as its words need.

    Attributes:
        wished: The wish whose key is printed on the button.
    """

    wished = Signal(object)

    def __init__(self, theme: Theme, words: str, wish: Wish, tip: str, parent: QWidget | None = None) -> None:
        """`words` stand on the button, before the key of `wish`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.theme = theme
        self.button = self.make_button(words, wish, tip)
        self._parts: tuple[Label | SmallButton, ...] = ()
        self._edge, self._edge_high, self._air = theme.line, 1, 0
        self.hide()

    def make_button(self, words: str, wish: Wish, tip: str) -> SmallButton:
        """A button for a wish, with its key on it."""
        made = SmallButton(self.theme, f"{words} · {key_of(wish)}", tip, self.theme.panel, self)
        made.setFixedHeight(_BUTTON)
        made.clicked.connect(lambda: self.wished.emit(wish))
        return made

    def stack(
        self, *parts: Label | SmallButton, head: int, edge: QColor, edge_high: int, air: int = 0
    ) -> None:
        """Lay these under each other; to be called once.

        Args:
            head: Pixels above the first of them.
            edge: The colour of the line at the top, `edge_high` pixels of it.
            air: Pixels it wants beyond what they need; the layout gives them to the words.
        """
        self._parts = parts
        self._edge, self._edge_high, self._air = edge, edge_high, air
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, head, _RIGHT, _FOOT)
        column.setSpacing(_APART)
        for part in parts:
            column.addWidget(part)

    def height_for(self, wide: int) -> int:
        """How much room it wants at that width; 0 while it is hidden."""
        layout = self.layout()
        if self.isHidden() or layout is None:
            return 0
        margins = layout.contentsMargins()
        inner = wide - margins.left() - margins.right()
        heights = [_height(part, inner) for part in self._parts if not part.isHidden()]
        between = _APART * (len(heights) - 1)
        return sum(heights) + between + margins.top() + margins.bottom() + self._air

    def sizeHint(self) -> QSize:
        return QSize(300, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.panel)
        painter.fillRect(0, 0, self.width(), self._edge_high, self._edge)


def _height(part: Label | SmallButton, wide: int) -> int:
    return part.heightForWidth(wide) if isinstance(part, Label) else _BUTTON
