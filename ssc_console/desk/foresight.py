"""What the next press brings, shown to nobody: so that the press finds its words shaped.

To shape a text takes several times as long as to paint it, and a press brings many that were not there yet.
It is done as soon as a press is painted: another one that came so soon would not count (`press_guard`).
"""

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ssc_console.desk.contents import Contents
from ssc_console.desk.given import Given
from ssc_console.desk.press import Accept, Press
from ssc_console.desk.unseen import paint_unseen
from ssc_console.show.apply import apply
from ssc_console.show.commands import Refused, Request
from ssc_console.show.engine import decide
from ssc_console.show.instants import SECOND, ShowInstant
from ssc_console.show.snapshot import Snapshot

if TYPE_CHECKING:
    from ssc_console.desk.desk import Desk

PAINTED = 50
"""Milliseconds after which what a press has brought is on the screen."""


class Foresight(QObject):
    """Looks one press ahead whenever the next one comes to mean something else."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._unseen: Contents | None = None
        self._made_like: tuple[Contents, Given] | None = None
        self._followed: Press | None = None
        self._rest: Iterator[None] = iter(())
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        if desk.snapshot is not None:
            self.follow(desk.snapshot)

    @property
    def is_ready(self) -> bool:
        """Whether all that the next press brings has been painted by now."""
        return not self._soon.isActive()

    def follow(self, snapshot: Snapshot) -> None:
        """This is shown now."""
        press, before = self._desk.contents.bottom.big.means, self._followed
        if press is None or press is before or not self._desk.given.mode.acts:
            return  # in most seconds nothing is worked out
        self._followed = press
        if before is None or press.meaning != before.meaning:
            self._rest = self._parts(snapshot, press)
            self._soon.start(PAINTED)

    def _go_on(self) -> None:
        """A part at each turn of the loop: what a person does meanwhile comes between."""
        if next(self._rest, self) is not self:
            self._soon.start(0)

    def _parts(self, snapshot: Snapshot, press: Press) -> Iterator[None]:
        after = foreseen(snapshot, press)
        if after is None:
            return
        unseen = self._contents()
        yield
        script = self._desk.contents.live.centre.script
        unseen.live.centre.script.set_size(script.size_shown)
        yield
        unseen.present(after)
        yield
        for part in _parts_of(unseen):
            paint_unseen(part)
            yield
        self._desk.contents.get_ready_for(after)

    def _contents(self) -> Contents:
        """Others than those that are shown, made as these are, and of their size."""
        desk = self._desk
        made_like = desk.contents, desk.given
        if self._unseen is None or made_like != self._made_like:
            if self._unseen is not None:
                self._unseen.deleteLater()
            self._unseen, self._made_like = Contents(desk.given), made_like
        self._unseen.setScreen(desk.screen())
        self._unseen.resize(desk.contents.size())
        self._unseen.more_notes = desk.contents.more_notes
        return self._unseen


def foreseen(snapshot: Snapshot, press: Press) -> Snapshot | None:
    """The show after that press, once that is not taken for a bounce any more; None: it brings nothing."""
    if press.command is None or isinstance(press.command, Accept):
        return None
    state, guards = snapshot.state, snapshot.state.guards
    at = ShowInstant(snapshot.now + max(guards.after_take, guards.after_automatic_take) + SECOND)
    try:
        events = decide(state, Request(press.command, "desk", press.seen), at)
    except Refused:
        return None
    return Snapshot(reduce(apply, events, state), at)


def _parts_of(contents: Contents) -> Iterator[QWidget]:
    """Header, bottom, and the parts of the page: each takes a few milliseconds to paint."""
    for part in _shown(contents):
        if part in (contents.header, contents.bottom):
            yield part
        else:
            yield from _shown(part)


def _shown(parent: QWidget) -> list[QWidget]:
    return [part for part in parent.children() if isinstance(part, QWidget) and not part.isHidden()]
