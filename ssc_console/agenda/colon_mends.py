"""Mistakes around colons: a space beside one, a text or a part of the agenda that has one inside.

As in `mends`, each is a guess at what would mend it.
"""

import re
from collections.abc import Iterator, Sequence

from ssc_console.agenda.explain import TYPOGRAPHIC_QUOTES
from ssc_console.agenda.fields import TABLES, Type
from ssc_console.agenda.mend import KEYS, ODD_SPACES, START, Mend, indent, key_and_value, more_lines, quoting
from ssc_console.agenda.problems import quoted

_TYPES = {row.key: row.type for table in TABLES for row in table.rows}
_TIMES = {Type.TIME, Type.DURATION, Type.DURATION_OR_MEDIA, Type.MOMENT}
_LISTS = {Type.SESSIONS, Type.SEGMENTS, Type.CUES}
_GROUPS = {Type.EVENT, Type.PEOPLE, Type.PUBLICATION}
_TEXTS = {Type.TEXT, Type.LONG_TEXT}
_ODD_SPACE_AFTER = re.compile(
    START + rf"(?P<key>[\w-]+):(?P<odd>[{ODD_SPACES}][\s{ODD_SPACES}]*)(?P<value>.*)$"
)
_BESIDE = re.compile(r"(?<=[0-9]) *: *(?=[0-9])")
_FIRST_KEY = re.compile(r"(?:- +)?[\w-]+:(?: |$)")
_KNOWN_KEY = re.compile(rf" *(?:- +)*(?:{KEYS}):(?: |$)")
_COLON = re.compile(r":(?= |$)")
_NEEDS_QUOTES = "A colon and a space stand inside this text, which therefore needs quotes"
_LONGEST_TEXT = 200
"""Lines of a text that is taken to go on."""


def odd_spaces_after_colons(lines: Sequence[str], suspects: Sequence[int]) -> Iterator[Mend]:
    """Spaces after a key's colon that are not plain: all of them, since a copied text is full of them."""
    if not any(_ODD_SPACE_AFTER.match(lines[line]) for line in suspects):
        return
    found = {line: match for line, text in enumerate(lines) if (match := _ODD_SPACE_AFTER.match(text))}
    first = next(line for line in found if line in suspects)
    mended = {
        line: f"{match['start']}{match['key']}: {match['value']}".rstrip() for line, match in found.items()
    }
    message = f"The space after `{found[first]['key']}:` is not a plain one{more_lines(list(found))}"
    hint = f"Delete it, and use the space bar: {quoted(mended[first])}"
    yield Mend("AG115", first, found[first].start("odd"), message, hint, mended)


def space_beside_colon(lines: Sequence[str], line: int) -> Iterator[Mend]:
    """A time with a space beside its colon: in quotes it would be no time either."""
    found = key_and_value(lines[line])
    if found is None or _TYPES.get(found["key"]) not in _TIMES:
        return
    beside = next((each for each in _BESIDE.finditer(found["value"]) if each[0] != ":"), None)
    if beside is not None:
        mended = f"{found['key']}: {_BESIDE.sub(':', found['value'])}"
        column = found.start("value") + beside.start()
        lines_ = {line: found["start"] + mended + found["comment"]}
        message = "A space stands beside the colon of this time"
        yield Mend("AG114", line, column, message, f"Write {quoted(mended)}", lines_)


def part_on_the_line_of_its_key(lines: Sequence[str], line: int) -> Iterator[Mend]:
    """What is a part of its own, and was begun on the line of the key it belongs to."""
    found = key_and_value(lines[line])
    if found is None or _FIRST_KEY.match(found["value"]) is None:
        return
    type_ = _TYPES.get(found["key"])
    if type_ not in _LISTS | _GROUPS:
        return
    first = found["value"].removeprefix("- ").strip()
    mended = {line: f"{found['start']}{found['key']}:"}
    if type_ in _LISTS:
        first = f"- {first}"
        mended |= _as_first_item(lines, line, len(found["start"]))
    code = "AG205" if type_ in _LISTS else "AG204"
    message = f"What belongs to `{found['key']}:` begins on a line of its own"
    hint = f"Write {quoted(first)} on the line below, indented"
    yield Mend(code, line, found.start("value"), message, hint, mended)


