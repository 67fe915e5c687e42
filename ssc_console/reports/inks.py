"""The colours of what is printed: those of the light theme, so that paper and screens agree."""

import json
from functools import cache
from pathlib import Path

from ssc_console.page import Canvas
from ssc_console.resources import resource

PAPER_WIDE = 920


@cache
def ink(name: str) -> str:
    """A colour of the light theme by its meaning, as ``#rrggbb``."""
    return _light()[name]


@cache
def paper() -> Canvas:
    """What pictures are drawn for, if nobody wants them otherwise."""
    return Canvas(PAPER_WIDE, _light())


@cache
def _light() -> dict[str, str]:
    colours: dict[str, str] = json.loads(Path(resource("theme/light.json")).read_text(encoding="utf-8"))
    return colours
