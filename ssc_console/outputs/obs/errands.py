"""Scripts run over the connection, in order and one at a time, so that two scenes never overtake each other.

What only waits for OBS to say that something has begun, or for a while, makes way for the next.
"""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ssc_console.outputs.obs.link import Link
from ssc_console.outputs.obs.messages import Answered
from ssc_console.outputs.obs.requests import Ask, Await, NoAnswer, Pause, Reply, Script, Wish
from ssc_console.outputs.obs.state import Phase
from ssc_console.outputs.outcome import CannotDo
from ssc_console.timecode import milliseconds

Then = Callable[[str | None], None]
"""Is told why a script could not be done; None: it is done."""


class _Errand:
    """A script on its way: what it waits for, and the events that came meanwhile."""

    def __init__(self, script: Script, then: Then) -> None:
        self.script = script
        self.then = then
        self.awaits: Await | None = None
        self.heard: list[tuple[str, Mapping[str, Any]]] = []

    def found(self) -> Mapping[str, Any] | None:
        """The event that it waits for, if it came; perhaps before OBS's answer did."""
        awaits = self.awaits
        if awaits is None:
            return None
        states = (data for kind, data in self.heard if kind == awaits.kind)
        return next((data for data in states if data.get("outputState") in awaits.states), None)


class Errands(QObject):
    """What OBS is being asked to do."""

    def __init__(self, link: Link, patience: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._patience = milliseconds(patience)
        self._queue: deque[_Errand] = deque()
        self._now: _Errand | None = None
        self._awaiting: list[_Errand] = []
        link.happened.connect(self._heard)
        link.stands.connect(self._stands)

    def run(self, script: Script, then: Then) -> None:
        """Run a script after those before it; if there are none, what it asks is sent before this returns."""
        self._queue.append(_Errand(script, then))
        self._next()

    def _next(self) -> None:
        while self._now is None and self._queue:
            self._now = self._queue.popleft()
            self._go_on(self._now, None)

    def _go_on(self, errand: _Errand, reply: Reply | None) -> None:
        try:
            wanted = next(errand.script) if reply is None else errand.script.send(reply)
        except StopIteration:
            self._finish(errand, None)
        except CannotDo as why:
            self._finish(errand, str(why))
        else:
            self._do(errand, wanted)

    def _do(self, errand: _Errand, wanted: Wish) -> None:
        if isinstance(wanted, Ask):
            self._link.ask(wanted, lambda reply: self._go_on(errand, reply))
        elif isinstance(wanted, Pause):
            QTimer.singleShot(wanted.milliseconds, self, lambda: self._go_on(errand, Answered("", {})))
            self._make_way(errand)
        else:
            self._await(errand, wanted)

    def _await(self, errand: _Errand, wanted: Await) -> None:
        errand.awaits = wanted
        self._awaiting.append(errand)
        QTimer.singleShot(self._patience, self, lambda: self._give_up(errand))
        self._make_way(errand)
        self._look(errand)

    def _finish(self, errand: _Errand, why: str | None) -> None:
        errand.then(why)
        self._make_way(errand)

    def _make_way(self, errand: _Errand) -> None:
        if self._now is errand:
            self._now = None
            self._next()

    def _heard(self, kind: str, data: Mapping[str, Any]) -> None:
        for errand in (*self._awaiting, *([self._now] if self._now is not None else [])):
            errand.heard.append((kind, data))
            self._look(errand)

    def _look(self, errand: _Errand) -> None:
        data = errand.found()
        if data is not None:
            self._hear(errand, Answered("", data))

    def _give_up(self, errand: _Errand) -> None:
        self._hear(errand, NoAnswer("OBS does not say that it has begun"))

    def _stands(self, _: object) -> None:
        if self._link.standing.phase is not Phase.CONNECTED:
            for errand in tuple(self._awaiting):
                self._hear(errand, NoAnswer(f"OBS is gone ({self._link.standing.why})"))

    def _hear(self, errand: _Errand, reply: Reply) -> None:
        """What it waited for; the first of them counts."""
        if errand in self._awaiting:
            self._awaiting.remove(errand)
            self._go_on(errand, reply)
