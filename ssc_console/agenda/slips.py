"""What YAML reads without complaint, and not as it was meant: text that would be lost in silence."""

import re

from ssc_console.agenda.fields import TABLES, Type
from ssc_console.agenda.problems import Problem, quoted
from ssc_console.agenda.source import Places

_TEXTS = {row.key for table in TABLES for row in table.rows if row.type in {Type.TEXT, Type.LONG_TEXT}}
_KEY = rf"(?m)^ *(?:- +)*(?:{'|'.join(sorted(_TEXTS))}): +"
_ANCHOR = _KEY + r"(?P<slip>&(?P<name>[\w-]+)) +(?=[^\s#\"'|>\[{])"
_NUMBER = _KEY + r"[^\s\"'#|>\[{&*!][^\n]*?(?P<slip> #[0-9][^\n]*)"

_HASH = _KEY + r"(?P<slip>#[^\s#][^\n]*)"


def slips(text: str) -> list[Problem]:
    """Texts that lose their beginning (`&`) or their end (`#`)."""
    anchors = (
        [slip for slip in re.finditer(_ANCHOR, text) if f"*{slip['name']}" not in text] if "&" in text else []
    )
    numbers = list(re.finditer(_NUMBER, text)) if any(f" #{each}" in text for each in range(10)) else []
    hashes = list(re.finditer(_HASH, text)) if ": #" in text else []
    if not anchors and not numbers and not hashes:
        return []
    places, found = Places(text), []
    for slip in anchors:
        message = "A text that begins with & needs quotes: YAML takes the first word for a mark"
        found.append(places.problem(slip.start("slip"), "AG118", message, "Put quotes around the text"))
    for slip in (*numbers, *hashes):
        comment = slip["slip"].lstrip()
        message = f"A comment begins here: {quoted(comment)} is not part of the text"
        hint = "If it is, put quotes around the text; if it is not, write a space after the #"
        found.append(places.problem(slip.end("slip") - len(comment), "AG127", message, hint))
    return found
