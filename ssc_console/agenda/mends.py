"""The mistakes that people make with YAML, each as what would mend it: guesses, for `repair` to try.

Every function looks at a line of text and proposes nothing, one mend or several. A proposal may be wrong:
only one that lets the file be read further is ever told to a person.
"""

import re
from collections.abc import Iterator, Sequence

from ssc_console.agenda.colon_mends import (
    colon_further_down,
    colon_in_text,
    odd_spaces_after_colons,
    part_on_the_line_of_its_key,
    space_beside_colon,
)
from ssc_console.agenda.indent_mends import indentation, likeliest
from ssc_console.agenda.mend import (
    KEYS,
    LONGEST_LINE,
    ODD_SPACES,
    START,
    Mend,
    key_and_value,
    more_lines,
    quoting,
)
from ssc_console.agenda.problems import quoted

_NO_SPACE = re.compile(START + rf"(?P<key>{KEYS}):(?=[^\s:])(?P<value>.+)$")
_NO_COLON = re.compile(START + rf"(?P<key>{KEYS})(?P<odd>\s*[：;=]\s*|\s+|$)(?P<value>[^:].*|)$")
_HYPHEN = re.compile(rf"^(?P<start> *)-(?=(?:{KEYS}): )")
_ODD_HYPHEN = re.compile(rf"^(?P<start> *)(?P<mark>[‐‑‒–—―−•·◦▪●○■*+])\s*(?=(?:{KEYS}):(?:\s|$))")
_LONE_WORD = re.compile(START + r"(?P<key>\w[\w-]*)(?P<value>\s*)$")
_ODD_INDENT = re.compile(f"^[ \\-]*[\t{ODD_SPACES}]")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_MERGE_MARK = re.compile(r"^(<<<<<<< |>>>>>>> |=======\s*$|\|\|\|\|\|\|\| )")
_SPECIAL = "@`%&*!|>[]{},"


def mends(lines: Sequence[str], suspects: Sequence[int]) -> Iterator[Mend]:
    """What might mend a text whose reading stopped near the suspects (lines, from 0), likeliest first."""
    yield from _marks_of_programs(lines)
    yield from _odd_hyphens(lines, suspects)
    yield from _odd_indents(lines, suspects)
    yield from odd_spaces_after_colons(lines, suspects)
    for propose in (
        _unclosed_quote,
        _text_after_quote,
        _backslash,
        _no_space_after_hyphen,
        _no_space,
        _no_colon,
        space_beside_colon,
        part_on_the_line_of_its_key,
        colon_in_text,
        colon_further_down,
        _special,
    ):
        for line in suspects:
            yield from propose(lines, line)
    for line in likeliest(lines, suspects[:2]):
        yield from indentation(lines, line)


def unclosed_before(lines: Sequence[str], last: int) -> list[int]:
    """Lines up to the last one on which a quote is opened and not closed, nearest first; at most three."""
    found: list[int] = []
    for line in range(last, -1, -1):
        if any(_unclosed_quote(lines, line)):
            found.append(line)
            if len(found) == 3:
                break
    return found


def _marks_of_programs(lines: Sequence[str]) -> Iterator[Mend]:
    """Marks of a merge that was not finished, or of a mail that quotes."""
    marked = [line for line, text in enumerate(lines) if _MERGE_MARK.match(text)]
    if marked:
        message = "Version control left its marks here: two people's changes were not brought together"
        hint = "Keep one of the two versions, and delete the lines with the marks"
        yield Mend("AG125", marked[0], 0, message, hint, dict.fromkeys(marked, ""))
    fenced = [line for line, text in enumerate(lines) if text.startswith("```")]
    if fenced:
        message = "This mark stands around a text that is shown as it was typed, and is no part of it"
        yield Mend("AG125", fenced[0], 0, message, "Delete the lines with ```", dict.fromkeys(fenced, ""))
    mailed = {
        line: text.lstrip(">").removeprefix(" ") for line, text in enumerate(lines) if text.startswith(">")
    }
    if len(mailed) > len(lines) // 2:
        message = "The lines begin with >, as a mail program quotes them"
        yield Mend("AG125", min(mailed), 0, message, "Use the attachment, or delete every >", mailed)


def _odd_hyphens(lines: Sequence[str], suspects: Sequence[int]) -> Iterator[Mend]:
    """Long dashes and bullets, which Word makes of the hyphens of a list."""
    odd = {line: found for line, text in enumerate(lines) if (found := _ODD_HYPHEN.match(text)) is not None}
    first = min((line for line in suspects if line in odd), default=None)
    if first is None:
        return
    mended = {line: f"{found['start']}- {lines[line][found.end() :]}" for line, found in odd.items()}
    mark = odd[first]["mark"]
    message = f"A list's items begin with a plain hyphen, and {quoted(mark)} is none{more_lines([*odd])}"
    hint = f"Write {quoted(mended[first].strip())}"
    yield Mend("AG130", first, len(odd[first]["start"]), message, hint, mended)


