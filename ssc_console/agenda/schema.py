"""The JSON Schema of agenda.yaml, made from the table of fields: what an editor needs to help while typing.

It says less than the loader: what depends on other parts of the file (people, ids, times) is the loader's.
"""

from typing import Any

from ssc_console.agenda.fields import (
    ADVANCES,
    AGENDA,
    AT_ENDS,
    CUE,
    EVENT,
    FALLBACK,
    KINDS,
    PERSON,
    PUBLICATION,
    ROLLS,
    SEGMENT,
    SESSION,
    Table,
    Type,
)
from ssc_console.agenda.values import CUE_ID_PATTERN, ID_PATTERN, LINK_PATTERN, MEDIA
from ssc_console.show.rundown import CHEAPEST, DEAREST

_DURATION = "[0-9]{1,4}:[0-5][0-9](:[0-5][0-9])?|(?=[0-9])([0-9]{1,4}h ?)?([0-9]{1,6}m ?)?([0-9]{1,6}s)?"
_TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}  # 2020 is a title, to us


def _pattern(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^({pattern})$"}


def _reference(table: Table) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{table.name}"}


def _list_of(table: Table) -> dict[str, Any]:
    return {"type": "array", "items": _reference(table)}


_ACTION: dict[str, Any] = {
    "anyOf": [_ANY_TEXT, {"type": "object", "additionalProperties": _ANY_TEXT, "maxProperties": 1}]
}

_TYPES: dict[Type, dict[str, Any]] = {
    Type.TEXT: _ANY_TEXT,
    Type.LONG_TEXT: _ANY_TEXT,
    Type.FILE: {"type": "string"},
    Type.ID: _pattern(ID_PATTERN),
    Type.CUE_ID: _pattern(CUE_ID_PATTERN),
    Type.PERSON: {"type": "string"},
    Type.PERSONS: {"type": "array", "items": {"type": "string"}},
    Type.DATE: _pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    Type.TIME: _pattern(_TIME),
    Type.DURATION: _pattern(_DURATION),
    Type.DURATION_OR_MEDIA: _pattern(f"{MEDIA}|{_DURATION}"),
    Type.ZONE: {"type": "string"},
    Type.KIND: {"enum": list(KINDS)},
    Type.ADVANCE: {"enum": list(ADVANCES)},
    Type.MOMENT: _pattern(f"(({_DURATION}) (before|after) )?(start|begin|end|hard out)"),
    Type.FLAG: {"type": "boolean"},
    Type.ROLL: {"enum": list(ROLLS)},
    Type.AT_END: {"enum": list(AT_ENDS)},
    Type.ACTIONS: {"anyOf": [_ACTION, {"type": "array", "items": _ACTION}]},
    Type.TEXTS: {"anyOf": [_ANY_TEXT, {"type": "array", "items": _ANY_TEXT}]},
    Type.LINK: _pattern(LINK_PATTERN),
    Type.PUBLICATION: _reference(PUBLICATION),
    Type.FALLBACK: {"anyOf": [_ANY_TEXT, _reference(FALLBACK)]},
    Type.PRIORITY: {"type": "integer", "minimum": DEAREST, "maximum": CHEAPEST},
    Type.EVENT: _reference(EVENT),
    Type.PEOPLE: {"type": "object", "additionalProperties": _reference(PERSON)},
    Type.SESSIONS: _list_of(SESSION),
    Type.SEGMENTS: _list_of(SEGMENT),
    Type.CUES: _list_of(CUE),
}

_RULES: dict[str, dict[str, Any]] = {
    SEGMENT.name: {
        "oneOf": [
            {"required": ["duration"], "not": {"required": ["until"]}},
            {"required": ["until"], "not": {"anyOf": [{"required": ["duration"]}, {"required": ["intro"]}]}},
        ],
        "not": {"required": ["speaker", "speakers"]},
    },
    FALLBACK.name: {"not": {"required": ["picture", "segment"]}},
    CUE.name: {"anyOf": [{"required": ["say"]}, {"required": ["do"]}]},
}


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "SSC Console agenda",
        **_object(AGENDA),
        "$defs": {
            table.name: _object(table)
            for table in (EVENT, PERSON, SESSION, SEGMENT, CUE, PUBLICATION, FALLBACK)
        },
    }


def _object(table: Table) -> dict[str, Any]:
    """A mapping with a table's keys."""
    properties: dict[str, Any] = {}
    for row in table.rows:
        properties[row.key] = {**_TYPES[row.type], "description": row.meaning}
        if row.example:
            properties[row.key]["examples"] = [row.example]
    made: dict[str, Any] = {"type": "object", "description": table.meaning, "properties": properties}
    if table.required:
        made["required"] = list(table.required)
    return {**made, "additionalProperties": False, **_RULES.get(table.name, {})}
