"""Every mistake that we know of is answered at its place: tests/agenda/broken/expected.txt."""

from pathlib import Path

import pytest

from ssc_console.agenda import CATALOGUE, Severity, load

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
