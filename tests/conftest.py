"""What every test stands on: no screen, a home of its own, a zone that nobody expects, steady hypothesis."""

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Here and not in a fixture: Qt and the paths of the console are looked up when modules are imported.
_HOME = Path(tempfile.mkdtemp(prefix="ssc-console-tests-"))

os.environ["HOME"] = str(_HOME)
for _name in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_HOME / _name.lower())

# SSC_TEST_ON_SCREEN=1 shows real windows (on a desktop, or under xvfb-run).
if not os.environ.get("SSC_TEST_ON_SCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

# 45 minutes off and in nobody's agenda: where the machine's own zone leaks into a figure, it shows.
os.environ["TZ"] = "Pacific/Chatham"
if hasattr(time, "tzset"):
    time.tzset()

# Times under load say nothing about the code: no deadline. The same examples on every run of a commit.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def qt_objects_are_collected_by_the_thread_that_made_them(request: pytest.FixtureRequest) -> Iterator[None]:
    """A journal's thread that comes to collect a window's timers would leave them to fire into nothing."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from ssc_console.console.application import keep_screens

    keep_screens(request.getfixturevalue("qapp"))
    gc.disable()
    yield
    _close_what_is_left_open()
    gc.collect()
    gc.enable()


def _close_what_is_left_open() -> None:
    """A window that outlives its test would hear the keys of the next one."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(_HOME, ignore_errors=True)
