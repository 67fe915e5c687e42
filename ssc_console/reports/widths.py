"""How much room a text takes where nobody can be asked: in cells of a terminal, and roughly in a picture."""

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iljtfr.,:;|!'’“”()[] ·1I")
_BROAD = frozenset("mwMW@%—")


def cells(text: str) -> int:
    """Cells of a terminal: two for most of Chinese, none for a Thai vowel above."""
    return sum(map(_cells, text))


@lru_cache(maxsize=1024)
def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


@lru_cache(maxsize=1024)
def _ems(character: str) -> float:
    """Roughly, in a sans serif; on the safe side."""
    taken = _cells(character)
    if taken != 1:
        return float(taken) / 2
    if character in _NARROW:
        return 0.34
    if character in _BROAD:
        return 0.92
    return 0.7 if character.isupper() else 0.58


def cut(text: str, room: float) -> str:
    """A text that fits in so many ems; with an ellipsis if it had to be cut."""
    if sum(map(_ems, text)) <= room:
        return text
    left = room - 0.8
    for index, character in enumerate(text):
        left -= _ems(character)
        if left < 0:
            return _whole_letters(text[:index]).rstrip(" :,·–") + "…"
    return text


def _whole_letters(text: str) -> str:
    """Without a last letter that may have lost the marks above it (Thai, Khmer …)."""
    while text and unicodedata.category(text[-1]) in {"Mn", "Me"}:
        text = text[:-1]
    return text
