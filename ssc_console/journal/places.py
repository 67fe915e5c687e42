"""Where journals are kept: in the user's data directory, or in a folder that was given."""

from pathlib import Path

APP = "ssc-console"


def folder(given: str | None) -> Path:
    """The folder of all journals of this user, or the given one. It need not exist yet."""
    if given is not None:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def live_journal(given: str | None) -> Path:
    """The journal of live runs."""
    return folder(given) / "live.journal"


def rehearsals_journal(given: str | None) -> Path:
    """The journal of rehearsals, which are kept apart."""
    return folder(given) / "rehearsals.journal"
