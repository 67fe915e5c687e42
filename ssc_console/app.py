"""Puts the parts together for a mode: a clock, what is shown, a journal, the desk. Alone knows them all."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import ssc_console.console.quick_imports  # noqa: F401 - before the first of Qt

# isort: split
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from ssc_console.clock import Clock, RealClock, SimulatedClock, wall_now
from ssc_console.console.application import NO_DISPLAY, application, end_when_told, has_display
from ssc_console.console.console import Console, plan_notes
from ssc_console.console.ticker import Knobs, Shown
from ssc_console.look import mode_look
from ssc_console.look.mode_look import ModeLook
from ssc_console.session import Session
from ssc_console.show.commands import Dismiss, Take
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant, WallInstant
from ssc_console.show.rundown import EventInfo, Rundown
from ssc_console.show.value import replace, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ssc_console.agenda import Loaded
    from ssc_console.console.keeper import Keeper
    from ssc_console.console.kept import Kept
    from ssc_console.console.outside import Outside
    from ssc_console.desk.account import Comparison
    from ssc_console.journal.owner import Owner, Ownership
    from ssc_console.journal.run import KeptRun
    from ssc_console.preflight.item import Item
    from ssc_console.settings.values import Settings

BY = "desk"
STARTED = 2_000
"""Milliseconds after which all that a press may need has been made."""
SHOWN = 300
"""Milliseconds after which the desk has been painted, and what it need not wait for is loaded."""
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


# ---- rehearsal


def rehearse(wanted: Wanted, at: WallInstant, speed: float, segment: str | None = None) -> int:
    """The desk on a simulated clock that begins at `at`, with that segment on air, if one is given."""
    if not has_display():
        return _no_display()
    from ssc_console.console.accounts import RehearsalAccount
    from ssc_console.console.keeper import Keeper
    from ssc_console.journal.places import rehearsals_journal
    from ssc_console.journal.run import REHEARSAL

    clock = SimulatedClock(ShowInstant(at), speed)
    keeper = Keeper(rehearsals_journal(wanted.journal), REHEARSAL, wanted.path, clock)
    show = _new(wanted, clock, keeper)
    if segment is not None:
        show.ask(Take(segment))
        put_away_what_is_past(show)
    comparison = RehearsalAccount(wanted.path, rehearsals_journal(wanted.journal))
    console = _console(wanted, show, clock, mode_look.REHEARSAL, Knobs(clock), comparison)
    _with_programme(console, wanted, mode_look.REHEARSAL.name)
    outputs = _with_outputs(console, clock) if wanted.outside else []
    _with_check(console, wanted, outputs)
    _with_file(console, wanted)
    return _run(console, wanted.journal, keeper, REHEARSAL)


def put_away_what_is_past(show: Session) -> None:
    """Calls of the show's beginning are none of a rehearsal that begins in its middle."""
    snapshot = show.snapshot()
    for cue in snapshot.cue_order():
        row = snapshot.cue(cue)
        if row.cue.segment is None and row.state is CueState.DUE:
            show.ask(Dismiss(cue))


# ---- live


def live(wanted: Wanted) -> int:
    """The desk on the real clock; it goes on with an interrupted show, or looks on at another console's."""
    if not has_display():
        return _no_display()
    from ssc_console.journal.owner import Owner, take
    from ssc_console.journal.places import live_journal

    owned = take(live_journal(wanted.journal), wall_now())
    if isinstance(owned, Owner):
        return _look_on(wanted, owned)
    return _run_live(wanted, owned)


def _run_live(wanted: Wanted, owned: "Ownership | None") -> int:
    from ssc_console.console.keeper import Keeper
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.run import LIVE

    clock = RealClock()
    found = interrupted(wanted.journal)
    keeper = Keeper(live_journal(wanted.journal), LIVE, wanted.path, clock)
    if found is None:
        console = _console(wanted, _new(wanted, clock, keeper), clock, mode_look.LIVE)
        _with_file(console, wanted)
    else:
        from ssc_console.console.recovery import Recovery

        recovery = Recovery(found, clock, keeper, BY)
        console = _console(wanted, recovery.show, clock, mode_look.LIVE)
        recovery.offer(
            console,
            lambda: _new(wanted, clock, keeper, recovery.rundown),
            lambda agenda: _with_file(console, _of(wanted, agenda)),
        )
    _with_what_a_live_show_has(console, wanted, clock)
    _with_wakefulness(console)
    status = _run(console, wanted.journal, keeper)
    if owned is not None:
        owned.let_go()
    return status


