"""A page on the desk in its frame: the verdict and what there is to do at the left, the page at the right."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ssc_console.desk.page_view import PageView
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.page import Canvas, Page
from ssc_console.show.value import fields

_HEAD = Style(13, fonts.SEMIBOLD, lines=2)
_BIG = Style(40, fonts.BOLD, lines=2, least=24)
_SMALL = Style(16, lines=5)
_SIDE = 28


class PageFrame(QWidget):
    """What the pages after the show have in common; each fills `side` below the verdict.

    Attributes:
        above: Over the whole width, as high as it wants to be; None: nothing.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.above: QWidget | None = None
        self.side = QWidget(self)
        self.head = Label(_HEAD, theme.text_dim, theme.background, parent=self.side)
        self.verdict = Label(_BIG, theme.text, theme.background, parent=self.side)
        self.because = Label(_SMALL, theme.text_dim, theme.background, parent=self.side)
        self.view = PageView(theme, self)
        self.column = QVBoxLayout(self.side)
        self.column.setContentsMargins(_SIDE, 24, 20, 20)
        self.column.setSpacing(6)
        for label in (self.head, self.verdict, self.because):
            self.column.addWidget(label)
        self.column.addSpacing(12)

    def say(self, head: str, verdict: str, because: str, ink: QColor) -> None:
        """The verdict, in words."""
        self.head.set_text(head)
        self.verdict.set_colours(ink, self.theme.background)
        self.verdict.set_text(verdict)
        self.because.set_text(because)

    def page(self, canvas: Canvas) -> Page | None:
        """The page that is to be seen; None: there is none."""
        raise NotImplementedError

    def turn(self) -> None:
        """Show the page as it is now, drawn for the room there is."""
        page = self.page(Canvas(self.view.canvas_wide(), _inks(self.theme)))
        self.view.setVisible(page is not None)
        if page is not None:
            self.view.show_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side, top = min(max(round(self.width() * 0.26), 300), 520), 0
        if self.above is not None:
            top = self.above.sizeHint().height()
            self.above.setGeometry(0, 0, self.width(), top)
        self.side.setGeometry(0, top, side, self.height() - top)
        before = self.view.canvas_wide()
        self.view.setGeometry(side + 1, top, self.width() - side - 1, self.height() - top)
        if self.view.canvas_wide() != before:
            self.turn()

    def take_keyboard(self) -> None:
        """Whoever is not busy elsewhere can read on with the arrows at once."""
        if self.window().focusWidget() in (None, self.window()):
            self.view.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.background)
        painter.fillRect(self.side.width(), 0, 1, self.height(), self.theme.line)


def _inks(theme: Theme) -> dict[str, str]:
    """Its colours by name, as pictures name them."""
    return {each.name: getattr(theme, each.name).name() for each in fields(Theme) if each.name != "name"}
