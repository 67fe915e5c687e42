"""What the modes are put together with."""

import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ssc_console.agenda.loading import load
from ssc_console.app import live
from ssc_console.app.parts import Wanted
from ssc_console.app.rehearsal import put_away_what_is_past
from ssc_console.clock import RealClock, ScriptedClock
from ssc_console.console.keeper import Keeper
from ssc_console.desk import get_ready
from ssc_console.desk.desk import Desk
from ssc_console.desk.keys import Wish
from ssc_console.journal.owner import Ownership, take
from ssc_console.journal.places import live_journal
from ssc_console.journal.run import LIVE
from ssc_console.session import Session
from ssc_console.show.commands import Start, Take
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant
from tests.console.test_reloading import AGENDA, LONGER
from tests.desk.evening import given
from tests.journal.runs import NOW
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
    made.resize(1440, 900)
    made.present(Stage().seen)
    made.show()
    list(get_ready.parts(made))
    live = made.contents.live
    assert not live.isVisible()
    assert live.size() == made.contents.before.size()
    assert live.strip._picture is not None


@pytest.mark.parametrize("has_started", [True, False])
def test_who_takes_a_show_over_follows_the_file_that_it_was_read_from(
    qtbot: QtBot, tmp_path: Path, has_started: bool
) -> None:
    """And not the one that this console was opened on, which may be another show's."""
    theirs, ours = tmp_path / "theirs.yaml", tmp_path / "ours.yaml"
    theirs.write_text(AGENDA)
    ours.write_text(AGENDA.replace("A show", "Another show"))
    of, journal = load(theirs).rundown, live_journal(str(tmp_path))
    assert of is not None
    owned = take(journal, NOW)
    assert isinstance(owned, Ownership)
    clock = RealClock()
    keeper = Keeper(journal, LIVE, str(theirs), clock)
    running = Session(of, clock, by="desk", journal=keeper.journal)
    if has_started:
        running.ask(Start())
    keeper.close()
    told: list[str] = []
    consoles: list[QObject] = []

    def looks_on() -> None:
        desk = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Desk))
        consoles.append(desk.errands._ask.__self__)  # type: ignore[attr-defined]
        owned.let_go()
        qtbot.waitUntil(lambda: desk.contents.bottom.big.text() == "Run the show from here")
        desk.accepted.emit()
        theirs.write_text(LONGER)

        def is_told() -> bool:
            notice = desk.dock.notice
            return notice is not None and "theirs.yaml" in notice.words and "1 retimed" in notice.words

        try:
            qtbot.waitUntil(is_told, timeout=30_000)
            told.append("" if desk.dock.notice is None else desk.dock.notice.words)
            desk.obey(Wish.RELOAD)
            told.append(type(desk.dock.board).__name__)
        finally:
            desk.let_go()
            desk.close()

    QTimer.singleShot(500, looks_on)
    assert live.live(Wanted(path=str(ours), loaded=load(ours), journal=str(tmp_path))) == 0
    shiboken6.delete(consoles[0])  # as the end of its process would
    asks = "theirs.yaml has changed: 1 retimed. The show stays as it is until you take it."
    taken = "theirs.yaml was saved and is taken: 1 retimed. Undo takes it back."
    assert told[0] == (asks if has_started else taken)
    assert (told[1] == "ReloadBoard") is has_started
