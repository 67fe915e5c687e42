"""The lower third: name, office and organisation of whoever is on air; it moves in and out a little."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ssc_console.look import fonts
from ssc_console.look.text import Block, Style
from ssc_console.programme import inks
from ssc_console.programme.layout import Places
from ssc_console.programme.sheet import Name

MOST = 3
"""So many people fit; who speaks later is named when it is their turn."""
SHIFT = 40.0


def paint(painter: QPainter, spots: Places, names: Sequence[Name], there: float) -> None:
    """Paint it, so far as it is `there` (0 to 1)."""
    if not names or there <= 0:
        return
    unit = spots.unit
    shown = [_blocks(spots, name, small=len(names) > 1) for name in names[:MOST]]
    wide = max(block.width for pair in shown for block in pair) + 70 * unit
    high = sum(_height(pair, unit) for pair in shown) + 20 * unit * (len(shown) - 1) + 48 * unit
    room = QRectF(spots.third.x(), spots.third.bottom() - high, wide, high)
    painter.save()
    painter.setOpacity(there)
    painter.translate(-SHIFT * unit * (1 - there), 0)
    painter.fillRect(room, inks.PANEL)
    painter.fillRect(QRectF(room.x(), room.y(), 10 * unit, high), inks.ACCENT)
    y = room.y() + 24 * unit
    for pair in shown:
        _draw(painter, room.x() + 44 * unit, y, pair, unit)
        y += _height(pair, unit) + 20 * unit
    painter.restore()


Pair = tuple[Block, Block]


def _blocks(spots: Places, name: Name, *, small: bool) -> Pair:
    room = spots.third.width() - 70 * spots.unit
    large = 30 if small else 38
    first = Block(Style(spots.pixels(large), fonts.BOLD, lines=2, least=spots.pixels(22)))
    second = Block(Style(spots.pixels(20 if small else 23), lines=2, least=spots.pixels(18)))
    return first.lay(name.name, room), second.lay(name.under, room)


def _height(pair: Pair, unit: float) -> float:
    first, second = pair
    return first.height + (second.height + 8 * unit if second.text else 0)


def _draw(painter: QPainter, x: float, y: float, pair: Pair, unit: float) -> None:
    first, second = pair
    first.draw(painter, x, y, inks.TEXT)
    if second.text:
        second.draw(painter, x, y + first.height + 8 * unit, inks.TEXT_DIM)
