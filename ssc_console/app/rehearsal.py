"""A rehearsal: the desk on a simulated clock, with a journal of its own."""

from ssc_console.app import parts
from ssc_console.clock import SimulatedClock
from ssc_console.console.application import has_display
from ssc_console.console.ticker import Knobs
from ssc_console.look import mode_look
from ssc_console.session import Session
from ssc_console.show.commands import Dismiss, Take
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant, WallInstant


def rehearse(wanted: parts.Wanted, at: WallInstant, speed: float, segment: str | None = None) -> int:
    """The desk on a simulated clock that begins at `at`, with that segment on air, if one is given."""
    if not has_display():
        return parts.no_display()
    from ssc_console.console.accounts import RehearsalAccount
    from ssc_console.console.keeper import Keeper
    from ssc_console.journal.places import rehearsals_journal
    from ssc_console.journal.run import REHEARSAL

    clock = SimulatedClock(ShowInstant(at), speed)
    keeper = Keeper(rehearsals_journal(wanted.journal), REHEARSAL, wanted.path, clock)
    show = parts.new_session(wanted, clock, keeper)
    if segment is not None:
        show.ask(Take(segment))
        put_away_what_is_past(show)
    comparison = RehearsalAccount(wanted.path, rehearsals_journal(wanted.journal))
    console = parts.console_of(wanted, show, clock, mode_look.REHEARSAL, Knobs(clock), comparison)
    parts.with_programme(console, wanted, mode_look.REHEARSAL.name)
    outputs = parts.with_outputs(console, clock) if wanted.outside else []
    parts.with_check(console, wanted, outputs)
    parts.with_file(console, wanted)
    return parts.run(console, wanted.journal, keeper, REHEARSAL)


def put_away_what_is_past(show: Session) -> None:
    """Calls of the show's beginning are none of a rehearsal that begins in its middle."""
    snapshot = show.snapshot()
    for cue in snapshot.cue_order():
        row = snapshot.cue(cue)
        if row.cue.segment is None and row.state is CueState.DUE:
            show.ask(Dismiss(cue))
