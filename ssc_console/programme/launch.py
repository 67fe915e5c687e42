"""The launch of a publication: covered, counted down to, revealed, with its link; and the photos."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from ssc_console.look import fonts, text
from ssc_console.look.text import CENTRE, LEFT, Block, Style
from ssc_console.programme import inks, qr
from ssc_console.programme.layout import Places
from ssc_console.programme.pictures import Source, fitted, read
from ssc_console.programme.sheet import LaunchSheet

SOON = "A new publication"
READ_IT = "Read it now"
RISE = 30.0
CODE = 0.25
"""Of the picture's height, for the modules of the code at least: a meeting tool makes them small."""


def paint(
    painter: QPainter, spots: Places, sheet: LaunchSheet, revealed: float, pictures: Source = read
) -> None:
    """Paint it, with the cover revealed so far (0 to 1)."""
    if not sheet.revealed:
        _covered(painter, spots, sheet)
        return
    if revealed < 1:
        _cloth(painter, spots)
    painter.save()
    painter.setOpacity(revealed)
    _words(painter, spots, sheet)
    painter.translate(0, RISE * spots.unit * (1 - revealed))
    _cover(painter, spots, sheet, pictures)
    painter.restore()
    if sheet.link is not None:
        _link(painter, spots, sheet.link)
    if sheet.count is not None:
        _count_in_corner(painter, spots, sheet.count)


def _covered(painter: QPainter, spots: Places, sheet: LaunchSheet) -> None:
    _series(painter, spots, sheet.series)
    heading = Block(Style(spots.pixels(52), fonts.BOLD, lines=2, least=spots.pixels(36)))
    heading.lay(SOON, spots.words.width())
    heading.draw(painter, spots.words.x(), spots.words.y() + 34 * spots.unit, inks.TEXT)
    if sheet.count is not None:
        style = Style(spots.pixels(260), fonts.BOLD)
        text.line(painter, spots.count, str(sheet.count), style, inks.TEXT, LEFT)
    _cloth(painter, spots)


def _series(painter: QPainter, spots: Places, series: str) -> None:
    font = fonts.font(spots.pixels(17), fonts.SEMIBOLD)
    spaced = type(font)(font)
    spaced.setLetterSpacing(type(font).SpacingType.AbsoluteSpacing, 1.6 * spots.unit)
    painter.setFont(spaced)
    painter.setPen(inks.TEXT_DIM)
    room = QRectF(spots.words.x(), spots.words.y(), spots.words.width(), 26 * spots.unit)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, series.upper())


def _words(painter: QPainter, spots: Places, sheet: LaunchSheet) -> None:
    _series(painter, spots, sheet.series)
    x, y, wide = spots.words.x(), spots.words.y() + 34 * spots.unit, spots.words.width()
    for words, style, gap, ink in (
        (sheet.title, Style(spots.pixels(42), fonts.BOLD, 4, spots.pixels(28)), 8, inks.TEXT),
        (sheet.subtitle, Style(spots.pixels(24), lines=2, least=spots.pixels(18)), 16, inks.TEXT_DIM),
        (sheet.by, Style(spots.pixels(19), lines=2, least=spots.pixels(16)), 0, inks.TEXT_DIM),
    ):
        if words:
            block = Block(style).lay(words, wide)
            block.draw(painter, x, y, ink, spots.words.bottom() + 10 * spots.unit)
            y += block.height + gap * spots.unit


