"""The rehearsals of an agenda side by side, and the durations that they suggest, to be kept in its file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console.desk.account import Compared, Comparison, Written
from ssc_console.desk.keep_list import KeepList
from ssc_console.desk.key_button import KeyButton
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.page_frame import PageFrame
from ssc_console.desk.page_parts import ink
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.page import Canvas, Page
from ssc_console.show.snapshot import Snapshot

_TOLD = Style(14, lines=14)


class ComparePage(PageFrame):
    """Emits `wished` when its button is pressed."""

    wished = Signal(object)

    def __init__(self, theme: Theme, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._comparison = comparison
        self._compared: Compared | None = None
        self.suggestions = KeepList(theme, self.side)
        self.keep = KeyButton(theme, "", key_of(Wish.KEEP), theme.background, self.side)
        self.keep.setFixedHeight(60)
        self.keep.setMinimumWidth(0)
        self.keep.setMaximumWidth(16_777_215)
        self.keep.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.told = Label(_TOLD, theme.green, theme.background, parent=self.side)
        self.told.hide()
        self.keep.clicked.connect(lambda: self.wished.emit(Wish.KEEP))
        self.suggestions.changed.connect(self._name_the_button)
        self.column.addWidget(self.suggestions, 1)
        self.column.addSpacing(6)
        self.column.addWidget(self.keep)
        self.column.addWidget(self.told)
        self.column.addStretch(0)

    def present(self, snapshot: Snapshot) -> None:
        """Nothing of it comes from the show that is on the desk: it stands as it was compared."""

    def compare(self) -> None:
        """Look at the rehearsals and at the agenda's file as they are now."""
        found = self._comparison.compared()
        self._compared = found if isinstance(found, Compared) else None
        if isinstance(found, Compared):
            verdict = found.page.verdict
            self.say("THE LATEST REHEARSALS", verdict.text, verdict.below, ink(self.theme, verdict.tone))
        else:
            self.say("THE LATEST REHEARSALS", "Nothing to compare yet", found, self.theme.text)
        suggestions = found.suggestions if isinstance(found, Compared) else ()
        self.suggestions.show_suggestions(suggestions)
        self.suggestions.setHidden(not suggestions)
        self.keep.setHidden(not suggestions)
        self.told.set_colours(self.theme.text_dim, self.theme.background)
        self.told.set_text("The agenda has these times already: there is nothing to keep.")
        self.told.setHidden(self._compared is None or bool(suggestions))
        self.turn()

    def page(self, canvas: Canvas) -> Page | None:
        """The comparison; it has no pictures."""
        return None if self._compared is None else self._compared.page

    def _name_the_button(self) -> None:
        if self._compared is not None:
            chosen = bool(self.suggestions.chosen)
            words = f"Keep {self._how_many()} in {self._compared.agenda}" if chosen else "Choose what to keep"
            self.keep.set_words(words)
            self.keep.setEnabled(chosen)

    def _how_many(self) -> str:
        number, of_all = (
            len(self.suggestions.chosen),
            len(self._compared.suggestions if self._compared else ()),
        )
        return f"all {number}" if number == of_all > 1 else str(number)

    def question(self) -> str | None:
        """What a second press would do, as what follows “Press … again to”; None: there is nothing to do."""
        if self._compared is None or not self.suggestions.chosen:
            return None
        number = len(self.suggestions.chosen)
        durations = f"{number} duration{'s' if number > 1 else ''}"
        return f"write {durations} into {self._compared.agenda}"

    def write(self) -> Written:
        """Write what is chosen; what came of it is said on the page."""
        written = self._comparison.keep(self.suggestions.chosen)
        self.compare()
        self.told.set_colours(self.theme.green if written.done else self.theme.red, self.theme.background)
        self.told.set_text("\n".join(written.lines))
        self.told.show()
        return written
