"""What `check` prints."""

import json
from pathlib import Path

from ssc_console.agenda.check import check_json, check_text, schema_json
from ssc_console.agenda.loading import load
from tests.agenda.agendas import AGENDA, changed, read

PATH = Path("agenda.yaml")


def test_a_right_agenda_is_said_in_a_line_with_the_ids_that_were_made() -> None:
    assert check_text(read(AGENDA), PATH) == (
        "Ids made from titles (write `id:` to keep one when its title is edited):\n"
        "  remarks  Remarks\n"
        "Monday 14 September 2020, Bangkok: 2 segments, 10:30:00 to 10:39:00, "
        "hard out 11:30:00: 51:00 to spare.\n"
        "The agenda is fine.\n"
    )


def test_a_show_of_one_segment_has_one_segment() -> None:
    one = AGENDA[: AGENDA.index("      - title: Remarks")]
    assert ": 1 segment, 10:30:00 to" in check_text(read(one), PATH)


def test_a_gap_in_the_plan_is_shown() -> None:
    text = check_text(changed("duration: 4:00", "duration: 4:00\n        start: 10:45"), PATH)
    assert "Gap of 10:00 before “Remarks”: 10:35:00 to 10:45:00.\n" in text


def test_a_plan_that_does_not_fit_says_by_how_much() -> None:
    text = check_text(changed("duration: 5:00", "duration: 1:00:00"), PATH)
    assert "hard out 11:30:00: 4:00 too long.\n1 warning: the agenda can be used.\n" in text


def test_an_agenda_with_errors_shows_no_plan() -> None:
    text = check_text(changed("speaker: chediek", "speaker: chedik\n        kind: adress"), PATH)
    assert text.endswith("2 errors: the agenda cannot be used yet.\n")
    assert "hard out" not in text


def test_the_json_is_as_the_interfaces_page_has_it() -> None:
    assert check_json(read(AGENDA), PATH) == {
        "ok": True,
        "problems": [],
        "plan": {
            "start": "2020-09-14T10:30:00+07:00",
            "end": "2020-09-14T10:39:00+07:00",
            "hard_out": "2020-09-14T11:30:00+07:00",
            "buffer_ms": 51 * 60_000,
            "segments": 2,
        },
    }


def test_a_warning_is_ok_unless_strict() -> None:
    loaded = changed("duration: 5:00", "duration: 5:00\n        media: none.mp4")
    assert check_json(loaded, PATH)["ok"] is True
    strict = check_json(loaded, PATH, strict=True)
    assert strict["ok"] is False
    assert strict["plan"] is not None
    (problem,) = strict["problems"]
    assert problem["hint"]
    del problem["hint"]
    assert problem == {
        "code": "AG404",
        "severity": "error",
        "line": 17,
        "column": 16,
        "message": "There is no file `none.mp4`",
    }


def test_a_missing_video_is_an_error_in_words_too_where_strict_asks_for_it() -> None:
    loaded = changed("duration: 5:00", "duration: 5:00\n        media: none.mp4")
    assert "[warning AG404]" in check_text(loaded, PATH)
    told = check_text(loaded, PATH, strict=True)
    assert "[error AG404]" in told
    assert told.endswith("1 error, as --strict counts; without it the agenda can be used.\n")
    broken = changed("speaker: chediek", "speaker: chedik\n        media: none.mp4")
    assert check_text(broken, PATH, strict=True).endswith("errors: the agenda cannot be used yet.\n")


def test_an_error_leaves_no_plan() -> None:
    answer = check_json(load(Path("nowhere/agenda.yaml")), PATH)
    assert (answer["ok"], answer["plan"]) == (False, None)
    assert json.dumps(answer)


def test_the_schema_names_every_key_and_leaves_no_others() -> None:
    schema = json.loads(schema_json())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["event", "sessions"]
    segment = schema["$defs"]["segment"]
    assert segment["additionalProperties"] is False
    assert {"title", "speaker", "duration", "until", "cues"} <= segment["properties"].keys()
    references = {part["$ref"] for part in _parts(schema) if "$ref" in part}
    assert references == {f"#/$defs/{name}" for name in schema["$defs"]}


def _parts(value: object) -> list[dict[str, str]]:
    if isinstance(value, dict):
        return [value, *(part for inner in value.values() for part in _parts(inner))]
    if isinstance(value, list):
        return [part for inner in value for part in _parts(inner)]
    return []
