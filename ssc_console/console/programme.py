"""The desk's side of the programme: starts its process, tells it how to be, hears what its player does."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer, Signal

from ssc_console.clock import elapsed_milliseconds
from ssc_console.look import mode_look
from ssc_console.programme import messages as m
from ssc_console.programme.sheet import Sheet, sheet_of
from ssc_console.show.commands import ObserveMedia, Report
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

AGAIN = 300
"""Milliseconds after which a process that broke is started again."""
TOO_OFTEN = 5_000
"""Broken twice within so many milliseconds, it is not started a third time by itself."""
PATIENCE = 2_000
"""Milliseconds that the process has to end by itself."""


class ProgrammeLink(QObject):
    """A surface: the programme is made to agree with what is presented, however late or often it is started.

    Attributes:
        changed: Something of what the desk shows of it: open or not, where, what fails.
        peeked: A `Peek`, for the preview.
        playing: A `Playing`: the first picture of a video is on the programme.
        sheet: What it is to show now.
    """

    changed = Signal()
    peeked = Signal(object)
    playing = Signal(object)

    def __init__(
        self,
        report: Callable[[Report], object],
        folder: str,
        mode: str,
        rate: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Make it; no process is started yet.

        Args:
            report: Takes what the player does.
            folder: What the agenda's files are relative to.
            mode: A small word on the programme; empty where the show is live.
            rate: How fast the show's clock runs; 0: it stands still.
        """
        super().__init__(parent)
        self._report = report
        self._folder = folder
        self._mode = mode
        self._rate = rate
        self._process: QProcess | None = None
        self._rest = b""
        self._told: m.Show | None = None
        self._snapshot: Snapshot | None = None
        self._broke = -TOO_OFTEN
        self._wanted = False
        self._desk_monitor = ""
        self.sheet: Sheet | None = None
        self.standing: m.Standing | None = None
        self.ready: dict[str, m.Ready] = {}
        self.failing: dict[str, str] = {}
        self.trouble = ""

    # ---- open and close

    @property
    def is_open(self) -> bool:
        """A person wants it, and it is there or being started."""
        return self._wanted

    def open(self, desk_monitor: str) -> None:
        """Start the process, and show the programme."""
        self._wanted, self._desk_monitor, self.trouble = True, desk_monitor, ""
        if self._process is None:
            self._start()
        self.changed.emit()

    def close(self) -> None:
        """End the process."""
        self._wanted = False
        process, self._process = self._process, None
        self._lose_what_played()
        if process is not None:
            process.finished.disconnect()
            process.write(m.to_line(m.Leave()))
            process.closeWriteChannel()
            if not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)
        self._forget()

    def _start(self) -> None:
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._could_not_start)
        process.start(sys.executable, ["-m", "ssc_console.playback"])
        self._rest, self._told = b"", None
        self._write(m.Stand(self._desk_monitor, self._title()))
        if self._snapshot is not None:
            self._tell(self._snapshot, at_once=True)

    def _title(self) -> str:
        event = "" if self._snapshot is None else self._snapshot.rundown.event.title
        return f"Programme · {event}"

    def _forget(self) -> None:
        self._told, self.standing = None, None
        self.ready, self.failing = {}, {}
        self.changed.emit()

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self._snapshot = snapshot
        self._tell(snapshot)

    def _tell(self, snapshot: Snapshot, *, at_once: bool = False) -> None:
        mode = mode_look.REHEARSED.name if snapshot.state.is_rehearsal else self._mode
        self.sheet = sheet = sheet_of(snapshot, self._folder, mode)
        show = m.Show(sheet, round(self._rate() * 1000), snapshot.state.jumped, at_once)
        if self._process is not None and show != self._told:
            self._told = replace(show, at_once=False)
            self._write(show)

    def _write(self, message: m.Message) -> None:
        if self._process is not None:
            self._process.write(m.to_line(message))

    # ---- what it tells

    def _hear(self) -> None:
        if self._process is None:
            return
        data: QByteArray = self._process.readAllStandardOutput()
        *lines, self._rest = (self._rest + data.data()).split(b"\n")
        for line in lines:
            message = m.from_line(line)
            _HEARD[type(message)](self, message)

    def _observed(self, message: m.Observed) -> None:
        state = None if self._snapshot is None else self._snapshot.state
        if state is not None and state.airing is not None and state.airing.id == message.airing:
            self._report(ObserveMedia(message.observation))

    def _stands(self, message: m.Standing) -> None:
        self.standing = message
        self.changed.emit()

    def _is_ready(self, message: m.Ready) -> None:
        self.ready[message.file] = message
        self.failing.pop(message.file, None)
        self.changed.emit()

    def _fails(self, message: m.Failing) -> None:
        self.failing[message.file] = message.why
        self.changed.emit()

    def _closed(self, _: m.Closed) -> None:
        self._wanted = False

    # ---- when it breaks

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.trouble = "The programme's window can't be started"
            self._process = None
            self._forget()

    def _ended(self, _status: int, _how: QProcess.ExitStatus) -> None:
        self._process = None
        now, before = elapsed_milliseconds(), self._broke
        self._broke = now
        if self._wanted and now - before >= TOO_OFTEN:
            QTimer.singleShot(AGAIN, self, self._start_again)  # it goes on where the video should be by then
        else:
            if self._wanted:
                self.trouble = "The programme's window broke twice: open it again"
            self._wanted = False
            self._lose_what_played()
        self._forget()

    def _start_again(self) -> None:
        if self._wanted and self._process is None:
            self._start()

    def _lose_what_played(self) -> None:
        """Nothing plays any more that was observed to."""
        state = None if self._snapshot is None else self._snapshot.state
        media = None if state is None or state.airing is None else state.airing.media
        if media is not None and media.observation.state in (MediaState.PLAYING, MediaState.PAUSED):
            self._report(ObserveMedia(Observation(MediaState.LOST)))


_HEARD: dict[type, Callable[[ProgrammeLink, Any], None]] = {
    m.Observed: ProgrammeLink._observed,
    m.Standing: ProgrammeLink._stands,
    m.Ready: ProgrammeLink._is_ready,
    m.Failing: ProgrammeLink._fails,
    m.Closed: ProgrammeLink._closed,
    m.Peek: lambda link, message: link.peeked.emit(message),
    m.Playing: lambda link, message: link.playing.emit(message),
}
