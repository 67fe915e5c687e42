"""Make resources/fonts/InterConsole-*.ttf: Inter, cut down to what a console writes, and four signs more.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    python3 -m venv fonts && fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1
    fonts/bin/python script/make_font.py package/variable/InterVariable.woff2

Cut down, because a console must open at once. Four fonts instead of one variable one: with that, Qt 6.12
draws every weight as Regular. Called Inter Console, so that it is never mixed up with another Inter on the
machine; Inter reserves no font name (its licence is beside the fonts).
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Inter Console"
TARGET = Path(__file__).parent.parent / "resources/fonts"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "case", "tnum", "cv11"]
LETTERS = [
    range(0x0020, 0x0250),  # Latin
    range(0x0259, 0x025A),  # ə
    range(0x02B0, 0x0370),  # accents
    range(0x0370, 0x0530),  # Greek, Cyrillic
    range(0x1E00, 0x1F00),  # more Latin, Vietnamese
    range(0x2010, 0x2060),  # punctuation
    range(0x20A0, 0x20C0),  # currencies
    range(0x2116, 0x2123),  # № ™
]
SIGNS = "←↑→↓↔↕↵⇧⇥⌃⌘⌥⌫⏎␣−±×≈≠≤≥▲▶▷▼◀◆●○★☆■□✓✗⚠"
Contour = list[tuple[float, float]]


def arc(radius: float, start: int, end: int) -> Contour:
    """Part of a circle around the middle of a capital letter, by degrees, as a polygon too fine to see."""
    step = 3 if end > start else -3
    angles = [math.radians(a) for a in range(start, end + step, step)]
    return [(1000 + radius * math.cos(a), 745 + radius * math.sin(a)) for a in angles]


def bar(x: float, y: float, width: float, height: float) -> Contour:
    """An upright rectangle."""
    return [(x, y), (x, y + height), (x + width, y + height), (x + width, y)]


def cross() -> Contour:
    """Two bars of 200 by 1380 across each other, as one contour, turned by 45°."""
    a, b = 100, 690
    straight = [(-a, -b), (-a, -a), (-b, -a), (-b, a), (-a, a), (-a, b)]
    straight += [(-x, -y) for x, y in straight]
    half = math.sqrt(0.5)
    return [(900 + half * (x - y), 745 + half * (x + y)) for x, y in straight]


def drawn() -> Iterator[tuple[str, int, list[Contour]]]:
    """The signs that Inter lacks: character, width, contours. Units: 2048 to the em, capitals 1490 high."""
    yield "✕", 1800, [cross()]
    yield "◐", 2000, [arc(700, 360, 0), arc(560, 0, 360), arc(560, 270, 90)]
    yield "⏸", 1700, [bar(350, 100, 320, 1290), bar(1030, 100, 320, 1290)]
    yield "▸", 1300, [[(250, 265), (250, 1225), (1080, 745)]]


def add(font: TTFont, sign: str, width: int, contours: list[Contour]) -> None:
    """Put a sign into the font."""
    name = f"uni{ord(sign):04X}"
    pen = TTGlyphPen(None)
    for first, *others in contours:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    glyph = pen.glyph()
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name


def call(font: TTFont, weight: int, style: str) -> None:
    """Name it, so that every system sees one family of four weights."""
    names = font["name"]
    origin = f"{names.getDebugName(5)}; from Inter, cut down and four signs added for SSC Console"
    plain = style in {"Regular", "Bold"}
    for number, text in {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        3: f"{FAMILY} {style}",
        4: f"{FAMILY} {style}",
        5: origin,
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
    }.items():
        names.setName(text, number, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0b0100000 if bold else 0b1000000)
    font["head"].macStyle = int(bold)


def make(source: str, weight: int, style: str) -> None:
    """One weight."""
    font = TTFont(source)
    subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=[c for letters in LETTERS for c in letters], text=SIGNS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"opsz": 14, "wght": weight})
    for sign, width, contours in drawn():
        add(font, sign, width, contours)
    call(font, weight, style)
    font.flavor = None
    font.save(TARGET / f"InterConsole-{style}.ttf")


for weight, style in WEIGHTS.items():
    make(sys.argv[1], weight, style)
