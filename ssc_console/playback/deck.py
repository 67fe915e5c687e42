"""One video in a player: made ready at its first frame, rolled, paused, sought; and what it really does.

What is reported is anchors: rolled, paused, sought, stalled, ended, lost, or found elsewhere than the last
one puts it. Where the video is in between follows from the last anchor.
"""

import os
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

from ssc_console.clock import elapsed_milliseconds
from ssc_console.playback.virtuals import meet_virtuals
from ssc_console.show.media import MediaState, Observation

OFF = 250
"""Milliseconds from where the last anchor puts the video, at which another anchor is reported."""
LOOK = 200
"""Milliseconds between looks at a video that plays: whether it still moves."""
STALLED = 1_000
"""Milliseconds without a move after which it is stalled."""
TOO_SOON = timedelta(seconds=2)
"""A file whose picture ends so long before its length is cut off: it is lost, not ended."""


class Deck(QObject):
    """A player for one file at a time.

    Attributes:
        pictured: There is another picture. It is made only for those who ask for it: what a slow machine has
            no time to show it does not make either.
        observed: An `Observation`: the video does something else now.
        ready: It is at its first frame, or at least known to have sound only.
        failed: Why the file does not play, in words for a person.
        file: What is loaded; empty: nothing.
    """

    pictured = Signal()
    observed = Signal(object)
    ready = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file, self.why = "", ""
        self._frame: QVideoFrame | None = None
        self._picture: QImage | None = None
        self._stamp: tuple[int, int] | None = None
        self._rate = 1.0
        self._anchor: Observation | None = None
        self._anchored = 0
        self._is_over = False
        self._is_loading = False
        self._to: tuple[int, int] | None = None
        self._moved = 0
        self._last = -1
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        meet_virtuals(self._sound, self._sink, self._player)
        self._player.setVideoSink(self._sink)
        self._player.setAudioOutput(self._sound)
        self._sink.videoFrameChanged.connect(self._take)
        self._player.mediaStatusChanged.connect(self._status_is)
        self._player.playbackStateChanged.connect(lambda _: self._anchor_anew())
        self._player.errorOccurred.connect(lambda _, words: self._lose(words))
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._see_whether_it_moves)

    # ---- what is wanted

    def load(self, file: str, *, again: bool = False) -> None:
        """Have this file at its first frame; the same again is free, but one that failed and has changed.

        Args:
            again: Try it even if it failed and has not changed.
        """
        stamp = _stamp(file)
        if file == self.file and not (self.why and (again or stamp != self._stamp)):
            return
        self.empty()  # the player still speaks of the old file as it lets it go
        self.file, self._stamp = file, stamp
        if not os.path.isfile(file):
            self._lose("the file is not there")
            return
        self._is_loading = True
        self._player.setSource(QUrl.fromLocalFile(file))
        self._player.pause()

    def empty(self) -> None:
        """Let go of what is loaded."""
        self.file, self.why, self._anchor = "", "", None
        self._frame = self._picture = None
        self._is_over, self._to = False, None
        if not self._player.source().isEmpty():
            self._player.stop()
            self._player.setSource(QUrl())

    def go_to(self, at: timedelta) -> None:
        """Be there; of a file that is being loaded, once it is: the player forgets what it is told before."""
        position = at // timedelta(milliseconds=1)
        self._is_over = False
        if self._is_loading:
            self._to = (position, elapsed_milliseconds())
        elif abs(self._player.position() - position) > 20:
            self._player.setPosition(position)
            self._anchor = None

    def roll(self) -> None:
        """Play, if it is not over."""
        if not self._is_over and not self.is_rolling and not self.why:
            self._player.play()

    def pause(self) -> None:
        """Stand still."""
        if self.is_rolling:
            self._player.pause()

    def set_rate(self, rate: float) -> None:
        """Play so many times as fast; faster than life there is no sound."""
        if rate != self._rate and rate > 0:
            self._rate = rate
            self._player.setPlaybackRate(rate)
            self._sound.setMuted(rate != 1)
            self._anchor_anew()

    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self._sound.setVolume(volume)

    def set_device(self, device: QAudioDevice) -> None:
        """Play the sound there."""
        self._sound.setDevice(device)

    # ---- what is so

    @property
    def picture(self) -> QImage | None:
        """The latest picture; None before the first."""
        if self._picture is None and self._frame is not None:
            self._picture = self._frame.toImage()
        return self._picture

    @property
    def has_picture(self) -> bool:
        """There is a picture; to ask for it costs more than to ask for this."""
        return self._frame is not None

    @property
    def is_rolling(self) -> bool:
        """It plays."""
        return self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    @property
    def has_sound(self) -> bool:
        """The file has a sound track."""
        return self._player.hasAudio()

    @property
    def length(self) -> timedelta:
        """Of the whole video; 0 while it is not known."""
        return timedelta(milliseconds=self._player.duration())

    def observation(self) -> Observation | None:
        """What it does; None while that is not known."""
        if self.why:
            return Observation(MediaState.LOST)
        if self._is_over:
            return Observation(MediaState.ENDED)
        length = self._player.duration()
        stopped = self._player.playbackState() is QMediaPlayer.PlaybackState.StoppedState
        if length <= 0 or self._frame is None or stopped:
            return None
        position = timedelta(milliseconds=min(max(self._player.position(), 0), length))
        state = MediaState.PLAYING if self.is_rolling and not self._is_stalled() else MediaState.PAUSED
        return Observation(state, position, self.length)

    def _is_stalled(self) -> bool:
        return self.is_rolling and elapsed_milliseconds() - self._moved > STALLED

    # ---- what happens

    def _take(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        is_first = self._frame is None
        self._frame, self._picture = frame, None
        self._moves()
        self.pictured.emit()
        if is_first:
            self.ready.emit()
        self._anchor_anew()

    def _moves(self) -> None:
        """Take note of a place that it has not been at; one that stands may only not be told yet."""
        position = self._player.position()
        if position != self._last:
            self._last, self._moved = position, elapsed_milliseconds()

    def _see_whether_it_moves(self) -> None:
        self._moves()
        self._anchor_anew()

    def _anchor_anew(self) -> None:
        """Report what it does, if that is not what follows from what was reported last."""
        if self.is_rolling and not self._look.isActive():
            self._moved = elapsed_milliseconds()
            self._look.start()
        elif not self.is_rolling:
            self._look.stop()
        now = self.observation()
        if now is None or self._follows(now):
            return
        self._anchor, self._anchored = now, elapsed_milliseconds()
        if now.state is MediaState.PLAYING:
            self._moved = self._anchored
        self.observed.emit(now)

    def _follows(self, now: Observation) -> bool:
        before = self._anchor
        if before is None or before.state is not now.state or before.length != now.length:
            return False
        if now.position is None or before.position is None:
            return True
        passed = self._moved - self._anchored if now.state is MediaState.PLAYING else 0
        expected = before.position + timedelta(milliseconds=passed * self._rate)
        return abs(now.position - expected) <= timedelta(milliseconds=OFF * max(self._rate, 1))

    def _status_is(self, status: QMediaPlayer.MediaStatus) -> None:
        if not self.file:
            return  # of what was let go
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._end()
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._lose(self._player.errorString() or "it is no video that can be read")
        elif status is QMediaPlayer.MediaStatus.LoadedMedia:
            self._loaded()

    def _loaded(self) -> None:
        self._is_loading = False
        if not self._player.hasVideo():
            self._lose("it has no picture")
        elif self._to is not None:
            (position, since), self._to = self._to, None
            passed = elapsed_milliseconds() - since if self.is_rolling else 0
            self.go_to(timedelta(milliseconds=position + passed * self._rate))

    def _end(self) -> None:
        # The player itself says that it is at the end: only the last picture tells where it really was.
        seen = timedelta(microseconds=0 if self._frame is None else max(self._frame.endTime(), 0))
        if self.length - seen > TOO_SOON:
            self._lose(f"the file is cut off {(self.length - seen) // timedelta(seconds=1)} s before its end")
            return
        self._is_over = True
        self._anchor_anew()

    def _lose(self, why: str) -> None:
        if self.file and not self.why:
            self.why = why or "it can't be played"
            self.failed.emit(self.why)
            self._anchor_anew()


def _stamp(file: str) -> tuple[int, int] | None:
    """What changes when another file is put in its place; None: there is none."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
