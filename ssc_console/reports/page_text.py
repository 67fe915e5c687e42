"""A page as lines of text for a terminal: columns aligned, the long words last."""

from collections.abc import Sequence

from ssc_console.page import Cell, Page, Table
from ssc_console.reports.widths import cells


def page_text(page: Page) -> str:
    """The page as text; any script keeps its columns, as far as a terminal's cells go."""
    mode = f" ({page.mode})" if page.mode else ""
    lines = [page.title, f"{page.kind}{mode}, {page.when}", "", page.verdict.text, page.verdict.below]
    if page.figures:
        lines += [
            "",
            *_aligned([[each.name, each.text, each.below] for each in page.figures], (False, True, False)),
        ]
    for table in page.tables:
        lines += ["", "", table.heading.upper()]
        lines += [table.lead] if table.lead else []
        lines += _table(table) if table.rows else [table.empty]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(table: Table) -> list[str]:
    order = sorted(range(len(table.columns)), key=lambda index: table.columns[index].main)
    figures = [table.columns[index].figures for index in order]
    rows = [[table.columns[index].name if not table.columns[index].main else "" for index in order]]
    rows += [[_words(each.cells[index]) for index in order] for each in table.rows if not each.is_heading]
    lines = _aligned(rows, figures)
    told = [lines.pop(0)]
    for each in table.rows:
        if each.is_heading:
            told += ["", each.cells[0].text]
        else:
            told += [""] * each.is_total + [lines.pop(0)]
    return told


def _words(cell: Cell) -> str:
    return f"{cell.text} ({cell.below})" if cell.below else cell.text


def _aligned(rows: Sequence[Sequence[str]], figures: Sequence[bool]) -> list[str]:
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_padded(*each) for each in zip(row, widths, figures, strict=True)) for row in rows]


def _padded(text: str, width: int, is_figure: bool) -> str:
    room = " " * (width - cells(text))
    return room + text if is_figure else text + room
