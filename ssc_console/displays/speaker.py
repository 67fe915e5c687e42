"""The speaker display: how long the one who speaks has, readable from across a room or in a small picture."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ssc_console.displays.screen_window import ScreenWindow
from ssc_console.displays.speaker_face import Mood, SpeakerFace, face
from ssc_console.displays.speaker_layout import places
from ssc_console.look import fonts, paint, shapes, text
from ssc_console.look.digits import Digits
from ssc_console.look.mode_look import LIVE, ModeLook
from ssc_console.look.text import CENTRE, LEFT, RIGHT, Block, Style
from ssc_console.look.theme import Theme
from ssc_console.show.figures import Status
from ssc_console.show.snapshot import Snapshot

SMALL = 30
"""The smallest text, in units of the layout: still read at 640×360 after a meeting tool's compression."""

_MESSAGE_SIZES = ((2, 48, SMALL), (3, SMALL, 28), (4, 24, 20))
"""Lines, size, least size that a message is tried in; only long ones in wide characters are below `SMALL`."""


class SpeakerDisplay(ScreenWindow):
    """The countdown and its phase, a message, a clock, and what is next."""

    def __init__(self, theme: Theme, mode: ModeLook = LIVE, desk: QWidget | None = None) -> None:
        """`desk` must never be covered."""
        super().__init__(desk)
        self._theme = theme
        self._mode = mode
        self._face: SpeakerFace | None = None
        self._black = False
        self._places = places(QSizeF(1280, 720), has_message=False, has_bar=False)
        self._digits = Digits(theme.text, theme.background, parent=self)
        self._digits.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._blocks: dict[tuple[str, int], Block] = {}
        self.setWindowTitle("Speaker display")
        self.setAccessibleName("Speaker display")

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        self.is_needed = snapshot.status in (Status.ON_AIR, Status.HELD)
        shown, before = face(snapshot), self._face
        if shown == before:
            return
        self._face = shown
        if before is None or _layout(shown) != _layout(before):
            self._arrange()
        self._set_digits(shown)
        if before is not None and _calm(shown) == _calm(before):
            self._update_what_moves(shown, before)
        else:
            self.setAccessibleDescription(f"{shown.name} {shown.word}".replace("\n", " "))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show it in these colours."""
        self._theme = theme
        if self._face is not None:
            self._set_digits(self._face)
        self.update()

    def set_mode(self, mode: ModeLook) -> None:
        """Look like this mode from now on."""
        self._mode = mode
        self.update()

    def set_black(self, *, black: bool) -> None:
        """Show nothing at all, or the picture again."""
        if black != self._black:
            self._black = black
            self._arrange()
            self.update()

    @property
    def black(self) -> bool:
        """Whether it shows nothing."""
        return self._black

    def _update_what_moves(self, shown: SpeakerFace, before: SpeakerFace) -> None:
        """Only the clock and the bar's edge change from one second to the next."""
        if shown.clock != before.clock:
            self.update(self._places.clock.toAlignedRect())
        if shown.left is not None and before.left is not None:
            edges = sorted(self._edge(left) for left in (shown.left, before.left))
            if edges[0] != edges[1]:
                ratio = self.devicePixelRatioF()
                strip = QRectF(self._places.bar)
                strip.setLeft(edges[0] / ratio - 1)
                strip.setRight(edges[1] / ratio + 1)
                self.update(strip.toAlignedRect())

    def _edge(self, left: float) -> int:
        """Where the bar ends, in device pixels."""
        return round((self._places.bar.x() + left * self._places.bar.width()) * self.devicePixelRatioF())

    def _set_digits(self, shown: SpeakerFace) -> None:
        ink, ground = self._inks(shown)
        self._digits.set_colours(ink, ground)
        self._digits.set_text(shown.digits)

    # ---- layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        shown = self._face
        if shown is None:
            return
        self._places = places(
            QSizeF(self.size()), has_message=bool(shown.message), has_bar=shown.left is not None
        )
        self._digits.setVisible(bool(shown.digits) and not self._black)
        self._digits.setGeometry(self._digits_room(shown).toAlignedRect())

    def _digits_room(self, shown: SpeakerFace) -> QRectF:
        """As high as lets the widest countdown of this segment fit: the digits keep their size."""
        room = self._places.digits
        widest = self._digits.width_at(shown.pattern, room.height())
        if widest <= room.width():
            return room
        high = room.height() * room.width() / widest
        return QRectF(room.x(), room.center().y() - high / 2, room.width(), high)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._face
        if self._black or shown is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            return
        ink, ground = self._inks(shown)
        painter.fillRect(event.rect(), ground)
        dirty = QRectF(event.rect())
        spots = self._places
        head = spots.name.adjusted(0, -spots.name.y(), 0, 0)  # two lines of names begin above their row
        if dirty.intersects(head) or dirty.intersects(spots.under):
            self._paint_head(painter, shown)
        if dirty.intersects(spots.clock) or dirty.intersects(spots.clock_note):
            self._paint_clock(painter, shown)
        if dirty.intersects(spots.alone):
            self._paint_word(painter, shown, ink)
        if shown.left is not None and dirty.intersects(spots.bar):
            self._paint_bar(painter, shown, shown.left, ink)
        if dirty.intersects(spots.message) or dirty.intersects(spots.following):
            self._paint_foot(painter, shown)
        if self._mode.frame is not None:
            self._paint_mode(painter, self._mode.frame(self._theme))

    def _paint_head(self, painter: QPainter, shown: SpeakerFace) -> None:
        spots = self._places
        _, dim = self._texts(shown)
        name = self._name(shown)
        top = spots.name.y() + (spots.name.height() - name.height) / 2
        # Two lines are higher than the row: they begin above it, where nothing stands.
        top = min(top, spots.name.bottom() + 3 * spots.unit - name.height)
        name.draw(painter, spots.name.x(), top, self._texts(shown)[0])
        text.line(painter, spots.under, shown.under, Style(spots.pixels(SMALL)), dim, LEFT)

    def _name(self, shown: SpeakerFace) -> Block:
        """In one line, else in two; rather fewer names than smaller ones, for who reads them from afar."""
        spots, least = self._places, self._places.pixels(SMALL)
        styles = (
            ("name", Style(spots.pixels(42), fonts.BOLD, least=least)),
            ("long name", Style(least, fonts.BOLD, lines=2)),
        )
        names = shown.names or (shown.name,)
        for words in names:
            for key, style in styles:
                name = self._block(key, style).lay(words, spots.name.width())
                if not name.cut:
                    return name
        return self._block(*styles[-1]).lay(names[-1], spots.name.width())

    def _paint_clock(self, painter: QPainter, shown: SpeakerFace) -> None:
        spots = self._places
        ink, dim = self._texts(shown)
        text.line(painter, spots.clock, shown.clock, Style(spots.pixels(42), fonts.SEMIBOLD), ink, RIGHT)
        text.line(painter, spots.clock_note, shown.clock_note, Style(spots.pixels(SMALL)), dim, RIGHT)

    def _paint_word(self, painter: QPainter, shown: SpeakerFace, ink: QColor) -> None:
        """Beside the countdown, with its shape above; alone and large where there is no countdown."""
        spots = self._places
        alone = not shown.digits
        room = spots.alone if alone else spots.word
        size = spots.pixels(96 if alone else 38)
        word = self._block("alone" if alone else "word", Style(size, fonts.SEMIBOLD, 3, least=size // 2))
        word.align = CENTRE if alone else LEFT
        word.lay(shown.word, room.width())
        mark = 40 * spots.unit if shown.shape is not None else 0.0
        gap = 18 * spots.unit if shown.shape is not None else 0.0
        top = room.center().y() - (word.height + mark + gap) / 2
        if shown.shape is not None:
            shapes.draw(painter, shown.shape, QRectF(room.x(), top, mark, mark), ink)
        colour = self._texts(shown)[1] if shown.mood is Mood.NORMAL else ink
        word.draw(painter, room.x(), top + mark + gap, colour)

    def _paint_bar(self, painter: QPainter, shown: SpeakerFace, left: float, ink: QColor) -> None:
        bar = self._places.bar
        if shown.mood is Mood.OVERRUN:
            return  # nothing is left, and an empty track on red looks like a full one
        painter.fillRect(bar, self._theme.track)
        full = QRectF(bar)
        full.setRight(self._edge(left) / self.devicePixelRatioF())
        painter.fillRect(full, ink)

    def _paint_foot(self, painter: QPainter, shown: SpeakerFace) -> None:
        spots, look = self._places, self._theme
        if shown.message:
            ground, ink = (look.text, look.background) if shown.bright else (look.amber, look.on_amber)
            paint.panel(painter, spots.message, ground, radius=8 * spots.unit)
            room = spots.message.adjusted(24 * spots.unit, 0, -24 * spots.unit, 0)
            words = self._message_block(shown.message, room.width())
            words.draw(painter, room.x(), room.center().y() - words.height / 2, ink)
        dim = self._texts(shown)[1]
        following = QRectF(spots.following)
        if self._mode.frame is not None:  # the word in the corner covers nothing
            following.setRight(min(following.right(), self._mode_place().left() - 12 * spots.unit))
        text.line(painter, following, shown.following, Style(spots.pixels(SMALL)), dim, LEFT)

    def _message_block(self, message: str, room: float) -> Block:
        """The message as large as it is whole in its panel: a long one on more lines."""
        spots = self._places
        blocks = []
        for lines, size, least in _MESSAGE_SIZES:
            style = Style(spots.pixels(size), fonts.BOLD, lines=lines, least=spots.pixels(least))
            block = self._block(f"message {size}", style)
            block.align = CENTRE
            blocks.append(block.lay(message, room))
        high = spots.message.height()
        return next((block for block in blocks if not block.cut and block.height <= high), blocks[-1])

    def _paint_mode(self, painter: QPainter, frame: QColor) -> None:
        """A frame and a word, unmistakable: this is not live."""
        look, mode, wide = self._theme, self._mode, self._frame_wide()
        for edge in (
            QRectF(0, 0, self.width(), wide),
            QRectF(0, self.height() - wide, self.width(), wide),
            QRectF(0, 0, wide, self.height()),
            QRectF(self.width() - wide, 0, wide, self.height()),
        ):
            painter.fillRect(edge, frame)
        style, corner = self._mode_style(), self._mode_place()
        paint.badge(painter, corner, mode.name, style, mode.ink(look), mode.fill(look), shape=mode.shape)

    def _frame_wide(self) -> float:
        return max(10 * self._places.unit, 4.0)

    def _mode_style(self) -> Style:
        return Style(self._places.pixels(26), fonts.BOLD)

    def _mode_place(self) -> QRectF:
        """Where the word for the mode is: in the lower corner, inside the frame."""
        unit, wide = self._places.unit, self._frame_wide()
        badge = paint.badge_width(self._mode.name, self._mode_style(), self._mode.shape)
        size = QSizeF(badge + 12 * unit, 40 * unit)
        corner = QRectF(self.width() - size.width() - wide, self.height() - size.height() - wide, 0, 0)
        corner.setSize(size)
        return corner

    # ---- looks

    def _block(self, name: str, style: Style) -> Block:
        """The text's block, made anew where its size is another."""
        key = (name, style.size)
        if key not in self._blocks:
            self._blocks = {known: block for known, block in self._blocks.items() if known[0] != name}
            self._blocks[key] = Block(style)
        return self._blocks[key]

    def _inks(self, shown: SpeakerFace) -> tuple[QColor, QColor]:
        """The countdown's ink, and the ground of the picture."""
        look = self._theme
        if shown.mood is Mood.OVERRUN:
            return look.on_red, look.red_strong
        inks = {Mood.WARNING: look.amber, Mood.WRAP_UP: look.red, Mood.HELD: look.accent}
        return inks.get(shown.mood, look.text), look.background

    def _texts(self, shown: SpeakerFace) -> tuple[QColor, QColor]:
        """The inks of what is read, and of what explains it."""
        if shown.mood is Mood.OVERRUN:
            return self._theme.on_red, self._theme.on_red
        return self._theme.text, self._theme.text_dim


def _layout(shown: SpeakerFace) -> tuple[object, ...]:
    """What decides where things stand."""
    return bool(shown.message), shown.left is None, bool(shown.digits), len(shown.pattern)


def _calm(shown: SpeakerFace) -> tuple[object, ...]:
    """All that does not change from one second to the next."""
    texts = (shown.name, shown.under, shown.clock_note, shown.word, shown.message, shown.following)
    return (*texts, shown.bright, shown.mood, shown.shape, _layout(shown))
