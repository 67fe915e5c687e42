"""The desk's side of the programme: starts its process, tells it how to be, hears what its player does."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer, Signal

from ssc_console.clock import elapsed_milliseconds
from ssc_console.console.left_out import files_of, without
from ssc_console.console.own_process import from_here, own
from ssc_console.console.pulse import Pulse, Silence
from ssc_console.look import mode_look
from ssc_console.programme import messages as m
from ssc_console.programme.sheet import Sheet, sheet_of
from ssc_console.show.commands import ObserveMedia, Report
from ssc_console.show.figures import Status
from ssc_console.show.instants import ZERO
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

AGAIN = 300
"""Milliseconds after which a process that broke is started again."""
TOO_OFTEN = 5_000
"""Broken twice within so many milliseconds, it is started again without a file that it had to show."""
LATER = 3_000
"""Milliseconds after which it is started again where no file is left that could break it."""
PATIENCE = 2_000
"""Milliseconds that the process has to end by itself."""
STANDS_STILL = "The programme’s window stands still. If it stays so, it is started again at once."
BREAKS_IT = "it broke the programme twice"
BREAKS_AGAIN = "The programme’s window breaks again and again. It is started again every few seconds."
CANT_BE_STARTED = "The programme’s window can’t be started. It is tried again every few seconds."


class ProgrammeLink(QObject):
    """A surface: the programme is made to agree with what is presented, however late or often it is started.

    Attributes:
        changed: Something of what the desk shows of it: open or not, where, what fails.
        peeked: A `Peek` or a `Still`, for the preview.
        stays: Somebody would have closed its window while the show is on.
        playing: A `Playing`: the first picture of a video is on the programme.
        sheet: What it is to show now.
    """

    changed = Signal()
    peeked = Signal(object)
    playing = Signal(object)
    stays = Signal()

    def __init__(
        self,
        report: Callable[[Report], object],
        folder: str,
        mode: str,
        rate: Callable[[], float],
        parent: QObject | None = None,
        silence: Silence = Silence(),  # noqa: B008 - a value
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
        self._is_greeted = False
        self._snapshot: Snapshot | None = None
        self._broke = -TOO_OFTEN
        self._wanted = False
        self._desk_monitor = self._speaker_monitor = ""
        self._barred: set[str] = set()
        self._pulse = Pulse(silence, self)
        self._pulse.stalls.connect(self._stalls)
        self._pulse.back.connect(self._is_back)
        self._pulse.gone.connect(self._end_it)
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

    def stand(self, desk_monitor: str, speaker_monitor: str) -> None:
        """The desk is there, and the speaker display; empty: nowhere that the programme could be."""
        before = self._desk_monitor, self._speaker_monitor
        self._desk_monitor, self._speaker_monitor = desk_monitor, speaker_monitor
        if self._is_greeted and before != (desk_monitor, speaker_monitor):
            self._write(self._where())

    def _where(self) -> m.Stand:
        return m.Stand(self._desk_monitor, self._title(), self._speaker_monitor)

    def open(self) -> None:
        """Start the process, and show the programme."""
        self._wanted, self.trouble = True, ""
        self._barred.clear()
        if self._process is None:
            self._start()
        self.changed.emit()

    def close(self, *, wait: bool = False) -> None:
        """End the process; it has a while to end by itself. `wait` until it has: the desk ends, too."""
        self._wanted, self.trouble = False, ""
        process, self._process = self._process, None
        self._pulse.stop()
        self._lose_what_played()
        if process is not None:
            process.readyReadStandardOutput.disconnect()
            process.finished.disconnect()
            process.finished.connect(process.deleteLater)
            process.write(m.to_line(m.Leave()))
            process.closeWriteChannel()
            if not wait:
                QTimer.singleShot(PATIENCE, process, process.kill)
            elif not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)
        self._forget()

    def _start(self) -> None:
        process = self._process = from_here(QProcess(self))
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._could_not_start)
        self._pulse.start()
        self._rest, self._told, self._is_greeted = b"", None, False
        QTimer.singleShot(TOO_OFTEN, process, self._lasts)
        program, *arguments = own("ssc_console.playback")
        process.start(program, arguments)

    def _greet(self) -> None:
        """It listens now, and not before it is told: by then a video that rolls is elsewhere."""
        self._is_greeted = True
        self._is_well_again(CANT_BE_STARTED)
        self._write(self._where())
        if self._snapshot is not None:
            self._tell(self._snapshot, at_once=True)

    def _lasts(self) -> None:
        """It has not broken for a while."""
        self._is_well_again(BREAKS_AGAIN)

    def _is_well_again(self, trouble: str) -> None:
        if self.trouble == trouble:
            self.trouble = ""
            self.changed.emit()

    def _title(self) -> str:
        event = "" if self._snapshot is None else self._snapshot.rundown.event.title
        return f"Programme · {event}"

    def _forget(self) -> None:
        self._told, self.standing, self._is_greeted = None, None, False
        self.ready, self.failing = {}, dict.fromkeys(self._barred, BREAKS_IT)
        self.changed.emit()

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self._snapshot = snapshot
        self._tell(snapshot)

    def _tell(self, snapshot: Snapshot, *, at_once: bool = False) -> None:
        mode = mode_look.REHEARSED.name if snapshot.state.is_rehearsal else self._mode
        self.sheet = sheet = sheet_of(snapshot, self._folder, mode)
        is_on = snapshot.status in (Status.ON_AIR, Status.HELD)
        rate, jumps = round(self._rate() * 1000), snapshot.state.jumped
        show = m.Show(without(sheet, self._barred), rate, jumps, at_once, is_on)
        if self._is_greeted and show != self._told:
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
        self._pulse.heard()
        if not self._is_greeted:
            self._greet()
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
        if not message.why:
            del self.failing[message.file]
        self.changed.emit()

    def _closed(self, _: m.Closed) -> None:
        self._wanted, self.trouble = False, ""

    # ---- when it breaks

    def _could_not_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go_of_process()
            self.trouble = CANT_BE_STARTED
            QTimer.singleShot(LATER, self, self._start_again)
            self._forget()

    def _let_go_of_process(self) -> None:
        """It is gone, and what waits for it to last with it."""
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._pulse.stop()

    def _ended(self, _status: int, _how: QProcess.ExitStatus) -> None:
        self._let_go_of_process()
        now, before = elapsed_milliseconds(), self._broke
        self._broke = now
        if self._wanted:
            is_too_often = now - before < TOO_OFTEN and not self._bar()
            if is_too_often:
                self.trouble = BREAKS_AGAIN
            QTimer.singleShot(LATER if is_too_often else AGAIN, self, self._start_again)
        else:
            self._lose_what_played()
        self._forget()

    def _bar(self) -> bool:
        """Let one file be that it may have broken by; whether there was one."""
        sheet = self.sheet
        files = () if sheet is None else files_of(sheet)
        file = next((file for file in files if file not in self._barred), None)
        if sheet is None or file is None:
            return False
        self._barred.add(file)
        if sheet.video is not None and sheet.video.file == file:
            self._report(ObserveMedia(Observation(MediaState.LOST)))
        return True

    def _stalls(self) -> None:
        """It does not say any more what its video does: as far as anybody knows, that stands still."""
        self.trouble = STANDS_STILL
        media = self._media()
        if media is not None and media.state is MediaState.PLAYING and media.length is not None:
            silent = timedelta(milliseconds=self._pulse.silence.stalls) * self._rate()
            video = None if self._snapshot is None else self._snapshot.programme.video
            at = ZERO if video is None else max(video.at - silent, ZERO)
            self._report(ObserveMedia(Observation(MediaState.PAUSED, at, media.length)))
        self.changed.emit()

    def _is_back(self) -> None:
        self.trouble = ""
        self._write(m.TellAnew())
        self.changed.emit()

    def _end_it(self) -> None:
        self.trouble = ""
        if self._process is not None:
            self._process.kill()

    def _start_again(self) -> None:
        if self._wanted and self._process is None:
            self._start()

    def _lose_what_played(self) -> None:
        """Nothing plays any more that was observed to."""
        media = self._media()
        if media is not None and media.state in (MediaState.PLAYING, MediaState.PAUSED):
            self._report(ObserveMedia(Observation(MediaState.LOST)))

    def _media(self) -> Observation | None:
        """What was observed last of the video on air."""
        airing = None if self._snapshot is None else self._snapshot.state.airing
        return None if airing is None or airing.media is None else airing.media.observation


_HEARD: dict[type, Callable[[ProgrammeLink, Any], None]] = {
    m.Observed: ProgrammeLink._observed,
    m.Standing: ProgrammeLink._stands,
    m.Ready: ProgrammeLink._is_ready,
    m.Failing: ProgrammeLink._fails,
    m.Alive: lambda _, __: None,  # that it was heard is all
    m.Closed: ProgrammeLink._closed,
    m.StaysOpen: lambda link, _: link.stays.emit(),
    m.Peek: lambda link, message: link.peeked.emit(message),
    m.Still: lambda link, message: link.peeked.emit(message),
    m.Playing: lambda link, message: link.playing.emit(message),
}
