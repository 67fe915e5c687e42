"""The rundown on the desk: every segment with its times; the row on air stays in view by itself.

Once a person has scrolled it out of view it is left alone, and a button offers the way back. While the
pointer is pressed nothing moves: a new order is shown when it is released.
"""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView, QWidget

from ssc_console.desk.own_keys import OF_A_ROW, TABBED
from ssc_console.desk.row_drag import RowDrag
from ssc_console.desk.rundown_model import RundownModel
from ssc_console.desk.rundown_offers import Ask, Question, why_not
from ssc_console.desk.rundown_painter import RowPainter
from ssc_console.desk.rundown_rows import Header, Note, Part
from ssc_console.look import fonts
from ssc_console.look.scroll_bar import SlimScrollBar
from ssc_console.look.theme import Theme
from ssc_console.look.viewport import be_plain, own_viewport, set_ground
from ssc_console.show.commands import Move
from ssc_console.show.snapshot import Snapshot

EDGE = 18
"""A row that is pulled this near the upper or lower edge scrolls the list."""

ABOVE = 3
"""So many rows above the one on air are kept in view, so that what has just been left is still seen."""


class RundownList(QTableView):
    """The rundown. Data goes down by `present`; wishes come up.

    Attributes:
        commanded: A complete command, and what the person saw (`SeenShow`).
        asked: A `Question` whose answer the desk has to ask for.
    """

    own_keys = OF_A_ROW
    commanded = Signal(object, object)
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._model = RundownModel(self)
        self._painter = RowPainter(theme, self)
        self._theme = theme
        self._drag = RowDrag(self, self._model)
        self._follows = True
        self._shown_on_air: str | None = None
        self._pressed = False
        self._wide = 0
        self._met_by_tab: str | None = None
        self._low_rows: list[int] = []
        self._waiting: Snapshot | None = None
        self._back = self._way_back()
        self.setAccessibleName("Rundown")
        self._make_plain()
        self._bar = SlimScrollBar(theme)
        self.setVerticalScrollBar(self._bar)
        self.set_theme(theme)
        self.setModel(self._model)
        self.verticalScrollBar().actionTriggered.connect(self._scrolled_by_hand, _QUEUED)

    def _way_back(self) -> QPushButton:
        made = QPushButton("Back to on air", self)
        made.hide()
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setFont(fonts.font(13, fonts.SEMIBOLD))
        made.setToolTip("Show the segment on air, and keep it in view")
        made.clicked.connect(self.back_to_on_air)
        return made

    def _make_plain(self) -> None:
        """A list without a table's furniture; its rows fill all of it and paint their own ground."""
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        be_plain(self)

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._painter.sizes.header)
        self.verticalHeader().setDefaultSectionSize(self._painter.sizes.row)

    def set_scale(self, scale: float) -> None:
        """Show its texts so many times as large as usual."""
        if scale == self._painter.sizes.scale:
            return
        self._painter.set_scale(scale)
        self._measure()
        self._set_heights(self._model.headers())
        self._keep_in_view()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show it in these colours."""
        self._theme = theme
        self._painter.set_theme(theme)
        self._bar.set_theme(theme)
        set_ground(self, theme.background)

    # ---- data goes down

    def present(self, snapshot: Snapshot) -> None:
        """Be like this."""
        reorders = self._model.would_reorder(snapshot)
        if self._pressed and reorders:
            self._waiting = snapshot
            return
        self._waiting = None
        chosen = self.chosen() if reorders else None
        self._paint_again(self._model.present(snapshot, *self._rows_in_view()))
        if reorders:
            self._set_heights(self._model.headers())
            self.choose(chosen)
        on_air = snapshot.on_air.segment.id if snapshot.on_air is not None else None
        if on_air != self._shown_on_air or reorders:
            self._shown_on_air = on_air
            self._keep_in_view()

    def count(self, snapshot: Snapshot) -> None:
        """Be like this, where nothing has changed but what counts."""
        if self._waiting is not None:
            self._waiting = snapshot
        else:
            self._paint_again(self._model.count(snapshot))

    def _set_heights(self, headers: list[int]) -> None:
        """A table keeps the height of a row for what comes to stand there."""
        for row in self._low_rows:
            if row < self._model.rowCount():
                self.setRowHeight(row, self._painter.sizes.row)
        for row in headers:
            self.setRowHeight(row, self._painter.sizes.header)
        self._low_rows = headers

    def present_notes(self, notes: Mapping[str, Note]) -> None:
        """A word beside segments that wait (from the green room), by segment id."""
        self._paint_again(self._model.present_notes(notes, *self._rows_in_view()))

    def _paint_again(self, rows: Mapping[int, Part]) -> None:
        for row, part in rows.items():
            self.viewport().update(self._painter.place(self._place_of(row), part))

    def _place_of(self, row: int) -> QRect:
        """Where the row of a segment is: a table, asked by an index, asks ten times as much."""
        return QRect(0, self.rowViewportPosition(row), self._wide, self._painter.sizes.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._paint_count(event.rect()):
            painter = QPainter(self.viewport())
            self._paint_lines(painter, event.region())
            if self._drag.is_on:
                self._drag.paint(painter, self._theme)

    def _paint_lines(self, painter: QPainter, dirty: QRegion) -> None:
        """By ourselves: a table asks its model ten things for each row that it has painted."""
        self._painter.set_dirty(dirty)
        place = dirty.boundingRect()
        first, last = self.rowAt(max(place.top(), 0)), self.rowAt(place.bottom())
        if first < 0:
            return  # below the last row
        for row in range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1):
            index = self._model.index(row)
            rect = self.visualRect(index)
            if dirty.intersects(rect):
                self._painter.paint(painter, rect, index, self._model.shown(row))

    def _paint_count(self, dirty: QRect) -> bool:
        """Paint the live countdown, if nothing else is wanted: a table would ask much for it every second."""
        row = self._model.row_of(self._shown_on_air)
        if row is None or self._shown_on_air is None:
            return False
        rect = self._place_of(row)
        if not self._painter.end_place(rect).contains(dirty) or row == self.currentIndex().row():
            return False
        shown = self._model.face(self._shown_on_air)
        if not shown.overrun:
            self._painter.count(QPainter(self.viewport()), rect, dirty, shown)
        return not shown.overrun

    def chosen(self) -> str | None:
        """The segment that is selected."""
        index = self.currentIndex()
        line = self._model.line(index.row()) if index.isValid() else None
        return None if isinstance(line, Header) else line

    def choose(self, segment_id: str | None) -> None:
        """Select a segment, without scrolling to it."""
        row = self._model.row_of(segment_id)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    def take_keyboard(self, segment_id: str | None) -> None:
        """The arrows choose rows from now on; where none is chosen, it is this one at first."""
        if self.chosen() is None:
            self.choose(segment_id)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scrollTo(self.currentIndex())

    def forget_choice(self) -> None:
        """Select nothing: keys about a segment ask for one again."""
        self.setCurrentIndex(QModelIndex())

    # ---- the row on air stays in view

    def back_to_on_air(self) -> None:
        """Show the row on air, and keep it in view from now on."""
        self._follows = True
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        row = self._model.row_of(self._shown_on_air)
        if row is not None and self._follows and not self._pressed:
            self.verticalScrollBar().setValue(self._wanted_scroll(row))
        self._offer_the_way_back()

    def _wanted_scroll(self, row: int) -> int:
        """Stays as it is if the row and what follows it are well in view, else puts it near the top."""
        bar = self.verticalScrollBar()
        header, high = self.verticalHeader(), self._painter.sizes.row
        top = header.sectionPosition(row)
        room = self.viewport().height()
        above = header.sectionPosition(max(row - ABOVE, 0))
        if bar.value() <= top and top + 2 * high <= bar.value() + room and bar.value() <= above:
            return bar.value()
        return above if room > (ABOVE + 2) * high else top

    def _is_in_view(self) -> bool:
        row = self._model.row_of(self._shown_on_air)
        if row is None:
            return True
        rect = self.visualRect(self._model.index(row))
        return self.viewport().rect().contains(rect.center())

    def _offer_the_way_back(self) -> None:
        self._back.setVisible(not self._is_in_view())
        if self._back.isVisible():
            self._back.adjustSize()
            space = self.viewport().rect()
            self._back.move(
                (space.width() - self._back.width()) // 2, space.bottom() - self._back.height() - 8
            )
            self._back.raise_()

    def _scrolled_by_hand(self) -> None:
        self._follows = self._is_in_view()
        self._offer_the_way_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._scrolled_by_hand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wide = self.viewport().width()
        self._keep_in_view()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_in_view()

    def _rows_in_view(self) -> tuple[int, int]:
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(first, 0), last if last >= 0 else self._model.rowCount() - 1

    # ---- the pointer and the keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = True
        self._drag.press(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A row that is pulled is shown where it would come to stand."""
        if not self._pressed:
            super().mouseMoveEvent(event)
        elif self._drag.move(event.position().toPoint(), self.chosen()):
            self._scroll_at_the_edge(event.position().toPoint())
            self.viewport().update()

    def _scroll_at_the_edge(self, at: QPoint) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if not EDGE <= at.y() <= high - EDGE:
            half = self._painter.sizes.row // 2
            bar.setValue(bar.value() + (half if at.y() > EDGE else -half))
            self._scrolled_by_hand()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moved, to = self.chosen(), self._drag.release()
        self.viewport().update()
        self._let_go()
        if to is not None and moved is not None and self._can_be_moved(moved):
            self.asked.emit(Question(Ask.MOVE_BEFORE, moved, to))

    def _can_be_moved(self, segment: str) -> bool:
        snapshot = self._model.snapshot
        return snapshot is not None and why_not(snapshot, Move(segment, None)) is None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever has tabbed here sees where: on a row, not on a heading that no key is about."""
        following = None if self._model.snapshot is None else self._model.snapshot.next
        if event.reason() in TABBED and self.chosen() is None:
            self._met_by_tab = self._shown_on_air if following is None else following.segment.id
            self.choose(self._met_by_tab)
            self.scrollTo(self.currentIndex())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A row that was only passed is not one that somebody chose."""
        super().focusOutEvent(event)
        if event.reason() in TABBED:
            if self.chosen() == self._met_by_tab:
                self.forget_choice()
            self._met_by_tab = None
        self._let_go()  # a press that was taken away (by a menu, another window) is never released

    def _let_go(self) -> None:
        self._pressed = False
        self._drag.release()
        if self._waiting is not None:
            self.present(self._waiting)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not isinstance(self._model.line(index.row()), Header):
            self.setCurrentIndex(index)
            self.offer(self.viewport().mapToGlobal(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.offer(self._beside_current())
            return
        super().keyPressEvent(event)
        if event.key() in _MOVING:
            self.scrollTo(self.currentIndex())
            self._scrolled_by_hand()

    def keyboardSearch(self, search: str) -> None:
        """Letters are the desk's keys; and to search 10,000 rows would take the show's time."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.offer(self._beside_current())
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.offer(event.globalPos())

    def _beside_current(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(rect.x() + 100, rect.bottom()))

    # ---- wishes come up

    def offer(self, at: QPoint) -> None:
        """Open the menu of the selected segment there."""
        segment_id, snapshot = self.chosen(), self._model.snapshot
        if segment_id is None or snapshot is None:
            return
        self._let_go()
        from ssc_console.desk.row_menu import open_menu

        open_menu(self, snapshot, segment_id, at)


_QUEUED = Qt.ConnectionType.QueuedConnection  # the scroll bar has its new value only after the action
_MOVING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
