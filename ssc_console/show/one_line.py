"""What somebody has written, or a button box has sent, as one line that every screen and report can show."""

import unicodedata

from ssc_console.show.commands import Refused

LONGEST_MESSAGE = 200
"""So many characters the speaker's display shows whole; more is nothing to be read at a glance."""
LONGEST_TITLE = 200
LONGEST_NOTE = 2_000

_UNSEEN = frozenset({"Cc", "Cs"})
"""Categories of Unicode that nothing shows; joiners, as Khmer and Arabic have them, are not among them."""
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""They turn what stands after them around, the screen's own words included."""


def one_line(text: str, what: str, longest: int) -> str:
    """The text without what can't be shown; line breaks and other space are one space. Perhaps empty.

    Args:
        what: It is, as a sentence begins: ``The message``.
        longest: So many characters there may be.

    Raises:
        Refused: It is longer.
    """
    line = " ".join("".join(map(_shown, " ".join(text.split()))).split())
    if len(line) > longest:
        raise Refused(f"{what} has {len(line)} characters, and {longest} can be read: make it shorter.")
    return line


def _shown(character: str) -> str:
    if character in _TURNING or unicodedata.category(character) in _UNSEEN:
        return ""
    return character
