"""What has changed in the agenda's file: each change with a tick, and first what it does to the end."""

from datetime import timedelta

from ssc_console.desk.board import Act, Choose, Line, Order, Page
from ssc_console.desk.effects import difference as effect_on
from ssc_console.desk.facts_card import Tone
from ssc_console.desk.reload_words import FIRM_WORDS, change_words, counted
from ssc_console.show.agenda_change import AgendaChange, ChangeName, Difference
from ssc_console.show.agenda_reload import is_of, why_firm
from ssc_console.show.commands import Reload
from ssc_console.show.effect import would_be
from ssc_console.show.instants import SECOND, ZERO
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.state import ShowState
from ssc_console.show.value import value

MOST = 120
"""So many changes have a line; the others are taken, or left, with all."""
ALL, NONE, ONE = "all", "none", "change "


@value
class _Sorted:
    """The changes as a state of the show has them."""

    takable: tuple[AgendaChange, ...]
    firm: tuple[AgendaChange, ...]


class ReloadBoard:
    """Remembers what is not to be taken."""

    def __init__(self, file: str, found: Difference) -> None:
        """`file` is the name of the agenda's file."""
        self._file = file
        self.found = found
        self._left: frozenset[ChangeName] = frozenset()
        self._of: ShowState | None = None
        self._sorted = _Sorted((), ())
        self._then: tuple[tuple[ChangeName, ...], ShowState | None] = ((), None)

    def choose(self, what: str) -> None:
        """Tick a change, or no longer; or all of them, or none."""
        if what == ALL:
            self._left = frozenset()
        elif what == NONE:
            self._left = frozenset(change.name for change in self._sorted.takable)
        else:
            name = self._sorted.takable[int(what.removeprefix(ONE))].name
            self._left ^= {name}

    def page(self, snapshot: Snapshot) -> Page:
        """What there is to see."""
        if not is_of(self.found, snapshot.state):
            return Page(f"Changed in {self._file}", "It is compared once more.", Tone.PLAIN, ())
        self._sort(snapshot.state)
        ticked = self._ticked()
        note, tone = self._note(snapshot, ticked)
        return Page(
            title=f"Changed in {self._file}",
            note=note,
            tone=tone,
            lines=(*self._lines(), *self._firm_lines()),
            main=self._main(ticked),
            others=self._others(ticked),
        )

    def _sort(self, state: ShowState) -> None:
        if self._of is state:
            return
        self._of = state
        takable: list[AgendaChange] = []
        firm: list[AgendaChange] = []
        for change in self.found.changes:
            (firm if why_firm(state, change) else takable).append(change)
        self._sorted = _Sorted(tuple(takable), tuple(firm))
        self._then = ((), None)

    def _ticked(self) -> tuple[ChangeName, ...]:
        return tuple(change.name for change in self._sorted.takable if change.name not in self._left)

    def _note(self, snapshot: Snapshot, ticked: tuple[ChangeName, ...]) -> tuple[str, Tone]:
        """The effect on the end of the show: the engine's own answer, worked out once a state."""
        if not self._sorted.takable:
            return "Nothing of it can be taken as the show stands.", Tone.PLAIN
        if not ticked:
            return "Nothing is ticked: the rundown stays as it is.", Tone.PLAIN
        if self._then[0] != ticked or self._then[1] is None:
            then = would_be(snapshot, Reload(self.found, ticked))
            self._then = (ticked, None if then is None else then.state)
        after = self._then[1]
        if after is None:
            return "This can't be taken like that: tick more of it.", Tone.WRONG
        then = Snapshot(after, max(snapshot.now, after.at))
        words = effect_on(snapshot, then)
        return words[0].upper() + words[1:], _tone(snapshot.to_hard_out, then.to_hard_out)

    def _main(self, ticked: tuple[ChangeName, ...]) -> Act | None:
        if not self._sorted.takable:
            return None
        count = len(ticked)
        words = "Take it" if count == len(self._sorted.takable) == 1 else f"Take {count}"
        order = Order(Reload(self.found, ticked)) if ticked else None
        return Act(words, order, "Take what is ticked; one undo takes all of it back")

    def _others(self, ticked: tuple[ChangeName, ...]) -> tuple[Act, ...]:
        if len(self._sorted.takable) < 2:
            return ()
        everything = len(ticked) == len(self._sorted.takable)
        return (Act("Tick none", Choose(NONE)),) if everything else (Act("Tick all", Choose(ALL)),)

    # ---- lines

    def _lines(self) -> tuple[Line, ...]:
        takable = self._sorted.takable
        if not takable:
            return ()
        lines = [
            self._line(place, change, ticked=change.name not in self._left)
            for place, change in enumerate(takable[:MOST])
        ]
        if len(takable) > MOST:
            lines.append(Line(f"and {len(takable) - MOST} more", counted(takable[MOST:])))
        return (Line("WOULD CHANGE", counted(takable), heading=True), *lines)

    def _line(self, place: int, change: AgendaChange, *, ticked: bool) -> Line:
        words = change_words(self.found, change)
        act = Act("Leave out" if ticked else "Tick", Choose(f"{ONE}{place}"))
        tone = Tone.FINE if ticked else Tone.PLAIN
        return Line(words.about, words.what, tone, words.more, (act,))

    def _firm_lines(self) -> tuple[Line, ...]:
        if not self._sorted.firm or self._of is None:
            return ()
        lines = []
        for change in self._sorted.firm[:MOST]:
            words = change_words(self.found, change)
            why = why_firm(self._of, change)
            below = "" if why is None else FIRM_WORDS[why]
            lines.append(Line(words.about, words.what, Tone.PLAIN, below))
        return (Line("STAYS AS IT IS", heading=True), *lines)


def _tone(before: timedelta, after: timedelta) -> Tone:
    if after <= -SECOND:
        return Tone.WRONG
    return Tone.FINE if after >= before or after >= ZERO else Tone.WATCH
