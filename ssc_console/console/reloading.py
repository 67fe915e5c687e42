"""The agenda's file and the show: before the show a saved file is taken at once; live, a person says so.

Whatever is read, compared or worked out is so in a thread; what is taken is a command like any other.
"""

import os
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ssc_console.agenda import Loaded, Problem, Severity, in_words
from ssc_console.agenda.loading import load
from ssc_console.console.console import Console, plan_notes
from ssc_console.console.file_watch import FileWatch
from ssc_console.desk.agenda_news import AgendaNews
from ssc_console.desk.bar import Notice
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.lamp import Trouble
from ssc_console.desk.reload_words import counted, row_notes
from ssc_console.session import Session
from ssc_console.show.agenda_change import AgendaChange, ChangeName, Difference
from ssc_console.show.agenda_reload import difference, is_of, takable
from ssc_console.show.commands import Command, Reload
from ssc_console.show.figures import Status
from ssc_console.show.rundown import Rundown
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

BY = "file"
READ = 12_000
"""Milliseconds for which it is said what was taken by itself."""

MediaLength = Callable[[str], timedelta | str]
AS_IT_IS: Callable[[Rundown], Rundown] = lambda rundown: rundown  # noqa: E731 - a default that does nothing


@value
class Compared:
    """What a thread gives back: what was read, what of it is performed, how the show differs from that."""

    loaded: Loaded
    file: Rundown | None
    found: Difference | None


