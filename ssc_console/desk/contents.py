"""What fills the desk's window: header, the page that fits the show's state, and the bottom bar."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ssc_console.desk.bottom_bar import BottomBar
from ssc_console.desk.given import Given
from ssc_console.desk.header import Header
from ssc_console.desk.keys import Wish
from ssc_console.desk.low import is_low
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.press import CLEAR, Press, caution
from ssc_console.desk.sight import Sight
from ssc_console.desk.sizes import Sizes
from ssc_console.desk.standing import Changed, Standing
from ssc_console.show.commands import Measure
from ssc_console.show.figures import Status
from ssc_console.show.instants import WallInstant, to_show
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

if TYPE_CHECKING:
    from ssc_console.desk.after_page import AfterPage
    from ssc_console.desk.before_page import BeforePage
    from ssc_console.desk.compare_page import ComparePage
    from ssc_console.desk.cue_list import CueList
    from ssc_console.desk.live_page import LivePage
    from ssc_console.desk.page_view import PageView
    from ssc_console.desk.programme_preview import ProgrammeView
    from ssc_console.desk.rundown_rows import Note
    from ssc_console.desk.script import Script
    from ssc_console.desk.strip import Strip
    from ssc_console.preflight.item import Item


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
        self._compare: ComparePage | None = None
        self._page: QWidget | None = None
        self._standing = Standing()
        self._scrubs = given.clock is not None and given.clock.goes_back
        self._snapshot: Snapshot | None = None
        self.wants_rundown = self.wants_compared = False
        self.more_notes: Sequence[PlanNote] = ()
        self._marks: Mapping[str, Note] = {}
        self.checks: tuple[Sequence[Item], bool] = ((), False)
        self._programme: ProgrammeView | None = None
        self.header = Header(given.theme, given.mode, given.zone, given.clock, given.elapsed, self)
        compares = given.comparison is not None
        self.bottom = BottomBar(given.theme, given.mode, given.elapsed, self, compares=compares)
        self.bottom.wished.connect(self.wished)
        if self.header.rehearsal is not None:
            self.header.rehearsal.stopwatch.taken.connect(self._took)
        self._lay_out()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self._pages, 1)
        whole.addWidget(self.bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        low = is_low(self.height())
        self.header.set_low(low=low)
        self.bottom.set_low(low=low)

    def take_over(self, before: "Contents") -> None:
        """Show what those showed, in whose place these are."""
        self.bottom.big.take_over(before.bottom.big)
        self.more_notes, self.checks = before.more_notes, before.checks
        self.wants_rundown, self.wants_compared = before.wants_rundown, before.wants_compared
        if self.wants_compared and self.compare is not None:
            self.compare.compare()

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
            self._turn_to(page)
        if changed is not Changed.HOUR:
            words = words or snapshot.status is Status.BEFORE
            notes = (*self.more_notes, *self._given.notes)
            opened = self._programme is not None
            said = caution(snapshot, notes, programme_is_open=opened) if words else CLEAR
            self.bottom.present(snapshot, said, words=words)

    def set_sizes(self, sizes: Sizes) -> None:
        """Show texts in these sizes, where they are: nothing is made anew."""
        self._given = replace(self._given, sizes=sizes)
        if self._live is not None:
            self._live.set_sizes(sizes)
        for page in (self._before, self._after):
            if page is not None:
                page.calls.cues.set_scale(sizes.list_scale)

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

    def show_programme(self, view: "ProgrammeView | None") -> None:
        """What the audience sees; None: the programme is closed."""
        was_open, self._programme = self._programme is not None, view
        if was_open is not (view is not None) and self._snapshot is not None:
            self._standing = Standing()  # what the audience sees stands on the large button, too
            self.present(self._snapshot)
        if self._live is not None or view is not None:
            self.live.show_programme(view)

    def show_marks(self, marks: Mapping[str, "Note"]) -> None:
        """What a changed file would do to segments, beside their rows."""
        self._marks = marks
        if self._live is not None:
            self._live.show_marks(marks)
        self._standing = Standing()

    def show_peek(self, file: str, frame: QImage) -> None:
        """A small picture of a video."""
        if self._programme is not None:
            self.live.show_peek(file, frame)

    def _turn_to(self, page: QWidget) -> None:
        """Show that page. The keyboard does not stay in one that is gone, nor goes where Qt would take it."""
        if self._page is not None and self._page.isAncestorOf(self.window().focusWidget()):
            self.window().setFocus()
        self._page = page
        self._pages.setCurrentWidget(page)
        compare = self.bottom.buttons.get(Wish.COMPARE)
        if compare is not None:
            compare.set_lit(page is self._compare)
        self.let_read()

    def let_read(self) -> None:
        """Where there is something to be read, and nothing to run, the keyboard is there."""
        for page in (self._after, self._compare):
            if page is not None and page is self._page:
                page.take_keyboard()

    def show_checks(self, items: Sequence["Item"], *, looking: bool) -> None:
        """What was found before the show; `looking`: there is more to come."""
        self.checks = (items, looking)
        if self._before is not None:
            self._before.show_checks(items, looking=looking)

    def set_notes(self, notes: Sequence[PlanNote]) -> None:
        """What stands in the way of segments by now; all is presented whole next time."""
        self.more_notes = notes
        self._standing = Standing()

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

    def forget_choice(self) -> None:
        """No segment is chosen any more."""
        if self._live is not None:
            self._live.rundown.forget_choice()

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

    def get_ready_for(self, snapshot: Snapshot) -> None:
        """Let the page that this would bring, if it is another, be like it already, while nobody sees it."""
        page = self._page_for(snapshot.status)
        if self._page is not None and page is not self._page:
            page.resize(self._page.size())
            page.present(snapshot)

    def get_ready(self) -> Iterator[None]:
        """Make the pages that come next, a part at a time, so that no press has to wait for it."""
        from ssc_console.desk.unseen import paint_unseen

        for page in (self.live, self.after):
            yield
            if self._snapshot is not None and self._page is not None and page is not self._page:
                page.resize(self._page.size())
                page.present(self._snapshot)
                yield
                paint_unseen(page)

    @property
    def live(self) -> "LivePage":
        """The page of the running show."""
        if self._live is None:
            from ssc_console.desk.live_page import LivePage

            given = self._given
            self._live = LivePage(
                given.theme, given.zone, given.elapsed, given.store, self, acts=given.mode.acts
            )
            self._live.rundown.commanded.connect(self.commanded)
            self._live.rundown.asked.connect(self.asked)
            self._live.cues.commanded.connect(self.commanded)
            self._live.instead.wished.connect(self.wished)
            self._live.late.wished.connect(self.wished)
            self._live.show_marks(self._marks)
            self._live.set_sizes(given.sizes)
            if self._scrubs:
                self._live.strip.let_scrub()
                self._may_scrub(self._live.strip)
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
            self._before.check.commanded.connect(self.commanded)
            self._before.check.wished.connect(self.wished)
            self._before.calls.cues.set_scale(given.sizes.list_scale)
            self._before.calls.set_acts(acts=given.mode.acts)
            self.show_checks(self.checks[0], looking=self.checks[1])
            self._pages.addWidget(self._before)
        return self._before

    @property
    def after(self) -> "AfterPage":
        """The page after the show."""
        if self._after is None:
            from ssc_console.desk.after_page import AfterPage

            given = self._given
            self._after = AfterPage(given.theme, given.zone, given.elapsed, given.account, self)
            self._after.calls.cues.commanded.connect(self.commanded)
            self._after.calls.cues.set_scale(given.sizes.list_scale)
            self._after.calls.set_acts(acts=given.mode.acts)
            if self._scrubs:
                self._may_scrub(self._after.let_scrub())
            self._pages.addWidget(self._after)
        return self._after

    @property
    def compare(self) -> "ComparePage | None":
        """The page of the rehearsals side by side; None: there are none to compare."""
        given = self._given
        if self._compare is None and given.comparison is not None:
            from ssc_console.desk.compare_page import ComparePage

            self._compare = ComparePage(given.theme, given.comparison, self)
            self._compare.wished.connect(self.wished)
            self._pages.addWidget(self._compare)
        return self._compare

    @property
    def read(self) -> "PageView | Script":
        """What is read on in by the keys for that."""
        if self._shows(self._after):
            return self.after.view
        if self._compare is not None and self._shows(self._compare):
            return self._compare.view
        return self.live.centre.script

    def _may_scrub(self, strip: "Strip") -> None:
        strip.scrubbed.connect(self._scrub)
        strip.let_go.connect(self._let_go)

    def _let_go(self) -> None:
        if self._snapshot is not None:
            self.present(self._snapshot)

    def _page_for(self, status: Status) -> "LivePage | BeforePage | AfterPage | ComparePage":
        if status in (Status.ON_AIR, Status.HELD) or self.wants_rundown:
            return self.live
        if self._scrubs and (status is Status.BEFORE or self._is_scrubbing()):
            return self.live
        if self.wants_compared and self.compare is not None:
            return self.compare
        return self.before if status is Status.BEFORE else self.after

    def _is_scrubbing(self) -> bool:
        """Whether the strip of the live page is in somebody's hand: it stays there until it is let go."""
        return self._live is not None and self._live.strip.is_held
