"""A question inside the window: fields in one bar. Enter obeys, Esc closes; the show goes on around it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ssc_console.desk.field_line import FieldChoice, FieldLine
from ssc_console.desk.forms import Form
from ssc_console.desk.small_button import SmallButton
from ssc_console.look import fonts
from ssc_console.look.text import Label, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Command

_HIGH = 64
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

    def __init__(
        self, theme: Theme, form: Form, says: Callable[[Command], str], parent: QWidget | None = None
    ) -> None:
        """`says` answers what a command would do to the show; empty: nothing that has to be told first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(form.title)
        self._theme = theme
        self._form = form
        self._says = says
        self._effect = ""
        self._has_second_line = False
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
        self.tell_effect()

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
                made.setCurrentIndex(max(made.findData(field.text), 0))
                made.currentIndexChanged.connect(self.tell_effect)
            else:
                made = FieldLine(self._theme, field.text, field.hint, field.width, self)
                made.selectAll()
                made.textChanged.connect(self.tell_effect)
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
        for words, answers in self._form.templates:
            template = SmallButton(theme, words, f"Fill in {words}", theme.panel, self)
            template.clicked.connect(lambda _=False, answers=answers: self._fill_in(answers))
            self._row.addWidget(template)
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
        try:
            command = self._form.make(self._answers())
        except ValueError as problem:
            self.show_error(str(problem))
        else:
            self.filled_in.emit(command)

    def _answers(self) -> tuple[str, ...]:
        return tuple(
            field.text() if isinstance(field, FieldLine) else str(field.currentData())
            for field in self._fields
        )

    def tell_effect(self) -> None:
        """Say what the answers as they stand would do to the show; nothing while they make no sense."""
        try:
            effect = self._says(self._form.make(self._answers()))
        except ValueError:
            effect = ""
        if effect and not self._has_second_line:
            self._make_room()
        if effect != self._effect:
            self._effect = effect
            self.setAccessibleDescription(effect)
            self.update()

    @property
    def effect(self) -> str:
        """What the answers would do, or empty."""
        return self._effect

    @property
    def high(self) -> int:
        """How much room it wants."""
        return _HIGH + (_FOR_ERROR if self._has_second_line else 0)

    def _make_room(self) -> None:
        self._has_second_line = True
        self.setGeometry(self.x(), self.y() - _FOR_ERROR, self.width(), self.height() + _FOR_ERROR)
        self._row.setContentsMargins(20, 13, 20, 13 + _FOR_ERROR)

    def show_error(self, why: str) -> None:
        """Say what is wrong, in the bar."""
        if not self._has_second_line:
            self._make_room()
        self._error = why
        self.setAccessibleDescription(why)
        self.update()

    @property
    def error(self) -> str:
        """What is said to be wrong, or empty."""
        return self._error

    def _fill_in(self, answers: tuple[str, ...]) -> None:
        for field, text in zip(self._fields, answers, strict=True):
            if isinstance(field, FieldLine):
                field.setText(text)
        self.take_keyboard()

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
        room = QRectF(20, self.height() - 34, self.width() - 40, 24)
        if self._error:
            line(painter, room, self._error, _ERROR, theme.red)
        elif self._effect:
            line(painter, room, self._effect, _ERROR, theme.text)