def _shadow(painter: QPainter, room: QRectF, unit: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(6, 0, -1):
        grown = spread * 5 * unit
        painter.setBrush(QColor(0, 0, 0, 14))
        around = room.adjusted(-grown / 2, 0, grown / 2, grown)
        painter.drawRoundedRect(around, 10 * unit + grown / 2, 10 * unit + grown / 2)


def _cloth(painter: QPainter, spots: Places) -> None:
    """What hides the publication: it shows nothing of it but that there is one."""
    room, unit = spots.cover, spots.unit
    _shadow(painter, room, unit)
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(room, 8 * unit, 8 * unit)
    painter.setClipPath(outline)
    painter.fillRect(room, inks.CLOTH)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(-2, 8):
        left = room.x() + number * 90 * unit
        fold = QPainterPath(QPointF(left, room.y()))
        fold.lineTo(left + 34 * unit, room.y())
        fold.lineTo(left + 34 * unit - 160 * unit, room.bottom())
        fold.lineTo(left - 160 * unit, room.bottom())
        painter.fillPath(fold, QColor(255, 255, 255, 12))
    painter.restore()
    painter.setPen(inks.CLOTH_EDGE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 8 * unit, 8 * unit)


def _cover(painter: QPainter, spots: Places, sheet: LaunchSheet, pictures: Source) -> None:
    ratio = painter.device().devicePixelRatioF()
    wide, high = round(spots.cover.width() * ratio), round(spots.cover.height() * ratio)
    image = None if sheet.cover is None else pictures(sheet.cover, wide, high)
    if image is None:
        _own_cover(painter, spots, sheet)
        return
    if image.isNull():
        return
    room = fitted(spots.cover, image)
    _shadow(painter, room, spots.unit)
    painter.drawImage(room, image)


def _own_cover(painter: QPainter, spots: Places, sheet: LaunchSheet) -> None:
    """Where there is no picture of the cover, or none that can be read: its title, on paper."""
    room, unit = spots.cover, spots.unit
    _shadow(painter, room, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.PAPER)
    painter.drawRoundedRect(room, 6 * unit, 6 * unit)
    painter.fillRect(QRectF(room.x() + 44 * unit, room.y() + 44 * unit, 64 * unit, 8 * unit), inks.ACCENT)
    title = Block(Style(spots.pixels(34), fonts.BOLD, lines=8, least=spots.pixels(22)))
    title.lay(sheet.title, room.width() - 88 * unit)
    title.draw(painter, room.x() + 44 * unit, room.y() + 84 * unit, inks.ON_PAPER)
    under = Block(Style(spots.pixels(17), lines=4, least=spots.pixels(13)))
    under.lay(sheet.subtitle, room.width() - 88 * unit)
    top = room.y() + 84 * unit + title.height + 20 * unit
    under.draw(painter, room.x() + 44 * unit, top, inks.ON_PAPER)


def _link(painter: QPainter, spots: Places, link: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.WHITE)
    high = CODE * spots.picture.height()
    code = qr.roomy(spots.code, link, high, painter.device().devicePixelRatioF())
    painter.drawRoundedRect(code, 10 * spots.unit, 10 * spots.unit)
    qr.paint(painter, code, link)
    unit = spots.unit
    room = spots.address.adjusted(code.right() - spots.code.right(), 0, 0, 0)
    address = Block(Style(spots.pixels(27), fonts.BOLD, lines=3, least=spots.pixels(18)))
    address.lay(link.partition("://")[2].rstrip("/"), room.width())
    top = room.center().y() - (address.height + 36 * unit) / 2
    heading = QRectF(room.x(), top, room.width(), 32 * unit)
    text.line(painter, heading, READ_IT, Style(spots.pixels(24)), inks.TEXT_DIM, LEFT)
    address.draw(painter, room.x(), top + 36 * unit, inks.TEXT)


def _count_in_corner(painter: QPainter, spots: Places, count: int) -> None:
    """For a photo, while the cover is shown."""
    side = 130 * spots.unit
    room = QRectF(spots.picture.right() - side - 30 * spots.unit, spots.picture.bottom() - side, side, side)
    room.translate(0, -30 * spots.unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.PANEL)
    painter.drawEllipse(room)
    text.line(painter, room, str(count), Style(spots.pixels(80), fonts.BOLD), inks.TEXT, CENTRE)
