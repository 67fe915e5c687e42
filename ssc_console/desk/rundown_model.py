"""The rundown as a model for a view: a line each, worked out only for the lines that are looked at.

On a tick nothing is asked of the show but the row on air, unless the times to come have moved so far that
a minute in view may have changed; then the rows in view are looked at again. So a second costs the same
with ten segments as with ten thousand.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ssc_console import timecode
from ssc_console.desk.rundown_rows import (
    Header,
    Line,
    Note,
    Part,
    RowFace,
    changed,
    face,
    lines,
    spoken,
    steady_for,
    tip,
)
from ssc_console.show.figures import OnAirFigures
from ssc_console.show.instants import ZERO, WallInstant
from ssc_console.show.snapshot import Snapshot
from ssc_console.show.value import replace

Index = QModelIndex | QPersistentModelIndex


class RundownModel(QAbstractListModel):
    """The lines of the rundown. What was asked for is kept as it is painted, to compare with what is so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._order: tuple[str, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._row_of: dict[str, int] = {}
        self._faces: dict[str, RowFace] = {}
        self._notes: Mapping[str, Note] = {}
        self._base: WallInstant | None = None
        self._steady = ZERO
        self._looked_at: tuple[Snapshot, list[str]] | None = None

    @property
    def snapshot(self) -> Snapshot | None:
        """The show as it is shown."""
        return self._snapshot

    def row_of(self, segment_id: str | None) -> int | None:
        """Where a segment stands."""
        return self._row_of.get(segment_id) if segment_id is not None else None

    def line(self, row: int) -> Line:
        """What stands there."""
        return self._lines[row]

    def shown(self, row: int) -> Header | RowFace:
        """What is painted there."""
        line = self._lines[row]
        return line if isinstance(line, Header) else self.face(line)

    def headers(self) -> list[int]:
        """Where sessions begin."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Header)]

    def would_reorder(self, snapshot: Snapshot) -> bool:
        """Whether showing this would put lines elsewhere."""
        if self._snapshot is None:
            return True
        return not _same_state(snapshot, self._snapshot) and (
            snapshot.order != self._order or snapshot.rundown is not self._snapshot.rundown
        )

    def present(self, snapshot: Snapshot, first: int, last: int) -> dict[int, Part]:
        """Show this; rows outside `first` … `last` are worked out when they come into view.

        Returns:
            Rows that only need to be painted again, and what of them; where more changed, the view has been
            told. What is told is spoken by a screen reader: a countdown, every second, must not be.
        """
        reorder = self.would_reorder(snapshot)
        moved = self._has_moved(snapshot)
        self._snapshot = snapshot
        if reorder:
            self._rebuild(snapshot)
        elif moved:
            return self._look_again(first, last)
        elif snapshot.on_air is not None and self._counted(snapshot.on_air) is not None:
            return self._look_at(snapshot.on_air.segment.id)
        return {}

    def count(self, snapshot: Snapshot) -> dict[int, Part]:
        """Show this, where nothing but the live countdown has changed; answers as `present` does."""
        self._snapshot = snapshot
        counted = None if snapshot.on_air is None else self._counted(snapshot.on_air)
        if counted is None:
            return {}
        self._faces[counted.id] = counted
        return {self._row_of[counted.id]: Part.ALL if counted.overrun else Part.END}

    def _counted(self, on_air: OnAirFigures) -> RowFace | None:
        """The row on air with its countdown as it reads now; None: it reads as before, or is not shown."""
        shown, left = self._faces.get(on_air.segment.id), timecode.countdown(on_air.remaining)
        return None if shown is None or shown.end == left else replace(shown, end=left)

    def present_notes(self, notes: Mapping[str, Note], first: int, last: int) -> dict[int, Part]:
        """Show these words beside the segments that wait, by segment id; answers as `present` does."""
        if notes == self._notes:
            return {}
        self._notes = dict(notes)
        return self._look_again(first, last)

    def _has_moved(self, snapshot: Snapshot) -> bool:
        """Whether a row other than the one on air may read differently now."""
        base, before = _base(snapshot), self._base
        if _same_state(snapshot, self._snapshot):
            if base == before:
                return False
            if base is not None and before is not None and ZERO <= base - before < self._steady_for():
                return False
        self._base = base
        return True

    def _steady_for(self) -> timedelta:
        """How far all may move before a minute in view changes: worked out once something moves by itself."""
        if self._looked_at is not None:
            self._steady, self._looked_at = steady_for(*self._looked_at), None
        return self._steady

    def _rebuild(self, snapshot: Snapshot) -> None:
        self.beginResetModel()
        self._order = snapshot.order
        self._lines = lines(snapshot)
        self._row_of = {line: row for row, line in enumerate(self._lines) if isinstance(line, str)}
        self._faces = {}
        self._steady, self._looked_at = ZERO, None
        self.endResetModel()

    def _look_again(self, first: int, last: int) -> dict[int, Part]:
        """Compare what is in view; forget the rest, which is asked for when it comes into view."""
        in_view = [line for line in self._lines[first : last + 1] if isinstance(line, str)]
        known = [line for line in in_view if line in self._faces]
        self._faces = {line: self._faces[line] for line in known}
        found = {row: part for line in known for row, part in self._look_at(line).items()}
        if self._snapshot is not None:
            self._looked_at = (self._snapshot, in_view)
        return found

    def _look_at(self, segment_id: str) -> dict[int, Part]:
        if self._snapshot is None or segment_id not in self._faces:
            return {}
        before = self._faces[segment_id]
        now = face(self._snapshot, segment_id, self._notes.get(segment_id))
        self._faces[segment_id] = now
        row = self._row_of[segment_id]
        if (now.state, now.title, now.mark) != (before.state, before.title, before.mark):
            index = self.index(row)
            self.dataChanged.emit(index, index)
            return {}
        part = changed(before, now)
        return {} if part is None else {row: part}

    def face(self, segment_id: str) -> RowFace:
        """What the row of a segment shows."""
        if segment_id not in self._faces:
            note = self._notes.get(segment_id)
            self._faces[segment_id] = face(cast(Snapshot, self._snapshot), segment_id, note)
        return self._faces[segment_id]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._snapshot is None or not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.words if isinstance(line, Header) else spoken(self.face(line))
        if role == Qt.ItemDataRole.ToolTipRole and not isinstance(line, Header):
            return tip(self._snapshot, line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._lines[index.row()], Header):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _same_state(snapshot: Snapshot, other: Snapshot | None) -> bool:
    """Whether nothing has happened between the two; the revision alone starts again with a new run."""
    return other is not None and snapshot.state is other.state


def _base(snapshot: Snapshot) -> WallInstant | None:
    """What all times to come hang on: while it stands still, so do they."""
    if snapshot.on_air is None:
        return snapshot.expected_start if snapshot.started_at is None else snapshot.ended_at
    return snapshot.row(snapshot.on_air.segment.id).projected_end
