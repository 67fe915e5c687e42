"""Loads and makes what a press may need, once the desk is shown, so that no press has to wait for it."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ssc_console.desk.desk import Desk

_NEEDED_SOON = (
    "rundown_list",
    "row_menu",
    "wishes",
    "panel",
    "catch_up_board",
    "green_room_board",
    "script",
    "strip",
    "after_page",
    "form_bar",
    "menu",
    "own_wishes",
    "elsewhere",
    "facts_card",
    "reload_board",
)


def get_ready(desk: "Desk") -> None:
    """Do all of it, a part at each turn of the loop: what a person does meanwhile comes between."""
    _go_on(desk, parts(desk))


def _go_on(desk: "Desk", rest: Iterator[None]) -> None:
    if next(rest, desk) is not desk:
        QTimer.singleShot(0, desk, lambda: _go_on(desk, rest))


def parts(desk: "Desk") -> Iterator[None]:
    """The parts: the modules, then the pages that come next; from then on each press is foreseen."""
    for name in _NEEDED_SOON:
        import_module(f"ssc_console.desk.{name}")
        yield
    contents = None
    while contents is not desk.contents:
        contents = desk.contents
        for _ in contents.get_ready():
            yield
            if contents is not desk.contents:
                break  # others have come in their place: these are gone, and those are not ready
    desk.present_again()
    from ssc_console.desk.foresight import Foresight

    desk.foresight = Foresight(desk)
