"""Where a window of the show belongs when monitors come and go. Pure: it answers, and moves nothing.

A display has a home: the monitor that a person put it on. While that is unplugged the display is a guest:
a normal window on a monitor that remains, never in front of the desk, nor on one that another display has.
When the monitor returns, it goes home.
"""

from collections.abc import Sequence

from ssc_console.show.value import replace, value

SHARE = 3
"""A guest is so many times smaller than the monitor that it visits."""
MARGIN = 24


@value
class Monitor:
    """A monitor, as it can be told from others.

    Attributes:
        name: Of the output that it is plugged into, unique at one time.
        make: Maker, model and serial number, as far as they are known: the same after it was replugged.
        left, top, width, height: What a window may use of it, in desktop pixels.
    """

    name: str
    make: str
    left: int
    top: int
    width: int
    height: int


@value
class Home:
    """Where a person put the display.

    Attributes:
        twins: Names of other monitors that said the same of themselves while this one was there.
    """

    name: str
    make: str
    full_screen: bool
    twins: frozenset[str] = frozenset()


@value
class Placement:
    """How the display should stand.

    Attributes:
        at: Left, top, width and height of a normal window.
        behind: It shares the desk's monitor: it stands behind the desk, and doesn't ask for the keyboard.
    """

    monitor: str
    full_screen: bool
    at: tuple[int, int, int, int]
    behind: bool = False


def found(home: Home, monitors: Sequence[Monitor]) -> Monitor | None:
    """The home among the monitors there are: the same monitor at the same output, else at another one.

    Of a monitor that says nothing of itself, or says what one beside it says, the output alone tells.
    """
    same = [monitor for monitor in monitors if monitor.make == home.make]
    there = [monitor for monitor in same if monitor.name == home.name]
    is_told = bool(home.make.replace("/", "").strip())
    moved = [monitor for monitor in same if is_told and monitor.name not in home.twins]
    return next(iter(there or moved), None)


def with_twins(home: Home, monitors: Sequence[Monitor]) -> Home:
    """The same home, which knows the monitors that look like it, as far as it is there beside them."""
    alike = frozenset(monitor.name for monitor in monitors if monitor.make == home.make)
    return replace(home, twins=home.twins | alike - {home.name}) if home.name in alike else home


def place(
    home: Home, monitors: Sequence[Monitor], desk: str | None, taken: str | None = None
) -> Placement | None:
    """How a display with that home should stand now.

    Args:
        desk: The name of the monitor on which the desk is.
        taken: The name of the one that another display fills: it is not covered either.

    Returns:
        None where there is no monitor at all.
    """
    at_home = found(home, monitors)
    if at_home is not None and at_home.name != taken:
        if at_home.name != desk:
            return Placement(at_home.name, home.full_screen, _part(at_home))
        return _guest(at_home, behind=True)
    free = [monitor for monitor in monitors if monitor.name not in (desk, taken)]
    if free:
        return _guest(max(free, key=lambda monitor: monitor.width * monitor.height), behind=False)
    rest = sorted(monitors, key=lambda monitor: monitor.name != desk)
    return _guest(rest[0], behind=True) if rest else None


def _guest(monitor: Monitor, *, behind: bool) -> Placement:
    return Placement(monitor.name, full_screen=False, at=_part(monitor), behind=behind)


def _part(monitor: Monitor) -> tuple[int, int, int, int]:
    """A window of 16:9 in the lower right corner."""
    width = monitor.width // SHARE
    return corner(monitor, (width, width * 9 // 16))


def corner(monitor: Monitor, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """A window of that width and height in the lower right corner: left, top, width and height."""
    width, height = size
    left = monitor.left + monitor.width - width - MARGIN
    top = monitor.top + monitor.height - height - MARGIN
    return left, top, width, height
