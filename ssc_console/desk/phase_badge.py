"""The phase beside the countdown: a word with a shape, on hold or not, and what explains the figure."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ssc_console import timecode
from ssc_console.desk.keys import Wish, key_of
from ssc_console.look import fonts, paint
from ssc_console.look.phases import HELD, phase_look
from ssc_console.look.shapes import Shape
from ssc_console.look.text import Block, Style, line, width
from ssc_console.look.theme import Theme
from ssc_console.show.figures import CountsTo, OnAirFigures, Phase
from ssc_console.show.media import MediaState

_EXPLAINS = Style(15, lines=2, leading=1.05, counts=True)
_EXPLAINS_IN_LINE = Style(19, counts=True)
_BADGE = Style(16, fonts.BOLD)
_BADGE_IN_LINE = Style(18, fonts.BOLD)
_BADGE_HIGH = 30.0
_GAP = 9.0
_LINE_HIGH = 20.0
_Badge = tuple[str, Shape, QColor, QColor]


class PhaseBadge(QWidget):
    """Bottom-aligned beside the digits, or in a line below them. Only its words change while time passes."""

    LINE = 30
    """How high it is in a line, in pixels."""
    LEAST = round(_BADGE_HIGH + _GAP + _LINE_HIGH)
    """So high it must be for a badge to stand whole above its words."""

    def __init__(self, theme: Theme, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Phase")
        self._theme = theme
        self._zone = zone
        self._shows: tuple[Phase, str, bool] | None = None
        self._badges: tuple[_Badge, ...] = ()
        self._words = ""
        self._words_high = _LINE_HIGH
        self._block = Block(_EXPLAINS)
        self._in_line = False
        self._faded = False

    def present(self, on_air: OnAirFigures | None, *, lost: bool = False, faded: bool = False) -> None:
        """Be like this; `lost`: its video does not play, `faded`: it was faded out."""
        self._faded = faded
        stands = _stands(on_air, faded=faded) if on_air else ""
        shows = (on_air.phase, stands, lost) if on_air else None
        if shows != self._shows:
            self._shows = shows
            self._badges = badges = _badges(on_air, stands, self._theme, lost=lost) if on_air else ()
            self.setAccessibleDescription(", ".join(badge[0] for badge in badges))
            self.update()
        self.count(on_air)

    def count(self, on_air: OnAirFigures | None) -> None:
        """Be like this, where nothing has changed but what counts."""
        words = explained(on_air, self._zone, faded=self._faded) if on_air else ""
        if words != self._words:
            longer, self._words = len(words) > len(self._words), words
            high = self._words_high if not longer else self.height()
            if self._in_line:
                self.update(int(self._after_badges()), 0, self.width(), self.height())
            else:
                self.update(0, int(self.height() - high - 2), self.width(), int(high + 2))

    def set_in_line(self, *, in_line: bool) -> None:
        """Have the words at the right of the badges, not below them."""
        if in_line != self._in_line:
            self._in_line = in_line
            self.update()

    def _after_badges(self) -> float:
        return sum(
            paint.badge_width(word, _BADGE_IN_LINE, shape) + _GAP for word, shape, _, _ in self._badges
        )

    def _paint_in_line(self, painter: QPainter) -> None:
        x, high = 0.0, float(self.height())
        for word, shape, ink, ground in self._badges:
            wide = paint.badge_width(word, _BADGE_IN_LINE, shape)
            place = QRectF(x, 0, wide, high)
            paint.badge(painter, place, word, _BADGE_IN_LINE, ink, ground, shape=shape)
            x += wide + _GAP
        room = QRectF(x + _GAP, 0, self.width() - x - _GAP, high)
        fits = (
            style for style in (_EXPLAINS_IN_LINE, _EXPLAINS) if width(self._words, style) <= room.width()
        )
        style = next(fits, None)
        if style is not None:  # half an explanation is none
            line(painter, room, self._words, style, self._theme.text_dim)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.background)
        if self._in_line:
            self._paint_in_line(painter)
            return
        bottom = self.height() - self._paint_words(painter)
        if event.rect().y() > bottom - _GAP:
            return  # a second changes the words only
        for word, shape, ink, ground in reversed(self._badges):
            bottom -= _BADGE_HIGH + _GAP
            wide = paint.badge_width(word, _BADGE, shape)
            paint.badge(painter, QRectF(0, bottom, wide, _BADGE_HIGH), word, _BADGE, ink, ground, shape=shape)

    def _paint_words(self, painter: QPainter) -> float:
        """One line as a rule, painted the quick way: it counts. How high it is."""
        self._words_high = _LINE_HIGH
        if width(self._words, _EXPLAINS) <= self.width():
            room = QRectF(0, self.height() - _LINE_HIGH, self.width(), _LINE_HIGH)
            line(painter, room, self._words, _EXPLAINS, self._theme.text_dim)
        else:
            self._words_high = self._block.lay(self._words, self.width()).height
            self._block.draw(painter, 0, self.height() - self._words_high, self._theme.text_dim)
        return self._words_high


def _badges(on_air: OnAirFigures, word: str, theme: Theme, *, lost: bool) -> tuple[_Badge, ...]:
    if lost:
        return (("NO VIDEO", Shape.CROSS, theme.on_red, theme.red_strong),)
    look = phase_look(on_air.phase, theme)
    phase = (look.word, look.shape, look.badge_ink, look.badge_ground)
    if not word:
        return (phase,)
    stands = (word, HELD, theme.background, theme.text)
    return (stands,) if on_air.phase is Phase.NORMAL else (phase, stands)  # "running" would deny it


def _stands(on_air: OnAirFigures, *, faded: bool) -> str:
    """Why it does not go on, in a word; empty: it does."""
    if on_air.held:
        return "ON HOLD"
    if faded:
        return "FADED OUT"
    return "PAUSED" if _is_paused(on_air) else ""


def _is_paused(on_air: OnAirFigures) -> bool:
    """Its video stands still, for whatever reason."""
    paused = on_air.media is not None and on_air.media.state is MediaState.PAUSED
    return paused and on_air.phase is not Phase.INTRO


def explained(on_air: OnAirFigures, zone: str, *, faded: bool = False) -> str:
    """What the countdown means, in a few words."""
    if on_air.held:
        return f"{key_of(Wish.HOLD)} lets it go on"
    if faded:
        return f"{key_of(Wish.VIDEO)} rolls it anew"
    if on_air.phase is Phase.INTRO and on_air.intro_remaining is not None:
        return f"{timecode.countdown(on_air.intro_remaining)} left to introduce"
    if on_air.counts_to is CountsTo.UNTIL and on_air.segment.until is not None:
        return f"until {timecode.hour_minute(on_air.segment.until, zone)}"
    media = on_air.media
    if on_air.counts_to is CountsTo.MEDIA and media is not None and media.length is not None:
        if media.state is MediaState.ENDED:
            return f"played all of {timecode.span(media.length)}"
        state = "played" if media.state is MediaState.PLAYING else "paused at"
        return f"{state} {timecode.elapsed(media.position or media.length)} of {timecode.span(media.length)}"
    return f"{timecode.elapsed(on_air.elapsed)} of {timecode.span(on_air.allotted)} {_gone(on_air)}"


def _gone(on_air: OnAirFigures) -> str:
    return "spoken" if on_air.segment.speakers else "gone"
