"""What a person probably meant by a value that cannot be read, and how to say so: code, message, hint.

Called only for values that were refused, so it may take its time. A suggestion is always one that reads.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ssc_console import timecode
from ssc_console.agenda.problems import INVISIBLE, quoted
from ssc_console.show.rundown import CHEAPEST, DEAREST

TYPOGRAPHIC_QUOTES = "“”„‟‘’‚‛«»‹›＂＇"
FIRST_YEAR, LAST_YEAR = 1970, 2100
LONGEST = timedelta(days=1)
"""No length in an agenda is longer: its times are times of day."""

LONGEST_TEXT = 80
"""What is longer was no attempt at a figure or a name."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LENGTH_WORDS = (
    r"(?:(\d+) ?h(?:ours?|rs?)?)?,? ?(?:(\d+) ?m(?:in(?:ute)?s?)?\.?)?,? ?(?:(\d+) ?s(?:ec(?:ond)?s?)?\.?)?"
)
_WITH_MORE = (
    r"(?:~|ca\.?|approx\.?|about)? ?(?:(\d+:\d\d:\d\d) ?(?:h|hrs?)?|(\d+:\d\d) ?(?:m|min(?:ute)?s?\.?)?)"
)
_TWELVE_HOURS = r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))? ?([ap])\.?m\.?"


class Explained(NamedTuple):
    """A refusal as it will be noted."""

    code: str
    message: str
    hint: str


def not_a_duration(text: str) -> Explained:
    """Why a text is no length of time, e.g. ``630``, ``5.30``, ``5 min``, ``-1:00``."""
    if text.isascii() and text.isdigit():
        return _bare_length(text)
    if text[0] in "-−–":
        hint = f"Write it without the {text[0]}"
        return Explained("AG301", f"{quoted(text)} is negative, and a length of time cannot be", hint)
    meant = _first_that_reads(_lengths_meant(text), timecode.parse_duration)
    hint = f"Write {meant}" if meant else f"Write {timecode.DURATION_FORM}"
    return Explained("AG301", f"{quoted(text)} is not a length of time", hint)


def not_a_time_of_day(text: str) -> Explained:
    """Why a text is no time of day, e.g. ``630``, ``10.30``, ``10:30 pm``, ``24:00``."""
    if text.isascii() and text.isdigit():
        return _bare_time(text)
    meant = _first_that_reads(_times_meant(text), timecode.parse_time_of_day)
    hint = f"Write {meant}" if meant else "Write hours and minutes of the 24-hour clock, as in 10:30"
    if text.startswith("24:") and meant:
        hint += ": earlier than the event's start, it belongs to the next day"
    return Explained("AG302", f"{quoted(text)} is not a time of day", hint)


def not_a_date(text: str) -> Explained:
    """Why a text is no date that an event can have, e.g. ``14/09/2020``, ``2563-09-14``, ``2020-02-30``."""
    hint = "Write year-month-day, as in 2020-09-14"
    for meant in _dates_meant(_with_ascii_figures(text)):
        hint = f"Write {meant}"
        if text.count("/") == 2 and not text.startswith(str(meant.year)):
            hint += ", if that is the day meant"
        break
    return Explained("AG303", f"{quoted(text)} is not a date", hint)


def not_a_zone(text: str) -> Explained:
    """Why a text is no time zone, with the nearest ones."""
    names = timecode.nearest_zones(text[:LONGEST_TEXT].strip(TYPOGRAPHIC_QUOTES))
    hint = (
        f"Did you mean {_either(names)}?"
        if names
        else ("Write the name of a zone, usually that of the country's largest city, as in Asia/Bangkok")
    )
    return Explained("AG305", f"{quoted(text)} is not a time zone", hint)


def not_one_of(text: str, words: Iterable[str], what: str) -> Explained:
    """Why a text is none of some words."""
    words = tuple(words)
    close = nearest(text, words)
    hint = f"Did you mean {quoted(close)}?" if close else f"Write one of: {', '.join(words)}"
    return Explained("AG308", f"{quoted(text)} is not {what}", hint)


