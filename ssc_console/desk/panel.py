"""A panel beside the show: lines with what can be done about each. The show's own keys go on around it.

The arrows choose a line and Enter does its first act; with none chosen, what stands at the bottom. Space
still advances the show, and Esc closes the panel.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ssc_console.desk.board import Act, Copy, Doing, Page
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.panel_line import PanelLine
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts
from ssc_console.look.scroll_bar import SlimScrollBar
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme

_TITLE = Style(19, fonts.BOLD)
_NOTE = Style(16, fonts.SEMIBOLD, lines=3, least=13)
_OURS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Panel(QWidget):
    """Shows a page, and says what was asked for there.

    Attributes:
        wanted: A `Doing` that is not the panel's own.
        closed: It is no longer wanted.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._page: Page | None = None
        self._chosen: int | None = None
        self._lines: list[PanelLine] = []
        self._title = Label(_TITLE, theme.text, theme.panel, parent=self)
        self._note = Label(_NOTE, theme.text, theme.panel, parent=self)
        self._note.setFixedHeight(60)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._buttons: list[tuple[Act, SmallButton]] = []
        self._lay_out()

    def _lay_out(self) -> None:
        area = self._area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBar(SlimScrollBar(self._theme, on_panel=True))
        ground = area.palette()
        ground.setColor(ground.ColorRole.Window, self._theme.panel)
        area.setPalette(ground)
        area.setWidget(self._rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 10, 12)
        whole.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        close = SmallButton(self._theme, "Close · Esc", "Close", self._theme.panel, self)
        close.setFixedHeight(30)
        close.clicked.connect(self.closed)
        head.addWidget(close)
        whole.addLayout(head)
        whole.addWidget(self._note)
        whole.addWidget(area, 1)
        whole.addLayout(self._foot)

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    @property
    def chosen(self) -> int | None:
        """The line that is chosen, from 0."""
        return self._chosen

    def show_page(self, page: Page) -> None:
        """Be like this."""
        if page == self._page:
            return
        before, self._page = self._page, page
        theme = self._theme
        self.setAccessibleName(page.title)
        self.setAccessibleDescription(page.note)
        self._title.set_text(page.title)
        self._note.set_colours(
            {Tone.FINE: theme.green, Tone.WATCH: theme.amber, Tone.WRONG: theme.red}.get(
                page.tone, theme.text
            ),
            theme.panel,
        )
        self._note.set_text(page.note)
        self._show_lines(page)
        self._keep_chosen(before, page)
        if before is None or (before.main, before.others) != (page.main, page.others):
            self._make_foot(page)

    def _show_lines(self, page: Page) -> None:
        while len(self._lines) > len(page.lines):
            gone = self._lines.pop()
            self._column.removeWidget(gone)
            gone.deleteLater()
        while len(self._lines) < len(page.lines):
            line = PanelLine(self._theme, self._rows)
            line.wanted.connect(self.do)
            line.picked.connect(lambda line=line: self._choose(self._lines.index(line)))
            self._lines.append(line)
            self._column.insertWidget(len(self._lines) - 1, line)
        for line, shown in zip(self._lines, page.lines, strict=True):
            line.show_line(shown)

    def _keep_chosen(self, before: Page | None, page: Page) -> None:
        """What is chosen is a line, not a place: others may have come above it."""
        if before is None or self._chosen is None:
            return
        was = before.lines[self._chosen]
        if self._chosen < len(page.lines) and page.lines[self._chosen].left == was.left:
            return
        same = (at for at, line in enumerate(page.lines) if line.left == was.left and not line.heading)
        self._choose(next(same, None))

    def _make_foot(self, page: Page) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        if page.main is not None:
            words = page.main.words if self._chosen is not None else f"{page.main.words} · Enter"
            self._foot.addWidget(self._button(page.main, words))
        for act in page.others:
            self._foot.addWidget(self._button(act, act.words))
        self._foot.addStretch(1)

    def _button(self, act: Act, words: str) -> SmallButton:
        made = SmallButton(self._theme, words, act.tip or act.words, self._theme.panel, self)
        made.setFixedHeight(36)
        made.setEnabled(act.doing is not None)
        made.clicked.connect(lambda: self.do(act.doing))
        self._buttons.append((act, made))
        return made

    def do(self, doing: Doing | None) -> None:
        """Do it, or say that it is wanted."""
        if isinstance(doing, Copy):
            QGuiApplication.clipboard().setText(doing.text)
            for line in self._lines:
                line.say_copied(doing)
            for act, button in self._buttons:
                if isinstance(act.doing, Copy):
                    button.set_shape(Shape.CHECK if act.doing == doing else None)
        elif doing is not None:
            self.wanted.emit(doing)

    # ---- keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_is_ours(event) or self._act_of(event) is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            if not event.isAutoRepeat():
                self.do(act.doing)
        elif not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not event.isAutoRepeat():
            self._enter()

    def _act_of(self, event: QKeyEvent) -> Act | None:
        """What a key of its own does about the line that is chosen."""
        if self._page is None or self._chosen is None:
            return None
        line, pressed = self._page.lines[self._chosen], QKeySequence(event.keyCombination())
        return next(
            (act for act in (*line.acts, *line.rest) if act.key and QKeySequence(act.key) == pressed), None
        )

    def _step(self, by: int) -> None:
        can = [place for place, line in enumerate(self._lines) if line.can_be_chosen]
        if self._chosen not in can:
            self._choose(can[0 if by > 0 else -1] if can else None)
            return
        place = can.index(self._chosen) + by
        self._choose(can[place] if 0 <= place < len(can) else None)

    def _choose(self, place: int | None) -> None:
        was_chosen, self._chosen = self._chosen, place
        if self._page is not None and (was_chosen is None) != (place is None):
            self._make_foot(self._page)  # Enter is about the line that is chosen, else about the main button
        for other, line in enumerate(self._lines):
            line.set_chosen(other == place)
        if place is not None:
            self._area.ensureWidgetVisible(self._lines[place], 0, 20)

    def _enter(self) -> None:
        if self._page is None:
            return
        if self._chosen is not None:
            acts = self._page.lines[self._chosen].acts
            self.do(acts[0].doing if acts else None)
        elif self._page.main is not None:
            self.do(self._page.main.doing)
        else:
            self._step(1)  # Enter has nothing to be about yet: it shows what it would be about next time

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(self.width() - 2, 0, 2, self.height(), theme.accent)


def _is_ours(event: QKeyEvent) -> bool:
    """Whether it is an arrow up or down, or Enter, alone."""
    return event.key() in _OURS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
