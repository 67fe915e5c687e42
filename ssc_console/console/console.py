"""An open console: what is shown, the desk and its displays, and the one timer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ssc_console.clock import Clock, elapsed_milliseconds
from ssc_console.console.accounts import RunAccount
from ssc_console.console.ticker import Knobs, Shown, Ticker
from ssc_console.desk.account import Comparison
from ssc_console.desk.desk import Desk
from ssc_console.desk.given import Given
from ssc_console.desk.keys import Wish, key_of
from ssc_console.desk.plan_notes import PlanNote
from ssc_console.desk.store import Forgetful, Store
from ssc_console.displays.claims import Claims, speakers
from ssc_console.look.mode_look import ModeLook
from ssc_console.look.theme import Theme
from ssc_console.show.commands import Command, Seen
from ssc_console.surfaces import Surface

if TYPE_CHECKING:
    from ssc_console.agenda import Loaded
    from ssc_console.displays.speaker import SpeakerDisplay

IN_A_CORNER = (640, 360)
"""Size of the speaker display where it shares a monitor with the desk: what a meeting tool needs."""


class Console(QObject):
    """What is shown can be changed while it is open (see `show_instead`).

    Attributes:
        session: What is shown.
        speaker_monitor: The name of the one that the speaker display prefers; empty: whichever is free.
        programme_monitor: The name of the one that is chosen for the programme; empty: none.
        speaker_moved: The speaker display stands elsewhere, or does not stand there any more.
        chosen: The `Settings` are these from now on.
        objections: Are asked of each command from the desk why it can't be given now; None: it can.
    """

    chosen = Signal(object)
    speaker_moved = Signal()

    def __init__(
        self,
        show: Shown,
        colours: Theme,
        clock: Clock,
        mode: ModeLook,
        controls: Knobs | None = None,
        settings: Store | None = None,
        notes: Sequence[PlanNote] = (),
        elapsed: Callable[[], int] = elapsed_milliseconds,
        *,
        reports: str = "",
        comparison: Comparison | None = None,
    ) -> None:
        """What the parts are made with.

        Args:
            elapsed: Gives milliseconds of a clock that nobody steps, for how long ago a key was pressed.
            reports: The folder that reports are kept in.
            comparison: The rehearsals of this agenda; None: this is none.
        """
        super().__init__()
        self.session = show
        self.ticker = Ticker(show, clock, self)
        if controls is not None:
            controls.ticker = self.ticker
        self.speaker_monitor = self.programme_monitor = ""
        self._programme_is_on = ""
        self._also_shown: list[Surface] = []
        self.objections: list[Callable[[Command], str | None]] = []
        self._colours = colours
        self._speaker: SpeakerDisplay | None = None
        self._account = RunAccount(lambda: show.history, reports)
        given = Given(
            theme=colours,
            mode=mode,
            zone=show.snapshot().rundown.event.timezone,
            elapsed=elapsed,
            clock=controls,
            store=settings or Forgetful(),
            notes=notes,
            account=self._account,
            comparison=comparison,
        )
        self.desk = Desk(self.ask, given)
        self._hear()

    def _hear(self) -> None:
        self.desk.display_wished.connect(self.toggle_speaker)
        self.desk.blackout_wished.connect(self.toggle_blackout)
        self.desk.closed.connect(self.close_displays)

    def open(self) -> None:
        """Show the desk as the show is now, and begin to count."""
        self.desk.present(self.session.snapshot())  # the disk may still be at the opening: nobody sees it yet
        self._surfaces()
        self.desk.show()
        self.ticker.look()

    def show_instead(self, show: Shown) -> None:
        """Show this from now on, in place of what was shown."""
        self.session = self.ticker.show = show
        self._account.history = lambda: show.history
        self._surfaces()
        self.ticker.look()

    def set_mode(self, mode: ModeLook) -> None:
        """Look like this mode from now on."""
        self.desk.set_mode(mode)
        if self._speaker is not None:
            self._speaker.set_mode(mode)

    def _surfaces(self) -> None:
        screens: list[Surface] = [*self._also_shown, self.desk.present]
        if self._speaker is not None:
            screens.append(self._speaker.present)
        self.session.surfaces_are(*screens)

    def also_shown(self, surface: Surface) -> None:
        """Let this show the show, too, before the desk does."""
        self._also_shown.append(surface)
        self._surfaces()

    def rate(self) -> float:
        """How many times as fast as life the show's clock runs; 0: it stands still."""
        controls = self.desk.given.clock
        if controls is None:
            return 1.0
        return 0.0 if controls.paused else controls.speed

    def ask(self, command: Command, seen: Seen | None) -> str | None:
        """Give a command; None, or why it was refused."""
        for object_to in self.objections:
            why = object_to(command)
            if why is not None:
                return why
        refusal = self.session.ask(command, seen)
        self.ticker.wait()
        return refusal

    @property
    def speaker(self) -> "SpeakerDisplay":
        """The speaker display; it is made when it is first wanted."""
        if self._speaker is None:
            from ssc_console.displays.speaker import SpeakerDisplay

            self._speaker = SpeakerDisplay(self._colours, self.desk.given.mode, self.desk)
            self._speaker.taken = self._programme_is_on
            self._speaker.stays.connect(self._say_that_speaker_stays)
            self._speaker.moved.connect(self.speaker_moved)
            self._surfaces()
        return self._speaker

    def toggle_speaker(self) -> None:
        """Open the speaker display, or close it."""
        if self.speaker.isVisible():
            self.speaker.close()
        else:
            self._place_speaker()

    def _place_speaker(self) -> None:
        """On a monitor of its own if there is one, else small behind the desk, which keeps the keyboard."""
        here = self.desk.screen()
        screens = {screen.name(): screen for screen in QGuiApplication.screens()}
        claims = Claims(
            desk=here.name(),
            chosen=self.speaker_monitor,
            reserved=self.programme_monitor,
            taken=self._programme_is_on,
        )
        monitor = speakers(list(screens), claims)
        if monitor is not None:
            self.speaker.fill(screens[monitor])
            return
        self.speaker.stand_behind(here, IN_A_CORNER)
        words = "is open behind the desk, for the meeting"
        if len(screens) > 1:
            words = "is behind the desk: the other monitor is the programme’s"
        self.desk.tell(f"The speaker display {words}. {key_of(Wish.DISPLAY)} closes it.")

    @property
    def speaker_is_on(self) -> str:
        """The name of the monitor that the speaker display has to itself; empty: none."""
        if self._speaker is None or not self._speaker.isVisible():
            return ""
        name = self._speaker.screen().name()
        return "" if name == self.desk.screen().name() else name

    def programme_stands(self, monitor: str) -> None:
        """The programme is on this monitor; empty: on none. The speaker display makes room for it."""
        if monitor == self._programme_is_on:
            return
        self._programme_is_on = monitor
        if self._speaker is not None:
            self._speaker.taken = monitor
            if monitor and self.speaker_is_on == monitor:
                self._place_speaker()

    def _say_that_speaker_stays(self) -> None:
        key = key_of(Wish.DISPLAY)
        self.desk.refuse(f"Speakers go by the speaker display: it stays open. {key} closes it.")

    def toggle_blackout(self) -> None:
        """The speaker display goes black, or shows again."""
        self.speaker.set_black(black=not self.speaker.black)
        if self.speaker.black and not self.speaker.isVisible():
            self._place_speaker()

    def let_go(self) -> None:
        """The session of the person ends (a logout, a shutdown): no window stands in its way."""
        self.desk.let_go()
        if self._speaker is not None:
            self._speaker.let_go()

    def close_displays(self) -> None:
        """The desk was closed: nothing of the show stays open."""
        if self._speaker is not None:
            self._speaker.close()


def plan_notes(loaded: "Loaded") -> tuple[PlanNote, ...]:
    """What the agenda's problems say, for the page before the show, and for the segments they are about."""
    return tuple(
        PlanNote(
            problem.message, problem.segment or None, "file missing" if problem.segment else "", grave=False
        )
        for problem in loaded.problems
    )