def not_a_flag(text: str) -> Explained:
    """Why a text is neither true nor false, e.g. ``yes``."""
    plain = text.strip(TYPOGRAPHIC_QUOTES).lower()
    if plain in {"yes", "y", "on", "1", "true", "auto"}:
        hint = "Write true"
    elif plain in {"no", "n", "off", "0", "false", "manual"}:
        hint = "Write false"
    else:
        hint = "Write true or false"
    return Explained("AG309", f"{quoted(text)} is neither true nor false", hint)


def not_a_priority(text: str) -> Explained:
    """Why a text is no priority, e.g. ``high``, ``0``, ``10``."""
    plain = text.strip(TYPOGRAPHIC_QUOTES).lower()
    if plain in {"high", "highest", "top", "important"}:
        hint = f"Write {DEAREST}: it keeps its time longest"
    elif plain in {"low", "lowest"}:
        hint = f"Write {CHEAPEST}: it gives time first"
    else:
        hint = f"Write {DEAREST} for what keeps its time longest, up to {CHEAPEST} for what gives first"
    return Explained("AG326", f"{quoted(text)} is not a priority from {DEAREST} to {CHEAPEST}", hint)


def not_a_moment(text: str) -> Explained:
    """Why a text is no moment to hang a cue on, e.g. ``1:00 before the end``, ``5:00 after``, ``10:45``."""
    message = f"{quoted(text)} is not a moment for a cue"
    plain = " ".join(text[:LONGEST_TEXT].strip(TYPOGRAPHIC_QUOTES).lower().replace(" the ", " ").split())
    before = re.fullmatch(r"(?:(.+?) )?(before|after) ?(.*)", plain)
    if before is None:
        close = nearest(plain, ("start", "begin", "end", "hard out"))
        form = "Write start, begin or end, or so long before or after one of them, as in 1:00 before end"
        return Explained("AG310", message, f"Did you mean {quoted(close)}?" if close else form)
    length, side, moment = before.groups()
    if not length:
        return Explained("AG310", message, f"Say how long {side}, as in 1:00 {side} {moment or 'end'}")
    moment = nearest(moment or "end", ("start", "begin", "end", "hard out")) or "end"
    try:
        too_long = timecode.parse_duration(length) > LONGEST
    except timecode.NotATime:
        explained = not_a_duration(length)
        why = f"{message}: {explained.message[0].lower()}{explained.message[1:]}"
        meant = _first_that_reads(_lengths_meant(length), timecode.parse_duration)
        hint = f"Write {meant} {side} {moment}" if meant else explained.hint
        return Explained(explained.code, why, hint)
    if too_long:
        return Explained("AG312", f"{quoted(length)} is more than a day", f"Write {timecode.DURATION_FORM}")
    return Explained("AG310", message, f"Write it as in {length} {side} {moment}")


def several(text: str) -> list[str]:
    """What a text names, if it names several in one: ``ann, bob``, ``ann and bob``, ``ann & bob``."""
    return [each for each in re.split(r"\s*(?:[,;/&+]|\band\b)\s*", text[:LONGEST_TEXT]) if each]


def nearest(text: str, words: Iterable[str]) -> str | None:
    """The word that comes nearest to a wrong one, whatever its case; None if none is near."""
    from difflib import get_close_matches  # only a mistake needs it: 6 ms less to start

    by_spelling = {word.lower(): word for word in words}
    seen = text[:LONGEST_TEXT] if text.isascii() else re.sub(INVISIBLE, "", text[:LONGEST_TEXT])
    plain = seen.strip(TYPOGRAPHIC_QUOTES + "'\" :：").lower().replace(" ", "_").replace("-", "_")
    for spelling in (plain, plain.replace("_", "-"), plain.replace("_", " ")):
        if spelling in by_spelling:
            return by_spelling[spelling]
    matches = get_close_matches(plain, list(by_spelling), 1, 0.65)
    return by_spelling[matches[0]] if matches else None


def _bare_length(text: str) -> Explained:
    number = int(text[:7])
    if not number:
        return Explained("AG304", f"The bare number {quoted(text)} is not a length of time", "Write 0:00")
    minutes, rest = divmod(number, 100)
    first = timedelta(minutes=minutes, seconds=rest) if minutes and rest < 60 else timedelta(minutes=number)
    last = timedelta(seconds=number)
    hint = f"Write {timecode.span(first)} or, if {number} seconds are meant, {timecode.span(last)}"
    if last > LONGEST:
        hint = f"Write {timecode.DURATION_FORM}"
    elif first > LONGEST:
        hint = f"Write {timecode.span(last)} if {number} seconds are meant"
    return Explained("AG304", f"The bare number {quoted(text)} can be read in two ways", hint)