def _as_first_item(lines: Sequence[str], line: int, column: int) -> dict[int, str]:
    """What follows, as the item that was begun on the line of the key; its first key is gone then."""
    below = next((each for each in range(line + 1, len(lines)) if lines[each].strip()), None)
    if below is None or indent(lines[below]) < column + 2 or lines[below].lstrip().startswith("-"):
        return {}
    at = indent(lines[below])
    return {below: f"{' ' * (at - 2)}- {lines[below][at:]}"}


def colon_in_text(lines: Sequence[str], line: int) -> Iterator[Mend]:
    """A text with a colon and a space inside, on one line or on several."""
    found = key_and_value(lines[line])
    if found is None or found["value"][:1] in ("", "'", '"', "[", "{", "|", ">"):
        return
    inner = _COLON.search(found["value"])
    if inner is None:
        return
    column = found.start("value") + inner.start()
    below = _goes_on(lines, line, found)
    if below:
        yield _quoting_all(lines, line, (line, column), found, below)
    text = found["value"].strip(TYPOGRAPHIC_QUOTES)
    if text.count('"') == 1:  # the other one was forgotten
        text = text.removesuffix('"')
    yield quoting("AG114", line, column, _NEEDS_QUOTES, found, text)


def colon_further_down(lines: Sequence[str], line: int) -> Iterator[Mend]:
    """A text that goes on over several lines, and has the colon in one of those below the first."""
    colon = _COLON.search(lines[line])
    if colon is None or _KNOWN_KEY.match(lines[line]) is not None:
        return
    for above in range(line - 1, max(-1, line - _LONGEST_TEXT), -1):
        if lines[above].strip() and indent(lines[above]) < indent(lines[line]):
            found = key_and_value(lines[above])
            if found is not None and found["value"][:1] not in ("", "'", '"', "[", "{", "|", ">"):
                below = _goes_on(lines, above, found)
                if line in below:
                    yield _quoting_all(lines, above, (line, colon.start()), found, below)
            return


def _goes_on(lines: Sequence[str], line: int, found: re.Match[str]) -> list[int]:
    """The lines, not empty, on which a text without quotes goes on: deeper than its key, and no keys."""
    below: list[int] = []
    if _TYPES.get(found["key"]) not in _TEXTS or found["comment"].strip():
        return below
    for each in range(line + 1, min(len(lines), line + _LONGEST_TEXT)):
        text = lines[each]
        if not text.strip():
            continue
        if indent(text) <= len(found["start"]) or text.lstrip().startswith("#") or _KNOWN_KEY.match(text):
            break
        below.append(each)
    return below


def _quoting_all(
    lines: Sequence[str], line: int, place: tuple[int, int], found: re.Match[str], below: Sequence[int]
) -> Mend:
    """The mend that puts quotes around a text of several lines; a long one is better written as a block."""
    several = [found["value"], *(lines[each] for each in below)]
    quote = "'" if any('"' in each for each in several) else '"'
    safe = [each.replace("'", "''") if quote == "'" else each.replace("\\", "\\\\") for each in several]
    mended = {
        line: f"{found['start']}{found['key']}: {quote}{safe[0]}",
        **dict(zip(below, safe[1:], strict=True)),
    }
    mended[below[-1]] += quote
    hint = f"Put {quote} before the text, and after its end in line {below[-1] + 1}"
    if _TYPES[found["key"]] is Type.LONG_TEXT:
        hint = f"Write `{found['key']}: |`, and all of the text on the lines below it, indented"
    return Mend("AG114", *place, _NEEDS_QUOTES, hint, mended)
