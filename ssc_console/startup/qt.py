"""Loads Qt without what a desk never needs of it; to be imported before anything else of Qt.

Two things that PySide does as it is loaded cost a console a sixth of its start:

- It compiles, anew in each process, the sources that make type stubs and explain a call with wrong arguments.
  They are compiled here when something is first asked of them; the others are kept compiled, in the bundle.
- It puts an `__import__` of its own in place of Python's, which reads the source of every module that comes
  after it, to see whether it wants a `__feature__`. None of ours does, and a desk that opens imports 170.

With another PySide, whose files have other names, everything is loaded at once, as usual.
"""

import builtins
from typing import Any

from ssc_console.startup import enumerations  # noqa: F401 - Qt's first come with its first import
from ssc_console.startup.bundle import compiled

_LATER = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "mapping",
        "parser",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
    )
)
sources: dict[str, Any] = {}
"""Of those, by their names."""
_OTHERS = ("signature_bootstrap.py", "shibokensupport/")
_STAND_IN = """
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)  # Python's import asks for such; the sources have none
    here = globals()
    if here.pop("__getattr__", None) is not None:
        from ssc_console.startup.qt import sources
        del here["update_mapping"]
        exec(compile(sources[{filename!r}], {filename!r}, "exec"), here)
    try:
        return here[name]
    except KeyError:
        raise AttributeError(name) from None

def update_mapping():
    return __getattr__("update_mapping")()
"""
"""A module that becomes what it stands for when it is first asked for something. PySide itself, which is not
written in Python, asks nothing, but calls this one function where it finds it."""


def _compile_what_is_needed(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
    """As Python's `compile`, but of those sources only the stand-in."""
    if rest != ("exec",) or more or not isinstance(filename, str) or not filename.startswith(_OTHERS):
        return _compile(source, filename, *rest, **more)
    if filename in _LATER:
        sources[filename] = source
        source = _STAND_IN.format(filename=filename)
    return compiled(source, filename)


_compile, _import = builtins.compile, builtins.__import__
builtins.compile = _compile_what_is_needed
try:
    import PySide6.QtWidgets  # noqa: F401 - between the lines is all that it is for
finally:
    builtins.compile, builtins.__import__ = _compile, _import