def _bare_time(text: str) -> Explained:
    number = int(text[:7])
    hours, minutes = divmod(number, 100) if number >= 100 else (number, 0)
    readings = [f"{hours}:{minutes:02}"] if hours < 24 and minutes < 60 else []
    if number < 24 * 60:
        counted = f"{number // 60}:{number % 60:02}"
        readings.append(f"{counted} (as programs that count {number} minutes from midnight mean it)")
    if not number:
        readings = ["0:00"]
    message = f"The bare number {quoted(text)} is not a time of day"
    if len(readings) > 1:
        message = f"The bare number {quoted(text)} can be read in two ways"
    hint = f"Write {' or '.join(readings)}" if readings else "Write hours and minutes, as in 10:30"
    return Explained("AG304", message, hint)


def _first_that_reads(texts: Iterable[str], parse: Callable[[str], object]) -> str | None:
    for text in texts:
        try:
            parse(text)
        except ValueError:
            continue
        return text
    return None


def _plain(text: str) -> str:
    """Without quotes and capitals, with figures and colons of the English keyboard."""
    return " ".join(_with_ascii_figures(text).strip(TYPOGRAPHIC_QUOTES + "'\"").lower().split())


def _with_ascii_figures(text: str) -> str:
    figures = (str(unicodedata.digit(each, -1)) if each.isdigit() else each for each in text[:LONGEST_TEXT])
    return "".join(figures).replace("：", ":")


def _lengths_meant(text: str) -> Iterator[str]:
    plain = _plain(text)
    yield plain
    yield re.sub(r" ?[:.,;'’] ?", ":", plain)
    words = re.fullmatch(_LENGTH_WORDS, plain)
    if words is not None and any(words.groups()):
        yield " ".join(
            f"{int(count)}{unit}" for count, unit in zip(words.groups(), "hms", strict=True) if count
        )
    colons = re.fullmatch(r"(\d{1,3}):(\d{1,2})", plain)
    if colons is not None:
        yield timecode.span(timedelta(minutes=int(colons[1]), seconds=int(colons[2])))
    unit_too = re.fullmatch(_WITH_MORE, plain)
    if unit_too is not None:
        yield unit_too[1] or unit_too[2]
    fraction = re.fullmatch(r"(\d+:\d\d)\.\d+", plain)
    if fraction is not None:
        yield fraction[1]


def _times_meant(text: str) -> Iterator[str]:
    plain = _plain(text).removesuffix(" hrs").removesuffix(" h").removesuffix(" น.")
    yield plain
    yield re.sub(r" ?[:.,;h'’] ?", ":", plain)
    if plain.startswith("24:"):
        yield "0" + plain[2:]
    twelve = re.fullmatch(_TWELVE_HOURS, plain.replace(".", ":", 1) if plain[:1].isdigit() else plain)
    if twelve is not None:
        hour = int(twelve[1]) % 12 + (12 if twelve[3] == "p" else 0)
        yield f"{hour}:{twelve[2] or '00'}"


def _dates_meant(text: str) -> Iterator[date]:
    """The dates that a text could mean, likeliest first; each is one that an event can have."""
    found = re.findall(r"\d+|[a-z]{3,}", text.lower())
    parts = [_MONTHS.index(each[:3]) + 1 if each[:3] in _MONTHS else each for each in found]
    numbers = [each if isinstance(each, int) else int(each[:6]) for each in parts if str(each).isdigit()]
    if len(numbers) != 3:
        return
    named = [each for each in parts if isinstance(each, int)]
    one, two, three = numbers
    orders = [(one, two, three), (three, two, one), (three, one, two)]
    if named:
        orders = [order for order in orders if order[1] == named[0]]
    for year, month, day in orders:
        for true_year in (year, year - 543):
            try:
                meant = date(true_year, month, day)
            except (ValueError, OverflowError):
                continue
            if FIRST_YEAR <= true_year <= LAST_YEAR:
                yield meant


def _either(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
