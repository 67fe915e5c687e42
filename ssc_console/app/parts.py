"""What the modes share: what was asked for, an open console, and what is added to it once it is painted."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ssc_console.clock import Clock, RealClock, wall_now
from ssc_console.console.application import NO_DISPLAY, application, end_when_told
from ssc_console.console.console import Console, plan_notes
from ssc_console.console.ticker import Knobs, Shown
from ssc_console.look.mode_look import ModeLook
from ssc_console.session import Session
from ssc_console.show.rundown import EventInfo, Rundown
from ssc_console.show.value import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ssc_console.agenda import Loaded
    from ssc_console.console.keeper import Keeper
    from ssc_console.console.kept import Kept
    from ssc_console.console.outside import Outside
    from ssc_console.desk.account import Comparison
    from ssc_console.journal.run import KeptRun
    from ssc_console.settings.values import Settings

BY = "desk"
STARTED = 2_000
"""Milliseconds after which all that a press may need has been made."""
PAINTED = 50
"""Milliseconds after which the desk stands on the screen, and hears what ends it politely."""
SHOWN = 300
"""Milliseconds after which what it can show or do only later is loaded."""
SWITCH = 0.0005
"""Seconds for which another thread of Python, such as the journal's, may keep the show waiting."""
AROUND_THE_EVENT = timedelta(hours=12)


@value(kw_only=True)
class Wanted:
    """What a person asked for on the command line.

    Attributes:
        path: Of the agenda. `loaded`: what came of reading it; its rundown is None only to go on with a run.
        look: The name of a theme; None: as last time.
        journal: A folder for the journals; None: the user's own.
        outside: A rehearsal, too, reaches OBS and what else cues do outside of the console.
        media_length: How long a video is, for `duration: media`.
        part: What of the agenda is performed.
    """

    path: str
    loaded: "Loaded"
    look: str | None = None
    journal: str | None = None
    outside: bool = False
    media_length: Callable[[str], timedelta | str] | None = None
    part: Callable[[Rundown], Rundown] = lambda rundown: rundown


def is_about_now(event: EventInfo) -> bool:
    """Whether the event is so near by the real clock that opening its desk can only mean the show itself."""
    now = RealClock().now()
    return event.start - AROUND_THE_EVENT <= now <= event.hard_out + AROUND_THE_EVENT


def interrupted(journal: str | None) -> "KeptRun | None":
    """The live run that was not ended and is still somebody's show, if there is one."""
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.recovery import unfinished

    return unfinished(live_journal(journal), wall_now())


def new_session(wanted: Wanted, clock: Clock, keeper: "Keeper", instead: Rundown | None = None) -> Session:
    """A new run of the show, kept as it happens; `instead`: of this rundown, where the agenda has none."""
    rundown = wanted.loaded.rundown or instead
    assert rundown is not None
    return Session(rundown, clock, by=BY, journal=keeper.journal)


def console_of(
    wanted: Wanted,
    show: Shown,
    clock: Clock,
    mode: ModeLook,
    controls: Knobs | None = None,
    comparison: "Comparison | None" = None,
) -> Console:
    """An open console in that mode, with the notes of the agenda and what the person has chosen."""
    settings = kept_choices()
    _, colours = application(wanted.look, settings)
    console = Console(
        show,
        colours,
        clock,
        mode,
        controls,
        settings,
        plan_notes(wanted.loaded),
        reports=reports_of(wanted.journal),
        comparison=comparison,
    )
    with_settings(console, settings)
    return console


def kept_choices() -> "Kept":
    """What a person has chosen: in the file for people, and in what the desk remembers by itself."""
    from ssc_console.console.kept import Kept
    from ssc_console.settings.file import settings_file

    return Kept(settings_file(), QSettings("ssc-console", "ssc-console"))


def with_settings(console: Console, kept: "Kept", *, at_hand: bool = True) -> None:
    """Put the settings in force, as soon as the desk is painted, and whenever they change.

    Args:
        at_hand: There is a show to be heard, and to be stepped from other windows.
    """

    def get_ready() -> None:
        from ssc_console.console.choices import Choices

        Choices(console, kept, at_hand=at_hand)

    QTimer.singleShot(SHOWN, console, get_ready)


def reports_of(journal: str | None) -> str:
    """Beside what they are made from."""
    from ssc_console.journal.places import folder

    return str(folder(journal) / "reports")


