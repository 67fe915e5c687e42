"""Qt as a console loads it is Qt as anybody loads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "call",
    [
        "QSize('wide')",
        "QSize(1, 2, 3)",
        "QSize(w='1')",
        "QTimer(nothing=1)",
        "QTimer().start(1, 2, 3)",
        "QTimer().nothing",
        "inspect.signature(QSize.width)",
        "get_signature(QTimer.singleShot)",
        "QSize.width.__doc__",
    ],
)
def test_a_wrong_call_of_qt_is_explained_in_the_words_of_pyside(call: str) -> None:
    """They are read from sources that a desk compiles when it first needs them."""
    script = (
        "import PySide6.QtWidgets, inspect; from PySide6.QtCore import QSize, QTimer; "
        "from PySide6.support.signature import get_signature\n"
        f"try: print({call})\nexcept Exception as why: print(type(why), why)"
    )
    told = [
        subprocess.run([sys.executable, "-c", each + script], check=True, capture_output=True, text=True)
        for each in ("", "import ssc_console.startup.qt; ")
    ]
    assert told[0].stdout == told[1].stdout != ""
    assert told[0].stderr == told[1].stderr == ""


def test_a_desk_leaves_out_what_only_explains_wrong_calls() -> None:
    script = (
        "import sys, ssc_console.app.live; parser = sys.modules['shibokensupport.signature.parser']; "
        "assert 're' not in vars(parser)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


KEPT = """
import sys
from ssc_console.startup.bundle import Bundle
bundle = Bundle(sys.argv[1])
bundle.install()
import ssc_console.startup.qt
from PySide6.QtCore import QSize
print(len(bundle._texts))
try:
    QSize("wide")
except TypeError as why:
    print(why)
bundle.keep()
"""


def test_what_pyside_compiles_in_each_process_is_compiled_once(tmp_path: Path) -> None:
    python = {name: each for name, each in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", KEPT, str(tmp_path / "bundle")],
            env=python,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split("\n", 1)
        for _ in range(2)
    )
    assert int(first[0]) > 5
    assert second == ["0", first[1]]
    assert "wrong argument types" in first[1]
