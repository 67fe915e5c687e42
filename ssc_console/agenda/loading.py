"""From a file to a rundown, with every problem at once: the steps, in order."""

import os
from collections.abc import Callable
from os import PathLike

import yaml

from ssc_console.agenda.build import Built, build
from ssc_console.agenda.loaded import Loaded
from ssc_console.agenda.media import MediaLength
from ssc_console.agenda.problems import Findings, Problem, Severity
from ssc_console.agenda.slips import slips
from ssc_console.agenda.source import decode, lines_of, read_bytes, without_control_characters
from ssc_console.agenda.syntax import Node, audit, compose
from ssc_console.agenda.tree import read_agenda
from ssc_console.show.value import replace


def load(path: PathLike[str] | str, media_length: MediaLength | None = None) -> Loaded:
    """Reads and checks an agenda; always an answer, whatever the file is.

    Args:
        media_length: How long a media file is, for `duration: media`; without it, that is an error.
    """
    data = read_bytes(path)
    if isinstance(data, Problem):
        return Loaded(None, (data,))
    return parse(data, path, media_length)


def parse(content: str | bytes, path: PathLike[str] | str, media_length: MediaLength | None = None) -> Loaded:
    """Reads and checks an agenda's text or bytes, as if it stood at `path`."""
    source = decode(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    if source.text is None:
        return Loaded(None, source.problems)
    text = without_control_characters(source.text) if source.problems else source.text
    root, mended = _root(text)
    problems = [*source.problems, *mended]
    found = Findings()
    built = Built(None, ())
    if root is not None:
        if audit(found, root, text):
            built = build(found, read_agenda(found, root), os.path.dirname(path), media_length)
    elif not problems:
        found.add("AG105", None, "The file is empty", "Begin with `event:`, or start from agenda.yaml")
    found.keep(_certain(mended, text))
    found.problems += problems
    found.problems += slips(text)
    return _loaded(found, built, text)


def _root(text: str) -> tuple[Node | None, list[Problem]]:
    """The tree of the text, if there is one that can be read, and what had to be mended for that."""
    try:
        return compose(text), []
    except yaml.YAMLError as error:
        from ssc_console.agenda.repair import compose_with_repairs

        return compose_with_repairs(text, error)


def _certain(mended: list[Problem], text: str) -> Callable[[Problem], bool]:
    """Which problems of the tree may be told, after these mistakes were mended to get one."""
    if not mended:
        return lambda problem: True
    from ssc_console.agenda.repair import (
        holds_anyway,
        is_a_guess,
    )  # what mends a file is seldom needed, and slow to import

    if is_a_guess(mended):
        lines = lines_of(text)
        return lambda problem: (
            problem.severity is Severity.ERROR
            and (problem.code.startswith("AG3") or holds_anyway(problem, lines))
        )
    told = {problem.line for problem in mended}
    return lambda problem: problem.severity is Severity.ERROR and problem.line not in told


def _loaded(found: Findings, built: Built, text: str) -> Loaded:
    if not found.problems and not found.of_the_file:
        return Loaded(built.rundown, (), built.made_ids)
    lines = lines_of(text)
    placed = sorted(dict.fromkeys(found.problems), key=lambda problem: (problem.line, problem.column))
    problems = (*found.of_the_file, *(_with_source(problem, lines) for problem in placed))
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return Loaded(None if errors else built.rundown, problems, () if errors else built.made_ids)


def _with_source(problem: Problem, lines: list[str]) -> Problem:
    if problem.source_line or problem.line > len(lines):
        return problem
    source = lines[problem.line - 1]
    return replace(problem, source_line=source, column=min(problem.column, len(source) + 1))
