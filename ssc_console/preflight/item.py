"""One line of the check before the show, and how it goes from process to process."""

from enum import StrEnum
from typing import Any

from ssc_console.show.value import value


class Verdict(StrEnum):
    """What a line comes to."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    ASKS = "asks"
    """A person has to say whether it is so."""


@value
class Item:
    """One line.

    Attributes:
        what: What was looked at: *Video 1: Secretary-General*.
        words: What was found, in a few words; perhaps empty.
        what_to_do: A sentence with its full stop; empty where nothing has to be done.
        file: That is wrong, as the agenda names it; else empty.
    """

    what: str
    verdict: Verdict
    words: str = ""
    what_to_do: str = ""
    file: str = ""


def good(what: str, words: str = "") -> Item:
    """All is well."""
    return Item(what, Verdict.GOOD, words)


def warning(what: str, words: str, what_to_do: str) -> Item:
    """The show can go on as planned, but somebody should know."""
    return Item(what, Verdict.WARNING, words, what_to_do)


def bad(what: str, words: str, what_to_do: str, file: str = "") -> Item:
    """The show can't go on as planned."""
    return Item(what, Verdict.BAD, words, what_to_do, file)


def record(item: Item) -> dict[str, str]:
    """An item as JSON has it."""
    return {
        "what": item.what,
        "verdict": item.verdict.value,
        "words": item.words,
        "what_to_do": item.what_to_do,
        "file": item.file,
    }


def from_record(found: Any) -> Item:
    """An item from its record.

    Raises:
        ValueError: It is none.
    """
    try:
        return Item(
            found["what"],
            Verdict(found["verdict"]),
            found["words"],
            found["what_to_do"],
            found.get("file", ""),
        )
    except (KeyError, TypeError, AttributeError) as why:
        raise ValueError(f"no item of a check: {why}") from None
