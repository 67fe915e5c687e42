"""What can be wrong with an agenda: the catalogue of codes, a problem found, and how it is shown to a person.

A code is stable: once released it keeps its meaning, and a new mistake gets a new code.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from ssc_console.show.value import value

if TYPE_CHECKING:
    from yaml.nodes import Node

Place: TypeAlias = "Node | None"
"""Where a problem is: at the beginning of a node, or with the file as a whole."""

TAB_WIDTH = 4
SHOWN_WIDTH = 100
"""How many columns of a source line are shown, around the caret."""


class Severity(StrEnum):
    """Whether the file can be loaded all the same."""

    ERROR = "error"
    WARNING = "warning"


@value
class Mistake:
    """A row of the catalogue: one kind of problem, and whether the file is loaded in spite of it."""

    severity: Severity
    meaning: str


def _error(meaning: str) -> Mistake:
    return Mistake(Severity.ERROR, meaning)


def _warning(meaning: str) -> Mistake:
    return Mistake(Severity.WARNING, meaning)


CATALOGUE: dict[str, Mistake] = {
    # The file, its encoding, and YAML
    "AG101": _error("There is no such file."),
    "AG102": _error("It is a folder or a device, not a file."),
    "AG103": _error("The file cannot be read: not permitted, or the disk failed."),
    "AG104": _error("The file is far too large for an agenda."),
    "AG105": _error("The file is empty, or has only comments."),
    "AG106": _error("It is not text: a workbook, a picture, an archive …"),
    "AG107": _error("The text is UTF-16 or UTF-32, not UTF-8."),
    "AG108": _error("The text is in an encoding that is not UTF-8."),
    "AG109": _error("There is an invisible control character."),
    "AG110": _error("It is not YAML, in a way that has no code of its own."),
    "AG111": _error("A tab, or a space that is not a plain one, is used to indent."),
    "AG112": _error("A quote is opened and not closed."),
    "AG113": _error("Text goes on after the closing quote."),
    "AG114": _error("A colon and a space stand inside text without quotes."),
    "AG115": _error("The space after a key's colon is missing."),
    "AG116": _error("The colon after a key is missing."),
    "AG117": _error("A line is indented too much or too little."),
    "AG118": _error("Text without quotes begins with a character that means something to YAML."),
    "AG119": _error("A key is given twice in one place."),
    "AG120": _error("An alias (`*name`) is unknown, refers to itself, or repeats too much."),
    "AG121": _error("A tag (`!name`) is used."),
    "AG122": _error("A second document begins in the same file (`---`)."),
    "AG123": _error("Lists or keys are nested far too deep."),
    "AG124": _warning("Typographic quotes stand around a text and would be shown with it."),
    "AG125": _error("A version-control or mail program left its marks in the file."),
    "AG126": _error("A backslash in double quotes begins no special character that there is."),
    "AG127": _warning("A `#` after a text begins a comment, and what follows it is not shown."),
    "AG128": _warning("A quotation mark stands alone at an end of a text, and would be shown with it."),
    "AG129": _warning("An invisible character turns around the order in which a text is shown."),
    "AG130": _error("An item of a list begins with a long dash or a bullet, and not with a hyphen."),
    # The structure
    "AG201": _error("An unknown key."),
    "AG203": _error("A key that is needed is missing."),
    "AG204": _error("Keys and values are expected here, and something else was found."),
    "AG205": _error("A list is expected here, and something else was found."),
    "AG206": _error("One text is expected here, and a list or keys were found."),
    "AG207": _error("A key that is needed is left empty."),
    "AG208": _error("Two keys that exclude each other."),
    "AG209": _error("A cue says nothing and does nothing."),
    "AG210": _warning("A session has no segments."),
    "AG211": _error("There is not a single segment."),
    "AG212": _error("YAML's merge key (`<<`) is used."),
    # Values and times
    "AG301": _error("Not a length of time."),
    "AG302": _error("Not a time of day."),
    "AG303": _error("Not a date."),
    "AG304": _error("A bare number where a time is expected; most can be read in two ways."),
    "AG305": _error("Not a time zone."),
    "AG306": _error("A local time that does not exist: daylight saving jumps over it."),
    "AG307": _error("A local time that exists twice: daylight saving ends."),
    "AG308": _error("Not one of the words that are possible here."),
    "AG309": _error("Not `true` or `false`."),
    "AG310": _error("Not a moment that a cue can hang on."),
    "AG311": _error("A moment that fits other cues, but not this one."),
    "AG312": _error("A length of more than a day."),
    "AG313": _warning("A segment without any time."),
    "AG314": _warning("The red threshold comes before the amber one."),
    "AG315": _warning("The shortest duration is longer than the planned one."),
    "AG316": _error("The event's end is its start."),
    "AG317": _error("`duration: media`, and there is no media file to ask."),
    "AG318": _error("`duration: media`, and the file's length cannot be read."),
    "AG319": _error("A text holds a control character."),
    "AG320": _error("Not an id: lower case letters, figures and hyphens."),
    "AG321": _error("Not something that a cue can do."),
    "AG322": _error("Not an address of the web."),
    "AG323": _error("A cue, or a video, would show the cover of a publication before it is revealed."),
    "AG324": _warning("A key that means something only for a video, or only for a launch."),
    "AG325": _error("A step of a launch stands where nothing is launched."),
    "AG326": _error("Not a priority from 1 to 9."),
    "AG327": _error("A fallback names a picture and a segment: one press does one of the two."),
    "AG328": _warning("A line to the speaker is longer than can be read at a glance."),
    # References and ids
    "AG401": _error("A speaker who is not among the people."),
    "AG402": _warning("A person nobody refers to."),
    "AG403": _error("An id is used twice."),
    "AG404": _warning("A media file is missing."),
    "AG405": _error("An id that the console keeps for itself."),
    "AG406": _warning("A picture is missing."),
    "AG407": _error("A fallback names no segment, or its own."),
    # The plan
    "AG501": _error("A segment is to start before the one in front of it is over."),
    "AG502": _warning("The plan does not fit before the hard out."),
    "AG503": _error("A segment's `until` is not after its start."),
    "AG504": _warning("A time of day was taken for the next day, and is after the hard out."),
}


@value
class Problem:
    """One thing that is wrong, and where.

    Attributes:
        code: Key of the catalogue, e.g. ``AG301``.
        line: From 1; a problem of the file as a whole stands at line 1, column 1.
        column: From 1, in characters.
        message: What is wrong; a sentence without its full stop.
        hint: What to write instead; a sentence without its full stop, or a question with its mark.
        segment: Id of the segment that can't go on as planned with it; empty: none, or all.
        source_line: The line as it stands in the file, without its line end; empty where there is none.
    """

    code: str
    line: int
    column: int
    message: str
    hint: str
    source_line: str = ""
    segment: str = ""

    @property
    def severity(self) -> Severity:
        """An error keeps the file from being loaded; a warning does not."""
        return CATALOGUE[self.code].severity


class Findings:
    """The problems found so far, in the order in which they were found.

    Attributes:
        problems: Those that stand somewhere in the text.
        of_the_file: Those of the file as a whole.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.of_the_file: list[Problem] = []

    def add(self, code: str, place: Place, message: str, hint: str, segment: str = "") -> None:
        """Notes a problem at the beginning of a piece of the file; None: of the file as a whole."""
        if place is None:
            self.of_the_file.append(Problem(code, 1, 1, message, hint))
            return
        mark = place.start_mark
        self.problems.append(Problem(code, mark.line + 1, mark.column + 1, message, hint, segment=segment))

    def keep(self, wanted: Callable[[Problem], bool]) -> None:
        """Forgets all problems but the wanted ones."""
        self.problems = [problem for problem in self.problems if wanted(problem)]
        self.of_the_file = [problem for problem in self.of_the_file if wanted(problem)]


