"""The cues as a model for a view: those to come, then, folded away, those that are finished."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from ssc_console.desk.cue_order import SteadyOrder
from ssc_console.desk.cue_rows import FINISHED, FOR_EVER, CueFace, face, holds_for, spoken, tip
from ssc_console.show.change import next_turn
from ssc_console.show.commands import SeenCue
from ssc_console.show.figures import CueState
from ssc_console.show.instants import ShowInstant
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.timeline import timeline

Index = QModelIndex | QPersistentModelIndex
FOLD = ""
"""The line that folds the finished ones away; no cue has this id."""
AT_ONCE = 12
"""So many more cues are listed when the view comes to the last one."""


class CueModel(QAbstractListModel):
    """The lines of the cue list. Only what is asked for is worked out.

    Attributes:
        size_of: How large the line of a row is painted; None: the view's own way.
    """

    def __init__(self, order: SteadyOrder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steady = order
        self.size_of: Callable[[int], QSize] | None = None
        self._snapshot: Snapshot | None = None
        self._lines: list[str] = []
        self._faces: dict[str, CueFace] = {}
        self._finished: tuple[str, ...] = ()
        self._limit = AT_ONCE
        self._folded = True
        self._holds_until: ShowInstant | None = None
        self._in_view: range | None = None  # what it was presented for; None: `_holds_until` is worked out

    @property
    def snapshot(self) -> Snapshot | None:
        """The show as it is shown."""
        return self._snapshot

    @property
    def folded(self) -> bool:
        """Whether the finished ones are folded away."""
        return self._folded

    def line(self, row: int) -> str:
        """The cue that stands there, or `FOLD`."""
        return self._lines[row]

    def holds(self, snapshot: Snapshot) -> bool:
        """Whether what was presented last is still so: most seconds change nothing here."""
        before = self._snapshot
        if before is None or snapshot.state is not before.state:
            return False
        if self._in_view is not None:  # worked out when time has passed: a press need not wait for it
            self._holds_until, self._in_view = self._until(before, self._in_view), None
        return self._holds_until is not None and before.now <= snapshot.now < self._holds_until

    def look_again(self) -> None:
        """Other rows have come into view, or the order may change at last: nothing holds any more."""
        self._holds_until = self._in_view = None

    def _until(self, snapshot: Snapshot, in_view: Iterable[int]) -> ShowInstant | None:
        if timeline(snapshot.state).horizon.moves(snapshot.now) or self._steady.shown != snapshot.cue_order():
            return None  # what is due moves with the time, or an order waits to be shown
        cues = (self._lines[row] for row in in_view if row < len(self._lines))
        steps = [holds_for(snapshot, cue) for cue in cues if cue != FOLD]
        quiet = ShowInstant(snapshot.now + min(steps, default=FOR_EVER))
        return min(quiet, next_turn(snapshot.state, snapshot.now) or quiet)

    def present(self, snapshot: Snapshot, in_view: range) -> dict[int, bool]:
        """Show this.

        Returns:
            Rows in view that only need to be painted again, and whether only their badge has changed; where
            more changed, the view has been told (and a screen reader speaks, as it must not every second).
        """
        before, self._snapshot = self._snapshot, snapshot
        if before is None or snapshot.state is not before.state:
            self._finished = snapshot.finished_cues()
            self._acknowledge(snapshot)
        self._steady.arrange(snapshot.cue_order())
        self._arrange()
        changed = self._look_again(in_view)
        self._steady.paint_first(self._painted_first())
        self._in_view = in_view
        return changed

    def _acknowledge(self, snapshot: Snapshot) -> None:
        """What was painted as to be done, and is done or dismissed now, is acknowledged where it stands."""
        for cue in self._finished:
            was = self._faces.get(cue)
            came_to = snapshot.cue(cue).state if was is not None and was.state not in FINISHED else None
            if came_to in (CueState.DONE, CueState.DISMISSED):
                self._steady.acknowledge(cue)

    def fold(self, *, folded: bool) -> None:
        """Fold the finished ones away, or show them."""
        if folded != self._folded:
            self._folded = folded
            self._arrange()
            self._tell(FOLD)

    def _arrange(self) -> None:
        order = self._steady.shown
        wanted = list(order[: self._limit])
        kept = set(order)
        finished = [cue for cue in self._finished if cue not in kept]
        if finished:
            wanted += [FOLD, *([] if self._folded else finished)]
        if wanted != self._lines:
            self._become(wanted)

    def _become(self, wanted: list[str]) -> None:
        """Tell the view line by line, so that it keeps its place and its selection."""
        staying = set(wanted)
        for row in reversed(range(len(self._lines))):
            if self._lines[row] not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
        here = set(self._lines)
        for row, line in enumerate(wanted):
            if row < len(self._lines) and self._lines[row] == line:
                continue
            if line in here:
                at = self._lines.index(line)
                self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
                self._lines.insert(row, self._lines.pop(at))
                self.endMoveRows()
            else:
                self.beginInsertRows(QModelIndex(), row, row)
                self._lines.insert(row, line)
                self.endInsertRows()

    def _look_again(self, in_view: Iterable[int]) -> dict[int, bool]:
        """Compare what is in view with what is so; forget the rest."""
        rows = {self._lines[row]: row for row in in_view if row < len(self._lines)}
        old = self._faces
        self._faces = {}
        only_painted: dict[int, bool] = {}
        for cue_id, row in rows.items():
            if cue_id == FOLD or cue_id not in old:
                continue
            now, before = self.face(cue_id), old[cue_id]
            if (now.state, now.title, now.acts) != (before.state, before.title, before.acts):
                self._tell(cue_id)
            elif len(now.badge) > max(len(before.badge), len("DUE 00:00")):
                self._tell(cue_id)  # due for an hour: the title makes room
            elif now != before:
                only_painted[row] = now.detail == before.detail
        return only_painted

    def _tell(self, line: str) -> None:
        if line in self._lines:
            index = self.index(self._lines.index(line))
            self.dataChanged.emit(index, index)

    def _painted_first(self) -> SeenCue | None:
        """The first that can be acted on: what was just done may still stand above it."""
        for line in self._lines:
            if line == FOLD:
                return None
            shown = self.face(line)
            again = self._snapshot is not None and line in self._snapshot.photo_again
            if again or shown.state not in FINISHED:
                return SeenCue(shown.id, shown.state.value)
        return None

    def face(self, cue_id: str) -> CueFace:
        """What the row of a cue shows, as it is painted."""
        if cue_id not in self._faces:
            self._faces[cue_id] = face(cast(Snapshot, self._snapshot), cue_id)
        return self._faces[cue_id]

    def shown(self, row: int) -> CueFace | None:
        """What is painted there; None: the line that folds."""
        line = self._lines[row]
        return None if line == FOLD else self.face(line)

    def fold_words(self) -> str:
        """What the folding line says."""
        kept = set(self._steady.shown)
        return f"{sum(1 for cue in self._finished if cue not in kept)} finished"

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._snapshot is None or not index.isValid() or index.row() >= len(self._lines):
            return None
        if role == Qt.ItemDataRole.SizeHintRole:
            return None if self.size_of is None else self.size_of(index.row())
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            folded = ", folded" if self._folded else ""
            return self.fold_words() + folded if line == FOLD else spoken(self.face(line))
        if role == Qt.ItemDataRole.ToolTipRole and line != FOLD:
            return tip(self._snapshot, line)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._limit < len(self._steady.shown)

    def fetchMore(self, parent: Index) -> None:
        self._limit += AT_ONCE
        self._arrange()
