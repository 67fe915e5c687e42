"""A live run that was started long before its time: it is asked what it is, and looks like what was said."""

from ssc_console import timecode
from ssc_console.console.console import Console
from ssc_console.desk.bar import Query
from ssc_console.desk.keys import Wish
from ssc_console.look import mode_look
from ssc_console.show.declared import early_by
from ssc_console.show.snapshot import Snapshot

ANSWERS = (("It is the show", Wish.IS_SHOW), ("Only a rehearsal", Wish.IS_REHEARSAL))


class Declaring:
    """A surface of a live console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._is_rehearsal = False

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        is_rehearsal = snapshot.state.is_rehearsal is True
        if is_rehearsal is not self._is_rehearsal:
            self._is_rehearsal = is_rehearsal
            self._console.set_mode(mode_look.REHEARSED if is_rehearsal else mode_look.LIVE)
        self._console.desk.ask_about_run(query(snapshot))


def query(snapshot: Snapshot) -> Query | None:
    """What is to be asked; None: nothing."""
    early = early_by(snapshot.state)
    if early is None:
        return None
    words = (
        f"This was started {timecode.roughly(early)} before its time. Is it the show, or only a rehearsal?"
    )
    return Query(words, ANSWERS)
