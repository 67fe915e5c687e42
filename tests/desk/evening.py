"""A desk on the real engine, as a person has it under the fingers of an evening."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.desk.desk import Desk
from ssc_console.desk.form_bar import FormBar
from ssc_console.desk.given import Given
from ssc_console.desk.panel import Panel
from ssc_console.desk.store import Forgetful
from ssc_console.look import mode_look, theme
from ssc_console.show.commands import Command, Refused, Request, Seen
from ssc_console.show.engine import decide
from tests.staged import Stage

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def given(**other: Any) -> Given:
    """What the desk of a live show in Bangkok is made with, but for what is given otherwise."""
    usual = {
        "theme": theme.load("dark"),
        "mode": mode_look.LIVE,
        "zone": "Asia/Bangkok",
        "elapsed": lambda: 100_000,
    }
    return Given(**{**usual, **other})


def refusal_of(stage: Stage, command: Command, seen: Seen | None) -> str | None:
    """Ask the engine for it; None, or why it was refused."""
    try:
        events = decide(stage.history.state, Request(command, "desk", seen), stage.now)
    except Refused as why:
        return str(why)
    for event in events:
        stage.history.append(event)
    return None


class Evening:
    """A desk on the real engine, with a clock for the show and one for the fingers."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.stage = stage
        self.now = 1_000_000
        self.asked: list[Command] = []
        self.store = Forgetful()
        self.desk = Desk(self.ask, given(elapsed=lambda: self.now, store=self.store))
        self.desk.resize(1280, 720)
        self.look()
        with qtbot.waitActive(self.desk):
            self.desk.show()
            self.desk.activateWindow()
        self.look()
        self.wait(5_000)

    def ask(self, command: Command, seen: Seen | None) -> str | None:
        self.asked.append(command)
        refusal = refusal_of(self.stage, command, seen)
        if refusal is None:
            self.desk.present(self.stage.seen)
        return refusal

    def look(self) -> None:
        """The desk is shown the show, and has time to paint it."""
        self.desk.present(self.stage.seen)
        QApplication.processEvents()

    def wait(self, milliseconds: int) -> None:
        """For the fingers' clock only."""
        self.now += milliseconds

    def later(self, text: str) -> None:
        self.stage.at(text)
        self.wait(60_000)
        self.look()

    def press(self, key: KEY, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.desk, key, modifiers)
        QApplication.processEvents()

    def leave(self) -> None:
        """Nothing of it stays: its keys are the application's."""
        self.desk.hide()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def asks(self) -> bool:
        """Whether a form is open."""
        return self.desk.dock.form is not None

    @property
    def refusal(self) -> str:
        return self.desk.contents.bottom.big.refusal

    @property
    def status(self) -> str:
        return self.stage.seen.status.value

    @property
    def on_air(self) -> str | None:
        figures = self.stage.seen.on_air
        return figures.segment.id if figures else None

    @property
    def form(self) -> FormBar:
        """The form that must be open."""
        found = self.desk.dock.form
        assert found is not None
        return found

    @property
    def panel(self) -> Panel:
        """The panel that must be open."""
        found = self.desk.dock.panel
        assert found is not None
        return found
