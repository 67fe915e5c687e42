"""The programme's window on a real X server, closed as a window manager closes one."""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ssc_console.programme import messages as m
from ssc_console.programme.sheet import Sheet
from ssc_console.show.programme import Scene

ROOT = Path(__file__).resolve().parents[2]
HAS_X = shutil.which("Xvfb") is not None and ctypes.util.find_library("X11") is not None
pytestmark = pytest.mark.skipif(not HAS_X, reason="needs Xvfb and libX11")


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, with the padding of the union of events."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("pad", ctypes.c_long * 24),
    )


class Manager:
    """What of a window manager closes windows."""

    def __init__(self, display: str) -> None:
        x = self._x = ctypes.CDLL(str(ctypes.util.find_library("X11")))
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XInternAtom.restype = x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
        assert self._display.value

    def _children(self, window: int) -> list[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        given = (ctypes.c_ulong(window), *map(ctypes.byref, (root, parent, found, count)))
        self._x.XQueryTree(self._display, *given)
        return [found[number] for number in range(count.value)]

    def _title(self, window: int) -> bytes:
        name = ctypes.c_char_p()
        self._x.XFetchName(self._display, ctypes.c_ulong(window), ctypes.byref(name))
        return name.value or b""

    def close(self, title: str) -> None:
        """Ask the window of that title to close, as its X and Alt+F4 do."""
        top = self._children(self._x.XDefaultRootWindow(self._display))
        window = next(each for each in top if self._title(each).startswith(title.encode()))

        def atom(name: bytes) -> int:
            made: int = self._x.XInternAtom(self._display, name, 0)
            return made

        event = _ClientMessage(
            type=33, window=window, message_type=atom(b"WM_PROTOCOLS"), format=32, send_event=1
        )
        event.data[0] = atom(b"WM_DELETE_WINDOW")
        self._x.XSendEvent(self._display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
        self._x.XFlush(self._display)

    def leave(self) -> None:
        self._x.XCloseDisplay(self._display)


@pytest.fixture
def screen() -> Iterator[str]:
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1440x900x24"],
        pass_fds=(tell,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as number:
        display = f":{number.readline().strip()}"
    yield display
    server.terminate()
    server.wait()


def test_while_the_show_is_on_alt_f4_and_the_x_close_no_programme_and_afterwards_they_do(
    screen: str, tmp_path: Path
) -> None:
    environment = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "ssc_console.playback"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def tell(*messages: m.Message) -> None:
        assert process.stdin is not None
        process.stdin.write(b"".join(map(m.to_line, messages)))
        process.stdin.flush()

    def hear(*kinds: type) -> type | None:
        """Which of these it tells first, in about a hundred signs of life; None: none."""
        assert process.stdout is not None
        told = (type(m.from_line(line)) for line, _ in zip(process.stdout, range(100), strict=False))
        return next((kind for kind in told if kind in kinds), None)

    calm = Sheet(scene=Scene.BLACK, title="Test")
    assert hear(m.Alive)
    tell(m.Stand("", "Programme of a test"), m.Show(calm, is_on=True))
    assert hear(m.Standing)
    manager = Manager(screen)
    manager.close("Programme of a test")
    assert hear(m.StaysOpen)
    assert hear(m.Alive)
    assert process.poll() is None
    tell(m.Show(calm))
    answer: type | None = m.StaysOpen
    while answer is m.StaysOpen:  # until what was told has been taken up
        manager.close("Programme of a test")
        answer = hear(m.Closed, m.StaysOpen)
    assert answer is m.Closed
    process.communicate()
    assert process.returncode == 0
    manager.leave()
