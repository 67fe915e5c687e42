"""Puts the parts together for a mode: a clock, a session, the desk and its displays. Alone knows them all."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ssc_console.clock import Clock, RealClock, SimulatedClock, elapsed_milliseconds
from ssc_console.desk import mode_look
from ssc_console.desk.desk import LOOK_KEPT_AS, Desk
from ssc_console.desk.mode_look import ModeLook
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.store import Store
from ssc_console.displays.speaker import SpeakerDisplay
from ssc_console.look import fonts, theme
from ssc_console.session import Session
from ssc_console.show.commands import Command, Seen
from ssc_console.show.instants import MILLISECOND, ShowInstant, WallInstant
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded

NO_DISPLAY = (
    "There is no display to open the desk on. Start it on a desktop, or paint a screen without one: "
    "ssc-console picture --script FILE --screen desk -o FILE.png"
)
BY = "desk"
ONE_MOMENT = timedelta(hours=1)
IN_A_CORNER = (640, 360)
"""Size of the speaker display where it shares a monitor with the desk: what a meeting tool needs."""


class Ticker(QObject):
    """The one timer: it wakes the session when the show next looks different, and never polls."""

    def __init__(self, session: Session, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Let the session look at the clock, and wait for the next change."""
        self._session.look()
        self.wait()

    @property
    def waits_for(self) -> timedelta | None:
        """How long it was set to, in real time; None: it waits for nothing."""
        return timedelta(milliseconds=self._timer.interval()) if self._timer.isActive() else None

    def wait(self) -> None:
        """Wait for the next change of the show; after a command or a jump that is another one."""
        wait = self._clock.real_time_until(self._session.next_change())
        if wait is None:
            self._timer.stop()
        else:
            # Up to the next millisecond: a timer that fires early finds nothing changed.
            self._timer.start(-(-min(wait, ONE_MOMENT) // MILLISECOND))


class RehearsalControls:
    """A simulated clock as the desk steers it: after each turn of a knob the show is looked at anew."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self.ticker: Ticker | None = None

    @property
    def speed(self) -> float:
        """How many times as fast as life."""
        return self._clock.speed

    @property
    def paused(self) -> bool:
        """Whether it stands still."""
        return self._clock.paused

    def set_speed(self, speed: float) -> None:
        """Run at this speed."""
        self._clock.set_speed(speed)
        self._look()

    def pause(self) -> None:
        """Stand still."""
        self._clock.pause()
        self._look()

    def go_on(self) -> None:
        """Run again."""
        self._clock.go_on()
        self._look()

    def jump_by(self, span: timedelta) -> None:
        """Be so much later at once."""
        self._clock.jump_by(span)
        self._look()

    def _look(self) -> None:
        if self.ticker is not None:
            self.ticker.look()


def live(loaded: "Loaded", look: str | None) -> int:
    """The desk on the real clock."""
    return _open(loaded, look, RealClock(), mode_look.live, None)


def rehearse(loaded: "Loaded", look: str | None, at: WallInstant, speed: float) -> int:
    """The desk on a simulated clock that begins at `at`."""
    clock = SimulatedClock(ShowInstant(at), speed)
    return _open(loaded, look, clock, mode_look.rehearsal, RehearsalControls(clock))


def _application(look: str | None, settings: QSettings | None) -> tuple[QApplication, theme.Theme]:
    application = QApplication.instance() or QApplication(["ssc-console"])
    assert isinstance(application, QApplication)
    application.setApplicationDisplayName("SSC Console")
    fonts.install()
    kept = None if settings is None else settings.value(LOOK_KEPT_AS)
    name = look or (kept if kept in theme.NAMES else theme.NAMES[0])
    colours = theme.load(str(name))
    application.setPalette(theme.palette(colours))
    return application, colours


def has_display() -> bool:
    """Whether a window can be opened at all: Qt ends the process where it can't."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


MakeLook = Callable[[theme.Theme], ModeLook]


def _open(
    loaded: "Loaded", look: str | None, clock: Clock, mode: MakeLook, controls: RehearsalControls | None
) -> int:
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    settings = QSettings("ssc-console", "ssc-console")
    application, colours = _application(look, settings)
    console = Console(loaded, colours, clock, mode, controls, settings)
    console.open()
    return application.exec()


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
    def speaker(self) -> SpeakerDisplay:
        """The speaker display; it is made when it is first wanted."""
        if self._speaker is None:
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
            corner = here.availableGeometry().bottomRight()
            self.speaker.move(corner.x() - IN_A_CORNER[0], corner.y() - IN_A_CORNER[1])
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


def picture(
    loaded: "Loaded",
    snapshot: Snapshot,
    screen: str,
    size: tuple[int, int],
    scale: float,
    look: str,
    output: Path,
) -> bool:
    """Paint a screen as it is at `snapshot` into a file; whether that could be written. Needs no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _, colours = _application(look, None)
    widget: QWidget = _screen(loaded, screen, colours, snapshot)
    widget.resize(QSize(*size))
    image = QImage(QSize(*size) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    widget.grab()  # lays it out, as a window that is shown would be
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image.save(str(output))


def _screen(loaded: "Loaded", screen: str, colours: theme.Theme, snapshot: Snapshot) -> QWidget:
    mode = mode_look.rehearsal(colours)
    if screen == "speaker":
        display = SpeakerDisplay(colours, mode.name.capitalize())
        display.present(snapshot)
        return display
    clock = StandingClock()
    zone = snapshot.rundown.event.timezone
    desk = Desk(
        lambda *_: None, colours, mode, zone, clock, elapsed=elapsed_milliseconds, notes=plan_notes(loaded)
    )
    desk.present(snapshot)
    return desk


class StandingClock:
    """The controls of a clock in a picture: they are painted and steer nothing."""

    speed = 1.0
    paused = False

    def set_speed(self, speed: float) -> None:
        """A picture stands still."""

    def pause(self) -> None:
        """A picture stands still."""

    def go_on(self) -> None:
        """A picture stands still."""

    def jump_by(self, span: timedelta) -> None:
        """A picture stands still."""
