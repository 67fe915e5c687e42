"""A question inside the window: fields in one bar. Enter obeys, Esc closes; the show goes on around it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ssc_console.desk.field_line import FieldChoice, FieldLine
from ssc_console.desk.forms import Form
from ssc_console.desk.number_keys import number_of
from ssc_console.desk.own_keys import ENTER
from ssc_console.desk.ready_made import ReadyMade
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
        self._typed = ""
        self._fields: list[FieldLine | FieldChoice] = []
        self.ready = ReadyMade(theme, form.ready_made, self)
        self.ready.chosen.connect(self._give_ready_made)
        self._row = QHBoxLayout()
        self._lay_out()
        self._add_title()
        self._add_fields()
        self._add_buttons()
        self.tell_effect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.ready)
        whole.addLayout(self._row, 1)
        self._row.setContentsMargins(20, 11, 20, 13)
        self._row.setSpacing(10)

    def _add_title(self) -> None:
        title = Label(_TITLE, self._theme.text, self._theme.panel, parent=self)
        title.set_text(self._form.title)
        title.setFixedWidth(min(title.sizeHint().width() + 8, 420))
        self._row.addWidget(title)

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

    def high_at(self, wide: int) -> int:
        """How much room it wants at a width."""
        return _HIGH + self.ready.height_at(wide) + (_FOR_ERROR if self._has_second_line else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ready.setFixedHeight(self.ready.height_at(self.width()))

    def _make_room(self) -> None:
        self._has_second_line = True
        self.setGeometry(self.x(), self.y() - _FOR_ERROR, self.width(), self.height() + _FOR_ERROR)
        self._row.setContentsMargins(20, 11, 20, 13 + _FOR_ERROR)

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

    def _give_ready_made(self, words: str) -> None:
        first = self._fields[0]
        if isinstance(first, FieldLine):
            first.setText(words)
            self.obey()

    def _fill_in_ready_made(self, first: FieldLine, event: QKeyEvent) -> bool:
        """A number key that is pressed first stands for an answer: it is filled in, and Enter gives it."""
        if first.text() and first.selectedText() != first.text():
            self._typed = ""
            return False
        words = self.ready.of_key(number_of(event))
        if words is None:
            if event.text().isprintable() and event.text():
                self._type_after_all(first)
            return False
        self._typed += event.text()
        first.setText(words)
        first.selectAll()
        return True

    def _type_after_all(self, first: FieldLine) -> None:
        """Text follows what looked like a number: “5 more”, or a word that begins on that row of keys."""
        if self._typed:
            first.setText(self._typed)
            self._typed = ""

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        first = self._fields[0]
        if watched is first and isinstance(first, FieldLine) and isinstance(event, QInputMethodEvent):
            if event.preeditString() or event.commitString():
                self._type_after_all(first)
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER:
            if not event.isAutoRepeat():
                self.obey()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is first:
            return isinstance(first, FieldLine) and self._fill_in_ready_made(first, event)
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
