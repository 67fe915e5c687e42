"""Looks on while another console runs a show: what that one writes into its journal is shown here at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ssc_console.clock import RealClock, wall_now
from ssc_console.console.console import Console
from ssc_console.console.keeper import Keeper
from ssc_console.console.recovery import take_over
from ssc_console.desk.bar import Offer
from ssc_console.following import Following
from ssc_console.journal.file import JournalProblem
from ssc_console.journal.owner import Owner, Ownership, owner_of, take
from ssc_console.journal.reading import events_since, numbers, read_run
from ssc_console.journal.run import LIVE, KeptRun
from ssc_console.look import mode_look
from ssc_console.show.history import History
from ssc_console.show.instants import Stamp
from ssc_console.show.value import replace

LOOK_AGAIN = 1_000
"""Milliseconds between two looks whether the other console is still there."""
STILL_THERE = "The other console still runs it: close it there, then go on here."
WAIT = "The other console was there until just now: press again to run the show from here."
WHY_NOT = "This window only looks on: another console runs the show."


class Lookout(QObject):
    """Emits `moved_on` when the other console has begun a new run: `show` is then that one.

    Attributes:
        clock: The other console's show clock.
        show: What is looked at.
    """

    moved_on = Signal()

    def __init__(self, journal: Path) -> None:
        """Raises JournalProblem: there is nothing to look at."""
        super().__init__()
        self.journal = journal
        self.clock = RealClock()
        self._begin()
        self._watcher: QFileSystemWatcher | None = None

    def watch(self) -> None:
        """Keep looking, from now on.

        Not from the beginning: what is looked at is read before there is an application, and without one
        Qt watches nothing, for ever.
        """
        self._watcher = QFileSystemWatcher([str(self.journal.parent)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.fileChanged.connect(self._look)
        self._look()

    def _begin(self) -> None:
        self.run = read_run(self.journal)
        self._number = int(self.run.name[1:])
        history = History.of(self.run.events)
        state = history.state
        self.clock.go_on(self.run.info.clock, Stamp(state.at, state.wall_offset))
        self.show = Following(history, self.clock, WHY_NOT)

    def whole(self) -> KeptRun:
        """All of the show that is looked at, to be gone on with; a newer one, if there is one by now.

        Where the journal can't be read any more it is what was seen of it, which has to be kept anew.
        """
        try:
            if numbers(self.journal)[:1] != (self._number,):
                self._begin()
            return read_run(self.journal, self._number)
        except JournalProblem as why:
            return replace(self.run, events=self.show.events, flaw=str(why))

    def _watch_files(self, watcher: QFileSystemWatcher) -> None:
        for path in (self.journal, self.journal.with_name(self.journal.name + "-wal")):
            if path.exists():
                watcher.addPath(str(path))

    def stop(self) -> None:
        """Look no more."""
        watcher, self._watcher = self._watcher, None
        if watcher is not None:
            watcher.deleteLater()

    def _look(self) -> None:
        if self._watcher is None:
            return
        self._watch_files(self._watcher)
        try:
            if numbers(self.journal)[:1] != (self._number,):
                self._begin()
                self.moved_on.emit()
            else:
                self.show.take_up(events_since(self.journal, self._number, len(self.show.events)))
        except JournalProblem:
            return  # it is being set aside, or the disk is away: the next change is looked at again


class TakingOver:
    """The large button of a desk that looks on: it takes the show over, once the other console is gone.

    Until then it offers nothing. So a press that comes while the other console is well, or just as it goes,
    is none that takes its show.
    """

    def __init__(
        self,
        lookout: Lookout,
        console: Console,
        by: str,
        then: Callable[[str], None] = lambda agenda: None,
    ) -> None:
        """What it is made with.

        Args:
            then: Is called once the show is ours, with the file that its rundown was read from. It is that
                one which people save, whichever this console was opened on.
        """
        self._then = then
        self._lookout = lookout
        self._console = console
        self._by = by
        self._owned: Ownership | None = None
        self._keeper: Keeper | None = None
        self._is_offered = False
        self._said: Offer | None = None
        self._timer = QTimer(console, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self.look)
        lookout.moved_on.connect(lambda: console.show_instead(lookout.show))
        console.desk.accepted.connect(self._take_over)
        lookout.watch()

    def offer(self, owner: Owner) -> None:
        """Say who has the show, and offer to run it here once nobody has."""
        self._timer.start()
        self._show(owner)

    def look(self) -> bool:
        """Look whether the other console is still there; True: it is gone, and its show is offered."""
        owner = owner_of(self._lookout.journal, wall_now())
        self._show(owner)
        return owner is None

    def _show(self, owner: Owner | None) -> None:
        self._is_offered = owner is None
        if owner is None:
            offer = Offer("The console that ran the show is gone: go on here.", "Run the show from here")
        else:
            words = (
                f"This window only looks on: {owner.words} runs the show. Once that one is gone, go on here."
            )
            offer = Offer(words, "Looking on")
        if offer != self._said:
            self._said = offer
            self._console.desk.offer(offer)

    def _take_over(self) -> None:
        if not self._is_offered:
            self._console.desk.refuse(WAIT if self.look() else STILL_THERE)
            return
        owned = take(self._lookout.journal, wall_now())
        if isinstance(owned, Owner):
            self._show(owned)
            self._console.desk.refuse(STILL_THERE)
            return
        self._timer.stop()
        self._owned = owned
        run = self._lookout.whole()
        self._keeper = Keeper(self._lookout.journal, LIVE, run.info.agenda, self._lookout.clock)
        self._keeper.show_on(self._console.desk.show_trouble)
        self._lookout.stop()
        self._console.desk.offer(None)
        self._console.set_mode(mode_look.LIVE)
        history = History.of(run.events)
        self._console.show_instead(take_over(run, history, self._lookout.clock, self._keeper, self._by))
        self._then(run.info.agenda)

    def close(self, say: Callable[[str], object] = lambda _: None) -> str:
        """Keep what is in hand, and let the journal go; what is lost, in a sentence, or nothing."""
        lost = self._keeper.close(say) if self._keeper is not None else ""
        if self._owned is not None:
            self._owned.let_go()
        return lost
