"""The message to the speaker: what is shown to them now, and the way to change it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ssc_console.desk.key_button import KeyButton
from ssc_console.desk.keys import Wish, key_of, keys_for, printed
from ssc_console.look import fonts
from ssc_console.look.text import Block, Style, line
from ssc_console.look.theme import Theme
from ssc_console.show.snapshot import Snapshot

_WIDE, _WIDE_IF_NARROW = 250, 170
_HEAD = Style(12)
_TEXT = Style(15, fonts.SEMIBOLD, lines=2, least=13)


def _keys() -> str:
    return " or ".join(map(printed, keys_for(Wish.MESSAGE)))


class MessageButton(KeyButton):
    """Lit while a message is shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "To the speaker", _keys(), parent=parent)
        self.set_narrow(narrow=False)
        self._message = ""
        self._flashes = False
        self._block = Block(_TEXT)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave some of the room to what stands beside it."""
        self.setFixedWidth(_WIDE_IF_NARROW if narrow else _WIDE)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, 68)

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        message = snapshot.message_to_speaker or ""
        if snapshot.flash_is_lit is not self._flashes:
            self._flashes = snapshot.flash_is_lit
            self.update()
        if message != self._message:
            self._message = message
            self.setAccessibleDescription(message)
            self.setToolTip(message)
            self.set_lit(bool(message))
            self.update()

    def _head(self) -> str:
        """The keys that fit: to write, or to flash and clear what is shown."""
        if self._message:
            return f"{key_of(Wish.FLASH)} flashes · {key_of(Wish.CLEAR)} clears"
        return f"To the speaker · {_keys()}"

    def paint_words(self, painter: QPainter) -> None:
        theme = self.theme
        wide = self.width() - 26.0
        middle = self.height() / 2
        line(painter, QRectF(13, middle - 28, wide, 17), self._head(), _HEAD, theme.text_dim)
        ink = theme.text_faint if not self._message else theme.text if self._flashes else theme.amber
        self._block.lay(self._message or "nothing shown", wide)
        self._block.draw(painter, 13, middle - 9, ink)
