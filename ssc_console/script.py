"""A scripted rehearsal: its text to steps, every mistake with its line, its column and what was expected."""

import re
from collections.abc import Callable
from datetime import time, timedelta

from ssc_console import timecode
from ssc_console.show import commands as c
from ssc_console.show.cuts import Goal
from ssc_console.show.media import MediaState, Observation
from ssc_console.show.presence import Readiness
from ssc_console.show.value import value
from ssc_console.timecode import NotATime


@value
class Read:
    """Write down the show as it is."""


@value
class StepWall:
    """The wall clock is stepped; the script's own times go on as before."""

    by: timedelta


@value
class PostponeTo:
    """Postpone to a time of day, which the event's zone and date make an instant."""

    to: time


Step = Read | StepWall | PostponeTo | c.Command | c.ObserveMedia


@value
class Line:
    """One step of a script.

    Attributes:
        number: Of the line in the file, from 1.
        when: A time of day, or so long after the line before.
        name: What the step is called: its first word, or “catch up”.
    """

    number: int
    when: time | timedelta
    name: str
    step: Step


@value
class ScriptProblem:
    """A line that can't be read. Line and column count from 1."""

    line: int
    column: int
    message: str


class _Expected(Exception):
    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column


_TOKEN = re.compile(r'\s*(?:(#.*)|("[^"]*"?)|([^\s"#]+))')


class _Words:
    """The words of one line, taken one after the other; each with its column."""

    def __init__(self, text: str) -> None:
        self.words: list[tuple[int, str]] = []
        place = 0
        while found := _TOKEN.match(text, place):
            place = found.end()
            comment, quoted, plain = found.groups()
            if comment is not None:
                break
            word = quoted if quoted is not None else plain
            self.words.append((found.end() - len(word) + 1, word))
        # Where one more word would stand: before a comment, if there is one.
        self.end = self.words[-1][0] + len(self.words[-1][1]) + 1 if self.words else 1
        self._next = 0

    def take(self, expected: str) -> tuple[int, str]:
        if self._next == len(self.words):
            raise _Expected(self.end, f"expected {expected}")
        self._next += 1
        return self.words[self._next - 1]

    def peek(self) -> str | None:
        return self.words[self._next][1] if self._next < len(self.words) else None

    def done(self) -> None:
        if self._next < len(self.words):
            column, word = self.words[self._next]
            raise _Expected(column, f"expected the end of the line, not “{word}”")

    def id(self, what: str) -> str:
        column, word = self.take(what)
        if word.startswith('"'):
            raise _Expected(column, f"expected {what}, without quotes")
        return word

    def quoted(self, what: str) -> str:
        column, word = self.take(f"{what} in double quotes")
        if len(word) < 2 or not (word.startswith('"') and word.endswith('"')):
            raise _Expected(column, f"expected {what} in double quotes")
        return word[1:-1]

    def word(self, *choices: str) -> str:
        expected = " or ".join(f"“{choice}”" for choice in choices)
        column, word = self.take(expected)
        if word not in choices:
            raise _Expected(column, f"expected {expected}, not “{word}”")
        return word

    def span(self) -> timedelta:
        column, word = self.take("a span such as 30s, 1.5s or 1:30")
        return _timed(column, timecode.parse_span, word)

    def signed_span(self) -> timedelta:
        """A span with an optional minus, joined to it or before it."""
        if self.peek() == "-":
            self.take("-")
            return -self.span()
        column, word = self.take("a span such as 1:00 or -30s")
        if word.startswith("-"):
            return -_timed(column + 1, timecode.parse_span, word[1:])
        return _timed(column, timecode.parse_span, word)

    def position(self) -> timedelta:
        column, word = self.take("a place in the video such as 1:05 or 1:05.250")
        return _timed(column, timecode.parse_position, word)


def _timed(column: int, read: Callable[[str], timedelta], word: str) -> timedelta:
    try:
        return read(word)
    except (NotATime, OverflowError) as why:
        raise _Expected(column, str(why) or f"“{word}” is too long a time") from None


def _segment(words: _Words) -> str:
    return words.id("the id of a segment")


def _add(words: _Words) -> Step:
    duration = words.signed_span()
    return c.Add(duration, _segment(words) if words.peek() is not None else None)


def _move(words: _Words) -> Step:
    segment = _segment(words)
    return c.Move(segment, _segment(words) if words.word("before", "last") == "before" else None)


def _insert(words: _Words) -> Step:
    title, duration = words.quoted("the title"), words.span()
    words.word("after")
    return c.Insert(title, duration, _segment(words))


def _retime(words: _Words) -> Step:
    return c.Retime(_segment(words), words.span())


