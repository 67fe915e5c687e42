"""Whether this machine has fonts for every character that screens will show. Needs a QGuiApplication."""

import unicodedata
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont, QTextLayout

from ssc_console.preflight.item import Item, bad, good
from ssc_console.preflight.subject import Subject
from ssc_console.show.rundown import Rundown

_PACKAGES = {
    "THAI": "fonts-noto-ui-core",
    "KHMER": "fonts-noto-ui-core",
    "ARABIC": "fonts-noto-ui-core",
    "LAO": "fonts-noto-ui-core",
    "MYANMAR": "fonts-noto-ui-core",
    "CJK": "fonts-wqy-microhei",
}
"""As in script/bootstrap, and others that are in the same package."""


def scripts(subject: Subject) -> Iterator[Item]:
    """One item: fonts for the names, titles and scripts of the rundown."""
    missing = without_glyph(_texts(subject.rundown))
    if not missing:
        yield good("Fonts for all names")
        return
    for script, words in _by_script(missing).items():
        package = _PACKAGES.get(script)
        remedy = f"sudo apt-get install {package}" if package else "install one, such as Noto"
        yield bad(
            "Fonts", f"none for {script.capitalize()}: “{words}” shows as boxes", f"Install one: {remedy}."
        )


def _texts(rundown: Rundown) -> Iterator[str]:
    yield rundown.event.title
    for person in rundown.people.values():
        yield from (person.name, person.title or "", person.organisation or "")
    for segment in rundown.segments:
        yield from (segment.title, segment.session or "", segment.script or "")
        if segment.publication is not None:
            yield segment.publication.title


def without_glyph(texts: Iterable[str]) -> dict[str, str]:
    """The characters that no font has, each with a text in which it stands."""
    wanted: dict[str, str] = {}
    for text in texts:
        for character in text:
            if ord(character) > 0x7F and character.isprintable():
                wanted.setdefault(character, text)
    return {character: text for character, text in wanted.items() if not _can_be_shown(character)}


def _can_be_shown(character: str) -> bool:
    if unicodedata.combining(character) or unicodedata.category(character).startswith("M"):
        return True  # a mark by itself is shown on a circle: its letters tell
    layout = QTextLayout(character, QFont())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())


def _by_script(missing: dict[str, str]) -> dict[str, str]:
    """A text for each script, by the first word of the character's name: *KHMER LETTER KA*."""
    found: dict[str, str] = {}
    for character, text in missing.items():
        found.setdefault(unicodedata.name(character, "UNKNOWN").split()[0], text)
    return found
