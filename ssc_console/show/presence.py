"""Where a person of the agenda stands before going on air."""

from enum import StrEnum


class Readiness(StrEnum):
    """In the order in which a person gets ready; whoever has dropped was there, and is gone."""

    ABSENT = "absent"
    HERE = "here"
    CHECKED = "checked"
    READY = "ready"
    DROPPED = "dropped"

    @property
    def words(self) -> str:
        """As people say it."""
        return {"absent": "not here", "checked": "sound checked"}.get(self.value, self.value)