def _with_what_a_live_show_has(console: Console, wanted: Wanted, clock: Clock) -> None:
    """What whoever runs the show has, and who only looks on has not."""
    _with_programme(console, wanted)
    _with_check(console, wanted, _with_outputs(console, clock))
    _with_declaration(console)


def _of(wanted: Wanted, agenda: str | None) -> Wanted:
    """The same about the file that a show was read from, if that is still there.

    A console that is opened in a hurry, after another one broke, is often given no file, or another one: its
    changes are none of the show that it goes on with.
    """
    return wanted if agenda is None or not os.path.isfile(agenda) else replace(wanted, path=agenda)


def _look_on(wanted: Wanted, owner: "Owner") -> int:
    """Show what the other console does; once that one is gone, a person may take over."""
    from ssc_console.console.lookout import Lookout, TakingOver
    from ssc_console.journal.file import JournalProblem
    from ssc_console.journal.places import live_journal

    journal = live_journal(wanted.journal)
    try:
        lookout = Lookout(journal)
    except JournalProblem as why:
        sys.stderr.write(f"{owner.words} has the live show, and there is nothing to look at yet. {why}\n")
        return 1
    console = _console(wanted, lookout.show, lookout.clock, mode_look.LOOKING_ON)

    def run_it(agenda: str) -> None:
        theirs = _of(wanted, agenda)
        _with_what_a_live_show_has(console, theirs, lookout.clock)
        _with_file(console, theirs)

    taking = TakingOver(lookout, console, BY, run_it)
    taking.offer(owner)
    _with_wakefulness(console)
    status = _run(console, wanted.journal)
    _say(taking.close(_say))
    return status


# ---- replay


def replay(run: "KeptRun", look: str | None, speed: float, journal: str | None) -> int:
    """A run again, on the desk, only to be looked at."""
    if not has_display():
        return _no_display()
    from ssc_console.console.replaying import Replaying

    replaying = Replaying(run, speed)
    settings = _kept()
    _, colours = application(look, settings)
    console = Console(
        replaying.show,
        colours,
        replaying.clock,
        mode_look.REPLAY,
        replaying.knobs,
        settings,
        reports=_reports(journal),
    )
    replaying.steer(console)
    return _run(console, journal)


# ---- the check before the show


def preflight(rundown: Rundown, agenda: str, journal: str | None) -> "list[Item]":
    """Everything that the show needs, looked at now, in this process."""
    from PySide6.QtGui import QGuiApplication

    from ssc_console.console.obs_check import look_at_obs
    from ssc_console.journal.places import folder
    from ssc_console.preflight.confirmations import confirmations
    from ssc_console.preflight.monitors import monitors
    from ssc_console.preflight.sources import items
    from ssc_console.preflight.subject import Subject

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QGuiApplication.instance() or QGuiApplication(["ssc-console"])
    assert isinstance(running, QGuiApplication)
    screens = running.screens() if running.platformName() != "offscreen" else []
    sizes = [(screen.size().width(), screen.size().height()) for screen in screens]
    subject = Subject(rundown=rundown, folder=os.path.dirname(agenda), journal=str(folder(journal)))
    outside = look_at_obs(rundown, _settings_of_the_file())
    return [*items(subject), monitors(sizes), *outside, *confirmations(rundown)]


# ---- what the modes share


def _new(wanted: Wanted, clock: Clock, keeper: "Keeper", instead: Rundown | None = None) -> Session:
    rundown = wanted.loaded.rundown or instead
    assert rundown is not None
    return Session(rundown, clock, by=BY, journal=keeper.journal)


