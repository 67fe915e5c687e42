"""Lists that open at once: what PySide would load for them, and they do without.

To hand out a widget that Qt made by itself, PySide first loads every class it could be (30 ms); and to name a
flag of QStyle, all of its 30 enumerations (15 ms). Both are asked for before the first paint.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QWidget


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give a list a viewport that we made: `viewport()` then answers at once."""
    viewport = QWidget(area)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def be_plain(view: QAbstractItemView) -> None:
    """Rows without furniture: one is chosen, none is edited, and they scroll up and down by the pixel."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAutoScroll(False)


def set_ground(view: QAbstractScrollArea, colour: QColor) -> None:
    """Let what lies behind the rows be of that colour."""
    colours = view.palette()
    colours.setColor(QPalette.ColorRole.Base, colour)
    view.setPalette(colours)
    view.viewport().update()


def is_chosen(view: QObject | None, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the row is the one that keys about a row mean, wherever the keyboard is."""
    return isinstance(view, QAbstractItemView) and index == view.currentIndex()


def has_keyboard(view: QObject | None, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the row is where the keyboard is, for whoever paints the rows of a view."""
    return is_chosen(view, index) and isinstance(view, QAbstractItemView) and view.hasFocus()
