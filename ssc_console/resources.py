"""Where the looks are: the files of resources/ and the agenda that ships, in a checkout and installed."""

import os

_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "data")  # the wheel holds both here (pyproject.toml, force-include)
_HOME = _INSTALLED if os.path.isdir(_INSTALLED) else os.path.dirname(_PACKAGE)


def resource(name: str) -> str:
    """The file or folder `name` of resources/, e.g. ``fonts/Inter.ttf``. It need not exist."""
    return os.path.join(_HOME, "resources", name)


def default_agenda() -> str:
    """The agenda that ships: what the console opens when it is given none and finds none."""
    return os.path.join(_HOME, "agenda.yaml")