def _console(
    wanted: Wanted,
    show: Shown,
    clock: Clock,
    mode: ModeLook,
    controls: Knobs | None = None,
    comparison: "Comparison | None" = None,
) -> Console:
    settings = _kept()
    _, colours = application(wanted.look, settings)
    console = Console(
        show,
        colours,
        clock,
        mode,
        controls,
        settings,
        plan_notes(wanted.loaded),
        reports=_reports(wanted.journal),
        comparison=comparison,
    )
    _with_settings(console, settings)
    return console


def _kept() -> "Kept":
    from ssc_console.console.kept import Kept
    from ssc_console.settings.file import settings_file

    return Kept(settings_file(), QSettings("ssc-console", "ssc-console"))


def _with_settings(console: Console, kept: "Kept") -> None:
    """Put the settings in force, as soon as the desk is painted, and whenever they change."""

    def get_ready() -> None:
        from ssc_console.console.choices import Choices

        Choices(console, kept)

    QTimer.singleShot(SHOWN, console, get_ready)


def _reports(journal: str | None) -> str:
    """Beside what they are made from."""
    from ssc_console.journal.places import folder

    return str(folder(journal) / "reports")


def _with_programme(console: Console, wanted: Wanted, mode: str = "") -> None:
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


def _with_outputs(console: Console, clock: Clock) -> "list[Outside]":
    """Let cues reach OBS and other programs; what does so is in the list once it has been made."""
    made: list[Outside] = []

    def get_ready() -> None:
        from ssc_console.console.outside import Outside

        outside = Outside(console, clock, None)
        outside.choose_obs(_settings_of_the_file())
        made.append(outside)

    QTimer.singleShot(SHOWN, console, get_ready)
    return made


def _settings_of_the_file() -> "Settings":
    from ssc_console.settings.file import read, settings_file

    return read(settings_file()).settings


def _with_check(console: Console, wanted: Wanted, outputs: "Sequence[Outside]" = ()) -> None:
    """Look before the show, once the desk is open, at everything that it needs."""

    def look() -> None:
        from ssc_console.console.checking import Checking
        from ssc_console.journal.places import folder

        checking = Checking(console, wanted.path, str(folder(wanted.journal)))
        for output in outputs:
            checking.nearby.append(output.items)
            output.obs_stands.connect(checking.show)

    QTimer.singleShot(STARTED, console, look)


def _with_file(console: Console, wanted: Wanted) -> None:
    """Follow the agenda's file, once the desk is open, as it is saved."""

    def follow() -> None:
        from ssc_console.console.reloading import Reloading

        Reloading(console, wanted.path, wanted.media_length, wanted.part)

    QTimer.singleShot(STARTED, console, follow)


def _with_declaration(console: Console) -> None:
    """Ask, where it was started long before its time, what a live run is."""

    def get_ready() -> None:
        from ssc_console.console.declaring import Declaring

        console.also_shown(Declaring(console).present)

    QTimer.singleShot(SHOWN, console, get_ready)


def _with_wakefulness(console: Console) -> None:
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


def _run(console: Console, journal: str | None, keeper: "Keeper | None" = None, told_as: str = "") -> int:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    if keeper is not None:
        keeper.show_on(console.desk.show_trouble)
    console.desk.report_wished.connect(lambda: _report(console, journal, told_as))
    sys.setswitchinterval(SWITCH)
    console.open()
    running.commitDataRequest.connect(lambda _: console.let_go())
    QTimer.singleShot(STARTED, console, lambda: _sweep(console))
    QTimer.singleShot(0, running, lambda: end_when_told(running))
    status = running.exec()
    QSettings("ssc-console", "ssc-console").sync()  # the desk has kept its place as it closed
    if keeper is not None:
        _say(keeper.close(_say))
    return status


def _say(words: str) -> None:
    if words:
        sys.stderr.write(f"{words}\n")


def _report(console: Console, journal: str | None, told_as: str) -> None:
    from ssc_console.console.reporting import show_report

    show_report(console, _reports(journal), told_as)


def _sweep(console: Console) -> None:
    from ssc_console.console.sweeping import Sweeper

    console.also_shown(Sweeper(console).present)


def _no_display() -> int:
    sys.stderr.write(NO_DISPLAY + "\n")
    return 2