def with_programme(console: Console, wanted: Wanted, mode: str = "") -> None:
    """Let the console open the programme; `mode` is a small word on it, where it is not live."""

    def get_ready() -> None:
        from ssc_console.console.on_programme import OnProgramme

        folder = os.path.dirname(os.path.abspath(wanted.path))
        programme = OnProgramme(console, folder, mode, QSettings("ssc-console", "ssc-console"))
        programme.open_as_last_time()
        running = QApplication.instance()
        assert running is not None
        running.aboutToQuit.connect(programme.leave)

    QTimer.singleShot(SHOWN, console, get_ready)


def with_outputs(console: Console, clock: Clock) -> "list[Outside]":
    """Let cues reach OBS and other programs; what does so is in the list once it has been made."""
    made: list[Outside] = []

    def get_ready() -> None:
        from ssc_console.console.outside import Outside

        outside = Outside(console, clock, None)
        outside.choose_obs(settings_of_the_file())
        made.append(outside)

    QTimer.singleShot(SHOWN, console, get_ready)
    return made


def settings_of_the_file() -> "Settings":
    """What a person has chosen, as the file says it now."""
    from ssc_console.settings.file import read, settings_file

    return read(settings_file()).settings


def with_check(console: Console, wanted: Wanted, outputs: "Sequence[Outside]" = ()) -> None:
    """Look before the show, once the desk is open, at everything that it needs."""

    def look() -> None:
        from ssc_console.console.checking import Checking
        from ssc_console.journal.places import folder

        checking = Checking(console, wanted.path, str(folder(wanted.journal)))
        for output in outputs:
            checking.nearby.append(output.items)
            output.obs_stands.connect(checking.show)

    QTimer.singleShot(STARTED, console, look)


def with_file(console: Console, wanted: Wanted) -> None:
    """Follow the agenda's file, once the desk is open, as it is saved."""

    def follow() -> None:
        from ssc_console.console.reloading import Reloading

        Reloading(console, wanted.path, wanted.media_length, wanted.part)

    QTimer.singleShot(STARTED, console, follow)


def with_declaration(console: Console) -> None:
    """Ask, where it was started long before its time, what a live run is."""

    def get_ready() -> None:
        from ssc_console.console.declaring import Declaring

        console.also_shown(Declaring(console).present)

    QTimer.singleShot(SHOWN, console, get_ready)


def with_wakefulness(console: Console) -> None:
    """Keep the computer from sleeping while the show is live."""

    def get_ready() -> None:
        from ssc_console.awake import keeper
        from ssc_console.console.wakeful import Wakeful

        awake = keeper()
        console.also_shown(Wakeful(awake).present)
        running = QApplication.instance()
        assert running is not None
        running.aboutToQuit.connect(awake.let_go)

    QTimer.singleShot(STARTED, console, get_ready)


def run(console: Console, journal: str | None, keeper: "Keeper | None" = None, told_as: str = "") -> int:
    """Open the console and stay until it is closed; the exit status. The keeper has then kept what it can."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    if keeper is not None:
        keeper.show_on(console.desk.show_trouble)
    console.desk.report_wished.connect(lambda: _report(console, journal, told_as))
    console.open()
    running.commitDataRequest.connect(lambda _: console.let_go())
    QTimer.singleShot(PAINTED, running, lambda: sys.setswitchinterval(SWITCH))
    QTimer.singleShot(STARTED, console, lambda: _sweep(console))
    QTimer.singleShot(PAINTED, running, lambda: end_when_told(running))
    status = running.exec()
    QSettings("ssc-console", "ssc-console").sync()  # the desk has kept its place as it closed
    if keeper is not None:
        say(keeper.close(say))
    return status


def say(words: str) -> None:
    """Tell it to whoever started this, if the terminal is still there; nothing, where it is empty."""
    if words:
        with suppress(OSError):
            sys.stderr.write(f"{words}\n")


def _report(console: Console, journal: str | None, told_as: str) -> None:
    from ssc_console.console.reporting import show_report

    show_report(console, reports_of(journal), told_as)


def _sweep(console: Console) -> None:
    from ssc_console.console.sweeping import Sweeper

    console.also_shown(Sweeper(console).present)


def no_display() -> int:
    """Say that there is nothing to open a window on; the exit status."""
    sys.stderr.write(NO_DISPLAY + "\n")
    return 2
