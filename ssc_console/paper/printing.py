"""A page of a report as PDF: the head, the picture, the tables, on as many sheets as they take."""

import os

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer

from ssc_console.look import fonts
from ssc_console.page import Drawing, Page, Tone
from ssc_console.paper.sheets import LEFT, POINT, RESOLUTION, ROOM, Sheets, Text, Type
from ssc_console.paper.tables import TablePrinter
from ssc_console.reports.drawing_svg import svg

_SMALL = Type(8, ink="text_dim")
_INKS = {Tone.GOOD: "green", Tone.WATCH: "amber", Tone.BAD: "red"}


def printed(page: Page) -> bytes:
    """The page as a PDF document on A4, its fonts inside."""
    _application()
    sheets = Sheets()
    _head(sheets, page)
    _figures(sheets, page)
    for picture in page.pictures:
        _picture(sheets, picture)
    if page.pictures:
        _put(sheets, Text(page.picture_says, _SMALL, ROOM), 4)
    for table in page.tables:
        TablePrinter(sheets, table).print()
    return _written(sheets, page)


def _application() -> None:
    """Qt sets type only where there is an application; none of ours is running when a command prints."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault(*fonts.UNSAID_BY_QT)
        _kept.append(QGuiApplication(["ssc-console"]))
        fonts.install()


_kept: list[QGuiApplication] = []


def _written(sheets: Sheets, page: Page) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{page.title}: {page.kind.lower()}")
    writer.setCreator("SSC Console")
    writer.setResolution(RESOLUTION)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    sheets.paint(painter, writer.newPage, f"{page.title} · {page.kind}")
    painter.end()
    buffer.close()
    return bytes(data.data())


def _put(sheets: Sheets, text: Text, space: float) -> None:
    sheets.y += space
    sheets.text(text)
    sheets.y += text.height


def _head(sheets: Sheets, page: Page) -> None:
    kind = Text(page.kind.upper(), Type(8, fonts.SEMIBOLD, "text_dim"), ROOM)
    sheets.text(kind)
    if page.mode:
        mode = Text(page.mode.upper(), Type(7.5, fonts.SEMIBOLD, "violet_text"), ROOM)
        x = LEFT + kind.width + 10
        sheets.box(QRectF(x, sheets.y - 2, mode.width + 12, 14), "violet_fill", 2)
        sheets.text(mode, x + 6, sheets.y)
    sheets.y += kind.height
    _put(sheets, Text(page.title, Type(19, fonts.BOLD), ROOM).balance(ROOM), 6)
    _put(sheets, Text(page.when, Type(9, ink="text_dim"), ROOM), 2)
    sheets.y += 16
    sheets.rule(sheets.y, "text", 1.5)
    tone = _INKS.get(page.verdict.tone, "text")
    _put(sheets, Text(page.verdict.text, Type(20, fonts.BOLD, tone), ROOM), 14)
    _put(sheets, Text(page.verdict.below, Type(10, ink="text_dim"), ROOM), 1)


def _figures(sheets: Sheets, page: Page) -> None:
    if not page.figures:
        return
    sheets.y += 16
    width, high = ROOM / len(page.figures), 0.0
    for index, figure in enumerate(page.figures):
        x, y = LEFT + index * width, sheets.y
        tone = _INKS.get(figure.tone, "text")
        for words, kind in (
            (figure.name, _SMALL),
            (figure.text, Type(13, fonts.SEMIBOLD, tone)),
            (figure.below, _SMALL),
        ):
            text = Text(words, kind, width - 8)
            sheets.text(text, x, y)
            y += text.height
        high = max(high, y - sheets.y)
    sheets.y += high


def _picture(sheets: Sheets, picture: Drawing) -> None:
    renderer = QSvgRenderer(QByteArray(svg(picture).encode("utf-8")))
    high = ROOM * picture.high / picture.wide
    sheets.y += 18
    if high > sheets.left:
        sheets.turn()
    where = QRectF(LEFT * POINT, sheets.y * POINT, ROOM * POINT, high * POINT)
    sheets.put(lambda painter: renderer.render(painter, where))
    sheets.y += high
