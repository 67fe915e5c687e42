"""The programme and the desk: opened and closed by a key, previewed, and what goes wrong with it said."""

import base64
import os

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QImage

from ssc_console.console.console import Console
from ssc_console.console.left_out import files_of
from ssc_console.console.programme import BREAKS_IT, ProgrammeLink
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.lamp import Trouble
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.programme_preview import ProgrammeView
from ssc_console.programme.messages import Peek, Still
from ssc_console.show.commands import Report
from ssc_console.show.figures import Status
from ssc_console.show.rundown import Rundown, Segment
from ssc_console.show.snapshot import Snapshot

KEPT_AS = "programme/open"
TRIED_AGAIN = "Put the right file there; it is tried again."
LEFT_OUT = "It is left out until the programme’s window is closed and opened again."


class OnProgramme(QObject):
    """Stands between an open console and its programme.

    Attributes:
        link: The programme.
    """

    def __init__(self, console: Console, folder: str, mode: str, settings: QSettings) -> None:
        """See `ProgrammeLink`."""
        super().__init__(console)
        self._console = console
        self._folder = folder
        self._mode = mode
        self._settings = settings
        self.link = ProgrammeLink(self._report, folder, mode, console.rate, self)
        self.link.changed.connect(self._show)
        self.link.peeked.connect(self._peek)
        self.link.stays.connect(self._say_that_it_stays)
        console.also_shown(self.present)
        console.speaker_moved.connect(self._say_where_windows_are)
        console.desk.programme_wished.connect(self.toggle)
        console.desk.closed.connect(self.leave)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.link.present(snapshot)
        if self.link.is_open:
            self._say_where_windows_are()  # a person may have pulled the desk to another monitor
            self._show_view()
            self._console.desk.show_trouble(self._trouble(), "programme")

    def open_as_last_time(self) -> None:
        """Open it, if it was open when the desk was last closed, or broke."""
        if self._settings.value(KEPT_AS) == "open":
            self._open()
        self._show()

    def toggle(self) -> None:
        """Open it, or close it: while the show is on air only at the second press."""
        if self.link.is_open and not self._may_close():
            return
        if self.link.is_open:
            self.link.close()
            self._settings.setValue(KEPT_AS, "closed")
        else:
            self._open()

    def _may_close(self) -> bool:
        running = self._console.session.snapshot().status in (Status.ON_AIR, Status.HELD)
        key = key_of(Wish.PROGRAMME)
        question = f"The audience sees the programme: press {key} again to close it"
        return not running or self._console.desk.errands.is_meant(Wish.PROGRAMME, question)

    def _say_that_it_stays(self) -> None:
        key = key_of(Wish.PROGRAMME)
        self._console.desk.refuse(f"The audience sees the programme: it stays open. {key}, twice, closes it.")

    def leave(self) -> None:
        """The desk is closed: the programme goes with it, and comes back with it."""
        self.link.close(wait=True)

    def _open(self) -> None:
        self._settings.setValue(KEPT_AS, "open")
        self._say_where_windows_are()
        self.link.open()

    def _say_where_windows_are(self) -> None:
        self.link.stand(self._console.desk.screen().name(), self._console.speaker_is_on)

    def _report(self, report: Report) -> None:
        self._console.session.report(report, by="player")
        self._console.ticker.wait()

    def _show(self) -> None:
        desk = self._console.desk
        standing = self.link.standing
        self._console.programme_stands("" if standing is None else standing.monitor)
        self._show_view()
        desk.show_trouble(self._trouble(), "programme")
        desk.set_notes(self._notes(self._console.session.snapshot().rundown))

    def _show_view(self) -> None:
        link, view = self.link, None
        if link.is_open and link.sheet is not None:
            where = "" if link.standing is None else link.standing.where
            failing = tuple(file for file in link.sheet.stills if file in link.failing)
            view = ProgrammeView(sheet=link.sheet, where=where, failing=failing)
        self._console.desk.show_programme(view)

    def _trouble(self) -> Trouble | None:
        if self.link.trouble:
            return Trouble("Programme in trouble", self.link.trouble)
        return self._failing()

    def _failing(self) -> Trouble | None:
        """What fails of what is shown, and of what comes next; what the show has gone past is no trouble."""
        sheet, failing = self.link.sheet, self.link.failing
        files = [file for file in (() if sheet is None else files_of(sheet)) if file in failing]
        if not files:
            return None
        told = []
        for file in files:
            remedy = LEFT_OUT if failing[file] == BREAKS_IT else TRIED_AGAIN
            told.append(f"{os.path.basename(file)}: {failing[file]}. {remedy}")
        verb = "can’t be shown" if sheet is not None and files[0] in sheet.stills else "does not play"
        return Trouble(f"{os.path.basename(files[0])} {verb}", "\n".join(told))

    def _notes(self, rundown: Rundown) -> tuple[PlanNote, ...]:
        """What stands in the way of each video."""
        if not self.link.is_open:
            return (
                () if self._mode else tuple(_closed(segment) for segment in rundown.segments if segment.video)
            )
        failing = self.link.failing
        return tuple(
            PlanNote(f"{segment.video} does not play: {why}", segment.id, "the video does not play")
            for segment in rundown.segments
            if segment.video is not None
            and (why := failing.get(os.path.abspath(os.path.join(self._folder, segment.video)))) is not None
        )

    def _peek(self, peek: Peek | Still) -> None:
        image = QImage.fromData(base64.b64decode(peek.jpeg if isinstance(peek, Peek) else peek.image))
        if not image.isNull():
            self._console.desk.show_peek(peek.file, image)


def _closed(segment: Segment) -> PlanNote:
    """Live, a video that is to roll needs the programme; a rehearsal may go by the plan."""
    words = f"{segment.title} will not roll: the programme is closed ({key_of(Wish.PROGRAMME)} opens it)"
    return PlanNote(words, segment.id, f"the programme is closed: {key_of(Wish.PROGRAMME)}", grave=False)
