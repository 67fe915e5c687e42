"""The typeface: Inter where it is bundled, else the system's sans; figures always tabular.

Other scripts (Thai, Chinese, Khmer, Arabic) come from the system's fonts by Qt's own fallback.
"""

import os
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from ssc_console.resources import resource

Asked = ParamSpec("Asked")
Answer_co = TypeVar("Answer_co", covariant=True)

if TYPE_CHECKING:
    from functools import _CacheInfo
    from typing import Protocol

    class Remembered(Protocol[Asked, Answer_co]):
        """A question whose answers are kept."""

        def __call__(self, *asked: Asked.args, **how: Asked.kwargs) -> Answer_co: ...
        def cache_info(self) -> _CacheInfo: ...


REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600
BOLD = 700

_TABULAR = "tnum"
_AS_DRAWN = QFont.HintingPreference.PreferNoHinting
"""Letters are the same on every system and in every scale. To fit them to the pixels of one, as some systems
do, takes a desk 7 ms of its start, and changes how heavy they look."""
_LETTERS = frozenset(
    chr(each) for each in (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x149), *range(0x14A, 0x180))
)
_SIGNS = frozenset("‐‑‒–—―‘’‚“”„†‡•…‹›←↑→↓−×≈≠≤≥▲▶▼◀●○✓✗⚠")
"""What the console writes beside letters. The typeface has both: see `script/make_font.py`."""

UNSAID_BY_QT = ("QT_LOGGING_RULES", "qt.text.font.db=false")
"""For the environment, before there is an application: Qt tells whoever started it of each script that a font
does not have, though it finds another that has it."""

_forgotten: list[Callable[[], None]] = []


def remembered(most: int) -> "Callable[[Callable[Asked, Answer_co]], Remembered[Asked, Answer_co]]":
    """Let what is measured and shaped be kept (the last `most` of it), until there is another typeface."""

    def keep(question: Callable[Asked, Answer_co]) -> "Remembered[Asked, Answer_co]":
        kept = lru_cache(most)(question)
        _forgotten.append(kept.cache_clear)
        return cast("Remembered[Asked, Answer_co]", kept)

    return keep


def install() -> str:
    """Load the bundled fonts and make them the application's own. Call once, after the QApplication.

    Returns:
        The family that is used from now on.
    """
    found = family()
    folder = resource("fonts")
    if os.path.isdir(folder):
        for file in sorted(name for name in os.listdir(folder) if name.endswith((".ttf", ".otf"))):
            number = QFontDatabase.addApplicationFont(os.path.join(folder, file))
            families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
            if any("inter" in name.lower() for name in families):
                found = families[0]
    usual = QFont(found)
    usual.setPixelSize(14)
    QGuiApplication.setFont(usual)
    family.cache_clear()
    _is_bundled.cache_clear()
    for forget in _forgotten:
        forget()
    return found


@cache
def family() -> str:
    """The family in use."""
    return QGuiApplication.font().family()


def has_all_of(text: str) -> bool:
    """Whether the bundled typeface draws the text alone: Latin, with the signs that the console writes."""
    return _is_bundled() and (text.isascii() or all(each in _LETTERS or each in _SIGNS for each in text))


@cache
def _is_bundled() -> bool:
    return "inter" in family().lower()


@remembered(128)
def font(pixels: int, weight: int = REGULAR, *, tabular: bool = True, alone: bool = False) -> QFont:
    """The application's typeface in a size (logical pixels) and a weight (100 to 900).

    Args:
        tabular: All figures are of one width, so that columns align and nothing wobbles; hyphens too, so
            words with a hyphen look better without (`text` sees to that by itself).
        alone: It is for text that the typeface has all of. Else Qt looks through the system's fonts for
            others before it draws the first letter of each script: 4 ms each.
    """
    made = QFont(family())
    made.setPixelSize(max(1, pixels))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(_AS_DRAWN)
    if tabular:
        made.setFeature(QFont.Tag(_TABULAR), 1)
    if alone:
        made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return made
