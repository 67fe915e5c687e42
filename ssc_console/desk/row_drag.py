"""A row of the rundown that is pulled elsewhere: how far, and before which segment it would come to stand.

Letting go moves nothing yet: the desk asks with what the move would do, and Enter does it.
"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from ssc_console.desk.rundown_model import RundownModel
from ssc_console.look.theme import Theme

FAR = 10
"""So many pixels up or down make a pull of a press."""


class RowDrag:
    """One pull, from the press to the release."""

    def __init__(self, view: QTableView, model: RundownModel) -> None:
        self._view = view
        self._model = model
        self._from: QPoint | None = None
        self._row: int | None = None

    def press(self, at: QPoint) -> None:
        """The pointer was pressed there; what heads a session is not pulled."""
        row = self._view.rowAt(at.y())
        self._from = at if row >= 0 and isinstance(self._model.line(row), str) else None
        self._row = None

    @property
    def is_on(self) -> bool:
        """Whether a row is being pulled."""
        return self._row is not None

    def move(self, at: QPoint, segment: str | None) -> bool:
        """The pointer is there now; whether that segment is being pulled."""
        if self._from is None or segment is None:
            return False
        if self._row is None and abs(at.y() - self._from.y()) < FAR:
            return False
        inside = self._view.viewport().rect().adjusted(-40, -40, 40, 40).contains(at)
        self._row = self._place(at) if inside else None
        return True

    def _place(self, at: QPoint) -> int:
        """The row above which it would stand."""
        row = self._view.rowAt(at.y())
        if row < 0:
            return 0 if at.y() < 0 else self._model.rowCount()
        rect = self._rect(row)
        return row if at.y() < rect.center().y() else row + 1

    def _rect(self, row: int) -> QRect:
        return self._view.visualRect(self._model.index(row))

    def release(self) -> str | None:
        """It is let go: before which segment it would stand, empty at the end; None: nothing was pulled."""
        row, self._from, self._row = self._row, None, None
        if row is None:
            return None
        below = (self._model.line(each) for each in range(row, self._model.rowCount()))
        return next((line for line in below if isinstance(line, str)), "")

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """A line where it would come to stand."""
        if self._row is None:
            return
        count = self._model.rowCount()
        y = self._rect(self._row).top() if self._row < count else self._rect(count - 1).bottom()
        painter.fillRect(0, y - 1, self._view.viewport().width(), 3, theme.accent)
