"""The modules of a console from one file: a bundle of what Python keeps for each in a file of its own.

A desk that opens imports 220 modules, and to look each of them up, open its file and check it takes Python a
tenth of the start. The bundle lies beside those files and is made from them once a program ends that had to
import a module the usual way. As with those files, a module's code counts as long as its source has the time
and the size that it was compiled from; else, and wherever the bundle is missing, damaged or can't be written,
Python imports as it always does.

Two things more are kept that a process would compile anew: the regular expressions of modules
(`expressions`), and texts that are Python but no module's file (`compiled`).
"""

import _imp
import marshal
import os
import sys
from _thread import allocate_lock
from contextlib import suppress
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader
from io import FileIO
from types import CodeType, ModuleType

from ssc_console import __version__
from ssc_console.startup.expressions import Compiled, Expressions, Key

_HERE = os.path.dirname(os.path.abspath(__file__))
_PLACES = tuple(
    f"{place}{os.sep}" for place in (os.path.dirname(_HERE), os.path.dirname(os.__file__), sys.prefix)
)
"""Of sources that may be in it: ours, Python's, and the libraries installed with us. What lies in the folder
where somebody happens to start a console is none of them."""
_FOLDER = os.path.join(_HERE, "__pycache__")
_OF_A_PACKAGE = f"{os.sep}__init__.py"
_IN_FOLDER = f"{os.sep}__pycache__{os.sep}"
_ENDING = f".{sys.implementation.cache_tag}.pyc"
_WORD = 0xFFFFFFFF
_FILE = os.path.join(_FOLDER, f"bundle.{sys.implementation.cache_tag}.bin")
_HEAD = 16
"""Bytes before the code in Python's file of a module: magic number, flags, the source's time and its size."""

_SUM = 8
"""Bytes of a checksum. Code in which a bit is wrong may end the process, at this start and at every other."""

_Entry = tuple[str, bytes, int, int, bytes]
"""Of a module: its source, the mark of that, where its code is, how long that is, and its checksum."""
_A_TEXT = ""
"""In place of a source, of what is no module."""
_Kept = tuple[str, bytes, bytes]
"""The same with the code itself."""

_DAMAGED = (OSError, EOFError, ValueError, TypeError)
"""What comes of reading a file of compiled code that is not whole, or not there."""
_STRAY = 60
"""Seconds after which a file that a console was still writing will not be finished: that one was killed."""


