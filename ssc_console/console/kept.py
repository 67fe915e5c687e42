"""Where the desk's choices are kept: settings in the file for people, the rest where Qt keeps it."""

from collections.abc import Callable
from pathlib import Path

from ssc_console.desk import script, sizes
from ssc_console.desk.store import Store
from ssc_console.look import theme
from ssc_console.settings import file
from ssc_console.settings.values import SETTINGS, BadSetting, Settings
from ssc_console.show.value import replace

_OURS = {
    theme.KEPT_AS: "theme",
    script.KEPT_AS: "script",
    sizes.COUNTDOWN_KEPT_AS: "countdown",
    sizes.LISTS_KEPT_AS: "lists",
}
"""Names of the desk's own that are settings."""


class Kept:
    """A store whose settings are in the file.

    Attributes:
        settings: As they are.
        problems: What could not be used when the file was read first, each a sentence.
        changed: Is called with what they were, and what they are, once they have changed.
    """

    def __init__(self, path: Path, rest: Store) -> None:
        self.path = path
        self._rest = rest
        self.changed: Callable[[Settings, Settings], None] = lambda before, after: None
        found = file.read(path)
        self.settings, self.problems = found.settings, found.problems
        if found.rubbish:
            self.problems = (*found.problems, *self._set_aside())
        elif not found.is_there:
            self._take_over()

    def _set_aside(self) -> tuple[str, ...]:
        try:
            aside = file.set_aside(self.path)
        except OSError as why:
            return (f"It can't be set aside: {why.strerror}.",)
        return (f"It is kept as {aside.name}; the usual settings count.",)

    def _take_over(self) -> None:
        """What was kept where Qt keeps it, before there was a file."""
        found = {}
        for kept_as, name in _OURS.items():
            check = next(each.check for each in SETTINGS if each.name == name)
            kept = self._rest.value(kept_as)
            try:
                found[name] = check(int(kept) if name == "script" else kept)  # type: ignore[call-overload]
            except (BadSetting, TypeError, ValueError):
                continue  # nothing was kept, or nothing that can be used
        if found:
            self.change(replace(self.settings, **found))

    def change(self, after: Settings) -> str | None:
        """Let the settings be these, and write them down; None, or why they can't be written."""
        before, self.settings = self.settings, after
        if before == after:
            return None
        self.changed(before, after)
        return self._write(before)

    def be_there(self) -> None:
        """Let there be a file to be read and changed. If there can't be, the first change says why."""
        if not file.read(self.path).is_there:
            self._write(self.settings)

    def _write(self, before: Settings) -> str | None:
        after = self.settings
        try:
            file.write(self.path, before, after)
        except (OSError, UnicodeDecodeError) as why:
            return f"This counts now, but can't be kept in {self.path}: {why}."
        return None

    # ---- as a store of the desk's

    def value(self, key: str, default: object = None, /) -> object:
        """What was kept under the name, or the default."""
        return getattr(self.settings, _OURS[key]) if key in _OURS else self._rest.value(key, default)

    def setValue(self, key: str, value: object, /) -> None:  # noqa: N802 - as QSettings has it
        """Keep it."""
        if key in _OURS:
            self.change(replace(self.settings, **{_OURS[key]: value}))  # type: ignore[arg-type]
        else:
            self._rest.setValue(key, value)
