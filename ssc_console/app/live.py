"""The show itself: a new one, an interrupted one that is gone on with, or another console's, looked at."""

import os
import sys
from typing import TYPE_CHECKING

from ssc_console.app import parts
from ssc_console.clock import Clock, RealClock, wall_now
from ssc_console.console.application import has_display
from ssc_console.console.console import Console
from ssc_console.look import mode_look
from ssc_console.show.value import replace

if TYPE_CHECKING:
    from ssc_console.journal.owner import Owner, Ownership


def live(wanted: parts.Wanted) -> int:
    """The desk on the real clock; it goes on with an interrupted show, or looks on at another console's."""
    if not has_display():
        return parts.no_display()
    from ssc_console.journal.owner import Owner, take
    from ssc_console.journal.places import live_journal

    owned = take(live_journal(wanted.journal), wall_now())
    if isinstance(owned, Owner):
        return _look_on(wanted, owned)
    return _run_live(wanted, owned)


def _run_live(wanted: parts.Wanted, owned: "Ownership | None") -> int:
    from ssc_console.console.keeper import Keeper
    from ssc_console.journal.places import live_journal
    from ssc_console.journal.run import LIVE

    clock = RealClock()
    found = parts.interrupted(wanted.journal)
    keeper = Keeper(live_journal(wanted.journal), LIVE, wanted.path, clock)
    if found is None:
        console = parts.console_of(wanted, parts.new_session(wanted, clock, keeper), clock, mode_look.LIVE)
        parts.with_file(console, wanted)
    else:
        from ssc_console.console.recovery import Recovery

        recovery = Recovery(found, clock, keeper, parts.BY)
        console = parts.console_of(wanted, recovery.show, clock, mode_look.LIVE)
        recovery.offer(
            console,
            lambda: parts.new_session(wanted, clock, keeper, recovery.rundown),
            lambda agenda: parts.with_file(console, _of(wanted, agenda)),
        )
    # What is shown at first is the interrupted show: its videos lie beside its own file.
    theirs = wanted if found is None else _of(wanted, found.info.agenda)
    _with_what_a_live_show_has(console, theirs, clock)
    parts.with_wakefulness(console)
    status = parts.run(console, wanted.journal, keeper)
    if owned is not None:
        owned.let_go()
    return status


def _with_what_a_live_show_has(console: Console, wanted: parts.Wanted, clock: Clock) -> None:
    """What whoever runs the show has, and who only looks on has not."""
    parts.with_programme(console, wanted)
    parts.with_check(console, wanted, parts.with_outputs(console, clock))
    parts.with_declaration(console)


def _of(wanted: parts.Wanted, agenda: str | None) -> parts.Wanted:
    """The same about the file that a show was read from, if that is still there.

    A console that is opened in a hurry, after another one broke, is often given no file, or another one: its
    changes are none of the show that it goes on with.
    """
    return wanted if agenda is None or not os.path.isfile(agenda) else replace(wanted, path=agenda)


def _look_on(wanted: parts.Wanted, owner: "Owner") -> int:
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
    console = parts.console_of(wanted, lookout.show, lookout.clock, mode_look.LOOKING_ON)

    def run_it(agenda: str) -> None:
        theirs = _of(wanted, agenda)
        _with_what_a_live_show_has(console, theirs, lookout.clock)
        parts.with_file(console, theirs)

    taking = TakingOver(lookout, console, parts.BY, run_it)
    taking.offer(owner)
    parts.with_wakefulness(console)
    status = parts.run(console, wanted.journal)
    parts.say(taking.close(parts.say))
    return status
