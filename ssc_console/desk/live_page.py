"""The desk while the show runs: the rundown, what is on air with what comes, and the cues."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ssc_console.desk.centre import Centre
from ssc_console.desk.cue_list import CueList
from ssc_console.desk.instead import Instead
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.late_card import LateCard
from ssc_console.desk.presence_notes import segment_notes
from ssc_console.desk.row_sizes import row_sizes
from ssc_console.desk.rundown_list import RundownList
from ssc_console.desk.rundown_rows import Note
from ssc_console.desk.sizes import Sizes, side_columns
from ssc_console.desk.standing import Changed
from ssc_console.desk.store import Store
from ssc_console.desk.strip import Strip
from ssc_console.look import scroll_bar
from ssc_console.look.text import RIGHT, line
from ssc_console.look.theme import Theme
from ssc_console.show import stage
from ssc_console.show.green_room import Missing
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState

if TYPE_CHECKING:
    from ssc_console.desk.programme_preview import ProgrammePreview, ProgrammeView


class LivePage(QWidget):
    """Three columns under the strip."""

    def __init__(
        self,
        theme: Theme,
        zone: str,
        elapsed: Callable[[], int],
        store: Store,
        parent: QWidget | None = None,
        *,
        acts: bool = True,
    ) -> None:
        """`acts`: people act on the show here; else they only look at it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._sizes = Sizes()
        self.strip = Strip(theme, self)
        self.rundown = RundownList(theme, self)
        self.centre = Centre(theme, zone, store, self)
        self.cues = CueList(theme, elapsed, self)
        self.cues.set_acts(acts=acts)
        self._acts = acts
        self._preview: ProgrammePreview | None = None
        self._hides: stage.Instead | None = None
        self.instead = Instead(theme, self)
        self.late = LateCard(theme, self)
        self._cues_head = QRect()
        self._marks: Mapping[str, Note] = {}
        self._noted: tuple[ShowState, Missing | None] | None = None

    def present(self, snapshot: Snapshot, changed: Changed = Changed.WORDS) -> None:
        """Be like this; no more than `changed` says reads differently."""
        self.cues.present(snapshot)
        if changed is Changed.HOUR:
            return
        if changed is Changed.COUNT:
            self.strip.move_on(snapshot)
            self.rundown.count(snapshot)
            self.centre.count(snapshot)
            return
        self.strip.present(snapshot)
        self.rundown.present(snapshot)
        self.centre.present(snapshot, words=changed is Changed.WORDS)
        self._present_late(snapshot)
        if changed is Changed.WORDS:
            self._present_green_room(snapshot)
            self._hides = snapshot.programme.instead
            if self._preview is not None:
                self._preview.show_instead(self._hides)

    def _present_green_room(self, snapshot: Snapshot) -> None:
        noted = (snapshot.state, snapshot.missing)
        if self._noted is None or self._noted[0] is not noted[0] or self._noted[1] != noted[1]:
            self._noted = noted
            self.rundown.present_notes({**segment_notes(snapshot), **self._marks})
        self.instead.present(snapshot)
        self._place()

    def set_sizes(self, sizes: Sizes) -> None:
        """Show it in these sizes."""
        self._sizes = sizes
        self.rundown.set_scale(sizes.list_scale)
        self.cues.set_scale(sizes.list_scale)
        self.centre.set_grown(sizes.grown)
        self._place()

    def show_marks(self, marks: Mapping[str, Note]) -> None:
        """What a changed file would do to segments: before the word of who is there."""
        self._marks, self._noted = marks, None

    def _present_late(self, snapshot: Snapshot) -> None:
        before = self.late.height_for(self.rundown.width())
        self.late.present(snapshot)
        if self.late.height_for(self.rundown.width()) != before:
            self._place()

    def beside(self) -> QRect:
        """The left column: where something may lie that is no part of running the show."""
        rundown = self.rundown.geometry()
        return QRect(rundown.topLeft(), QSize(rundown.width(), self.height() - rundown.y()))

    def show_programme(self, view: "ProgrammeView | None") -> None:
        """What the audience sees; None: the programme is closed."""
        if view is None and self._preview is None:
            return
        self.preview.show_view(view)
        if self.preview.isHidden() == (view is not None):
            self.preview.setVisible(view is not None)
            self._place()

    def show_peek(self, file: str, frame: QImage) -> None:
        """A small picture of a video."""
        self.preview.show_peek(file, frame)

    @property
    def preview(self) -> "ProgrammePreview":
        """The preview of the programme; it is made when there is one."""
        if self._preview is None:
            from ssc_console.desk.programme_preview import ProgrammePreview

            self._preview = ProgrammePreview(self._theme, self)
            self._preview.show_instead(self._hides)
        return self._preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        wide, high = self.width(), self.height()
        strip = self.strip.sizeHint().height()
        self.strip.setGeometry(0, 0, wide, strip)
        left, right = side_columns(wide, self._sizes)
        late = min(self.late.height_for(left), (high - strip) // 2)
        self.rundown.setGeometry(0, strip, left, high - strip - late)
        self.late.setGeometry(0, high - late, left, late)
        self.centre.setGeometry(left + 1, strip, wide - left - right - 2, high - strip)
        below = high
        if self._preview is not None and not self._preview.isHidden():
            below -= self._preview.height_at(right, high - strip)
            self._preview.setGeometry(wide - right, below, right, high - below)
        instead = min(self.instead.height_for(right), (below - strip) // 2)
        head = row_sizes(self._sizes.list_scale).header
        self._cues_head = QRect(wide - right, strip, right, head)
        self.update()
        self.cues.setGeometry(wide - right, strip + head, right, below - strip - head - instead)
        self.instead.setGeometry(wide - right, below - instead, right, instead)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies between the parts: a line on each side of the centre, and what the cues are headed by."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(event.rect(), theme.line)
        painter.fillRect(self._cues_head, theme.sunken)
        sizes = row_sizes(self._sizes.list_scale)
        inside = QRectF(self._cues_head).adjusted(sizes.pad + 1, 0, -sizes.pad - scroll_bar.WIDTH, 0)
        line(painter, inside, "CUES", sizes.heading, theme.text_dim)
        if self._acts:
            hint = f"{key_of(Wish.GO)} = go the first".upper()
            line(painter, inside, hint, sizes.heading, theme.text_dim, RIGHT)
