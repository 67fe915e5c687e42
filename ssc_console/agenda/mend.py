"""A mend of a text that does not parse: a guess at what a person meant, and what guesses are made of."""

import re
from collections.abc import Sequence

from ssc_console.agenda.fields import TABLES
from ssc_console.agenda.problems import quoted
from ssc_console.show.value import value

KEYS = "|".join(sorted({key for table in TABLES for key in table.fields}))
START = r"^(?P<start>[ ]*(?:- +)*)"
LONGEST_LINE = 2_000
ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""What looks like a space, or like nothing, and is no space to YAML."""

_KEY_AND_VALUE = re.compile(START + r"(?P<key>[^\s:#\"'\[\]{},]+): +(?P<value>.*?)(?P<comment>\s+#.*|\s*)$")


@value
class Mend:
    """A guess: the mistake as it would be told, and the lines that would mend it.

    Attributes:
        line: Of the mistake, from 0; `column` likewise.
        lines: New texts by line, from 0; as many lines as before.
    """

    code: str
    line: int
    column: int
    message: str
    hint: str
    lines: dict[int, str]


def key_and_value(text: str) -> re.Match[str] | None:
    """The parts of a line `key: value  # comment`; lines that nobody types are left alone."""
    return _KEY_AND_VALUE.match(text) if len(text) <= LONGEST_LINE else None


def quoting(
    code: str, line: int, column: int, message: str, found: re.Match[str], text: str, quote: str = ""
) -> Mend:
    """The mend that puts quotes around the whole value of a line."""
    quote = quote or ("'" if '"' in text else '"')
    safe = text.replace("'", "''") if quote == "'" else text.replace("\\", "\\\\")
    mended = f"{found['key']}: {quote}{safe}{quote}"
    hint = f"Write {quoted(mended, 160)}"
    return Mend(code, line, column, message, hint, {line: found["start"] + mended + found["comment"]})


def indent(text: str) -> int:
    """After how many spaces a line begins."""
    return len(text) - len(text.lstrip(" "))


def more_lines(odd: Sequence[int]) -> str:
    """How many lines besides the first have it, too."""
    count = len(odd) - 1
    return f" (as in {count} more line{'' if count == 1 else 's'})" if count else ""
