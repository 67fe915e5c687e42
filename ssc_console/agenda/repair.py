"""YAML that does not parse: what a person did, found by trying what would mend it.

A parser says where it stopped, which is often not where the mistake is, and in words about itself. So the
likely mends of the lines nearby are tried: the one that lets the file be read furthest says what was wrong.
Reading then goes on with the mended text, so that all further problems are found in one go. Nothing is
ever mended in the file itself, and a file with a mistake of this kind is never loaded.
"""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

import yaml

from ssc_console.agenda.explain import nearest
from ssc_console.agenda.fields import TABLES
from ssc_console.agenda.mend import Mend
from ssc_console.agenda.mends import mends, unclosed_before
from ssc_console.agenda.problems import Problem
from ssc_console.agenda.source import lines_of
from ssc_console.agenda.syntax import DEEPEST, Node, SecondDocument, TooDeep, compose

MOST_REPAIRS = 25
"""Mistakes of this kind that are told at once."""

MOST_READ = 2_000_000
"""Characters that all trials together may read: about a second."""

CONVINCING = 20
"""Lines. Moving a line must let so many more be read: almost any move lets a few."""

_KEYS = frozenset(key for table in TABLES for key in table.fields)
_KEY = re.compile(r"[\s-]*([\w-]+)\s*:")
_OF_SEVERAL = re.compile(r"([\w-]+)\s*[,\]]")
_SPEAKER = re.compile(r"[\s-]*(?:speakers?\s*:\s*)?([\w-]+)\s*(?:#.*)?$")

_GUESSES = frozenset({"AG111", "AG117", "AG122", "AG125", "AG204", "AG205"})

_IN_WORDS = {
    "mapping values are not allowed": (
        "A colon stands where no key can be",
        "Look at the indentation here and on the line above; put quotes around a text with a colon",
    ),
    "could not find expected ':'": (
        "This line is neither a key with a colon and its text nor an item of a list",
        "Write `key: text`, or indent it as far as the text that it belongs to",
    ),
    "did not find expected key": (
        "A new key is expected here",
        "Look at the indentation and the quotes, here and on the line above",
    ),
    "did not find expected '-' indicator": (
        "This stands in a list, and does not begin with a hyphen",
        "Look at its indentation",
    ),
    "found character that cannot start": (
        "No text can begin with this character",
        "Put quotes around the text",
    ),
    "block sequence entries are not allowed": (
        "A list cannot begin here",
        "Put the hyphen on the next line, indented below its key; or quotes around the text",
    ),
    "unexpected end of stream": (
        "The file ends in the middle of something",
        "Look for a quote that is not closed",
    ),
    "while parsing a flow": (
        "A bracket or brace is opened and not closed",
        "Close it, or put quotes around the text if it is part of one",
    ),
    "undefined alias": (
        "A text that begins with * stands for another part of the file, and there is none of that name",
        "Put quotes around the text",
    ),
}


class _Stop(NamedTuple):
    """Where reading stopped (lines and columns from 0) and why."""

    line: int
    column: int
    why: str
    opened: int
    """The line on which what was being read began."""
    opened_at: int
    """Its column."""

    error: yaml.YAMLError


class _Trial:
    """Reads texts until it has read enough of them."""

    def __init__(self) -> None:
        self.left = MOST_READ

    def read(self, lines: Sequence[str]) -> tuple[Node | None, _Stop | None]:
        """The tree of these lines, or where reading stopped."""
        text = "\n".join(lines)
        self.left -= len(text)
        try:
            return compose(text), None
        except yaml.YAMLError as error:
            return None, _stop(error)


def compose_with_repairs(text: str, error: yaml.YAMLError) -> tuple[Node | None, list[Problem]]:
    """The tree of a mended text, and the mistakes that had to be mended; no tree if that went no further."""
    lines, trial = lines_of(text), _Trial()
    touched: set[int] = set()
    problems: list[Problem] = []
    stop: _Stop | None = _stop(error)
    root: Node | None = None
    while stop is not None:
        mend = None
        if len(problems) < MOST_REPAIRS and trial.left > 0:
            mend = _second_document(lines, stop) or _best(lines, stop, trial, touched)
        if mend is None:
            if not is_a_guess(problems):  # else it may stop only because of the guess
                problems.append(_general(stop, lines))
            return None, problems
        problems.append(Problem(mend.code, mend.line + 1, mend.column + 1, mend.message, mend.hint))
        lines = _mended(lines, mend)
        touched |= mend.lines.keys()
        root, stop = trial.read(lines)
    return root, problems


