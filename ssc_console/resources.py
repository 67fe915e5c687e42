"""Where the looks are: the files of resources/ and the agenda that ships, in a checkout and installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "data"  # the wheel holds both here (pyproject.toml, force-include)
_HOME = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource(name: str) -> Path:
    """The file or folder `name` of resources/, e.g. ``fonts/Inter.ttf``. It need not exist."""
    return _HOME / "resources" / name


def default_agenda() -> Path:
    """The agenda that ships: what the console opens when it is given none and finds none."""
    return _HOME / "agenda.yaml"
