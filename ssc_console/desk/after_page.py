"""The desk after the show: the verdict, what is left to do, and the report of how it went."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from ssc_console import timecode
from ssc_console.desk.account import Account
from ssc_console.desk.call_times import CallTimes
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.page_frame import PageFrame
from ssc_console.desk.strip import Strip
from ssc_console.desk.verdict import judgement
from ssc_console.look.text import Label, Style
from ssc_console.look.theme import Theme
from ssc_console.page import Canvas, Page
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState

_WHERE = Style(14, lines=5)


class AfterPage(PageFrame):
    """The cues that are left stay in view: somebody stops the recording.

    Attributes:
        strip: Of a replay, to scrub it with; None: there is none.
    """

    def __init__(
        self,
        theme: Theme,
        zone: str,
        elapsed: Callable[[], int],
        account: Account | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._zone = zone
        self._account = account
        self._state: ShowState | None = None
        self.strip: Strip | None = None
        self.calls = CallTimes(theme, elapsed, "STILL TO DO", self.side)
        self.calls.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.where = Label(_WHERE, theme.text_dim, theme.background, parent=self.side)
        self.column.addWidget(self.calls, 1)
        self.column.addStretch(0)
        self.column.addSpacing(6)
        self.column.addWidget(self.where)
        self.where.setHidden(account is None or not account.where)
        if account is not None:
            self.where.set_text(
                f"{key_of(Wish.REPORT)} opens this report in the browser, and keeps it in {account.where}"
            )

    def let_scrub(self) -> Strip:
        """The strip of a replay, above everything."""
        self.strip = self.above = Strip(self.theme, self)
        self.strip.let_scrub()
        return self.strip

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.calls.present(snapshot)
        if self.strip is not None:
            self.strip.present(snapshot)
        if snapshot.state is self._state:
            return
        self._state = snapshot.state
        self.calls.setVisible(any(True for _ in snapshot.rundown.cues()))
        shown = judgement(snapshot)
        started, ended = snapshot.state.started, snapshot.state.ended
        head = ""
        if started is not None and ended is not None:
            times = f"{timecode.clock(started.wall, self._zone)} – {timecode.clock(ended.wall, self._zone)}"
            head = f"THE SHOW · {times} · {timecode.elapsed(ended.at - started.at)}"
        self.say(head, shown.words, shown.because, self.theme.green if shown.fits else self.theme.red)
        self.turn()

    def page(self, canvas: Canvas) -> Page | None:
        """The report of the run."""
        return None if self._account is None or self._state is None else self._account.page(canvas)
