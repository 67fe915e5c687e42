"""The programme's window: full screen on a monitor, or exactly as large as a meeting tool captures."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu

from ssc_console.displays.screen_window import ScreenWindow
from ssc_console.playback.decks import Decks
from ssc_console.programme.messages import Show
from ssc_console.programme.painter import Moving, paint
from ssc_console.programme.pictures import Shelf
from ssc_console.programme.sheet import Sheet
from ssc_console.show.programme import Scene

MOVE = 260
"""Milliseconds of the lower third's move."""
REVEAL = 700
SIZES = (QSize(1280, 720), QSize(1920, 1080))
KEYS = {"Calm ground": None, "Green, to be keyed out": "#00ff00", "Magenta, to be keyed out": "#ff00ff"}
"""What stands behind a lower third."""


class ProgrammeWindow(ScreenWindow):
    """Shows the sheet; nothing of the desk ever.

    Attributes:
        closed: A person closed it.
        shelf: The pictures that it shows.
    """

    closed = Signal()

    def __init__(self, decks: Decks) -> None:
        super().__init__(None)
        self._decks = decks
        self.shelf = Shelf()
        self._sheet: Sheet | None = None
        self._behind: QColor | None = None
        self._desk_is_on = ""
        self._third, self._reveal = 1.0, 1.0
        self._leaving: Sheet | None = None
        self._once_painted: list[Callable[[], None]] = []
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAccessibleName("Programme")
        self._moves = self._animation(MOVE, self._third_is)
        self._reveals = self._animation(REVEAL, self._reveal_is)
        decks.pictured.connect(self.update)

    def _animation(self, length: int, changed: object) -> QVariantAnimation:
        made = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=length)
        made.setEasingCurve(QEasingCurve.Type.OutCubic)
        made.valueChanged.connect(changed)
        return made

    # ---- what it is to be

    def present(self, show: Show) -> None:
        """Be like this."""
        self.is_needed = show.is_on
        sheet, before = show.sheet, self._sheet
        if sheet == before:
            return
        self._sheet = sheet
        self.shelf.keep_only(sheet.stills)
        if not show.at_once and before is not None:
            self._move(before, sheet)
        self.setAccessibleDescription(f"{sheet.scene.value} {sheet.countdown}".strip())
        self.update()

    def _move(self, before: Sheet, sheet: Sheet) -> None:
        """What comes, comes with a short move; a lower third leaves so, too."""
        if sheet.names != before.names:
            goes = not sheet.names and sheet.scene is before.scene
            self._leaving = before if goes else None
            self._moves.stop()
            self._moves.start()
        if _is_revealed(sheet) and not _is_revealed(before):
            self._reveals.start()

    def set_desk_monitor(self, name: str) -> None:
        """The desk is there: that monitor is not to be covered."""
        self._desk_is_on = name

    def _desk_monitor(self, present: set[str]) -> str | None:
        return self._desk_is_on if self._desk_is_on in present else super()._desk_monitor(present)

    def be_exactly(self, size: QSize) -> None:
        """A plain window of exactly so many pixels of the screen."""
        self.leave_full_screen()
        ratio = self.devicePixelRatioF()
        self.setFixedSize(QSize(round(size.width() / ratio), round(size.height() / ratio)))
        self.moved.emit()

    def fill(self, screen: object) -> None:
        self.setMinimumSize(0, 0)
        self.setMaximumSize(16_777_215, 16_777_215)
        super().fill(screen)  # type: ignore[arg-type]
        self.moved.emit()

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        name = self.screen().model() or self.screen().name()
        if self.isFullScreen():
            return f"full screen on {name}"
        size = self.size() * self.devicePixelRatioF()
        return f"window {size.width()}×{size.height()} on {name}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    # ---- painting

    def _third_is(self, value: float) -> None:
        self._third = value
        if value == 1:
            self._leaving = None
        self.update()

    def _reveal_is(self, value: float) -> None:
        self._reveal = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._sheet is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            return
        sheet, third = self._sheet, self._third
        if self._leaving is not None:
            sheet, third = self._leaving, 1 - third
        moving = Moving(third=third, reveal=self._reveal, video=self._decks.fade)
        video, pictures = self._decks.picture, self.shelf.get
        paint(painter, QRectF(self.rect()), sheet, video, moving, self._behind, pictures)
        painter.end()
        waiting, self._once_painted = self._once_painted, []
        for told in waiting:
            told()

    def once_painted(self, told: Callable[[], None]) -> None:
        """Say when what comes next has been painted."""
        self._once_painted.append(told)
        self.update()

    # ---- the menu, and closing

    def menu(self) -> QMenu:
        menu = super().menu()
        for size in SIZES:
            action = QAction(f"Window of exactly {size.width()}×{size.height()}", menu)
            action.triggered.connect(lambda _=False, size=size: self.be_exactly(size))
            menu.addAction(action)
        grounds = menu.addMenu("Behind a lower third")
        group = QActionGroup(grounds)
        for words, colour in KEYS.items():
            wanted = None if colour is None else QColor(colour)
            action = QAction(words, group, checkable=True, checked=wanted == self._behind)
            action.triggered.connect(lambda _=False, wanted=wanted: self._put_behind(wanted))
            grounds.addAction(action)
        return menu

    def _put_behind(self, colour: QColor | None) -> None:
        self._behind = colour
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()


def _is_revealed(sheet: Sheet) -> bool:
    return sheet.launch is not None and sheet.launch.revealed and sheet.scene is Scene.LAUNCH
