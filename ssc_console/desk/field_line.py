"""A line to type in: what is typed is typed, and never steers the show. Esc gives the keyboard back."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ssc_console.look import fonts
from ssc_console.look.theme import Theme

_STILL_THE_SHOWS = (Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
_HEIGHT = 36
_AROUND, _WIDEST = 40, 640
"""Pixels: a choice's frame and arrow, and the most that it is wide."""


def _belongs_to_the_field(event: QEvent) -> bool:
    """Whether a key is for what is being typed: all but Esc, the clicker, function keys and Ctrl."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return plain and not function and event.key() not in _STILL_THE_SHOWS


class FieldLine(QLineEdit):
    """A line edit that keeps Enter, the arrows and letters to itself."""

    def __init__(self, theme: Theme, text: str, hint: str, wide: int, parent: QWidget | None = None) -> None:
        """`wide` is the most; in a narrow window a wide one is narrower."""
        super().__init__(text, parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(min(wide, 160))
        self.setMaximumWidth(wide)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrame(False)
        self.setTextMargins(10, 0, 8, 0)
        self.setFont(fonts.font(17))

    def event(self, event: QEvent) -> bool:
        if _belongs_to_the_field(event):
            event.accept()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.line_strong, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class FieldChoice(QComboBox):
    """A choice of a few things. Space still advances; the arrows choose."""

    def __init__(
        self, choices: tuple[tuple[str, str], ...], wide: int, parent: QWidget | None = None
    ) -> None:
        """`wide` is the least; where there is room, a long one is as wide as its words."""
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(wide)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFont(fonts.font(15))
        for value, shown in choices:
            self.addItem(shown, value)
        widest = max((self.fontMetrics().horizontalAdvance(shown) for _, shown in choices), default=0)
        self._wants = max(wide, min(widest + _AROUND + 8, _WIDEST))

    def sizeHint(self) -> QSize:
        return QSize(self._wants, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style paints it, but words that do not fit end in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - _AROUND
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        self.setToolTip(self.currentText() if option.currentText != self.currentText() else "")
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if _belongs_to_the_field(event) and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Space:
            event.accept()
            return True
        return super().event(event)
