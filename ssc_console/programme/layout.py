"""Where everything stands on the programme, at any size: parts of a picture of 1280×720."""

from PySide6.QtCore import QRectF, QSizeF

from ssc_console.show.value import value

WIDE, HIGH = 1280.0, 720.0


@value
class Places:
    """The rectangles of one size; a picture that is not 16:9 has bars.

    Attributes:
        unit: One pixel of 1280×720: every size is so many of them.
        picture: What is not a bar.
        title: Of the event, on the holding and the closing picture. `countdown` and `note`: below it.
        third: Where the lower third stands; it grows upwards and to the right.
        words: What is said of a launch. `code`: its QR code, or most of it; `address`: beside that.
        cover: The publication.
        count: What is counted. `mode`: the small word of a rehearsal.
    """

    unit: float
    picture: QRectF
    title: QRectF
    countdown: QRectF
    note: QRectF
    third: QRectF
    words: QRectF
    code: QRectF
    address: QRectF
    cover: QRectF
    count: QRectF
    mode: QRectF

    def pixels(self, size: float) -> int:
        """A font size."""
        return max(round(size * self.unit), 1)


def places(size: QSizeF) -> Places:
    """Lay out a picture of this size."""
    unit = min(size.width() / WIDE, size.height() / HIGH)
    left, top = (size.width() - WIDE * unit) / 2, (size.height() - HIGH * unit) / 2

    def at(x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(left + x * unit, top + y * unit, wide * unit, high * unit)

    return Places(
        unit=unit,
        picture=at(0, 0, WIDE, HIGH),
        title=at(140, 150, 1000, 180),
        countdown=at(140, 350, 1000, 150),
        note=at(140, 520, 1000, 50),
        third=at(70, 440, 900, 200),
        words=at(80, 80, 660, 320),
        code=at(80, 408, 268, 268),
        address=at(374, 408, 392, 268),
        cover=at(790, 70, 400, 560),
        count=at(80, 300, 660, 300),
        mode=at(24, 684, 400, 24),
    )
