"""What the modes are put together with."""

import subprocess
import sys

from pytestqt.qtbot import QtBot

from ssc_console.app.rehearsal import put_away_what_is_past
from ssc_console.clock import ScriptedClock
from ssc_console.desk import get_ready
from ssc_console.desk.desk import Desk
from ssc_console.session import Session
from ssc_console.show.commands import Take
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant
from tests.desk.evening import given
from tests.show.playbook import cue, instant, rundown, segment
from tests.staged import Stage


def test_a_rehearsal_that_begins_in_the_middle_is_not_called_to_the_beginning():
    of = rundown(
        segment("a"),
        segment("b", cues=(cue("b/1", "start"),)),
        cues=(cue("show/1", "25:00 before start"), cue("show/2", "1:00 before hard out")),
    )
    show = Session(of, ScriptedClock(ShowInstant(instant("10:35:00"))), by="test")
    show.ask(Take("b"))
    put_away_what_is_past(show)
    snapshot = show.snapshot()
    states = {id_: snapshot.cue(id_).state for id_ in snapshot.state.cues}
    assert states == {"show/1": CueState.DISMISSED, "show/2": CueState.PENDING, "b/1": CueState.DUE}


def test_the_modules_of_a_desk_are_imported_by_pythons_own_import() -> None:
    """PySide's reads the source of each: the desk would open a tenth later."""
    script = (
        "import builtins as b; own = b.__import__; import ssc_console.app.live; assert b.__import__ is own"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_desk_is_shown_before_its_keys_are_made(qtbot: QtBot) -> None:
    made = Desk(lambda *_: None, given())
    qtbot.addWidget(made)
    assert not made.actions()
    made.show()
    qtbot.waitUntil(lambda: bool(made.actions()))


def test_the_page_of_the_running_show_has_been_painted_before_the_show_is_started(qtbot: QtBot) -> None:
    made = Desk(lambda *_: None, given())
    qtbot.addWidget(made)
    made.present(Stage().seen)
    made.show()
    list(get_ready.parts(made))
    live = made.contents.live
    assert not live.isVisible()
    assert live.size() == made.contents.before.size()
    assert live.strip._picture is not None
