"""What the desk itself does for a wish: all that asks nothing of the show."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ssc_console.desk import comparing
from ssc_console.desk.clock_controls import OF_A_CLOCK
from ssc_console.desk.keys import KEYS, Wish
from ssc_console.look import theme as themes
from ssc_console.show.figures import Status

if TYPE_CHECKING:
    from ssc_console.desk.desk import Desk


def obey(desk: "Desk", wish: Wish) -> bool:
    """Do it; False: it is no wish of the desk's own, and nothing is done."""
    own = _own().get(wish)
    if own is not None:
        own(desk)
    return own is not None


def _steer(wish: Wish) -> Callable[["Desk"], None]:
    return lambda desk: desk.contents.header.steer(wish)


def _open_menu(desk: "Desk") -> None:
    """Every command, with its key."""
    from ssc_console.desk.menu import open_menu

    if desk.snapshot is not None:
        open_menu(desk, desk.contents.header.menu, desk.actions_by_wish, desk.snapshot.status, desk.counts)


def _toggle_catch_up(desk: "Desk") -> None:
    """What it would take to be over in time, or no longer."""
    from ssc_console.desk.catch_up_board import CatchUpBoard

    desk.toggle_board(CatchUpBoard())


def _toggle_green_room(desk: "Desk") -> None:
    """Where everybody stands, or no longer."""
    from ssc_console.desk.green_room_board import GreenRoomBoard

    desk.toggle_board(GreenRoomBoard())


def _copy_calls(desk: "Desk") -> None:
    """All calls that are due now, for the meeting's chat; or it is said when one will be."""
    from ssc_console.desk.calls import calls_due, calls_text, none_due

    if desk.snapshot is None:
        return
    text = calls_text(desk.snapshot)
    if not text:
        desk.refuse(none_due(desk.snapshot))
        return
    QGuiApplication.clipboard().setText(text)
    names = [row.person.name for rows in calls_due(desk.snapshot).values() for row in rows]
    who = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    desk.tell(f"Copied: the calls of {who}")


def _toggle_rundown(desk: "Desk") -> None:
    """In a show the keyboard goes to the rundown; else that comes in place of the page, or goes again."""
    contents, snapshot = desk.contents, desk.snapshot
    if snapshot is not None and snapshot.status in (Status.ON_AIR, Status.HELD):
        following = snapshot.next.segment.id if snapshot.next is not None else None
        contents.live.rundown.take_keyboard(following)
        return
    contents.wants_rundown, contents.wants_compared = not contents.wants_rundown, False
    desk.present_again()


def _toggle_compared(desk: "Desk") -> None:
    """The rehearsals side by side, or back."""
    if desk.snapshot is not None:
        comparing.toggle(desk.contents, desk.snapshot.status)
        desk.present_again()


def _next_look(desk: "Desk") -> None:
    """Dark, light, high contrast, and round again; remembered."""
    names = themes.NAMES
    name = names[(names.index(desk.given.theme.name) + 1) % len(names)]
    desk.given.store.setValue(themes.KEPT_AS, name)
    desk.set_look(name)


@cache
def _own() -> Mapping[Wish, Callable[["Desk"], None]]:
    """What each of them does."""
    return {
        **{key.wish: _steer(key.wish) for key in KEYS if key.group in OF_A_CLOCK},
        Wish.PRESS: lambda desk: desk.contents.bottom.big.press(),
        Wish.UNDO: lambda desk: desk.contents.bottom.undo.press(),
        Wish.ALL_KEYS: lambda desk: desk.dock.toggle_all_keys(),
        Wish.MENU: _open_menu,
        Wish.DISPLAY: lambda desk: desk.display_wished.emit(),
        Wish.PROGRAMME: lambda desk: desk.programme_wished.emit(),
        Wish.REPORT: lambda desk: desk.report_wished.emit(),
        Wish.CHECK: lambda desk: desk.checks_wished.emit(),
        Wish.OBS_AGAIN: lambda desk: desk.obs_wished.emit(),
        Wish.BLACKOUT: lambda desk: desk.blackout_wished.emit(),
        Wish.RUNDOWN: _toggle_rundown,
        Wish.COMPARE: _toggle_compared,
        Wish.KEEP: lambda desk: comparing.keep(desk.contents, desk.errands),
        Wish.READ_ON: lambda desk: desk.contents.read.read_on(),
        Wish.READ_AGAIN: lambda desk: desk.contents.read.read_again(),
        Wish.CATCH_UP: _toggle_catch_up,
        Wish.GREEN_ROOM: _toggle_green_room,
        Wish.CALLS: _copy_calls,
        Wish.LARGER: lambda desk: desk.contents.live.centre.script.larger(),
        Wish.SMALLER: lambda desk: desk.contents.live.centre.script.smaller(),
        Wish.LOOK: _next_look,
        Wish.SETTINGS: lambda desk: desk.settings_wished.emit(),
        Wish.RELOAD: lambda desk: desk.toggle_reload(),
        Wish.TO_SHOW: lambda desk: desk.leave_for_later(),
    }
