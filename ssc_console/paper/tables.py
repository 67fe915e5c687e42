"""A table on sheets: rows are never cut in two, headings stay with what follows, and heads are repeated."""

from itertools import accumulate

from ssc_console.look import fonts
from ssc_console.page import Cell, Row, Table, Tone
from ssc_console.paper.sheets import LEFT, ROOM, Sheets, Text, Type

_HEADING = Type(12.5, fonts.BOLD)
_LEAD = Type(8.5, ink="text_dim")
_HEAD = Type(7.5, fonts.SEMIBOLD, "text_dim")
_SIZE, _BELOW = 9.0, Type(7.5, ink="text_dim")
_INKS = {
    Tone.PLAIN: "text",
    Tone.GOOD: "green",
    Tone.WATCH: "amber",
    Tone.BAD: "red",
    Tone.FAINT: "text_faint",
}
_PAD, _GUTTER = 3.5, 8.0


class TablePrinter:
    """Prints one table onto sheets."""

    def __init__(self, sheets: Sheets, table: Table) -> None:
        self._sheets = sheets
        self._table = table
        whole = sum(column.share for column in table.columns)
        widths = [ROOM * column.share / whole for column in table.columns]
        self._left = [LEFT + each for each in accumulate(widths, initial=0.0)][:-1]
        self._widths = [each - _GUTTER for each in widths[:-1]] + widths[-1:]
        for index, column in enumerate(table.columns[1:], 1):
            if column.main and table.columns[index - 1].figures:
                self._left[index] += _GUTTER
                self._widths[index] -= _GUTTER

    def print(self) -> None:
        """The heading, the lead, and the rows on as many sheets as they take."""
        self._title()
        rows = [self._set(row) for row in self._table.rows]
        if not rows:
            return
        self._head()
        for index, (row, texts, high) in enumerate(rows):
            needed = high
            if row.is_heading and index + 1 < len(rows):
                needed += rows[index + 1][2]
            if needed > self._sheets.left and not self._sheets.is_fresh:
                self._sheets.turn()
                self._head()
            self._row(row, texts, high)

    def _title(self) -> None:
        table, sheets = self._table, self._sheets
        title, lead = Text(table.heading, _HEADING, ROOM), Text(table.lead or "", _LEAD, ROOM)
        if not table.rows:
            lead = Text(table.empty, _LEAD, ROOM)
        if not sheets.is_fresh:
            sheets.y += 24
        if title.height + lead.height + 80 > sheets.left:
            sheets.turn()
        sheets.text(title)
        sheets.y += title.height
        sheets.text(lead)
        sheets.y += lead.height

    def _head(self) -> None:
        sheets = self._sheets
        sheets.y += 8
        for index, column in enumerate(self._table.columns):
            text = Text(column.name, _HEAD, self._widths[index], right=column.figures)
            sheets.text(text, self._left[index])
        sheets.y += 13.5
        sheets.rule(sheets.y, "text", 0.75)
        sheets.y += 0.75

    def _set(self, row: Row) -> tuple[Row, list[tuple[Text, Text]], float]:
        if row.is_heading:
            text = Text(row.cells[0].text, _HEAD, ROOM)
            return row, [(text, Text("", _BELOW, ROOM))], 9 + text.height + _PAD
        texts = [self._cell(row, cell, index) for index, cell in enumerate(row.cells)]
        return row, texts, max(one.height + two.height for one, two in texts) + 2 * _PAD

    def _cell(self, row: Row, cell: Cell, index: int) -> tuple[Text, Text]:
        column, width = self._table.columns[index], self._widths[index]
        weight = fonts.MEDIUM if column.main else fonts.REGULAR
        if row.is_total and cell.tone is not Tone.FAINT:
            weight = fonts.SEMIBOLD
        kind = Type(_SIZE, weight, _INKS[cell.tone])
        return Text(cell.text, kind, width, right=column.figures), Text(cell.below, _BELOW, width)

    def _row(self, row: Row, texts: list[tuple[Text, Text]], high: float) -> None:
        sheets = self._sheets
        if row.is_total:
            sheets.rule(sheets.y - 0.5, "text", 0.75)
        top = sheets.y + (9 if row.is_heading else _PAD)
        for index, (text, below) in enumerate(texts):
            sheets.text(text, self._left[index], top)
            sheets.text(below, self._left[index], top + text.height)
        sheets.y += high
        if not row.is_total:
            sheets.rule(sheets.y - 0.5, "line", 0.5)
