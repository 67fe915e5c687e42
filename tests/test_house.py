"""The house rules that no linter knows: which room may use which library."""

import sys
from pathlib import Path

import grimp
import pytest

_GRAPH = grimp.build_graph("ssc_console", include_external_packages=True, cache_dir=None)

_QT_ROOMS = (
    "app",
    "awake",
    "console",
    "hotkey",
    "startup",
    "picture",
    "paper",
    "look",
    "programme",
    "desk",
    "displays",
    "playback",
    "preflight",
    "outputs",
)

_ROOMS_OF = {
    "pytz": ("timecode",),
    "yaml": ("agenda",),
    "PySide6": _QT_ROOMS,
    "shiboken6": _QT_ROOMS,
    "pythonosc": ("outputs",),
    "sqlite3": ("journal",),
    "pymediainfo": ("media",),
    "xcffib": ("hotkey",),
    "time": ("clock",),
    "dataclasses": ("show",),  # of which only a type checker hears: values are our own (show/value.py)
}


_HOUSE = Path(__file__).resolve().parent.parent / "ssc_console"


def test_no_file_is_left_out_of_the_house() -> None:
    """What lies in a folder without an `__init__.py` is in no graph: no rule and no arrow is held there."""
    files = {path.relative_to(_HOUSE.parent).with_suffix("") for path in _HOUSE.rglob("*.py")}
    modules = {".".join(path.parts).removesuffix(".__init__") for path in files}
    assert modules - _GRAPH.modules == set()


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else module


@pytest.mark.parametrize("library", _ROOMS_OF)
def test_a_library_is_used_only_in_its_rooms(library: str) -> None:
    if library not in _GRAPH.modules:
        return
    users = _GRAPH.find_modules_that_directly_import(library)
    assert {user for user in users if _room(user) not in _ROOMS_OF[library]} == set()


def test_the_show_needs_only_the_standard_library_and_itself() -> None:
    show = {"ssc_console.show", *_GRAPH.find_descendants("ssc_console.show")}
    needed = {name for module in show for name in _GRAPH.find_modules_directly_imported_by(module)}
    assert {name for name in needed - show if name not in sys.stdlib_module_names} == set()


def test_of_the_check_before_the_show_only_what_looks_with_qt_needs_qt() -> None:
    """The rest is for the desk's own process; those run in another one, whatever a file does to them."""
    looks = {f"ssc_console.preflight.{name}" for name in ("__main__", "decode", "pictures", "scripts")}
    room = _GRAPH.find_descendants("ssc_console.preflight")
    users = _GRAPH.find_modules_that_directly_import("PySide6")
    assert users & room == looks
    from_outside = {user for module in looks for user in _GRAPH.find_modules_that_directly_import(module)}
    assert {user for user in from_outside - room if _room(user) in ("console", "desk")} == set()
