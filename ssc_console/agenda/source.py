"""From a file to its text: whatever the file is, there is text to go on with, or an answer why not."""

import os
import re
import stat
from bisect import bisect_right
from itertools import pairwise
from os import PathLike

from ssc_console.agenda.problems import Problem
from ssc_console.show.value import value

LARGEST = 16 * 1024 * 1024
"""Bytes. Ten thousand segments with long scripts are a third of it."""

LINE_END = "\r\n|[\n\r\x85\u2028\u2029]"
"""What ends a line for YAML: so that our line numbers are its own."""

_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
_SAVE_AS_UTF8 = "Save it as UTF-8 (in Notepad: Save as…, Encoding: UTF-8)"
_AS_TEXT = "An agenda is a text file: start from agenda.yaml and edit it in Notepad or any other text editor"

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Microsoft Office (.doc, .xls, .ppt)"),
    (b"{\\rtf", "a formatted document (RTF)"),
    (b"Rar!", "an archive (RAR)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"bplist", "an Apple property list"),
    (b"SQLite format 3", "a database"),
)
_ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"xl/", "an Excel workbook", "Start from agenda.yaml, and copy its cells into that one by one"),
    (b"word/", "a Word document", "Copy its text into a text file; Word itself cannot save an agenda"),
    (b"ppt/", "a PowerPoint presentation", _AS_TEXT),
    (b"opendocument", "a LibreOffice document", _AS_TEXT),
)


@value
class Source:
    """The text of a file, as far as there is one.

    Attributes:
        text: Without a byte-order mark; None if there is nothing to read on.
        problems: What was wrong on the way; with text, the text is a guess to find further problems by.
    """

    text: str | None
    problems: tuple[Problem, ...] = ()


def read_bytes(path: PathLike[str] | str) -> bytes | Problem:
    """The bytes of a file, never more than `LARGEST`; nothing else is opened, so nothing can hang."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
            return _whole("AG102", f"This is {what}, not a file", "Name the agenda's file itself")
        if status.st_size > LARGEST:
            return _too_large(status.st_size)
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return _whole("AG101", "There is no such file", _look_alike(path))
    except PermissionError:
        return _whole(
            "AG103", "The file may not be read", "Ask its owner for permission to read it, or copy it"
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        return _whole(
            "AG103", f"The file cannot be read: {reason}", "Try again, or use a copy on this computer"
        )
    return data if len(data) <= LARGEST else _too_large(len(data))


def _look_alike(path: PathLike[str] | str) -> str:
    from difflib import get_close_matches  # only a mistake needs it: 6 ms less to start

    try:
        names = os.listdir(os.path.dirname(path) or ".")
    except (OSError, ValueError):
        return "Look at the name and the folder again"
    for name in get_close_matches(os.path.basename(path), names, 1, 0.7):
        return f"Did you mean {name}?"
    return "Look at the name and the folder again"


def decode(data: bytes) -> Source:
    """The text of an agenda's bytes, or what they are instead."""
    if len(data) > LARGEST:
        return Source(None, (_too_large(len(data)),))
    if data[:3] == b"\xef\xbb\xbf":
        data = data[3:]
    strange = _wide(data) or _binary(data)
    if strange is not None:
        return Source(None, (strange,))
    try:
        text = data.decode("utf-8")
        problems = _control_characters(text)
    except UnicodeDecodeError as error:
        text, problems = _guessed(data, error.start)
    return Source(text, problems)


def lines_of(text: str) -> list[str]:
    """The lines of a text without control characters as YAML counts them, without their ends."""
    return (text + " ").splitlines()


def _whole(code: str, message: str, hint: str) -> Problem:
    return Problem(code, 1, 1, message, hint)


def _too_large(size: int) -> Problem:
    message = f"The file has {size / 1e6:,.0f} MB: no agenda is as large as that"
    return _whole(
        "AG104", message, f"Look whether it is the right file; at most {LARGEST / 1e6:.0f} MB are read"
    )


def _wide(data: bytes) -> Problem | None:
    """The problem if it is UTF-16 or UTF-32, with a byte-order mark or without."""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\0\0\xfe\xff"
    sample = data[:400]
    unmarked = len(sample) >= 4 and (
        (not any(sample[1::2]) and all(sample[::2])) or (not any(sample[::2]) and all(sample[1::2]))
    )
    if not marked and not unmarked:
        return None
    return _whole("AG107", "The text is saved as UTF-16 (“Unicode” in Notepad)", _SAVE_AS_UTF8)


def _binary(data: bytes) -> Problem | None:
    """The problem if it is not text at all."""
    if data[:4] == b"PK\x03\x04":
        for mark, what, hint in _ZIPPED:
            if mark in data:
                return _whole("AG106", f"This is {what}, not a text", hint)
        return _whole("AG106", "This is a ZIP archive, not a text", "Unpack it first")
    for start, what in _KINDS:
        if data.startswith(start):
            return _whole("AG106", f"This is {what}, not a text", _AS_TEXT)
    if data[:200].lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        hint = "Download the file itself; this is the page around it"
        return _whole("AG106", "This is a web page, not an agenda", hint)
    if b"\0" in data or _is_mostly_unprintable(data[:4000]):
        return _whole("AG106", "This is not a text", _AS_TEXT)
    return None


def _is_mostly_unprintable(sample: bytes) -> bool:
    odd = sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\r\x0c\x1b")
    return odd > len(sample) // 10


def _control_characters(text: str) -> tuple[Problem, ...]:
    """The problem of characters that YAML refuses: at the first of them, for all."""
    if text.replace("\n", "").isprintable():
        return ()  # the usual file, which need not wait for the pattern to be compiled
    found = re.search(_CONTROL, text)
    if found is None:
        return ()
    more = len(re.findall(_CONTROL, text)) - 1
    message = f"There is an invisible control character (U+{ord(found[0]):04X}) here"
    message += f", and {more} more in the file" if more else ""
    hint = "Delete it, and type the line again if need be"
    return (Places(text).problem(found.start(), "AG109", message, hint),)


def without_control_characters(text: str) -> str:
    """A text to go on with; every other character keeps its place."""
    return re.sub(_CONTROL, " ", text)


class Places:
    """Where the characters of a text stand.

    Attributes:
        text: The text that indexes (from 0) count in.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [(found.start(), found.end()) for found in re.finditer(LINE_END, text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def problem(self, index: int, code: str, message: str, hint: str) -> Problem:
        """A problem at a character."""
        line = bisect_right(self._starts, index) - 1
        start = self._starts[line]
        return Problem(code, line + 1, index - start + 1, message, hint, self.text[start : self._ends[line]])


def _guessed(data: bytes, first_bad: int) -> tuple[str, tuple[Problem, ...]]:
    """A text in the encoding that it is likeliest to have, and the problem that this had to be guessed."""
    high = [index for index, byte in enumerate(data[:200_000]) if byte >= 0x80]
    in_a_row = sum(1 for one, next_one in pairwise(high) if next_one == one + 1)
    encoding, name = ("cp874", "Thai Windows") if in_a_row > len(high) // 2 else ("cp1252", "Western Windows")
    text = data.decode(encoding, errors="replace")
    bad_lines = 0
    for line in data.splitlines():
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            bad_lines += 1
    message = f"The text is not UTF-8: perhaps it was saved in the {name} encoding"
    message += f"; {bad_lines} lines are affected" if bad_lines > 1 else ""
    return text, (Places(text).problem(first_bad, "AG108", message, _SAVE_AS_UTF8),)