def render(
    problem: Problem, path: PathLike[str] | str, colour: bool = False, severity: Severity | None = None
) -> str:
    """``file:line:column: what. Remedy.``, and below it the source line with a caret under the place.

    Args:
        severity: What it counts as here, if that is not its own.
    """
    severity = severity or problem.severity
    bold, tint, dim, plain = ("\033[1m", "\033[31m", "\033[2m", "\033[0m") if colour else ("",) * 4
    if colour and severity is Severity.WARNING:
        tint = "\033[33m"
    text = f"{bold}{path}:{problem.line}:{problem.column}:{plain} {in_words(problem)}"
    lines = [f"{text} {dim}[{tint}{severity}{plain}{dim} {problem.code}]{plain}"]
    if problem.source_line.strip():
        shown, indent = _window(problem.source_line, problem.column)
        lines += [f"    {shown}", f"    {' ' * indent}{tint}^{plain}"]
    return "\n".join(lines)


def in_words(problem: Problem) -> str:
    """What is wrong and the remedy, as two sentences."""
    return f"{problem.message}. {problem.hint}{'' if problem.hint.endswith('?') else '.'}"


def _window(source: str, column: int) -> tuple[str, int]:
    """The part of a source line around a column (from 1), and how many cells stand before the caret."""
    first = max(0, column - SHOWN_WIDTH)
    before, after = source[first : column - 1], source[column - 1 : column - 1 + SHOWN_WIDTH]
    while sum(map(_width, before)) > SHOWN_WIDTH - 20:
        first += 10
        before = before[10:]
    room = SHOWN_WIDTH - sum(map(_width, before))
    while sum(map(_width, after)) > room:
        after = after[:-1]
    lead = "… " if first else ""
    more = "…" if first + len(before) + len(after) < len(source.rstrip()) else ""
    shown = lead + "".join(map(_shown, before + after)).rstrip() + more
    return shown, len(lead) + sum(map(_width, before))


_UNSHOWN = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
"""What can't be put on a terminal. Slow to compile, so that waits for a text that is not all printable."""


def _shown(character: str) -> str:
    """A character as it can safely be put on a terminal."""
    if character == "\t":
        return " " * TAB_WIDTH
    return character if character.isprintable() else re.sub(_UNSHOWN, "\N{REPLACEMENT CHARACTER}", character)


def _width(character: str) -> int:
    """How many cells of a terminal it takes: two for most of Chinese, none for a Thai vowel above."""
    if character == "\t":
        return TAB_WIDTH
    if character.isascii():
        return 1
    import unicodedata  # most lines do without, and it takes a part of the start

    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


INVISIBLE = "[\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
"""What takes no room, and no script needs within a word: it came along with something that was copied."""
TURNING = "[\u202a-\u202e\u2066-\u2069]"
"""Those of them that turn the order of what is shown around; a right-to-left script does without."""


def quoted(text: str, longest: int = 60) -> str:
    """A piece of the file as messages show it: on one line, cut if it is long, in backticks.

    A character that can't be seen is named: without it, the piece would look as if it were right.
    """
    line = " ".join(text[: 4 * longest].split())
    if not line.isprintable():
        line = re.sub(INVISIBLE, lambda found: f"⟨U+{ord(found[0]):04X}⟩", line)
        line = re.sub(_UNSHOWN, " ", line)
    return f"`{line if len(line) <= longest else line[: longest - 1] + '…'}`"
