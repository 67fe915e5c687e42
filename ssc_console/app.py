"""Puts the parts together for a mode: a clock, a session, the desk and its displays. Alone knows them all."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ssc_console.clock import Clock, RealClock, SimulatedClock, elapsed_milliseconds
from ssc_console.desk import mode_look
from ssc_console.desk.desk import LOOK_KEPT_AS, Desk
from ssc_console.desk.mode_look import ModeLook
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.store import Store
from ssc_console.look import fonts, theme
from ssc_console.session import Session
from ssc_console.show.commands import Command, Seen
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.rundown import EventInfo
from ssc_console.ticker import RehearsalControls, Ticker

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded
    from ssc_console.displays.speaker import SpeakerDisplay

NO_DISPLAY = (
    "There is no display to open the desk on. Start it on a desktop, or paint a screen without one: "
    "ssc-console picture --script FILE --screen desk -o FILE.png"
)
BY = "desk"
_STARTED = 2_000
"""Milliseconds after which all that a press may need has been made."""
AROUND_THE_EVENT = timedelta(hours=12)
IN_A_CORNER = (640, 360)
"""Size of the speaker display where it shares a monitor with the desk: what a meeting tool needs."""


def is_about_now(event: EventInfo) -> bool:
    """Whether the event is so near by the real clock that opening its desk can only mean the show itself."""
    now = RealClock().now()
    return event.start - AROUND_THE_EVENT <= now <= event.hard_out + AROUND_THE_EVENT


def live(loaded: "Loaded", look: str | None) -> int:
    """The desk on the real clock."""
    return _open(loaded, look, RealClock(), mode_look.live, None)


def rehearse(loaded: "Loaded", look: str | None, at: WallInstant, speed: float) -> int:
    """The desk on a simulated clock that begins at `at`."""
    clock = SimulatedClock(ShowInstant(at), speed)
    return _open(loaded, look, clock, mode_look.rehearsal, RehearsalControls(clock))


def application(look: str | None, settings: QSettings | None) -> tuple[QApplication, theme.Theme]:
    """The one Qt application, with our type and the colours asked for, else those of last time."""
    running = QApplication.instance() or QApplication(["ssc-console"])
    assert isinstance(running, QApplication)
    running.setApplicationDisplayName("SSC Console")
    running.setStyle("fusion")  # on every system: what we paint ourselves stands where this style has it
    fonts.install()
    kept = None if settings is None else settings.value(LOOK_KEPT_AS)
    name = look or (kept if kept in theme.NAMES else theme.NAMES[0])
    colours = theme.load(str(name))
    running.setPalette(theme.palette(colours))
    return running, colours


def has_display() -> bool:
    """Whether a window can be opened at all: Qt ends the process where it can't."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    if host not in ("", "unix"):
        return True  # on another machine: Qt has to try
    return bool(number) and Path(f"/tmp/.X11-unix/X{number.split('.')[0]}").exists()


def _collect() -> None:
    """Look for garbage again, but not among what the start has made: that stays."""
    gc.freeze()
    gc.enable()


MakeLook = Callable[[theme.Theme], ModeLook]


def _open(
    loaded: "Loaded", look: str | None, clock: Clock, mode: MakeLook, controls: RehearsalControls | None
) -> int:
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    settings = QSettings("ssc-console", "ssc-console")
    running, colours = application(look, settings)
    console = Console(loaded, colours, clock, mode, controls, settings)
    console.open()
    QTimer.singleShot(_STARTED, running, _collect)
    # Ctrl+C in the terminal: heard when the show next ticks, and no window is asked whether it may close.
    signal.signal(signal.SIGINT, lambda *_: running.exit(0))
    return running.exec()


class Console(QObject):
    """An open console: the session, the desk, the speaker display, and the one timer."""

    def __init__(
        self,
        loaded: "Loaded",
        colours: theme.Theme,
        clock: Clock,
        mode: MakeLook,
        controls: RehearsalControls | None = None,
        settings: Store | None = None,
    ) -> None:
        super().__init__()
        assert loaded.rundown is not None
        self.session = Session(loaded.rundown, clock, by=BY)
        self.ticker = Ticker(self.session, clock, self)
        if controls is not None:
            controls.ticker = self.ticker
        self._mode = mode(colours)
        self._colours = colours
        self._speaker: SpeakerDisplay | None = None
        self.desk = Desk(
            self.ask,
            colours,
            self._mode,
            loaded.rundown.event.timezone,
            controls,
            elapsed=elapsed_milliseconds,
            store=settings,
            notes=plan_notes(loaded),
        )
        self.desk.display_wished.connect(self.toggle_speaker)
        self.desk.blackout_wished.connect(self.toggle_blackout)
        self.desk.closed.connect(self.close_displays)

    def open(self) -> None:
        """Show the desk as the show is now, and begin to count."""
        self.session.surfaces_are(self.desk.present)
        self.desk.show()
        self.ticker.look()

    def ask(self, command: Command, seen: Seen | None) -> str | None:
        """Give a command; None, or why it was refused."""
        refusal = self.session.ask(command, seen)
        self.ticker.wait()
        return refusal

    @property
    def speaker(self) -> "SpeakerDisplay":
        """The speaker display; it is made when it is first wanted."""
        if self._speaker is None:
            from ssc_console.displays.speaker import SpeakerDisplay

            words = self._mode.name.capitalize() if self._mode.frame else ""
            self._speaker = SpeakerDisplay(self._colours, words, self.desk)
            self.session.surfaces_are(self.desk.present, self._speaker.present)
        return self._speaker

    def toggle_speaker(self) -> None:
        """Open the speaker display, or close it."""
        if self.speaker.isVisible():
            self.speaker.close()
        else:
            self._place_speaker()

    def _place_speaker(self) -> None:
        """On a monitor of its own if there is one, else small in a corner; the desk keeps the keyboard."""
        here = self.desk.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        self.speaker.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if others:
            self.speaker.fill(others[0])
        else:
            self.speaker.resize(*IN_A_CORNER)
            room = here.availableGeometry()
            bar = self.desk.contents.bottom
            if QRect(bar.mapToGlobal(QPoint()), bar.size()).right() > room.right() - IN_A_CORNER[0]:
                room.setBottom(
                    min(room.bottom(), bar.mapToGlobal(QPoint()).y())
                )  # never over the large button
            self.speaker.move(room.right() - IN_A_CORNER[0], room.bottom() - IN_A_CORNER[1])
            self.speaker.show()
        self.desk.activateWindow()

    def toggle_blackout(self) -> None:
        """The speaker display goes black, or shows again."""
        self.speaker.set_black(black=not self.speaker.black)
        if self.speaker.black and not self.speaker.isVisible():
            self._place_speaker()

    def close_displays(self) -> None:
        """The desk was closed: nothing of the show stays open."""
        if self._speaker is not None:
            self._speaker.close()


def plan_notes(loaded: "Loaded") -> tuple[PlanNote, ...]:
    """What the agenda's warnings say, for the page before the show."""
    return tuple(PlanNote(problem.message, grave=False) for problem in loaded.problems)
