"""A question inside the window: fields in one bar. Enter obeys, Esc closes; the show goes on around it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ssc_console.desk.field_line import FieldChoice, FieldLine
from ssc_console.desk.forms import Form
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style, line
from ssc_console.look.theme import Theme

_FOR_ERROR = 24
_TITLE = Style(16, fonts.SEMIBOLD, least=13)
_WORDS = Style(15)
_ERROR = Style(15, fonts.SEMIBOLD)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormBar(QWidget):
    """One bar for one form, made when it is asked.

    Attributes:
        filled_in: A complete command.
        closed: It is no longer wanted.
    """

    filled_in = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(form.title)
        self._theme = theme
        self._form = form
        self._error = ""
        self._fields: list[FieldLine | FieldChoice] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 13, 20, 13)
        self._row.setSpacing(10)
        title = Label(_TITLE, theme.text, theme.panel, parent=self)
        title.set_text(form.title)
        title.setFixedWidth(min(title.sizeHint().width() + 8, 420))
        self._row.addWidget(title)
        self._add_fields()
        self._add_buttons()

    def _add_fields(self) -> None:
        for field in self._form.fields:
            if field.words:
                words = Label(_WORDS, self._theme.text_dim, self._theme.panel, parent=self)
                words.set_text(field.words)
                words.setFixedWidth(words.sizeHint().width() + 2)
                self._row.addWidget(words)
            made: FieldLine | FieldChoice
            if field.choices:
                made = FieldChoice(field.choices, field.width, self)
            else:
                made = FieldLine(self._theme, field.text, field.hint, field.width, self)
                made.selectAll()
            made.setAccessibleName(f"{self._form.title} {field.words}".strip())
            made.installEventFilter(self)
            self._fields.append(made)
            self._row.addWidget(made)

    def _add_buttons(self) -> None:
        theme = self._theme
        for words in self._form.ready_made:
            ready = SmallButton(theme, words, words, theme.panel, self)
            ready.clicked.connect(lambda _=False, words=words: self._ready_made(words))
            self._row.addWidget(ready)
        self._row.addStretch(1)
        obey = SmallButton(theme, f"{self._form.obey} · Enter", self._form.obey, theme.panel, self)
        obey.clicked.connect(self.obey)
        leave = SmallButton(theme, "Close · Esc", "Close", theme.panel, self)
        leave.clicked.connect(self.closed)
        for button in (obey, leave):
            button.setFixedHeight(36)
            self._row.addWidget(button)

    def take_keyboard(self) -> None:
        """Let the first field be typed in."""
        self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def obey(self) -> None:
        """Give the command, or say what is wrong with an answer."""
        answers = tuple(
            field.text() if isinstance(field, FieldLine) else str(field.currentData())
            for field in self._fields
        )
        try:
            command = self._form.make(answers)
        except ValueError as problem:
            self.show_error(str(problem))
        else:
            self.filled_in.emit(command)

    def show_error(self, why: str) -> None:
        """Say what is wrong, in the bar."""
        if not self._error:
            self.setGeometry(self.x(), self.y() - _FOR_ERROR, self.width(), self.height() + _FOR_ERROR)
        self._error = why
        self._row.setContentsMargins(20, 13, 20, 13 + _FOR_ERROR)
        self.setAccessibleDescription(why)
        self.update()

    @property
    def error(self) -> str:
        """What is said to be wrong, or empty."""
        return self._error

    def _ready_made(self, words: str) -> None:
        first = self._fields[0]
        if isinstance(first, FieldLine):
            first.setText(words)
            self.obey()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.obey()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        painter.fillRect(0, 0, self.width(), 2, theme.accent)
        if self._error:
            room = QRectF(20, self.height() - 34, self.width() - 40, 24)
            line(painter, room, self._error, _ERROR, theme.red)
