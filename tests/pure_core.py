"""A pytest plugin (`-p tests.pure_core`): neither Qt nor anything of the console but the show is there."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

_ABSENT = {"PySide6", "shiboken6", "yaml", "pytz"}


class _Absent(MetaPathFinder):
    """Finds none of what the show must do without."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        parts = name.split(".")
        if parts[0] in _ABSENT or (parts[0] == "ssc_console" and parts[1:2] not in ([], ["show"])):
            raise ModuleNotFoundError(f"the show must not need {name}", name=name)
        return None


sys.meta_path.insert(0, _Absent())