class Reloading(QObject):
    """Watches the file of an open console. It begins to when it is made.

    Attributes:
        watch: The file.
        found: What is different as far as is known; None: the file has mistakes, or was not read yet.
    """

    _was_compared = Signal(object)

    def __init__(
        self,
        console: Console,
        agenda: str,
        media_length: MediaLength | None = None,
        part: Callable[[Rundown], Rundown] = AS_IT_IS,
    ) -> None:
        """`part` makes of the file's rundown what is performed of it."""
        super().__init__(console)
        self._console = console
        self._agenda = agenda
        self._name = os.path.basename(agenda)
        self._media_length = media_length
        self._part = part
        self._known: Compared | None = None
        self.found: Difference | None = None
        self._is_fresh = self._is_taking = self._is_comparing = self._is_for_later = self._is_closed = False
        self._left: frozenset[ChangeName] = frozenset()
        self._snapshot: Snapshot = console.session.snapshot()
        self._until = QTimer(self, singleShot=True, interval=READ)
        self._until.timeout.connect(self._has_been_read)
        self._was_compared.connect(self._compared_again, Qt.ConnectionType.QueuedConnection)
        self.watch = FileWatch(agenda, self._read, self)
        self.watch.read.connect(self._take)
        console.also_shown(self.present)
        console.objections.append(self._object_to)
        console.desk.news_left.connect(self._leave)
        console.desk.closed.connect(self._stop)

    def _stop(self) -> None:
        """The desk is closed: nothing is said any more."""
        self.watch.stop()
        self._until.stop()
        self._is_closed = True

    # ---- the file

    def _read(self) -> Compared:
        """In a thread."""
        loaded = load(self._agenda, self._media_length)
        if loaded.rundown is None:
            return Compared(loaded, None, None)
        return self._compared(loaded, self._part(loaded.rundown))

    def _compared(self, loaded: Loaded, file: Rundown) -> Compared:
        """In a thread: with the show as it is just now."""
        return Compared(loaded, file, difference(self._snapshot.state, file))

    def _take(self, read: Compared) -> None:
        self._is_fresh, self._is_for_later, self._left = True, False, frozenset()
        self._until.stop()
        if self._snapshot.status is Status.BEFORE:
            self._console.desk.set_plan_notes(plan_notes(read.loaded))
        self._go_on_with(read)

    def _go_on_with(self, read: Compared) -> None:
        self._known, self.found, self._is_comparing = read, read.found, False
        self._settle()

    def _compare(self, known: Compared) -> None:
        """The rundown is another one: compare once more, away from the show."""
        file = known.file
        if self._is_comparing or file is None:
            return
        self._is_comparing = True

        def compare() -> None:
            self._was_compared.emit(self._compared(known.loaded, file))

        threading.Thread(target=compare, name="agenda compared", daemon=True).start()

    def _compared_again(self, read: Compared) -> None:
        if self._known is not None and read.loaded is self._known.loaded:
            self._go_on_with(read)

    # ---- the show

    def present(self, snapshot: Snapshot) -> None:
        """The show has changed: what can be taken of the file may be another thing now."""
        before, self._snapshot = self._snapshot, snapshot
        if snapshot.state is before.state or self._is_taking:
            return
        if snapshot.revision < before.revision:
            self._is_fresh = True  # another run, which begins with the file as it is
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        known, snapshot = self._known, self._snapshot
        if known is None or self._is_closed:
            return
        if snapshot.status is Status.ENDED:
            self._show(None)
        elif self.found is None:
            self._show_mistakes(known.loaded)
        elif not is_of(self.found, snapshot.state):
            self._compare(known)
        else:
            changes = takable(snapshot.state, self.found)
            if self._is_fresh and self._may_take(snapshot):
                self._take_at_once(self.found, changes)
            elif not self._until.isActive():
                self._offer(self.found, changes)

    def _may_take(self, snapshot: Snapshot) -> bool:
        return snapshot.state.started is None and isinstance(self._console.session, Session)

    def _take_at_once(self, found: Difference, changes: Sequence[AgendaChange]) -> None:
        self._is_fresh = False
        if not changes:
            self._show(None)
            return
        self._is_taking = True
        names = tuple(change.name for change in changes)
        refusal = self._console.session.ask(Reload(found, names), None, BY)
        self._console.ticker.wait()
        self._is_taking = False
        if refusal is not None:
            self._offer(found, changes)
            return
        words = f"{self._name} was saved and is taken: {counted(changes)}. Undo takes it back."
        self._show(AgendaNews(self._name, Notice(words, Tone.FINE)))
        self._until.start()
        self._settle()

    # ---- what is said

    def _offer(self, found: Difference, changes: Sequence[AgendaChange]) -> None:
        if not found.changes:
            self._show(None)
            return
        new = [change for change in changes if change.name not in self._left]
        notice = None
        if not self._is_for_later and (new or (self._is_fresh and not changes)):
            notice = self._notice(new or found.changes, can_be_taken=bool(new))
        news = AgendaNews(self._name, notice, found, bool(new), row_notes(found, new))
        more = f"{self._name} was saved with changes that are not in the show: {counted(new)}. "
        more += f"{key_of(Wish.RELOAD)} shows them."
        self._show(news, Trouble(f"{self._name} has changed", more) if new else None)

    def _notice(self, changes: Sequence[AgendaChange], *, can_be_taken: bool) -> Notice:
        words = f"{self._name} has changed: {counted(changes)}."
        if can_be_taken:
            return Notice(f"{words} The show stays as it is until you take it.", Tone.WATCH, "See what")
        return Notice(f"{words} None of it can be taken as the show stands.", Tone.PLAIN, "See what")

    def _show_mistakes(self, loaded: Loaded) -> None:
        mistakes = [each for each in loaded.problems if each.severity is Severity.ERROR]
        words = mistake_words(self._name, mistakes)
        notice = None if self._is_for_later else Notice(words, Tone.WRONG)
        self._show(AgendaNews(self._name, notice), Trouble(f"{self._name} has mistakes", words))

    def _show(self, news: AgendaNews | None, trouble: Trouble | None = None) -> None:
        self._console.desk.show_trouble(trouble, "agenda")
        self._console.desk.show_news(news)

    def _has_been_read(self) -> None:
        """What was taken by itself was on the screen for long enough."""
        self._show(None)
        self._settle()

    def _leave(self) -> None:
        """It was read, and is left for later: the lamp and Ctrl R stay."""
        self._is_for_later = True
        if self._until.isActive():
            self._until.stop()
            self._has_been_read()
        else:
            self._settle()

    def _object_to(self, command: Command) -> str | None:
        """What was seen of another file than the one that is there now is not taken."""
        if not isinstance(command, Reload):
            return None
        if self.watch.changing or command.difference is not self.found:
            return f"{self._name} has changed again: look at what is different now."
        self._left |= frozenset(change.name for change in self.found.changes) - frozenset(command.accept)
        return None


def mistake_words(name: str, mistakes: Sequence[Problem]) -> str:
    """Where the first mistake is, what it is, and what to do; how many more there are."""
    first, others = mistakes[0], len(mistakes) - 1
    more = (
        f" There {'is 1 more mistake' if others == 1 else f'are {others} more mistakes'}." if others else ""
    )
    return f"{name}:{first.line}:{first.column}: {in_words(first)}{more} The rundown stays as it is."
