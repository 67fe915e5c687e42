"""How old a change is that an undo takes back, as it is told: to the second while that matters, then calmly.

Nobody decides by a second of an old one's age, and what moves draws the eye.
"""

from datetime import timedelta

from ssc_console.show.instants import MILLISECOND, SECOND

OLD = timedelta(seconds=15)
"""To undo a take that is older than this wants a second press."""

_STEP = timedelta(seconds=5)
_CALM = timedelta(minutes=1)


def told(age: timedelta) -> timedelta:
    """The age, not negative, down to the step in which it is told."""
    return age - age % _step(age)


def told_so_for(age: timedelta) -> timedelta:
    """How long from now it is told as it is, and asks for as many presses; positive."""
    if age == OLD:
        return MILLISECOND  # it is not older yet
    step = _step(age)
    return step - age % step


def _step(age: timedelta) -> timedelta:
    return SECOND if age < OLD else _STEP if age < _CALM else _CALM
