"""The tables of docs/agenda-format.md, made from the table of fields and the catalogue of problems."""

from ssc_console.agenda.fields import ADVANCES, AT_ENDS, KINDS, ROLLS, TABLES, Field, Table, Type
from ssc_console.agenda.problems import CATALOGUE
from ssc_console.show.actions import USAGE, About, Usage

GROUPS = {
    "1": "The file, its encoding, and YAML",
    "2": "The structure",
    "3": "Values and times",
    "4": "People, ids and files",
    "5": "The plan",
}


def fields_page() -> str:
    """Every key of every part, with what it means."""
    return "\n".join(_part(table) for table in TABLES)


def codes_page() -> str:
    """Every code of a problem, by group."""
    parts = []
    for digit, title in GROUPS.items():
        rows = [
            [code, mistake.severity.value, mistake.meaning]
            for code, mistake in CATALOGUE.items()
            if code[2] == digit
        ]
        parts.append(f"### AG{digit}: {title}\n\n{_rows(['code', '', 'what it means'], rows)}")
    return "\n".join(parts)


def actions_page() -> str:
    """Everything that a cue can do."""
    rows = [
        [f"`{usage.example}`", f"{usage.meaning}.", "" if usage.about is About.NOTHING else _about(usage)]
        for usage in USAGE.values()
    ]
    return _rows(["in `do:`", "what it does", "what stands after it"], rows)


def _about(usage: Usage) -> str:
    return usage.about.value if usage.needed else f"{usage.about.value}, or nothing"


def _part(table: Table) -> str:
    rows = [[f"`{row.key}`", _meaning(row), _example(row), _default(row)] for row in table.rows]
    head = ["key", "what it says", "example", "without it"]
    return f"### {table.name}\n\n{table.meaning}\n\n{_rows(head, rows)}"


_WORDS = {Type.KIND: KINDS, Type.ADVANCE: ADVANCES, Type.ROLL: ROLLS, Type.AT_END: AT_ENDS}


def _meaning(row: Field) -> str:
    words = _WORDS.get(row.type)
    meaning = f"{row.meaning}: {', '.join(words)}" if words else row.meaning
    return meaning if meaning.endswith("…") else f"{meaning}."


def _example(row: Field) -> str:
    return f"`{row.key}: {row.example}`" if row.example else ""


def _default(row: Field) -> str:
    return "**needed**" if row.required else row.default


def _rows(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)
