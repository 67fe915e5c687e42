"""An `Obs` with what it said, over a connection to whatever listens on a port."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.clock import Clock, ScriptedClock
from ssc_console.outputs.obs.link import Patience
from ssc_console.outputs.obs.settings import ObsSettings
from ssc_console.outputs.obs.state import ObsState, Phase
from ssc_console.outputs.obs.surface import Obs
from ssc_console.outputs.outcome import Failed, Outcome
from ssc_console.show.actions import parse
from ssc_console.show.commands import Report
from ssc_console.show.instants import ShowInstant
from tests.show.playbook import instant

SOON = timedelta(milliseconds=20)
QUICK = Patience(
    pauses=(SOON, 2 * SOON, 4 * SOON), greeting=timedelta(seconds=2), answer=timedelta(seconds=2)
)


def at(text: str) -> ShowInstant:
    return ShowInstant(instant(text))


class Room:
    """What a console does with OBS, and what it is told.

    Attributes:
        states: Every state so far.
    """

    def __init__(
        self,
        qtbot: QtBot,
        port: int,
        password: str = "",
        patience: Patience = QUICK,
        begins: float = 1.0,
        clock: Clock | None = None,
        settles: timedelta = SOON,
    ) -> None:
        self.qtbot = qtbot
        self.clock = ScriptedClock(at("10:30:00"))
        self.outcomes: list[Outcome] = []
        self.states: list[ObsState] = []
        self.reports: list[Report] = []
        self._home = QObject()
        settings = ObsSettings("127.0.0.1", port, password)
        self.obs = Obs(
            settings, clock or self.clock, self._home, patience, timedelta(seconds=begins), settles
        )
        self.obs.said.connect(self.outcomes.append)
        self.obs.changed.connect(self.states.append)
        self.obs.reports.connect(self.reports.append)

    def connected(self) -> "Room":
        self.obs.open()
        return self.until(lambda: self.obs.state.phase is Phase.CONNECTED)

    def until(self, so: Callable[[], bool]) -> "Room":
        self.qtbot.waitUntil(so, timeout=15000)
        return self

    def do(self, text: str, token: object = "cue") -> Outcome:
        """Perform an action, and wait for what became of it."""
        before = len(self.outcomes)
        self.obs.perform(parse(text), token)

        def own() -> list[Outcome]:
            return [each for each in self.outcomes[before:] if each.token is token]

        self.until(lambda: bool(own()))
        return own()[0]

    def why(self, text: str) -> str:
        outcome = self.do(text)
        assert isinstance(outcome, Failed), outcome
        return outcome.why

    def close(self) -> None:
        self.obs.close()
        self._home.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
