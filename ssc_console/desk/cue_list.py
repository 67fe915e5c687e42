"""The cues in the order in which they fall due, the next one to act on at the top.

When that order may change is `cue_order`'s rule. What is pressed is a cue and the state in which it was
painted, never a place in the list.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QListView, QMenu, QWidget

from ssc_console.desk.cue_model import FOLD, CueModel, Index
from ssc_console.desk.cue_order import SteadyOrder
from ssc_console.desk.cue_painter import CuePainter, Pointed
from ssc_console.desk.cue_rows import FINISHED, Act, CueFace
from ssc_console.desk.own_keys import OF_A_ROW
from ssc_console.look.scroll_bar import SlimScrollBar
from ssc_console.look.theme import Theme
from ssc_console.look.viewport import be_plain, has_keyboard, own_viewport, set_ground
from ssc_console.show.commands import SeenCue
from ssc_console.show.snapshot import Snapshot

FRAME = 60
"""Milliseconds between two steps of what fades."""
REFUSAL_STAYS = 6000
"""Milliseconds that the reason of a refusal is shown on its cue."""


class CueList(QListView):
    """The cues. Data goes down by `present`; commands come up.

    Attributes:
        commanded: A command, and what the person saw of the cue (`SeenCue`).
    """

    own_keys = OF_A_ROW
    commanded = Signal(object, object)

    def __init__(self, theme: Theme, elapsed: Callable[[], int], parent: QWidget | None = None) -> None:
        """`elapsed` gives milliseconds of a clock that nobody steps: how long ago a hand moved."""
        super().__init__(parent)
        own_viewport(self)
        self._elapsed = elapsed
        self._steady = SteadyOrder(elapsed)
        self._model = CueModel(self._steady, self)
        self._painter = CuePainter(theme, self._model)
        self._model.size_of = self._painter.size_of
        self._pressed: tuple[Pointed, SeenCue] | None = None
        self._refused_at = 0
        self._painter.acknowledged = self._steady.acknowledged_for
        self._fading = QTimer(self, interval=FRAME)
        self._fading.timeout.connect(self._fade)
        self._be_a_list()
        self._bar = SlimScrollBar(theme)
        self.setVerticalScrollBar(self._bar)
        self._bar.valueChanged.connect(self._model.look_again)
        self.set_theme(theme)

    def set_acts(self, *, acts: bool) -> None:
        """Whether there are buttons: where the show is only looked at there are none."""
        self._painter.acts = acts

    def _be_a_list(self) -> None:
        self.setAccessibleName("Cues")
        self.setModel(self._model)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        be_plain(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def set_theme(self, theme: Theme) -> None:
        """Show it in these colours."""
        self._painter.set_theme(theme)
        self._bar.set_theme(theme)
        set_ground(self, theme.background)

    def set_scale(self, scale: float) -> None:
        """Show its texts so many times as large as usual."""
        if scale != self._painter.sizes.scale:
            self._painter.set_scale(scale)
            self._model.look_again()
            self.scheduleDelayedItemsLayout()

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        if self._painter.refusal is not None and self._elapsed() - self._refused_at >= REFUSAL_STAYS:
            self._painter.refusal = None
            self.viewport().update()
        if self._model.holds(snapshot):
            return
        for row, badge_only in self._model.present(snapshot, self._rows_in_view()).items():
            rect = self.visualRect(self._model.index(row))
            shown = self._model.face(self._model.line(row))
            badge = self._painter.badge_place(QRectF(rect), shown).toAlignedRect()
            self.viewport().update(badge if badge_only else rect)
        if self._steady.acknowledges and not self._fading.isActive():
            self._fading.start()

    def _fade(self) -> None:
        """What was done fades, then what is below it moves up."""
        snapshot = self._model.snapshot
        if not self._steady.acknowledges:
            self._fading.stop()
            self._model.look_again()
            if snapshot is not None:
                self.present(snapshot)
        for row in self._rows_in_view():
            if self._model.line(row) in self._steady.acknowledges:
                self.viewport().update(self.visualRect(self._model.index(row)))

    def show_refusal(self, cue: str, reason: str) -> None:
        """Say on the cue why it was refused."""
        self._painter.refusal = (cue, reason)
        self._refused_at = self._elapsed()
        self.viewport().update()

    def _rows_in_view(self) -> range:
        if not self.isVisible():
            return range(0)  # to ask would lay them out for a size that it has not been given yet
        return self._rows_from(self.viewport().rect())

    def _rows_from(self, place: QRect) -> range:
        """The rows in that part of what is in view."""
        first, last = self.indexAt(QPoint(1, place.top())), self.indexAt(QPoint(1, place.bottom()))
        end = last.row() + 1 if last.isValid() else self._model.rowCount()
        return range(max(first.row(), 0), end)

    # ---- for the desk's keys

    def first_cue(self) -> SeenCue | None:
        """What a key pressed now means by the first cue, as it was painted."""
        return self._steady.meant_first()

    def chosen_cue(self) -> SeenCue | None:
        """The selected cue as it is painted; None where nothing is selected."""
        index = self.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else FOLD
        return None if line == FOLD else self._as_painted(line)

    def _as_painted(self, cue: str) -> SeenCue:
        return SeenCue(cue, self._model.face(cue).state.value)

    # ---- the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        too_soon = self._steady.too_soon
        at = event.position().toPoint()
        self._point(at)
        super().mousePressEvent(event)
        self._choose(self.currentIndex())
        pointed = self._painter.pointed
        if event.button() is not Qt.MouseButton.LeftButton or pointed is None:
            self._unfold_at(at)
            return
        self._steady.press()
        if too_soon:
            self.show_refusal(pointed.cue, "The list has just moved: press again.")
        elif pointed.act is not None:
            self._pressed = (pointed, self._as_painted(pointed.cue))
            self._painter.down = pointed
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._painter.down = None
        self._steady.release()
        self._point(event.position().toPoint())
        if pressed is not None and self._painter.pointed == pressed[0]:
            self._command(pressed[0].act, pressed[1])
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second press is a press: the show says whether it came too soon after the first."""
        self.mousePressEvent(event)

    def _point(self, at: QPoint | None) -> None:
        """The pointer is there (None: it has left)."""
        pointed = self._at(at) if at is not None else None
        self._steady.point(over=pointed is not None)
        if pointed != self._painter.pointed:
            self._painter.pointed = pointed
            self.viewport().update()

    def _at(self, at: QPoint) -> Pointed | None:
        index = self.indexAt(at)
        shown = self._shown(index)
        if shown is None:
            return None
        if self._painter.pointed is None or self._painter.pointed.cue != shown.id:
            self._painter.pointed = Pointed(shown.id, None)  # so that its buttons are there to be hit
            self.viewport().update()
        buttons = self._painter.buttons(QRectF(self.visualRect(index)), shown)
        hit = (act for act, button in buttons.items() if button.contains(at))
        return Pointed(shown.id, next(hit, None))

    def _shown(self, index: Index) -> CueFace | None:
        if not index.isValid():
            return None
        line = self._model.line(index.row())
        return None if line == FOLD else self._model.face(line)

    def _unfold_at(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and self._model.line(index.row()) == FOLD:
            self._model.fold(folded=not self._model.folded)

    # ---- the keyboard

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._choose(current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._steady.release()
        self._pressed = self._painter.down = None

    def _choose(self, index: Index) -> None:
        shown = self._shown(index)
        self._painter.chosen = shown.id if shown is not None else None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _KEYS.get(Qt.Key(event.key()))
        seen = self.chosen_cue()
        if act is None:
            self._fold_by_key(event)
        elif seen is not None and not event.isAutoRepeat():
            self._steady.press()
            finished = self._model.face(seen.cue).state in FINISHED
            self._command(Act.REARM if finished and act is Act.GO else act, seen)

    def _fold_by_key(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        on_fold = index.isValid() and self._model.line(index.row()) == FOLD
        if on_fold and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._model.fold(folded=event.key() == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._steady.release()
        super().keyReleaseEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the desk's keys."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.offer(at)

    def offer(self, at: QPoint) -> None:
        """Open the menu of the selected cue there."""
        seen = self.chosen_cue()
        if seen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._model.face(seen.cue).acts:
            action = menu.addAction(act.value)
            action.triggered.connect(lambda _=False, act=act: self._command(act, seen))
        menu.popup(at)

    def _command(self, act: Act | None, seen: SeenCue) -> None:
        if act is not None:
            self.commanded.emit(act.command(seen.cue), seen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.look_again()  # what was presented while nobody saw it was worked out for no row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._model.look_again()
        if self._painter.width != self.viewport().width():
            self._painter.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()  # texts wrap anew, so rows get other heights

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty = QPainter(self.viewport()), event.region()
        self._painter.dirty = dirty
        for row in self._rows_from(dirty.boundingRect()):
            index = self._model.index(row)
            rect = self.visualRect(index)
            if dirty.intersects(rect):
                self._painter.paint_line(painter, QRectF(rect), row, has_keyboard=has_keyboard(self, index))
        if not self._model.rowCount():
            self._painter.paint_empty(painter, QRectF(self.viewport().rect()))


_KEYS = {
    Qt.Key.Key_Return: Act.GO,
    Qt.Key.Key_Enter: Act.GO,
    Qt.Key.Key_Delete: Act.DISMISS,
}
