"""Whether a process still lives: it gives signs of life, and one that stands still can't say so itself."""

from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from ssc_console.show.value import value


@value
class Silence:
    """How long it may be silent, in milliseconds.

    Attributes:
        starting: Before its first word: a slow machine reads many files first.
        stalls: Then it is said to stand still.
        gone: Then it is ended.
        doubt: It is listened to for so long once more first: perhaps only the desk itself stood still, and
            has not yet read what was said meanwhile.
    """

    starting: int = 20_000
    stalls: int = 1_500
    gone: int = 4_000
    doubt: int = 300


class _Is(Enum):
    STARTING = auto()
    WELL = auto()
    STALLED = auto()


class Pulse(QObject):
    """Listens from `start` to `stop`.

    Attributes:
        stalls: Nothing has been heard for too long.
        back: It is heard again.
        gone: It is to be ended.
    """

    stalls = Signal()
    back = Signal()
    gone = Signal()

    def __init__(self, silence: Silence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.silence = silence
        self._is = _Is.STARTING
        self._doubts = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._silent)

    @property
    def is_stalled(self) -> bool:
        """It was said to stand still, and has not been heard since."""
        return self._is is _Is.STALLED

    def start(self) -> None:
        """It was started."""
        self._is, self._doubts = _Is.STARTING, False
        self._timer.start(self.silence.starting)

    def stop(self) -> None:
        """It is of no interest any more."""
        self._is = _Is.STARTING
        self._timer.stop()

    def heard(self) -> None:
        """It has said something."""
        was_stalled, self._is, self._doubts = self.is_stalled, _Is.WELL, False
        self._timer.start(self.silence.stalls)
        if was_stalled:
            self.back.emit()

    def _silent(self) -> None:
        self._doubts = not self._doubts
        if self._doubts:
            self._timer.start(self.silence.doubt)
        elif self._is is _Is.WELL:
            self._is = _Is.STALLED
            self._timer.start(self.silence.gone - self.silence.stalls)
            self.stalls.emit()
        else:
            self.gone.emit()
