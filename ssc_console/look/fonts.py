"""The typeface: Inter where it is bundled, else the system's sans; figures always tabular.

Other scripts (Thai, Chinese, Khmer, Arabic) come from the system's fonts by Qt's own fallback.
"""

import os
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from ssc_console.resources import resource

REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600
BOLD = 700

_TABULAR = "tnum"


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
    font.cache_clear()
    return found


@cache
def family() -> str:
    """The family in use."""
    return QGuiApplication.font().family()


@lru_cache(maxsize=128)
def font(pixels: int, weight: int = REGULAR, *, tabular: bool = True) -> QFont:
    """The application's typeface in a size (logical pixels) and a weight (100 to 900).

    Args:
        tabular: All figures are of one width, so that columns align and nothing wobbles; hyphens too, so
            words with a hyphen look better without (`text` sees to that by itself).
    """
    made = QFont(family())
    made.setPixelSize(max(1, pixels))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag(_TABULAR), 1)
    return made
