"""Where the desk remembers a person’s choices between shows: QSettings, or a dictionary in tests."""

from typing import Protocol


class Store(Protocol):
    """A few named values that outlive the window."""

    def value(self, key: str, default: object = None, /) -> object:
        """What was kept under the name, or the default."""

    def setValue(self, key: str, value: object, /) -> None:
        """Keep it."""


class Forgetful:
    """A store for a desk that was given none: it remembers while the window lives."""

    def __init__(self) -> None:
        self._kept: dict[str, object] = {}

    def value(self, key: str, default: object = None, /) -> object:
        """What was kept under the name, or the default."""
        return self._kept.get(key, default)

    def setValue(self, key: str, value: object, /) -> None:
        """Keep it."""
        self._kept[key] = value
