"""The one Qt application: its type and colours, whether it can open a window, and how it is told to end."""

import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ssc_console.desk.store import Store
from ssc_console.look import fonts, theme

NO_DISPLAY = (
    "There is no display to open the desk on. Start it on a desktop, or paint a screen without one: "
    "ssc-console picture --script FILE --screen desk -o FILE.png"
)


_SCREENS_KEPT = "screens kept"
_STYLE = ("-style", "fusion")
"""On every system: what we paint ourselves stands where this style has it."""
_NO_FAST_MOVE = ("QT_NO_FAST_MOVE", "1")
"""Qt copies a button that moves, and then paints what it lies on over a bar that lies above: a button of the
check that moved on painted its card over the notice that the keyboard is elsewhere."""


def application(look: str | None, settings: Store | None) -> tuple[QApplication, theme.Theme]:
    """The one Qt application, with our type and the colours asked for, else those of last time."""
    os.environ.setdefault(*_NO_FAST_MOVE)
    os.environ.setdefault(*fonts.UNSAID_BY_QT)
    running = QApplication.instance() or QApplication(["ssc-console", *_STYLE])
    assert isinstance(running, QApplication)
    running.setApplicationDisplayName("SSC Console")
    keep_screens(running)
    fonts.install()
    kept = None if settings is None else settings.value(theme.KEPT_AS)
    name = look or (kept if kept in theme.NAMES else theme.NAMES[0])
    colours = theme.load(str(name))
    running.setPalette(theme.palette(colours))
    return running, colours


def keep_screens(running: QGuiApplication) -> None:
    """Hold on to the screens as long as there is an application.

    PySide takes a screen for a child of the widget that was asked for it: collected with that, it would be
    deleted under Qt's feet.
    """
    if running.property(_SCREENS_KEPT):
        return
    kept = list(running.screens())
    running.screenAdded.connect(kept.append)
    running.setProperty(_SCREENS_KEPT, True)


def has_display() -> bool:
    """Whether a window can be opened at all: Qt ends the process where it can't."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    if host not in ("", "unix"):
        return True  # on another machine: Qt has to try
    return bool(number) and os.path.exists(f"/tmp/.X11-unix/X{number.split('.')[0]}")


def end_when_told(running: QApplication) -> None:
    """Ctrl+C, a terminal that closes and a polite kill end the event loop at once; no window is asked.

    Called once the desk is painted: it loads what the first picture need not wait for. Python hears a signal
    only when it runs, so the system is asked to write into a socket that Qt watches.
    """
    import signal
    import socket

    ours, the_systems = socket.socketpair()
    the_systems.setblocking(False)
    signal.set_wakeup_fd(the_systems.fileno())
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, running)
    notifier.activated.connect(lambda: ours.recv(64))  # Python runs, and with it the handler

    def hear_no_more() -> None:
        signal.set_wakeup_fd(-1)
        the_systems.close()
        notifier.setEnabled(False)

    running.aboutToQuit.connect(hear_no_more)
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # as after `nohup`
            signal.signal(number, lambda *_: running.exit(0))
