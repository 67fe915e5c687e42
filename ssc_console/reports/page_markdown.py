"""A page as Markdown: for a wiki, a repository, a message."""

import re

from ssc_console.page import Cell, Page, Row, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def page_markdown(page: Page) -> str:
    """The page as Markdown with tables. Pictures are not in it: it has none of its own."""
    mode = f" · **{page.mode}**" if page.mode else ""
    parts = [f"# {plain(page.title)}", f"{page.kind} · {plain(page.when)}{mode}"]
    parts.append(f"**{plain(page.verdict.text)}.** {plain(page.verdict.below)}")
    if page.figures:
        parts.append(
            "\n".join(f"- {each.name}: **{plain(each.text)}** ({plain(each.below)})" for each in page.figures)
        )
    for table in page.tables:
        parts.append(f"## {plain(table.heading)}")
        parts += [plain(table.lead)] if table.lead else []
        parts.append(_table(table) if table.rows else plain(table.empty))
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """A text that means nothing to Markdown but itself, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _table(table: Table) -> str:
    head = [plain(column.name) for column in table.columns]
    rule = ["---:" if column.figures else "---" for column in table.columns]
    main = next(index for index, column in enumerate(table.columns) if column.main)
    return "\n".join(
        _line(cells) for cells in (head, rule, *(_cells(row, len(head), main) for row in table.rows))
    )


def _cells(row: Row, columns: int, main: int) -> list[str]:
    if row.is_heading:
        cells = [""] * columns
        cells[main] = f"**{plain(row.cells[0].text)}**"
        return cells
    texts = [_words(cell) for cell in row.cells]
    return [f"**{text}**" if text and row.is_total else text for text in texts]


def _words(cell: Cell) -> str:
    return f"{plain(cell.text)}<br>{plain(cell.below)}" if cell.below else plain(cell.text)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
