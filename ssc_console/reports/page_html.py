"""A page as one HTML file: pictures inside, no scripts, made to be read and to be printed."""

from html import escape
from pathlib import Path

from ssc_console.page import Cell, Column, Figure, Page, Row, Table, Tone
from ssc_console.reports.drawing_svg import svg
from ssc_console.reports.inks import ink
from ssc_console.resources import resource

_INKS = {
    Tone.GOOD: "green",
    Tone.WATCH: "amber",
    Tone.BAD: "red",
    Tone.FAINT: "text_faint",
}


def page_html(page: Page) -> str:
    """The page as an HTML document."""
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}: {escape(page.kind.lower())}</title>",
        f"<style>\n{_style()}</style>\n</head>\n<body>\n<main>",
        _head(page),
    ]
    if page.pictures:
        pictures = "".join(map(svg, page.pictures))
        parts.append(f"<figure>{pictures}<figcaption>{escape(page.picture_says)}</figcaption></figure>")
    parts += [_table(table) for table in page.tables]
    return "\n".join([*parts, "</main>", "</body>", "</html>"]) + "\n"


def _style() -> str:
    names = ("text", "text_dim", "text_faint", "line", "sunken", "violet_fill")
    colours = {name: ink(name) for name in (*names, *_INKS.values())}
    rules = "".join(f"  --{name.replace('_', '-')}: {colour};\n" for name, colour in colours.items())
    tones = "".join(
        f".{tone.value} {{ color: var(--{name.replace('_', '-')}); }}\n" for tone, name in _INKS.items()
    )
    return f":root {{\n{rules}}}\n{Path(resource('reports/page.css')).read_text(encoding='utf-8')}{tones}"


def _head(page: Page) -> str:
    mode = f'<span class="mode">{escape(page.mode)}</span>' if page.mode else ""
    figures = "".join(map(_figure, page.figures))
    return (
        f'<header><p class="kind">{escape(page.kind)}{mode}</p>'
        f'<h1 dir="auto">{escape(page.title)}</h1><p class="when">{escape(page.when)}</p></header>\n'
        f'<section class="verdict"><p class="{page.verdict.tone}">{escape(page.verdict.text)}</p>'
        f"<p>{escape(page.verdict.below)}</p></section>\n"
        + (f'<dl class="figures">{figures}</dl>' if figures else "")
    )


def _figure(figure: Figure) -> str:
    return (
        f"<div><dt>{escape(figure.name)}</dt>"
        f'<dd class="{figure.tone}">{escape(figure.text)}<small>{escape(figure.below)}</small></dd></div>'
    )


def _table(table: Table) -> str:
    lead = f'<p class="lead">{escape(table.lead)}</p>' if table.lead else ""
    head = f"<section><h2>{escape(table.heading)}</h2>{lead}"
    if not table.rows:
        return f'{head}<p class="empty">{escape(table.empty)}</p></section>'
    whole = sum(column.share for column in table.columns)
    columns = "".join(f'<col style="width:{100 * each.share / whole:.1f}%">' for each in table.columns)
    names = "".join(f'<th scope="col"{_class(each)}>{escape(each.name)}</th>' for each in table.columns)
    rows = "\n".join(_row(row, table.columns) for row in table.rows)
    return (
        f"{head}<table><colgroup>{columns}</colgroup><thead><tr>{names}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table></section>"
    )


def _class(column: Column) -> str:
    return ' class="number"' if column.figures else ' class="main"' if column.main else ""


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    if row.is_heading:
        words = escape(row.cells[0].text)
        cell = f'<th colspan="{len(columns)}" scope="rowgroup" dir="auto">{words}</th>'
        return f'<tr class="heading">{cell}</tr>'
    cells = "".join(_cell(cell, column) for cell, column in zip(row.cells, columns, strict=True))
    return f"<tr{' class=total' if row.is_total else ''}>{cells}</tr>"


def _cell(cell: Cell, column: Column) -> str:
    classes = [name for name in ("number" if column.figures else "", "main" if column.main else "") if name]
    if cell.tone is not Tone.PLAIN:
        classes.append(cell.tone.value)
    below = f'<small dir="auto">{escape(cell.below)}</small>' if cell.below else ""
    text = f'<span dir="auto">{escape(cell.text)}</span>' if column.main else escape(cell.text)
    return f'<td class="{" ".join(classes)}">{text}{below}</td>' if classes else f"<td>{text}{below}</td>"
