"""A table of a page on the desk: columns as wide as their figures are, the rest for names and words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ssc_console.desk.page_parts import ink
from ssc_console.look import fonts
from ssc_console.look.text import LEFT, RIGHT, Block, Style, line, widest, width
from ssc_console.look.theme import Theme
from ssc_console.page import Cell, Row, Table
from ssc_console.show.value import value

_HEADING = Style(18, fonts.BOLD)
_LEAD = Style(14, lines=6)
_COLUMN = Style(12, fonts.SEMIBOLD)
_GROUP = Style(13, fonts.BOLD)
_CELL = Style(15)
_TOTAL = Style(15, fonts.BOLD)
_MAIN = Style(15, fonts.MEDIUM, lines=40)
_BELOW = Style(13, lines=40)
_GAP = 18
_WORDS_MOST = 0.3
"""Of the width, for a column that is neither figures nor the main one."""
_HEADING_HIGH, _COLUMN_HIGH, _GROUP_HIGH = 32, 26, 34
_PAD = 8


@value
class _Laid:
    """A row as it was laid out; `main` and `below` are the words of its main column."""

    row: Row
    top: float
    high: float
    main: Block
    below: Block


class TablePart:
    """A heading, a sentence, the columns, the rows."""

    def __init__(self, theme: Theme, table: Table) -> None:
        self._theme = theme
        self._table = table
        self._main = next(place for place, column in enumerate(table.columns) if column.main)
        self._lead = Block(_LEAD)
        self._columns: list[tuple[float, float]] = []
        self._rows: list[_Laid] = []
        self._head = 0.0

    # ---- layout

    def lay(self, wide: float) -> float:
        """Columns first, then row by row."""
        table = self._table
        self._lead.lay(table.lead if table.rows else table.empty, wide)
        self._head = _HEADING_HIGH + (self._lead.height + 6 if self._lead.text else 0)
        self._columns = self._edges(wide)
        self._rows = []
        top = self._head + (_COLUMN_HIGH if table.rows else 0)
        for row in table.rows:
            laid = self._laid(row, top)
            self._rows.append(laid)
            top += laid.high
        return top

    def _edges(self, wide: float) -> list[tuple[float, float]]:
        """Where each column begins, and how wide it is."""
        rows = [row.cells for row in self._table.rows if not row.is_heading]
        wides = []
        for place, column in enumerate(self._table.columns):
            cells = [] if column.main else [cells[place].text for cells in rows]  # that one has the rest
            needed = max(width(column.name, _COLUMN), widest(cells, _TOTAL)) + 2
            wides.append(needed if column.figures else min(needed, wide * _WORDS_MOST))
        main = self._main
        wides[main] = 0.0
        wides[main] = max(wide - sum(wides) - _GAP * (len(wides) - 1), wide * 0.2)
        edges, x = [], 0.0
        for each in wides:
            edges.append((x, each))
            x += each + _GAP
        return edges

    def _laid(self, row: Row, top: float) -> _Laid:
        if row.is_heading:
            return _Laid(row, top, _GROUP_HIGH, Block(_GROUP), Block(_BELOW))
        cell, (_, wide) = row.cells[self._main], self._columns[self._main]
        main = Block(_TOTAL if row.is_total else _MAIN).lay(cell.text, wide)
        below = Block(_BELOW)
        if cell.below:
            below.lay(cell.below, wide)
        high = main.height + (below.height + 1 if cell.below else 0) + 2 * _PAD
        return _Laid(row, top, high, main, below)

    # ---- painting

    def paint(self, painter: QPainter, y: float, room: QRectF) -> None:
        """What of it is in the room."""
        theme, table = self._theme, self._table
        line(painter, QRectF(room.x(), y, room.width(), 24), table.heading, _HEADING, theme.text)
        self._lead.draw(painter, room.x(), y + _HEADING_HIGH, theme.text_dim)
        if table.rows:
            self._paint_columns(painter, y + self._head, room)
        for laid in self._rows:
            if y + laid.top < room.bottom() and y + laid.top + laid.high > room.y():
                self._paint_row(painter, laid, y + laid.top, room)

    def _paint_columns(self, painter: QPainter, y: float, room: QRectF) -> None:
        for column, (x, wide) in zip(self._table.columns, self._columns, strict=True):
            where = QRectF(room.x() + x, y, wide, _COLUMN_HIGH - 4)
            line(
                painter, where, column.name, _COLUMN, self._theme.text_dim, RIGHT if column.figures else LEFT
            )
        rule = QRectF(room.x(), y + _COLUMN_HIGH - 1, room.width(), 1)
        painter.fillRect(rule, self._theme.line_strong)

    def _paint_row(self, painter: QPainter, laid: _Laid, y: float, room: QRectF) -> None:
        theme, row = self._theme, laid.row
        if row.is_heading:
            where = QRectF(room.x(), y + 10, room.width(), 20)
            line(painter, where, row.cells[0].text.upper(), _GROUP, theme.text_dim)
        else:
            if row.is_total:
                painter.fillRect(QRectF(room.x(), y, room.width(), 2), theme.line_strong)
            for place, cell in enumerate(row.cells):
                self._paint_cell(painter, place, cell, laid, y, room)
        painter.fillRect(QRectF(room.x(), y + laid.high - 1, room.width(), 1), theme.line)

    def _paint_cell(
        self, painter: QPainter, place: int, cell: Cell, laid: _Laid, y: float, room: QRectF
    ) -> None:
        column, (x, wide) = self._table.columns[place], self._columns[place]
        colour = ink(self._theme, cell.tone)
        if column.main:
            laid.main.draw(painter, room.x() + x, y + _PAD, colour)
            below = y + _PAD + laid.main.height + 1
            laid.below.draw(painter, room.x() + x, below, self._theme.text_dim)
            return
        style = _TOTAL if laid.row.is_total else _CELL
        where = QRectF(room.x() + x, y + _PAD, wide, Block(style).lay("0", wide).height)
        line(painter, where, cell.text, style, colour, RIGHT if column.figures else LEFT)

    def spoken(self) -> str:
        """A line a row."""
        table = self._table
        lines = [table.heading, table.lead if table.rows else table.empty]
        for row in table.rows:
            lines.append(", ".join(filter(None, (f"{cell.text} {cell.below}".strip() for cell in row.cells))))
        return "\n".join(filter(None, lines))
