"""Regular expressions kept compiled, as Python keeps modules: a bundle has them too.

Python compiles an expression anew in each process. Those that stand in the lines of modules, which run once
as they are imported, took a rehearsal on paper a twelfth of its time. No other is kept: who knows whose text
is in it.
"""

import sys
from _thread import get_ident
from re import _compiler as compiler  # type: ignore[attr-defined]
from types import SimpleNamespace
from typing import Any

Key = tuple[str | bytes, int]
"""An expression, and the flags it was given."""
Compiled = tuple[Any, ...]
"""What Python's compiler gives its engine, which looks at it before it takes it."""

_IN_A_FUNCTION = 1
"""A flag of code that runs whenever it is called, not once as its module is imported (`CO_OPTIMIZED`)."""
_TO_WHO_ASKED = 3
"""Frames: `re.compile`, and what it calls."""


class Expressions:
    """Those that were kept, and those that this process had to compile; installed once in a process.

    Attributes:
        kept: Taken instead of compiling them.
        more: To be kept as well.
    """

    def __init__(self) -> None:
        self.kept: dict[Key, Compiled] = {}
        self.more: dict[Key, Compiled] = {}
        self._given: dict[int, Compiled] = {}

    def install(self) -> None:
        """From now on, take them from here; and see what the compiler makes of others."""
        self._compiler, self._engine = compiler.compile, compiler._sre.compile
        compiler._sre = SimpleNamespace(**{**vars(compiler._sre), "compile": self._see})
        compiler.compile = self._compile

    def _see(self, *given: Any) -> Any:
        self._given[get_ident()] = given
        return self._engine(*given)

    def _compile(self, pattern: Any, flags: int = 0) -> Any:
        key = (pattern, flags) if type(pattern) in (str, bytes) else None
        if key in self.kept:
            return self._engine(*self.kept[key])
        made = self._compiler(pattern, flags)
        given = self._given.pop(get_ident())
        if key is not None and not sys._getframe(_TO_WHO_ASKED).f_code.co_flags & _IN_A_FUNCTION:
            _, all_flags, code, *rest = given
            self.more[key] = (pattern, int(all_flags), [int(each) for each in code], *rest)
        return made