class Bundle:
    """Finds and loads the modules whose code it has; one in a process, before Python's own finders."""

    def __init__(self, path: str = _FILE) -> None:
        self._path = path
        self._file: FileIO | None = None
        self._entries: dict[str, _Entry] = {}
        self._codes_at = 0
        self._expressions = Expressions(_PLACES)
        self._texts: dict[str, _Kept] = {}
        self._before: frozenset[str] = frozenset()
        self._reading = allocate_lock()  # as `threading` has it, without loading that
        with suppress(*_DAMAGED):
            self._open()

    def _open(self) -> None:
        file = FileIO(self._path)
        length = int.from_bytes(file.read(4), "big")
        if length > os.fstat(file.fileno()).st_size:
            return  # to read it would ask for memory that nobody may have
        checksum, table = file.read(_SUM), file.read(length)
        if checksum != _sum_of(table):
            return
        made_for, entries, expressions = marshal.loads(table)
        if made_for == self._made_for():
            self._file, self._entries, self._codes_at = file, entries, 4 + _SUM + length
            self._expressions.kept = expressions

    def _made_for(self) -> tuple[str, int, int, str, str]:
        """Which console and Python, and where they are: moved, the code would name sources that are gone."""
        return __version__, sys.hexversion, sys.flags.optimize, sys.prefix, self._path

    def install(self) -> None:
        """From now on, import from here; what others have put before Python's finders comes first."""
        self._before = frozenset(sys.modules)
        sys.meta_path.insert(sys.meta_path.index(BuiltinImporter), self)
        self._expressions.install()

    # ---- as Python's import asks

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Where the module is, if its code is here and its source has not changed since."""
        entry = self._entries.get(name)
        if entry is None or _mark_of(entry[0]) != entry[1]:
            return None
        source = entry[0]
        is_package = _is_package(source)
        spec = ModuleSpec(name, self, origin=source, is_package=is_package)  # type: ignore[arg-type]
        spec.has_location = True
        spec.cached = _compiled(source)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code; the source's, if what is here is damaged, and then it is kept anew."""
        try:
            code = marshal.loads(self._code(self._entries[module.__name__]))
        except _DAMAGED:
            del self._entries[module.__name__]
            usual = SourceFileLoader(module.__name__, str(module.__file__))
            if module.__spec__ is not None:
                module.__loader__ = module.__spec__.loader = usual
            return usual.exec_module(module)
        exec(code, vars(module))
        return None

    def _code(self, entry: _Entry) -> bytes:
        """As it was written, or one of what damage is told by."""
        assert self._file is not None
        at, length = self._codes_at + entry[2], entry[3]
        if hasattr(os, "pread"):  # a copy of this process shares the file with it, and the place in it
            code = os.pread(self._file.fileno(), length, at)
        else:
            with self._reading:  # two threads may import
                self._file.seek(at)
                code = self._file.read(length)
        if _sum_of(code) != entry[4]:
            raise ValueError
        return code

    def compiled(self, text: str | bytes, name: str) -> CodeType:
        """See `compiled`."""
        mark = _sum_of(text if isinstance(text, bytes) else text.encode())
        entry = self._entries.get(name)
        if entry is not None and entry[:2] == (_A_TEXT, mark):
            with suppress(*_DAMAGED):
                kept: CodeType = marshal.loads(self._code(entry))
                return kept
        code = compile(text, name, "exec", dont_inherit=True)
        self._texts[name] = (_A_TEXT, mark, marshal.dumps(code))
        return code

    # ---- keeping it

    def keep(self) -> None:
        """Add what was compiled the usual way since, unless Python keeps no code, or keeps it elsewhere."""
        if (
            sys.dont_write_bytecode
            or sys.flags.optimize
            or sys.pycache_prefix
            or not os.access(_FOLDER, os.W_OK)
        ):
            return
        more = {
            name: kept
            for name, module in list(sys.modules.items())
            if name not in self._before and (kept := self._kept_by_python(name, module)) is not None
        }
        more.update(self._texts)
        if more or self._expressions.more:
            self._write({**self._had(), **more}, self._expressions.all())

    def _had(self) -> dict[str, _Kept]:
        found = {}
        for name, each in self._entries.items():
            if each[0] == _A_TEXT or os.path.exists(each[0]):
                with suppress(*_DAMAGED):
                    found[name] = (each[0], each[1], self._code(each))
        return found

    def _kept_by_python(self, name: str, module: ModuleType) -> _Kept | None:
        """What Python has compiled of a module that did not come from here, if it goes by the usual marks."""
        spec = getattr(module, "__spec__", None)
        if spec is None or spec.name != name or type(spec.loader) is not SourceFileLoader:
            return None
        source = str(spec.origin)
        if not source.startswith(_PLACES):
            return None
        try:
            with open(_compiled(source), "rb") as file:
                data = file.read()
            code = marshal.loads(data[_HEAD:])
        except _DAMAGED:
            return None
        if data[4:8] != bytes(4) or not isinstance(code, CodeType) or code.co_filename != source:
            return None  # it goes by contents, or was compiled under another name and would be told by that
        entry = self._entries.get(name)
        if entry is not None and entry[:2] == (source, data[8:_HEAD]):
            return None
        return source, data[8:_HEAD], data[_HEAD:]

    def _write(self, found: dict[str, _Kept], expressions: dict[Key, Compiled]) -> None:
        entries, at = {}, 0
        for name, (source, mark, code) in found.items():
            entries[name] = (source, mark, at, len(code), _sum_of(code))
            at += len(code)
        table = marshal.dumps((self._made_for(), entries, expressions))
        if self._file is not None:
            self._file.close()  # some systems replace no file that is open
        self._entries = {}
        aside = f"{self._path}.{os.getpid()}"
        try:
            with open(aside, "wb") as file:
                file.write(len(table).to_bytes(4, "big") + _sum_of(table) + table)
                file.writelines(code for _, _, code in found.values())
                file.flush()
                os.fsync(file.fileno())
            os.replace(aside, self._path)
            self._sweep()
        except OSError:
            with suppress(OSError):
                os.remove(aside)

    def _sweep(self) -> None:
        """Remove what consoles that were killed while they wrote have left beside it."""
        now = os.stat(self._path).st_mtime
        for each in os.scandir(os.path.dirname(self._path)):
            if each.path.startswith(f"{self._path}.") and each.stat().st_mtime < now - _STRAY:
                os.remove(each.path)


def compiled(text: str | bytes, name: str) -> CodeType:
    """Python's text as code, as `compile(text, name, "exec")` makes it: from the bundle, where there is one.

    Args:
        name: As tracebacks tell it; another one for every text.
    """
    for each in sys.meta_path:
        if isinstance(each, Bundle):
            return each.compiled(text, name)
    return compile(text, name, "exec", dont_inherit=True)


def _sum_of(data: bytes) -> bytes:
    """The checksum that Python has for its own such files: it is there from the beginning, and quick."""
    return _imp.source_hash(0, data)


def _is_package(source: str) -> bool:
    return source.endswith(_OF_A_PACKAGE)


def _compiled(source: str) -> str:
    """Where Python keeps what it has compiled of it."""
    folder, _, file = source.rpartition(os.sep)  # `os.path` takes three times as long, for every module
    return f"{folder}{_IN_FOLDER}{file[:-3]}{_ENDING}"


def _mark_of(source: str) -> bytes | None:
    """What Python tells by whether a source has changed: when it was written, and its size."""
    try:
        found = os.stat(source)
    except OSError:
        return None
    return (int(found.st_mtime) & _WORD | (found.st_size & _WORD) << 32).to_bytes(8, "little")