def is_a_guess(problems: Sequence[Problem]) -> bool:
    """Whether mending these mistakes took a guess at what belongs to what.

    What is then found about the structure of the file may be due to the guess: better not said, unless it
    holds anyway.
    """
    return any(problem.code in _GUESSES for problem in problems)


def holds_anyway(problem: Problem, lines: Sequence[str]) -> bool:
    """Whether a problem of the structure is there, whatever belongs to what.

    So it is with a key that no part has and that is near to one, and with a speaker whose key is nowhere.
    """
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    if problem.code == "AG201":
        key = _KEY.match(line)
        return key is not None and key[1] not in _KEYS and nearest(key[1], _KEYS) is not None
    if problem.code == "AG401":
        speaker = _SPEAKER.match(line) or _OF_SEVERAL.match(line, problem.column - 1)
        return speaker is not None and not any(
            re.search(rf"(?:^|[\s{{,]){re.escape(speaker[1])}\s*:", each) for each in lines
        )
    return False


def _stop(error: yaml.YAMLError) -> _Stop:
    mark = getattr(error, "problem_mark", None) or getattr(error, "mark", None)
    context = getattr(error, "context_mark", None)
    why = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    )
    opened = context.line if context is not None else mark.line if mark is not None else 0
    if context is not None and ("quoted scalar" in why or mark is None):
        mark = context
    opened_at = context.column if context is not None else 0
    return _Stop(mark.line if mark else 0, mark.column if mark else 0, why, opened, opened_at, error)


def _best(lines: Sequence[str], stop: _Stop, trial: _Trial, touched: Set[int]) -> Mend | None:
    """The mend that lets the text be read furthest; None if none lets it be read beyond this line.

    A line that an earlier mend has changed is left alone: what is said must be true of the file.
    """
    best, furthest = None, stop.line
    for mend in mends(lines, _suspects(lines, stop)):
        if trial.left <= 0:
            break
        if mend.line in touched:
            continue
        _, next_stop = trial.read(_mended(lines, mend))
        if next_stop is None or isinstance(next_stop.error, SecondDocument):
            return mend
        reach = stop.line + (CONVINCING if mend.code == "AG117" else 1)
        if next_stop.line > furthest and next_stop.line >= reach:
            best, furthest = mend, next_stop.line
    return best


def _suspects(lines: Sequence[str], stop: _Stop) -> list[int]:
    """The lines on which the mistake may be: where reading stopped, the two before, where it had begun."""
    last = min(stop.line, len(lines) - 1)
    before = [line for line in range(last - 1, -1, -1) if lines[line].strip()][:2]
    wanted = [last, *before, min(stop.opened, len(lines) - 1), *unclosed_before(lines, last)]
    return list(dict.fromkeys(wanted))


def _mended(lines: Sequence[str], mend: Mend) -> list[str]:
    mended = list(lines)
    for line, text in mend.lines.items():
        mended[line] = text
    return mended


def _second_document(lines: Sequence[str], stop: _Stop) -> Mend | None:
    """The mend that leaves out everything from the second document on."""
    if not isinstance(stop.error, SecondDocument):
        return None
    start = stop.error.mark.line
    while start > 0 and not lines[start].startswith(("---", "...")):
        start -= 1
    message = "A second document begins here, and an agenda is one"
    hint = "Delete the line with the three hyphens or dots, or what follows it"
    return Mend("AG122", start, 0, message, hint, dict.fromkeys(range(start, len(lines)), ""))


def _general(stop: _Stop, lines: Sequence[str]) -> Problem:
    """What can be said where no mend helps: the parser's own reason, in words about the file."""
    if isinstance(stop.error, TooDeep):
        message = f"The file is nested more than {DEEPEST} levels deep"
        hint = "Look for brackets or hyphens that are not meant"
        return Problem("AG123", stop.line + 1, stop.column + 1, message, hint)
    line, column = min(stop.line, len(lines) - 1), stop.column
    if "could not find expected ':'" in stop.why:  # it would have had to be where that text is
        line, column = stop.opened, stop.opened_at
    for reason, (message, hint) in _IN_WORDS.items():
        if reason in stop.why:
            code = "AG120" if reason == "undefined alias" else "AG110"
            return Problem(code, line + 1, column + 1, message, hint)
    hint = "Look at the indentation, the colons and the quotes, here and on the line above"
    return Problem("AG110", line + 1, column + 1, "This cannot be read as YAML", hint)
