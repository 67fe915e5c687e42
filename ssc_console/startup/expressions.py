"""Regular expressions kept compiled, as Python keeps modules: a bundle has them too.

Python compiles an expression anew in each process. Those that stand in the lines of modules, which run once
as they are imported, took a rehearsal on paper a twelfth of its time. No other is kept: who knows whose text
is in it.
"""

import sys
from _thread import get_ident
from re import _compiler as compiler  # type: ignore[attr-defined]
from types import FrameType, SimpleNamespace
from typing import Any

Key = tuple[bool, str | bytes, int]
"""Whether an expression is of bytes, the expression, and the flags it was given."""
Compiled = tuple[Any, ...]
"""What Python's compiler gives its engine, which looks at it before it takes it."""

MOST = 1_000
"""Kept ones; a console has a tenth of that. With more, those of modules that have changed are let go of."""
_DEBUG = 128
"""A flag (`re.DEBUG`) by which the compiler says what it does."""
_IN_A_FUNCTION = 1
"""A flag of code that runs whenever it is called, not once as its module is imported (`CO_OPTIMIZED`)."""


class Expressions:
    """Those that were kept, and those that this process had to compile; installed once in a process.

    Attributes:
        kept: Taken instead of compiling them.
        more: To be kept as well.
    """

    def __init__(self, places: tuple[str, ...]) -> None:
        """Nothing is kept yet.

        Args:
            places: How the paths of sources begin whose expressions may be kept.
        """
        self.kept: dict[Key, Compiled] = {}
        self.more: dict[Key, Compiled] = {}
        self._places = places
        self._given: dict[int, Compiled] = {}

    def install(self) -> None:
        """From now on, take them from here; and see what the compiler makes of others."""
        self._compiler, self._engine = compiler.compile, compiler._sre.compile
        compiler._sre = SimpleNamespace(**{**vars(compiler._sre), "compile": self._see})
        compiler.compile = self._compile

    def all(self) -> dict[Key, Compiled]:
        """What is to be kept by now."""
        found = {**self.kept, **self.more}
        return found if len(found) <= MOST else self.more

    def _see(self, *given: Any) -> Any:
        self._given[get_ident()] = given
        return self._engine(*given)

    def _compile(self, pattern: Any, flags: int = 0) -> Any:
        may_be_kept = type(pattern) in (str, bytes) and not flags & _DEBUG
        key = (type(pattern) is bytes, pattern, flags) if may_be_kept else None
        if key in self.kept:
            return self._engine(*self.kept[key])
        made = self._compiler(pattern, flags)
        given = self._given.pop(get_ident())
        if key is not None and self._stands_in_a_module(sys._getframe().f_back):
            _, all_flags, code, *rest = given
            self.more[key] = (pattern, int(all_flags), [int(each) for each in code], *rest)
        return made

    def _stands_in_a_module(self, frame: FrameType | None) -> bool:
        """Whether who asked, beyond `re`, is a module's own lines, or those of a class in it."""
        while frame is not None and frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        while frame is not None and not frame.f_code.co_flags & _IN_A_FUNCTION:
            if frame.f_code.co_name == "<module>":
                return frame.f_code.co_filename.startswith(self._places)
            frame = frame.f_back
        return False
