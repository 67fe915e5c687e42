"""Every mistake that we know of is answered at its place: tests/agenda/broken/expected.txt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ssc_console.agenda import CATALOGUE, Severity
from ssc_console.agenda.loading import load

BROKEN = Path(__file__).resolve().parent / "broken"
EXPECTED = {
    name: problems.strip()
    for name, _, problems in (
        line.partition(" ") for line in (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()[1:]
    )
}
UNLISTED = {"AG101", "AG102", "AG103", "AG104", "AG110"}
"""Codes that no broken file can show: files that are not there, and what nobody has thought of."""


@pytest.mark.parametrize("name", sorted(path.name for path in BROKEN.glob("*.yaml")))
def test_a_broken_agenda_is_answered_at_the_place_of_its_mistake(name: str) -> None:
    loaded = load(BROKEN / name)
    assert "  ".join(f"{each.line}:{each.column} {each.code}" for each in loaded.problems) == EXPECTED[name]
    errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
    assert (loaded.rundown is None) == bool(errors)


WITHOUT_C = """
import json, sys, yaml
sys.modules["yaml._yaml"] = None
del yaml.CSafeLoader
from pathlib import Path
from ssc_console.agenda.loading import load
found = {path.name: load(path).problems for path in Path(sys.argv[1]).glob("*.yaml")}
print(json.dumps({name: [f"{p.line}:{p.column} {p.code}" for p in found[name]] for name in found}))
"""


def test_where_pyyaml_has_no_c_loader_the_answers_are_the_same() -> None:
    command = [sys.executable, "-c", WITHOUT_C, str(BROKEN)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=BROKEN.parents[2])
    assert {name: "  ".join(problems) for name, problems in json.loads(done.stdout).items()} == EXPECTED


def test_every_code_of_the_catalogue_has_a_broken_agenda() -> None:
    shown = {word for problems in EXPECTED.values() for word in problems.split() if word.startswith("AG")}
    assert shown | UNLISTED == set(CATALOGUE)


def test_every_message_and_hint_is_a_sentence_without_its_full_stop() -> None:
    for path in BROKEN.glob("*.yaml"):
        for problem in load(path).problems:
            for text in (problem.message, problem.hint):
                assert text.strip() == text != ""
                assert not text.endswith(".") or text.endswith("….")
                assert "\n" not in text