def _odd_indents(lines: Sequence[str], suspects: Sequence[int]) -> Iterator[Mend]:
    """Tabs and other spaces that are not plain ones at the beginning of lines."""
    if not any(_ODD_INDENT.match(lines[line]) for line in suspects):
        return
    odd = [line for line, text in enumerate(lines) if _ODD_INDENT.match(text)]
    first = next(line for line in odd if line in suspects)
    found = _ODD_INDENT.match(lines[first])
    column = found.end() - 1 if found else 0
    what = "a tab" if lines[first][column] == "\t" else "a space that is not a plain one"
    message = f"This line is indented with {what}{more_lines(odd)}"
    hint = "Use the space bar to indent, two spaces for each step"
    for width in (2, 4, 8, 1):
        mended = {line: _with_plain_indent(lines[line], width) for line in odd}
        yield Mend("AG111", first, column, message, hint, mended)


def _with_plain_indent(text: str, width: int) -> str:
    rest = text.lstrip("\t -\u00a0\u200b\u202f\u3000\ufeff")
    indent = text[: len(text) - len(rest)]
    return _ODD_SPACE.sub(" ", indent).replace("\t", " " * width) + rest


def _unclosed_quote(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = key_and_value(lines[line])
    if (
        found is None
        or found["value"][:1] not in ("'", '"')
        or _closing(lines[line][found.start("value") :]) > 0
    ):
        return
    quote, text = found["value"][0], lines[line].rstrip()
    message = f"The quote {quote} is opened here and not closed"
    hint = f"Write {quote} at the end of the text, too"
    yield Mend("AG112", line, found.start("value"), message, hint, {line: text + quote})


def _closing(value: str) -> int:
    """Where the quote at the beginning of a value is closed; -1 if it is not."""
    quote, index = value[0], 1
    while index < len(value):
        if quote == '"' and value[index] == "\\":
            index += 1
        elif value[index] == quote:
            if quote == '"' or value[index + 1 : index + 2] != "'":
                return index
            index += 1
        index += 1
    return -1


def _text_after_quote(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = key_and_value(lines[line])
    if found is None or found["value"][:1] not in ("'", '"'):
        return
    value = found["value"]
    closing = _closing(value)
    if closing < 0 or not value[closing + 1 :].strip():
        return
    inner = value[1:-1] if value[-1] == value[0] == "'" else value
    message = "The text goes on after the closing quote"
    column = found.start("value") + closing + 1
    yield quoting("AG113", line, column, message, found, inner)


def _backslash(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = key_and_value(lines[line])
    if found is not None and found["value"][:1] == '"' and "\\" in found["value"]:
        message = "A backslash in double quotes begins a special character, and this is none"
        column = found.start("value") + found["value"].index("\\")
        yield quoting("AG126", line, column, message, found, found["value"].strip('"'), "'")


def _no_space_after_hyphen(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = _HYPHEN.match(lines[line])
    if found is not None:
        mended = f"- {lines[line][found.end() :]}"
        message = "The space after the hyphen is missing"
        hint = f"Write {quoted(mended)}"
        yield Mend("AG115", line, found.end(), message, hint, {line: found["start"] + mended})


def _no_space(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = _NO_SPACE.match(lines[line])
    if found is not None:
        mended = f"{found['key']}: {found['value'].strip()}"
        message = f"The space after `{found['key']}:` is missing"
        column = found.end("key") + 1
        yield Mend("AG115", line, column, message, f"Write {quoted(mended)}", {line: found["start"] + mended})


def _no_colon(lines: Sequence[str], line: int) -> Iterator[Mend]:
    text = lines[line][:LONGEST_LINE]
    found = _NO_COLON.match(text) or _LONE_WORD.match(text)
    if found is None or text != lines[line]:
        return
    value = found["value"].strip()
    mended = f"{found['key']}: {value}".rstrip()
    message = f"The colon after {quoted(found['key'])} is missing"
    if "odd" in found.groupdict() and found["odd"].strip():
        message = f"{quoted(found['odd'].strip())} stands where a colon is needed"
    hint = f"Write {quoted(mended)}"
    yield Mend("AG116", line, found.end("key"), message, hint, {line: found["start"] + mended})


def _special(lines: Sequence[str], line: int) -> Iterator[Mend]:
    found = key_and_value(lines[line])
    if found is None or not (found["value"][:1] in tuple(_SPECIAL) or found["value"][:2] in ("- ", "? ")):
        return
    message = f"A text that begins with {found['value'][0]} needs quotes"
    yield quoting("AG118", line, found.start("value"), message, found, found["value"])
