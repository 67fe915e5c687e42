"""A soft tone when a segment turns amber, red, and runs over. Made here, of a sine; loaded if wanted."""

import math
from array import array

from PySide6.QtCore import QBuffer, QByteArray, QObject
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

from ssc_console.desk.lamp import Trouble
from ssc_console.show.figures import Phase
from ssc_console.show.snapshot import Snapshot

RATE = 44_100
LOUD = 0.12
"""Of what a sample can be: soft enough for a headset."""
LONG, PAUSE, FADE = 0.18, 0.09, 0.03
"""Seconds: of a tone, between two, and to swell and to die away."""
_TONES = {Phase.WARNING: (523.25,), Phase.WRAP_UP: (523.25, 523.25), Phase.OVERRUN: (523.25, 440.0, 349.23)}
"""Hertz: once at the warning, twice at the wrap-up, three times and falling at the end."""


def samples(phase: Phase) -> bytes:
    """The tones of a phase: 16 bit, one channel; empty for a phase that has none."""
    found = array("h")
    for number, pitch in enumerate(_TONES.get(phase, ())):
        if number:
            found.extend([0] * round(PAUSE * RATE))
        for place in range(round(LONG * RATE)):
            at = place / RATE
            swell = min(1.0, at / FADE, (LONG - at) / FADE)
            found.append(round(32_767 * LOUD * swell * math.sin(2 * math.pi * pitch * at)))
    return found.tobytes()


class Tones(QObject):
    """Sounds once when the segment on air comes into a phase, while its property `on` is true."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        layout = QAudioFormat()
        layout.setSampleRate(RATE)
        layout.setChannelCount(1)
        layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        self._sink = None if device.isNull() else QAudioSink(device, layout, self)
        self._buffer = QBuffer(self)
        self._last: tuple[int, Phase] | None = None

    @property
    def trouble(self) -> Trouble | None:
        """Why nothing can be heard; None: it can."""
        if self._sink is not None:
            return None
        return Trouble(
            "No sound", "Tones are on, but there is no device to play them: connect one, or put them off."
        )

    def present(self, snapshot: Snapshot) -> None:
        """Sound, if a segment has come into a phase since it was seen last."""
        on_air, airing = snapshot.on_air, snapshot.state.airing
        now = None if on_air is None or airing is None else (airing.id, on_air.phase)
        before, self._last = self._last, now
        if now is not None and before is not None and now[0] == before[0] and now[1] is not before[1]:
            self._play(now[1])

    def _play(self, phase: Phase) -> None:
        if self._sink is None or not self.property("on") or phase not in _TONES:
            return
        self._sink.stop()
        self._buffer.close()
        self._buffer.setData(QByteArray(samples(phase)))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)
