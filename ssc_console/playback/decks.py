"""Two decks: one for the video that is on air, one for the next, made ready where nobody sees it."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices

from ssc_console.playback.deck import Deck
from ssc_console.programme.messages import Show
from ssc_console.programme.sheet import VideoSheet
from ssc_console.show.instants import ZERO
from ssc_console.show.media import Observation
from ssc_console.show.programme import Motion

AGAIN = 2_000
"""Milliseconds until a file that does not play is looked at again."""
FADE = 600
"""Milliseconds in which a video that is stopped fades out."""


class Decks(QObject):
    """Agrees with what the programme is to be.

    Attributes:
        pictured: The video on air has another picture, or fades.
        observed: The airing and the `Observation` of the video on air.
        rolled: The airing and the roll whose first picture is there to be shown.
        ready: The `Deck` of a file that is at its first frame.
        failed: The file, and why it does not play.
        fade: How much of the video there is: 1, or less while it fades out.
    """

    pictured = Signal()
    observed = Signal(int, object)
    rolled = Signal(int, int)
    ready = Signal(object)
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fade = 1.0
        self._decks = [Deck(self), Deck(self)]
        for deck in self._decks:
            deck.pictured.connect(lambda deck=deck: self._pictured(deck))
            deck.observed.connect(lambda what, deck=deck: self._tell(deck, what))
            deck.ready.connect(lambda deck=deck: self.ready.emit(deck))
            deck.failed.connect(lambda why, deck=deck: self._failed(deck, why))
        self._on_air: Deck | None = None
        self._video: VideoSheet | None = None
        self._key: tuple[int, int] | None = None
        self._jumps = 0
        self._show: Show | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._try_again)
        self._waits_for_picture: tuple[int, int] | None = None
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE)
        self._fading.valueChanged.connect(self._fade_is)
        self._fading.finished.connect(self._faded)

    @property
    def on_air(self) -> Deck | None:
        """The deck of the video on air."""
        return self._on_air

    @property
    def picture(self) -> QImage | None:
        """Of the video on air."""
        return None if self._on_air is None else self._on_air.picture

    def agree(self, show: Show) -> None:
        """Let the videos be as they are to be."""
        self._show = show
        video = show.sheet.video
        self._video = video
        for deck in self._decks:
            deck.set_rate(show.rate / 1000 if show.rate else 1.0)
        if video is None:
            self._leave()
        else:
            self._agree(video, show)
        self._jumps = show.jumps
        self._make_ready(show.sheet.coming)
        if any(deck.why for deck in self._decks):
            self._again.start()

    def _try_again(self) -> None:
        """A file that did not play may have been put right meanwhile."""
        if self._show is not None:
            if self._on_air is not None and self._on_air.why:
                self._on_air.load(self._on_air.file)
            self.agree(self._show)

    def _agree(self, video: VideoSheet, show: Show) -> None:
        if self._on_air is None or self._on_air.file != video.file or self._key != _key(video):
            self._take(video)
        elif show.jumps != self._jumps and self._on_air is not None:
            self._on_air.go_to(video.at)
        deck = self._on_air
        if deck is None:
            return
        if video.motion is Motion.STOPPED:
            self._stop()
            return
        self._stop_fading()
        if video.motion is Motion.ROLLING and show.rate:
            deck.roll()
        else:
            deck.pause()

    def _take(self, video: VideoSheet) -> None:
        """Another airing, or the same video from its beginning again.

        An airing is not always new: an undo brings one back, which goes on where it would be by now, as it
        does in a window that was opened late.
        """
        same = self._on_air is not None and self._on_air.file == video.file
        if not same:
            if self._on_air is not None:
                self._on_air.pause()
            self._on_air = next((deck for deck in self._decks if deck.file == video.file), self._other())
        deck, before = self._on_air, self._key
        assert deck is not None
        self._key = self._waits_for_picture = _key(video)
        deck.load(video.file, again=before is not None and same)
        is_restart = before is not None and before[0] == video.airing and before[1] < video.roll
        at = ZERO if is_restart else video.at
        if same or at:
            deck.go_to(at)
        self.tell_anew()

    def tell_anew(self) -> None:
        """Say what the video on air does, even where that is no news."""
        what = None if self._on_air is None else self._on_air.observation()
        if self._on_air is not None and what is not None:
            self._tell(self._on_air, what)

    def _leave(self) -> None:
        if self._on_air is not None:
            self._on_air.pause()
            self._on_air.empty()
        self._on_air, self._key = None, None
        self._stop_fading()

    def _make_ready(self, file: str | None) -> None:
        other = self._other()
        if file is None or (self._on_air is not None and self._on_air.file == file):
            other.empty()
        else:
            other.load(file)

    def _other(self) -> Deck:
        return next(deck for deck in self._decks if deck is not self._on_air)

    # ---- what happens

    def _pictured(self, deck: Deck) -> None:
        if deck is not self._on_air:
            return
        self.pictured.emit()
        if deck.is_rolling and self._waits_for_picture is not None:
            self.rolled.emit(*self._waits_for_picture)
            self._waits_for_picture = None

    def _failed(self, deck: Deck, why: str) -> None:
        self._again.start()
        self.failed.emit(deck.file, why)

    def _tell(self, deck: Deck, what: Observation) -> None:
        if deck is self._on_air and self._key is not None:
            self.observed.emit(self._key[0], what)

    # ---- the panic key

    def _stop(self) -> None:
        if self.fade == 1 and self._fading.state() is not QVariantAnimation.State.Running:
            self._fading.start()

    def _fade_is(self, value: float) -> None:
        self.fade = value
        if self._on_air is not None:
            self._on_air.set_volume(value)
        self.pictured.emit()

    def _faded(self) -> None:
        if self._on_air is not None:
            self._on_air.pause()

    def _stop_fading(self) -> None:
        if self.fade < 1 or self._fading.state() is QVariantAnimation.State.Running:
            self._fading.stop()
            self._fade_is(1.0)

    # ---- sound

    def set_device(self, description: str) -> str:
        """Play the sound on that device, else on the system's own; what plays it now, in words."""
        wanted = next(
            (each for each in QMediaDevices.audioOutputs() if each.description() == description), None
        )
        device: QAudioDevice = wanted or QMediaDevices.defaultAudioOutput()
        for deck in self._decks:
            deck.set_device(device)
        return device.description() or "no sound device"


def _key(video: VideoSheet) -> tuple[int, int]:
    return video.airing, video.roll
