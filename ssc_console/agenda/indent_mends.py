"""Lines that are indented too much or too little: where they were meant to stand."""

import re
from collections.abc import Iterator, Sequence

from ssc_console.agenda.fields import AGENDA, TABLES
from ssc_console.agenda.mend import KEYS, START, Mend, indent
from ssc_console.agenda.problems import quoted

FURTHEST_MOVE = 6
"""Columns. A line that is further off was hardly indented by mistake."""

_KNOWN_KEY = re.compile(rf"({KEYS}):")
_KEY = re.compile(START + rf"(?P<key>{KEYS}):(?:\s|$)")


def likeliest(lines: Sequence[str], suspects: Sequence[int]) -> list[int]:
    """The same lines, first those whose key can't belong to what it stands below."""
    return sorted(suspects, key=lambda line: not _is_misplaced(lines, line))


def _is_misplaced(lines: Sequence[str], line: int) -> bool:
    """Whether no part of an agenda has both the line's key and the one before it in the same column."""
    found = _KEY.match(lines[line])
    if found is None:
        return False
    for above in reversed(lines[max(0, line - 40) : line]):
        other = _KEY.match(above)
        if other is not None and len(other["start"]) == len(found["start"]):
            return not any({found["key"], other["key"]} <= table.fields.keys() for table in TABLES)
    return False


def indentation(lines: Sequence[str], line: int) -> Iterator[Mend]:
    """The line, or the whole block that begins with it, moved to where a neighbour begins."""
    text = lines[line].lstrip(" ")
    if not text or text.startswith("#"):
        return
    has = len(lines[line]) - len(text)
    block = _block(lines, line, has)
    known = _KNOWN_KEY.match(text)
    where = "nothing around it begins"
    if known is not None and _is_misplaced(lines, line):
        where = f"{quoted(known[1])} does not belong"
    for wants, like in _neighbours(lines, line, has):
        if known is not None and (known[1] in AGENDA.fields) != (wants == 0):
            continue  # the keys of the file itself stand at its edge, and no others do
        message = f"This line begins after {_spaces(has)}, where {where}"
        move = f"Indent it by {_spaces(wants)}" if wants else "Put no space before it"
        hint = f"{move}, so that it stands below {quoted(like, 30)}"
        moved = {
            each: " " * max(0, indent(lines[each]) + wants - has) + lines[each].lstrip(" ") for each in block
        }
        if len(block) > 1:
            yield Mend("AG117", line, has, message, hint, moved)
        yield Mend("AG117", line, has, message, hint, {line: moved[line]})


def _block(lines: Sequence[str], line: int, column: int) -> list[int]:
    """The line and those that follow it at its indentation or deeper; at most 200."""
    block = [line]
    for each in range(line + 1, min(len(lines), line + 200)):
        if lines[each].strip() and indent(lines[each]) < column:
            break
        block.append(each)
    return block


def _neighbours(lines: Sequence[str], line: int, column: int) -> list[tuple[int, str]]:
    """Columns in which something begins on lines nearby, the nearest column first, and what begins there."""
    columns: dict[int, str] = {}
    nearby = [*range(line - 1, max(-1, line - 40), -1), *range(line + 1, min(len(lines), line + 4))]
    for each in nearby:
        text = lines[each]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        columns.setdefault(indent(text), text.strip())
        dashes = re.match(r" *(?:- +)+", text)
        if dashes is not None:
            columns.setdefault(dashes.end(), text[dashes.end() :].strip())
    near = [each for each in columns.items() if 0 < abs(each[0] - column) <= FURTHEST_MOVE]
    return sorted(near, key=lambda each: abs(each[0] - column))


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
