"""A problem as a person reads it: one line that says all, and the place in the file."""

import unicodedata

import pytest

from ssc_console.agenda import Problem, render


def at(source: str, column: int, code: str = "AG301") -> Problem:
    return Problem(code, 7, column, "It is wrong", "Write it right", source)


def caret(problem: Problem) -> tuple[str, str]:
    """The source line as shown, and what stands in it above the caret."""
    _, shown, below = render(problem, "a.yaml").split("\n")
    cells = "".join(
        character * (2 if unicodedata.east_asian_width(character) in "WF" else 1)
        for character in shown
        if unicodedata.category(character) not in {"Mn", "Me", "Cf"}
    )
    return shown.strip(), cells[below.index("^")]


def test_a_problem_is_file_line_column_what_remedy() -> None:
    first, source, below = render(at("  start: 630", 10), "agenda.yaml").split("\n")
    assert first == "agenda.yaml:7:10: It is wrong. Write it right. [error AG301]"
    assert source == "      start: 630"
    assert below == "             ^"


def test_a_question_keeps_its_mark() -> None:
    asked = Problem("AG201", 1, 1, "It has no such key", "Did you mean `title`?")
    assert render(asked, "a.yaml") == "a.yaml:1:1: It has no such key. Did you mean `title`? [error AG201]"


@pytest.mark.parametrize(
    ("source", "column", "under"),
    [
        ("title: x", 8, "x"),
        ("\ttitle: x", 9, "x"),
        ("title:\tx", 8, "x"),
        ("标题: x", 5, "x"),
        ("ที่: x", 6, "x"),
        ("e\u0301: x", 5, "x"),
        ("a" * 500 + "x" + "b" * 500, 501, "x"),
        ("标" * 300 + "x" + "题" * 300, 301, "x"),
        ("\t" * 90 + "x", 91, "x"),
    ],
)
def test_the_caret_stands_under_the_place_whatever_is_before_it(source: str, column: int, under: str) -> None:
    assert caret(at(source, column))[1] == under


def test_a_long_line_is_shown_around_the_place() -> None:
    shown, _ = caret(at("a" * 500 + "x" + "b" * 500, 501))
    assert shown.startswith("… a")
    assert shown.endswith("b…")
    assert len(shown) < 110


def test_a_place_after_the_end_of_the_line_is_shown_there() -> None:
    _, source, below = render(at("end:", 5), "a.yaml").split("\n")
    assert (source, below) == ("    end:", "        ^")


def test_nothing_in_a_file_can_paint_the_terminal() -> None:
    text = render(Problem("AG110", 1, 1, "x", "y", "a\x1b[31mb\x9bc\u202ed"), "a.yaml")
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)


def test_colours_come_only_when_asked_for_and_change_no_word() -> None:
    warning = at("  start: 630", 10, "AG404")
    plain, coloured = render(warning, "a.yaml"), render(warning, "a.yaml", colour=True)
    assert "\x1b" not in plain
    for colour in ("0", "1", "2", "31", "33"):
        coloured = coloured.replace(f"\x1b[{colour}m", "")
    assert coloured == plain


def test_a_problem_without_a_line_is_one_line() -> None:
    assert "\n" not in render(Problem("AG101", 1, 1, "There is no such file", "Look again"), "a.yaml")
