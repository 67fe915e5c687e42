"""The schema and the loader agree on what may be written: both come from the table of fields."""

import re

import pytest

from ssc_console.agenda.fields import TABLES, Field, Table, Type
from ssc_console.agenda.problems import Findings
from ssc_console.agenda.schema import schema
from ssc_console.agenda.syntax import MappingNode, compose
from ssc_console.agenda.values import READERS

TEXTS = [
    *(
        "5:00",
        "1:05:00",
        "5m",
        "1h 5m",
        "1h5m",
        "90s",
        "630",
        "5:0",
        "5:60",
        "1:60:00",
        "media",
        "",
        "h",
        "5 m",
    ),
    *("10:30", "9:05", "24:00", "10:30:15", "10:60", "10:30:15.5", "2020-09-14", "14/9/2020"),
    *(
        "start",
        "begin",
        "end",
        "hard out",
        "1:00 before end",
        "5m after hard out",
        "before end",
        "1:00 before",
    ),
    *("address", "break", "auto", "manual", "yes", "a-b", "a--b", "A", "a/b", "a/", "-a", "a1"),
]
WRITTEN = {
    Type.DURATION,
    Type.DURATION_OR_MEDIA,
    Type.TIME,
    Type.MOMENT,
    Type.ID,
    Type.CUE_ID,
    Type.KIND,
    Type.ADVANCE,
}
FIELDS = [(table.name, row) for table in TABLES for row in table.rows if row.type in WRITTEN]


@pytest.mark.parametrize(("table", "row"), FIELDS, ids=lambda each: getattr(each, "key", each))
def test_the_schema_allows_what_the_loader_reads_and_nothing_else(table: str, row: Field) -> None:
    rule = schema()["$defs"][table]["properties"][row.key]
    for text in filter(None, TEXTS):
        found = Findings()
        node = compose(f"x: '{text}'")
        assert isinstance(node, MappingNode)
        READERS[row.type](found, node.value[0][1])
        allowed = text in rule["enum"] if "enum" in rule else bool(re.search(rule["pattern"], text))
        assert allowed == (not found.problems), (row.key, text)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_example_of_the_table_can_be_read(table: Table) -> None:
    for row in table.rows:
        if row.example:
            found = Findings()
            node = compose(f"{row.key}: {row.example}")
            assert isinstance(node, MappingNode)
            assert READERS[row.type](found, node.value[0][1]) is not None
            assert found.problems == []
