"""Our compiled modules from one file: a bundle of what Python keeps for each in a file of its own.

A desk that opens imports 160 modules, and to look each of them up, open its file and check it takes Python a
tenth of the start. The bundle lies beside those files and is made from them once a program ends that had to
import a module the usual way. Like theirs, a module's code counts as long as its source has the time and the
size that it was compiled from; else, and wherever the bundle is missing, damaged or can't be written, Python
imports as it always does.
"""

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from io import FileIO
from types import ModuleType

_PACKAGE = "ssc_console"
_ROOT = os.path.dirname(os.path.abspath(__file__))
_TAG = sys.implementation.cache_tag
_FILE = os.path.join(_ROOT, "__pycache__", f"bundle.{_TAG}.bin")
_HEAD = 16
"""Bytes before the code in Python's file of a module: magic number, flags, the source's time and its size."""

_Entry = tuple[bytes, bool, int, int]
"""Of a module: the mark of its source, whether it is a package, where its code is, and how long that is."""
_Kept = tuple[bytes, bool, bytes]
"""The same with the code itself."""


class Bundle:
    """Finds and loads the modules whose code it has; one in a process, before Python's own finder."""

    def __init__(self, path: str = _FILE, root: str = _ROOT) -> None:
        self._path = path
        self._root = root
        self._file: FileIO | None = None
        self._entries: dict[str, _Entry] = {}
        self._codes_at = 0
        with suppress(OSError, ValueError, EOFError, TypeError):
            self._open()

    def _open(self) -> None:
        file = FileIO(self._path)
        length = int.from_bytes(file.read(4), "big")
        made_by, root, entries = marshal.loads(file.read(length))
        if (made_by, root) == (
            sys.hexversion,
            self._root,
        ):  # moved, its code would name sources that are gone
            self._file, self._entries, self._codes_at = file, entries, 4 + length

    def install(self) -> None:
        """From now on, import from here."""
        sys.meta_path.insert(sys.meta_path.index(PathFinder), self)

    # ---- as Python's import asks

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Where the module is, if its code is here and its source has not changed since."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        mark, is_package, _, _ = entry
        within = name[len(_PACKAGE) :].replace(".", os.sep)
        source = f"{self._root}{within}{os.sep}__init__.py" if is_package else f"{self._root}{within}.py"
        if _mark_of(source) != mark:
            return None
        spec = ModuleSpec(name, self, origin=source, is_package=is_package)  # type: ignore[arg-type]
        spec.has_location = True
        spec.cached = _compiled(source)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code; the source's, if what is here is damaged."""
        try:
            code = marshal.loads(self._code(self._entries[module.__name__]))
        except (EOFError, ValueError, TypeError):
            return SourceFileLoader(module.__name__, str(module.__file__)).exec_module(module)
        exec(code, vars(module))
        return None

    def _code(self, entry: _Entry) -> bytes:
        assert self._file is not None
        at, length = self._codes_at + entry[2], entry[3]
        if hasattr(os, "pread"):  # a copy of this process shares the file with it, and the place in it
            return os.pread(self._file.fileno(), length, at)
        self._file.seek(at)
        return self._file.read(length)

    # ---- keeping it

    def keep(self) -> None:
        """Make it anew if a module's code was not here, unless Python keeps none, or keeps it elsewhere."""
        if sys.dont_write_bytecode or sys.flags.optimize or sys.pycache_prefix:
            return
        if any(map(self._lacks, list(sys.modules.values()))):
            self.make()

    def make(self) -> None:
        """Make it anew, of all that Python has compiled by now; if it can't be written, it stays as it is."""
        self._write(self._compiled_by_python())

    def _lacks(self, module: ModuleType) -> bool:
        spec = getattr(module, "__spec__", None)
        if spec is None or spec.loader is self or not spec.name.startswith(_PACKAGE) or spec.origin is None:
            return False
        kept, entry = _kept_by_python(spec.origin), self._entries.get(spec.name)
        return kept is not None and (entry is None or entry[0] != kept[0])

    def _compiled_by_python(self) -> dict[str, _Kept]:
        found = {}
        for folder, _, files in os.walk(self._root):
            package = [_PACKAGE, *os.path.relpath(folder, self._root).split(os.sep)]
            for file in files:
                kept = _kept_by_python(os.path.join(folder, file)) if file.endswith(".py") else None
                if kept is not None:
                    parts = [part for part in (*package, file[:-3]) if part not in (".", "__init__")]
                    found[".".join(parts)] = kept
        return found

    def _write(self, found: dict[str, _Kept]) -> None:
        entries, at = {}, 0
        for name, (mark, is_package, code) in found.items():
            entries[name] = (mark, is_package, at, len(code))
            at += len(code)
        table = marshal.dumps((sys.hexversion, self._root, entries))
        if self._file is not None:
            self._file.close()  # some systems replace no file that is open
        self._entries = {}
        aside = f"{self._path}.{os.getpid()}"
        try:
            with open(aside, "wb") as file:
                file.write(len(table).to_bytes(4, "big") + table)
                file.writelines(code for _, _, code in found.values())
                file.flush()
                os.fsync(file.fileno())
            os.replace(aside, self._path)
        except OSError:
            with suppress(OSError):
                os.remove(aside)


def _compiled(source: str) -> str:
    """Where Python keeps what it has compiled of it."""
    folder, file = os.path.split(source)
    return os.path.join(folder, "__pycache__", f"{file[:-3]}.{_TAG}.pyc")


def _kept_by_python(source: str) -> _Kept | None:
    """What it has compiled of it; None: nothing that can be held against the source by its time and size."""
    try:
        with open(_compiled(source), "rb") as file:
            data = file.read()
    except OSError:
        return None
    if data[4:8] != bytes(4) or marshal.loads(data[_HEAD:]).co_filename != source:
        return None  # it goes by other marks, or was compiled under another name and would be told by that
    return data[8:_HEAD], os.path.basename(source) == "__init__.py", data[_HEAD:]


def _mark_of(source: str) -> bytes | None:
    """What Python tells by whether a source has changed: when it was written, and its size."""
    try:
        found = os.stat(source)
    except OSError:
        return None
    return b"".join(
        (int(each) & 0xFFFFFFFF).to_bytes(4, "little") for each in (found.st_mtime, found.st_size)
    )