def _catch_up(words: _Words) -> Step:
    words.word("up")
    if words.peek() is None:
        return c.CatchUp()
    column, goal = words.words[words._next][0], words.quoted("“hard out” or “planned end”")
    if goal not in set(Goal):
        raise _Expected(column, f'expected "hard out" or "planned end", not "{goal}"')
    return c.CatchUp(Goal(goal))


def _measure(words: _Words) -> Step:
    duration = words.span()
    return c.Measure(duration, _segment(words) if words.peek() is not None else None)


def _person(words: _Words) -> Step:
    person = words.id("the key of a person")
    return c.MarkPerson(person, Readiness(words.word(*Readiness)))


def _declare(words: _Words) -> Step:
    return c.Declare(is_rehearsal=words.word("show", "rehearsal") == "rehearsal")


def _postpone(words: _Words) -> Step:
    column, word = words.take("a time of day such as 10:45")
    try:
        return PostponeTo(timecode.parse_time_of_day(word))
    except NotATime as why:
        raise _Expected(column, str(why)) from None


def _media(words: _Words) -> Step:
    state = MediaState(words.word("playing", "paused", "ended", "lost"))
    if state in (MediaState.ENDED, MediaState.LOST):
        return c.ObserveMedia(Observation(state))
    position = words.position()
    words.word("of")
    column, _ = words.words[words._next] if words.peek() is not None else (words.end, "")
    length = words.position()
    if position > length:
        raise _Expected(column, "expected a length that is not shorter than the place in it")
    return c.ObserveMedia(Observation(state, position, length))


def _wall(words: _Words) -> Step:
    column, word = words.take("“+” or “-” and a span")
    if word[0] not in "+-":
        raise _Expected(column, "expected “+” or “-” and a span, such as +2s")
    by = _timed(column + 1, timecode.parse_span, word[1:]) if len(word) > 1 else words.span()
    return StepWall(by if word[0] == "+" else -by)


_STEPS: dict[str, Callable[[_Words], Step]] = {
    "read": lambda _: Read(),
    "start": lambda _: c.Start(),
    "begin": lambda _: c.Begin(),
    "advance": lambda _: c.Advance(),
    "back": lambda _: c.Back(),
    "hold": lambda _: c.Hold(),
    "resume": lambda _: c.Resume(),
    "end": lambda _: c.End(),
    "undo": lambda _: c.Undo(),
    "redo": lambda _: c.Redo(),
    "postpone": _postpone,
    "take": lambda words: c.Take(_segment(words)),
    "add": _add,
    "retime": _retime,
    "skip": lambda words: c.Skip(_segment(words)),
    "restore": lambda words: c.Restore(_segment(words)),
    "move": _move,
    "insert": _insert,
    "catch": _catch_up,
    "standby": lambda words: c.Standby(words.id("the id of a cue")),
    "go": lambda words: c.Go(words.id("the id of a cue")),
    "dismiss": lambda words: c.Dismiss(words.id("the id of a cue")),
    "rearm": lambda words: c.Rearm(words.id("the id of a cue")),
    "do": lambda words: c.Do(words.quoted("what is to be done")),
    "message": lambda words: c.SendMessage(words.quoted("the message")),
    "clear": lambda _: c.ClearMessage(),
    "flash": lambda _: c.Flash(),
    "note": lambda words: c.Note(words.quoted("the note")),
    "measure": _measure,
    "person": _person,
    "declare": _declare,
    "media": _media,
    "wall": _wall,
}


def parse(text: str) -> tuple[tuple[Line, ...], tuple[ScriptProblem, ...]]:
    """The steps of a script, and every line that can't be read."""
    lines: list[Line] = []
    problems: list[ScriptProblem] = []
    for number, row in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        words = _Words(row)
        if not words.words:
            continue
        try:
            lines.append(_line(number, words, is_first=not lines and not problems))
        except _Expected as expected:
            problems.append(ScriptProblem(number, expected.column, str(expected)))
    return tuple(lines), tuple(problems)


def _line(number: int, words: _Words, *, is_first: bool) -> Line:
    when = _when(words, is_first=is_first)
    column, name = words.take("a step, such as read or advance")
    if name not in _STEPS:
        raise _Expected(column, f"expected a step ({', '.join(_STEPS)}), not “{name}”")
    step = _STEPS[name](words)
    words.done()
    return Line(number, when, "catch up" if name == "catch" else name, step)


def _when(words: _Words, *, is_first: bool) -> time | timedelta:
    column, word = words.take("a time")
    if word.startswith("+"):
        if is_first:
            raise _Expected(column, "expected a time of day such as 10:29:00: no line is before this one")
        return _timed(column + 1, timecode.parse_span, word[1:]) if len(word) > 1 else words.span()
    try:
        return timecode.parse_time_of_day(word, needs_seconds=True, allows_fraction=True)
    except NotATime:
        message = f"expected a time such as 10:29:00, or +30s after the line before, not “{word}”"
        raise _Expected(column, message) from None
