"""The programme in its own process: agrees with what the desk tells, and tells what really happens."""

import base64
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from ssc_console.clock import elapsed_milliseconds
from ssc_console.displays.claims import Claims, audiences
from ssc_console.playback.deck import Deck
from ssc_console.playback.decks import Decks
from ssc_console.playback.stills import Stills
from ssc_console.playback.window import SIZES, ProgrammeWindow
from ssc_console.programme import messages as m
from ssc_console.settings.values import Settings
from ssc_console.show.media import Observation
from ssc_console.show.programme import Scene

PEEK = QSize(384, 216)
PEEKS = 200
"""Milliseconds between two small pictures of a video on air."""
JPEG_QUALITY = 70
AT_LAST = 3_000
"""Milliseconds after which the window opens even without the picture of its video."""
BEAT = 400
"""Milliseconds between two signs of life."""
MOVED = 300
"""Milliseconds without another move after which the window stands where it is."""
PLACE_KEPT_AS = "programme/monitor"


class Programme(QObject):
    """Holds window and decks together.

    Attributes:
        left: The desk said that it is over, or a person closed the window.
        shown: The window has been painted for the first time: whatever was shown before may go.
    """

    left = Signal()
    shown = Signal()

    def __init__(self, tell: Callable[[m.Message], None], settings: QSettings, chosen: Settings) -> None:
        """`tell` gives the desk a message; it never waits. `settings` is where it stood last."""
        super().__init__()
        self._tell, self._settings = tell, settings
        self._peeked = 0
        self._first: m.Show | None = None
        self._is_open = False
        self._stand = m.Stand("", "")
        self._stands: m.Standing | None = None
        self.decks = Decks(self)
        self.window = ProgrammeWindow(self.decks)
        self.stills = Stills(self.window, tell, self)
        self.decks.observed.connect(self._observed)
        self.decks.rolled.connect(self._rolled)
        self.decks.ready.connect(self._ready)
        self.decks.failed.connect(lambda file, why: tell(m.Failing(file, why)))
        self.decks.pictured.connect(self._peek_on_air)
        self.decks.pictured.connect(self._open_once_it_is_ready)
        self._follow_window()
        self._heart = QTimer(self, interval=BEAT)
        self._heart.timeout.connect(lambda: tell(m.Alive()))
        self._heart.start()
        tell(m.Alive())  # it listens
        self._chosen = chosen
        self._sound = self.decks.set_device(chosen.sound)

    def _follow_window(self) -> None:
        self._moved = QTimer(self.window, singleShot=True, interval=MOVED)
        self._moved.timeout.connect(self._say_where)
        self.window.moved.connect(self._moved.start)
        self.window.closed.connect(self._close)
        self.window.stays.connect(lambda: self._tell(m.StaysOpen()))

    def hear(self, message: object) -> None:
        """Do what the desk tells."""
        if isinstance(message, m.Show):
            self.decks.agree(message)
            self.window.present(message)
            self.stills.present(message.sheet)
            if self._first is None:
                self._first = message
                QTimer.singleShot(AT_LAST, self, self._open)
                self._open_once_it_is_ready()
        elif isinstance(message, m.Stand):
            self.window.setWindowTitle(message.title)
            self.window.set_desk_monitor(message.desk_monitor)
            self.window.taken = message.speaker_monitor
            self._stand = message
        elif isinstance(message, m.TellAnew):
            self.decks.tell_anew()
        elif isinstance(message, m.Leave):
            self.left.emit()

    def be_alone(self) -> None:
        """The desk is gone: nobody but who sits there can close the window now.

        A programme that nobody has seen yet keeps no picture for anybody.
        """
        self.window.is_needed = False
        if not self._is_open:
            self.left.emit()

    def _open_once_it_is_ready(self) -> None:
        """Not before there is what it shows: it may cover the window of a programme that it relieves."""
        if self._is_open or self._first is None:
            return
        deck = self.decks.on_air
        if self._first.sheet.scene is not Scene.VIDEO or (deck is not None and deck.has_picture):
            self._open()

    def _open(self) -> None:
        """On the monitor of last time or another one than the desk's; else a window behind the desk."""
        if self._is_open:
            return
        self._is_open = True
        self.window.once_painted(self.shown.emit)
        screens = {each.name(): each for each in QGuiApplication.screens()}
        claims = Claims(
            desk=self._stand.desk_monitor,
            chosen=self._chosen.programme,
            reserved=self._chosen.speaker,
            taken=self._stand.speaker_monitor,
            kept=str(self._settings.value(PLACE_KEPT_AS)),
        )
        monitor = audiences(list(screens), claims)
        if monitor is not None:
            self.window.fill(screens[monitor])
        else:
            self.window.be_exactly(SIZES[0])
            self.window.show()
            self.window.lower()
        self._moved.start()

    def _say_where(self) -> None:
        """Where it has come to stand: a window manager takes a while over it, and may move it later."""
        if not self.window.isVisible():
            return
        monitor = self.window.screen().name()
        if not self.window.is_guest:
            self._settings.setValue(PLACE_KEPT_AS, monitor)
        stands = m.Standing(self.window.where, self._sound, monitor)
        if stands != self._stands:
            self._stands = stands
            self._tell(stands)

    def _observed(self, airing: int, what: Observation) -> None:
        self._tell(m.Observed(airing, what))

    def _rolled(self, airing: int, roll: int) -> None:
        self.window.once_painted(lambda: self._tell(m.Playing(airing, roll, elapsed_milliseconds())))

    def _ready(self, deck: Deck) -> None:
        self._tell(m.Ready(deck.file, deck.length, deck.has_sound))
        if deck is not self.decks.on_air and deck.picture is not None:
            self._tell(m.Peek(deck.file, on_air=False, jpeg=_small(deck.picture)))

    def _peek_on_air(self) -> None:
        deck = self.decks.on_air
        if deck is None or elapsed_milliseconds() - self._peeked < PEEKS:
            return  # to make a picture costs most of all: a slow machine makes only what is looked at
        if deck.picture is not None:
            self._tell(m.Peek(deck.file, on_air=True, jpeg=_small(deck.picture)))
            self._peeked = elapsed_milliseconds()  # when it was made, which may have taken long itself

    def _close(self) -> None:
        self._tell(m.Closed())
        self.left.emit()


def _small(picture: QImage) -> str:
    """A picture as the desk's preview needs it."""
    modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    store = QBuffer()
    store.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(store, QByteArray(b"jpeg"))
    writer.setQuality(JPEG_QUALITY)
    writer.write(picture.scaled(PEEK, *modes))
    return base64.b64encode(store.data().data()).decode()
