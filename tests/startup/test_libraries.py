"""Qt's libraries may be there before Qt is imported, and nothing depends on it."""

import subprocess
import sys
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path

import pytest

from ssc_console.startup import libraries

ROOT = Path(__file__).resolve().parent.parent.parent
LINKED = """
import sys
from pathlib import Path
from ssc_console.startup import libraries

libraries.start_new_thread = lambda work, given: work(*given)
assert "libQt6Widgets" not in Path("/proc/self/maps").read_text()
libraries.link_qt()
assert "libQt6Widgets" in Path("/proc/self/maps").read_text() and "PySide6" not in sys.modules
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("0:00")
label.show()
application.processEvents()
print(label.isVisible())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux alone")
def test_qt_is_linked_before_it_is_imported_and_is_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINKED], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "True\n"
    assert "main() thread" not in done.stderr


@pytest.mark.parametrize("origin", [None, "/nowhere/PySide6/__init__.py"])
def test_where_there_is_no_qt_nothing_is_said(
    origin: str | None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    spec = ModuleSpec("PySide6", None, origin=origin) if origin is not None else None
    monkeypatch.setattr(PathFinder, "find_spec", lambda *_: spec)
    monkeypatch.setattr(libraries, "start_new_thread", lambda work, given: work(*given))
    monkeypatch.setattr(libraries, "linked", [])
    libraries.link_qt()
    assert capfd.readouterr() == ("", "")


def test_where_no_more_threads_may_be_the_start_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(libraries, "start_new_thread", refused)
    monkeypatch.setattr(libraries, "linked", [])
    libraries.link_qt()
    assert not libraries.linked


BESIDE = """
from ssc_console.startup.libraries import link_qt

link_qt()
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("0:00")
label.show()
application.processEvents()
print(label.isVisible())
"""


def test_a_window_opens_while_its_libraries_are_being_linked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BESIDE], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert (done.stdout, "main() thread" in done.stderr) == ("True\n", False)
