"""What fills the desk's window: header, the page that fits the show's state, and the bottom bar."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ssc_console.desk.bottom_bar import BottomBar
from ssc_console.desk.clock_controls import ClockControls
from ssc_console.desk.header import Header
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.press import CLEAR, Caution, Press
from ssc_console.desk.sight import Sight
from ssc_console.desk.standing import Changed, Standing
from ssc_console.desk.store import Store
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Measure
from ssc_console.show.figures import Status
from ssc_console.show.green_room import Level
from ssc_console.show.instants import WallInstant, to_show
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import value

if TYPE_CHECKING:
    from ssc_console.desk.after_page import AfterPage
    from ssc_console.desk.before_page import BeforePage
    from ssc_console.desk.cue_list import CueList
    from ssc_console.desk.live_page import LivePage


@value(kw_only=True)
class Given:
    """What the parts are made with.

    Attributes:
        zone: The event's own zone.
        elapsed: Milliseconds of a clock that nobody steps.
    """

    theme: Theme
    mode: ModeLook
    zone: str
    clock: ClockControls | None
    elapsed: Callable[[], int]
    store: Store
    notes: Sequence[PlanNote]


class Contents(QWidget):
    """A page is loaded and made when it is first shown, or in `get_ready`: so the desk opens at once.

    Attributes:
        wished: A `Wish`, from a button.
        commanded: A command and what was seen, from a row or a cue.
        asked: A question about a segment that a form has to ask.
    """

    wished = Signal(object)
    commanded = Signal(object, object)
    asked = Signal(object)

    def __init__(self, given: Given, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._live: LivePage | None = None
        self._before: BeforePage | None = None
        self._after: AfterPage | None = None
        self._page: QWidget | None = None
        self._standing = Standing()
        self._scrubs = given.clock is not None and given.clock.goes_back
        self._snapshot: Snapshot | None = None
        self.wants_rundown = False
        self.header = Header(given.theme, given.mode, given.zone, given.clock, given.elapsed, self)
        self.bottom = BottomBar(given.theme, given.mode, given.elapsed, self)
        self.bottom.wished.connect(self.wished)
        if self.header.rehearsal is not None:
            self.header.rehearsal.stopwatch.taken.connect(self._took)
        self._pages = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self.bottom)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self._snapshot = snapshot
        changed = self._standing.changed(snapshot)
        words = changed is Changed.WORDS
        self.header.present(snapshot, words=words)
        page = self._page_for(snapshot.status)
        came = page is not self._page
        if page is self._live:
            self._live.present(snapshot, Changed.WORDS if came else changed)
        else:
            page.present(snapshot)
        if came:
            self._page = page
            self._pages.setCurrentWidget(page)
        if changed is not Changed.HOUR:
            words = words or snapshot.status is Status.BEFORE
            caution = self._caution(snapshot) if words else CLEAR
            self.bottom.present(snapshot, caution, words=words)

    def side(self) -> QRect:
        """Where a panel may lie, in the window's own places: never over the countdown or the cues."""
        page = self._page
        if page is None:
            return QRect()
        corner = page.mapTo(self.window(), QPoint(0, 0))
        if page is self._live:
            room = self.live.beside()
        elif page is self._before:
            room = self.before.people.geometry()
        else:
            wide = max(round(page.width() * 0.34), 400)
            room = QRect(page.width() - wide, 0, wide, page.height())
        return room.translated(corner)

    def set_offered(self, press: Press | None) -> None:
        """What the large button means instead of the show's next step; all is presented whole next time."""
        self.bottom.offered = press
        self._standing = Standing()

    def sight(self) -> Sight:
        """What the person has before the eyes."""
        from ssc_console.desk.kept_items import kept_items

        chosen = self.live.rundown.chosen() if self._shows(self._live) else None
        first = self.cues.first_cue() if self.cues is not None else None
        return Sight(chosen, first, kept_items(self._given.store))

    def _scrub(self, to: WallInstant) -> None:
        if self._snapshot is not None and self._given.clock is not None:
            self._given.clock.jump_to(to_show(to, self._snapshot.state.wall_offset))

    def _took(self, time_of_a_speaker: Measure) -> None:
        self.commanded.emit(time_of_a_speaker, None)

    def _shows(self, page: QWidget | None) -> bool:
        return page is not None and page is self._page

    @property
    def cues(self) -> "CueList | None":
        """The cue list of the page that is shown."""
        if self._shows(self._before):
            return self.before.calls.cues
        if self._shows(self._after):
            return self.after.calls.cues
        return self.live.cues if self._shows(self._live) else None

    def get_ready(self) -> Iterator[None]:
        """Make what comes next, a part at a time, so that no press has to wait for it."""
        _ = self.live
        yield

    @property
    def live(self) -> "LivePage":
        """The page of the running show."""
        if self._live is None:
            from ssc_console.desk.live_page import LivePage

            given = self._given
            self._live = LivePage(given.theme, given.zone, given.elapsed, given.store, self)
            self._live.rundown.commanded.connect(self.commanded)
            self._live.rundown.asked.connect(self.asked)
            self._live.cues.commanded.connect(self.commanded)
            self._live.instead.wished.connect(self.wished)
            self._live.late.wished.connect(self.wished)
            if self._scrubs:
                self._live.strip.let_scrub()
                self._live.strip.scrubbed.connect(self._scrub)
            self._pages.addWidget(self._live)
        return self._live

    @property
    def before(self) -> "BeforePage":
        """The page before the show."""
        if self._before is None:
            from ssc_console.desk.before_page import BeforePage

            given = self._given
            self._before = BeforePage(given.theme, given.zone, given.elapsed, given.notes, self)
            self._before.calls.cues.commanded.connect(self.commanded)
            self._pages.addWidget(self._before)
        return self._before

    @property
    def after(self) -> "AfterPage":
        """The page after the show."""
        if self._after is None:
            from ssc_console.desk.after_page import AfterPage

            given = self._given
            self._after = AfterPage(given.theme, given.zone, given.elapsed, self)
            self._after.calls.cues.commanded.connect(self.commanded)
            self._pages.addWidget(self._after)
        return self._after

    def _page_for(self, status: Status) -> "LivePage | BeforePage | AfterPage":
        if self.wants_rundown or self._scrubs or status in (Status.ON_AIR, Status.HELD):
            return self.live
        return self.before if status is Status.BEFORE else self.after

    def _caution(self, snapshot: Snapshot) -> Caution:
        """What stands in the way of the next press."""
        coming = snapshot.next.segment.id if snapshot.next is not None else None
        if snapshot.on_air is not None and snapshot.on_air.begun_at is None:
            coming = snapshot.on_air.segment.id
        missing = snapshot.missing
        if missing is not None:
            from ssc_console.desk.green_room_board import missing_words

            return Caution(missing_words(snapshot, missing), grave=missing.level is Level.RED)
        short = (note.short for note in self._given.notes if note.segment == coming and note.short)
        return Caution(next(short, ""))
